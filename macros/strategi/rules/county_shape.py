"""Check what a county says of its own shape: the codes of its areas, what it compares with, its appendix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from strategi.content.collection import Entry
from strategi.content.reading import Reading
from strategi.model.evidence import Evidence
from strategi.model.finding import Finding
from strategi.model.governance import Principal
from strategi.model.indicator import Area, Indicator, Role
from strategi.model.parts import Appendix, StrategyInfo
from strategi.model.record import Record
from strategi.rules.rule import Rule

_GROUND = "CONTRIBUTING.md, nycklar och värden"
_CODES = "area_codes"


class AreaCodeShape(Rule):
    """A code that is cut short names another place, or none."""

    id = "STR141"
    name = "area-code-shape"
    title = "En områdeskod ser ut som {county.definite_genitive} koder gör"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv koden som de andra, inom citattecken, eller ändra area_codes i strategy/strategy.yml."""
        for info in reading.of(StrategyInfo):
            pattern = info.record.area_codes
            if pattern is None:
                continue
            try:
                shape = re.compile(pattern)
            except re.error:
                message = "värdet är inget reguljärt uttryck"
                advice = "Skriv till exempel ”[0-9]{4}” för fyra siffror, eller ta bort nyckeln."
                yield self.found(reading, info, _CODES, message=message, advice=advice)
                continue
            for entry, key, code in _codes(reading, info):
                if not shape.fullmatch(code):
                    message = f"koden {code} ser inte ut som {pattern}"
                    yield self.found(reading, entry, key, message=message)


def _codes(reading: Reading, info: Entry[StrategyInfo]) -> Iterator[tuple[Entry[Record], str, str]]:
    for key in ("county_area", "comparison_area"):
        code = getattr(info.record, key)
        if code:
            yield info, key, code
    for principal in reading.of(Principal):
        if principal.record.area:
            yield principal, "area", principal.record.area
    for area in reading.of(Area):
        yield area, "code", area.record.code


class ComparisonIncomplete(Rule):
    """A comparison is with a place, and the place has a name in a sentence."""

    id = "STR142"
    name = "comparison-incomplete"
    title = "Det som {county.definite} jämförs med har både område och namn, eller inget av dem"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Skriv både comparison_area och comparison_name, eller ta bort båda."""
        for entry in reading.of(StrategyInfo):
            area, name = entry.record.comparison_area, entry.record.comparison_name
            if area and not name:
                message = "”comparison_area” har inget ”comparison_name”"
                yield self.found(reading, entry, "comparison_area", message=message)
            if name and not area:
                message = "”comparison_name” har ingen ”comparison_area”"
                yield self.found(reading, entry, "comparison_name", message=message)


class AppendixContradicted(Rule):
    """What is decided is not both listed and absent."""

    id = "STR143"
    name = "appendix-contradicted"
    title = "{Appendix.definite} saknas inte när {indicator.plural} står i den"
    reference = _GROUND

    def check(self, reading: Reading, today: date) -> Iterator[Finding]:
        """Ta bort appendix i strategy/strategy.yml, eller ge {indicator.definite} en annan roll."""
        listed = [entry for entry in reading.of(Indicator) if entry.record.role is Role.APPENDIX]
        for info in reading.of(StrategyInfo):
            appendix = info.record.appendix
            if appendix is Appendix.LISTED:
                continue
            said = "not-found" if appendix is Evidence.NOT_FOUND else "none"
            for entry in listed:
                message = f"{entry.record.id} har rollen appendix, men ”appendix” i strategy.yml är {said}"
                yield self.found(reading, entry, "role", message=message)
