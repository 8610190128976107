"""The command `strategi`: what can be done from a terminal?"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from macros.content.reader import read_strategy
from macros.content.tree import Tree, WorkingTree
from macros.history.trees import HistoryError, tree_at
from macros.model.finding import Finding, Severity
from macros.render.command_line import SwedishGroup
from macros.render.findings import findings_github, findings_json, findings_text, summary
from macros.render.numbers import number
from macros.rules import check_strategy
from macros.site import Site, load_site
from macros.site.building import build_site, serve_site
from macros.site.clock import today as today_in
from macros.site.engine import ENGINES, EngineFailure
from macros.site.finishing import BrokenSite
from macros.site.page_checking import check_pages

CLEAN, FINDINGS, NOT_RUN = 0, 1, 2


class NotRun(click.ClickException):
    """The command could not do what it was asked. The text says why, in Swedish."""

    exit_code = NOT_RUN

    def format_message(self) -> str:
        """The whole line that is shown."""
        return self.message

    def show(self, file: Any = None) -> None:
        """Print to the error stream."""
        click.echo(f"Det gick inte: {self.message}", file=file, err=file is None)


class _Day(click.ParamType[date]):
    """A day in the calendar."""

    name = "ÅÅÅÅ-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read `YYYY-MM-DD`."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"”{value}” är inte ett datum; skriv ÅÅÅÅ-MM-DD", param, ctx)


root_option = click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default="mappen du står i",
    metavar="MAPP",
    help="Mappen med strategy/ och indicators/.",
)
today_option = click.option(
    "--today",
    type=_Day(),
    default=lambda: today_in(os.environ),
    show_default="dagens datum",
    help="Dagen som ska gälla som i dag.",
)


@click.group(cls=SwedishGroup, help="Läs, kontrollera och publicera strategin.")
@click.help_option("--help", help="Visa den här hjälpen.")
def main() -> None:
    """Hold the commands."""


@main.command(help="Kontrollera strategin, nyckeltalen och texterna.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="text för människor, json för program, github för granskning av ett ändringsförslag.",
)
@click.option("--rev", metavar="VERSION", help="Kontrollera en tidigare version i git i stället för filerna.")
@root_option
@today_option
@click.help_option("--help", help="Visa den här hjälpen.")
@click.pass_context
def check(ctx: click.Context, form: str, rev: str | None, root: Path, today: date) -> None:
    """Print the findings and tell by the exit code whether any of them is an error."""
    findings = _findings_now(root, today) if rev is None else _findings_then(root, rev, today)
    click.echo(_printers()[form](findings), nl=False)
    ctx.exit(FINDINGS if any(each.severity is Severity.ERROR for each in findings) else CLEAN)


def _findings_now(root: Path, today: date) -> tuple[Finding, ...]:
    """What is wrong with the files as they stand, pages included."""
    return _loaded(root, today)[1]


def _loaded(root: Path, today: date) -> tuple[Site, tuple[Finding, ...]]:
    _tree(root, None)
    site = load_site(root.resolve(), today)
    return site, site.findings + check_pages(site)


def _findings_then(root: Path, revision: str, today: date) -> tuple[Finding, ...]:
    """What was wrong with the content of a commit. Its pages, written for other code, are not checked."""
    return check_strategy(read_strategy(_tree(root, revision), today=today), today=today)


@main.command(help="Bygg webbplatsen i mappen site/. Den som redan finns där står kvar om något går fel.")
@click.option(
    "--engine", type=click.Choice(ENGINES), default="mkdocs", show_default=True, help="Programmet som bygger."
)
@click.option("--strict/--no-strict", default=True, show_default=True, help="Varningar stoppar bygget.")
@root_option
@today_option
@click.help_option("--help", help="Visa den här hjälpen.")
@click.pass_context
def build(ctx: click.Context, engine: str, strict: bool, root: Path, today: date) -> None:
    """Check, build and swap in the finished site; say where it is."""
    started = time.perf_counter()
    site = _sound_site(ctx, root, today)
    try:
        built = build_site(site, engine=engine, strict=strict)
    except (EngineFailure, BrokenSite) as error:
        click.echo(f"{error}\nBygget avbröts. {_what_stands(site)}", err=True)
        ctx.exit(FINDINGS)
    seconds = number(time.perf_counter() - started, 1)
    click.echo(f"Klart på {seconds} s: {built.pages} sidor i {built.folder}.")


@main.command(help="Visa webbplatsen på den här datorn och bygg om den vid varje ändring.")
@click.option(
    "--address", default="localhost:8000", show_default=True, metavar="VÄRD:PORT", help="Var den visas."
)
@root_option
@today_option
@click.help_option("--help", help="Visa den här hjälpen.")
@click.pass_context
def serve(ctx: click.Context, address: str, root: Path, today: date) -> None:
    """Serve until interrupted."""
    site = _sound_site(ctx, root, today)
    try:
        serve_site(site, address=address)
    except EngineFailure as error:
        raise NotRun(str(error)) from error


def _sound_site(ctx: click.Context, root: Path, today: date) -> Site:
    """Load what is to be published, or print every fault and end."""
    site, findings = _loaded(root, today)
    if any(each.severity is Severity.ERROR for each in findings):
        click.echo(_text(findings), nl=False, err=True)
        click.echo(f"Bygget började inte. {_what_stands(site)}", err=True)
        ctx.exit(FINDINGS)
    return site


def _what_stands(site: Site) -> str:
    has_site = (site.root / "site").exists()
    return "Webbplatsen i site/ är orörd." if has_site else "Ingen webbplats finns ännu i site/."


def _tree(root: Path, revision: str | None) -> Tree:
    try:
        tree: Tree = WorkingTree(root) if revision is None else tree_at(root, revision)
    except HistoryError as error:
        raise NotRun(str(error)) from error
    if not tree.paths("strategy"):
        raise NotRun(f"det finns ingen strategi i {root}: mappen strategy/ saknas eller är tom")
    return tree


def _printers() -> dict[str, Callable[[Iterable[Finding]], str]]:
    return {"text": _text, "json": findings_json, "github": findings_github}


def _text(findings: Iterable[Finding]) -> str:
    return findings_text(findings) + summary(findings)
