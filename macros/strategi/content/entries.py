"""Cut a YAML file into its top-level entries, without parsing those that are written plainly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from strategi.content.document import Plain
from strategi.content.yaml_reader import read_yaml
from strategi.model.finding import Finding

# Versions of files share most of their entries; those of a few thousand versions are kept.
_KEPT = 1 << 15

_BETWEEN = re.compile(r'\n(?=[A-Za-z_"])')
# Signs that YAML or our reader take in a way of their own; a tab is one of them.
_ODD = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|^(?:---|\\.\\.\\.|%)", re.MULTILINE
)

# An entry that is written plainly. In what is not quoted, no colon or number sign stands where it would mean
# something, and no value goes on to another line: then the entry ends where the next key begins. What has
# matched is never tried in another way (*+), so that no file takes long.
_NAME = r"[A-Za-z_][A-Za-z0-9_-]{0,60}"
_KEY = rf'(?P<quote>"?)(?P<key>{_NAME})(?P=quote):'
_QUOTED = r""""[^"\\\n]*"|'[^'\n]*'"""
_UNQUOTED = r"[\w”(](?:[^ :#\n]|:(?=\S)|(?<=\S)#| ++(?=[^ #\n]))*+"
_WORDS = r"""\w[^\s:#,\[\]{}"']*+(?: [^\s:#,\[\]{}"']++)*+"""
_ROW = rf"\[ *(?:(?:{_QUOTED}|{_WORDS})(?: *, *(?:{_QUOTED}|{_WORDS}))*)? *\]"
_VALUE = rf"(?:{_QUOTED}|{_ROW}|{_UNQUOTED})"
_NOTHING = r"(?: *+(?:#[^\n]*+)?\n)*+"
_END = rf"(?: *+| ++#[^\n]*+)\n{_NOTHING}"
_PAIR = rf"{_NAME}: +{_VALUE}{_END}"

_ABOVE = re.compile(_NOTHING)
_ONE = re.compile(rf"{_KEY}(?: +(?:(?P<quoted>{_QUOTED})|(?P<unquoted>{_UNQUOTED})))?{_END}")
_RECORDS = re.compile(rf"{_KEY}{_END}(?P<indent> *)-(?P<gap> +){_PAIR}(?:(?P=indent)[- ](?P=gap){_PAIR})*")
_OTHERS = (
    re.compile(rf"{_KEY} +{_ROW}{_END}"),
    re.compile(rf"{_KEY}{_END}(?P<indent> *)- +{_VALUE}{_END}(?:(?P=indent)- +{_VALUE}{_END})*"),
    re.compile(rf"{_KEY}{_END}(?P<indent> +){_PAIR}(?:(?P=indent){_PAIR})*"),
)


@dataclass(slots=True, eq=False)
class Entry:
    """A key at the top of a file and what stands under it. Entries that are written alike are one object."""

    key: str
    _text: str
    _value: Plain | None = field(default=None, repr=False)

    @property
    def value(self) -> Plain:
        """What stands under the key; parsed when it is first asked for."""
        if self._value is None:
            self._value = _mapping(self._text, [])[self.key]
        return self._value

    @property
    def records(self) -> Sequence[str] | None:
        """The text of every record of a list; None for a value that is no list of plain records."""
        plain = _RECORDS.fullmatch(self._text)
        return re.split(rf"^(?={plain['indent']}-)", self._text, flags=re.MULTILINE)[1:] if plain else None


def cut(text: str) -> tuple[Entry, ...] | None:
    """Cut the text of a file into entries; None when it may not be cut, or would be read in another way."""
    above, *pieces = _BETWEEN.split(f"\n{text}")
    entries = tuple(map(_entry, pieces))
    found = [each for each in entries if each]
    is_sound = len({each.key for each in found}) == len(pieces) and _is_nothing(above)
    return tuple(found) if found and is_sound else None


def _is_nothing(above: str) -> bool:
    """Whether there are only comments above the first key."""
    return not above or (not _is_odd(above) and bool(_ABOVE.fullmatch(f"{above}\n")))


def parse_record(text: str) -> Plain:
    """Read one of the records of an entry."""
    items = _mapping(f"records:\n{text}", [])["records"]
    return items[0] if isinstance(items, list) else items


@lru_cache(_KEPT)
def _entry(piece: str) -> Entry | None:
    """The entry, if it says the same whatever stands around it."""
    text = f"{piece}\n"
    if _is_odd(piece):
        return None
    if one := _ONE.fullmatch(text):
        value = one["quoted"][1:-1] if one["quoted"] else (one["unquoted"] or "")
        return Entry(one["key"], text, value)
    plain = next((found for each in (_RECORDS, *_OTHERS) if (found := each.fullmatch(text))), None)
    if plain:
        return Entry(plain["key"], text)
    findings: list[Finding] = []
    mapping = _mapping(text, findings)
    return Entry(next(iter(mapping)), text) if len(mapping) == 1 and not findings else None


def _is_odd(text: str) -> bool:
    """Whether a sign stands in it that is not plain text; only looked for where one may stand."""
    return not text.isprintable() and bool(_ODD.search(text))


def _mapping(text: str, findings: list[Finding]) -> dict[str, Plain]:
    """What our reader makes of a piece of YAML; empty when that is no mapping."""
    document = read_yaml(text, "", findings)
    return document.data if document and isinstance(document.data, dict) else {}
