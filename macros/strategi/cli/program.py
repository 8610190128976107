"""Say what stops a command from outside in one Swedish sentence: a signal, or the file system."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click

from strategi.cli.interruption import Interrupted, signals_raised
from strategi.cli.outcome import NOT_RUN
from strategi.content.file_system import sentence
from strategi.render.printable import printable
from strategi.render.terminal.command_line import SwedishGroup


class Program(SwedishGroup):
    """All the commands, as they are run from a terminal."""

    def main(  # type: ignore[override] # as in SwedishGroup
        self, args: Sequence[str] | None = None, standalone_mode: bool = True, **more: Any
    ) -> Any:
        """Run; end with an exit code that tells what stopped the command, if anything did."""
        if not standalone_mode:
            return super().main(args, standalone_mode=False, **more)
        try:
            with signals_raised():
                return super().main(args, **more)
        except Interrupted as stopped:
            click.echo("Avbrutet.", err=True)
            sys.exit(stopped.exit_code)
        except OSError as error:
            click.echo(printable(sentence(error)), err=True)
            sys.exit(NOT_RUN)
