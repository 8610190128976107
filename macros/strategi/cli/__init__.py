"""Hold the command `strategi`: a module for each kind of command, loaded when one is called."""

from __future__ import annotations

import click

from strategi.cli.program import Program
from strategi.render.terminal.command_line import Later

_COMMANDS = {
    "check": Later("strategi.cli.checking:check", "Kontrollera strategin, nyckeltalen och texterna."),
    "review": Later(
        "strategi.cli.reviewing:review",
        "Bedöm ett förslag: vad ändras, vem måste besluta om det, och vad saknas?",
    ),
    "diff": Later("strategi.cli.history:diff", "Jämför två versioner av strategin."),
    "log": Later("strategi.cli.history:log", "Visa alla revideringar och de mindre ändringarna mellan dem."),
    "show": Later("strategi.cli.history:show", "Visa hela strategins text som den stod i en version."),
    "digest": Later(
        "strategi.cli.digest:digest",
        "Räkna ut textens kontrollsumma, och säg vilken revidering den stämmer med.",
    ),
    "verify": Later(
        "strategi.cli.verifying:verify",
        "Säg om ett dokument som en huvudman har antagit är likalydande med revideringen.",
    ),
    "new": Later("strategi.cli.new:new", "Skriv en ny fil av rätt slag, med rätt form."),
    "propose": Later(
        "strategi.cli.proposing:propose",
        "Gör ett förslag av ett ifyllt formulär: pröva allt som står där, och skriv de filer som ändras.",
    ),
    "place": Later(
        "strategi.cli.proposing:place",
        "Lägg ett förslag på sin plats, som strategi propose --format json har skrivit.",
    ),
    "forms": Later(
        "strategi.cli.proposing:forms",
        "Jämför listorna i formulären med strategin. Med --write skrivs de om; allt annat i dem står kvar.",
    ),
    "comment": Later(
        "strategi.cli.commenting:comment",
        "Skriv om FIL, en Markdown-text från någon annan, till en kommentar som inte gör något.",
    ),
    "page": Later(
        "strategi.cli.pages:page",
        "Visa en sida som görs ur strategin, eller räkna upp dem alla. Med --write blir den en egen fil.",
    ),
    "schema": Later("strategi.cli.schema:schema", "Visa vad som får stå i ett slags fil, som JSON Schema."),
    "build": Later(
        "strategi.cli.building:build",
        "Bygg webbplatsen i mappen site/. Den som redan finns där står kvar om något går fel.",
    ),
    "serve": Later(
        "strategi.cli.building:serve",
        "Visa webbplatsen på den här datorn och bygg om den vid varje ändring.",
    ),
}


@click.group(cls=Program, later=_COMMANDS, help="Läs, kontrollera, jämför och publicera strategin.")
@click.version_option(
    package_name="levande-strategi",
    prog_name="strategi",
    message="%(prog)s %(version)s",
    help="Visa versionen.",
)
@click.help_option("--help", help="Visa den här hjälpen.")
def main() -> None:
    """Hold the commands."""
