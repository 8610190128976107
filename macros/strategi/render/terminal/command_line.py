"""Put the command line's help and errors into Swedish. Click's own words are English."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from strategi.content.suggestion import did_you_mean

_HEADINGS = {"Options": "Val", "Commands": "Kommandon"}


class _Formatter(click.HelpFormatter):
    """Help with Swedish headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how the command is called."""
        super().write_usage(prog, args, "Skriv: ")

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write a list of options or commands."""
        said = [(name, text.replace("[default: ", "[annars: ")) for name, text in rows]
        super().write_dl(said, col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter


class SwedishCommand(click.Command):
    """A command whose help is in Swedish."""

    context_class = _Context

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The words after the command's name."""
        words = [each for each in self.get_params(ctx) if isinstance(each, click.Argument)]
        return [*(each.make_metavar(ctx) for each in words), "[VAL]"]


@dataclass(frozen=True, slots=True)
class Later:
    """A command that is loaded when called: where it stands, as `module:name`, and how its help begins."""

    place: str
    summary: str

    def load(self) -> click.Command:
        """Import the module and give the command."""
        module, _, name = self.place.partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


class _Commands(Mapping[str, click.Command]):
    """Commands by name, each loaded when it is asked for."""

    def __init__(self, later: Mapping[str, Later]) -> None:
        self._later = later

    def __getitem__(self, name: str) -> click.Command:
        return self._later[name].load()

    def __contains__(self, name: object) -> bool:
        return name in self._later

    def __iter__(self) -> Iterator[str]:
        return iter(self._later)

    def __len__(self) -> int:
        return len(self._later)


class SwedishGroup(click.Group):
    """A group of commands whose help and errors are in Swedish. Its own help loads none of them."""

    context_class = _Context

    def __init__(self, *, later: Mapping[str, Later], **more: Any) -> None:
        super().__init__(**more)
        self.later = later
        self.commands = _Commands(later)  # type: ignore[assignment] # none is added afterwards

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the names, and as much of how each help begins as there is room for."""
        room = formatter.width - 6 - max(map(len, self.later))  # as click counts it
        rows = [
            (name, click.Command(name, help=command.summary).get_short_help_str(room))
            for name, command in sorted(self.later.items())
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The words after the group's name."""
        return ["KOMMANDO", "[VAL]"]

    def main(  # type: ignore[override] # click's overloads differ in what they return only
        self, args: Sequence[str] | None = None, standalone_mode: bool = True, **more: Any
    ) -> Any:
        """Run; on the command line, say faults in Swedish and end with their exit code."""
        if not standalone_mode:
            return super().main(args, standalone_mode=False, **more)
        try:
            code = super().main(args, standalone_mode=False, **more)
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            code = error.exit_code
        except click.UsageError as error:
            click.echo(f"{_said(error)}\nMer hjälp: lägg till --help.", err=True)
            code = error.exit_code
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except click.Abort:
            click.echo("Avbrutet.", err=True)
            code = 1
        sys.exit(code or 0)


def _said(error: click.UsageError) -> str:
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"Kommandot ”{error.command_name}” finns inte{_hint(error.command_name, error)}"
    if isinstance(error, click.NoSuchOption):
        return f"Valet {error.option_name} finns inte{_hint(error.option_name, error)}"
    if isinstance(error, click.BadOptionUsage):
        return (
            f"Valet {error.option_name} är inte rätt skrivet: det ska följas av ett värde, om det tar något."
        )
    if isinstance(error, click.MissingParameter) and isinstance(error.param, click.Argument):
        return f"Kommandot är inte helt: {error.param.metavar} saknas."
    if isinstance(error, click.BadParameter) and error.param is not None:
        return f"Valet {error.param.opts[0]}: {_wanted(error.param.type) or error.message}"
    return "Kommandot är inte rätt skrivet: det tar inga fler ord."


def _hint(word: str, error: click.exceptions.NoSuchCommand | click.NoSuchOption) -> str:
    return did_you_mean(word, error.possibilities or ()) or "."


def _wanted(kind: click.ParamType[Any]) -> str:
    """For a choice: what can be chosen."""
    return f"välj {', '.join(kind.choices)}." if isinstance(kind, click.Choice) else ""
