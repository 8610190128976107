"""Test that a command loads no more than it needs, so that it answers at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from strategi.cli import main
from strategi.cli.new import new
from strategi.render.terminal.command_line import Later, SwedishGroup

from tests.engine.cli.county_history import repository
from tests.engine.content.cases import TODAY

# Runs the command of the words that follow, and tells what it has loaded by then that is neither Python's own
# nor private: the packages of others, and ours by layer.
_SPY = """
import atexit, os, sys
def tell():
    ours = {".".join(name.split(".")[:2]) for name in sys.modules if name.startswith("strategi.")}
    others = {name.partition(".")[0] for name in sys.modules} - sys.stdlib_module_names - {"strategi"}
    public = (name for name in others if not name.startswith("_"))
    os.write(2, "\\n".join(["LOADED", *sorted({*ours, *public})]).encode())
atexit.register(tell)
from strategi.command import main
main()
"""
_SELF = {"click", "strategi.cli", "strategi.command", "strategi.content", "strategi.render"}
# What reads the content. Compiled modules of some of them show as packages of their own.
_READING = {
    *("pydantic", "pydantic_core", "annotated_types", "typing_extensions", "typing_inspection"),
    *("yaml", "cython_runtime", "babel", "markdown_it", "mdurl"),
    *("strategi.diff", "strategi.model", "strategi.rules", "strategi.site", "strategi.words"),
}
_HISTORY = {"git", "gitdb", "smmap", "strategi.history"}
_PAGES = {"jinja2", "markupsafe", "nh3"}
_TABLES = {"pandas", "numpy", "dateutil", "six", "pytz", "tzdata"}
_TERMINAL = {"rich", "pygments"}
_LOADED = {
    ("--help",): _SELF,
    ("--version",): _SELF,
    ("new", "--help"): _SELF,
    ("chek",): _SELF,
    ("check", "--help"): _SELF | _READING | _HISTORY | _PAGES,
    ("page", "--help"): _SELF | _READING | _HISTORY | _PAGES,
    ("page",): _SELF | _READING | _HISTORY | _PAGES | _TABLES,
    ("log",): _SELF | _READING | _HISTORY | _TERMINAL,
    ("log", "--format", "json"): _SELF | _READING | _HISTORY | _TERMINAL,
    ("check",): _SELF | _READING | _HISTORY | _PAGES | _TABLES,
}


def _loaded(words: tuple[str, ...], folder: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _SPY, *words],
        cwd=folder,
        env={"STRATEGI_TODAY": TODAY.isoformat()},
        capture_output=True,
        text=True,
        check=False,
    )
    said, _, names = done.stderr.rpartition("LOADED\n")
    assert "Traceback" not in said, said
    return set(names.split("\n"))


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return repository(tmp_path_factory.mktemp("quick") / "län")


@pytest.mark.parametrize("words", _LOADED, ids=" ".join)
def test_a_command_loads_no_more_than_it_needs(words: tuple[str, ...], county: Path) -> None:
    assert not _loaded(words, county) - _LOADED[words]


def test_what_the_spy_sees_is_there(county: Path) -> None:
    assert {"click", "git", "pandas", "pydantic", "strategi.rules"} <= _loaded(("check",), county)


def _commands() -> list[tuple[SwedishGroup, str, Later]]:
    assert isinstance(main, SwedishGroup) and isinstance(new, SwedishGroup)
    return [(group, name, later) for group in (main, new) for name, later in group.later.items()]


@pytest.mark.parametrize(
    ("group", "name", "later"), _commands(), ids=lambda value: getattr(value, "place", "")
)
def test_the_list_of_commands_says_how_each_help_begins(group: SwedishGroup, name: str, later: Later) -> None:
    command = group.commands[name]
    assert command.name == name
    assert (command.help or "").partition("\n\n")[0] == later.summary


def test_the_version_is_that_of_the_package(county: Path) -> None:
    command = Path(sys.executable).with_name("strategi")
    done = subprocess.run([command, "--version"], cwd=county, capture_output=True, text=True, check=True)
    name, version = done.stdout.split()
    assert name == "strategi"
    assert version[0].isdigit()
