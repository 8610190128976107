"""Join the layers. `load_site` reads everything once, for the generator and for the command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from strategi.site.loading import Site, load_site

__all__ = ["Site", "load_site"]

if not TYPE_CHECKING:  # mypy would take any name for one that stands here

    def __getattr__(name: str) -> Any:
        """Load what reads everything only when it is asked for: other modules of ours need not wait."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from strategi.site import loading

        return getattr(loading, name)
