"""A build that is told to stop, or killed, leaves no process, no folder, and never less than the old site."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from strategi.site.workshop import room, take_place

from tests.building import COMMAND, build_command, build_site
from tests.engine.site.county import county_without_history

TODAY = {"STRATEGI_TODAY": "2026-11-21"}
POLITE = {signal.SIGTERM: 143, signal.SIGINT: 130, signal.SIGHUP: 129}
# From the start of the command to after its end, on a machine that does other things too.
MOMENTS = (0.7, 1.0, 1.3, 1.7, 2.2)
SOON = 3.0


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = county_without_history(tmp_path_factory.mktemp("project"))
    build_site(root, **TODAY)
    return root


@pytest.fixture(autouse=True)
def leaves_nothing_running(project: Path) -> Iterator[None]:
    yield
    deadline = time.monotonic() + SOON
    while running(project) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert running(project) == []


def running(project: Path) -> list[str]:
    """The processes that stand in the project's folder."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if (place / "cwd").readlink() == project:
                found.append((place / "cmdline").read_text().replace("\0", " "))
        except OSError:  # it has ended meanwhile
            continue
    return found


def start(project: Path, *command: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command or build_command(project),
        cwd=project,
        env=os.environ | TODAY,
        stdout=pipe,
        stderr=pipe,
        text=True,
    )


def wait_for_room(project: Path, process: subprocess.Popen[str]) -> None:
    """Until the build has begun."""
    while process.poll() is None and not any(project.glob(".build/site-*/fresh/*")):
        time.sleep(0.01)
    assert process.poll() is None, process.communicate()


@pytest.mark.parametrize("number", POLITE)
def test_a_build_that_is_told_to_stop_cleans_up_and_says_so(project: Path, number: signal.Signals) -> None:
    process = start(project)
    wait_for_room(project, process)
    process.send_signal(number)
    _, said = process.communicate(timeout=10)
    assert process.returncode == POLITE[number]
    assert "Bygget avbröts. Webbplatsen i site/ är orörd." in said and "Traceback" not in said
    assert list((project / ".build").iterdir()) == []
    assert (project / "site" / "index.html").is_file()


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("number", [*POLITE, signal.SIGKILL])
def test_at_any_moment_the_site_stands(project: Path, number: signal.Signals, moment: float) -> None:
    process = start(project)
    time.sleep(moment)
    process.send_signal(number)
    _, said = process.communicate(timeout=10)
    assert "Traceback" not in said
    assert (project / "site" / "index.html").is_file()
    if number is not signal.SIGKILL:
        assert list((project / ".build").iterdir()) == []


def test_what_a_killed_build_left_is_swept_by_the_next(project: Path) -> None:
    process = start(project)
    wait_for_room(project, process)
    process.kill()
    process.communicate()
    assert list((project / ".build").iterdir()) != []
    build_site(project, **TODAY)
    assert list((project / ".build").iterdir()) == []


def test_a_build_that_runs_is_not_swept(project: Path) -> None:
    processes = [start(project) for _ in range(3)]
    said = [process.communicate(timeout=60)[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], said
    assert list((project / ".build").iterdir()) == []
    assert (project / "site" / "index.html").is_file()


def test_a_site_that_was_moved_aside_is_put_back(tmp_path: Path) -> None:
    (tmp_path / ".build" / "site-killed" / "aside").mkdir(parents=True)
    (tmp_path / ".build" / "site-killed" / "aside" / "index.html").touch()
    with room(tmp_path) as (own, _):
        assert (tmp_path / "site" / "index.html").is_file()
        assert [path.name for path in (tmp_path / ".build").iterdir()] == [own.name]
        with room(tmp_path) as (other, _):
            assert own.is_dir() and other.is_dir()
    assert list((tmp_path / ".build").iterdir()) == []


def test_a_build_that_is_stopped_while_it_changes_places_puts_the_site_back(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").touch()
    with pytest.raises(OSError), room(tmp_path) as (own, _):
        take_place(own, own / "is-not-there", tmp_path)
    assert (tmp_path / "site" / "index.html").is_file()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_a_bare_mkdocs_leaves_no_process(project: Path, tmp_path: Path, number: signal.Signals) -> None:
    mkdocs = str(COMMAND.with_name("mkdocs"))
    process = start(project, mkdocs, "build", "--quiet", "--site-dir", str(tmp_path / "site"))
    while process.poll() is None and not (tmp_path / "site").exists():
        time.sleep(0.01)
    process.send_signal(number)
    process.communicate(timeout=10)


@pytest.mark.parametrize("number", [*POLITE, signal.SIGKILL])
def test_a_site_that_is_served_ends_with_its_command(project: Path, number: signal.Signals) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = start(project, str(COMMAND), "serve", "--root", str(project), "--address", f"127.0.0.1:{port}")
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    process.send_signal(number)
    _, said = process.communicate(timeout=10)
    if number is not signal.SIGKILL:
        assert process.returncode == POLITE[number]
        assert "Visningen avslutades." in said and "Traceback" not in said
        assert list((project / ".build").iterdir()) == []
    build_site(project, **TODAY)
    assert list((project / ".build").iterdir()) == []
