"""Find the top-level keys, or the records in lists, that differ between two versions of a file.

History holds thousands of versions, and most of each is as it was. So a file is cut into entries, and one is
parsed only where its text differs. A file that may not be cut, or may hold words that have been replaced, is
parsed whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from unicodedata import is_normalized

from strategi.content.decoding import read_text
from strategi.content.document import Plain
from strategi.content.entries import Entry, cut, parse_record
from strategi.content.parsing import parse
from strategi.content.replacements import replaced_in
from strategi.model.digest import canonical_line, canonical_text
from strategi.model.finding import Finding
from strategi.model.governed import TEXT

_BOM = b"\xef\xbb\xbf"
_FRONT = re.compile(r"---\n(.*?\n)---[^\S\n]*(?:\n|\Z)(.*)\Z", re.DOTALL)
_BLANK_LINES = re.compile(r"\A(?:[^\S\n]*\n)+")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# What a record of a list is known by: the first of these that it has.
_IDENTITIES = (
    ("id",),
    ("code",),
    ("principal",),
    ("indicator", "series"),
    ("revision",),
    ("date",),
    ("what",),
    ("class",),
)


@dataclass(frozen=True, slots=True)
class Outline:
    """The entries of a file, in its order; what stands below front matter is one too, called `text`."""

    entries: tuple[Entry, ...]
    former: tuple[str, ...] = ()
    """The keys and words that stand in it and have been replaced, sorted; entries are in those of today."""

    def value(self, key: str) -> Plain | None:
        """What stands under a key; None where it is absent."""
        return next((each.value for each in self.entries if each.key == key), None)

    def word(self, key: str) -> str:
        """What stands under a key, if it is text; else ""."""
        value = self.value(key)
        return value if isinstance(value, str) else ""


def read_outline(data: bytes, path: str) -> Outline | None:
    """Read a YAML or Markdown file as far as is needed; None when our reader could not read it."""
    entries = None if _may_hold_replaced(data, path) else _cut(data, path)
    return Outline(entries) if entries else _parse(data, path)


def is_only_reworded(before: Outline, after: Outline) -> bool:
    """Whether the two say the same, one of them in words that have been replaced."""
    return before.former != after.former and not differing_keys(before, after)


def differing_keys(before: Outline, after: Outline) -> tuple[str, ...]:
    """Name the keys whose values differ. How a text is broken into lines is no difference."""
    return tuple(
        key
        for key, old, new in _unlike(before, after)
        if old is None or new is None or not _is_same(old, new)
    )


def differing_records(before: Outline, after: Outline) -> tuple[str, ...]:
    """Name the records that differ in the lists of a file, by their ids; what is no list, by its key."""
    names = (name for key, old, new in _unlike(before, after) for name in _names(key, old, new))
    return tuple(dict.fromkeys(names))


def _unlike(before: Outline, after: Outline) -> Iterator[tuple[str, Entry | None, Entry | None]]:
    """The entries that are not one and the same, before and after, in the order of the newer file."""
    unlike = {*before.entries} ^ {*after.entries}
    olds = {each.key: each for each in before.entries if each in unlike}
    news = {each.key: each for each in after.entries if each in unlike}
    for key in {**news, **olds}:
        yield key, olds.get(key), news.get(key)


def _is_same(before: Entry, after: Entry) -> bool:
    old, new = before.value, after.value
    if old == new or not (isinstance(old, str) and isinstance(new, str)) or _have_other_words(old, new):
        return old == new
    fold = canonical_text if after.key == TEXT else canonical_line
    return fold(old) == fold(new)


def _have_other_words(before: str, after: str) -> bool:
    """Whether it is certain, without folding the texts, that they do not read the same: to fold is dear."""
    words, other_words = before.split(), after.split()
    return words != other_words and _is_visible(words) and _is_visible(other_words)


def _is_visible(words: Iterable[str]) -> bool:
    """Whether nothing is written in a way that may be folded to another."""
    text = "".join(words)
    return text.isprintable() and is_normalized("NFC", text)


def _names(key: str, before: Entry | None, after: Entry | None) -> Iterator[str]:
    old, new = _other_values(before, after)
    if isinstance(old, list) and isinstance(new, list):
        olds, news = _by_identity(key, old), _by_identity(key, new)
        yield from (name for name in {**news, **olds} if olds.get(name) != news.get(name))
    elif old != new:
        yield key


def _other_values(before: Entry | None, after: Entry | None) -> tuple[Plain, Plain]:
    """The records that are not written alike in both lists; what is no list of plain records as it is."""
    olds, news = (each.records if each else [] for each in (before, after))
    if olds is None or news is None:
        return before.value if before else [], after.value if after else []
    gone, come = Counter(olds) - Counter(news), Counter(news) - Counter(olds)
    return [parse_record(each) for each in gone.elements()], [parse_record(each) for each in come.elements()]


def _by_identity(key: str, items: Iterable[Plain]) -> dict[str, list[Plain]]:
    found: dict[str, list[Plain]] = {}
    for each in items:
        found.setdefault(_identity(each) or key, []).append(each)
    return found


def _identity(item: Plain) -> str:
    if not isinstance(item, dict):
        return ""
    names = next((names for names in _IDENTITIES if item.keys() >= set(names)), ())
    return " ".join(str(item[name]) for name in names)


def _may_hold_replaced(data: bytes, path: str) -> bool:
    """Whether a key or a word that has been replaced may stand in the file; an escape may hide one."""
    replaced = replaced_in(path)
    return bool(replaced) and (b"\\" in data or any(word.encode() in data for word in replaced))


def _cut(data: bytes, path: str) -> tuple[Entry, ...] | None:
    """Cut a file into entries; None for one that may not be cut."""
    try:
        text = data.removeprefix(_BOM).decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None
    if not path.endswith(".md"):
        return cut(text)
    front = _FRONT.match(text)
    if front is None or _CONTROL.search(front[2]):
        return None
    entries = cut(front[1])
    if entries is None or any(each.key == TEXT for each in entries):
        return None
    return (*entries, Entry(TEXT, "", _BLANK_LINES.sub("", front[2]).rstrip()))


def _parse(data: bytes, path: str) -> Outline | None:
    findings: list[Finding] = []
    text = read_text(_OneFile(data), path, findings)
    if text is None:
        return None
    document = parse(text, path, findings)
    if document is None or not isinstance(document.data, dict):
        return None
    body = {} if document.body is None else {TEXT: document.body}
    entries = tuple(Entry(key, "", value) for key, value in {**document.data, **body}.items())
    return Outline(entries, tuple(sorted(former.old for former in document.former)))


@dataclass(frozen=True, slots=True)
class _OneFile:
    """A tree of one file."""

    data: bytes

    def paths(self, folder: str) -> tuple[str, ...]:
        """No folder has any."""
        return ()

    def fault(self, path: str) -> str:
        """None: what is read here is text already."""
        return ""

    def read(self, path: str) -> bytes:
        """The file."""
        return self.data
