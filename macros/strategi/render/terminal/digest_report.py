"""Report a text's digest, and which recorded revision it is, if any."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from strategi.model.digest import digest
from strategi.model.governance import Revision
from strategi.render.terminal.differences import Snapshot
from strategi.words.lists import listed
from strategi.words.numbers import day, moment

FORMAT = "levande-strategi-digest-1"


def digest_text(snapshot: Snapshot, revisions: Iterable[Revision]) -> str:
    """The digest on a line of its own, and then in words which revisions it belongs to."""
    found = digest(snapshot.strategy)
    return f"{found}\n{_verdict(found, tuple(revisions))}\n"


def digest_json(snapshot: Snapshot, revisions: Iterable[Revision]) -> str:
    """The same as indented JSON. `is_newest` is false for a text that has been corrected since."""
    found = digest(snapshot.strategy)
    content = {
        "format": FORMAT,
        "kind": snapshot.kind.value,
        "name": snapshot.name,
        "digest": found,
        "revisions": [
            {"id": each.id, "is_newest": each.digests[0] == found} for each in _matches(found, revisions)
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _verdict(found: str, revisions: Iterable[Revision]) -> str:
    names = [_name(each, found) for each in _matches(found, revisions)]
    if names:
        return f"Stämmer med {listed(names)}."
    unknown = [f"revideringen {moment(each.id)}" for each in revisions if not each.digests]
    said = "Stämmer inte med någon registrerad revidering."
    return f"{said} För {listed(unknown)} är ingen kontrollsumma registrerad." if unknown else said


def _matches(found: str, revisions: Iterable[Revision]) -> Iterator[Revision]:
    return (each for each in revisions if found in each.digests)


def _name(revision: Revision, found: str) -> str:
    """The revision, and which correction has replaced the text since."""
    name = f"revideringen {moment(revision.id)}"
    replaced = next((each for each in revision.corrections if each.digest_before == found), None)
    if replaced is None or revision.digests[0] == found:
        return name
    return f"{name}, som den löd före rättelsen {day(replaced.corrected_on)}"
