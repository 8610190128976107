"""Report files that are never read because of their location or name."""

from __future__ import annotations

from strategi.content import faults
from strategi.content.collection import Collection
from strategi.content.layout import (
    RecordFolder,
    is_left_alone,
    list_files,
    optional_files,
    record_folders,
    whole_files,
)
from strategi.content.suggestion import did_you_mean
from strategi.model.words import Words


def check_stray_files(paths: tuple[str, ...], found: Collection) -> None:
    """Report files that an editor surely meant to be read, but that are not."""
    folders = record_folders()
    for path in paths:
        if not has_sound_name(path):
            found.findings.append(faults.FILE_NAME.at(path, 1, 1, "filens namn är inte text i UTF-8"))
            continue
        if is_left_alone(path) or path in _read_by_name():
            continue
        home = next((each for each in folders if path.startswith(f"{each}/")), "")
        message = _misplaced(path, home, folders[home], found.words) if home else _misspelt(path, paths)
        if message and home:
            # What refers to it is not to blame.
            found.declare_by_name(folders[home].record, path)
        if message:
            found.findings.append(faults.UNEXPECTED_FILE.at(path, 1, 1, message))


def _read_by_name() -> set[str]:
    return {*whole_files(), *optional_files(), *list_files()}


def has_sound_name(path: str) -> bool:
    """Whether the name is text in UTF-8; other bytes of a name are read as surrogates."""
    return not any("\ud800" <= sign <= "\udfff" for sign in path)


def _misplaced(path: str, home: str, layout: RecordFolder, words: Words) -> str:
    below, _, name = path.removeprefix(f"{home}/").rpartition("/")
    if below:
        is_known = below.split("/")[0] in layout.folders
        return "" if is_known else f"filer i undermappar till {home}/ läses inte"
    if name.endswith((layout.suffix, *layout.beside)):
        return ""
    return f"filer i {home}/ heter som {words.say(layout.shape)}"


def _misspelt(path: str, paths: tuple[str, ...]) -> str:
    absent = _read_by_name() - set(paths)
    hint = did_you_mean(path, absent) if path.endswith((".md", ".yml", ".yaml")) else ""
    return f"filen läses inte{hint}" if hint else ""
