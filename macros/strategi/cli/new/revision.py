"""Define `strategi new revision`: record what was decided, by whom, and what is new in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from strategi.cli.new.answers import (
    NOT_FOUND,
    answers,
    asking_option,
    key_options,
    new_command,
    questions,
    refuse,
)
from strategi.cli.new.drafting import Draft, file_of
from strategi.cli.new.sources import source_options, sources
from strategi.cli.options import help_option, root_option, today_option
from strategi.content.writing import Writable
from strategi.diff.strategies import compare_governed
from strategi.history.chronicle import read_log
from strategi.model.digest import digest
from strategi.model.governance import (
    AdoptionLedger,
    ChangeClass,
    DecisionKind,
    Informed,
    Revision,
    undocumented,
)
from strategi.model.strategy import Strategy
from strategi.model.words import Words
from strategi.render.wording.change_words import part_words
from strategi.words.numbers import capital

_MUST = ("decided_on", "title", "decision", "class", "decided_by")
_MAY = ("registry_number", "minutes", "reason", "effective_from", "condition")
_RECORD = "Det som git inte vet om denna revidering. Texten själv finns i historiken."
_LEDGER = (
    'Varje {principal.genitive} beslut om revideringen. "not-documented" betyder att vi inte har funnit '
    "något beslut; det betyder inte nej."
)
_HELP = """Registrera ett beslut om strategins text.

Beslutet skrivs i strategy/revisions/. Texten är den som står i filerna: kontrollsumman räknas på den, och
noterna säger vad som skiljer den från revideringen före. När huvudmännen ska anta texten skrivs också
listan över deras beslut. Är dagen inte känd skrivs --decided-on not-found, och månaden eller året i --id.
"""


@new_command("revision", _HELP)
@key_options(Revision, "id", *_MUST, *_MAY, "class_evidence", "evidence")
@key_options(Informed, "informed_on")
@source_options
@asking_option
@root_option
@today_option
@help_option
@click.pass_context
def revision(ctx: click.Context, /, root: Path, today: date, is_asking: bool, **given: Any) -> None:
    """Draft the record and the ledger, and write them when nothing is wrong."""
    draft = Draft(root, today)
    words = draft.strategy.words
    told, faults = _told(draft, given, is_asking=is_asking)
    references, more = sources(draft, given, is_asking=is_asking)
    refuse([*faults, *more])
    informed_on = told.pop("informed_on")
    identity = told["id"]
    is_decided = told["decision"] in (DecisionKind.RECOMMENDED.value, DecisionKind.DECIDED.value)
    if told["class"] == NOT_FOUND and is_decided and told["decided_by"] != NOT_FOUND:
        draft.faults.append("--class kan vara not-found bara när --decision är approved eller not-found")
    before = _newest(draft.strategy)
    notes, unseen = _notes(root, draft.strategy, before, today, references)
    data: dict[str, Writable] = {
        **told,
        "informed": _informed(draft.strategy, told, informed_on),
        "predecessor": before.id if before else None,
        "digest": digest(draft.strategy),
        "notes": notes,
        "references": references,
    }
    data = {key: value for key, value in data.items() if value not in (None, [])}
    draft.create(
        file_of("strategy/revisions", identity), Revision, {"references": [], **data}, comments=[_RECORD]
    )
    # A draft is adopted by nobody, and an amendment that is not essential without the principals.
    is_to_be_adopted = told["class"] == ChangeClass.ESSENTIAL.value and is_decided
    if is_to_be_adopted:
        path = file_of("strategy/adoptions", identity)
        rows = [undocumented(each.id) for each in draft.strategy.principals]
        draft.create(
            path, AdoptionLedger, {"revision": identity, "adoptions": rows}, comments=[words.say(_LEDGER)]
        )
    draft.write(
        ctx,
        next_steps=[
            *unseen,
            *_next_steps(identity, words, has_notes=bool(notes), is_to_be_adopted=is_to_be_adopted),
        ],
    )


def _told(draft: Draft, given: dict[str, Any], *, is_asking: bool) -> tuple[dict[str, str], list[str]]:
    known = {"decided_by": draft.strategy.body_by_id}
    defaults = dict.fromkeys(_MAY, NOT_FOUND) | {"evidence": "documented"}
    told, faults = answers(
        [
            *questions(Revision, (*_MUST, *_MAY, "evidence"), defaults=defaults, known=known),
            *questions(Informed, ("informed_on",), defaults={"informed_on": NOT_FOUND}),
        ],
        given,
        draft.strategy.words,
        is_asking=is_asking,
    )
    # The day names the revision; where it is not known, the month or the year must be told.
    day = told.get("decided_on", "")
    is_open = day == NOT_FOUND
    asked = questions(Revision, ("id",), defaults={} if is_open else {"id": day}) if day else []
    named, unnamed = answers(asked, given, draft.strategy.words, is_asking=is_asking and is_open)
    # How sure the class is can be said only where there is one.
    has_class = told.get("class") != NOT_FOUND
    defaults = {"class_evidence": "inferred" if has_class else NOT_FOUND}
    support, more = answers(
        questions(Revision, ("class_evidence",), defaults=defaults),
        given,
        draft.strategy.words,
        is_asking=is_asking and has_class,
    )
    return named | told | support, faults + unnamed + more


def _newest(strategy: Strategy) -> Revision | None:
    return strategy.revisions[-1] if strategy.revisions else None


def _informed(strategy: Strategy, told: dict[str, str], informed_on: str) -> list[Writable]:
    """The bodies that are to be told of a decision of the class, unless they decided themselves."""
    bodies = [
        body
        for mandate in strategy.mandates
        if mandate.change_class.value == told["class"]
        for body in mandate.informed
        if body != told["decided_by"]
    ]
    return [{"body": body, "informed_on": informed_on} for body in bodies]


def _notes(
    root: Path, strategy: Strategy, before: Revision | None, today: date, references: list[str]
) -> tuple[list[Writable], list[str]]:
    """A note for every part that differs from the revision before; and what could not be seen."""
    if before is None:
        return [], []
    log = read_log(root, strategy, today=today)
    old = log.text(before.id)
    if old is None:
        why = log.problem or "ingen text i historiken har dess kontrollsumma"
        return [], [
            f"Skriv själv under notes vad som är nytt: texten till {before.id} är inte funnen ({why})."
        ]
    return list(_skeletons(old, strategy, references)), []


def _skeletons(old: Strategy, new: Strategy, references: list[str]) -> Iterator[Writable]:
    for change in compare_governed(old, new).changed:
        yield {
            "title": capital(part_words(change, new.words)),
            "parts": [change.part.id],
            "reason": NOT_FOUND,
            "page": NOT_FOUND,
            "evidence": "inferred",
            "references": references,
        }


def _next_steps(identity: str, words: Words, *, has_notes: bool, is_to_be_adopted: bool) -> list[str]:
    noted = f"Fyll i skäl och sida under notes i strategy/revisions/{identity}.yml, om de är kända."
    holders = words.principal.definite_plural_genitive
    adopted = f"Registrera {holders} beslut efter hand: strategi new adoption."
    return [
        *([noted] if has_notes else []),
        *([adopted] if is_to_be_adopted else []),
        f"Se sidan revideringar/{identity}/ med make serve.",
        f"Skicka in texten och filen i samma förslag, med rubriken ”Revidering {identity}: …”.",
    ]
