"""What one step in the history did to a file, in one sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from strategi.model.change import ChangeKind
from strategi.model.log import RecordedText, Step, StepChange
from strategi.model.words import swedish
from strategi.render.history.log_rows import untold
from strategi.render.view import View
from strategi.render.wording.step_words import step_events, step_sentences, step_words

from tests.engine.render.feed_examples import history, view
from tests.engine.render.strategy_examples import example

ADDED, REMOVED, CHANGED = ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED
REWRITTEN = "filen är skriven på ett annat sätt"


def change(path: str, kind: ChangeKind = CHANGED, id: str = "", *facts: str, **more: Any) -> StepChange:
    return StepChange(path=path, kind=kind, id=id, facts=facts, **more)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (change("strategy/vision.md", CHANGED, "vision", "text"), "Målbild: lydelsen har ändrats"),
        (
            change("strategy/subgoals/d1-nara.md", CHANGED, "D1", "title", "reading"),
            "Delmål 1. Nära dig: rubriken och vår läsning har ändrats",
        ),
        (change("strategy/roadmap/resan.md", ADDED, "resan"), "Avsnittet Resan har lagts till"),
        (change("strategy/roadmap/slut.md", REMOVED, "slut"), "slut har tagits bort"),
        (change("strategy/roadmap/bort.md", REMOVED, "bort"), "Avsnittet Bort har tagits bort"),
        (
            change("strategy/strategy.yml", CHANGED, "exempel", "valid_to"),
            "Strategins grunduppgifter: giltighetens sista dag har ändrats",
        ),
        (
            change("strategy/revisions/2020-03-01.yml", CHANGED, "2020-03-01", "reason"),
            "Revideringen 1 mars 2020: skälet har ändrats",
        ),
        (
            change("strategy/revisions/utkast.yml", REMOVED, "utkast"),
            "Revideringen utkast har tagits bort",
        ),
        (
            change("strategy/adoptions/2020-03-01.yml", CHANGED, "2020-03-01", "region", "ekeby"),
            "Huvudmännens beslut om revideringen 1 mars 2020: Region Exempel och Ekeby kommun har ändrats",
        ),
        (
            change("strategy/adoptions/2020-03-01.yml", ADDED, "2020-03-01"),
            "Huvudmännens beslut om revideringen 1 mars 2020 har lagts till",
        ),
        (change("strategy/bodies.yml", CHANGED, "", "rad"), "Organen: Exempelrådet har ändrats"),
        (
            change("strategy/bodies.yml", CHANGED, "", *"abcdef"),
            "Organen: 6 uppgifter har ändrats",
        ),
        (change("strategy/events.yml", CHANGED, "", "2020-03"), "Händelserna: 1 uppgift har ändrats"),
        (change("strategy/bodies.yml"), f"Organen: {REWRITTEN}"),
        (
            change("indicators/n01-nojda.yml", CHANGED, "N01", "definition"),
            "Nyckeltal N01. Nöjda invånare: definitionen har ändrats",
        ),
        (
            change("indicators/n01-nojda.csv", CHANGED, "N01", new_figures=12, corrected_figures=1),
            "Nyckeltal N01. Nöjda invånare: 12 nya värden, 1 rättat",
        ),
        (
            change("indicators/n01-nojda.csv", ADDED, "N01", new_figures=510),
            "Nyckeltal N01. Nöjda invånare: 510 nya värden",
        ),
        (
            change("indicators/n99-borta.csv", REMOVED, "N99", withdrawn_figures=1),
            "Nyckeltal N99: 1 borttaget värde",
        ),
        (
            change("indicators/n01-nojda.csv", CHANGED, "N01"),
            f"Nyckeltal N01. Nöjda invånare: värdena är desamma, men {REWRITTEN}",
        ),
        (change("strategy/lapp.md", ADDED), "strategy/lapp.md har lagts till"),
    ],
)
def test_names_the_thing_and_what_happened_to_it(changed: StepChange, said: str) -> None:
    assert step_words(remembering(), changed) == said


def remembering() -> View:
    """A strategy that had a section before."""
    log = history()
    gone = example().roadmap[0].model_copy(update={"id": "bort", "title": "Bort"})
    before = RecordedText(revision=log.texts[0].revision, strategy=replace(example(), roadmap=(gone,)))
    return view(log=replace(log, texts=(before, *log.texts[1:])))


def test_what_happened_can_be_told_without_the_name() -> None:
    assert (
        step_events(change("strategy/vision.md", CHANGED, "vision", "text"), swedish())
        == "lydelsen har ändrats"
    )
    both = change("indicators/n01-nojda.csv", CHANGED, "N01", "status", new_figures=1)
    assert step_events(both, swedish()) == "1 nytt värde; ”status” har ändrats"


def test_many_files_that_say_what_they_said_are_counted() -> None:
    few = [change(f"indicators/n0{number}-x.yml", CHANGED, f"N0{number}") for number in range(1, 6)]
    title = change("strategy/vision.md", CHANGED, "vision", "text")
    assert step_sentences(view(), [title, *few]) == (
        "Målbild: lydelsen har ändrats",
        *(step_words(view(), each) for each in few),
    )
    unreadable = change("strategy/vision.md", CHANGED, "vision", is_governed=True)
    more = [*few, title, unreadable, change("strategy/bodies.yml")]
    assert step_sentences(view(), more) == (
        "Målbild: lydelsen har ändrats",
        f"Målbild: {REWRITTEN}",
        "6 filer är skrivna på ett annat sätt, men säger detsamma",
    )


def test_a_revision_that_is_named_more_exactly_is_neither_gone_nor_new() -> None:
    changes = tuple(
        change(f"strategy/{folder}/{name}.yml", kind, name)
        for folder in ("revisions", "adoptions")
        for name, kind in (("2022", REMOVED), ("2022-04-27", ADDED))
    )
    step = Step(taken_on=date(2024, 5, 6), revision_id=None, is_correction=False, changes=changes)
    assert step_sentences(view(), untold(step)) == (
        "Revideringen 2022 har fått en annan beteckning",
        "Huvudmännens beslut om revideringen 2022 har fått en annan beteckning",
    )
    other = replace(step, changes=(change("strategy/revisions/2021.yml", REMOVED, "2021"), *changes[1:2]))
    assert step_sentences(view(), untold(other)) == ("Revideringen 2021 har tagits bort",)
