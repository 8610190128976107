"""Measure how fast the whole history is read, by how many processes, and what plugins take for less.

`python -m tests.bench.history` prints the rows. All that is imported is imported before the clock starts.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from typing import Any

import yaml
from strategi.content.reader import read_strategy
from strategi.content.tree import WorkingTree
from strategi.history.chronicle import read_log
from strategi.history.repository import open_repository
from strategi.model.digest import digest

from tests.bench.rows import Row, print_rows
from tests.bench.running import median_run
from tests.engine.content.trees import MemoryTree
from tests.engine.counties.files import county_files, indicator_name

INDICATORS, COMMITS, REVISIONS = 200, 1000, 8
TODAY = date(2026, 11, 21)
FIRST_DAY = 1_640_995_200  # 2022-01-01; there is a commit a day
AUTHOR = "Åsa Öberg <asa@example.org>"
RECORD = "strategy/revisions/2022-04-27.yml"
SECTION = "strategy/roadmap/inledning.md"
PLUGINS = ("git-revision-date-localized", "git-authors")
MKDOCS = [str(Path(sys.executable).with_name("mkdocs")), "build", "--quiet", "--config-file"]


def reading(work: Path) -> Iterator[Row]:
    """Read the history of a county whose commits each change a definition, a table, a page or a section."""
    root = write_history(work / "history")
    times = [_measured(root) for _ in range(5)]
    texts = median(_measured(root, "texts")["seconds"] for _ in range(3))
    what = f"history of {INDICATORS} pages, {COMMITS} commits"
    at_work = f"{median(each['cpu'] for each in times):.2f} s at work; GitPython's import apart"
    yield Row(
        what=f"{what}: every step",
        measured=median(each["seconds"] for each in times),
        limit=0.1,
        unit="s",
        decimals=3,
        note=at_work,
    )
    yield Row(what=f"  with the text of {REVISIONS} revisions", measured=texts, unit="s")
    yield Row(what="  processes of git", measured=_processes(root, work), limit=3, unit="", decimals=0)


def against_plugins(work: Path, times: int = 3) -> Iterator[Row]:
    """Build its pages with and without the plugins that tell dates and authors, and compare what they add."""
    root = work / "history"
    for name, plugins in (("plain", ["search"]), ("plugins", ["search", *PLUGINS])):
        settings = {"site_name": "x", "site_dir": f"../{name}", "plugins": plugins}
        (work / f"{name}.yml").write_text(yaml.safe_dump(settings | {"docs_dir": "history/docs"}))
    plain, others = (
        median_run([*MKDOCS, str(work / f"{name}.yml")], root, times).at_work for name in ("plain", "plugins")
    )
    ours = median(_measured(root)["cpu"] for _ in range(times))
    yield Row(
        what=f"our work ÷ what {' and '.join(PLUGINS)} add",
        measured=ours / (others - plain),
        limit=0.02,
        unit="×",
        decimals=4,
        note=f"{ours:.2f} s against {others - plain:.2f} s",
    )


def _measured(root: Path, *what: str) -> dict[str, float]:
    """Read in a process of its own, where nothing has been read before."""
    command = [sys.executable, "-m", "tests.bench.history", str(root), *what]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    figures: dict[str, float] = json.loads(said)
    return figures


def _processes(root: Path, work: Path) -> int:
    """Count the processes of git that a reading starts, those of the import of GitPython among them."""
    traces = work / "traces"
    traces.mkdir()
    command = [sys.executable, "-m", "tests.bench.history", str(root)]
    subprocess.run(
        command, env=os.environ | {"GIT_TRACE2_EVENT": str(traces)}, check=True, capture_output=True
    )
    return len(list(traces.iterdir()))


def read(root: Path, *, with_texts: bool) -> dict[str, float]:
    """Read the history once, and tell seconds by the clock and at work, those of git among them."""
    strategy = read_strategy(WorkingTree(root), today=TODAY).strategy
    assert strategy is not None
    if not with_texts:
        strategy = replace(strategy, revisions=())
    open_repository(root)
    started, at_work = time.perf_counter(), _at_work()
    log = read_log(root, strategy, today=TODAY)
    seconds = time.perf_counter() - started
    assert len(log.steps) > COMMITS / 2 and not log.problem, log.problem
    assert all(each.strategy for each in log.texts)
    return {"seconds": seconds, "cpu": _at_work() - at_work}


def _at_work() -> float:
    costs = [getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in costs)


def write_history(root: Path) -> Path:
    """Make the repository, the same every time."""
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    start = subprocess.Popen(["git", "-C", str(root), "fast-import", "--quiet"], stdin=subprocess.PIPE)
    assert start.stdin is not None
    for number, changes in enumerate(_commits()):
        start.stdin.write(_commit(FIRST_DAY + number * 24 * 3600, changes))
    start.stdin.close()
    assert start.wait() == 0
    # As a clone has it, and with its files.
    subprocess.run(["git", "-C", str(root), "gc", "--quiet"], check=True)
    subprocess.run(["git", "-C", str(root), "checkout", "--quiet", "--force", "bench"], check=True)
    return root


def _commit(moment: int, changes: Mapping[str, str]) -> bytes:
    told = f"commit refs/heads/bench\ncommitter {AUTHOR} {moment} +0100\ndata 0\n".encode()
    for path, text in changes.items():
        data = text.encode()
        told += f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n"
    return told


def _commits() -> Iterator[dict[str, str]]:
    """The county as it was first, and then a change a day; at times a revision is recorded."""
    chance, files = random.Random(1), _first()
    yield files
    for number in range(1, COMMITS):
        changes = (
            _recorded(files, number) if number % (COMMITS // REVISIONS) == 0 else _edit(files, chance, number)
        )
        files |= changes
        yield changes


def _first() -> dict[str, str]:
    county = county_files(INDICATORS, ["inledning", "uppfoljning", "avslutning"])
    files = {path: _by_hand(path, text) for path, text in county.items() if path != RECORD}
    return files | {f"docs/n{number:03}.md": _page(number) for number in range(1, INDICATORS + 1)}


def _by_hand(path: str, text: str) -> str:
    """A file as an editor writes it: keys and words without quotation marks, and tables of 85 figures."""
    if path.endswith(".csv"):
        kept = [line for line in text.splitlines(True) if ",K," not in line and ",M," not in line]
        return "".join(line for line in kept if not any(f",{year}," in line for year in range(2016, 2021)))
    if path.endswith(".md"):
        _, front, body = text.split("---\n", 2)
        return f"---\n{_plain(front)}---\n{body}"
    return _plain(text)


def _plain(text: str) -> str:
    return yaml.safe_dump(yaml.safe_load(text), allow_unicode=True, sort_keys=False, width=10**6)


def _page(number: int) -> str:
    return f"# {indicator_name(number)}\n\n" + "Det här säger måttet, och så läser man det.\n\n" * 15


def _edit(files: Mapping[str, str], chance: random.Random, number: int) -> dict[str, str]:
    """Change an indicator's page, and mostly its definition or its table too; now and then a section."""
    indicator = chance.randint(1, INDICATORS)
    page, name = f"docs/n{indicator:03}.md", f"indicators/n{indicator:02}-matt"
    changes = {page: f"{files[page].rstrip()}\n\nMening {number}.\n"}
    kind = chance.choice(("definition", "table", "page")) if number % 20 else "section"
    if kind == "definition":
        changes[f"{name}.yml"] = files[f"{name}.yml"].replace("till för.", f"till för. Ändring {number}.")
    if kind == "table":
        changes[f"{name}.csv"] = _put_right(files[f"{name}.csv"], chance)
    if kind == "section":
        changes[SECTION] = f"{files[SECTION].rstrip()}\n\nMening {number}.\n"
    return changes


def _put_right(table: str, chance: random.Random) -> str:
    """Give one of the figures another value."""
    lines = table.splitlines(True)
    row = chance.randrange(1, len(lines))
    fields = lines[row].split(",")
    lines[row] = ",".join([*fields[:4], f"{chance.uniform(20, 80):.1f}", *fields[5:]])
    return "".join(lines)


def _recorded(files: Mapping[str, str], number: int) -> dict[str, str]:
    """The record of a revision, and what makes its text another than the one before."""
    day = date(2022, 4, 27).replace(year=2022 + number // (COMMITS // REVISIONS))
    vision = {"strategy/vision.md": files["strategy/vision.md"].rstrip() + f" {number}\n"}
    tree = MemoryTree({path: text.encode() for path, text in (files | vision).items()})
    strategy = read_strategy(tree, today=TODAY).strategy
    assert strategy is not None
    record: dict[str, Any] = yaml.safe_load(county_files(1, [])[RECORD])
    record |= {"id": str(day), "decided_on": str(day), "digest": digest(strategy)}
    return vision | {f"strategy/revisions/{day}.yml": yaml.safe_dump(record, allow_unicode=True)}


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(read(Path(sys.argv[1]), with_texts="texts" in sys.argv)))
    else:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            print_rows([*reading(Path(folder)), *against_plugins(Path(folder))])
