"""Define `strategi new adoption`: record what a principal has decided on a revision."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from strategi.cli.new.answers import (
    NOT_FOUND,
    answers,
    asking_option,
    key_options,
    new_command,
    questions,
    refuse,
    unwritable,
)
from strategi.cli.new.drafting import Draft
from strategi.cli.new.sources import source_options, sources
from strategi.cli.options import help_option, root_option, today_option
from strategi.content.editing import with_item, with_record
from strategi.content.file_system import answer_of, read_regular
from strategi.content.suggestion import did_you_mean
from strategi.content.writing import Item, Writable
from strategi.model.evidence import Evidence
from strategi.model.governance import Adoption, AdoptionLedger, Outcome
from strategi.model.governed import governed_parts
from strategi.model.strategy import Strategy
from strategi.model.words import Words
from strategi.render.addresses import principal_address

_MUST = ("principal", "outcome", "body", "decided_on")
_MAY = ("paragraph", "registry_number")
_HELP = """Registrera en huvudmans beslut.

Bara den huvudmannens rad i strategy/adoptions/ ändras. En avvikelse skrivs --deviation DEL UPPGIFT FIL, där
FIL innehåller hela den lydelse som antogs, till exempel --deviation D1 text d1.md; en del som är struken
skrivs --struck DEL.
"""


@new_command("adoption", _HELP)
@click.option("--revision", metavar="ID", help="Revideringen. Annars den nyaste som ska antas.")
@key_options(Adoption, *_MUST, *_MAY, "outcome_evidence", "note")
@click.option(
    "--deviation",
    "deviations",
    nargs=3,
    multiple=True,
    metavar="DEL UPPGIFT FIL",
    help="En del som antogs med en annan lydelse. Kan anges flera gånger.",
)
@click.option(
    "--struck", multiple=True, metavar="DEL", help="En del som inte antogs. Kan anges flera gånger."
)
@click.option("--replace", "is_replacing", is_flag=True, help="Ersätt ett beslut som redan är registrerat.")
@source_options
@asking_option
@root_option
@today_option
@help_option
@click.pass_context
def adoption(
    ctx: click.Context, /, root: Path, today: date, is_asking: bool, is_replacing: bool, **given: Any
) -> None:
    """Draft the principal's row, and write it when nothing is wrong."""
    draft = Draft(root, today)
    ledger = _ledger(draft.strategy, given["revision"])
    known = {"principal": draft.strategy.principal_by_id}
    defaults = dict.fromkeys(_MAY, NOT_FOUND) | {"outcome_evidence": "documented"}
    asked = questions(Adoption, (*_MUST, *_MAY, "outcome_evidence"), defaults=defaults, known=known)
    told, faults = answers(asked, given, draft.strategy.words, is_asking=is_asking)
    references, more = sources(draft, given, is_asking=is_asking)
    deviations, others = _deviations(draft.strategy, given)
    note = given["note"]
    if note and unwritable(note):
        others.append(f"--note: {unwritable(note)}")
    refuse([*faults, *more, *others, *([ledger] if isinstance(ledger, str) else [])])
    assert isinstance(ledger, AdoptionLedger)
    row: dict[str, Writable] = {
        **told,
        "digest": _digest(draft.strategy, ledger, told),
        "deviations": deviations,
        "references": references,
        "note": note,
    }
    _put(draft, ledger, row, is_replacing=is_replacing)
    draft.write(ctx, next_steps=_next_steps(draft.strategy.words, told, deviations))


def _ledger(strategy: Strategy, wanted: str | None) -> AdoptionLedger | str:
    """The list of decisions, or why there is none."""
    held = {str(each): ledger for each, ledger in strategy.ledgers.items()}
    recorded = [each.id for each in strategy.revisions if each.id in held]
    if not held:
        return "det finns ingen lista över beslut i strategy/adoptions/; strategi new revision skriver den"
    if wanted is None:
        return held[(recorded or sorted(strategy.ledgers))[-1]]
    return held.get(
        wanted, f"--revision: det finns ingen lista över beslut om ”{wanted}”{did_you_mean(wanted, held)}"
    )


def _digest(strategy: Strategy, ledger: AdoptionLedger, told: dict[str, str]) -> str | None:
    """The digest of what was adopted: the revision's own, where the text is documented to be the same."""
    is_same = told["outcome"] == Outcome.IDENTICAL.value
    if not is_same or told["outcome_evidence"] != Evidence.DOCUMENTED.value:
        return None
    found = (each.digests for each in strategy.revisions if each.id == ledger.revision)
    return next((digests[0] for digests in found if digests), None)


def _deviations(strategy: Strategy, given: dict[str, Any]) -> tuple[list[Writable], list[str]]:
    """The deviations, and what is wrong with them."""
    facts = {each.id: each.facts for each in governed_parts(strategy)}
    rows: list[Writable] = [
        {"part": part, "wording": NOT_FOUND, "struck": "true"} for part in given["struck"] if part in facts
    ]
    faults = [
        f"--struck: delen ”{part}” finns inte{did_you_mean(part, facts)}"
        for part in given["struck"]
        if part not in facts
    ]
    for part, fact, file in given["deviations"]:
        wording, found = _wording(Path(file))
        if part not in facts:
            found.append(f"delen ”{part}” finns inte{did_you_mean(part, facts)}")
        elif fact not in facts[part]:
            found.append(f"{part} har ingen uppgift ”{fact}”; välj {', '.join(facts[part])}")
        faults += [f"--deviation: {each}" for each in found]
        rows.append({"part": part, "fact": fact, "wording": wording})
    return rows, faults


def _wording(file: Path) -> tuple[str, list[str]]:
    """The wording in a file, and what is wrong with it."""
    try:
        text = read_regular(file).decode("utf-8-sig").replace("\r\n", "\n").strip()
    except OSError as error:
        return "", [f"filen {file} går inte att läsa: {answer_of(error).reason}"]
    except UnicodeDecodeError:
        return "", [f"filen {file} är inte text i UTF-8"]
    fault = unwritable(text)
    return text, [f"filen {file}: {fault}"] if fault else []


def _put(draft: Draft, ledger: AdoptionLedger, row: dict[str, Writable], *, is_replacing: bool) -> None:
    """Draft the row in its place; last, where the principal has none."""
    path = f"strategy/adoptions/{ledger.revision}.yml"
    content = _record(row)
    held = {each.principal: (at, each) for at, each in enumerate(ledger.adoptions)}
    principal = str(row["principal"])
    if principal not in held:
        draft.edit(path, with_item(draft.document(path), ("adoptions",), content))
        return
    at, before = held[principal]
    if before.outcome is not Outcome.NOT_DOCUMENTED and not is_replacing:
        draft.faults.append(
            f"{principal} har redan ett registrerat beslut; lägg till --replace för att ersätta det"
        )
    draft.edit(path, with_record(draft.document(path), ("adoptions", at), content))


def _record(row: dict[str, Writable]) -> Item:
    """The row as the model has it; as it was told where the model refuses it, for the check to find."""
    told = {key: value for key, value in row.items() if value not in (None, [])}
    told.setdefault("references", [])
    try:
        return Adoption.model_validate(told)
    except ValidationError:
        return told


def _next_steps(words: Words, told: dict[str, str], deviations: list[Writable]) -> list[str]:
    principal = told["principal"]
    is_vague = told["outcome"] == Outcome.DEVIATING.value and not deviations
    missing = "Skriv vad som avviker: kör om med --deviation DEL UPPGIFT FIL och --replace."
    return [
        *([missing] if is_vague else []),
        f"Se sidorna antaganden/ och {principal_address(words, principal)} med make serve.",
        f"Skicka in ändringen som ett förslag, med rubriken ”Antagande: {principal} …”.",
    ]
