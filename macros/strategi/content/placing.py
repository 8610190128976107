"""Write changed files to their paths, all of them or none, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from strategi.content.file_system import answer_of

# What a form can change: not who decides, nor the records of revisions, nor the definitions of indicators.
_NAME = "[a-z0-9]+(-[a-z0-9]+)*"
_PLACES = re.compile(
    rf"strategy/(vision|principles)\.md|strategy/(subgoals|roadmap)/{_NAME}\.md|strategy/references\.yml"
    rf"|strategy/(adoptions|plans)/{_NAME}\.yml|indicators/sources\.yml|indicators/{_NAME}\.csv"
)


class Misplaced(Exception):
    """A file that may not be written there, or could not be. The text says why, in Swedish."""


def check_places(root: Path, files: Mapping[str, str]) -> None:
    """Raise Misplaced unless every path is one that a form may write to, and leads nowhere else."""
    for path in files:
        if not _PLACES.fullmatch(path):
            raise Misplaced(f"ett förslag från ett formulär får inte ändra filen {path}")
        if any(each.is_symlink() for each in _on_the_way(root, path)):
            raise Misplaced(f"{path} leder någon annanstans")


def put_in_place(root: Path, files: Mapping[str, str]) -> None:
    """Write what a form changes: every file, or leave all as they were. Raise Misplaced."""
    check_places(root, files)
    write_all(root, {path: text.encode("utf-8") for path, text in files.items()})


def write_new(root: Path, path: str, data: bytes) -> None:
    """Write a file that must not be there, and that leads nowhere else. Raise Misplaced."""
    if any(place.is_symlink() for place in _on_the_way(root, path)):
        raise Misplaced(f"{path} leder någon annanstans")
    if (root / path).exists():
        raise Misplaced(f"filen {path} finns redan och skrivs inte över")
    write_all(root, {path: data})


def write_all(root: Path, files: Mapping[str, bytes]) -> None:
    """Write every file, or leave all as they were. Raise Misplaced."""
    before: dict[Path, bytes | None] = {}
    try:
        for path, data in files.items():
            held = _bytes(root / path)
            _write(root / path, data)
            before[root / path] = held
    except OSError as error:
        for place, old in before.items():
            _restore(place, old)
        raise Misplaced(f"filerna går inte att skriva: {answer_of(error).reason}") from error


def _on_the_way(root: Path, path: str) -> Iterator[Path]:
    place = root
    for name in path.split("/"):
        place = place / name
        yield place


def _bytes(place: Path) -> bytes | None:
    return place.read_bytes() if place.exists() else None


def _write(place: Path, data: bytes) -> None:
    """Write beside the file and exchange the two, so that a file is never half there."""
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.new")
    try:
        beside.write_bytes(data)
        beside.replace(place)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _restore(place: Path, data: bytes | None) -> None:
    if data is None:
        place.unlink()
    else:
        _write(place, data)
