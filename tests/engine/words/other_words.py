"""Give an invented county words that are nobody's, also in its pages, and find the usual ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from strategi.content.reader import read_strategy
from strategi.model.digest import digest
from strategi.model.words import TermKind, WordGender

from tests.engine.content.trees import MemoryTree
from tests.engine.site.county import Step

WORDS_FILE = "strategy/words.yml"
# Singular, definite, plural, definite plural, gender, and address.
_INVENTED: Mapping[TermKind, tuple[str, WordGender, str]] = {
    TermKind.GOAL: ("blorp blorpen blorpar blorparna", WordGender.COMMON, "blorpar"),
    TermKind.PRINCIPAL: ("snurr snurret snurr snurren", WordGender.NEUTER, "snurr"),
    TermKind.INDICATOR: ("zork zorken zorkar zorkarna", WordGender.COMMON, "zorkar"),
    TermKind.VISION: ("glim glimmet glim glimmen", WordGender.NEUTER, "glim"),
    TermKind.PRINCIPLES: ("plask plasket plask plasken", WordGender.NEUTER, "plask"),
    TermKind.ROADMAP: ("trask trasken traskar traskarna", WordGender.COMMON, "trask"),
    TermKind.APPENDIX: ("knopp knoppet knopp knoppen", WordGender.NEUTER, ""),
    TermKind.COUNTY: ("vrak vraket vrak vraken", WordGender.NEUTER, ""),
}
# The usual words in every form; not as a part of an address, of a file's name or of another word.
_USUAL = re.compile(
    r"(?<![\w/.#-])(?:delmål\w*|huvudm[aä]n\w*|nyckeltal\w*|målbild\w*|färdplan\w*"
    r"|bilag(?:a|an|ans|or|orna)|län(?:et|ets|s|en|ens)?)(?![\w/-])",
    re.IGNORECASE,
)
# What goes with the other gender: `ett blorp`, `ingen snurr`, `den nya glimmet`.
_COMMON, _NEUTER = "blorp|zork|trask", "snurr|glim|plask|knopp|vrak"
_DISAGREEING = re.compile(
    rf"\b(?:(?:ett|inget|nytt|något|vilket|varje enskilt|eget|annat) (?:{_COMMON})"
    rf"|(?:en|ingen|ny|någon|vilken|egen|annan) (?:{_NEUTER})"
    rf"|(?:det|det nya|detta) (?:blorpen|zorken|trasken)"
    rf"|(?:den|den nya|denna) (?:snurret|glimmet|plasket|knoppet|vraket))\b",
    re.IGNORECASE,
)
# A sentence that was never filled in.
_UNFILLED = re.compile(rf"\{{(?:{'|'.join(kind.value for kind in TermKind)})\b[^}}]*\}}", re.IGNORECASE)
_FOLDERS = {
    "strategin/delmal": "strategin/blorpar",
    "strategin/malbild": "strategin/glim",
    "strategin/principer": "strategin/plask",
    "strategin/fardplan": "strategin/trask",
    "huvudman/": "snurr/",
    "nyckeltal/": "zorkar/",
}


def wrong_words(text: str) -> list[str]:
    """Every usual word in a text, every word with the wrong gender, and every sentence left unfilled."""
    return [*_USUAL.findall(text), *_DISAGREEING.findall(text), *_UNFILLED.findall(text)]


def words_file() -> bytes:
    """Invented words for everything."""
    rows = (_row(kind, *said) for kind, said in _INVENTED.items())
    return "".join(["words:\n", *rows]).encode()


def renamed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a county without any usual word, with words for things and pages where these say."""
    own = {_moved(path): _reworded(data) for path, data in files.items()}
    return {**own, WORDS_FILE: words_file()}


def renamed_history(steps: Iterable[Step]) -> Iterator[Step]:
    """A history in other words, whose revisions have the digests of their texts."""
    held = list(steps)
    digests = {
        found: _digest(renamed(files)).encode()
        for _, files, _ in held
        if (found := _digest(files).encode()) in b"".join(held[-1][1].values())
    }
    for day, files, message in held:
        yield day, {path: _replaced(data, digests) for path, data in renamed(files).items()}, message


def _row(kind: TermKind, forms: str, gender: WordGender, address: str) -> str:
    singular, definite, plural, definite_plural = forms.split()
    lines = [
        f"  - what: {kind.value}",
        f'    singular: "{singular}"',
        f'    definite: "{definite}"',
        f'    plural: "{plural}"',
        f'    definite_plural: "{definite_plural}"',
        f"    gender: {gender.value}",
        *([f'    address: "{address}"'] if address else []),
    ]
    return "\n".join(lines) + "\n"


def _moved(text: str) -> str:
    for usual, own in _FOLDERS.items():
        text = text.replace(usual, own)
    return text


def _reworded(data: bytes) -> bytes:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return data
    return _USUAL.sub(lambda found: "Ting" if found.group()[0].isupper() else "ting", _moved(text)).encode()


def _digest(files: Mapping[str, bytes]) -> str:
    strategy = read_strategy(MemoryTree(files), today=date(2026, 1, 15), with_figures=False).strategy
    assert strategy
    return digest(strategy)


def _replaced(data: bytes, digests: Mapping[bytes, bytes]) -> bytes:
    for old, new in digests.items():
        data = data.replace(old, new)
    return data
