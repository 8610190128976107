"""Check that a map of the principals can be drawn, with a tile for each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from strategi.content.collection import Entry
from strategi.content.reading import Reading
from strategi.model.finding import Finding
from strategi.model.governance import Principal, PrincipalKind
from strategi.rules.rule import Rule


class TilesIncomplete(Rule):
    """A map with two municipalities in one place, or without one of them, tells less than a list."""

    id = "ADO213"
    name = "tiles-incomplete"
    title = "Varje kommun har en egen plats på kartan, eller ingen har det"
    reference = "CONTRIBUTING.md, antaganden"

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv kolumn och rad i ”tile”, till exempel 2,3, för varje kommun, eller ta bort alla."""
        principals = reading.of(Principal)
        holders: dict[str, str] = {}
        for entry in principals:
            tile, name = entry.record.tile, entry.record.id
            if tile is None:
                continue
            if tile in holders:
                message = f"platsen {tile} är redan tagen av ”{holders[tile]}”"
                yield self.found(reading, entry, "tile", message=message)
            holders.setdefault(tile, name)
        yield from self._absent(reading, principals if holders else ())

    def _absent(self, reading: Reading, principals: tuple[Entry[Principal], ...]) -> Iterator[Finding]:
        for entry in principals:
            if entry.record.tile is None and entry.record.kind is PrincipalKind.MUNICIPALITY:
                message = f"”{entry.record.id}” har ingen ”tile”, fast andra har det"
                yield self.found(reading, entry, "id", message=message)
