"""A disk that is full, or can only be read, and files that are none, are told of in one sentence."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.building import COMMAND
from tests.engine.cli.damage import TODAY, new_county, run

# A file system of its own, in which the command is run: mounted for the command alone.
_READ_ONLY = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@"'
_FULL = (
    'mount -t tmpfs -o size="$SIZE" none "$1" && cp -r "$PATTERN"/. "$1" '
    '&& { head -c 900000000 /dev/zero > "$1/fyllning"; shift; exec "$@"; } 2>&1 | grep -v "^head:"'
)
can_mount = pytest.mark.skipif(
    shutil.which("unshare") is None
    or subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode != 0,
    reason="nothing may be mounted here",
)


def mounted(script: str, place: Path, *command: str, **told: str) -> subprocess.CompletedProcess[str]:
    call = ["unshare", "-m", "sh", "-c", script, "sh", str(place), *command]
    environment = os.environ | {"STRATEGI_TODAY": TODAY} | told
    return subprocess.run(call, capture_output=True, text=True, check=False, env=environment, timeout=120)


@can_mount
@pytest.mark.parametrize("command", [("build",), ("serve",), ("schema", "--write")])
def test_a_checkout_that_can_only_be_read(tmp_path: Path, command: tuple[str, ...]) -> None:
    county = new_county(tmp_path / "county")
    done = mounted(_READ_ONLY, county, str(COMMAND), *command, "--root", str(county))
    assert done.returncode == 2
    assert "går bara att läsa. Gör så: arbeta i en kopia" in done.stderr
    assert "Traceback" not in done.stderr and str(county) in done.stderr


@can_mount
def test_a_checkout_that_can_only_be_read_is_checked(tmp_path: Path) -> None:
    county = new_county(tmp_path / "county")
    done = mounted(_READ_ONLY, county, str(COMMAND), "check", "--root", str(county))
    assert done.returncode in (0, 1) and done.stderr == ""


@can_mount
def test_a_full_disk(tmp_path: Path) -> None:
    pattern, place = new_county(tmp_path / "pattern"), tmp_path / "place"
    place.mkdir()
    done = mounted(_FULL, place, str(COMMAND), "build", "--root", str(place), SIZE="8m", PATTERN=str(pattern))
    assert "disken är full. Gör så: frigör utrymme" in done.stdout, done.stdout
    assert "Traceback" not in done.stdout


def test_a_reader_who_has_no_room_for_the_answer(tmp_path: Path) -> None:
    county = new_county(tmp_path / "county")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [str(COMMAND), "check", "--root", str(county)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=os.environ | {"STRATEGI_TODAY": TODAY},
        )
    assert done.returncode == 2
    assert done.stderr == "Det gick inte: disken är full. Gör så: frigör utrymme och försök igen.\n"


@pytest.mark.parametrize(
    "command",
    [
        ("comment", "{}", "--marker", "a"),
        ("verify", "{}"),
        ("propose", "{}"),
        ("place", "{}", "--issue", "1", "--body", "b"),
    ],
)
def test_a_named_pipe_is_not_waited_for(tmp_path: Path, command: tuple[str, ...]) -> None:
    county = new_county(tmp_path / "county")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    words = [word.format(pipe) for word in command]
    done = subprocess.run(
        [str(COMMAND), *words, *([] if words[0] == "comment" else ["--root", str(county)])],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert "det är inte en vanlig fil" in done.stderr and "Traceback" not in done.stderr


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    ended = run(tmp_path / ("x" * 300), "check")
    assert ended.code == 2 and "namnet är för långt" in ended.said
