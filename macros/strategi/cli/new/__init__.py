"""The command `strategi new`: how does an editor begin a new file, and get it right from the start?"""

from __future__ import annotations

import click

from strategi.cli.new.adoption import adoption
from strategi.cli.new.indicator import indicator
from strategi.cli.new.local_plan import local_plan
from strategi.cli.new.revision import revision
from strategi.render.terminal.command_line import SwedishGroup

_HELP = """Skriv en ny fil av rätt slag, med rätt form.

Det som inte anges frågar kommandot efter. Resultatet kontrolleras innan något skrivs: är något fel skrivs
ingenting, och en fil som finns skrivs aldrig över.
"""


@click.group(cls=SwedishGroup, help=_HELP)
@click.help_option("--help", help="Visa den här hjälpen.")
def new() -> None:
    """Hold the commands."""


for command in (revision, adoption, indicator, local_plan):
    new.add_command(command)
