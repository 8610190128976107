"""What can be wrong with a page in `docs/`? The rules of pages, by number."""

from __future__ import annotations

from macros.model.rule import RuleDescription

_PAGES = "CONTRIBUTING.md, sidor"

PAGE_SYNTAX = RuleDescription(
    id="TXT611",
    name="page-syntax",
    title="Sidans anrop går att läsa",
    reference=_PAGES,
    advice='Skriv ett anrop som {{ value("N05") }}: dubbla klamrar, parenteser och citattecken som stängs.',
)
UNKNOWN_MACRO = RuleDescription(
    id="TXT612",
    name="unknown-macro",
    title="Det som sidan anropar finns",
    reference=_PAGES,
    advice="Rätta namnet, eller ta bort anropet.",
)
WRONG_ARGUMENTS = RuleDescription(
    id="TXT613",
    name="wrong-arguments",
    title="Anropet har rätt antal värden, inom citattecken",
    reference=_PAGES,
    advice="Jämför med ett likadant anrop på en annan sida.",
)
UNKNOWN_NAME = RuleDescription(
    id="TXT614",
    name="unknown-name",
    title="Det som anropet nämner finns",
    reference=_PAGES,
    advice="Rätta namnet i anropet, eller lägg till det som saknas i strategy/ eller indicators/.",
)
SWALLOWED_HEADING = RuleDescription(
    id="TXT615",
    name="swallowed-heading",
    title="Namnet på en rubrik skrivs med mellanslag",
    reference=_PAGES,
    advice="Skriv { #namn } med mellanslag efter klammern. Utan mellanslag försvinner texten som följer.",
)
PAGE_DESCRIPTION = RuleDescription(
    id="TXT616",
    name="page-description",
    title="Sidan börjar med en beskrivning, inom citattecken",
    reference=_PAGES,
    advice='Skriv överst: en rad ---, en rad description: "Vad sidan innehåller.", en rad ---.',
)
PAGE_SOURCE = RuleDescription(
    id="TXT617",
    name="page-source",
    title="Filen som sidan säger sig komma ur finns",
    reference=_PAGES,
    advice="Rätta sökvägen efter source:, räknad från projektets översta mapp.",
)


def page_rules() -> tuple[RuleDescription, ...]:
    """Every rule of pages, by number."""
    return (
        PAGE_SYNTAX,
        UNKNOWN_MACRO,
        WRONG_ARGUMENTS,
        UNKNOWN_NAME,
        SWALLOWED_HEADING,
        PAGE_DESCRIPTION,
        PAGE_SOURCE,
    )
