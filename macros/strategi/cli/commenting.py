"""Define `strategi comment`: turn a text from others into a comment that does no harm."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from strategi.cli.options import help_option
from strategi.cli.outcome import NotRun
from strategi.content.file_system import answer_of, read_regular
from strategi.render.comments.marked import marked_comment
from strategi.render.printable import printable
from strategi.render.terminal.command_line import SwedishCommand

LARGEST = 1_000_000
"""Bytes. A review is a few thousand."""

_HELP = """Skriv om FIL, en Markdown-text från någon annan, till en kommentar som inte gör något.

Omnämnanden, bilder, länkar till andra ställen och HTML sätts ur spel, och en för lång text kortas.
"""


class _Marker(click.ParamType[str]):
    """A name that cannot end the comment that it is hidden in."""

    name = "NAMN"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Accept lower-case words joined by hyphens."""
        if not re.fullmatch("[a-z]+(-[a-z]+)*", str(value)):
            self.fail("skriv små bokstäver a–z och bindestreck", param, ctx)
        return str(value)


@click.command(cls=SwedishCommand, help=_HELP)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path, readable=False))
@click.option("--marker", type=_Marker(), required=True, help="Namnet som kommentaren hittas igen med.")
@click.option("--forge", default="", metavar="ADRESS", help="Projektets adress. Länkar dit lämnas som de är.")
@help_option
def comment(file: Path, marker: str, forge: str) -> None:
    """Print the comment."""
    click.echo(marked_comment(read_limited(file), marker=marker, forge=forge), nl=False)


def read_limited(file: Path) -> str:
    """The text of a file from others. Raise NotRun where it is none, or too large to be what it should."""
    name = printable(str(file))
    if file.is_symlink():
        raise NotRun(f"{name} är en symbolisk länk, och sådana följs inte")
    try:
        data = read_regular(file, at_most=LARGEST + 1)
    except OSError as error:
        raise NotRun(f"{name} går inte att läsa: {answer_of(error).reason}") from error
    return decoded(data, name)


def decoded(data: bytes, name: str) -> str:
    """The text that the bytes are. Raise NotRun where they are none, or too many."""
    if len(data) > LARGEST:
        raise NotRun(f"{name} är större än {LARGEST} byte")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotRun(f"{name} är inte text i UTF-8") from error
    if "\x00" in text:
        raise NotRun(f"{name} är inte text")
    return text
