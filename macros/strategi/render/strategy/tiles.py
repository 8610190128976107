"""Give each principal its place on the map of tiles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from strategi.model.governance import Principal, PrincipalKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One principal's tile. Column and row count from 1; 0 where it stands in reading order."""

    principal: Principal
    column: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TileMap:
    """The tiles as they are read: from the north, and from the west in each row."""

    wide: tuple[Principal, ...]
    """Who covers all of it, and so is set apart."""
    tiles: tuple[Tile, ...]
    is_map: bool
    """Whether places mean something. Without places it is a plain grid."""

    @property
    def columns(self) -> int:
        """How many columns the map has."""
        return max((each.column for each in self.tiles), default=0)


def tile_map(principals: Sequence[Principal]) -> TileMap:
    """Give each principal its tile: by its place, or in the order of the register where none has a place."""
    placed = [
        Tile(principal=each, column=each.place[0], row=each.place[1]) for each in principals if each.place
    ]
    if not placed:
        return TileMap(wide=(), tiles=tuple(Tile(principal=each) for each in principals), is_map=False)
    apart = [each for each in principals if not each.place]
    return TileMap(
        # A municipality without a place is a fault, and is shown all the same.
        wide=tuple(sorted(apart, key=lambda each: each.kind is not PrincipalKind.REGION)),
        tiles=tuple(sorted(placed, key=lambda each: (each.row, each.column))),
        is_map=True,
    )
