"""An invented strategy in four revisions, read from cases/revisions.yml, and every fragment of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from strategi.model.change import ChangeKind
from strategi.model.evidence import Evidence
from strategi.model.governance import Revision
from strategi.model.log import FigureCorrection, RecordedText, RevisionLog, Step, StepChange
from strategi.model.revision_id import RevisionId
from strategi.model.strategy import Strategy
from strategi.render.history.part_history import part_history
from strategi.render.registry import part_pages
from strategi.render.revisions import chooser, comparison, corrections, redline_key, revision, revision_log
from strategi.render.view import View

from tests.engine.diff.strategies_cases import strategy_of
from tests.engine.render.strategy_examples import example

CASES = Path(__file__).parents[1] / "cases" / "revisions.yml"
FIRST, SECOND, WITHDRAWN = "2020-03-01", "2022-06-15", "2024-01-10"
TODAY = date(2024, 3, 1)
UNKNOWN = ("class", "class_evidence", "registry_number", "minutes", "reason", "condition", "digest")


@cache
def cases() -> Mapping[str, Any]:
    """The invented history."""
    return yaml.safe_load(CASES.read_text(encoding="utf-8"))


@cache
def texts() -> tuple[RecordedText, ...]:
    """Every revision, with its text where there is one."""
    return tuple(
        RecordedText(
            revision=_revision(each["record"]), strategy=_text(each["parts"]) if each["parts"] else None
        )
        for each in cases()["revisions"]
    )


@cache
def log() -> RevisionLog:
    """What git knows of it."""
    return RevisionLog(
        texts=texts(),
        steps=tuple(_step(each) for each in cases()["steps"]),
        corrections=tuple(FigureCorrection(**each) for each in cases()["corrections"]),
    )


def page(page_url: str = "revideringar/", **changes: Any) -> View:
    """The context of a page, with the whole history."""
    given = {"strategy": current(), "log": log(), "proposal": None, **changes}
    return View(today=TODAY, page_url=page_url, **given)


def current() -> Strategy:
    """The strategy as it stands: the text of the newest revision that holds."""
    text = log().text(RevisionId(SECOND))
    assert text is not None
    return replace(text, revisions=tuple(each.revision for each in texts()))


def proposal() -> Strategy:
    """The same with words that nobody has decided."""
    vision = current().vision.model_copy(update={"text": "Nära – alltid"})
    return replace(current(), vision=vision)


def with_texts(count: int) -> View:
    """A site with so many revisions that all have a text."""
    revisions = [
        texts()[1].revision.model_copy(
            update={"id": RevisionId(f"{2010 + number}-01-01"), "decided_on": date(2010 + number, 1, 1)}
        )
        for number in range(count)
    ]
    recorded = tuple(RecordedText(revision=each, strategy=texts()[1].strategy) for each in revisions)
    return page(
        "jamfor/", strategy=replace(current(), revisions=tuple(revisions)), log=RevisionLog(texts=recorded)
    )


def fragments() -> Mapping[str, Callable[[], str]]:
    """Every fragment by the name of its golden file."""
    broken = replace(log(), problem="Historiken är ofullständig i denna kopia.")
    return {
        "revision-log": lambda: revision_log.revision_log(page()),
        "revision-log-incomplete": lambda: revision_log.revision_log(page(log=broken)),
        "latest-changes": lambda: revision_log.latest_changes(page("")),
        "revision-current": lambda: revision.revision(page(f"revideringar/{SECOND}/"), SECOND),
        "revision-past": lambda: revision.revision(page(f"revideringar/{FIRST}/"), FIRST),
        "revision-withdrawn": lambda: revision.revision(page(f"revideringar/{WITHDRAWN}/"), WITHDRAWN),
        "revision-without-text": lambda: revision.revision(page("revideringar/2018-05-02/"), "2018-05-02"),
        "comparison": lambda: comparison.comparison(page(f"jamfor/{FIRST}/{SECOND}/"), FIRST, SECOND),
        "comparison-of-the-same": lambda: comparison.comparison(
            page(f"jamfor/{SECOND}/{WITHDRAWN}/"), SECOND, WITHDRAWN
        ),
        "comparison-with-proposal": lambda: comparison.comparison(
            page(f"jamfor/{SECOND}/arbetskopia/", proposal=proposal()), SECOND, "arbetskopia"
        ),
        "comparison-without-text": lambda: comparison.comparison(page(), "2018-05-02", FIRST),
        "chooser": lambda: chooser.chooser(page("jamfor/")),
        "chooser-of-eight": lambda: chooser.chooser(with_texts(8)),
        "chooser-of-one": lambda: chooser.chooser(with_texts(1)),
        "redline-key": lambda: redline_key.redline_key(page("jamfor/")),
        "corrections": lambda: corrections.corrections(page("rattelser/")),
        "corrections-none": lambda: corrections.corrections(with_texts(1)),
        "history-of-subgoal": lambda: part_history(page("strategin/delmal/d1/"), "D1"),
        "history-of-indicator": lambda: part_history(page("nyckeltal/n03/"), "N03"),
        "history-of-nothing": lambda: part_history(page("nyckeltal/n99/"), "N99"),
        "part-with-history": lambda: part_pages.roadmap_section(page("strategin/fardplan/resan/"), "resan"),
    }


def _revision(record: Mapping[str, Any]) -> Revision:
    unknown = dict.fromkeys((*UNKNOWN, "effective_from"), Evidence.NOT_FOUND)
    return Revision(**{**unknown, "evidence": "documented", "references": ["beslut"], **_read(record)})


def _read(value: Any) -> Any:
    """As the files are read: all text."""
    match value:
        case dict():
            return {name: _read(each) for name, each in value.items()}
        case list():
            return [_read(each) for each in value]
        case date():
            return value.isoformat()
        case bool() | int():
            return str(value).lower()
    return value


def _text(parts_of: Mapping[str, Any]) -> Strategy:
    facts = strategy_of(parts_of)
    return replace(facts, references=example().references, bodies=example().bodies)


def _step(step: Mapping[str, Any]) -> Step:
    return Step(
        taken_on=step["taken_on"],
        revision_id=RevisionId(str(step["revision_id"])) if "revision_id" in step else None,
        is_correction=step.get("is_correction", False),
        changes=tuple(_change(each) for each in step["changes"]),
    )


def _change(change: Mapping[str, Any]) -> StepChange:
    read = {"kind": ChangeKind(change["kind"]), "facts": tuple(change.get("facts", ()))}
    return StepChange(**{**change, **read})
