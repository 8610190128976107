"""Show the pages that are made of the strategy, and write one down for the county to change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from strategi.cli.options import help_option, root_option, today_option
from strategi.cli.outcome import NotRun
from strategi.cli.trees import find_tree
from strategi.content.placing import Misplaced, write_new
from strategi.content.suggestion import did_you_mean
from strategi.content.tree import WorkingTree
from strategi.render.made.page import MadePage
from strategi.render.printable import printable
from strategi.render.terminal.command_line import SwedishCommand
from strategi.site import load_site
from strategi.site.loading import UnsoundContent
from strategi.site.made_pages import own_pages, pages_made
from strategi.words.lists import any_of

_HELP = """Visa en sida som görs ur strategin, eller räkna upp dem alla. Med --write blir den en egen fil.

NAMN är ett id, till exempel D1 eller N05, eller sidans adress, till exempel strategin/delmal/d1. Utan NAMN
räknas sidorna upp, och det står vilka av dem som en egen fil i docs/ har tagit platsen för.
"""


@click.command(cls=SwedishCommand, help=_HELP)
@click.argument("name", metavar="[NAMN]", default="")
@click.option(
    "--write", "is_written", is_flag=True, help="Skriv sidan i docs/. En fil som finns skrivs aldrig över."
)
@root_option
@today_option
@help_option
def page(name: str, is_written: bool, root: Path, today: date) -> None:
    """List the pages, print one, or write it."""
    find_tree(root, None)
    tree = WorkingTree(root.resolve())
    try:
        pages = pages_made(tree, load_site(root.resolve(), today).view())
    except UnsoundContent as error:
        raise NotRun("strategin i filerna går inte att läsa; kör strategi check") from error
    own = own_pages(tree)
    if name:
        found = _find(pages, name)
        _write(root, found, own) if is_written else _show(found, own)
    elif is_written:
        raise NotRun("säg vilken sida som ska skrivas: strategi page NAMN --write")
    else:
        click.echo("\n".join(_rows(pages, own)))


def _rows(pages: Sequence[MadePage], own: Mapping[str, str]) -> list[str]:
    """A row for each page: its address, what it is, and the county's file in its place."""
    addresses = [_shown(made.address) for made in pages]
    width = max(map(len, addresses))
    return [
        f"{address.ljust(width)}  {printable(made.label)}{_taken(made, own)}"
        for address, made in zip(addresses, pages, strict=True)
    ]


def _taken(made: MadePage, own: Mapping[str, str]) -> str:
    return f" (egen fil: docs/{printable(own[made.address])})" if made.address in own else ""


def _shown(address: str) -> str:
    return address or "./"


def _find(pages: Sequence[MadePage], name: str) -> MadePage:
    """The page of that id or address. Raises NotRun, also where the name says too little."""
    wanted = _address_of(name)
    by_id = {made.address: made for made in pages if made.id and made.id.casefold() == name.casefold()}
    by_address = {made.address: made for made in pages if made.address == wanted}
    # An address that is written as one is no id.
    found = by_address if "/" in name else by_id | by_address
    if len(found) > 1:
        choices = any_of([_shown(address) for address in found])
        raise NotRun(f"”{name}” kan vara flera sidor; skriv {choices}")
    if not found:
        known = {made.id for made in pages if made.id} | {made.address.rstrip("/") for made in pages}
        raise NotRun(f"det finns ingen sida ”{printable(name)}”{did_you_mean(name, known - {''})}")
    return next(iter(found.values()))


def _address_of(name: str) -> str:
    """The address that is meant by an address, or by a file in `docs/`."""
    way = name.strip().removeprefix("/").removeprefix("./").removeprefix("docs/").removesuffix(".md")
    way = "" if way == "index" else way.removesuffix("/index")
    return f"{way.rstrip('/')}/" if way.rstrip("/") else ""


def _show(made: MadePage, own: Mapping[str, str]) -> None:
    click.echo(made.as_own, nl=False)
    if made.address in own:
        click.echo(f"På webbplatsen står docs/{printable(own[made.address])} i stället.", err=True)


def _write(root: Path, made: MadePage, own: Mapping[str, str]) -> None:
    if made.address in own:
        raise NotRun(f"sidan har redan en egen fil: docs/{printable(own[made.address])}")
    path = f"docs/{made.path}"
    try:
        write_new(root, path, made.as_own.encode("utf-8"))
    except Misplaced as error:
        raise NotRun(str(error)) from error
    click.echo(f"Skrev {path}. Ta bort filen när du vill ha tillbaka sidan som den görs.")
