"""Resolve the sources of a new record: known ones, or one that is added with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from strategi.cli.new.answers import NOT_FOUND, Question, ask, unwritable
from strategi.cli.new.drafting import Draft
from strategi.content.editing import with_item
from strategi.content.new_ids import unused_id
from strategi.content.writing import file_text
from strategi.model.parts import Reference
from strategi.render.printable import printable

F = TypeVar("F", bound=Callable[..., Any])

_PATH = "strategy/references.yml"


def source_options(command: F) -> F:
    """The options that name sources, or a new one."""
    for option in (
        click.option("--source-url", metavar="ADRESS", help="Den nya källans webbadress."),
        click.option("--source-publisher", metavar="NAMN", help="Vem som ger ut den nya källan."),
        click.option("--source-title", metavar="TITEL", help="En ny källa, som läggs till bland de andra."),
        click.option(
            "--reference",
            "references",
            multiple=True,
            metavar="ID",
            help="Källans id i strategy/references.yml. Kan anges flera gånger.",
        ),
    ):
        command = option(command)
    return command


def sources(draft: Draft, given: Mapping[str, Any], *, is_asking: bool) -> tuple[list[str], list[str]]:
    """The ids of the sources, a new one among them drafted; and what is missing or cannot be written."""
    references = list(given["references"])
    fresh = {key: given[f"source_{key}"] for key in ("title", "publisher", "url")}
    if is_asking and not references and fresh["title"] is None:
        references, fresh = _asked(draft)
    faults = [
        f"--source-{key}: {fault}" for key, value in fresh.items() if value and (fault := unwritable(value))
    ]
    faults += [f"--reference: {fault}" for each in references if (fault := unwritable(each))]
    if fresh["title"] is None:
        if fresh["publisher"] or fresh["url"]:
            faults.append("--source-title saknas: Den nya källans titel.")
        elif not references:
            faults.append("--reference eller --source-title saknas: Vad uppgiften vilar på.")
    elif not faults:
        references.append(_add(draft, fresh))
    return references, faults


def _asked(draft: Draft) -> tuple[list[str], dict[str, str | None]]:
    known = [each.id for each in draft.strategy.references]
    words = draft.reading.words
    title = Question(kind=Reference, key="title", option="", said="Den nya källans titel")
    publisher, url = (
        Question(kind=Reference, key=key, option="", default=NOT_FOUND) for key in ("publisher", "url")
    )
    click.echo("\nVad uppgiften vilar på. Tryck retur för att lägga till en ny källa.")
    while True:
        answer = click.prompt("Källans id i strategy/references.yml", default="", show_default=False)
        if not answer:
            return [], {
                "title": ask(title, words),
                "publisher": ask(publisher, words),
                "url": ask(url, words),
            }
        if answer in known:
            return [answer], dict.fromkeys(("title", "publisher", "url"))
        click.echo(
            f"Det går inte: källan ”{printable(answer)}” finns inte. De som finns: {', '.join(known)}."
        )


def _add(draft: Draft, fresh: Mapping[str, str | None]) -> str:
    """Draft the new source last among the others, and give its id."""
    taken = draft.reading.ids.get(Reference, frozenset())
    identity = unused_id(fresh["title"] or "", taken)
    row = {"id": identity, **{key: value or NOT_FOUND for key, value in fresh.items()}}
    if _PATH in draft.reading.paths:
        draft.edit(_PATH, with_item(draft.document(_PATH), ("references",), row))
    else:
        draft.create_text(_PATH, file_text(_PATH, {"references": [row]}))
    return identity
