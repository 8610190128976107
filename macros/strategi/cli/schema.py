"""Define `strategi schema`: print or write the schema of each kind of file, for editors' programs."""

from __future__ import annotations

from pathlib import Path

import click

from strategi.cli.options import help_option, root_option
from strategi.cli.outcome import NotRun
from strategi.content.layout import SCHEMA_FOLDER
from strategi.content.reader import words_in
from strategi.content.suggestion import did_you_mean
from strategi.render.schemas import schema_json, schemas
from strategi.render.terminal.command_line import SwedishCommand

_HELP = """Visa vad som får stå i ett slags fil, som JSON Schema.

SLAG är till exempel revision, adoptions eller indicator. Utan SLAG räknas de upp.
"""


@click.command(cls=SwedishCommand, help=_HELP)
@click.argument("name", metavar="[SLAG]", default="")
@click.option(
    "--write", "is_written", is_flag=True, help=f"Skriv alla i {SCHEMA_FOLDER}/, där filerna söker dem."
)
@root_option
@help_option
def schema(name: str, is_written: bool, root: Path) -> None:
    """Print one schema or the names of all; or write them all."""
    found = schemas(words_in(root))
    if is_written:
        _write(root / SCHEMA_FOLDER, {f"{each}.json": schema_json(held) for each, held in found.items()})
    elif not name:
        click.echo("\n".join(f"{each}: {held['title']}" for each, held in found.items()))
    elif name in found:
        click.echo(schema_json(found[name]), nl=False)
    else:
        raise NotRun(f"det finns inget schema ”{name}”{did_you_mean(name, found)}")


def _write(folder: Path, files: dict[str, str]) -> None:
    """Write the files, and take away those that describe nothing any more."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.json"):
        if path.name not in files:
            path.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{len(files)} scheman i {folder}.")
