"""Laws of the file system: whatever is wrong with a path, a command says so in Swedish, and ends."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.engine.cli.damage import DAMAGES, Ended, new_county, run

COMMANDS: dict[str, tuple[str, ...]] = {
    "check": ("check",),
    "log": ("log",),
    "show": ("show", "working"),
    "diff": ("diff", "HEAD", "working"),
    "digest": ("digest",),
    "review": ("review", "--base", "HEAD"),
    "verify": ("verify", "county/antaget.md"),
    "schema": ("schema", "--write"),
    "forms": ("forms",),
    "propose": ("propose", "county/antaget.md", "--kind", "text"),
    "new": ("new", "local-plan", "--principal", "ekeby", "--url", "https://ekeby.example/plan"),
    "build": ("build",),
}
# Damages that leave what a path is and says as it was, or that stand beside it.
HARMLESS = frozenset({"nothing may be written", "a name that is no text beside it"})


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_county(tmp_path_factory.mktemp("pattern") / "county")


@pytest.fixture(scope="module")
def paths(pattern: Path) -> list[Path]:
    found = (path.relative_to(pattern) for path in pattern.rglob("*"))
    return [Path(), Path("site"), Path(".build"), *sorted(path for path in found if ".git" not in path.parts)]


@pytest.fixture
def county(pattern: Path, tmp_path: Path) -> Iterator[Path]:
    yield shutil.copytree(pattern, tmp_path / "county", symlinks=True)
    subprocess.run(["chmod", "-R", "u+rwx", str(tmp_path)], check=False, capture_output=True)


def damaged(pattern: Path, folder: Path, path: Path, damage: str) -> Path:
    """A fresh copy of the county in which one path is damaged."""
    subprocess.run(["chmod", "-R", "u+rwx", str(folder)], check=False, capture_output=True)
    shutil.rmtree(folder / "county", ignore_errors=True)
    (folder / "county").unlink(missing_ok=True)
    root = shutil.copytree(pattern, folder / "county", symlinks=True)
    DAMAGES[damage](root / path)
    return root


def is_said_well(ended: Ended) -> bool:
    is_python = any(sign in ended.said for sign in ("Traceback", "[Errno", "Error:", "Permission denied"))
    return ended.code in (0, 1, 2) and not is_python


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=some.data())
def test_every_command_says_what_is_wrong(
    pattern: Path, paths: list[Path], tmp_path: Path, data: some.DataObject
) -> None:
    path = data.draw(some.sampled_from(paths), label="path")
    damage = data.draw(some.sampled_from(sorted(DAMAGES)), label="damage")
    command = data.draw(some.sampled_from(sorted(COMMANDS)), label="command")
    if damage in ("no rights", "nothing may be written") and not (pattern / path).exists():
        return
    ended = run(damaged(pattern, tmp_path, path, damage), *COMMANDS[command])
    assert is_said_well(ended), ended.said


@pytest.mark.parametrize("damage", sorted(DAMAGES.keys() - HARMLESS))
@pytest.mark.parametrize(
    "path", ["strategy/vision.md", "strategy/bodies.yml", "indicators/n01-trygghet.csv", "docs/index.md"]
)
def test_a_damaged_file_is_a_finding_at_its_path(county: Path, path: str, damage: str) -> None:
    DAMAGES[damage](county / path)
    ended = run(county, "check")
    assert ended.code == 1 and is_said_well(ended)
    assert any(line.startswith(f"{path}:1:1:") for line in ended.said.splitlines()), ended.said


@pytest.mark.parametrize("path", ["strategy", "strategy/revisions", "indicators", "docs"])
@pytest.mark.parametrize("damage", ["a file", "a dead link", "a link to itself", "a named pipe", "no rights"])
def test_what_stands_in_the_place_of_a_folder_is_told(county: Path, path: str, damage: str) -> None:
    DAMAGES[damage](county / path)
    ended = run(county, "check")
    assert ended.code == 1 and is_said_well(ended)
    assert any(line.startswith(f"{path}:1:1:") for line in ended.said.splitlines()), ended.said


@pytest.mark.parametrize("path", ["site", ".build"])
def test_a_file_where_the_build_needs_a_folder_is_one_sentence(county: Path, path: str) -> None:
    DAMAGES["a file"](county / path)
    ended = run(county, "build")
    assert ended.code in (1, 2) and is_said_well(ended)
    assert path in ended.said and (county / path).read_text() == "x", "and it is left as it was"


@pytest.mark.parametrize("target", ["/etc/passwd", "/etc", "../antaget.md"])
@pytest.mark.parametrize("place", ["docs/assets/x", "docs/x.md", "docs/nyckeltal/x", "docs/overrides/x.html"])
def test_what_a_link_leads_to_is_not_published(county: Path, place: str, target: str) -> None:
    (county / place).parent.mkdir(exist_ok=True)
    (county / place).symlink_to(target)
    ended = run(county, "build")
    assert ended.code == 1 and f"{place}:1:1: STR102" in ended.said
    assert not (county / "site").exists()
