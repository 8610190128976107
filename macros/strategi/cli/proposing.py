"""Define `strategi propose`, `place` and `forms`: turn a form into a change of files."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from strategi.cli.commenting import LARGEST, decoded, read_limited
from strategi.cli.handover import branch_of, handed_over, handover_json
from strategi.cli.options import format_option, help_option, root_option, today_option
from strategi.cli.outcome import CLEAN, DIFFERENT, FINDINGS, SAME, NotRun
from strategi.cli.trees import find_tree
from strategi.content.forms.definition import Form, UnreadableForm, read_forms
from strategi.content.forms.drafting import submission
from strategi.content.forms.ground import Ground
from strategi.content.forms.option_lists import outdated
from strategi.content.placing import Misplaced, check_places, put_in_place
from strategi.content.reader import read_strategy
from strategi.content.tree import WorkingTree
from strategi.model.submission import FormKind, Submission
from strategi.render.comments.form_answer import answer_markdown
from strategi.render.comments.harmless import harmless, shortened
from strategi.render.printable import printable
from strategi.render.terminal.command_line import SwedishCommand
from strategi.rules.new_findings import new_errors
from strategi.rules.submissions import judged

_PROPOSE = """Gör ett förslag av ett ifyllt formulär: pröva allt som står där, och skriv de filer som ändras.

FIL är formulärets text (- för det som skrivs in), eller en händelse från GitHub, om namnet slutar på .json.
Är något fel skrivs ingenting, och svaret säger allt som behöver rättas.
"""
_PLACE = """Lägg ett förslag på sin plats, som strategi propose --format json har skrivit.

Det som står i FIL är inget att lita på: bara filer som ett formulär får ändra skrivs, och de prövas på nytt.
"""
_FORMS = "Jämför listorna i formulären med strategin. Med --write skrivs de om; allt annat i dem står kvar."


@click.command(cls=SwedishCommand, help=_PROPOSE)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path, allow_dash=True, readable=False))
@click.option("--kind", type=click.Choice([each.value for each in FormKind]), help="Vilket formulär det är.")
@click.option("--dry-run", is_flag=True, help="Pröva bara, och skriv inga filer.")
@format_option("markdown", "json", help="markdown för den som fyllde i formuläret, json för program.")
@root_option
@today_option
@help_option
@click.pass_context
def propose(
    ctx: click.Context, file: Path, kind: str | None, dry_run: bool, form: str, root: Path, today: date
) -> None:
    """Print what the form would change, or all that is wrong with it, and write the files."""
    body, issue = _read_form(file)
    ground = _ground(root, today)
    answer = judged(_asked(body, kind, root, ground), ground.tree, today=today)
    if answer.draft and not dry_run:
        _put(root, answer)
    click.echo(answer_markdown(answer) if form == "markdown" else handover_json(answer, issue), nl=False)
    ctx.exit(CLEAN if answer.draft else FINDINGS)


@click.command(cls=SwedishCommand, help=_PLACE)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path, readable=False))
@click.option("--issue", type=click.IntRange(min=1), required=True, help="Ärendets nummer.")
@click.option(
    "--body",
    type=click.Path(path_type=Path, readable=False),
    required=True,
    help="Filen som texten skrivs till.",
)
@root_option
@today_option
@help_option
def place(file: Path, issue: int, body: Path, root: Path, today: date) -> None:
    """Write the files and the words of the pull request; print its branch, title and subject."""
    handed = handed_over(read_limited(file))
    tree = find_tree(root, None)
    try:
        check_places(root, handed.files)
        found = new_errors(tree, handed.files, today=today)
        if found:
            raise NotRun(printable(f"förslaget bryter mot {found[0].rule_id}: {found[0].message}"))
        put_in_place(root, handed.files)
    except Misplaced as error:
        raise NotRun(printable(str(error))) from error
    words = f"{shortened(harmless(handed.body))}\nCloses #{issue}\n"
    body.write_text(words, encoding="utf-8")
    for name, value in {
        "branch": branch_of(issue),
        "title": handed.subject,
        "subject": handed.subject,
    }.items():
        click.echo(f"{name}={value}")


@click.command(cls=SwedishCommand, help=_FORMS)
@click.option("--write", is_flag=True, help="Skriv om listorna.")
@root_option
@today_option
@help_option
@click.pass_context
def forms(ctx: click.Context, write: bool, root: Path, today: date) -> None:
    """Say which forms have lists that differ from the strategy, or put them right."""
    try:
        changed = outdated(_forms(root), _ground(root, today).strategy)
    except UnreadableForm as error:
        raise NotRun(str(error)) from error
    for path, text in changed.items():
        if write:
            (root / path).write_text(text, encoding="utf-8")
        click.echo(f"{path}: {'listorna är omskrivna' if write else 'listorna stämmer inte med strategin'}")
    if changed and not write:
        click.echo("  gör så: kör strategi forms --write")
    if not changed:
        click.echo("Listorna i formulären stämmer med strategin.")
    ctx.exit(DIFFERENT if changed and not write else SAME)


def _read_form(file: Path) -> tuple[str, int | None]:
    """The form's text, and the number of the issue where that is known. Raise NotRun."""
    if str(file) == "-":
        return decoded(sys.stdin.buffer.read(LARGEST + 1), "det som skrevs in"), None
    text = read_limited(file)
    if file.suffix != ".json":
        return text, None
    try:
        issue: Any = json.loads(text)["issue"]
        return str(issue["body"] or ""), int(issue["number"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotRun(f"{file} är ingen händelse med ett ärende") from error


def _asked(body: str, kind: str | None, root: Path, ground: Ground) -> Submission:
    """The form as it was filled in. Raise NotRun where the form itself is not what its kind asks for."""
    try:
        return submission(body, FormKind(kind) if kind else None, _forms(root), ground)
    except UnreadableForm as error:
        raise NotRun(str(error)) from error


def _forms(root: Path) -> tuple[Form, ...]:
    try:
        return read_forms(WorkingTree(root))
    except UnreadableForm as error:
        raise NotRun(str(error)) from error


def _ground(root: Path, today: date) -> Ground:
    tree = find_tree(root, None)
    reading = read_strategy(tree, today=today)
    if reading.strategy is None:
        raise NotRun("strategin går inte att läsa; kör strategi check")
    return Ground(tree=tree, reading=reading, strategy=reading.strategy, today=today)


def _put(root: Path, answer: Submission) -> None:
    assert answer.draft is not None
    try:
        put_in_place(root, answer.draft.files)
    except Misplaced as error:
        raise NotRun(str(error)) from error
