"""Define `strategi new`: group the commands that draft a new file in the right form."""

from __future__ import annotations

import click

from strategi.render.terminal.command_line import Later, SwedishGroup

_HELP = """Skriv en ny fil av rätt slag, med rätt form.

Det som inte anges frågar kommandot efter. Resultatet kontrolleras innan något skrivs: är något fel skrivs
ingenting, och en fil som finns skrivs aldrig över.
"""
_COMMANDS = {
    "revision": Later("strategi.cli.new.revision:revision", "Registrera ett beslut om strategins text."),
    "adoption": Later("strategi.cli.new.adoption:adoption", "Registrera en huvudmans beslut."),
    "indicator": Later("strategi.cli.new.indicator:indicator", "Skriv ett nytt nyckeltal."),
    "local-plan": Later("strategi.cli.new.local_plan:local_plan", "Registrera en huvudmans lokala plan."),
}


@click.group(cls=SwedishGroup, later=_COMMANDS, help=_HELP)
@click.help_option("--help", help="Visa den här hjälpen.")
def new() -> None:
    """Hold the commands."""
