"""Define the exit codes of the commands and the error for a command that could not run."""

from __future__ import annotations

from typing import Any

import click

CLEAN, FINDINGS, NOT_RUN = 0, 1, 2
# `strategi diff` ends as programs that compare do.
SAME, DIFFERENT = 0, 1


class NotRun(click.ClickException):
    """The command could not do what it was asked. The text says why, in Swedish."""

    exit_code = NOT_RUN

    def format_message(self) -> str:
        """The whole line that is shown."""
        return self.message

    def show(self, file: Any = None) -> None:
        """Print to the error stream."""
        click.echo(f"Det gick inte: {self.message}", file=file, err=file is None)
