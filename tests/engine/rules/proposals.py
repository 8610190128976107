"""A proposal on the invented county, as a case says: what stood, what would stand, and on which day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from strategi.content.reader import read_strategy
from strategi.content.reading import Reading
from strategi.model.digest import digest
from strategi.model.log import RecordedText, RevisionLog
from strategi.model.strategy import Strategy
from strategi.rules.proposals.proposal import Proposal

from tests.engine.content.trees import MemoryTree, county_files

CASES = Path(__file__).parents[1] / "cases" / "proposals"
TODAY = date(2026, 1, 15)
# What a case writes where the digest of the text that stood, or that would stand, is to be.
OLD, NEW = "DIGEST-OLD", "DIGEST-NEW"
RECORD = "strategy/revisions/2022-12-01.yml"

Files = Mapping[str, bytes]


def read_case(path: Path) -> dict[str, Any]:
    """The case as data."""
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return case


def recorded_county() -> dict[str, bytes]:
    """The county, whose one revision is recommended and has the digest of the text."""
    files = county_files()
    return files | {RECORD: files[RECORD].replace(b"digest: not-found", f'digest: "{OLD}"'.encode())}


def proposal_of(case: Mapping[str, Any]) -> Proposal:
    """What the case proposes. Texts of revisions are those that stood earlier, stand, and would stand."""
    before = edited(recorded_county(), case.get("base", {}))
    after = edited(before, case.get("head", {}))
    # Records are no part of the text, so its digest is known before they tell it.
    digests = {OLD: digest_of(recorded_county()), NEW: digest_of(after)}
    base, head = (_reading(_filled(files, digests)) for files in (before, after))
    assert base.strategy and head.strategy
    texts = [_strategy(recorded_county()), base.strategy, head.strategy]
    return Proposal.between(
        base,
        head,
        log=_log(head.strategy, [] if case.get("history_is_lost") else texts),
        changed=frozenset(_changed(before, after)) | frozenset(case.get("also_changed", ())),
        rewritten=frozenset(),
        is_behind=case.get("is_behind", False),
        today=TODAY,
    )


def edited(files: Files, edits: Mapping[str, Any]) -> dict[str, bytes]:
    """The files with texts changed, files written and files removed."""
    found = dict(files)
    for path, changes in edits.get("change", {}).items():
        text = found[path].decode()
        for old, new in changes.items():
            assert old in text, f"{old!r} is not in {path}"
            text = text.replace(old, new, 1)
        found[path] = text.encode()
    found |= {path: text.encode() for path, text in edits.get("write", {}).items()}
    return {path: data for path, data in found.items() if path not in edits.get("remove", ())}


def digest_of(files: Files) -> str:
    """The digest of what the files hold."""
    return digest(_strategy(files))


def _filled(files: Files, digests: Mapping[str, str]) -> dict[str, bytes]:
    filled = dict(files)
    for name, found in digests.items():
        filled = {path: data.replace(name.encode(), found.encode()) for path, data in filled.items()}
    return filled


def _strategy(files: Files) -> Strategy:
    zeros = {OLD: f"v1:sha256:{'0' * 64}", NEW: f"v1:sha256:{'1' * 64}"}
    strategy = _reading(_filled(files, zeros)).strategy
    assert strategy
    return strategy


def _reading(files: Files) -> Reading:
    return read_strategy(MemoryTree(files), today=TODAY)


def _log(head: Strategy, texts: list[Strategy]) -> RevisionLog:
    by_digest = {digest(each): each for each in texts}
    found = (next((by_digest[d] for d in each.digests if d in by_digest), None) for each in head.revisions)
    pairs = zip(head.revisions, found, strict=True)
    return RevisionLog(texts=tuple(RecordedText(revision=each, strategy=text) for each, text in pairs))


def _changed(before: Files, after: Files) -> set[str]:
    return {path for path in {*before, *after} if before.get(path) != after.get(path)}
