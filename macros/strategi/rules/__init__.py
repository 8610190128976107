"""Model to findings and standing; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from strategi.rules.checking import check_strategy
    from strategi.rules.registry import catalogue

__all__ = ["catalogue", "check_strategy"]

if not TYPE_CHECKING:  # mypy would take any name for one that stands here

    def __getattr__(name: str) -> Any:
        """Load all rules only when they are asked for: other modules of ours need not wait."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from strategi.rules import checking, registry

        return getattr(registry if name == "catalogue" else checking, name)
