"""Define `strategi diff`, `log` and `show`: compare versions, list revisions and print a version."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from strategi.cli.options import format_option, help_option, root_option, today_option
from strategi.cli.outcome import DIFFERENT, SAME
from strategi.cli.snapshots import Found, Snapshots, rewritten_in
from strategi.diff.strategies import compare, compare_governed
from strategi.model.change import StrategyComparison
from strategi.render.terminal.command_line import SwedishCommand
from strategi.render.terminal.comparison_document import comparison_document
from strategi.render.terminal.comparison_json import comparison_json
from strategi.render.terminal.comparison_markdown import comparison_markdown
from strategi.render.terminal.comparison_text import comparison_text
from strategi.render.terminal.differences import Differences
from strategi.render.terminal.log_text import log_json, log_text
from strategi.render.terminal.whole_text import whole_text, whole_text_json
from strategi.render.view import View

_WIDEST = 100

_DIFF = """Jämför två versioner av strategin.

En version är en revidering (2022-04-27), ett namn i git (main, HEAD~1) eller working, filerna som de står.
En revidering går före ett namn i git. Kommandot slutar med 0 om inget skiljer, 1 om något skiljer och 2 om
det inte gick att jämföra.
"""


@click.command(cls=SwedishCommand, help=_DIFF)
@click.argument("old", metavar="ÄLDRE")
@click.argument("new", metavar="NYARE")
@format_option(
    "text",
    "html",
    "json",
    "markdown",
    help="text för människor, html för en fristående sida, json för program, markdown för en kommentar.",
)
@root_option
@today_option
@help_option
@click.pass_context
def diff(ctx: click.Context, old: str, new: str, form: str, root: Path, today: date) -> None:
    """Print what differs and tell by the exit code whether anything does."""
    snapshots = Snapshots(root, today)
    differences = _differences(snapshots.find(old), snapshots.find(new))
    if form == "text":
        print_rows(comparison_text(differences, width=terminal_width()))
    else:
        printers = {"html": comparison_document, "json": comparison_json, "markdown": comparison_markdown}
        click.echo(printers[form](differences), nl=False)
    ctx.exit(SAME if differences.comparison.is_equal else DIFFERENT)


@click.command(cls=SwedishCommand, help="Visa alla revideringar och de mindre ändringarna mellan dem.")
@format_option("text", "json", help="text för människor, json för program.")
@root_option
@today_option
@help_option
def log(form: str, root: Path, today: date) -> None:
    """Print the revisions and what lies between them, newest first."""
    snapshots = Snapshots(root, today)
    view = View(strategy=snapshots.working, today=today, log=snapshots.log)
    if form == "text":
        print_rows(log_text(view, width=terminal_width()))
    else:
        click.echo(log_json(view), nl=False)


@click.command(cls=SwedishCommand, help="Visa hela strategins text som den stod i en version.")
@click.argument("version", metavar="VERSION")
@format_option("markdown", "json", help="markdown för människor, json för program.")
@root_option
@today_option
@help_option
def show(version: str, form: str, root: Path, today: date) -> None:
    """Print every governed part of one version."""
    snapshot = Snapshots(root, today).find(version).snapshot
    printers = {"markdown": whole_text, "json": whole_text_json}
    click.echo(printers[form](snapshot), nl=False)


def _differences(old: Found, new: Found) -> Differences:
    before, after = old.snapshot, new.snapshot
    if before.is_whole and after.is_whole:
        found = compare(before.strategy, after.strategy, rewritten=rewritten_in(old, new))
    else:
        governed = compare_governed(before.strategy, after.strategy)
        found = StrategyComparison(governed=governed, records=(), figures=())
    return Differences(old=before, new=after, comparison=found)


def print_rows(text: Text) -> None:
    """Print with styles where the terminal has them; the rows are as long as they are."""
    Console(highlight=False).print(text, soft_wrap=True, end="")


def terminal_width() -> int:
    """How wide rows may be."""
    return min(shutil.get_terminal_size().columns, _WIDEST)
