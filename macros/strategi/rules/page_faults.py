"""Define the rules of pages in `docs/`, by number."""

from __future__ import annotations

from strategi.model.finding import Severity
from strategi.model.rule import RuleDescription

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
PAGE_COMPUTES = RuleDescription(
    id="TXT618",
    name="page-computes",
    title="I klamrar på en sida står ett anrop med utskrivna värden, och inget annat",
    reference=_PAGES,
    advice='Skriv ett anrop som {{ value("N05") }}. Ingenting räknas ut på en sida.',
)
PAGE_STATEMENT = RuleDescription(
    id="TXT619",
    name="page-statement",
    title="En sida innehåller inga kommandon mellan {% och %}",
    reference=_PAGES,
    advice='Skriv ut det som ska stå, eller använd ett anrop som {{ value("N05") }}. Klamrar som ska synas '
    "skrivs mellan {% raw %} och {% endraw %}.",
)
PAGE_COMMENT = RuleDescription(
    id="TXT620",
    name="page-comment",
    title="En sida döljer ingen text mellan {# och #}",
    reference=_PAGES,
    advice="Ta bort texten, eller skriv den så att den syns. En plats namn skrivs { #namn }, med mellanslag.",
)
BRACES_IN_KEYS = RuleDescription(
    id="TXT621",
    name="braces-in-keys",
    title="Nycklarna överst på en sida, och menyn i mkdocs.yml, är text utan anrop",
    reference=_PAGES,
    advice="Skriv ut orden i stället för klamrarna.",
)

PAGE_KEYS = RuleDescription(
    id="TXT622",
    name="page-keys",
    title="Nycklarna överst på sidan går att läsa",
    reference=_PAGES,
    advice='Skriv varje nyckel på en rad, med värdet inom citattecken: description: "Vad sidan innehåller."',
)
COUNTY_MACROS = RuleDescription(
    id="TXT623",
    name="county-macros",
    title="Filen med {county.definite_genitive} egna makron går att läsa",
    reference=_PAGES,
    advice="Rätta raden, eller ta bort filen: den behövs bara om {county.definite} har egna makron.",
)


COUNT_BY_HAND = RuleDescription(
    id="TXT624",
    name="count-by-hand",
    title="Ett antal som står på en sida är det som strategin har",
    reference=_PAGES,
    advice='Skriv {{ count("goal") }} i stället för talet och ordet. Gäller det bara några av dem: skriv '
    "”två av …”.",
    severity=Severity.WARNING,
)
PART_ADDRESS = RuleDescription(
    id="TXT625",
    name="part-address-missing",
    title="En länk till en del av strategin leder till en del som finns",
    reference=_PAGES,
    advice="Rätta länken, eller ta bort den.",
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
        PAGE_COMPUTES,
        PAGE_STATEMENT,
        PAGE_COMMENT,
        BRACES_IN_KEYS,
        PAGE_KEYS,
        COUNTY_MACROS,
        COUNT_BY_HAND,
        PART_ADDRESS,
    )
