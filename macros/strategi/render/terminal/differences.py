"""Model two compared versions, and describe the difference between them as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from strategi.model.change import StrategyComparison
from strategi.model.revision_id import RevisionId
from strategi.model.strategy import Strategy
from strategi.model.words import Words
from strategi.render.revisions.compared_parts import ComparedPart, compared_parts
from strategi.render.wording.change_words import counts_words
from strategi.render.wording.scope import scope
from strategi.words.lists import listed
from strategi.words.numbers import capital, counted, counted_of, moment

_ONLY = "bara strategins text jämförs, inte vad som stod om källor, {principal.plural} och värden."


class SnapshotKind(Enum):
    """Where a strategy was found."""

    REVISION = "revision"
    COMMIT = "commit"
    WORKING = "working"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The strategy as it stood at one moment."""

    kind: SnapshotKind
    name: str
    """What it was asked for by: a revision's id, a name that git knows."""
    strategy: Strategy
    is_whole: bool = True
    """Whether everything around the text could be read without faults. A revision is its text and no more."""

    @property
    def label(self) -> str:
        """What it is called: `revideringen 27 april 2022`, `git-versionen main`, `filerna som de står`."""
        match self.kind:
            case SnapshotKind.REVISION:
                return f"revideringen {moment(RevisionId(self.name))}"
            case SnapshotKind.COMMIT:
                return f"git-versionen {self.name}"
            case SnapshotKind.WORKING:
                return "filerna som de står"


@dataclass(frozen=True, kw_only=True)
class Differences:
    """Two versions and what differs between them."""

    old: Snapshot
    new: Snapshot
    comparison: StrategyComparison

    @property
    def words(self) -> Words:
        """What everything is called: as the new one says."""
        return self.new.strategy.words

    @property
    def is_text_only(self) -> bool:
        """Whether only the decided text was compared."""
        return not (self.old.is_whole and self.new.is_whole)

    @property
    def restriction(self) -> str:
        """Why only the text was compared, in a sentence; "" where everything was."""
        if not self.is_text_only:
            return ""
        kinds = [each.kind for each in (self.old, self.new) if not each.is_whole]
        if SnapshotKind.REVISION in kinds:
            return self.words.say(f"En revidering är en text: {_ONLY}")
        return self.words.say(f"Allt runt texten går inte att läsa felfritt: {_ONLY}")

    @property
    def strategies(self) -> tuple[Strategy, Strategy]:
        """Where things have their names; the new one first."""
        return self.new.strategy, self.old.strategy

    @cached_property
    def parts(self) -> tuple[ComparedPart, ...]:
        """The governed parts that differ, their changes numbered."""
        return compared_parts(self.comparison.governed, (), {}, self.words)

    @property
    def last(self) -> int:
        """The number of the last governed change; 0 where there is none."""
        return max((change.last for part in self.parts for change in part.changes), default=0)

    @property
    def heading(self) -> str:
        """The two versions: `Från revideringen 28 januari 2022 till filerna som de står`."""
        return f"Från {self.old.label} till {self.new.label}"

    @property
    def summary(self) -> str:
        """How much differs, in a sentence."""
        if self.comparison.is_equal:
            return "Ingenting skiljer dem åt."
        return f"{capital(listed(self._counts))}."

    @property
    def scope(self) -> str:
        """Which governed parts differ; "" where none does."""
        governed = self.comparison.governed
        return "" if governed.is_equal else scope(governed, self.words)

    @property
    def _counts(self) -> list[str]:
        found = self.comparison
        said = {
            f"{counts_words(found.governed)} av strategin": not found.governed.is_equal,
            f"{counted(len(found.records), 'annan uppgift', 'andra uppgifter')}": bool(found.records),
            f"värden för {counted_of(len(found.figures), self.words.indicator)}": bool(found.figures),
        }
        return [words for words, is_so in said.items() if is_so]
