"""Render the whole of a strategy's text as Markdown, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from strategi.model.digest import digest
from strategi.model.governed import GovernedPart, PartKind, governed_parts
from strategi.model.parts import Wording
from strategi.model.words import Words
from strategi.render.printable import printable
from strategi.render.terminal.differences import Snapshot
from strategi.render.wording.change_words import part_label
from strategi.render.wording.fact_words import NOT_FOUND, fact_name, fact_value
from strategi.render.wording.markdown_words import plain_words
from strategi.words.numbers import capital

FORMAT = "levande-strategi-text-1"
RENDERED = "Texten är återgiven med våra ord, om inget annat sägs. Den är inte det antagna dokumentets."


def whole_text(snapshot: Snapshot) -> str:
    """Every governed part as it stood, in Markdown. What cannot be printed is shown as it is escaped."""
    return "\n".join(map(printable, "\n".join(_whole(snapshot)).split("\n"))) + "\n"


def whole_text_json(snapshot: Snapshot) -> str:
    """The same as indented JSON: each part's kind, id and facts; null is a fact that is not found."""
    content = {
        "format": FORMAT,
        "kind": snapshot.kind.value,
        "name": snapshot.name,
        "title": snapshot.strategy.info.title,
        "wording": snapshot.strategy.info.wording.value,
        "digest": digest(snapshot.strategy),
        "parts": [
            {"kind": each.kind.value, "id": each.id, "facts": dict(each.facts)}
            for each in governed_parts(snapshot.strategy)
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _whole(snapshot: Snapshot) -> Iterator[str]:
    strategy = snapshot.strategy
    yield f"# {plain_words(strategy.info.title)}"
    yield f"\n{capital(snapshot.label)}. Kontrollsumma: {digest(strategy)}."
    if strategy.info.wording is Wording.RENDERED:
        yield f"\n{RENDERED}"
    for part in governed_parts(strategy):
        yield f"\n## {plain_words(part_label(part, strategy.words))}\n"
        yield from _facts(part, strategy.words) if part.kind is PartKind.INDICATOR else [_wording(part)]


def _wording(part: GovernedPart) -> str:
    return f"{capital(NOT_FOUND)}." if part.text is None else part.text.strip()


def _facts(indicator: GovernedPart, words: Words) -> Iterator[str]:
    for name, value in indicator.facts.items():
        if name != "name":
            yield f"- {capital(fact_name(name, words))}: {plain_words(fact_value(name, value, words))}"
