"""Measure what it costs to judge a proposal, beside building the pages that it would lead to."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.rows import Row, print_rows
from tests.bench.running import run
from tests.building import COMMAND, build_command, copy_history, copy_repository

TABLE = "indicators/n05-fortroende-vard.csv"


def against_building(work: Path, times: int = 5) -> Iterator[Row]:
    """Review this repository with a changed figure, and build it, by turns."""
    root = copy_history(copy_repository(work / "proposed"))
    table = root / TABLE
    *rows, last = table.read_text("utf-8").splitlines()
    series, area, gender, period, _value, *rest = last.split(",")
    table.write_text("\n".join([*rows, ",".join([series, area, gender, period, "1", *rest]), ""]), "utf-8")
    review = [str(COMMAND), "review", "--base", "HEAD", "--root", str(root)]
    pairs = [(run(review, root), run(build_command(root), root)) for _ in range(times)]
    seconds = median(each.seconds for each, _ in pairs)
    ratio = median(each.seconds / other.seconds for each, other in pairs)
    yield Row(what="strategi review, one figure changed", measured=seconds, unit="s")
    yield Row(what="review ÷ building the pages", measured=ratio, limit=1.5, unit="×")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        print_rows(list(against_building(Path(folder))))
