"""Model what someone has asked for by filling in a form, and what it would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class FormKind(Enum):
    """The forms that there are, by the name of their file below `.github/ISSUE_TEMPLATE/`."""

    TEXT = "text"
    DECISION = "beslut"
    FIGURE = "varde"
    PLAN = "plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFault:
    """One thing that is wrong with a form, in Swedish. `label` is the field's; "" for the form as a whole."""

    label: str
    message: str
    advice: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a form would change, and in a few words what it is about."""

    topic: str
    """What a branch is named after: lower-case letters, digits and hyphens."""
    subject: str
    """The commit's first line, with the prefix that such changes have."""
    files: Mapping[str, str]
    """The whole new text of each file, by path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A form that has been read: what was answered, what it would change, and all that is wrong with it."""

    kind: FormKind | None
    form_name: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    """Labels and what was answered, as it was written."""
    draft: Draft | None = None
    faults: tuple[FormFault, ...] = ()
