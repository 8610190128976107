"""Read a tree of files as a strategy."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from strategi.content import faults
from strategi.content.assembly import assemble
from strategi.content.collection import Collection
from strategi.content.decoding import read_text
from strategi.content.document import Document, Plain
from strategi.content.figures import read_figures
from strategi.content.layout import (
    FOLDERS,
    INFO_FILE,
    WORDS_FILE,
    RecordFolder,
    is_left_alone,
    list_files,
    optional_files,
    record_folders,
    whole_files,
)
from strategi.content.parsing import parse
from strategi.content.reading import Reading
from strategi.content.stray_files import check_stray_files, has_sound_name
from strategi.content.tree import Tree, WorkingTree
from strategi.model.evidence import Evidence
from strategi.model.record import Record
from strategi.model.words import Words


def read_strategy(tree: Tree, *, today: date, with_figures: bool = True) -> Reading:
    """Read everything in the tree, with all faults of all files. Raises nothing, whatever the files hold.

    Without figures the tables are left unread, sound or not: who asks for texts need not wait for them.
    """
    paths = tuple(path for folder in FOLDERS for path in tree.paths(folder))
    found = Collection()
    _check_folders(tree, paths, found)
    _read_words(tree, paths, found)
    for path, kind in whole_files().items():
        _read_whole(tree, path, kind, found, is_there=path in paths)
    for path, kind in optional_files().items():
        if path in paths:
            _read_one(tree, path, kind, found)
    for path in list_files():
        if path in paths and path != WORDS_FILE:
            _read_lists(tree, path, found)
    for folder, layout in record_folders().items():
        for path in _files_in(folder, layout, paths):
            _read_one(tree, path, layout.record, found)
    series = read_figures(tree, paths, found, today=today) if with_figures else {}
    check_stray_files(paths, found)
    return Reading(
        strategy=assemble(found, series, paths),
        findings=tuple(sorted(set(found.findings))),
        documents=found.documents,
        paths=frozenset(paths),
        entries={kind: tuple(entries) for kind, entries in found.entries.items()},
        faulty={kind: tuple(entries) for kind, entries in found.faulty.items()},
        ids={kind: frozenset(ids) for kind, ids in found.ids.items()},
        unknown=frozenset(found.unknown),
        words=found.words,
    )


def words_in(root: Path) -> Words:
    """What a county calls things, and no more of its content; as usual where that cannot be read."""
    found = Collection()
    tree = WorkingTree(root)
    _read_words(tree, tree.paths("strategy"), found)
    return found.words


def _read_words(tree: Tree, paths: tuple[str, ...], found: Collection) -> None:
    if WORDS_FILE in paths:
        _read_lists(tree, WORDS_FILE, found)
        found.take_words()


def _check_folders(tree: Tree, paths: tuple[str, ...], found: Collection) -> None:
    """Report what stands in the place of a folder. Nothing is known of what the folder should hold."""
    kinds = {folder: [layout.record] for folder, layout in record_folders().items()}
    for folder in {*FOLDERS, *kinds}.intersection(paths):
        fault = tree.fault(folder)
        message = f"mappen går inte att läsa: {fault}" if fault else "det ligger en fil där en mapp ska vara"
        found.findings.append(
            (faults.UNREADABLE if fault else faults.UNEXPECTED_FILE).at(folder, 1, 1, message)
        )
        found.unknown.update(kinds.get(folder, []))


def _files_in(folder: str, layout: RecordFolder, paths: tuple[str, ...]) -> list[str]:
    lists = list_files()
    return [
        path
        for path in paths
        if path.rpartition("/")[0] == folder
        and path.endswith(layout.suffix)
        and path not in lists
        and not is_left_alone(path)
        and has_sound_name(path)
    ]


def _read_whole(tree: Tree, path: str, kind: type[Record], found: Collection, *, is_there: bool) -> None:
    if is_there:
        _read_one(tree, path, kind, found)
    elif path == INFO_FILE:
        found.findings.append(faults.MISSING_FILE.at(path, 1, 1, "filen saknas"))


def _read_lists(tree: Tree, path: str, found: Collection) -> None:
    file = list_files()[path]
    document = _read_document(tree, path, found)
    if document is None:
        found.unknown.update(file.lists.values())
    else:
        found.add_lists(file, document)


def _read_one(tree: Tree, path: str, kind: type[Record], found: Collection) -> None:
    document = _read_document(tree, path, found)
    if document is None:
        found.declare_by_name(kind, path)
    elif not isinstance(document.data, dict):
        found.declare_by_name(kind, path)
        found.refuse_shape(document, "filen ska börja med nycklar och deras värden")
    else:
        data = document.data if document.body is None else _with_body(document, document.data, found)
        found.add(kind, document, (), data)


def _read_document(tree: Tree, path: str, found: Collection) -> Document | None:
    text = read_text(tree, path, found.findings)
    if text is None:
        return None
    document = parse(text, path, found.findings)
    if document is not None:
        found.documents[path] = document
    return document


def _with_body(document: Document, data: dict[str, Plain], found: Collection) -> dict[str, Plain]:
    """Add the body under the key `text`. An absent body must be admitted by `text_evidence`."""
    absent = Evidence.NOT_FOUND.value
    evidence = data.get("text_evidence", absent if not document.body else "")
    line = document.body_line
    if not document.body and evidence != absent:
        message = "texten under nycklarna saknas, men text_evidence är inte not-found"
        found.findings.append(faults.BODY_TEXT.at(document.path, line, 1, message))
    if document.body and evidence == absent:
        first = document.body.split("\n", 1)[0]
        message = "text_evidence är not-found, men det står en text under nycklarna"
        found.findings.append(faults.BODY_TEXT.at(document.path, line, 1, message, value=first))
    if "text" in data:
        place = document.key_place(("text",))
        message = "nyckeln ”text” är okänd; texten skrivs under nycklarna"
        found.findings.append(
            faults.UNKNOWN_KEY.at(document.path, place.line, place.column, message, value="text")
        )
    return {**data, "text": document.body or absent}
