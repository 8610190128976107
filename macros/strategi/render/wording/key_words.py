"""Explain each key of the files to the person who writes it."""

from __future__ import annotations

from collections.abc import Mapping

from strategi.model.record import Record
from strategi.model.words import Words
from strategi.render.wording.fact_words import fact_name
from strategi.words.numbers import capital

_NOT_FOUND_TOO = "Skriv not-found om det inte är känt."

# By key, and by `Record.key` where the same key means something else.
_MEANINGS: Mapping[str, str] = {
    "adoptions": "En rad för varje {principal}, också för dem vars beslut inte är funnet.",
    "address": "Mappen för dess sidor: små bokstäver a–z, siffror och bindestreck. Annars den vanliga.",
    "after": "Lydelsen efter rättelsen.",
    "appendix": (
        "Utelämnas när {indicator.definite_plural} i {appendix.definite} är kända. Skriv none om "
        "inga {indicator.plural} är beslutade."
    ),
    "area": 'Områdets kod inom citattecken, till exempel "0000".',
    "area_codes": "Hur områdenas koder ser ut, som reguljärt uttryck, till exempel ”[0-9]{4}”. Frivillig.",
    "areas": "De områden som värden gäller för, utöver {principal.definite_plural_genitive} egna.",
    "before": "Lydelsen före rättelsen.",
    "bodies": "Råd, nätverk och grupper med en roll i strategin, en rad för varje.",
    "body": "Organet som beslutade, som källan kallar det, till exempel ”Kommunfullmäktige”.",
    "cadence": "Hur ofta nya värden kommer, till exempel ”varje år”.",
    "change": "Raden gäller bara ett slags ändring. Utan nyckeln gäller den alla.",
    "class": "Hur mycket ändringen väger. Det avgör vem som får besluta.",
    "class_evidence": "Hur säkert det är att ändringen har den klassen.",
    "classes": "Vad som har vilken klass. Den rad som säger mest gäller.",
    "clause": "Vad beslutet säger om vem som får besluta, med våra ord.",
    "code": 'Områdets kod inom citattecken, till exempel "0000".',
    "comparison_area": (
        "Koden för det område som {county.definite} jämförs med. Utelämnas om det inte finns något."
    ),
    "comparison_name": "Jämförelseområdets namn som det står i en mening, till exempel ”riket”.",
    "complement": "Det som följer efter ordet när saken nämns fullt ut, till exempel ”för samverkan”.",
    "composition": "Vilka som ingår.",
    "condition": "Villkoret för att beslutet ska gälla.",
    "conformance": "Hur väl webbplatsen följer lagen om tillgänglighet till digital offentlig service.",
    "conformance_reason": "Varför webbplatsen inte är helt förenlig, i en eller några meningar.",
    "corrected_on": "Dagen då vår återgivning rättades.",
    "corrections": "Rättelser av vår återgivning av beslutet, äldst först. De kräver inget nytt beslut.",
    "county": "{County.definite_genitive} namn som det står i en mening.",
    "county_area": (
        "Koden för det område vars värden står för {county.definite}. Utelämnas om inget område gör det."
    ),
    "date": 'Dagen, eller en längre tid om källan inte säger dagen, till exempel "2023".',
    "decided_by": "Id för organet som beslutade, ur strategy/bodies.yml.",
    "decided_on": "Dagen för beslutet.",
    "decision": "Vad organet gjorde med revideringen.",
    "definite": "Ordet i bestämd form, till exempel ”arbetssättet”.",
    "definite_plural": "Ordet i bestämd form plural, till exempel ”arbetssätten”.",
    "definition": (
        "Hur {indicator.definite} är {indicator:definierad|definierat}. För dem i "
        "{appendix.definite} är det en del av det som är beslutat."
    ),
    "definition_evidence": "Hur säker definitionen är.",
    "deviations": "Vad {principal.definite} antog med andra ord än de rekommenderade, en rad för varje del.",
    "digest": "Textens kontrollsumma när den först registrerades. Kommandot strategi digest räknar ut den.",
    "digest_after": "Textens kontrollsumma efter rättelsen. Kommandot strategi digest räknar ut den.",
    "digest_before": "Textens kontrollsumma före rättelsen.",
    "direction": "Vilket håll som är bra.",
    "direction_evidence": "Hur säkert det är åt vilket håll som är bra.",
    "due_on": "Dagen då nästa revidering ska vara gjord.",
    "effective_from": "Dagen då texten börjar gälla.",
    "email": "E-postadressen till den som svarar för webbplatsen.",
    "events": "Det som har hänt med strategin, en rad för varje händelse.",
    "evidence": "Hur säker uppgiften är.",
    "fact": "Vilken uppgift i delen det gäller: text (som är det vanliga), title eller definition.",
    "faults": "Det som inte är tillgängligt, en rad för varje. Det som är lika överallt står där redan.",
    "field": "Raden gäller bara en enda uppgift, till exempel title. Utan nyckeln gäller den alla.",
    "focus_shifts": "Förflyttningar av fokus, en rad för varje.",
    "foreign_id": "Vad måttet heter hos källan, till exempel ”U21505”.",
    "foreign_title": "Måttets namn hos källan, ordagrant.",
    "gender": "Om det heter en och den, eller ett och det.",
    "id": "Id som andra filer hänvisar till: små bokstäver a–z, siffror och bindestreck. Ändra det inte.",
    "indicator": 'Id för {indicator.definite}, till exempel "N05".',
    "informed": "Vilka organ som har informerats om beslutet, och när.",
    "informed_on": "Dagen då organet informerades.",
    "kind": "Vad det är för slag.",
    "mandates": "Vilka som får besluta, en rad för varje klass av ändringar.",
    "maximum": "Det högsta värde som är möjligt. Skrivs med decimalpunkt.",
    "minimum": "Det lägsta värde som är möjligt. Skrivs med decimalpunkt.",
    "minutes": "Protokollet: var det finns, eller dess beteckning.",
    "name": "Namnet, som läsarna ser det.",
    "note": "En anmärkning till läsarna. Frivillig, och inte en del av det som är beslutat.",
    "notes": "En rad för varje ändrad del: vad som är nytt, varför, och på vilken sida det står.",
    "numbered": "false om numret inte ska stå före titeln. Gäller bara goal.",
    "order": (
        "Avsnittets plats i {roadmap.definite}. Lägst tal står först; lämna luckor, till exempel 10, 20, 30."
    ),
    "outcome": "Vad {principal.definite} beslutade.",
    "outcome_evidence": "Hur säkert det är vad {principal.definite} beslutade.",
    "page": "Sidan i det beslutade dokumentet.",
    "pairing_evidence": "Hur säkert det är att källans mått är {indicator.definite}.",
    "paragraph": "Paragrafen i protokollet, till exempel ”§ 12”.",
    "part": "Id för delen: vision, principles, D1, N07 eller id för ett avsnitt i {roadmap.definite}.",
    "parts": (
        "Id för delarna det gäller: vision, principles, D1, N07 eller id för ett avsnitt i "
        "{roadmap.definite}."
    ),
    "phone": "Telefonnumret till den som svarar för webbplatsen.",
    "pictogram": "Tecknet som står vid {goal.definite}.",
    "plural": "Ordet i plural, till exempel ”arbetssätt”.",
    "postal_address": "Postadressen till den som svarar för webbplatsen.",
    "postponements": "Beslut om att nästa revidering ska göras en annan dag, en rad för varje.",
    "predecessor": "Id för revideringen före. Bara den första revideringen saknar nyckeln.",
    "prepared_by": "Id för de organ som får godkänna ett förslag, som då registreras men inte är beslutat.",
    "principal": "Id för {principal.definite}, ur strategy/principals.yml.",
    "principals": "Regionen och kommunerna, en rad för varje.",
    "producer": "Vem som har tagit fram värdena, som det ska stå på sidan.",
    "published_on": "Dagen då webbplatsen publicerades första gången.",
    "publisher": "Vem som ger ut det.",
    "read_on": "Dagen då källan lästes.",
    "reading": "Vad {goal.definite} betyder, som vi läser {goal.it}. Inte en del av det som är beslutat.",
    "reading_evidence": "Hur säker vår läsning är.",
    "reason": "Varför.",
    "references": "Id för källorna, ur strategy/references.yml. Skriv [] om det inte finns någon.",
    "registry_number": "Ärendets diarienummer.",
    "report_url": "Webbadressen till det formulär där den som läser rapporterar hinder. Lagen kräver ett.",
    "review_method": "Hur ni har bedömt tillgängligheten, till exempel ”Vi har gjort en egen bedömning.”",
    "reviewed_on": "Dagen då tillgängligheten senast bedömdes.",
    "responsible": "Vem som ser till att värdena hämtas.",
    "revision": "Id för revideringen som det gäller, till exempel 2022-04-27.",
    "revision_interval_years": "Hur många år det högst går mellan revideringarna. Skriv none om inget sägs.",
    "role": "Hur {indicator.definite} hör till strategin.",
    "series": "Sätten som {indicator.definite} mäts på, en rad för varje. Den första visas först.",
    "short_name": "Namnet när det är ont om plats.",
    "short_title": "Titeln när det är ont om plats.",
    "singular": "Ordet, till exempel ”arbetssätt”.",
    "source": "Var värdena publiceras, enligt det som är beslutat.",
    "statement_updated_on": "Dagen då tillgänglighetsredogörelsen senast uppdaterades.",
    "struck": "true om strategin är antagen utan delen. Då är wording not-found.",
    "subgoal": "Id för {goal.definite} som {indicator.definite} hör till, till exempel D1.",
    "subgoal_evidence": "Hur säkert det är att {indicator.definite} hör till {goal.definite}.",
    "succeeds": "Id för den tidigare strategi som den här efterträder. Den visas då som historisk.",
    "system": "Systemet som värdena hämtas ur, till exempel kolada.",
    "terms": "På vilka villkor värdena får användas.",
    "text": "Texten.",
    "text_evidence": "Hur säkert det är vad texten säger. not-found: ingen text står under nycklarna.",
    "tile": "Rutans kolumn och rad på den schematiska kartan, räknade från 1, till exempel ”3,2”.",
    "title": "Rubriken, som läsarna ser den.",
    "unit": "Enheten som följer efter talet i en mening, till exempel ”procent”.",
    "url": "Webbadressen, hela.",
    "valid_from": "Första dagen den gäller.",
    "valid_to": "Sista dagen den gäller.",
    "what": "Vad ändringen är en ändring av.",
    "withdrawn": "true om beslutet är återkallat. Filen tas aldrig bort.",
    "words": "En rad för varje sak som har ett eget ord. De andra heter som vanligt.",
    "wording": "Vems ord texten är. Utan nyckeln gäller det som står i strategy/strategy.yml.",
    "Term.what": "Saken som ordet är för.",
    "AccessibilityFault.text": "Vad som brister, och hur man kan göra i stället.",
    "AccessibilityFault.title": "Bristen, med några ord.",
    "Adoption.digest": "Kontrollsumman av den lydelse som antogs, om den är jämförd.",
    "Body.role": "Vad organet gör i strategin.",
    "Classification.id": "Raden gäller bara en enda del, till exempel D1. Utan nyckeln gäller den alla.",
    "Classification.reason": "Varför ändringen väger så mycket. Visas för den som får sin ändring granskad.",
    "Deviation.wording": "Hela lydelsen som {principal.definite} antog.",
    "Event.text": "Vad som hände, i en mening.",
    "FocusShift.after": "Vart fokus flyttas.",
    "FocusShift.before": "Varifrån fokus flyttas.",
    "Indicator.evidence": "Hur säkert det är att {indicator.definite} hör till strategin.",
    "Indicator.id": (
        'En bokstav och {indicator.definite_genitive} nummer, till exempel "N05". {County.definite} '
        "väljer bokstaven."
    ),
    "Informed.body": "Id för organet som har informerats, ur strategy/bodies.yml.",
    "Mandate.decided_by": "Id för de organ av vilka ett får besluta. Skriv [] om inget beslut behövs.",
    "Mandate.informed": "Id för de organ som ska informeras om beslutet.",
    "Principal.area": "Koden för {principal.definite_genitive} område. Utelämnas om det inte finns något.",
    "Revision.id": "Dagen för beslutet, eller månaden eller året om dagen inte är känd. Filen heter som det.",
    "RevisionNote.title": "Vad som är nytt, med några ord.",
    "SeriesSource.series": "Id för serien i {indicator.definite_genitive} fil.",
    "StrategyInfo.publisher": "Den myndighet som svarar för webbplatsen.",
    "StrategyInfo.valid_to": "Sista dagen strategin gäller. Skriv none om den gäller tills vidare.",
    "StrategyInfo.wording": "Vems ord strategins texter är, om en del inte säger något annat.",
    "Subgoal.focus_shifts": (
        "Id för de förflyttningar av fokus som {goal.definite} hör ihop med, som vi läser det."
    ),
    "Subgoal.id": (
        'En bokstav och {goal.definite_genitive} nummer, till exempel "D1". {County.definite} väljer '
        "bokstaven."
    ),
}
# Where the word for the key when it has changed does not name it well.
_TITLES: Mapping[str, str] = {
    "adoptions": "{Principal.definite_plural_genitive} beslut",
    "areas": "Områden",
    "bodies": "Organ",
    "classes": "Klasser",
    "events": "Händelser",
    "mandates": "Mandat",
    "postponements": "Beslut om senare revidering",
    "principals": "{Principal.plural}",
    "words": "Ord",
    "Term.what": "Saken",
    "AccessibilityFault.text": "Beskrivningen",
    "Deviation.wording": "Lydelsen som antogs",
    "Event.text": "Händelsen",
    "FocusShift.after": "Till",
    "FocusShift.before": "Från",
    "Mandate.decided_by": "Vilka som får besluta",
    "Mandate.informed": "Vilka som ska informeras",
    "SeriesSource.series": "Serien",
}
# Lists at the top of a file, which no record holds.
_LISTS: Mapping[str, str] = {
    "references": "Källor, en rad för varje.",
    "series": "Hur varje serie hämtas och vårdas, en rad för varje.",
}


def key_title(kind: type[Record] | None, key: str, words: Words) -> str:
    """What a key is called; `kind` is the record that holds it, None for a list at the top of a file."""
    title = _TITLES.get(_name(kind, key)) or _TITLES.get(key) or fact_name(key, words)
    return capital(words.say(title))


def key_meaning(kind: type[Record] | None, key: str, words: Words, *, takes_not_found: bool = False) -> str:
    """What to write under a key, in Swedish. Raises KeyError for a key that nobody has explained."""
    own = _LISTS.get(key) if kind is None else _MEANINGS.get(_name(kind, key))
    meaning = words.say(own or _MEANINGS[key])
    return f"{meaning} {_NOT_FOUND_TOO}" if takes_not_found else meaning


def explained_keys() -> frozenset[str]:
    """Every key that is explained, some of them as `Record.key`."""
    return frozenset({*_MEANINGS, *_TITLES})


def _name(kind: type[Record] | None, key: str) -> str:
    return f"{kind.__name__}.{key}" if kind else key
