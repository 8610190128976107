"""Measure how long it takes to compare two long texts word by word."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator

from strategi.diff.redlines.blocks import chunk_blocks
from strategi.diff.redlines.texts import compare_texts
from strategi.diff.redlines.tokens import marked_token, plain_token

from tests.bench.rows import Row, print_rows
from tests.bench.texts import Author

WORDS = 12_850
EDITS = 72
TIMES = 21


def redlines() -> Iterator[Row]:
    """Compare an invented text with itself after edits all over it, and with another text.

    Nothing is known of the texts beforehand, except where it says so. The best of many times, since other
    work on the machine only adds; and, as `timeit` does, without Python's collector of garbage.
    """
    author = Author(seed=1)
    chunks = author.text(WORDS)
    old, new, other = "\n\n".join(chunks), "\n\n".join(author.edited(chunks, EDITS)), _text(seed=2)
    note = f"{len(old.split())} words"
    yield _row(f"redline with {EDITS} edits", old, new, limit=50, note=note)
    yield _row("  the other way round", new, old, limit=50)
    yield _row("  texts that have been compared before", old, new, is_cold=False)
    yield _row("redline of unrelated texts", old, other, limit=500, note=f"and {len(other.split())} words")
    yield _row("redline of equal texts", old, old)


def _text(seed: int) -> str:
    return "\n\n".join(Author(seed).text(WORDS))


def _row(
    what: str, old: str, new: str, *, limit: float | None = None, is_cold: bool = True, note: str = ""
) -> Row:
    gc.disable()
    taken = min(_milliseconds(old, new, is_cold=is_cold) for _ in range(TIMES))
    gc.enable()
    return Row(what=what, measured=taken, limit=limit, unit="ms", decimals=1, note=note)


def _milliseconds(old: str, new: str, *, is_cold: bool) -> float:
    """Once, as when nothing is known of the texts: all that is kept between comparisons is forgotten."""
    if is_cold:
        for kept in (chunk_blocks, plain_token, marked_token):
            kept.cache_clear()
    started = time.perf_counter()
    compare_texts(old, new)
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    print_rows(list(redlines()))
