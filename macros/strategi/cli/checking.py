"""Define `strategi check`: report faults in the strategy, the indicators and the pages."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import click

from strategi.cli.options import format_option, help_option, root_option, today_option
from strategi.cli.outcome import CLEAN, FINDINGS, NotRun
from strategi.cli.trees import find_tree
from strategi.content.reader import read_strategy
from strategi.history.past_trees import past_trees
from strategi.history.trees import HistoryError
from strategi.model.finding import Finding, Severity
from strategi.render.terminal.command_line import SwedishCommand
from strategi.render.terminal.findings import findings_github, findings_json, findings_text, summary
from strategi.rules import check_strategy
from strategi.rules.past_versions import PastVersion, check_past_versions
from strategi.site import Site, load_site
from strategi.site.county_checking import check_county
from strategi.site.environment import is_publishing
from strategi.site.page_checking import check_pages


@click.command(cls=SwedishCommand, help="Kontrollera strategin, nyckeltalen och texterna.")
@format_option(
    "text",
    "json",
    "github",
    help="text för människor, json för program, github för granskning av ett ändringsförslag.",
)
@click.option("--rev", metavar="VERSION", help="Kontrollera en tidigare version i git i stället för filerna.")
@click.option(
    "--history", is_flag=True, help="Läs också varje tidigare version, och leta upp varje revidering i dem."
)
@click.option(
    "--publish/--preview",
    default=lambda: is_publishing(os.environ),
    show_default="preview",
    help="publish kontrollerar också det som krävs av den webbplats som alla läser.",
)
@root_option
@today_option
@help_option
@click.pass_context
def check(
    ctx: click.Context, form: str, rev: str | None, history: bool, publish: bool, root: Path, today: date
) -> None:
    """Print the findings and tell by the exit code whether any of them is an error."""
    if rev is not None and history:
        raise NotRun("välj --rev eller --history: en version, eller alla")
    findings = (
        _findings_now(root, today, history=history, publish=publish)
        if rev is None
        else _findings_then(root, rev, today)
    )
    click.echo(_printers()[form](findings), nl=False)
    ctx.exit(FINDINGS if any(each.severity is Severity.ERROR for each in findings) else CLEAN)


def loaded(root: Path, today: date, *, is_publishing: bool = False) -> tuple[Site, tuple[Finding, ...]]:
    """The files as they stand, and what is wrong with them, pages included."""
    find_tree(root, None)
    site = load_site(root.resolve(), today, is_publishing=is_publishing)
    return site, site.findings + check_pages(site)


def findings_for_people(findings: Iterable[Finding]) -> str:
    """Every finding, and how many there are."""
    return findings_text(findings) + summary(findings)


def _findings_now(root: Path, today: date, *, history: bool, publish: bool) -> tuple[Finding, ...]:
    """What is wrong with the files and what stands beside them, and with the history where that is asked."""
    site, findings = loaded(root, today, is_publishing=publish)
    past = _findings_in_history(site, today) if history else ()
    return (*findings, *check_county(site), *past)


def _findings_in_history(site: Site, today: date) -> tuple[Finding, ...]:
    """What the reader of today does not read of the versions in the history. Raise NotRun."""
    strategy_id = site.reading.strategy.info.id if site.reading.strategy else ""
    try:
        versions = [
            PastVersion(past.commit, past.day, read_strategy(past.tree, today=today))
            for past in past_trees(site.root, strategy_id=strategy_id, today=today)
        ]
    except HistoryError as error:
        raise NotRun(str(error)) from error
    return check_past_versions(versions, site.reading)


def _findings_then(root: Path, revision: str, today: date) -> tuple[Finding, ...]:
    """What was wrong with the content of a commit. Its pages, written for other code, are not checked."""
    return check_strategy(read_strategy(find_tree(root, revision), today=today), today=today)


def _printers() -> dict[str, Callable[[Iterable[Finding]], str]]:
    return {"text": findings_for_people, "json": findings_json, "github": findings_github}
