"""Define the options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from strategi.site.environment import today as today_in


class _Day(click.ParamType[date]):
    """A day in the calendar."""

    name = "ÅÅÅÅ-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read `YYYY-MM-DD`."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"”{value}” är inte ett datum; skriv ÅÅÅÅ-MM-DD", param, ctx)


root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, readable=False),
    default=Path(),
    show_default="mappen du står i",
    metavar="MAPP",
    help="Mappen med strategy/ och indicators/.",
)
today_option = click.option(
    "--today",
    type=_Day(),
    default=lambda: today_in(os.environ),
    show_default="dagens datum",
    help="Dagen som ska gälla som i dag.",
)
help_option = click.help_option("--help", help="Visa den här hjälpen.")


def format_option(*formats: str, help: str) -> Callable[[Any], Any]:
    """The form that the answer is printed in; the first one if nothing is said."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help=help,
    )
