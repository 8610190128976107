"""Laws of reading: nothing in any file makes it fail, and what is written is what is read."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from strategi.content.reader import read_strategy
from strategi.content.tree import WorkingTree
from strategi.history.trees import tree_at
from strategi.model.finding import Finding
from strategi.render.terminal.findings import findings_github, findings_json, findings_text
from strategi.rules import check_strategy
from strategi.rules.standing import standing

from tests.engine.content.cases import TODAY
from tests.engine.content.trees import MemoryTree, county_files
from tests.engine.history.repositories import commit, new_repository

COUNTY = county_files()
PATHS = st.sampled_from(sorted(COUNTY))
# Letters that mean something to YAML, Markdown, CSV, Jinja or a terminal come often.
TEXT = st.text(
    st.sampled_from("\n\r\t \"'#&*!|>%@`{}[],:;-<?=0129.e+åÅ\ufeff\u2028\x00\x1b\x85é💥"), max_size=30
)
ANYTHING = st.binary(max_size=60) | TEXT.map(str.encode) | st.text(max_size=30).map(str.encode)
TABLE = "series,area,gender,time_period,value,status,source\n"
often = settings(max_examples=100)


def judge(files: dict[str, bytes]) -> tuple[Finding, ...]:
    """Read, check, print and compute all that can be computed; gives the findings."""
    reading = read_strategy(MemoryTree(files), today=TODAY)
    findings = check_strategy(reading, today=TODAY)
    assert reading.strategy is not None or findings
    if reading.strategy is not None:
        standing(reading.strategy, TODAY)
    assert list(findings) == sorted(set(findings))
    for each in findings:
        assert each.line >= 1
        assert each.column >= 1
        assert each.message
        assert each.advice
    for printed in (findings_text(findings), findings_json(findings), findings_github(findings)):
        printed.encode("utf-8")
    return findings


@often
@given(path=PATHS, data=ANYTHING)
def test_any_bytes_in_any_file_give_a_strategy_or_findings(path: str, data: bytes) -> None:
    judge({**COUNTY, path: data})


@often
@given(path=PATHS, data=ANYTHING, at=st.floats(0, 1))
def test_any_bytes_put_into_any_file_give_a_strategy_or_findings(path: str, data: bytes, at: float) -> None:
    before = COUNTY[path]
    cut = int(at * len(before))
    judge({**COUNTY, path: before[:cut] + data + before[cut:]})


@often
@given(path=PATHS, start=st.floats(0, 1), length=st.integers(1, 40))
def test_any_piece_cut_from_any_file_gives_a_strategy_or_findings(
    path: str, start: float, length: int
) -> None:
    before = COUNTY[path]
    cut = int(start * len(before))
    judge({**COUNTY, path: before[:cut] + before[cut + length :]})


@often
@given(
    folder=st.sampled_from(["strategy", "strategy/subgoals", "indicators", "indicators/geo"]),
    name=st.text(
        st.characters(exclude_characters="/\x00", exclude_categories=["Cs"]), min_size=1, max_size=12
    ),
)
def test_a_file_of_any_name_anywhere_gives_a_strategy(folder: str, name: str) -> None:
    judge({**COUNTY, f"{folder}/{name}": b"id: x"})


def test_files_made_to_do_harm() -> None:
    deep, long = "[" * 50_000, "9" * 100_000
    vision = "strategy/vision.md"
    harm = {
        "strategy/bodies.yml": deep.encode(),
        "strategy/references.yml": b"- " * 20_000,
        "strategy/focus-shifts.yml": b"a: &a [x]\nb: [*a, *a]\n" * 1000,
        "strategy/events.yml": b"? [a, b]\n: c\n",
        "strategy/strategy.yml": COUNTY["strategy/strategy.yml"].replace(
            b"years: 4", f"years: {long}".encode()
        ),
        vision: COUNTY[vision] + b"*[" * 5_000 + b"<" * 5_000,
        "indicators/n01-trygghet.csv": (TABLE + f"enkat,0091,T,2023,{long},normal,enkaten\n").encode(),
        "indicators/n02-besok.csv": (TABLE + '"' + "a" * 300_000).encode(),
    }
    faulty = {each.path for each in judge({**COUNTY, **harm})}
    assert set(harm) - {vision} <= faulty


@often
@given(
    st.decimals(min_value=-(10**6), max_value=10**6, places=3)
    | st.decimals(min_value=0, max_value=100, places=1)
    | st.integers(-(10**9), 10**9).map(Decimal)
)
def test_a_number_is_read_as_it_is_written(written: Decimal) -> None:
    row = f"register,0091,T,2023,{written:f},normal,enkaten\n"
    definition = COUNTY["indicators/n02-besok.yml"].replace(b"    minimum: 0\n    maximum: 2000\n", b"")
    files = {
        **COUNTY,
        "indicators/n02-besok.yml": definition,
        "indicators/n02-besok.csv": (TABLE + row).encode(),
    }
    strategy = read_strategy(MemoryTree(files), today=TODAY).strategy
    assert strategy is not None
    series = strategy.series["N02"][0]
    value = series.observations[0].value
    assert value is not None
    assert f"{value:.{series.decimals}f}" == f"{written:f}" or value == written == 0


@settings(max_examples=8)
@given(st.dictionaries(PATHS, ANYTHING, max_size=4))
def test_a_commit_reads_as_the_working_tree_it_was_made_of(changes: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = new_repository(Path(folder) / "län")
        commit(root, {**COUNTY, **changes})
        then = read_strategy(tree_at(root, "HEAD"), today=TODAY)
        assert then == read_strategy(WorkingTree(root), today=TODAY)
