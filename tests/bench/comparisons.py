"""Measure what revisions cost a build: their pages, the comparisons of all pairs, and reading from git."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from strategi.render import addresses

from tests.bench.rows import Row, print_rows
from tests.bench.running import middle, run
from tests.building import build_command
from tests.engine.counties.revisions import write_revised_county

REVISIONS = 8
PAIRS = REVISIONS * (REVISIONS - 1) // 2
RECORDS = shutil.ignore_patterns(".git", "revisions", "adoptions")


def against_unrecorded(work: Path, times: int = 5) -> Iterator[Row]:
    """Build a county with recorded revisions, and the same text without any, by turns."""
    recorded = write_revised_county(work / "recorded", revisions=REVISIONS)
    unrecorded = Path(shutil.copytree(recorded, work / "unrecorded", ignore=RECORDS))
    run(build_command(recorded), recorded)
    _expect_pages(recorded / "site")
    pairs = [
        (run(build_command(recorded), recorded), run(build_command(unrecorded), unrecorded))
        for _ in range(times)
    ]
    with_records, without = middle([each for each, _ in pairs]), middle([each for _, each in pairs])
    ratio = median(each.seconds / other.seconds for each, other in pairs)
    at_work = f"{with_records.at_work / without.at_work:.2f} × at work"
    what = f"17 indicators, {REVISIONS} revisions, {PAIRS} comparisons"
    yield Row(what=what, measured=with_records.seconds, unit="s", note=f"{with_records.megabytes:.0f} MB")
    yield Row(what="the same text, not recorded", measured=without.seconds, unit="s")
    yield Row(what="recorded ÷ not recorded", measured=ratio, limit=2, unit="×", note=at_work)


def _expect_pages(site: Path) -> None:
    """Raise `RuntimeError` when the pages that are to be measured are not there."""
    wanted = {f"{addresses.REVISIONS}*/": REVISIONS, f"{addresses.COMPARISONS}*/*/": PAIRS}
    made = {place: len(list(site.glob(f"{place}index.html"))) for place in wanted}
    if made != wanted:
        raise RuntimeError(f"the site has {made} pages, not {wanted}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        print_rows(list(against_unrecorded(Path(folder))))
