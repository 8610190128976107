"""Test that either all files are written or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from strategi.content.placing import Misplaced, put_in_place, write_new

OLD, NEW = "strategy/vision.md", "strategy/plans/alvhaga.yml"


def test_new_files_get_their_folders(tmp_path: Path) -> None:
    put_in_place(tmp_path, {NEW: "å\n", "indicators/n01-x.csv": "b\n"})
    assert (tmp_path / NEW).read_bytes() == b"\xc3\xa5\n"
    assert sorted(path.name for path in tmp_path.rglob("*.*")) == ["alvhaga.yml", "n01-x.csv"]


def test_when_one_cannot_be_written_the_others_are_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "strategy").mkdir()
    (tmp_path / OLD).write_text("förut", encoding="utf-8")
    (tmp_path / "strategy" / "plans").write_text("en fil där mappen ska vara", encoding="utf-8")
    with pytest.raises(Misplaced, match="går inte att skriva"):
        put_in_place(tmp_path, {OLD: "nu", NEW: "x"})
    assert (tmp_path / OLD).read_text("utf-8") == "förut"
    assert sorted(path.name for path in (tmp_path / "strategy").iterdir()) == ["plans", "vision.md"]


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/om.md").write_text("Min.")
    with pytest.raises(Misplaced, match=r"filen docs/om\.md finns redan och skrivs inte över"):
        write_new(tmp_path, "docs/om.md", b"Annan.")
    assert (tmp_path / "docs/om.md").read_text() == "Min."
    (tmp_path / "docs/bort").symlink_to(tmp_path.parent)
    with pytest.raises(Misplaced, match="leder någon annanstans"):
        write_new(tmp_path, "docs/bort/om.md", b"Annan.")
    write_new(tmp_path, "docs/ny/om.md", b"Ny.")
    assert (tmp_path / "docs/ny/om.md").read_bytes() == b"Ny."
