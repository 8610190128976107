"""Check what a page says by hand that the content knows: how many there are, and where they are read."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

from strategi.content.suggestion import did_you_mean
from strategi.model.finding import Finding
from strategi.model.strategy import Strategy
from strategi.model.words import Words
from strategi.render.addresses import (
    indicators_address,
    principals_address,
    roadmap_address,
    subgoals_address,
)
from strategi.render.strategy.called import SECTION, counted_names, counted_term, true_count
from strategi.render.view import View
from strategi.rules import page_faults
from strategi.rules.link_addresses import addresses_in
from strategi.words.numbers import in_letters

_DOCS = "docs/"
# What is no prose: calls, and what a page may not say in braces.
_BRACED = re.compile(r"\{([{%#]).*?[}%#]\}", re.DOTALL)
_UNITS = ("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio")
_TEENS = ("tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton")
_TENS = ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")
_OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#")


class _Folder(NamedTuple):
    """Where the pages of one kind of part stand, and the names of those that there are."""

    address: str
    noun: str
    names: Collection[str]


def page_claims(path: str, source: str, view: View) -> Iterator[Finding]:
    """Every number that is not the true one, and every address of a part that there is not."""
    yield from _counts(path, source, view)
    yield from _addresses(path, source, view)


def _counts(path: str, source: str, view: View) -> Iterator[Finding]:
    prose = _BRACED.sub(lambda braced: re.sub(r"[^\n]", " ", braced.group()), source)
    for name in counted_names():
        true = _true_counts(view.strategy, name)
        for said in _claims(view.words, name).finditer(prose):
            if _number(said["number"]) not in true:
                yield _count_finding(path, source, view, name, said)


def _count_finding(path: str, source: str, view: View, name: str, said: re.Match[str]) -> Finding:
    counted = in_letters(true_count(view.strategy, name), counted_term(view.words, name))
    is_definite = said["noun"].lower() == counted_term(view.words, name).definite_plural
    call = f'{{{{ count("{name}", "definite_plural") }}}}' if is_definite else f'{{{{ count("{name}") }}}}'
    message = f"här står ”{' '.join(said.group().split())}”, men strategin har {counted}"
    advice = f"Skriv {call} i stället för talet och ordet. Gäller det bara några av dem: skriv ”två av …”."
    start = said.start()
    line = source.count("\n", 0, start) + 1
    column = start - source.rfind("\n", 0, start)
    return page_faults.COUNT_BY_HAND.at(path, line, column, message, value=said.group(), advice=advice)


def _claims(words: Words, name: str) -> re.Pattern[str]:
    """A number above one before the word in plural.

    Of sections only where the roadmap's are meant, and all of them: `de nio avsnitten i färdplanen`.
    """
    term = counted_term(words, name)
    forms = (term.definite_plural,) if name == SECTION else (term.definite_plural, term.plural)
    nouns = "|".join(map(re.escape, dict.fromkeys(forms)))
    after = rf"(?=\s+i\s+{re.escape(words.roadmap.definite)}\b)" if name == SECTION else r"(?!\w)"
    numbers = "|".join(sorted(_number_words(), key=len, reverse=True))
    return re.compile(rf"(?<![\w,.–-])(?P<number>[0-9]{{1,3}}|{numbers})\s+(?P<noun>{nouns}){after}", re.I)


def _true_counts(strategy: Strategy, name: str) -> frozenset[int]:
    """The number that is true; of the indicators also that of all that are shown, decided or not."""
    every = {len(strategy.indicators)} if name == "indicator" else set()
    return frozenset({true_count(strategy, name), *every})


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else _number_words()[written.lower()]


@cache
def _number_words() -> Mapping[str, int]:
    """The numbers of running text, from two to ninety-nine."""
    found = {word: value for value, word in enumerate((*_UNITS, *_TEENS), 1) if value > 1}
    for ten, word in enumerate(_TENS, 2):
        found[word] = ten * 10
        found |= {f"{word}{unit}": ten * 10 + value for value, unit in enumerate(_UNITS, 1)}
        found[f"{word}en"] = ten * 10 + 1
    return found


def _addresses(path: str, source: str, view: View) -> Iterator[Finding]:
    folders = _folders(view.strategy)
    for written in addresses_in(source):
        places = _places(path, written.address)
        missing = [found for place in places if (found := _missing(place, folders))]
        is_there = any(_is_there(place, folders) for place in places)
        if missing and not is_there:
            folder, name = missing[0]
            hint = did_you_mean(name, folder.names)
            message = f"länken leder till {folder.noun} ”{name}”, som inte finns{hint}"
            yield page_faults.PART_ADDRESS.at(
                path, written.line, written.column, message, value=written.address
            )


def _folders(strategy: Strategy) -> tuple[_Folder, ...]:
    words = strategy.words
    sections = {each.id for each in strategy.roadmap}
    return (
        _Folder(
            subgoals_address(words), words.goal.definite, {each.id.lower() for each in strategy.subgoals}
        ),
        _Folder(
            indicators_address(words),
            words.indicator.definite,
            {each.id.lower() for each in strategy.indicators},
        ),
        _Folder(principals_address(words), words.principal.definite, set(strategy.principal_by_id)),
        _Folder(roadmap_address(words), "avsnittet", sections),
    )


def _places(path: str, address: str) -> tuple[str, ...]:
    """Where an address may lead, below the site's root: as one of files, and as a browser follows it."""
    way = unquote(re.split("[?#]", address, maxsplit=1)[0])
    if not way or _OUTSIDE.match(way):
        return ()
    file = path.removeprefix(_DOCS)
    page = file.removesuffix(".md").removesuffix("index")
    bases = (posixpath.dirname(file), page)
    joined = (posixpath.normpath(posixpath.join("/", base, way)).lstrip("/") for base in bases)
    return tuple(dict.fromkeys(each.removesuffix(".md").removesuffix("/index.html") for each in joined))


def _missing(place: str, folders: tuple[_Folder, ...]) -> tuple[_Folder, str] | None:
    found = _within(place, folders)
    return found if found and found[1] not in found[0].names else None


def _is_there(place: str, folders: tuple[_Folder, ...]) -> bool:
    found = _within(place, folders)
    return found is not None and found[1] in found[0].names


def _within(place: str, folders: tuple[_Folder, ...]) -> tuple[_Folder, str] | None:
    """The folder of parts that a place is directly in, and the name of the part."""
    for folder in folders:
        name = place.removeprefix(folder.address)
        if name != place and name and "/" not in name and "." not in name and name != "index":
            return folder, name
    return None
