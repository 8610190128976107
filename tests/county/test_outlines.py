"""Are our own files written so plainly that thousands of versions of them are read in no time?"""

from __future__ import annotations

from pathlib import Path

import pytest
from strategi.content.entries import cut

from tests.building import REPOSITORY
from tests.engine.content.outlines import as_read, outlined

FILES = sorted(
    path
    for folder in ("strategy", "indicators")
    for path in (REPOSITORY / folder).rglob("*")
    if path.suffix in (".md", ".yml")
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_light_reading_agrees_with_our_reader(path: Path) -> None:
    data = path.read_bytes()
    assert outlined(data, path.name) == as_read(data, path.name)
    front = data.decode().split("---\n")[1] if path.suffix == ".md" else data.decode()
    assert cut(front) is not None
