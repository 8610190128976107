"""Say where files are written with keys and words that have been replaced.

They mean what those of today mean, so this is asked of the files as they stand, and never of the history.
"""

from __future__ import annotations

from collections.abc import Iterator

from strategi.content.document import Document, Former
from strategi.content.reading import Reading
from strategi.model.finding import Finding, Severity
from strategi.model.rule import RuleDescription

_SAME = "Det betyder detsamma, och bytet syns inte i revideringsloggen."
WORD_REPLACED = RuleDescription(
    id="STR144",
    name="word-replaced",
    title="Nycklar och ord är de som används i dag",
    reference="CONTRIBUTING.md, när ett ord byts ut",
    advice=f"Skriv det nya i stället. {_SAME}",
    severity=Severity.WARNING,
)


def check_former_words(reading: Reading) -> tuple[Finding, ...]:
    """Name every key and word that has been replaced, with what to write instead, sorted by place."""
    return tuple(sorted(found for document in reading.documents.values() for found in _in(document)))


def _in(document: Document) -> Iterator[Finding]:
    for former in document.former:
        place = (document.key_place if former.is_key else document.place)(former.keys)
        what = "nyckeln" if former.is_key else f"under ”{_key(former)}” står ett äldre ord:"
        message = f"{what} ”{former.old}” heter nu ”{former.new}”"
        advice = f"Skriv {former.new} i stället. {_SAME}"
        yield WORD_REPLACED.at(
            document.path, place.line, place.column, message, value=former.old, advice=advice
        )


def _key(former: Former) -> str:
    """The key that a word stands under, also where it is one of a list."""
    return next(step for step in reversed(former.keys) if isinstance(step, str))
