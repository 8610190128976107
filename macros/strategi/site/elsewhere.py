"""Where is a part read that has no page of its own?

A proposal takes the page of a part away together with the part, while the wording before it is still the
current one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from strategi.model.strategy import Strategy
from strategi.render.addresses import INDICATORS, WHOLE, indicator_address
from strategi.render.names import parts_by_id
from strategi.render.strategy.parts import part_address, part_anchor


def pages_elsewhere(root: Path, strategy: Strategy) -> Mapping[str, str]:
    """The place where such a part is read, by the address that its page would have."""
    return {
        address: place
        for address, place in _places(strategy)
        if not (root / "docs" / address.rstrip("/")).with_suffix(".md").is_file()
    }


def _places(strategy: Strategy) -> Iterator[tuple[str, str]]:
    for part_id, part in parts_by_id(strategy).items():
        yield part_address(part_id, part), f"{WHOLE}#{part_anchor(part_id)}"
    for indicator in strategy.indicators:
        yield indicator_address(indicator.id), INDICATORS
