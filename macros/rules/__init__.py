"""Model to findings and standing; pure."""

from macros.rules.checking import check_strategy
from macros.rules.registry import catalogue

__all__ = ["catalogue", "check_strategy"]
