"""Measure the time and memory that a command takes."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

DAY = {"STRATEGI_TODAY": "2026-11-21", "NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one process: `seconds` by the clock, those of them at work, peak resident memory in `megabytes`."""

    seconds: float
    at_work: float
    megabytes: float


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command to its end. Raises `RuntimeError` with all it said when it fails."""
    with (folder / "said.log").open("w+") as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=os.environ | DAY, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)} gave {process.returncode}:\n{said.read()}")
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000)


def median_run(command: Sequence[str], folder: Path, times: int = 3) -> Cost:
    """Run a command several times, and take the middle."""
    return middle([run(command, folder) for _ in range(times)])


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each cost."""
    return Cost(
        median(each.seconds for each in costs),
        median(each.at_work for each in costs),
        median(each.megabytes for each in costs),
    )


def median_milliseconds(action: Callable[[], object], times: int = 500) -> float:
    """Do something many times in this process, after one time unmeasured."""
    action()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        action()
        taken.append(time.perf_counter() - started)
    return median(taken) * 1000
