"""Measure speed and memory (`make bench`). A figure over its limit is no failure, only a measurement."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from tests.bench import building, comparisons, history, pages, proposals, redlines, serving, starting
from tests.bench.rows import Row, print_rows
from tests.browser import chromium


def measure(work: Path) -> list[Row]:
    """Measure everything, in a folder of its own."""
    rows: list[Row] = []
    steps = [
        lambda: starting.against_generator(work),
        lambda: building.against_plain(work),
        lambda: building.repeated(work),
        pages.charts,
        lambda: pages.indicator_pages(work / "full/site"),
        lambda: serving.edits(work),
        redlines.redlines,
        lambda: history.reading(work),
        lambda: history.against_plugins(work),
        lambda: comparisons.against_unrecorded(work),
        lambda: proposals.against_building(work),
        lambda: building.of_counties(work),
    ]
    with Console(stderr=True).status("Measuring …"):
        for step in steps:
            rows.extend(step())
    return rows


if __name__ == "__main__":
    if not os.access(chromium(), os.X_OK):
        sys.exit(f"There is no Chromium at {chromium()}: run make bench, which says how to get one.")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        print_rows(measure(Path(folder)))
