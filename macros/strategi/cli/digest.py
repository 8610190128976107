"""Define `strategi digest`: print the digest of a text, which anyone can compute again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from strategi.cli.options import format_option, help_option, root_option, today_option
from strategi.cli.snapshots import WORKING, Snapshots
from strategi.model.digest import canonical
from strategi.render.terminal.command_line import SwedishCommand
from strategi.render.terminal.digest_report import digest_json, digest_text

_HELP = """Räkna ut textens kontrollsumma, och säg vilken revidering den stämmer med.

VERSION är en revidering (2022-04-27), ett namn i git (main, HEAD~1) eller working, filerna som de står. Utan
VERSION gäller det filerna.
"""


@click.command(cls=SwedishCommand, help=_HELP)
@click.argument("version", metavar="[VERSION]", default=WORKING)
@format_option("text", "json", help="text för människor, json för program.")
@click.option("--canonical", "is_form", is_flag=True, help="Skriv i stället det som summan räknas på.")
@root_option
@today_option
@help_option
def digest(version: str, form: str, is_form: bool, root: Path, today: date) -> None:
    """Print the digest and the revisions that have it, or the canonical form alone."""
    snapshots = Snapshots(root, today)
    snapshot = snapshots.find(version).snapshot
    if is_form:
        click.echo(canonical(snapshot.strategy))
        return
    printers = {"text": digest_text, "json": digest_json}
    click.echo(printers[form](snapshot, snapshots.working.revisions), nl=False)
