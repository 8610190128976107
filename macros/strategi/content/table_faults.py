"""Define the rules for reading tables of figures, by number."""

from __future__ import annotations

from strategi.model.rule import RuleDescription

_TABLE = "CONTRIBUTING.md, tabeller"

TABLE_SEPARATOR = RuleDescription(
    id="IND301",
    name="table-separator",
    title="Tabellen skiljer kolumner med komma",
    reference=_TABLE,
    advice="Spara tabellen som CSV med komma mellan kolumnerna och punkt i decimaltal.",
)
TABLE_HEADER = RuleDescription(
    id="IND302",
    name="table-header",
    title="Tabellens första rad namnger kolumnerna",
    reference=_TABLE,
    advice="Första raden ska vara exakt: series,area,gender,time_period,value,status,source",
)
TABLE_ROW = RuleDescription(
    id="IND303",
    name="table-row",
    title="Varje rad har lika många kolumner som rubrikraden",
    reference=_TABLE,
    advice="Rätta raden så att den har sju värden med sex kommatecken emellan.",
)
TABLE_QUOTES = RuleDescription(
    id="IND304",
    name="table-quotes",
    title="Citattecken i tabellen öppnas och stängs",
    reference=_TABLE,
    advice="Ta bort citattecknet, eller skriv det dubbelt inuti ett värde som står inom citattecken.",
)
TABLE_EMPTY = RuleDescription(
    id="IND305",
    name="table-empty",
    title="Tabellen har minst en rad",
    reference=_TABLE,
    advice="Fyll på med rader eller ta bort filen.",
)
TABLE_WITHOUT_DEFINITION = RuleDescription(
    id="IND306",
    name="table-without-definition",
    title="En tabell har en definition med samma namn",
    reference=_TABLE,
    advice="Ge tabellen samma namn som {indicator.definite_genitive} YAML-fil, eller lägg till en sådan.",
)
DUPLICATE_ROW = RuleDescription(
    id="IND307",
    name="row-twice",
    title="En serie har ett värde per område, kön och tidpunkt",
    reference=_TABLE,
    advice="Behåll den ena raden och ta bort den andra.",
)
UNKNOWN_SERIES = RuleDescription(
    id="IND308",
    name="series-unknown",
    title="Serien finns i {indicator.definite_genitive} definition",
    reference=_TABLE,
    advice="Rätta seriens id, eller lägg till serien i {indicator.definite_genitive} YAML-fil.",
)
UNKNOWN_AREA = RuleDescription(
    id="IND309",
    name="area-unknown",
    title="Området är {principal.a} eller ett jämförelseområde",
    reference=_TABLE,
    advice="Skriv områdets kod som i strategy/principals.yml.",
)
UNKNOWN_GENDER = RuleDescription(
    id="IND310",
    name="gender-unknown",
    title="Kön är T, K eller M",
    reference=_TABLE,
    advice="Skriv T för totalt, K för kvinnor eller M för män.",
)
BAD_PERIOD = RuleDescription(
    id="IND311",
    name="period-wrong",
    title="Tidpunkten är ett år eller en månad",
    reference=_TABLE,
    advice="Skriv ÅÅÅÅ eller ÅÅÅÅ-MM, till exempel 2023 eller 2023-05.",
)
FUTURE_PERIOD = RuleDescription(
    id="IND312",
    name="period-in-future",
    title="Ett utfall ligger inte i framtiden",
    reference=_TABLE,
    advice="Rätta tidpunkten. Ett mål eller en prognos hör inte hemma bland utfallen.",
)
BAD_NUMBER = RuleDescription(
    id="IND313",
    name="number-wrong",
    title="Ett värde är ett tal",
    reference=_TABLE,
    advice="Skriv bara siffror och en decimalpunkt, till exempel 1250 eller 12.5.",
)
OUT_OF_BOUNDS = RuleDescription(
    id="IND314",
    name="value-out-of-bounds",
    title="Ett värde ligger inom seriens gränser",
    reference=_TABLE,
    advice="Rätta värdet, eller gränserna i {indicator.definite_genitive} definition.",
)
VALUE_AGAINST_STATUS = RuleDescription(
    id="IND315",
    name="value-against-status",
    title="Värde och status stämmer överens",
    reference=_TABLE,
    advice="Ett tomt värde har status missing eller suppressed; alla andra rader har ett värde.",
)
UNKNOWN_STATUS = RuleDescription(
    id="IND316",
    name="status-unknown",
    title="Status är ett av de ord som går att välja",
    reference=_TABLE,
    advice="Välj normal, preliminary, missing, suppressed eller break.",
)
MISSING_SOURCE = RuleDescription(
    id="IND317",
    name="source-missing",
    title="Varje värde har en källa",
    reference=_TABLE,
    advice="Skriv källans id från indicators/sources.yml sist på raden.",
)
UNKNOWN_SOURCE = RuleDescription(
    id="IND318",
    name="source-unknown",
    title="Källan finns i indicators/sources.yml",
    reference=_TABLE,
    advice="Rätta källans id, eller lägg till källan under references i indicators/sources.yml.",
)


def table_rules() -> tuple[RuleDescription, ...]:
    """Every rule on tables, by number."""
    found = [each for each in globals().values() if isinstance(each, RuleDescription)]
    return tuple(sorted(found, key=lambda each: each.id))
