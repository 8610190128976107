"""Define `strategi review`: report who must decide on a proposal and whether it may be merged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import click

from strategi.cli.options import format_option, help_option, root_option, today_option
from strategi.cli.outcome import CLEAN, FINDINGS, NOT_RUN
from strategi.cli.trees import find_tree
from strategi.model.review import Review, Ruling
from strategi.render.review.review_json import review_json
from strategi.render.review.review_markdown import review_markdown
from strategi.render.review.review_text import review_text
from strategi.render.review.sarif import review_sarif
from strategi.render.terminal.command_line import SwedishCommand
from strategi.render.terminal.findings import findings_github
from strategi.site.reviewing import review as review_of

_HELP = """Bedöm ett förslag: vad ändras, vem måste besluta om det, och vad saknas?

Filerna som de står jämförs med det som de utgår från, BASE, och bedöms efter de regler som gällde där.
Kommandot slutar med 0 om förslaget kan tas in, 1 om en regel är bruten och 2 om det inte går att bedöma.
"""
_EXITS = {Ruling.MAY_BE_MERGED: CLEAN, Ruling.RULE_BROKEN: FINDINGS, Ruling.CANNOT_JUDGE: NOT_RUN}


@click.command(cls=SwedishCommand, help=_HELP)
@click.option("--base", required=True, metavar="BASE", help="Det som förslaget ska in i, till exempel main.")
@format_option(
    "text",
    "markdown",
    "json",
    "github",
    "sarif",
    help="text för människor, markdown för en kommentar, github för anmärkningar, övriga för program.",
)
@root_option
@today_option
@help_option
@click.pass_context
def review(ctx: click.Context, base: str, form: str, root: Path, today: date) -> None:
    """Print the review and tell by the exit code what came out of it."""
    find_tree(root, None)
    found = review_of(root.resolve(), base, today)
    click.echo(_printers()[form](found), nl=False)
    ctx.exit(_EXITS[found.ruling])


def _printers() -> Mapping[str, Callable[[Review], str]]:
    return {
        "text": review_text,
        "markdown": review_markdown,
        "json": review_json,
        "github": lambda found: findings_github((*found.obstacles, *found.findings)),
        "sarif": review_sarif,
    }
