"""A county's own macros are carried out on its pages, by every engine; nothing but a build runs them."""

from __future__ import annotations

import importlib.util
import os
import subprocess
from pathlib import Path

import pytest
from strategi.content.county_macros import BrokenDoor, county_macros

from tests.building import COMMAND
from tests.engine.content.trees import MemoryTree
from tests.engine.history.repositories import commit
from tests.engine.site.county import TODAY, county_with_history, county_without_history

DOOR = '''
from datetime import date

def define_env(env):
    """Add what this county needs."""
    @env.macro
    def weekday(day, short=False):
        return "**" + ["måndag", "tisdag"][date.fromisoformat(day).weekday()] + "**"

    @env.macro
    def page_address():
        return f"adress:{env.page.url}:{env.conf['extra']['publish']}"

    @env.macro
    def site_name():
        return "länets egna namn"

    env.macro(len, "längd")
'''
PAGE = """
Det var en {{ weekday("2026-11-24") }}. {{ page_address() }} {{ site_name() }} {{ längd("åäö") }}.
"""
SHOWN = ("Det var en <strong>tisdag</strong>.", "adress:om/:", " länets egna namn 3.")
BUILDS = {
    "mkdocs": (str(COMMAND), "build"),
    "zensical": (str(COMMAND), "build", "--engine", "zensical"),
    "bare mkdocs": (str(COMMAND.with_name("mkdocs")), "build", "--quiet", "--strict"),
    # Alone it misses the pages that the engine brings, so it cannot be strict.
    "bare zensical": ("env", "STRICT=false", str(COMMAND.with_name("zensical")), "build", "--clean"),
}


def with_door(root: Path, door: str, page: str) -> Path:
    (root / "macros").mkdir()
    (root / "macros/main.py").write_text(door, "utf-8")
    about = root / "docs/om.md"
    about.write_text(about.read_text("utf-8") + page, "utf-8")
    return root


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    settings = os.environ | {"STRATEGI_TODAY": TODAY}
    return subprocess.run(command, cwd=root, env=settings, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("build", BUILDS)
def test_every_build_carries_them_out(tmp_path: Path, build: str) -> None:
    if "zensical" in build and importlib.util.find_spec("zensical") is None:
        pytest.skip("zensical is not installed: make .venv/.zensical-installed")
    root = with_door(county_without_history(tmp_path), DOOR, PAGE)
    done = run(root, *BUILDS[build])
    assert done.returncode == 0, done.stdout + done.stderr
    about = (root / "site/om/index.html").read_text("utf-8")
    for words in SHOWN:
        assert words in about


def test_check_knows_them_without_running_them(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    root = with_door(county_without_history(tmp_path / "county"), f"open({str(mark)!r}, 'w')\n{DOOR}", PAGE)
    assert run(root, str(COMMAND), "check").returncode == 0
    about = root / "docs/om.md"
    about.write_text(about.read_text("utf-8") + "{{ weekday() }} {{ weekdya() }}", "utf-8")
    done = run(root, str(COMMAND), "check")
    assert "TXT613" in done.stdout and "weekday tar ett värde, och om man vill short" in done.stdout
    assert "TXT612" in done.stdout and "Menade du ”weekday”?" in done.stdout
    assert not mark.exists()


def test_a_review_says_that_it_does_not_run_them(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    root = county_with_history(tmp_path / "county")
    with_door(root, f"open({str(mark)!r}, 'w')\n{DOOR}", "")
    commit(root, {"macros/main.py": (root / "macros/main.py").read_bytes()}, "Egna makron", on=TODAY)
    about = root / "docs/om.md"
    about.write_text(about.read_text("utf-8") + PAGE, "utf-8")
    done = run(root, str(COMMAND), "review", "--base", "HEAD")
    assert done.returncode == 0, done.stdout + done.stderr
    assert 'Vad weekday("2026-11-24") visar vet bara den byggda webbplatsen.' in done.stdout
    assert not mark.exists()


@pytest.mark.parametrize(
    ("door", "code", "said"),
    [
        ("def define_env(env:", 1, "macros/main.py:1:15: TXT623"),
        ("import no_such_module\n", 0, ""),
        ("\0", 1, "macros/main.py:1:1: TXT623"),
    ],
)
def test_a_faulty_door_is_told_of(tmp_path: Path, door: str, code: int, said: str) -> None:
    root = with_door(county_without_history(tmp_path), door, "")
    checked = run(root, str(COMMAND), "check")
    assert (checked.returncode, said in checked.stdout) == (code, True), checked.stdout
    built = run(root, str(COMMAND), "build")
    assert built.returncode == 1
    assert "macros/main.py" in built.stdout + built.stderr and "Traceback" not in built.stdout + built.stderr


def test_a_macro_that_fails_is_told_of_with_its_place(tmp_path: Path) -> None:
    root = with_door(county_without_history(tmp_path), DOOR, '\n{{ weekday("2026-11-31") }}\n')
    done = run(root, str(COMMAND), "build")
    assert done.returncode == 1
    line = (root / "docs/om.md").read_text("utf-8").count("\n")
    assert (
        f'docs/om.md:{line}: {{{{ weekday("2026-11-31") }}}} gick inte att visa.' in done.stdout + done.stderr
    )


@pytest.mark.parametrize(
    ("door", "names"),
    [
        ("", []),
        ("def define_env(env): pass", []),
        ("def define_env(env):\n  @env.macro\n  def a(x): pass\n  @env.filter\n  def b(x): pass", ["a"]),
        ("def a(x, /, *y, z=1, **w): pass\ndef define_env(env):\n  env.macro(a)", ["a"]),
        ("def define_env(env):\n  env.macro(lambda x: x, 'b')\n  env.macro(lambda x: x)", ["b"]),
        ("def define_env(env):\n  env.macro(len, name='b')", ["b"]),
        ("def other(env):\n  @env.macro\n  def a(x): pass", []),
    ],
)
def test_the_names_that_are_read(door: str, names: list[str]) -> None:
    assert sorted(county_macros(MemoryTree({"macros/main.py": door}))) == names


def test_brackets_without_end_are_no_python() -> None:
    with pytest.raises(BrokenDoor):
        county_macros(MemoryTree({"macros/main.py": "(" * 100_000}))
