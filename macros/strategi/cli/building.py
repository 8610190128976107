"""Define `strategi build` and `strategi serve`: build the site and serve it."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

import click

from strategi.cli.checking import findings_for_people, loaded
from strategi.cli.interruption import Interrupted
from strategi.cli.options import help_option, root_option, today_option
from strategi.cli.outcome import FINDINGS, NotRun
from strategi.model.finding import Severity
from strategi.render.terminal.command_line import SwedishCommand
from strategi.site import Site
from strategi.site.building import build_site, serve_site
from strategi.site.engine import ENGINES, EngineFailure
from strategi.site.environment import is_publishing
from strategi.site.finishing import BrokenSite
from strategi.words.numbers import number

_BUILD = "Bygg webbplatsen i mappen site/. Den som redan finns där står kvar om något går fel."
_SERVE = "Visa webbplatsen på den här datorn och bygg om den vid varje ändring."


@click.command(cls=SwedishCommand, help=_BUILD)
@click.option(
    "--engine", type=click.Choice(ENGINES), default="mkdocs", show_default=True, help="Programmet som bygger."
)
@click.option("--strict/--no-strict", default=True, show_default=True, help="Varningar stoppar bygget.")
@click.option(
    "--publish/--preview",
    default=lambda: is_publishing(os.environ),
    show_default="preview",
    help="publish för den webbplats som alla läser: bara beslutad lydelse, och inga luckor i historiken.",
)
@root_option
@today_option
@help_option
@click.pass_context
def build(ctx: click.Context, engine: str, strict: bool, publish: bool, root: Path, today: date) -> None:
    """Check, build and swap in the finished site; say where it is."""
    started = time.perf_counter()
    site = _sound_site(ctx, root, today, publish=publish)
    before = _standing(site)
    try:
        built = build_site(site, engine=engine, strict=strict)
    except (EngineFailure, BrokenSite) as error:
        click.echo(f"{error}\nBygget avbröts. {_what_stands(site, before)}", err=True)
        ctx.exit(FINDINGS)
    except Interrupted as stopped:
        click.echo(f"Bygget avbröts. {_what_stands(site, before)}", err=True)
        ctx.exit(stopped.exit_code)
    seconds = number(time.perf_counter() - started, 1)
    click.echo(f"Klart på {seconds} s: {built.pages} sidor i {built.folder}.")


@click.command(cls=SwedishCommand, help=_SERVE)
@click.option(
    "--address", default="localhost:8000", show_default=True, metavar="VÄRD:PORT", help="Var den visas."
)
@root_option
@today_option
@help_option
@click.pass_context
def serve(ctx: click.Context, address: str, root: Path, today: date) -> None:
    """Serve until interrupted."""
    site = _sound_site(ctx, root, today, publish=False)
    try:
        serve_site(site, address=address)
    except EngineFailure as error:
        raise NotRun(str(error)) from error
    except Interrupted as stopped:
        click.echo("Visningen avslutades.", err=True)
        ctx.exit(stopped.exit_code)


def _sound_site(ctx: click.Context, root: Path, today: date, *, publish: bool) -> Site:
    """Load what is to be shown and print what is wrong with it; end if any of that is an error."""
    site, findings = loaded(root, today, is_publishing=publish)
    if findings:
        click.echo(findings_for_people(findings), nl=False, err=True)
    if any(each.severity is Severity.ERROR for each in findings):
        click.echo(f"Bygget började inte. {_what_stands(site, _standing(site))}", err=True)
        ctx.exit(FINDINGS)
    return site


def _standing(site: Site) -> int | None:
    """What tells the folder that is the site from one that takes its place; None where there is none."""
    try:
        return (site.root / "site").stat().st_ino
    except FileNotFoundError:
        return None


def _what_stands(site: Site, before: int | None) -> str:
    now = _standing(site)
    if now is None:
        return "Ingen webbplats finns ännu i site/."
    return "Webbplatsen i site/ är orörd." if now == before else "Webbplatsen i site/ är ny."
