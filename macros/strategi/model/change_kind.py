"""Define what can happen to a part or a record."""

from __future__ import annotations

from enum import Enum


class ChangeKind(Enum):
    """What happened to a part or a record, in one word."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    RENUMBERED = "renumbered"
