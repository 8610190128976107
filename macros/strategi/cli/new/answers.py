"""Collect the editor's answers from options or by asking questions.

Without questions, everything that is missing or cannot be written is reported at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import click
from pydantic import ValidationError

from strategi.cli.outcome import NotRun
from strategi.content.explanation import explain
from strategi.content.fields import fields_by_key, takes_not_found
from strategi.content.replacements import word_of_today
from strategi.content.suggestion import did_you_mean
from strategi.content.writing import NotWritable, checked, yaml_text
from strategi.content.yaml_reader import read_yaml
from strategi.model.evidence import Evidence
from strategi.model.record import Record
from strategi.model.words import Words, swedish
from strategi.render.printable import printable
from strategi.render.terminal.command_line import SwedishCommand
from strategi.render.wording.choice_words import choice_meaning, enum_in
from strategi.render.wording.key_words import key_meaning, key_title

F = TypeVar("F", bound=Callable[..., Any])

NOT_FOUND = Evidence.NOT_FOUND.value

asking_option = click.option(
    "--input/--no-input",
    "is_asking",
    default=lambda: sys.stdin.isatty(),
    show_default="om du sitter vid en terminal",
    help="Fråga efter det som inte är angivet.",
)


@dataclass(frozen=True, kw_only=True)
class Question:
    """Something to be told. Without a default it must be told."""

    kind: type[Record]
    key: str
    option: str
    default: str | None = None
    known: tuple[str, ...] = ()
    """The ids that can be chosen; empty where anything can be written."""
    said: str = ""
    """What is asked, where the key's name is not enough."""

    def title(self, words: Words) -> str:
        """What is asked for."""
        return self.said or key_title(self.kind, self.key, words)


def questions(
    kind: type[Record],
    keys: Sequence[str],
    *,
    defaults: Mapping[str, str] | None = None,
    known: Mapping[str, Iterable[str]] | None = None,
    prefix: str = "",
) -> list[Question]:
    """One question for each key of a record."""
    return [
        Question(
            kind=kind,
            key=key,
            option=option_name(key, prefix),
            default=(defaults or {}).get(key),
            known=tuple((known or {}).get(key, ())),
        )
        for key in keys
    ]


def option_name(key: str, prefix: str = "") -> str:
    """The option that tells a key: `--decided-on`."""
    return f"--{prefix}{key.replace('_', '-')}"


def key_options(kind: type[Record], *keys: str, prefix: str = "") -> Callable[[F], F]:
    """An option for each key of a record, explained as in the schemas."""

    def decorate(command: F) -> F:
        for key in reversed(keys):
            name = option_name(key, prefix)
            command = click.option(name, metavar="VÄRDE", help=_help(kind, key))(command)
        return command

    return decorate


def answers(
    asked: Sequence[Question], given: Mapping[str, Any], words: Words, *, is_asking: bool
) -> tuple[dict[str, str], list[str]]:
    """The answers by key, and the options that are missing or cannot be written, said in Swedish."""
    found: dict[str, str] = {}
    faults: list[str] = []
    for each in asked:
        value = given.get(each.option.removeprefix("--").replace("-", "_"))
        if value is None and is_asking:
            value = ask(each, words)
        if value is None:
            value = each.default
        if value is None:
            faults.append(f"{each.option} saknas: {key_meaning(each.kind, each.key, words)}")
        elif fault := unwritable(value):
            faults.append(f"{each.option}: {fault}")
        else:
            found[each.key] = word_of_today(each.kind, each.key, value)
    return found, faults


def ask(question: Question, words: Words) -> str:
    """Ask until the answer is one that can stand in the file."""
    choices = enum_in(fields_by_key(question.kind)[question.key].annotation)
    click.echo(f"\n{key_meaning(question.kind, question.key, words)}")
    for choice in choices or ():
        click.echo(f"  {choice.value}: {choice_meaning(choice, words)}")
    if question.known and len(question.known) <= 20:
        click.echo(f"  Välj bland {', '.join(question.known)}.")
    while True:
        answer = str(click.prompt(question.title(words), default=question.default, type=str))
        fault = fault_of(question, answer, words)
        if not fault:
            return answer
        click.echo(f"Det går inte: {printable(fault)}{'' if fault.endswith('?') else '.'}")


def fault_of(question: Question, answer: str, words: Words) -> str:
    """Why the answer cannot stand under its key, in the words of `strategi check`; "" when it can."""
    if fault := unwritable(answer):
        return fault
    kind, key = question.kind, question.key
    answer = word_of_today(kind, key, answer)
    if answer == NOT_FOUND and takes_not_found(kind, (key,)):
        return ""
    document = read_yaml(yaml_text({key: answer}), "", [])
    assert document is not None
    try:
        kind.model_validate({key: answer})
    except ValidationError as error:
        errors = [each for each in error.errors(include_url=False) if each["loc"][:1] == (key,)]
        if errors and not _is_list(errors):
            return explain(errors, kind, document, (), words)[0].message
    if question.known and answer not in question.known:
        return f"”{answer}” finns inte{did_you_mean(answer, question.known)}"
    return ""


def refuse(faults: Sequence[str]) -> None:
    """End, with every fault of the command's options at once. Does nothing where there is none."""
    if faults:
        lines = "".join(f"\n  {printable(each)}" for each in faults)
        raise NotRun(f"valen räcker inte, och ingenting är skrivet.{lines}\nMer hjälp: lägg till --help.")


def unwritable(text: str) -> str:
    """Why no file can hold the text; "" when it can."""
    try:
        checked(text)
    except NotWritable as fault:
        return str(fault)
    return "värdet är tomt" if not text.strip() else ""


def new_command(name: str, text: str) -> Callable[[Callable[..., None]], click.Command]:
    """A command of `strategi new`."""
    return click.command(name, cls=SwedishCommand, help=text)


def _help(kind: type[Record], key: str) -> str:
    choices = enum_in(fields_by_key(kind)[key].annotation)
    values = f" Välj {', '.join(each.value for each in choices)}." if choices else ""
    # What a command says of itself it says before any county is read.
    return key_meaning(kind, key, swedish(), takes_not_found=takes_not_found(kind, (key,))) + values


def _is_list(errors: Sequence[Any]) -> bool:
    """Whether the key holds a list, of which the answer is one item."""
    return all(each["type"] == "tuple_type" for each in errors)
