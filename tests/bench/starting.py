"""Measure how soon a command that reads nothing answers, against the generator's own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.rows import Row
from tests.bench.running import run

_TIMES = 9


def against_generator(work: Path) -> Iterator[Row]:
    """Ask for help and for the generator's version by turns, so that a busy machine slows both alike."""
    helped, versioned = _command("strategi", "--help"), _command("mkdocs", "--version")
    # Once unmeasured: what is compiled and cached is so afterwards.
    run(helped, work)
    run(versioned, work)
    pairs = [(run(helped, work).at_work, run(versioned, work).at_work) for _ in range(_TIMES)]
    ratio = median(ours / theirs for ours, theirs in pairs)
    note = f"{median(ours for ours, _ in pairs):.2f} s at work"
    yield Row(what="strategi --help ÷ mkdocs --version", measured=ratio, limit=2, unit="×", note=note)


def _command(name: str, word: str) -> list[str]:
    return [str(Path(sys.executable).with_name(name)), word]
