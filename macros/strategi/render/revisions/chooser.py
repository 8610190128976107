"""List the versions of the strategy that can be compared, with links to the comparisons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from strategi.model.governance import Revision
from strategi.model.revision_id import RevisionId
from strategi.render.addresses import comparison_address
from strategi.render.history.comparisons import found_texts
from strategi.render.templating import fragment
from strategi.render.view import View
from strategi.rules.standing import standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A revision, and the address of its comparison with each other one, newest first."""

    revision: Revision
    others: tuple[tuple[Revision, str], ...]
    working: str
    """Address of the comparison with the files as they stand; "" where there is none."""


def chooser(view: View) -> str:
    """Every revision, with a link for comparing it with each other one."""
    return fragment("chooser.html", view=view, choices=choices(view), missing=_without_text(view))


def choices(view: View) -> tuple[Choice, ...]:
    """Every revision whose text was found, newest first."""
    return tuple(_choices(view))


def working_base(view: View) -> RevisionId | None:
    """The revision that the files as they stand are compared with; None where there is nothing to compare."""
    current = standing(view.strategy, view.today).revision
    if view.proposal is None or not isinstance(current, Revision) or view.log.text(current.id) is None:
        return None
    return current.id


def _choices(view: View) -> Iterator[Choice]:
    found = [each.revision for each in reversed(found_texts(view.log))]
    base = working_base(view)
    for revision in found:
        yield Choice(
            revision=revision,
            others=tuple(_others(revision, found)),
            working=comparison_address(revision.id, None) if revision.id == base else "",
        )


def _others(one: Revision, newest_first: Sequence[Revision]) -> Iterator[tuple[Revision, str]]:
    """The others, and where each is compared with this one: the older stands first in an address."""
    is_newer = True
    for other in newest_first:
        if other is one:
            is_newer = False
        else:
            yield other, comparison_address(*((one.id, other.id) if is_newer else (other.id, one.id)))


def _without_text(view: View) -> tuple[Revision, ...]:
    found = {each.revision.id for each in found_texts(view.log)}
    return tuple(each for each in reversed(view.strategy.revisions) if each.id not in found)
