"""Measure how long builds take, how that grows, and whether two of them give the same bytes."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.plain import write_plain
from tests.bench.rows import Row
from tests.bench.running import Cost, median_run, middle, run
from tests.building import build_command, copy_history, copy_repository
from tests.engine.counties.project import write_county

SIZES = (17, 100, 1000)
MKDOCS = [str(Path(sys.executable).with_name("mkdocs")), "build", "--quiet"]


def against_plain(work: Path, times: int = 5) -> Iterator[Row]:
    """Build the site and its words as plain pages, by turns, so that a busy machine slows both alike."""
    full = copy_history(copy_repository(work / "full"))
    run(build_command(full), full)
    plain = write_plain(work / "plain", full)
    pairs = [(run(build_command(full), full), run(MKDOCS, plain)) for _ in range(times)]
    pages = sum(1 for _ in (full / "site").rglob("*.html"))
    with_macros, without = middle([each for each, _ in pairs]), middle([each for _, each in pairs])
    ratio = median(each.seconds / other.seconds for each, other in pairs)
    at_work = f"{with_macros.at_work / without.at_work:.2f} × at work"
    yield Row(
        what=f"full build, {pages} pages", measured=with_macros.seconds, unit="s", note=_at_work(with_macros)
    )
    yield Row(
        what="the same words as plain pages", measured=without.seconds, unit="s", note=_at_work(without)
    )
    yield Row(what="full build ÷ plain pages", measured=ratio, limit=1.5, unit="×", note=at_work)


def of_counties(work: Path) -> Iterator[Row]:
    """Build counties of growing size; the largest, which takes long, only once."""
    costs = {}
    for size in SIZES:
        is_largest = size == max(SIZES)
        county = write_county(work / f"county-{size}", size)
        cost = costs[size] = median_run(build_command(county), county, times=1 if is_largest else 3)
        what = f"{size} indicators × 17 areas × 10 years × 3 genders"
        limits = (15, 500) if is_largest else (None, None)
        yield Row(what=what, measured=cost.seconds, limit=limits[0], unit="s", note=_at_work(cost))
        yield Row(what="  peak memory", measured=cost.megabytes, limit=limits[1], unit="MB", decimals=0)
    _, before, last = SIZES
    growth, linear = costs[last].seconds / costs[before].seconds, last / before
    yield Row(what=f"  time {last} ÷ {before}", measured=growth, limit=linear, unit="×")


def _at_work(cost: Cost) -> str:
    """Seconds of the processor: steadier than the clock where others use the machine too."""
    return f"{cost.at_work:.2f} s at work"


def repeated(work: Path) -> Iterator[Row]:
    """Build twice, in different folders and with other hash seeds."""
    first, second = (copy_history(copy_repository(work / name)) for name in ("first", "second"))
    digests = []
    for folder in (first, second):
        run(build_command(folder), folder)
        digests.append(_digests(folder / "site"))
    differing = {
        path for path in digests[0].keys() | digests[1].keys() if digests[0].get(path) != digests[1].get(path)
    }
    for path in sorted(differing)[:5]:
        print(f"differs between two builds: {path}")
    yield Row(
        what="files that differ between two builds",
        measured=len(differing),
        limit=0,
        unit="files",
        decimals=0,
    )


def _digests(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }
