"""Test that a form becomes exactly the requested change, and that all its faults are reported at once.

Each case in cases/propose/ holds what was answered in the invented county, and what came of it: the
lines that differ in each file, or the answer that is posted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
import yaml
from strategi.content.forms.choices import choices
from strategi.content.forms.definition import UnreadableForm, read_forms
from strategi.content.forms.drafting import submission
from strategi.content.forms.option_lists import outdated
from strategi.model.submission import FormKind, Submission
from strategi.render.comments.form_answer import answer_markdown

from tests.engine.content.forms import COUNTY, FORMS, filled_in, form_of, ground_of, submitted
from tests.engine.content.trees import MemoryTree

CASES = Path(__file__).parents[1] / "cases" / "propose"
each_kind = pytest.mark.parametrize("kind", FormKind, ids=lambda kind: kind.value)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_case(path: Path, request: pytest.FixtureRequest) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    kind = FormKind(case["kind"]) if "kind" in case else None
    printed = "\n".join(outcome(submitted(body_of(case, kind), kind))) + "\n"
    if request.config.getoption("--accept"):
        _accept(path, printed)
    else:
        assert printed == case["outcome"]


def body_of(case: dict[str, Any], kind: FormKind | None) -> str:
    if "body" in case:
        return str(case["body"]) * case.get("repeat_body", 1)
    assert kind is not None
    answers = {key: each * case.get("repeat", {}).get(key, 1) for key, each in case["answers"].items()}
    return filled_in(kind, answers)


def outcome(answer: Submission) -> Iterator[str]:
    if answer.draft is None:
        yield from answer_markdown(answer).splitlines()
        return
    yield answer.draft.subject
    for path, text in sorted(answer.draft.files.items()):
        before = COUNTY.files[path].decode().splitlines() if path in COUNTY.files else []
        lines = list(unified_diff(before, text.splitlines(), lineterm="", n=0))
        yield f"{path}:"
        yield from (f"  {line}" for line in lines if not line.startswith(("---", "+++", "@@")))


def _accept(path: Path, printed: str) -> None:
    """Write what was printed as the case's last key, and leave the rest as it stands."""
    before = path.read_text(encoding="utf-8").partition("\noutcome:")[0].rstrip("\n")
    block = "".join(f"  {line}\n" if line else "\n" for line in printed.splitlines())
    path.write_text(f"{before}\n\noutcome: |\n{block}", encoding="utf-8")


def answers_of(case: str) -> tuple[str, FormKind]:
    """A form that a case has filled in."""
    data = yaml.safe_load((CASES / f"{case}.yml").read_text(encoding="utf-8"))
    return body_of(data, FormKind(data["kind"])), FormKind(data["kind"])


def county_without(*paths: str) -> MemoryTree:
    return MemoryTree({path: data for path, data in COUNTY.files.items() if path not in paths})


def test_the_first_decision_on_a_revision_begins_its_list() -> None:
    path = "strategy/adoptions/2022-12-01.yml"
    draft = submitted(*answers_of("ett-beslut"), county_without(path)).draft
    assert draft is not None
    rows = yaml.safe_load(draft.files[path])["adoptions"]
    assert [(each["principal"], each["outcome"]) for each in rows] == [
        ("region-fjallhavet", "not-documented"),
        ("alvhaga", "not-documented"),
        ("bjorkvalla", "identical"),
    ]


def test_the_first_figure_of_an_indicator_begins_its_table() -> None:
    path = "indicators/n01-trygghet.csv"
    draft = submitted(*answers_of("ett-värde-rättas"), county_without(path)).draft
    assert draft is not None
    assert draft.files[path] == (
        "series,area,gender,time_period,value,status,source\nenkat,0091,T,2023,79.4,normal,enkaten\n"
    )


def test_a_table_that_cannot_be_read_is_not_changed() -> None:
    path = "indicators/n01-trygghet.csv"
    for broken in (b"a;b\n1;2\n", b"\xff"):
        answer = submitted(*answers_of("ett-värde-rättas"), MemoryTree({**COUNTY.files, path: broken}))
        assert [each.message for each in answer.faults] == ["tabellen med värden går inte att läsa"]


def test_a_plan_that_is_handed_in_again_changes_the_one_that_is_there() -> None:
    body, kind = answers_of("en-lokal-plan")
    first = submitted(body, kind).draft
    assert first is not None
    ((path, text),) = first.files.items()
    tree = MemoryTree({**COUNTY.files, path: text.replace("Plan för", "Planen för").encode()})
    second = submitted(body, kind, tree).draft
    assert second is not None
    assert second.files == first.files
    again = submitted(body, kind, MemoryTree({**COUNTY.files, path: text.encode()}))
    assert [each.message for each in again.faults] == ["planen är redan registrerad så"]


def test_a_form_that_requires_too_little_is_told_so() -> None:
    form = form_of(FormKind.TEXT)
    lenient = replace(form, questions=tuple(replace(each, is_required=False) for each in form.questions))
    (fault,) = submission(filled_in(FormKind.TEXT, {}), None, [lenient], ground_of(COUNTY)).faults
    assert fault.message == "det räcker inte till ett förslag"


def test_what_was_wrong_before_is_no_fault_of_the_form() -> None:
    path = "indicators/n02-besok.csv"
    wrong = COUNTY.files[path].replace(b"1250", b"x1250")
    answer = submitted(*answers_of("ett-beslut"), MemoryTree({**COUNTY.files, path: wrong}))
    assert answer.draft is not None


@each_kind
def test_every_list_that_is_filled_from_the_strategy_is_a_list_of_the_form(kind: FormKind) -> None:
    lists = {each.id for each in form_of(kind).questions if each.type == "dropdown"}
    assert lists == set(choices(ground_of(COUNTY).strategy)[kind])


def test_before_the_first_revision_there_is_none_to_choose() -> None:
    strategy = replace(ground_of(COUNTY).strategy, revisions=())
    written = outdated(FORMS, strategy)
    tree = MemoryTree({path: text.encode() for path, text in written.items()})
    assert outdated(read_forms(tree), strategy) == {}
    form = next(each for each in read_forms(tree) if each.kind is FormKind.DECISION)
    assert form.question("revision").options == ()
    restored = outdated(read_forms(tree), ground_of(COUNTY).strategy)
    assert set(restored) == {form.document.path}


def test_the_lists_are_written_anew_for_another_county_and_all_else_stays() -> None:
    strategy = ground_of(COUNTY).strategy
    written = outdated(FORMS, strategy)
    assert set(written) == {each.document.path for each in FORMS}
    tree = MemoryTree({path: text.encode() for path, text in written.items()})
    assert outdated(read_forms(tree), strategy) == {}
    for form in FORMS:
        before, after = (
            [line for line in text.splitlines() if not line.startswith("        - ")]
            for text in (form.document.text, written[form.document.path])
        )
        assert after == before
    assert '        - "D2 Nära varandra"' in written[form_of(FormKind.TEXT).document.path].splitlines()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "saknas"),
        ("name: [", "text.yml:1"),
        ('name: "x"\nbody: []\n', "inget namn eller inga fält"),
        ("- x\n", "inget namn eller inga fält"),
    ],
)
def test_a_form_that_is_none_is_told(text: str | None, said: str) -> None:
    files = {each.document.path: each.document.text.encode() for each in FORMS}
    path = form_of(FormKind.TEXT).document.path
    del files[path]
    with pytest.raises(UnreadableForm, match=said):
        read_forms(MemoryTree(files if text is None else files | {path: text.encode()}))
