"""Collect the records that are read, with every fault found on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from strategi.content import faults
from strategi.content.document import Document, Keys, Plain
from strategi.content.explanation import explain
from strategi.content.fields import fields_by_key
from strategi.content.layout import ListFile
from strategi.content.suggestion import did_you_mean
from strategi.model.finding import Finding
from strategi.model.indicator import Area, Indicator
from strategi.model.parts import Subgoal
from strategi.model.record import Record
from strategi.model.words import Term, Words, swedish, words_of

R_co = TypeVar("R_co", bound=Record, covariant=True)
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R_co]):
    """A record, and where in which file it stands."""

    record: R_co
    path: str
    keys: Keys = ()


@dataclass(slots=True)
class Collection:
    """Records by kind. `ids` holds also those of faulty records, so that one fault is not reported as two.

    `unknown` are the kinds of which a file could not be parsed: which ids it declares cannot be said.
    """

    findings: list[Finding] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    entries: dict[type[Record], list[Entry[Record]]] = field(default_factory=dict)
    faulty: dict[type[Record], list[Entry[Record]]] = field(default_factory=dict)
    """Records with their sound keys alone, as text: what these refer to can be judged all the same."""
    ids: dict[type[Record], set[str]] = field(default_factory=dict)
    unknown: set[type[Record]] = field(default_factory=set)
    words: Words = field(default_factory=swedish)
    """What faults call things by: the county's own words, once they are read."""

    def of(self, kind: type[R]) -> list[Entry[R]]:
        """The records of one kind, in reading order."""
        return self.entries.get(kind, [])  # type: ignore[return-value] # filled by kind in `add`

    def add(self, kind: type[Record], document: Document, keys: Keys, data: Plain) -> None:
        """Validate one record and keep it, or say what is wrong with it."""
        self._declare(kind, document, data)
        try:
            record = kind.model_validate(data)
        except ValidationError as error:
            errors = error.errors(include_url=False)
            self.findings += explain(errors, kind, document, keys, self.words)
            if {each["loc"] for each in errors} & {("id",), ("code",)}:
                self.unknown.add(kind)
            self._keep_sound_keys(
                kind, document, keys, data, {each["loc"][0] for each in errors if each["loc"]}
            )
            return
        self.entries.setdefault(kind, []).append(Entry(record, document.path, keys))

    def _keep_sound_keys(
        self, kind: type[Record], document: Document, keys: Keys, data: Plain, wrong: set[int | str]
    ) -> None:
        if isinstance(data, dict):
            sound: dict[str, Any] = {
                name: data[name] for name in (fields_by_key(kind).keys() & data.keys()) - wrong
            }
            record = kind.model_construct(**sound)
            self.faulty.setdefault(kind, []).append(Entry(record, document.path, keys))

    def add_lists(self, file: ListFile, document: Document) -> None:
        """Add the records of a file that holds lists."""
        if not isinstance(document.data, dict):
            self.refuse_shape(document, f"filen ska börja med nyckeln ”{next(iter(file.lists))}”")
            self.unknown.update(file.lists.values())
            return
        self._check_keys(file, document, document.data)
        for name, kind in file.lists.items():
            self._add_list(name, kind, document, document.data.get(name, []))

    def take_words(self) -> None:
        """Speak from now on in the words that have been read."""
        self.words = words_of(entry.record for entry in self.of(Term))

    def refuse_shape(self, document: Document, message: str) -> None:
        """Say that the file as a whole does not hold what it should."""
        if not document.values:
            self.findings.append(faults.EMPTY_VALUE.at(document.path, 1, 1, "filen är tom"))
            return
        place = document.place(())
        self.findings.append(
            faults.WRONG_SHAPE.at(document.path, place.line, place.column, message, value=place.text)
        )

    def _add_list(self, name: str, kind: type[Record], document: Document, items: Plain) -> None:
        if isinstance(items, list):
            for number, item in enumerate(items):
                self.add(kind, document, (name, number), item)
            return
        self.unknown.add(kind)
        place = document.place((name,))
        rule, what = (faults.WRONG_SHAPE, "är inte en lista") if items else (faults.EMPTY_VALUE, "är tom")
        message = f"”{name}” {what}; skriv [] om den inte har någon rad"
        self.findings.append(rule.at(document.path, place.line, place.column, message, value=place.text))

    def _check_keys(self, file: ListFile, document: Document, data: dict[str, Plain]) -> None:
        unknown = [each for each in data if each not in file.lists]
        absent = [each for each in file.lists if each not in data]
        hints = {each: did_you_mean(each, absent) for each in unknown}
        for name in unknown:
            place = document.key_place((name,))
            message = f"nyckeln ”{name}” är okänd{hints[name]}"
            self.findings.append(
                faults.UNKNOWN_KEY.at(document.path, place.line, place.column, message, value=name)
            )
        for name in absent:
            self._note_absent(
                name, file, document, is_misspelt=any(f"”{name}”" in each for each in hints.values())
            )

    def _note_absent(self, name: str, file: ListFile, document: Document, *, is_misspelt: bool) -> None:
        if is_misspelt:
            self.unknown.add(file.lists[name])
        elif name not in file.optional:
            self.unknown.add(file.lists[name])
            place = document.place(())
            message = f"nyckeln ”{name}” saknas"
            self.findings.append(faults.MISSING_KEY.at(document.path, place.line, place.column, message))

    def declare_by_name(self, kind: type[Record], path: str) -> None:
        """Take the id of a file that cannot be parsed from its name: `d1-nara.md` holds D1."""
        stem = path.rpartition("/")[2].partition(".")[0]
        has_number = kind in (Subgoal, Indicator)
        self.ids.setdefault(kind, set()).add(stem.partition("-")[0].upper() if has_number else stem)

    def _declare(self, kind: type[Record], document: Document, data: Plain) -> None:
        if not isinstance(data, dict):
            return
        for name, declared_kind in (("id", kind), ("code", kind), ("area", Area)):
            declared = data.get(name)
            if isinstance(declared, str):
                self.ids.setdefault(declared_kind, set()).add(declared)
        if kind in (Subgoal, Indicator) and "id" not in data:
            self.declare_by_name(kind, document.path)
