"""A law of `strategi new`: either nothing is written, or what is written brings no new findings."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from strategi.cli import main
from strategi.cli.new import new
from strategi.content.reader import read_strategy
from strategi.content.tree import WorkingTree
from strategi.rules import check_strategy

from tests.engine.cli.county_history import SUBGOAL, changed, later_files, repository
from tests.engine.content.cases import TODAY

# Right and wrong answers alike, and signs that mean something to YAML, Markdown, a path or a terminal.
IDS = [
    "vardradet",
    "natverket",
    "alvhaga",
    "bjorkvalla",
    "D1",
    "D2",
    "N01",
    "vision",
    "beslut-2022",
    "enkaten",
]
CHOICES = [
    "essential",
    "technical",
    "not-found",
    "decided",
    "approved",
    "identical",
    "deviating",
    "rejected",
]
MORE = ["inferred", "documented", "candidate", "appendix", "higher", "text", "0000", "T", "procent", "12.5"]
DAYS = ["2022-12-01", "2023-02-01", "2025-11-03", "2099-01-01", "2025-02-30", "igår"]
ODD = ["", " ", "../x", "a\nb", 'a "b": c # d', "\x1b[0m", "åäö 💥", "-", "null", "{{ x }}", "---", "\u2028"]
VALUES = st.sampled_from([*IDS, *CHOICES, *MORE, *DAYS, *ODD]) | st.text(max_size=8)
# What makes a command go through, so that right files are often written too.
LIKELY = {
    "decided_on": ["2025-11-03"],
    "title": ["Titel"],
    "name": ["Namn"],
    "class": ["essential", "not-found"],
    "decision": ["decided", "recommended", "approved"],
    "decided_by": ["vardradet"],
    "principal": ["alvhaga", "bjorkvalla"],
    "outcome": ["identical", "rejected"],
    "body": ["Fullmäktige"],
    "references": ["beslut-2022"],
}
often = settings(max_examples=50)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a change that no revision has recorded."""
    root = repository(tmp_path_factory.mktemp("new") / "län")
    (root / SUBGOAL).write_bytes(changed(later_files(), SUBGOAL, "intill hemmet", "i hemmet")[SUBGOAL])
    return root


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


def faults(root: Path) -> set[tuple[str, str, str]]:
    found = check_strategy(read_strategy(WorkingTree(root), today=TODAY), today=TODAY)
    return {(each.path, each.rule_id, each.message) for each in found}


@st.composite
def calls(draw: st.DrawFn) -> list[str]:
    """A command, and a value for some of its options; most often right for those that must be there."""
    name = draw(st.sampled_from(sorted(new.commands)))
    words = ["new", name, "--no-input"]
    for option in new.commands[name].params:
        if not isinstance(option, click.Option) or option.name in ("is_asking", "root", "today", "help"):
            continue
        likely = LIKELY.get(option.name or "")
        if likely and draw(st.integers(0, 19)):
            words += [option.opts[-1], draw(st.sampled_from(likely))]
        elif not draw(st.integers(0, 11)):
            count = 0 if option.is_flag else option.nargs
            words += [option.opts[-1], *draw(st.lists(VALUES, min_size=count, max_size=count))]
    return words


@often
@given(words=calls())
def test_either_nothing_is_written_or_nothing_gets_worse(original: Path, words: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(original, Path(folder) / "län"))
        held, before = files(root), faults(root)
        result = CliRunner().invoke(main, [*words, "--root", str(root), "--today", str(TODAY)])
        assert isinstance(result.exception, (SystemExit, type(None))), result.exception
        assert result.exit_code in (0, 1, 2)
        if result.exit_code:
            assert files(root) == held
        else:
            written = files(root)
            assert written != held
            assert faults(root) <= before
            assert not any(path.endswith(".ny") for path in written)
        assert {path.name for path in Path(folder).iterdir()} == {"län"}


@pytest.mark.parametrize("code", [0, 1, 2])
def test_right_and_wrong_calls_are_both_tried(original: Path, code: int) -> None:
    def ends_so(words: list[str]) -> bool:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(shutil.copytree(original, Path(folder) / "län"))
            where = ("--root", str(root), "--today", str(TODAY))
            return CliRunner().invoke(main, [*words, *where]).exit_code == code

    search = settings(max_examples=500, phases=[Phase.generate], database=None)
    find(calls(), ends_so, settings=search)
