"""An invented county with markup in every text value, made from the models so that none is forgotten."""

from __future__ import annotations

import copy
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import yaml
from pydantic.fields import FieldInfo
from strategi.content.document import Document, Keys
from strategi.content.fields import fields_by_key, nested_record
from strategi.content.layout import SITE_FILE, list_files, optional_files, record_folders, whole_files
from strategi.content.reader import read_strategy
from strategi.content.reading import Reading
from strategi.content.tree import WorkingTree
from strategi.model.digest import digest
from strategi.model.finding import Finding, Severity
from strategi.model.record import Record
from strategi.rules.checking import check_strategy
from strategi.site import load_site

from tests.engine.content.trees import county_files
from tests.engine.counties.files import county_files as county_files_of_bench
from tests.engine.counties.project import write_county
from tests.engine.history.repositories import commit, new_repository

TODAY = date(2026, 11, 21)
MARK = "fientlig"
# Each has the mark as an attribute, an element or an address, were it ever to live.
TAGS = (
    f'<img src=x onerror="window.{MARK}=1" data-{MARK}>',
    f'"><script data-{MARK}>window.{MARK}=2</script>',
    f"'><svg data-{MARK} onload=window.{MARK}=3>",
    f'&lt;img src=x data-{MARK} onerror="window.{MARK}=4"&gt;',
    f"</title></script><b data-{MARK}>",
    f'[x](javascript:window.{MARK}=5 "y") ![x](javascript:1) *`_#|~ \\<i data-{MARK}>',
    "{{ 7*191 }} {% raw %}",
)


@dataclass(frozen=True)
class Value:
    """A text value: in which file, by which keys, and of which kind of record."""

    path: str
    keys: Keys
    kind: type[Record]

    @property
    def name(self) -> str:
        """What the value is in every file of its kind: `Indicator.name`."""
        return f"{self.kind.__name__}.{self.keys[-1] if isinstance(self.keys[-1], str) else self.keys[-2]}"


Refused = tuple[Value, str]


@dataclass(frozen=True)
class Hostile:
    """The county as it was written in the end, and what became of each planted value."""

    root: Path
    planted: tuple[Value, ...]
    refused: Mapping[Refused, Finding]
    """By value and tag."""


def text_values() -> frozenset[str]:
    """The name of every text value that a file can hold, by the models."""
    kinds = [
        *whole_files().values(),
        *optional_files().values(),
        *(kind for file in list_files().values() for kind in file.lists.values()),
        *(folder.record for folder in record_folders().values()),
    ]
    return frozenset(name for kind in kinds for name in _names(kind))


def _names(kind: type[Record]) -> Iterator[str]:
    for key, field in fields_by_key(kind).items():
        inner = nested_record(field.annotation)
        if inner:
            yield from _names(inner)
        elif _is_text(field):
            yield f"{kind.__name__}.{key}"


def _is_text(field: FieldInfo) -> bool:
    """Whether any words may stand there: text without a shape of its own. An address is text here."""
    return any("\\S" in shape or shape == "" for shape in _shapes(field.annotation, field.metadata))


def _shapes(annotation: Any, metadata: list[Any]) -> Iterator[str]:
    """What text that the annotation takes must look like; "" for any."""
    if annotation is str:
        patterns = [getattr(each, "pattern", None) for each in metadata]
        patterns += [
            getattr(inner, "pattern", None) for each in metadata for inner in getattr(each, "metadata", ())
        ]
        yield next((each for each in patterns if each), "")
    elif get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from _shapes(inner, more)
    else:
        for each in get_args(annotation):
            if not isinstance(each, (str, Enum)):
                yield from _shapes(each, [])


def write_hostile_county(target: Path) -> Hostile:
    """Write the county, with a history of two versions, and in each value all tags that are not refused."""
    write_county(target, indicators=5)
    _add_what_it_lacks(target)
    records = dict(_records(target))
    values = [value for path, data in records.items() for value in _values(path, data)]
    refused = {
        (value, tag): finding
        for tag in TAGS
        for value, finding in _refused(target, records, dict.fromkeys(values, tag)).items()
    }
    while found := _refused_with_history(target, records, values, refused):
        refused |= found
    return Hostile(root=target, planted=tuple(values), refused=refused)


def _refused_with_history(
    root: Path, records: Mapping[str, Any], values: Sequence[Value], refused: Mapping[Refused, Finding]
) -> dict[Refused, Finding]:
    """Write the county with all tags that are left, and its history; give what is refused now."""
    left = {value: " ".join(tag for tag in TAGS if (value, tag) not in refused) for value in values}
    kept = {value: tags for value, tags in left.items() if tags}
    _write(root, records, kept)
    shutil.rmtree(root / ".git", ignore_errors=True)
    _commit_two_versions(root)
    site = load_site(root, TODAY)
    found = _faulty_values(site.reading, site.errors, tuple(kept))
    return {(value, tag): error for value, error in found.items() for tag in TAGS}


def _add_what_it_lacks(root: Path) -> None:
    """Give the measured county a record of every kind."""
    county = county_files()
    rest = {
        "strategy/governance.yml": county["strategy/governance.yml"]
        .decode()
        .replace("vardradet", "radet")
        .replace("natverket", "radet")
        .replace("beslut-2022", "beslut"),
        "strategy/events.yml": _yaml({"events": [{"date": "2022-12-01", "text": "Något hände.", **_KNOWN}]}),
        "strategy/plans/kommun-9001.yml": _yaml(_PLAN),
        "strategy/postponements.yml": _yaml({"postponements": [_POSTPONEMENT]}),
        SITE_FILE: _yaml({"faults": [{"title": "Något", "text": "Något brister."}]}),
        "strategy/revisions/2023-06-01.yml": _yaml(_SECOND),
        "strategy/adoptions/2023-06-01.yml": _yaml(_second_ledger()),
    }
    for path, text in rest.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    first = root / "strategy/revisions/2022-04-27.yml"
    first.write_text(
        first.read_text("utf-8").replace('"digest": "not-found"', f'"digest": "{_FIRST_TEXT}"'), "utf-8"
    )
    sources = root / "indicators/sources.yml"
    sources.write_text(
        sources.read_text("utf-8").replace('"series": []', _yaml({"series": [_SERIES]})), "utf-8"
    )


def _records(root: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The data of every file, as its reader gave it."""
    reading = read_strategy(WorkingTree(root), today=TODAY)
    for path, document in reading.documents.items():
        assert isinstance(document.data, dict)
        yield path, dict(document.data) | ({"text": document.body} if document.body else {})


def _values(path: str, data: dict[str, Any]) -> Iterator[Value]:
    """Every text value that the file holds or could hold."""
    lists = list_files().get(path)
    if lists:
        for key, kind in lists.lists.items():
            for number, item in enumerate(data.get(key, [])):
                yield from _values_of(path, (key, number), kind, item)
        return
    folder = record_folders().get(path.rpartition("/")[0])
    whole = {**whole_files(), **optional_files()}
    kind = whole.get(path) or (folder.record if folder else None)
    assert kind is not None, path
    yield from _values_of(path, (), kind, data)


def _values_of(path: str, keys: Keys, kind: type[Record], data: dict[str, Any]) -> Iterator[Value]:
    for key, field in fields_by_key(kind).items():
        inner = nested_record(field.annotation)
        if inner:
            for number, item in enumerate(data.get(key, [])):
                yield from _values_of(path, (*keys, key, number), inner, item)
        elif _is_text(field):
            yield Value(path, (*keys, key), kind)


def _refused(root: Path, records: Mapping[str, Any], tags: Mapping[Value, str]) -> dict[Value, Finding]:
    """The values that are refused with their tags, each with what was said; the others stand in the files."""
    refused: dict[Value, Finding] = {}
    while True:
        kept = {value: tag for value, tag in tags.items() if tag and value not in refused}
        _write(root, records, kept)
        reading = read_strategy(WorkingTree(root), today=TODAY)
        errors = [each for each in check_strategy(reading, today=TODAY) if each.severity is Severity.ERROR]
        found = _faulty_values(reading, errors, tuple(kept))
        if not found:
            return refused
        refused |= found


def _write(root: Path, records: Mapping[str, Any], tags: Mapping[Value, str]) -> None:
    for path, data in records.items():
        planted = copy.deepcopy(data)
        for value, tag in tags.items():
            if value.path == path:
                _plant(planted, value.keys, tag)
        body = planted.pop("text", None) if path.endswith(".md") else None
        text = f"---\n{_yaml(planted)}---\n\n{body or ''}\n" if path.endswith(".md") else _yaml(planted)
        (root / path).write_text(text, "utf-8")


def _plant(data: Any, keys: Keys, tag: str) -> None:
    for key in keys[:-1]:
        data = data[key]
    before, evidence = data.get(keys[-1]), f"{keys[-1]}_evidence"
    if data.get(evidence) == "not-found":
        data[evidence] = "documented"
    if isinstance(before, list):
        data[keys[-1]] = [*before, tag]
    else:
        data[keys[-1]] = tag if before in (None, "not-found") else f"{before} {tag}"


def _faulty_values(
    reading: Reading, errors: Iterable[Finding], planted: Sequence[Value]
) -> dict[Value, Finding]:
    """Which of the values each error is about. Fails for an error that is about something else."""
    found: dict[Value, Finding] = {}
    for error in errors:
        document = reading.documents[error.path]
        about = [each for each in planted if _is_about(document, error, each)]
        # A condition that a row did not have before makes the row lack where it stood for all.
        about = about or [each for each in planted if each.path == error.path and each.name in _CONDITIONS]
        assert about, f"an error that nothing planted explains: {error}"
        found |= dict.fromkeys(about, error)
    return found


def _is_about(document: Document, error: Finding, value: Value) -> bool:
    if value.path != error.path:
        return False
    if value.path.endswith(".md") and value.keys == ("text",):
        return error.line >= document.body_line
    length = len(value.keys)
    return any(
        place.line == error.line for keys, place in document.values.items() if keys[:length] == value.keys
    )


def _commit_two_versions(root: Path) -> None:
    """Give the county a history in which the text of both its revisions is found."""
    new_repository(root)
    second = {path: (root / path).read_text("utf-8") for path in _OF_THE_SECOND}
    for path in second:
        (root / path).unlink()
    _commit_version(root, "2022-04-27")
    for path, text in second.items():
        (root / path).write_text(text, "utf-8")
    for path in ("strategy/vision.md", "strategy/subgoals/d1-nara.md"):
        (root / path).write_text((root / path).read_text("utf-8") + "\nEtt stycke till.\n", "utf-8")
    indicator = root / "indicators/n01-matt.yml"
    indicator.write_text(re.sub('(?m)^("?definition"?: ")', r"\1Ny. ", indicator.read_text("utf-8")), "utf-8")
    _commit_version(root, "2023-06-01")


def _commit_version(root: Path, day: str) -> None:
    strategy = read_strategy(WorkingTree(root), today=TODAY).strategy
    assert strategy is not None
    record = root / f"strategy/revisions/{day}.yml"
    written = record.read_text("utf-8")
    for own in (_FIRST_TEXT, _SECOND_TEXT):
        written = written.replace(own, digest(strategy))
    record.write_text(written, "utf-8")
    commit(root, {}, on=day)


_CONDITIONS = ("Classification.id", "Classification.field")
_KNOWN = {"evidence": "documented", "references": ["beslut"]}
_OF_THE_SECOND = ("strategy/revisions/2023-06-01.yml", "strategy/adoptions/2023-06-01.yml")
_PLAN = {
    "principal": "kommun-9001", "title": "Lokal plan", "valid_from": "2023-01-01", "valid_to": "2026-12-31",
    "body": "Kommunstyrelsen", "decided_on": "2023-01-01", "registry_number": "1", "url": "https://example.org/plan",
    **_KNOWN,
}  # fmt: skip
_POSTPONEMENT = {
    "revision": "2023-06-01", "due_on": "2028-01-01", "decided_by": "radet", "decided_on": "2026-01-01",
    "registry_number": "1", "minutes": "§ 1", "reason": "Skäl.", **_KNOWN,
}  # fmt: skip
_SERIES = {
    "indicator": "N01", "series": "enkat", "system": "kolada", "foreign_id": "U1", "foreign_title": "Mått",
    "pairing_evidence": "inferred", "cadence": "årligen", "responsible": "Någon",
}  # fmt: skip
# Of no text. Those of the two texts are put in place of the last two when the texts are written.
_NO_TEXT, _FIRST_TEXT, _SECOND_TEXT = (f"v1:sha256:{sign * 64}" for sign in "012")
_SECOND = {
    "id": "2023-06-01", "title": "Andra versionen", "class": "essential", "class_evidence": "documented",
    "decision": "recommended", "decided_by": "radet", "decided_on": "2023-06-01", "registry_number": "2",
    "minutes": "§ 2", "reason": "Skäl.", "informed": [{"body": "radet", "informed_on": "2023-06-02"}],
    "effective_from": "2023-07-01", "condition": "Villkor.", "predecessor": "2022-04-27", "digest": _NO_TEXT,
    "notes": [{"title": "Nytt", "parts": ["D1", "N01", "vision"], "reason": "Skäl.", "page": "3", **_KNOWN}],
    "corrections": [{
        "corrected_on": "2024-01-01", "part": "D1", "before": "förr", "after": "nu", "reason": "Skäl.",
        "digest_before": _NO_TEXT, "digest_after": _SECOND_TEXT, "references": ["beslut"],
    }],
    **_KNOWN,
}  # fmt: skip


def _second_ledger() -> dict[str, Any]:
    adoptions = yaml.safe_load(county_files_of_bench(1, ())["strategy/adoptions/2022-04-27.yml"])["adoptions"]
    adoptions[1] |= {
        "outcome": "deviating", "outcome_evidence": "documented", "body": "Fullmäktige",
        "decided_on": "2023-09-01", "paragraph": "§ 3", "registry_number": "3", "references": ["beslut"],
        "deviations": [
            {"part": "D1", "wording": "Andra ord."}, {"part": "D2", "fact": "title", "wording": "Namn"}
        ],
    }  # fmt: skip
    return {"revision": "2023-06-01", "adoptions": adoptions}


def _yaml(data: Mapping[str, Any]) -> str:
    unshared = json.loads(json.dumps(data))  # what stands twice is written twice, without an anchor
    return yaml.safe_dump(unshared, allow_unicode=True, sort_keys=False, default_style='"', width=10**6)
