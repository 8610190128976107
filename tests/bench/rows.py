"""Model a measured figure with its limit, and print the figures as a table."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure. `limit` is the most it may be; None where it is told for comparison only."""

    what: str
    measured: float
    unit: str
    limit: float | None = None
    decimals: int = 2
    note: str = ""

    @property
    def verdict(self) -> str:
        """ "ok", "over", or nothing where there is no limit."""
        if self.limit is None:
            return ""
        return "ok" if self.measured <= self.limit else "over"


def print_rows(rows: list[Row]) -> None:
    """Print the rows as a table, those that are over in bold red."""
    table = Table("what", "measured", "reach", "", "", title="Bench")
    for row in rows:
        table.add_row(
            row.what,
            f"{row.measured:.{row.decimals}f} {row.unit}",
            "" if row.limit is None else f"≤ {row.limit:g} {row.unit}",
            row.verdict,
            row.note,
            style="bold red" if row.verdict == "over" else None,
        )
    Console(width=110).print(table)
