"""Read the two texts of a case, write their redline and record it as accepted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from strategi.diff.redlines.texts import compare_texts
from strategi.diff.redlines.words import compare_words

from tests.engine.diff.notation import written, written_runs

CASES = Path(__file__).parents[1] / "cases/diff/texts"


def read_case(path: Path) -> dict[str, Any]:
    """The case as data: `old`, `new`, `redline`; and `is_plain` where the texts are no Markdown."""
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return case


def compared(case: dict[str, Any]) -> str:
    """The redline of a case, a line for each block."""
    if case.get("is_plain"):
        return written_runs(compare_words(case["old"], case["new"])) + "\n"
    return written(compare_texts(case["old"], case["new"]))


def accept(path: Path, redline: str) -> None:
    """Write the redline as the case's last key, and leave the rest as it stands."""
    before = path.read_text(encoding="utf-8").partition("\nredline:")[0].rstrip("\n")
    block = "".join(f"  {line}\n" for line in redline.splitlines())
    path.write_text(f"{before}\nredline: |\n{block}" if redline else f'{before}\nredline: ""\n', "utf-8")
