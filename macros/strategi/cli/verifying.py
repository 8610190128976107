"""Define `strategi verify`: compare what a principal adopted with the wording of the revision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import click

from strategi.cli.history import print_rows, terminal_width
from strategi.cli.options import format_option, help_option, root_option, today_option
from strategi.cli.outcome import DIFFERENT, NOT_RUN, SAME, NotRun
from strategi.cli.snapshots import Snapshots
from strategi.content.adopted.reading import read_document
from strategi.content.adopted.unreadable import UnreadableDocument
from strategi.content.file_system import answer_of, read_regular
from strategi.content.suggestion import did_you_mean
from strategi.diff.verification.documents import verify_document
from strategi.model.adopted import AdoptedDocument
from strategi.model.evidence import Evidence
from strategi.model.governed import GovernedPart, governed_parts
from strategi.render.printable import printable
from strategi.render.terminal.command_line import SwedishCommand
from strategi.render.terminal.deviation_rows import deviation_rows
from strategi.render.terminal.verification_json import verification_json
from strategi.render.terminal.verification_markdown import verification_markdown
from strategi.render.terminal.verification_text import verification_text
from strategi.render.terminal.verified import Verified
from strategi.render.wording.fact_words import fact_value
from strategi.rules.standing import standing

_HELP = """Säg om ett dokument som en huvudman har antagit är likalydande med revideringen.

FIL är Markdown (.md), ren text (.txt) eller Word (.docx). Varje del jämförs för sig. Blanktecken,
citattecken, tankstreck, avstavning och indelning i stycken är typografi, och redovisas som det.

Text före den första delen och efter den sista, som en framsida, redovisas men avgör ingenting. Text bland
delarna räknas som tillagd.

Kommandot slutar med 0 om de kända lydelserna är desamma, 1 om något skiljer och 2 om det inte gick att
avgöra.
"""
_FORMATS = {"json": verification_json, "markdown": verification_markdown}


@click.command(cls=SwedishCommand, help=_HELP)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--revision",
    metavar="VERSION",
    help="Revideringen (2022-04-27), ett namn i git eller working. Annars den aktuella revideringen.",
)
@click.option("--part", "only", metavar="ID", multiple=True, help="Jämför bara den delen; kan upprepas.")
@format_option(
    "text", "json", "markdown", help="text för människor, json för program, markdown för en kommentar."
)
@click.option(
    "--as-deviations", is_flag=True, help="Skriv i stället raderna att klistra in bland antagandena."
)
@root_option
@today_option
@help_option
@click.pass_context
def verify(
    ctx: click.Context,
    file: Path,
    revision: str | None,
    only: tuple[str, ...],
    form: str,
    as_deviations: bool,
    root: Path,
    today: date,
) -> None:
    """Print what differs and tell by the exit code whether anything does."""
    document = _read(file)
    snapshots = Snapshots(root, today)
    snapshot = snapshots.find(revision or _current(snapshots, today)).snapshot
    parts, words = governed_parts(snapshot.strategy), snapshot.strategy.words
    _check_ids(only, parts)
    found = verify_document(document, parts, partial(fact_value, words=words), words, only=only)
    verified = Verified(
        name=printable(file.name), document=document, snapshot=snapshot, found=found, is_whole=not only
    )
    _print(verified, form, as_deviations=as_deviations)
    ctx.exit(SAME if found.is_identical else DIFFERENT if found.is_judged else NOT_RUN)


def _read(file: Path) -> AdoptedDocument:
    try:
        return read_document(file.name, read_regular(file))
    except OSError as error:
        raise NotRun(f"{printable(str(file))} går inte att öppna: {answer_of(error).reason}") from error
    except UnreadableDocument as error:
        raise NotRun(f"{printable(str(file))}: {error}") from error


def _current(snapshots: Snapshots, today: date) -> str:
    """The id of the revision that the pages show."""
    found = standing(snapshots.working, today).revision
    if found is Evidence.NOT_FOUND:
        raise NotRun("ingen revidering är registrerad; säg med --revision vilken version som gäller")
    return str(found.id)


def _check_ids(only: Sequence[str], parts: Sequence[GovernedPart]) -> None:
    known = [each.id for each in parts]
    for each in only:
        if each not in known:
            hint = did_you_mean(each, known) or f" (delarna är {', '.join(known)})"
            raise NotRun(f"ingen del har id ”{printable(each)}”{hint}")


def _print(verified: Verified, form: str, *, as_deviations: bool) -> None:
    if as_deviations:
        click.echo(deviation_rows(verified.found, verified.words), nl=False)
    elif form == "text":
        print_rows(verification_text(verified, width=terminal_width()))
    else:
        click.echo(_FORMATS[form](verified), nl=False)
