"""Order the pages in a menu, as the strategy orders what they show."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from strategi.model.strategy import Strategy
from strategi.render import addresses

# What the foot of every page leads to.
FOOT = (
    ("Om webbplatsen", addresses.ABOUT),
    ("Ordlista", addresses.GLOSSARY),
    ("Rättelser", addresses.CORRECTIONS),
    ("Föreslå en ändring", addresses.PROPOSE),
    ("Tillgänglighet", addresses.ACCESSIBILITY),
    ("Integritet", addresses.PRIVACY),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuItem:
    """A page, or a heading over others. Without a title a page is called what it calls itself."""

    title: str = ""
    address: str | None = None
    """None for a heading, whose first item is its own page."""
    items: tuple[MenuItem, ...] = ()


def menu(strategy: Strategy, there: Container[str], more: Sequence[str]) -> tuple[MenuItem, ...]:
    """The main menu: of the pages that are `there`, by address, and last the `more` that a county adds."""
    return tuple(_kept(_whole_menu(strategy, more), there))


def _whole_menu(strategy: Strategy, more: Sequence[str]) -> tuple[MenuItem, ...]:
    words = strategy.words
    return (
        MenuItem(title="Start", address=addresses.START),
        _folder("Strategin", addresses.STRATEGY, *_strategy_items(strategy)),
        MenuItem(title=words.indicator.capital.plural, address=addresses.indicators_address(words)),
        MenuItem(title=words.principal.capital.plural, address=addresses.principals_address(words)),
        MenuItem(title="Antaganden", address=addresses.ADOPTIONS),
        MenuItem(title="Revideringar", address=addresses.REVISIONS),
        _folder("Om", addresses.ABOUT, *(MenuItem(address=address) for address in more)),
    )


def _strategy_items(strategy: Strategy) -> Iterator[MenuItem]:
    words = strategy.words
    goals = (addresses.subgoal_address(words, subgoal.id) for subgoal in strategy.subgoals)
    sections = (addresses.section_address(words, section.id) for section in strategy.roadmap)
    yield MenuItem(title=words.vision.capital.singular, address=addresses.vision_address(words))
    yield _folder(words.goal.capital.plural, addresses.subgoals_address(words), *map(_page_alone, goals))
    yield MenuItem(title=words.principles.capital.plural, address=addresses.principles_address(words))
    roadmap = addresses.roadmap_address(words)
    yield _folder(words.roadmap.capital.singular, roadmap, *map(_page_alone, sections))
    yield MenuItem(title="Hela strategin", address=addresses.WHOLE)


def _page_alone(address: str) -> MenuItem:
    return MenuItem(address=address)


def _folder(title: str, address: str, *items: MenuItem) -> MenuItem:
    """A heading with its own page first; a page alone where there is nothing below it."""
    if not items:
        return MenuItem(title=title, address=address)
    return MenuItem(title=title, items=(MenuItem(address=address), *items))


def _kept(items: Sequence[MenuItem], there: Container[str]) -> Iterator[MenuItem]:
    for item in items:
        if item.address is not None and item.address in there:
            yield item
        below = tuple(_kept(item.items, there))
        if below:
            yield MenuItem(title=item.title, items=below)
