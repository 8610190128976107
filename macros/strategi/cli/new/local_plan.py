"""Define `strategi new local-plan`: record the local plan that a principal has made."""

from __future__ import annotations

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
from strategi.model.governance import LocalPlan
from strategi.render.addresses import principal_address

_MUST = ("principal", "title")
_MAY = ("valid_from", "valid_to", "body", "decided_on", "registry_number", "url")
_HELP = """Registrera en huvudmans lokala plan.

Den skrivs i strategy/plans/, i en fil som heter som huvudmannens id.
"""


@new_command("local-plan", _HELP)
@key_options(LocalPlan, *_MUST, *_MAY, "evidence")
@source_options
@asking_option
@root_option
@today_option
@help_option
@click.pass_context
def local_plan(ctx: click.Context, /, root: Path, today: date, is_asking: bool, **given: Any) -> None:
    """Draft the plan's file, and write it when nothing is wrong."""
    draft = Draft(root, today)
    words = draft.strategy.words
    known = {"principal": draft.strategy.principal_by_id}
    defaults = dict.fromkeys(_MAY, NOT_FOUND) | {"evidence": "documented"}
    asked = questions(LocalPlan, (*_MUST, *_MAY, "evidence"), defaults=defaults, known=known)
    told, faults = answers(asked, given, words, is_asking=is_asking)
    references, more = sources(draft, given, is_asking=is_asking)
    refuse([*faults, *more])
    principal = told["principal"]
    draft.create(
        file_of("strategy/plans", principal),
        LocalPlan,
        {**told, "references": references},
        comments=[words.say("{Principal.a_genitive} lokala plan.")],
    )
    draft.write(
        ctx,
        next_steps=[
            f"Se sidan {principal_address(words, principal)} med make serve.",
            "Skicka in ändringen som ett förslag, med rubriken ”Lokal plan: …”.",
        ],
    )
