"""Locate each part's section in a document, and what belongs to no part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from strategi.diff.redlines.similarity import likely_pairs, similarity
from strategi.diff.verification.expected import Expected, bag_of, likeness
from strategi.diff.verification.spelling import words_of
from strategi.diff.verification.titles import LONGEST, title_key, title_keys
from strategi.model.adopted import AdoptedBlock, AdoptedKind
from strategi.model.governed import GovernedPart
from strategi.model.words import Words

_LIKE = 0.5
_LOOKS = 24
# A section that is this much longer than its part holds something else.
_LONGEST = 3
_ALWAYS = 400

Blocks = Sequence[AdoptedBlock]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The blocks of one part: perhaps its heading, and what stands below it."""

    part: GovernedPart
    start: int
    end: int
    has_heading: bool
    """Whether the first block is its title, or a heading in its place."""


def with_titles_apart(
    blocks: Blocks, parts: Sequence[GovernedPart], words: Words
) -> tuple[AdoptedBlock, ...]:
    """Make a heading of every line that is a title, also where the text goes on in the next line."""
    titles = {title_key(each.title or each.id) for each in parts}
    return tuple(piece for block in blocks for piece in _pieces(block, titles, words))


def sections(
    blocks: Blocks, parts: Sequence[GovernedPart], taken: frozenset[int], words: Words
) -> tuple[Section, ...]:
    """The section of every part that is found, in the order of the document. `taken` belong to indicators."""
    starts = _Starts(blocks, parts, taken, words).found()
    ordered = sorted(starts.values(), key=lambda each: each.start)
    limits = [*(each.start for each in ordered[1:]), len(blocks)]
    return tuple(
        replace(each, end=_end(each, blocks, limit)) for each, limit in zip(ordered, limits, strict=False)
    )


class _Starts:
    """Finds where each part begins: by its title, else by its words."""

    def __init__(
        self, blocks: Blocks, parts: Sequence[GovernedPart], taken: frozenset[int], words: Words
    ) -> None:
        self._words = words
        self._blocks = blocks
        self._parts = parts
        self._free = [at for at in range(len(blocks)) if at not in taken]
        self._by_title = _by_title(blocks, self._free, words)
        self._found: dict[str, Section] = {}

    def found(self) -> Mapping[str, Section]:
        for part in self._parts:
            place = self._by_its_title(part)
            if place is not None:
                self._take(part, place, has_heading=True)
        for part in self._parts:
            if part.id not in self._found and part.text:
                self._by_its_words(part)
        return self._found

    def _take(self, part: GovernedPart, place: int, *, has_heading: bool) -> None:
        if all(each.start != place for each in self._found.values()):
            self._found[part.id] = Section(part=part, start=place, end=place, has_heading=has_heading)

    def _by_its_title(self, part: GovernedPart) -> int | None:
        """The place of the title that is followed by what is most like the wording; headings go first."""
        places = self._by_title.get(title_key(part.title or ""), [])
        headings = [at for at in places if self._blocks[at].kind is AdoptedKind.HEADING]
        if part.text is None:
            return next(iter(headings or places), None)
        words = Expected(part=part).words
        looked_at = [*headings[:_LOOKS], *(at for at in places[:_LOOKS] if at not in headings)]
        scored = [(likeness(self._words_after(at, len(words)), words), at) for at in looked_at]
        best = max(scored, key=lambda each: (each[0], each[1] in headings, -each[1]), default=(0.0, -1))
        return best[1] if best[0] >= _LIKE or best[1] in headings else None

    def _words_after(self, place: int, count: int) -> list[str]:
        found: list[str] = []
        for block in self._blocks[place + 1 :]:
            if len(found) > count * 1.25 + LONGEST:
                break
            found += words_of(block.text)
        return found

    def _by_its_words(self, part: GovernedPart) -> None:
        """The place of what is most like the part's first blocks; a heading before it is its title."""
        expected = Expected(part=part)
        free = self._not_of_others()
        bags = [bag_of(words_of(self._blocks[at].text)) for at in free]
        pairs = likely_pairs(expected.bags, bags)
        scored = [(similarity(expected.bags[one], bags[other]), one, other) for one, other in pairs]
        alike = [each for each in scored if each[0] >= _LIKE]
        if not alike:
            return
        first = min(one for _, one, _ in alike)
        _, _, nearest = max(each for each in alike if each[1] == first)
        place = free[nearest]
        has_heading = self._is_unknown_heading(place - 1)
        self._take(part, place - has_heading, has_heading=has_heading)

    def _not_of_others(self) -> list[int]:
        """The places of blocks that are not, word for word, those of a part that is found already."""
        found = [Expected(part=each.part) for each in self._found.values()]
        others = {" ".join(words_of(text)) for each in found for text in each.texts}
        return [at for at in self._free if " ".join(words_of(self._blocks[at].text)) not in others]

    def _is_unknown_heading(self, place: int) -> bool:
        """Whether a heading stands there that is no other part's title."""
        if place < 0 or self._blocks[place].kind is not AdoptedKind.HEADING:
            return False
        titles = {title_key(each.title) for each in self._parts if each.title}
        return titles.isdisjoint(title_keys(self._blocks[place].text, self._words))


def _by_title(blocks: Blocks, places: Sequence[int], words: Words) -> Mapping[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at in places:
        if blocks[at].kind is not AdoptedKind.ROW:
            for key in title_keys(blocks[at].text, words):
                found[key].append(at)
    return found


def _pieces(block: AdoptedBlock, titles: set[str], words: Words) -> Iterator[AdoptedBlock]:
    lines = block.text.split("\n")
    if block.kind not in (AdoptedKind.PARAGRAPH, AdoptedKind.HEADING) or len(lines) == 1:
        yield block
        return
    rest: list[str] = []
    for line in lines:
        if titles.isdisjoint(title_keys(line, words)):
            rest.append(line)
            continue
        if rest:
            yield replace(block, cells=("\n".join(rest),))
        yield AdoptedBlock(kind=AdoptedKind.HEADING, cells=(line,))
        rest = []
    if rest:
        yield replace(block, cells=("\n".join(rest),))


def _end(section: Section, blocks: Blocks, limit: int) -> int:
    """Where a heading begins something else, or where the section is much longer than the part can be."""
    expected = Expected(part=section.part)
    most = len(expected.words) * _LONGEST + _ALWAYS if expected.part.text is not None else None
    level = blocks[section.start].level if section.has_heading else 0
    count = 0
    for at in range(section.start + section.has_heading, limit):
        count += len(words_of(blocks[at].text))
        is_over = most is not None and count > most
        if is_over or _begins_other(blocks[at], level, expected):
            return at
    return limit


def _begins_other(block: AdoptedBlock, level: int, expected: Expected) -> bool:
    """Whether the block is a heading on the same level or above, which is none of the part's own."""
    if block.kind is not AdoptedKind.HEADING:
        return False
    words = words_of(block.text)
    if level and block.level:
        return block.level <= level and " ".join(words) not in expected.headings
    if level:
        return False
    own = sum(word in expected.vocabulary for word in words)
    return own < _LIKE * len(words)
