"""Draft the change of files that registers what a principal has decided, from a form."""

from __future__ import annotations

from datetime import date

from strategi.content.editing import with_item, with_record
from strategi.content.forms.answers import Answers
from strategi.content.forms.choices import OUTCOMES, Options
from strategi.content.forms.ground import Ground
from strategi.content.new_ids import unused_id
from strategi.content.writing import Item, file_text
from strategi.model.evidence import Evidence, NotFound
from strategi.model.governance import Adoption, AdoptionLedger, Deviation, Outcome, undocumented
from strategi.model.parts import Reference
from strategi.model.revision_id import RevisionId
from strategi.model.submission import Draft

_REFERENCES = "strategy/references.yml"


def decision(answers: Answers, ground: Ground, options: dict[str, Options]) -> Draft | None:
    """A row in the ledger of the revision, and the source that it rests on."""
    revision = answers.choice("revision", options["revision"])
    principal = answers.choice("principal", options["principal"])
    outcome = answers.choice("outcome", options["outcome"])
    deviations = _deviations(answers, options["deviation_part"], outcome)
    decided_on, address = answers.day("decided_on"), answers.address("source_url")
    _check_day(answers, ground, revision, decided_on)
    if not (answers.is_sound() and revision and principal and outcome):
        return None
    when = f"-{decided_on}" if isinstance(decided_on, date) else ""
    source = _source(answers, ground, f"{principal}-beslut{when}", address)
    found, evidence = OUTCOMES[outcome]
    adoption = Adoption(
        principal=principal,
        outcome=found,
        outcome_evidence=evidence,
        body=answers.known("body"),
        decided_on=decided_on,
        paragraph=answers.known("paragraph"),
        registry_number=answers.known("registry_number"),
        deviations=deviations,
        references=(source.id,),
        note=answers.text("note") or None,
    )
    ledger = _ledger(ground, revision, adoption)
    if ledger.items() <= {each.path: each.text for each in ground.reading.documents.values()}.items():
        answers.refuse("principal", "beslutet är redan registrerat så", "Ändra det som är nytt.")
        return None
    name = ground.strategy.principal_by_id[principal].short_name
    return Draft(
        topic=f"beslut-{principal}-{revision}",
        subject=f"Antagande: {name} om revideringen {revision}",
        files=ledger | _register(ground, source),
    )


def _deviations(answers: Answers, options: Options, outcome: str) -> tuple[Deviation, ...]:
    """Where other words were adopted, and which; nothing where the form does not say."""
    part, wording = answers.choice("deviation_part", options), answers.known("deviation_wording")
    is_deviating = bool(outcome) and OUTCOMES[outcome][0] is Outcome.DEVIATING
    if wording is not Evidence.NOT_FOUND:
        answers.require("deviation_part", why="när du har skrivit en lydelse")
    elif is_deviating:
        answers.require("deviation_part", why="när en annan lydelse antogs")
    if part and outcome and not is_deviating:
        message = "du har inte valt att en annan lydelse antogs"
        answers.refuse("deviation_part", message, "Ändra vad som beslutades, eller välj bort delen.")
    return (Deviation(part=part, wording=wording),) if part else ()


def _check_day(answers: Answers, ground: Ground, revision: str, decided_on: date | NotFound) -> None:
    """Nobody decides tomorrow, or on what is not there yet."""
    if isinstance(decided_on, Evidence):
        return
    if decided_on > ground.today:
        answers.refuse("decided_on", "dagen ligger i framtiden", "Skriv dagen då beslutet fattades.")
    elif revision and decided_on < RevisionId(revision).first_day:
        answers.refuse(
            "decided_on",
            f"dagen ligger före versionen {revision}",
            "Rätta dagen, eller välj en annan version.",
        )


def _source(answers: Answers, ground: Ground, words: str, address: str | NotFound) -> Reference:
    """The source as it is registered already, else as it is to be."""
    title, publisher = answers.text("source_title"), answers.known("source_publisher")
    known = ground.strategy.references
    alike = (each for each in known if (each.title, each.url) == (title, address))
    new = unused_id(words, ground.strategy.reference_by_id)
    return next(alike, Reference(id=new, title=title, publisher=publisher, url=address))


def _register(ground: Ground, source: Reference) -> dict[str, str]:
    if source.id in ground.strategy.reference_by_id:
        return {}
    if _REFERENCES not in ground.reading.documents:
        return {_REFERENCES: file_text(_REFERENCES, {"references": [source]})}
    return {_REFERENCES: with_item(ground.document(_REFERENCES), ("references",), source)}


def _ledger(ground: Ground, revision: str, adoption: Adoption) -> dict[str, str]:
    entry = ground.entry(AdoptionLedger, "revision", revision)
    if entry is None:
        path = f"strategy/adoptions/{revision}.yml"
        return {path: file_text(path, _new_ledger(ground, revision, adoption))}
    assert isinstance(entry.record, AdoptionLedger)
    document = ground.document(entry.path)
    rows = [each.principal for each in entry.record.adoptions]
    if adoption.principal not in rows:
        return {entry.path: with_item(document, ("adoptions",), adoption)}
    return {entry.path: with_record(document, ("adoptions", rows.index(adoption.principal)), adoption)}


def _new_ledger(ground: Ground, revision: str, adoption: Adoption) -> Item:
    """A list in which every other principal's decision is not known."""
    rows = [
        adoption if each.id == adoption.principal else undocumented(each.id)
        for each in ground.strategy.principals
    ]
    return {"revision": revision, "adoptions": rows}
