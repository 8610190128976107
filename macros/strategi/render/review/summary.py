"""Summarise the outcome of a review, and what has to be done, in a few plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from strategi.model.authority import Mandate
from strategi.model.evidence import Evidence
from strategi.model.finding import Finding, Severity
from strategi.model.review import Cover, NewStrategy, Review, Ruling, StatusChange, StatusGround, Weighing
from strategi.model.words import Words
from strategi.render.addresses import revision_address
from strategi.render.wording.authority_words import body_names
from strategi.render.wording.decision_words import decided
from strategi.render.wording.fact_words import fact_value
from strategi.render.wording.record_words import dated
from strategi.words.lists import listed
from strategi.words.numbers import at_moment, capital, counted, day, moment

_RULINGS = {
    Ruling.MAY_BE_MERGED: "Förslaget kan tas in.",
    Ruling.RULE_BROKEN: "Förslaget kan inte tas in som det är.",
    Ruling.CANNOT_JUDGE: "Förslaget kan inte bedömas, och därför inte tas in.",
}
_UNCHANGED = "Ingenting i strategin, {indicator.definite_plural} eller uppgifterna runt dem ändras."
_FROM_DRAFT = (
    "Beslutet jämförs med den beslutade texten från {day}. Det som stod i filerna innan var ett förslag."
)
_DRAFT = (
    "Det är ett förslag, och inget är beslutat. Läsarna ser den text som gäller tills {bodies} har beslutat."
)
_CORRECTION = (
    "Texten ändras genom en rättelse av hur beslutet är återgivet. Det behövs inget nytt beslut, "
    "men den som granskar behöver jämföra med källan."
)

_NOT_COMPARED = (
    "Reglerna där förslaget utgår från gäller inte den, och granskningen jämför inte två olika strategier. "
    "Den som ansvarar för webbplatsen avgör om den ska tas in, och behöver läsa allt. Från och med nästa "
    "förslag gäller den nya strategins regler."
)
_FIRST = (
    "Det finns inga regler att bedöma den efter. Den som ansvarar för webbplatsen avgör om den ska tas in, "
    "och behöver läsa allt. Från och med nästa förslag gäller den nya strategins regler."
)
_REGISTERED = (
    "Ändringens art: registrering av något som redan är beslutat, eller av en uppgift som saknades. "
    "Inget nytt beslut behövs, men den som granskar behöver läsa källan."
)


def ruling_words(review: Review) -> str:
    """The outcome in a sentence."""
    return _RULINGS[review.ruling]


def sentences(review: Review) -> tuple[str, ...]:
    """What kind of change it is, who decides on it, and on what it rests."""
    return tuple(_sentences(review))


def _sentences(review: Review) -> Iterator[str]:
    weighing, strategy = review.weighing, review.new
    if weighing is None or strategy is None:
        return
    if review.new_strategy:
        yield _new_strategy(review.new_strategy, strategy.words)
    for old, new in weighing.renamed:
        yield (
            f"Revideringen {moment(old)} får ett id som säger mer: {moment(new)}. Dess sidor får nya "
            f"adresser, som {revision_address(new)}, och de gamla leder ingenstans."
        )
    if weighing.change_class is None:
        is_first = review.new_strategy is not None and not review.new_strategy.former_id
        if is_first:
            yield _FIRST
            return
        yield _NOT_COMPARED if review.new_strategy else strategy.words.say(_UNCHANGED)
        return
    if weighing.status_change:
        yield _status(weighing.status_change)
    if weighing.status_ground is StatusGround.REGISTERED and not _needs_decision(weighing):
        yield _REGISTERED
        return
    yield f"Ändringens art: {fact_value('class', weighing.change_class.value, strategy.words)}."
    if weighing.mandate:
        yield from _mandate(review, weighing.mandate)
    yield from _cover(review, weighing)


def _new_strategy(found: NewStrategy, words: Words) -> str:
    """That the two are not one strategy, in one line."""
    if not found.former_id:
        return "Det är den första strategin: ingen finns där förslaget utgår från."
    of = words.say(" för {county:en annan|ett annat} {county}") if found.is_other_county else ""
    return f"Det är en ny strategi{of}: id är ändrat från ”{found.former_id}” till ”{found.id}”."


def _status(change: StatusChange) -> str:
    """What becomes of the legal status, and from when."""
    when = "" if change.is_now else f" från den {day(change.day)}"
    return dated(f"Förslaget ändrar strategins ställning{when}: {'; '.join(change.differences)}.")


def _needs_decision(weighing: Weighing) -> bool:
    return weighing.mandate is not None and bool(weighing.mandate.decided_by)


def _mandate(review: Review, mandate: Mandate) -> Iterator[str]:
    if mandate.decided_by:
        yield f"Beslutas av: {_names(review, mandate.decided_by)}."
    else:
        yield "Inget organ behöver besluta."
    if mandate.informed:
        yield f"Ska informeras, om de inte beslutar själva: {_names(review, mandate.informed)}."
    yield f"Stöd: {mandate.clause.rstrip('.')}{_ground(mandate)}."


def _names(review: Review, ids: Sequence[str]) -> str:
    """Bodies by the names that they had before: who decides is not renamed in passing."""
    assert review.new is not None and review.old is not None
    known = replace(review.new, bodies=(*review.new.bodies, *review.old.bodies))
    return body_names(known, ids)


def _ground(mandate: Mandate) -> str:
    """Where it stands, or that it is our reading."""
    if mandate.evidence is not Evidence.DOCUMENTED:
        return " (vår tolkning)"
    return f" (sidan {mandate.page} i strategin)" if isinstance(mandate.page, int) else ""


def _cover(review: Review, weighing: Weighing) -> Iterator[str]:
    revision = weighing.revision
    if weighing.cover is Cover.CORRECTION:
        yield _CORRECTION
    if revision is None or weighing.cover not in (Cover.DECISION, Cover.DRAFT):
        return
    body = revision.decided_by
    act = decided(revision, "" if body is Evidence.NOT_FOUND else _names(review, (body,)))
    yield f"Posten i förslaget: ”{revision.title}”, {act[:1].lower()}{act[1:]}."
    if weighing.compared_with:
        yield _FROM_DRAFT.format(day=at_moment(weighing.compared_with.id))
    if weighing.cover is Cover.DRAFT and weighing.mandate and weighing.mandate.decided_by:
        yield _DRAFT.format(bodies=_names(review, weighing.mandate.decided_by))


# What has to be written down before the proposal can be taken in, by the rule that misses it.
_MISSING = {
    "REV501": "ett beslut om texten, som en post i strategy/revisions/",
    "REV502": "ett beslut om texten, som en post i strategy/revisions/",
    "REV504": "dagen då den som ska informeras informerades, i posten om beslutet",
    "REV505": "rätt klass i posten om beslutet",
    "REV506": "textens kontrollsumma i posten om beslutet",
    "REV508": "rättelserna så som texten har ändrats, i posten om den revidering som rättas",
    "REV533": "ett beslut som ändrar vad som gäller, som en ny post i strategy/revisions/",
    "REV535": "ett beslut om den nya strategin, som en post i strategy/revisions/",
    "REV536": "den tidigare strategins id under succeeds i strategy/strategy.yml",
    "REV510": "ett beslut om det som ändras utanför texten, som en post i strategy/revisions/",
    "ADO203": "en rad för varje {principal} i listan över antaganden",
    "ADO205": "källan till {principal.a_genitive} beslut",
}


def missing_records(review: Review) -> tuple[str, ...]:
    """What is not written down yet, each once."""
    words = review.words
    missing = (_MISSING[each.rule_id] for each in review.findings if each.rule_id in _MISSING)
    return tuple(words.say(each) for each in dict.fromkeys(missing))


def counted_findings(findings: tuple[Finding, ...]) -> str:
    """How many faults and warnings: `2 fel och 1 varning`; "" for none."""
    severities = [each.severity for each in findings]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    said = [f"{errors} fel" if errors else "", counted(warnings, "varning", "varningar") if warnings else ""]
    words = [each for each in said if each]
    return capital(listed(words)) if words else ""
