"""The command `strategi check`: what is wrong with the strategy, the indicators and the pages?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import click

from strategi.cli.options import format_option, help_option, root_option, today_option
from strategi.cli.outcome import CLEAN, FINDINGS
from strategi.cli.trees import find_tree
from strategi.content.reader import read_strategy
from strategi.model.finding import Finding, Severity
from strategi.render.terminal.command_line import SwedishCommand
from strategi.render.terminal.findings import findings_github, findings_json, findings_text, summary
from strategi.rules import check_strategy
from strategi.site import Site, load_site
from strategi.site.page_checking import check_pages


@click.command(cls=SwedishCommand, help="Kontrollera strategin, nyckeltalen och texterna.")
@format_option(
    "text",
    "json",
    "github",
    help="text för människor, json för program, github för granskning av ett ändringsförslag.",
)
@click.option("--rev", metavar="VERSION", help="Kontrollera en tidigare version i git i stället för filerna.")
@root_option
@today_option
@help_option
@click.pass_context
def check(ctx: click.Context, form: str, rev: str | None, root: Path, today: date) -> None:
    """Print the findings and tell by the exit code whether any of them is an error."""
    findings = loaded(root, today)[1] if rev is None else _findings_then(root, rev, today)
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


def _findings_then(root: Path, revision: str, today: date) -> tuple[Finding, ...]:
    """What was wrong with the content of a commit. Its pages, written for other code, are not checked."""
    return check_strategy(read_strategy(find_tree(root, revision), today=today), today=today)


def _printers() -> dict[str, Callable[[Iterable[Finding]], str]]:
    return {"text": findings_for_people, "json": findings_json, "github": findings_github}
