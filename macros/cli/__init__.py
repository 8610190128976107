"""The command `strategi`: what can be done from a terminal? One module for each kind of command."""

from __future__ import annotations

import click

from macros.cli.building import build, serve
from macros.cli.checking import check
from macros.cli.commenting import comment
from macros.cli.digest import digest
from macros.cli.history import diff, log, show
from macros.cli.new import new
from macros.cli.program import Program
from macros.cli.proposing import forms, place, propose
from macros.cli.reviewing import review
from macros.cli.schema import schema
from macros.cli.verifying import verify


@click.group(cls=Program, help="Läs, kontrollera, jämför och publicera strategin.")
@click.help_option("--help", help="Visa den här hjälpen.")
def main() -> None:
    """Hold the commands."""


_COMMANDS = (
    *(check, review, diff, log, show, digest, verify),
    *(new, propose, place, forms, comment, schema),
    *(build, serve),
)
for command in _COMMANDS:
    main.add_command(command)
