"""Draft a change of the wording or the title of a part, from a form."""

from __future__ import annotations

from collections.abc import Iterator

from strategi.content.collection import Entry
from strategi.content.document import Document
from strategi.content.editing import with_body, with_value
from strategi.content.forms.answers import Answers
from strategi.content.forms.choices import Options
from strategi.content.forms.ground import Ground
from strategi.content.parsing import parse
from strategi.content.writing import body_text
from strategi.model.evidence import Evidence
from strategi.model.governed import PRINCIPLES_ID, TEXT, VISION_ID
from strategi.model.parts import Part, Principles, RoadmapSection, Subgoal, Vision
from strategi.model.record import Record
from strategi.model.submission import Draft
from strategi.model.words import Words

WORDING = "wording"


def text_change(answers: Answers, ground: Ground, options: dict[str, Options]) -> Draft | None:
    """A proposal of words. It brings no decision: who has to make one is for the review to say."""
    part_id = answers.choice("part", options["part"])
    fact = answers.choice("fact", options["fact"])
    if not (part_id and fact and answers.text(WORDING)):
        return None
    entry = next(each for each in _parts(ground) if _id_of(each.record) == part_id)
    part, wording = entry.record, answers.text(WORDING)
    assert isinstance(part, Part)
    if fact != TEXT and "\n" in wording:
        answers.refuse(WORDING, "rubriken är flera rader", "Skriv rubriken på en rad.")
    if (part.text if fact == TEXT else part.title) == body_text(wording):
        answers.refuse(WORDING, "det är redan så det står", "Skriv hela den nya lydelsen.")
    if not answers.is_sound(WORDING):
        return None
    document = ground.document(entry.path)
    new = _with_text(document, part, wording) if fact == TEXT else with_value(document, ("title",), wording)
    prefix = _prefix(part, ground.strategy.words)
    what = "ny text" if fact == TEXT else "ny rubrik"
    return Draft(topic=f"text-{part_id.lower()}", subject=f"{prefix}: {what}", files={entry.path: new})


def _with_text(document: Document, part: Part, wording: str) -> str:
    if part.text_evidence is Evidence.NOT_FOUND:
        # Someone's words for what nobody has found are no document.
        text = with_value(document, ("text_evidence",), Evidence.INFERRED)
        again = parse(text, document.path, [])
        assert again is not None
        document = again
    return with_body(document, wording)


def _parts(ground: Ground) -> Iterator[Entry[Record]]:
    for kind in (Vision, Subgoal, Principles, RoadmapSection):
        yield from ground.reading.entries.get(kind, ())


def _id_of(part: Record) -> str:
    if isinstance(part, (Vision, Principles)):
        return VISION_ID if isinstance(part, Vision) else PRINCIPLES_ID
    return str(getattr(part, "id", ""))


def _prefix(part: Part, words: Words) -> str:
    """What commits begin with that change the part."""
    match part:
        case Subgoal():
            return part.id
        case RoadmapSection():
            return f"{words.roadmap.capital}, {part.title}"
        case Vision():
            return str(words.vision.capital)
    return words.principles.capital.plural
