"""Model to findings and standing; pure."""

from strategi.rules.checking import check_strategy
from strategi.rules.registry import catalogue

__all__ = ["catalogue", "check_strategy"]
