"""Apply listed corrections to a part as it stood, and tell whether they give exactly what stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from strategi.model.digest import canonical_facts, canonical_line, canonical_text
from strategi.model.governance import Correction
from strategi.model.governed import TEXT, GovernedPart

# Words that stand in many places can be put right in any of them. So many ways to read the corrections of a
# part are tried before they are said not to fit; a correction that names a whole sentence needs one.
_MOST_WAYS = 2000

Facts = Mapping[str, str | None]


def gives(before: GovernedPart, after: GovernedPart, corrections: Sequence[Correction]) -> bool:
    """Whether the corrections, made one after the other on some place of the part, leave what stands.

    Nothing but the words that they name may differ: neither another sentence nor the title or the structure.
    """
    wanted = canonical_facts(after)
    ways = _ways(canonical_facts(before), corrections)
    return any(found == wanted for found, _ in zip(ways, range(_MOST_WAYS), strict=False))


def holds(part: GovernedPart | None, words: str) -> bool:
    """Whether any fact of a part holds the words, however their lines are broken."""
    facts = canonical_facts(part) if part else {}
    return any(True for fact in facts.values() if fact for _ in _pattern(words).finditer(fact))


def _ways(facts: Facts, corrections: Sequence[Correction]) -> Iterator[Facts]:
    """Every state that the corrections can lead to."""
    if not corrections:
        yield facts
        return
    first, *others = corrections
    for changed in _applied(facts, first):
        yield from _ways(changed, others)


def _applied(facts: Facts, correction: Correction) -> Iterator[Facts]:
    """The facts with one place put right, for each place that holds the words."""
    for name, fact in facts.items():
        for place in _pattern(correction.before).finditer(fact or ""):
            assert fact is not None
            changed = fact[: place.start()] + correction.after + fact[place.end() :]
            yield {**facts, name: canonical_text(changed) if name == TEXT else canonical_line(changed)}


def _pattern(words: str) -> re.Pattern[str]:
    """The words with any white space between them: where a line is broken says nothing."""
    return re.compile(r"\s+".join(map(re.escape, canonical_line(words).split())) or r"(?!)")
