"""Check every file in `docs/`, before an engine reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from strategi.content import faults
from strategi.content.county_macros import DOOR, BrokenDoor, CountyMacros, county_macros
from strategi.content.page_keys import keys_fault, texts_in
from strategi.content.stray_files import has_sound_name
from strategi.content.tree import Tree, UnreadableFile, WorkingTree
from strategi.model.finding import Finding
from strategi.model.words import Words
from strategi.render.registry.page_check import check_braces, check_page
from strategi.render.view import View
from strategi.rules import page_faults
from strategi.site.loading import Site
from strategi.site.page_files import is_written, markdown_in, page_source
from strategi.site.sharing import share

# Where the file that a page comes from may lie.
_SOURCES = ("strategy", "indicators", "docs")
_SETTINGS = "mkdocs.yml"

_DESCRIPTION = re.compile(r'^description: "[^"\n]+"$', re.MULTILINE)
_SOURCE = re.compile(r'^source: "(?P<path>[^"\n]+)"$', re.MULTILINE)
_HEAD = re.compile(r"---\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_COMMENT = re.compile(r"^[ \t]*#.*$", re.MULTILINE)
# What looks as if it began something; one finding for each line.
_BRACES = re.compile(r"\{[{%#].*")


def check_pages(site: Site) -> tuple[Finding, ...]:
    """Every fault in the files of `docs/`, sorted. Without a strategy, what calls name is not looked up."""
    tree, words = WorkingTree(site.root), site.reading.words
    if site.strategy is None:
        return check_pages_in(tree, None, words, broken=frozenset())
    shown = site.view()
    # Pages are written for the files as they stand, also where the public is shown another wording.
    view = replace(shown, strategy=site.upcoming or shown.strategy, upcoming=None)
    return check_pages_in(tree, view, words, broken=site.reading.broken_ids)


def check_pages_in(
    tree: Tree, view: View | None, words: Words, *, broken: frozenset[str]
) -> tuple[Finding, ...]:
    """Every fault in the files of `docs/` of a tree, sorted; `broken`: ids of what could not be read.

    `words`: what the county calls things, also where nothing else of it can be shown.
    """
    files = frozenset(path for folder in _SOURCES for path in tree.paths(folder))

    county, door = _county(tree, words)

    def check(path: str) -> list[Finding]:
        return list(_page(tree, path, view, words, files, broken, county))

    unsound = _unsound_files(tree)
    pages = [path for path in markdown_in(tree) if path not in unsound]
    found = share(check, pages)
    said = (*unsound.values(), *door, *_menu(tree), *(finding for findings in found for finding in findings))
    return tuple(sorted(said))


def sound_files(tree: Tree) -> frozenset[str]:
    """The paths of the files in `docs/` that may be published as they are."""
    return frozenset(tree.paths("docs")) - _unsound_files(tree).keys()


def _unsound_files(tree: Tree) -> dict[str, Finding]:
    """What an engine would copy or follow, but is no file of this project, or has a name that is no text."""
    found: dict[str, Finding] = {}
    for path in tree.paths("docs"):
        fault = tree.fault(path)
        if fault:
            found[path] = faults.UNREADABLE.at(path, 1, 1, f"filen går inte att läsa: {fault}")
        elif not has_sound_name(path):
            found[path] = faults.FILE_NAME.at(path, 1, 1, "filens namn är inte text i UTF-8")
        elif path == "docs":
            found[path] = faults.UNEXPECTED_FILE.at(path, 1, 1, "det ligger en fil där en mapp ska vara")
    return found


def _menu(tree: Tree) -> Iterator[Finding]:
    """Braces in the generator's settings, whose menu stands on every page. Comments are nobody's words."""
    try:
        settings = tree.read(_SETTINGS).decode("utf-8", errors="replace")
    except UnreadableFile:
        return
    settings = settings.replace("\r\n", "\n")
    yield from _braces_in(_SETTINGS, _COMMENT.sub("", settings), settings, first_line=1)


def _county(tree: Tree, words: Words) -> tuple[CountyMacros, tuple[Finding, ...]]:
    """The county's own macros, and what is wrong with the file where they stand."""
    try:
        return county_macros(tree), ()
    except BrokenDoor as error:
        rule = page_faults.COUNTY_MACROS.in_words(words)
        return {}, (rule.at(DOOR, error.line, error.column, str(error)),)


def _page(
    tree: Tree,
    path: str,
    view: View | None,
    words: Words,
    files: frozenset[str],
    broken: frozenset[str],
    county: CountyMacros,
) -> Iterator[Finding]:
    source = page_source(tree, path)
    head = _HEAD.match(source)
    keys = head.group() if head else ""
    written = keys.removeprefix("---\n").rstrip().removesuffix("---")
    yield from _braces_in(path, keys, written, first_line=2)
    yield from _keys(path, written)
    body = "\n" * keys.count("\n") + source[len(keys) :]
    if view is None or not is_written(path):
        yield from check_braces(path, body, county)
    else:
        yield from check_page(path, body, view, broken=broken, county=county)
    if is_written(path):
        yield from _front_matter(files, path, keys)


def _braces_in(path: str, text: str, yaml: str, *, first_line: int) -> Iterator[Finding]:
    """Braces as they are written, and those that only come out of YAML: an escape, a value on many lines."""
    lines: set[int] = set()
    for found in _BRACES.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        lines.add(line)
        yield _brace(path, line, found.start() - text.rfind("\n", 0, found.start()), found.group())
    for written in texts_in(yaml, first_line=first_line):
        hidden = _BRACES.search(written.text)
        is_new = not lines.intersection(range(written.line, written.line + written.text.count("\n") + 3))
        if hidden and is_new:
            yield _brace(path, written.line, written.column, hidden.group())


def _brace(path: str, line: int, column: int, value: str) -> Finding:
    return page_faults.BRACES_IN_KEYS.at(path, line, column, "klamrar blir inget anrop här", value=value)


def _keys(path: str, written: str) -> Iterator[Finding]:
    """Keys that the generator could not read, and so would publish as text."""
    fault = keys_fault(written, path, first_line=2)
    if isinstance(fault, Finding):
        yield fault
    elif fault:
        yield page_faults.PAGE_KEYS.at(path, 1, 1, fault)


def _front_matter(files: frozenset[str], path: str, head: str) -> Iterator[Finding]:
    if not _DESCRIPTION.search(head):
        message = "beskrivningen saknas eller står inte inom citattecken"
        yield page_faults.PAGE_DESCRIPTION.at(path, 1, 1, message)
    named = _SOURCE.search(head)
    if named and named["path"] not in files:
        line = head.count("\n", 0, named.start()) + 1
        yield page_faults.PAGE_SOURCE.at(path, line, 1, "filen finns inte", value=named["path"])
