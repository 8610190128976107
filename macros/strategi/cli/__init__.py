"""The command `strategi`: what can be done from a terminal? One module for each kind of command."""

from __future__ import annotations

import click

from strategi.cli.building import build, serve
from strategi.cli.checking import check
from strategi.cli.commenting import comment
from strategi.cli.digest import digest
from strategi.cli.history import diff, log, show
from strategi.cli.new import new
from strategi.cli.program import Program
from strategi.cli.proposing import forms, place, propose
from strategi.cli.reviewing import review
from strategi.cli.schema import schema
from strategi.cli.verifying import verify


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
