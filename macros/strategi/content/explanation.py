"""Explain the model's errors in Swedish, at the place of each fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from pydantic_core import ErrorDetails

from strategi.content import faults
from strategi.content.document import Document, Keys
from strategi.content.fields import field_names, other_words
from strategi.content.suggestion import did_you_mean
from strategi.model.evidence import Evidence
from strategi.model.finding import Finding
from strategi.model.record import Record
from strategi.model.rule import RuleDescription
from strategi.model.site_facts import EMAIL_SHAPE
from strategi.model.words import WORD_SHAPE, Words
from strategi.words.lists import any_of

_AREA = "^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$"
_CODES = r"^[A-Za-z0-9\[\](){}|.?*+^$\\_-]{1,60}$"
_PATTERNS = {
    _AREA: "en områdeskod är bokstäver a–z, siffror, punkt och bindestreck, till exempel 0000",
    _CODES: "ett mönster är bokstäver, siffror och tecknen []{}()|.?*+^$\\_-",
    "^[A-Z][0-9]{1,6}$": "{indicator.a_genitive} id är en stor bokstav A–Z och siffror, till exempel N05",
    "^[A-Z][1-9][0-9]{0,5}$": "{goal.a_genitive} id är en stor bokstav A–Z och ett tal, till exempel D1",
    "^v[0-9]+:sha256:[0-9a-f]{64}$": "en kontrollsumma är v1:sha256: och 64 tecken, siffror och a–f",
    "^([1-9]|1[0-2]),([1-9]|1[0-2])$": "en plats på kartan är kolumn och rad, 1–12, till exempel 3,2",
    EMAIL_SHAPE: "en e-postadress skrivs som namn@exempel.se",
    WORD_SHAPE: "ett ord skrivs med bokstäver, och mellanslag eller bindestreck mellan dem",
    "^[a-z0-9]+(-[a-z0-9]+)*$": "ett id är små bokstäver a–z, siffror och bindestreck",
}
_BAD_REVISION_ID = replace(
    faults.BAD_DATE,
    advice="Skriv dagen då revideringen beslutades, eller månaden eller året om dagen inte är känd, till "
    "exempel 2022-04-27, 2022-04 eller 2022.",
)
_SHAPES = {
    "tuple_type": "här ska en lista stå",
    "model_type": "här ska nycklar med värden stå",
}
_NUMBERS = {
    "number": "talet är inte skrivet med bara siffror och decimalpunkt",
    "whole_number": "talet är inte skrivet med bara siffror",
    "greater_than": "talet är för litet, det måste vara minst 1",
    "word_not_found": "ett ord som inte är känt skrivs inte; utan rad används det vanliga ordet",
    "flag": "värdet är varken true eller false",
}


def explain(
    errors: Iterable[ErrorDetails], model: type[Record], document: Document, keys: Keys, words: Words
) -> list[Finding]:
    """Turn the model's errors on the value at `keys` into findings. A misspelt key is one fault, not two."""
    faulty = [_Error(each, model, document, keys, words) for each in errors]
    misspelt = {each.meant for each in faulty if each.kind == "extra_forbidden"}
    return [each.finding() for each in faulty if each.kind != "missing" or each.keys not in misspelt]


class _Error:
    """One error of pydantic's, with what is needed to explain it."""

    def __init__(
        self, error: ErrorDetails, model: type[Record], document: Document, keys: Keys, words: Words
    ) -> None:
        self.kind = error["type"]
        self.context: dict[str, Any] = error.get("ctx", {})
        self.input = error["input"]
        self.way: Keys = tuple(error["loc"])
        self.keys: Keys = (*keys, *self.way)
        self._model = model
        self._document = document
        self.county_words = words

    @property
    def name(self) -> str:
        """The key."""
        return str(self.keys[-1]) if self.keys else ""

    @property
    def label(self) -> str:
        """What to call the value in a message."""
        if self.keys and isinstance(self.keys[-1], int):
            return f"nummer {self.keys[-1] + 1} i ”{self.keys[-2]}”"
        return f"”{self.name}”"

    @property
    def meant(self) -> Keys:
        """For an unknown key: the way to the key that was probably meant."""
        parent = self.keys[:-1]
        present = {each[-1] for each in self._document.keys if each[:-1] == parent}
        absent = [each for each in field_names(self._model, self.way[:-1]) if each not in present]
        match = re.search("”(.*)”", did_you_mean(self.name, absent))
        return (*parent, match.group(1)) if match else ()

    def finding(self) -> Finding:
        """Say what is wrong."""
        if self.kind == "missing":
            place = self._document.place(self.keys[:-1])
            message = f"nyckeln ”{self.name}” saknas"
            return faults.MISSING_KEY.at(self._document.path, place.line, place.column, message)
        if self.kind == "extra_forbidden":
            place = self._document.key_place(self.keys)
            hint = f" – menade du ”{self.meant[-1]}”?" if self.meant else ""
            message = f"nyckeln ”{self.name}” är okänd{hint}"
            return faults.UNKNOWN_KEY.at(
                self._document.path, place.line, place.column, message, value=self.name
            )
        return self._value_finding()

    def _value_finding(self) -> Finding:
        rule, message = self._explanation()(self)
        place = self._document.place(self.keys)
        return rule.at(self._document.path, place.line, place.column, message, value=place.text)

    def _explanation(self) -> Callable[[_Error], tuple[RuleDescription, str]]:
        if isinstance(self.input, str) and not self.input.strip():
            return _empty
        if self.kind == "too_short":
            return _empty_list
        if self.kind in _SHAPES or isinstance(self.input, (list, dict)):
            return _shape
        if self.kind == "enum":
            return _word
        if self.kind == "iso_date" or self.kind.startswith(("date", "revision_id")):
            return _date
        return _address if self.kind == "address" else _malformed

    @property
    def may_be_unknown(self) -> bool:
        """Whether the value may be left as not found."""
        return Evidence.NOT_FOUND.value in other_words(self._model, self.way)

    @property
    def words(self) -> list[str]:
        """The words that can be chosen from, for an enum."""
        words = re.findall("'([^']*)'", str(self.context.get("expected", "")))
        return [*words, *other_words(self._model, self.way)]


def _empty(error: _Error) -> tuple[RuleDescription, str]:
    return faults.EMPTY_VALUE, f"{error.label} är tom"


def _empty_list(error: _Error) -> tuple[RuleDescription, str]:
    return faults.EMPTY_VALUE, f"{error.label} är en tom lista, men minst en rad behövs"


def _shape(error: _Error) -> tuple[RuleDescription, str]:
    wanted = _SHAPES.get(error.kind, "här ska ett enda värde stå")
    return faults.WRONG_SHAPE, f"{error.label} har fel form: {wanted}"


def _word(error: _Error) -> tuple[RuleDescription, str]:
    hint = did_you_mean(error.input, error.words)
    return faults.UNKNOWN_WORD, f"{error.label} kan vara {any_of(error.words)}{hint}"


def _date(error: _Error) -> tuple[RuleDescription, str]:
    if error.kind == "iso_date":
        unknown = "; är dagen inte känd skrivs not-found" if error.may_be_unknown else ""
        return faults.BAD_DATE, f"{error.label} är inte ett datum skrivet ÅÅÅÅ-MM-DD{unknown}"
    if error.kind == "revision_id":
        return _BAD_REVISION_ID, f"{error.label} är varken en dag, en månad eller ett år"
    if error.kind == "revision_id_day":
        return _BAD_REVISION_ID, f"{error.label} är ett datum som inte finns"
    return faults.BAD_DATE, f"{error.label} är ett datum som inte finns"


def _address(error: _Error) -> tuple[RuleDescription, str]:
    return faults.BAD_ADDRESS, f"{error.label}: {error.context['fault']}"


def _malformed(error: _Error) -> tuple[RuleDescription, str]:
    pattern = str(error.context.get("pattern", ""))
    wanted = _NUMBERS.get(error.kind) or _pattern_words(error, pattern)
    return faults.MALFORMED, f"{error.label}: {wanted}"


def _pattern_words(error: _Error, pattern: str) -> str:
    return error.county_words.say(_PATTERNS.get(pattern, "värdet går inte att tolka"))
