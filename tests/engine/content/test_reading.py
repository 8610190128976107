"""Test that an id whose file could not be read is known as broken."""

from __future__ import annotations

from strategi.content.reader import read_strategy

from tests.engine.content.cases import TODAY
from tests.engine.content.trees import MemoryTree, county_files


def test_an_id_whose_file_is_faulty_is_known_as_broken() -> None:
    files = county_files()
    path = next(path for path in files if path.startswith("indicators/n01-") and path.endswith(".yml"))
    assert read_strategy(MemoryTree(files), today=TODAY).broken_ids == frozenset()
    for broken in (b'id: "N01"\n', b"\xff", b"id: [\n"):
        reading = read_strategy(MemoryTree(files | {path: broken}), today=TODAY)
        assert reading.broken_ids == {"N01"}
