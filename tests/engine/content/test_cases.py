"""Test that every fault in the content is reported with place, value and remedy, and nothing that is valid.

Each case in cases/content/ changes files of tests/engine/cases/county/ and holds the whole text printed.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from strategi.content.reader import read_strategy
from strategi.render.terminal.findings import findings_text
from strategi.rules import check_strategy

from tests.engine.content.cases import CASES, TODAY, case_tree, read_case


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_case(path: Path, request: pytest.FixtureRequest) -> None:
    case = read_case(path)
    printed = findings_text(check_strategy(read_strategy(case_tree(case), today=TODAY), today=TODAY))
    if request.config.getoption("--accept"):
        _accept(path, printed)
    else:
        assert printed == case["findings"]


def test_a_case_that_is_right_has_no_findings_and_another_has_some() -> None:
    for path in CASES.glob("*.yml"):
        findings = read_case(path)["findings"]
        assert bool(findings) != path.stem.endswith("-är-rätt"), path.name


def _accept(path: Path, printed: str) -> None:
    """Write what was printed as the case's last key, and leave the rest as it stands."""
    before = path.read_text(encoding="utf-8").partition("\nfindings:")[0]
    block = "".join(f"  {line}\n" for line in printed.splitlines())
    findings = f"findings: |\n{block}" if printed else 'findings: ""\n'
    path.write_text(f"{before}\n{findings}", encoding="utf-8")
