"""Define the rules of reading, by number: faults in a file, its keys and its values."""

from __future__ import annotations

from strategi.model.rule import RuleDescription

_FORMAT = "CONTRIBUTING.md, filformat"
_MODEL = "CONTRIBUTING.md, nycklar och värden"

MISSING_FILE = RuleDescription(
    id="STR101",
    name="file-missing",
    title="Filen finns",
    reference=_FORMAT,
    advice="Lägg till filen. Strategin kan inte läsas utan den.",
)
UNREADABLE = RuleDescription(
    id="STR102",
    name="file-unreadable",
    title="Filen går att öppna",
    reference=_FORMAT,
    advice="Ersätt den med en vanlig fil med läsbart innehåll.",
)
ENCODING = RuleDescription(
    id="STR103",
    name="file-not-utf8",
    title="Filen är text i UTF-8, utan BOM och styrtecken",
    reference=_FORMAT,
    advice="Spara filen på nytt med teckenkodningen UTF-8 (utan BOM).",
)
SYNTAX = RuleDescription(
    id="STR104",
    name="yaml-syntax",
    title="YAML är rätt skriven",
    reference=_FORMAT,
    advice="Rätta raden. Dra in med mellanslag och sätt text som innehåller kolon inom citattecken.",
)
DUPLICATE_KEY = RuleDescription(
    id="STR105",
    name="key-twice",
    title="En nyckel står en gång",
    reference=_FORMAT,
    advice="Behåll den ena raden och ta bort den andra.",
)
PLAIN_YAML = RuleDescription(
    id="STR106",
    name="yaml-not-plain",
    title="YAML är enkel: inga ankare, alias, taggar eller flera dokument",
    reference=_FORMAT,
    advice="Skriv ut värdet. Sätt text som börjar med &, * eller ! inom citattecken, och --- bara överst.",
)
FRONT_MATTER = RuleDescription(
    id="STR107",
    name="front-matter-missing",
    title="En Markdownfil börjar med nycklar mellan två rader ---",
    reference=_FORMAT,
    advice="Börja filen med en rad ---, skriv nycklarna och avsluta dem med en rad --- till.",
)
UNEXPECTED_FILE = RuleDescription(
    id="STR108",
    name="file-unexpected",
    title="En fil ligger och heter som den ska",
    reference=_FORMAT,
    advice="Byt namn på filen, flytta den eller ta bort den. Den läses inte som den ligger nu.",
)
UNKNOWN_KEY = RuleDescription(
    id="STR109",
    name="key-unknown",
    title="Nyckeln är känd",
    reference=_MODEL,
    advice="Rätta stavningen eller ta bort raden.",
)
MISSING_KEY = RuleDescription(
    id="STR110",
    name="key-missing",
    title="Alla nycklar finns",
    reference=_MODEL,
    advice="Lägg till nyckeln. En uppgift som ingen har funnit skrivs not-found.",
)
WRONG_SHAPE = RuleDescription(
    id="STR111",
    name="shape-wrong",
    title="Ett värde är text, en lista eller nycklar, efter vad som ska stå där",
    reference=_MODEL,
    advice="Skriv värdet som i de andra filerna av samma slag.",
)
EMPTY_VALUE = RuleDescription(
    id="STR112",
    name="value-empty",
    title="Ett värde är aldrig tomt",
    reference=_MODEL,
    advice="Fyll i värdet. En uppgift som ingen har funnit skrivs not-found; en frivillig nyckel tas bort.",
)
UNKNOWN_WORD = RuleDescription(
    id="STR113",
    name="word-unknown",
    title="Värdet är ett av de ord som går att välja",
    reference=_MODEL,
    advice="Välj ett av orden.",
)
MALFORMED = RuleDescription(
    id="STR114",
    name="value-malformed",
    title="Id, kod och tal är skrivna på rätt sätt",
    reference=_MODEL,
    advice="Rätta värdet.",
)
BAD_DATE = RuleDescription(
    id="STR115",
    name="date-wrong",
    title="Datum finns i kalendern och skrivs ÅÅÅÅ-MM-DD",
    reference=_MODEL,
    advice="Skriv dagen som ÅÅÅÅ-MM-DD, till exempel 2022-04-27.",
)
BODY_TEXT = RuleDescription(
    id="STR116",
    name="text-against-evidence",
    title="Brödtext och text_evidence stämmer överens",
    reference=_MODEL,
    advice="Skriv texten under nycklarna, eller sätt text_evidence till not-found och lämna texten tom.",
)
BAD_ADDRESS = RuleDescription(
    id="STR137",
    name="address-unsound",
    title="En webbadress leder till en plats på webben eller till en e-postadress",
    reference=_MODEL,
    advice="Kopiera hela adressen ur webbläsaren. Den börjar med https://, http:// eller mailto:.",
)
FILE_NAME = RuleDescription(
    id="STR140",
    name="file-name-not-utf8",
    title="Filens namn är text i UTF-8",
    reference=_FORMAT,
    advice="Byt namn på filen till små bokstäver a–z, siffror och bindestreck.",
)


def file_rules() -> tuple[RuleDescription, ...]:
    """Every rule on files, keys and values, by number."""
    found = [each for each in globals().values() if isinstance(each, RuleDescription)]
    return tuple(sorted(found, key=lambda each: each.id))
