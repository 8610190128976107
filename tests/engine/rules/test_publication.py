"""Test that the public sees decided wording and today's figures while the files hold a proposal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest
from strategi.model.digest import digest
from strategi.model.evidence import Evidence
from strategi.model.log import RecordedText, RevisionLog
from strategi.model.revision_id import RevisionId
from strategi.model.strategy import Strategy
from strategi.rules.publication import published

from tests.engine.content.trees import county_files
from tests.engine.rules.county import county

TODAY = date(2026, 1, 15)
RECORD = "strategy/revisions/2022-12-01.yml"
VISION = "strategy/vision.md"
D1, D2 = "strategy/subgoals/d1-nara-hem.md", "strategy/subgoals/d2-nara-varandra.md"
FIRST, LAST = "strategy/roadmap/inledning.md", "strategy/roadmap/uppfoljning.md"
N01, N02 = "indicators/n01-trygghet.yml", "indicators/n02-besok.yml"
N01_FIGURES, N02_FIGURES = "indicators/n01-trygghet.csv", "indicators/n02-besok.csv"
SOURCES = "indicators/sources.yml"
Texts = Mapping[str, Mapping[str, str]]


def file(path: str, *changes: tuple[str, str]) -> str:
    """A file of the county, with texts in it changed."""
    text = county_files()[path].decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


class Case(NamedTuple):
    """What the files say now, where it differs from what was decided, and what is then shown."""

    says: str
    shows: Callable[[Strategy], Any]
    expected: Any
    edits: Texts = MappingProxyType({})
    files: Mapping[str, str | None] = MappingProxyType({})


ANOTHER_VISION: Texts = {VISION: {"Vård där du är": "Vård överallt"}}
SWAPPED: Mapping[str, str | None] = {
    "indicators/n02-trygghet.yml": file(N01, ('"N01"', '"N02"')),
    "indicators/n02-trygghet.csv": file(N01_FIGURES),
    "indicators/n01-besok.yml": file(N02, ('"N02"', '"N01"')),
    "indicators/n01-besok.csv": file(N02_FIGURES),
    SOURCES: file(SOURCES, ('"N01"', '"N02"')),
    **dict.fromkeys((N01, N02, N01_FIGURES, N02_FIGURES)),
}
INSERTED: Mapping[str, str | None] = {
    "indicators/n03-besok.yml": file(N02, ('"N02"', '"N03"')),
    "indicators/n03-besok.csv": file(N02_FIGURES),
    "indicators/n02-ny.yml": file(
        N01, ('"N01"', '"N02"'), ("Trygghet i hemmet", "Något nytt"), ("trygga hemma", "nya")
    ),
    "indicators/n02-ny.csv": file(N01_FIGURES),
    **dict.fromkeys((N02, N02_FIGURES)),
}

CASES = (
    Case("the decided wording", lambda s: s.vision.text, "Vård där du är", ANOTHER_VISION),
    Case(
        "a decided name",
        lambda s: s.subgoals[0].title,
        "Nära hem",
        {D1: {'title: "Nära hem"': 'title: "Nära hemma"'}},
    ),
    Case(
        "today's notes on a part that is the same",
        lambda s: (s.subgoals[0].page, s.subgoals[1].reading),
        (6, "Vi gör det tillsammans."),
        {**ANOTHER_VISION, D1: {"page: 4": "page: 6"}, D2: {"Huvudmännen arbetar": "Vi gör det"}},
    ),
    Case(
        "the decided part whole where its wording differs",
        lambda s: (s.vision.page, s.vision.text_evidence),
        (3, Evidence.DOCUMENTED),
        {
            VISION: {
                "page: 3": "page: 9",
                "där du är": "överallt",
                "text_evidence: documented": "text_evidence: inferred",
            }
        },
    ),
    Case(
        "a part that the files no longer have",
        lambda s: [each.id for each in s.subgoals],
        ["D1", "D2"],
        files={D2: None},
    ),
    Case(
        "nothing of a part that is proposed",
        lambda s: [each.id for each in s.roadmap],
        ["inledning", "uppfoljning"],
        files={"strategy/roadmap/tillagg.md": file(LAST, ('"uppfoljning"', '"tillagg"'), ("20", "30"))},
    ),
    Case(
        "the decided order",
        lambda s: [(each.id, each.order) for each in s.roadmap],
        [("inledning", 10), ("uppfoljning", 20)],
        {FIRST: {"order: 10": "order: 40"}},
    ),
    Case(
        "the source of a decided part, though the files have dropped it",
        lambda s: "beslut-2022" in s.reference_by_id,
        True,
        {
            VISION: {"är": "var", '["beslut-2022"]': "[]"},
            "strategy/references.yml": {"beslut-2022": "beslut-2023"},
        },
    ),
    Case(
        "the decided definition with today's figures",
        lambda s: (s.indicators[0].definition, s.series["N01"][0].observations[0].value),
        ("Andelen som känner sig trygga hemma.", 82.0),
        {N01: {"känner sig trygga": "är trygga"}, N01_FIGURES: {"81.5": "82.0"}},
    ),
    Case(
        "today's notes on a definition that is the same",
        lambda s: s.indicators[0].note,
        "Ny not.",
        {
            **ANOTHER_VISION,
            N01: {'references: ["beslut-2022"]': 'references: ["beslut-2022"]\nnote: "Ny not."'},
        },
    ),
    Case(
        "indicators under their decided ids, with their own figures and sources",
        lambda s: (
            [(each.id, each.name) for each in s.indicators],
            {each: (found[0].indicator_id, found[0].definition.id) for each, found in s.series.items()},
            [each.indicator for each in s.sources.series],
        ),
        (
            [("N01", "Trygghet i hemmet"), ("N02", "Besök per invånare")],
            {"N01": ("N01", "enkat"), "N02": ("N02", "register")},
            ["N01"],
        ),
        files=SWAPPED,
    ),
    Case(
        "nothing of an indicator whose id the decided ones need",
        lambda s: ([each.name for each in s.indicators], sorted(s.series), s.series["N02"][0].definition.id),
        (["Trygghet i hemmet", "Besök per invånare"], ["N01", "N02"], "register"),
        files=INSERTED,
    ),
    Case(
        "a proposed indicator as a candidate, tied to no subgoal that is proposed too",
        lambda s: [(each.id, each.role.value, each.subgoal) for each in s.indicators[2:]],
        [("N03", "candidate", "D1"), ("N04", "candidate", Evidence.NOT_FOUND)],
        files={
            "indicators/n03-ny.yml": file(N01, ('"N01"', '"N03"'), ("Trygghet", "Något")),
            "indicators/n04-ny.yml": file(N01, ('"N01"', '"N04"'), ("Trygghet", "Annat"), ("D1", "D3")),
            "strategy/subgoals/d3-ny.md": file(D2, ('"D2"', '"D3"')),
        },
    ),
    Case(
        "an indicator that the files have put outside the appendix",
        lambda s: (s.indicators[0].role.value, sorted(s.series)),
        ("appendix", ["N01", "N02"]),
        {N01: {"role: appendix": "role: context"}},
    ),
    Case(
        "no figures of what has become another indicator under the same id",
        lambda s: (s.indicators[0].name, sorted(s.series)),
        ("Trygghet i hemmet", ["N02"]),
        {
            N01: {
                "Trygghet i hemmet": "Längd på vägar",
                "Andelen som känner sig trygga hemma.": "Så långt är det.",
                "Trygga hemma": "Vägar",
            }
        },
    ),
    Case(
        "the decided indicator, though the files no longer have it",
        lambda s: ([each.name for each in s.indicators], sorted(s.series)),
        (["Trygghet i hemmet", "Besök per invånare"], ["N02"]),
        files={N01: None, N01_FIGURES: None},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_shows(case: Case) -> None:
    decided = county()
    now = with_record(case.edits, case.files, decided=decided)
    assert digest(now) != digest(decided)
    shown = published(now, log_of(now, decided), TODAY)
    assert case.shows(shown) == case.expected
    assert digest(shown) == digest(decided)


def with_record(
    edits: Texts, files: Mapping[str, str | None] | None = None, *, decided: Strategy
) -> Strategy:
    """The county as its files stand, where the digest of its revision is that of another text."""
    return county({**edits, RECORD: {"digest: not-found": f'digest: "{digest(decided)}"'}}, files)


def log_of(now: Strategy, decided: Strategy | None) -> RevisionLog:
    """The history, where the text of every revision is the same."""
    without_figures = decided and replace(decided, series={})
    return RevisionLog(
        texts=tuple(RecordedText(revision=each, strategy=without_figures) for each in now.revisions)
    )


def test_the_files_are_shown_while_they_hold_the_decided_wording() -> None:
    now = with_record({N01_FIGURES: {"81.5": "82.0"}}, decided=county())
    assert published(now, log_of(now, county(ANOTHER_VISION)), TODAY) is now


def test_the_files_are_shown_where_no_decided_wording_is_known() -> None:
    unrecorded = county(files={RECORD: None, "strategy/adoptions/2022-12-01.yml": None})
    assert published(unrecorded, RevisionLog(), TODAY) is unrecorded
    without_digest = county(ANOTHER_VISION)
    assert published(without_digest, log_of(without_digest, None), TODAY) is without_digest
    not_in_history = with_record(ANOTHER_VISION, decided=county())
    assert published(not_in_history, log_of(not_in_history, None), TODAY) is not_in_history


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2022-12-01", "Vård då"),
        ("2025-06-30", "Vård då"),
        ("2025-07-01", "Vård snart"),
    ],
    ids=["only recommended", "a newer one that is not yet in force", "the newer one on its first day"],
)
def test_the_wording_is_that_of_the_revision_in_force(today: str, expected: str) -> None:
    texts = [county({VISION: {"Vård där du är": f"Vård {when}"}}) for when in ("då", "snart")]
    first = county().revisions[0].model_copy(update={"digest": digest(texts[0])})
    days = {
        "id": RevisionId("2025-05-01"),
        "decided_on": date(2025, 5, 1),
        "effective_from": date(2025, 7, 1),
    }
    newer = {**days, "digest": digest(texts[1])}
    revisions = (first, first.model_copy(update=newer))
    recorded = tuple(
        RecordedText(revision=each, strategy=text) for each, text in zip(revisions, texts, strict=True)
    )
    shown = published(
        replace(county(), revisions=revisions), RevisionLog(texts=recorded), date.fromisoformat(today)
    )
    assert shown.vision.text == expected
