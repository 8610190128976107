"""Laws of forms: whatever stands in one, nothing fails, and what is written is sound and where it may be."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from strategi.cli.handover import handed_over, handover_json
from strategi.content.forms.choices import choices
from strategi.content.overlay import Overlay
from strategi.content.placing import check_places
from strategi.content.reader import read_strategy
from strategi.content.reading import Reading
from strategi.model.submission import FormKind, Submission
from strategi.render.comments.form_answer import answer_markdown
from strategi.render.comments.marked import marked_comment
from strategi.rules import check_strategy

from tests.engine.content.cases import TODAY
from tests.engine.content.forms import COUNTY, FORMS, FORMS_ROOT, filled_in, form_of, ground_of, submitted

often = settings(max_examples=60)

GROUND = ground_of(COUNTY)
OPTIONS = choices(GROUND.strategy)
# Signs that mean something to YAML, Markdown, CSV, Jinja, a shell or a forge come often, also as whole lines.
LINES = [
    "---",
    "{{ config }}",
    "<script>",
    "$(rm -rf /)",
    "../../x",
    "=1+1",
    "- a: b",
    "### Varför?",
    "@alla",
    "2024-02-29",
    "12,5",
    "https://x.example/a",
    "not-found",
    "\u202e",
    "::error::",
]
HOSTILE = st.text(
    st.sampled_from("\n\r\t \"'#&*!|>%@`{}[],:;-<?=$(\\.0129eåÅ\ufeff\u2028\x00\x85\ud800é💥"), max_size=20
)
SOUND = st.text(st.sampled_from("abcåäö .,-–§()\"':#[]{}&*!|>%\\\n"), min_size=1, max_size=40)
TEXT = st.lists(HOSTILE | SOUND | st.sampled_from(LINES), max_size=3).map("\n".join)
# A single line that a form may take, so that much gets through.
LINE = SOUND.map(lambda text: " ".join(text.split()) or "x") | st.sampled_from(
    ["$(rm -rf /)", "../../x", "=1+1", "- a: b"]
)
BY_ID = {
    "decided_on": st.just("2023-05-01"),
    "valid_from": st.just("2024-01-01"),
    "valid_to": st.just("2026-01-01"),
    "time_period": st.sampled_from(["2023", "2025-03"]),
    "value": st.sampled_from(["12,5", "7"]),
    "status": st.sampled_from([*OPTIONS[FormKind.FIGURE]["status"]][:3]),
    "source_url": st.sampled_from(["https://x.example/a?b=c,d#e", ""]),
    "url": st.sampled_from(["https://x.example/a", ""]),
}


@st.composite
def forms(draw: Any) -> tuple[FormKind, dict[str, str]]:
    """A form where most answers are what was asked for, and the rest is anything."""
    kind = draw(st.sampled_from(FormKind))
    answers = {}
    for each in form_of(kind).questions:
        options = OPTIONS[kind].get(each.id)
        asked_for = st.sampled_from(sorted(options)) if options else LINE
        wanted = BY_ID.get(each.id, asked_for)
        answers[each.id] = draw(wanted if draw(st.integers(0, 29)) else TEXT)
    return kind, answers


@often
@given(form=forms())
def test_what_is_written_is_sound_and_lies_where_it_may(form: tuple[FormKind, dict[str, str]]) -> None:
    kind, answers = form
    judge(submitted(filled_in(kind, answers), kind))


@often
@given(body=st.text(max_size=200) | TEXT, kind=st.sampled_from([None, *FormKind]))
def test_any_text_is_a_form_or_is_told_what_is_wrong(body: str, kind: FormKind | None) -> None:
    judge(submitted(body, kind))


@often
@given(kind=st.sampled_from(FormKind), texts=st.lists(TEXT, max_size=12), joints=st.lists(TEXT, max_size=3))
def test_answers_of_any_form_between_its_headings(
    kind: FormKind, texts: list[str], joints: list[str]
) -> None:
    headings = [f"### {each.label}" for each in form_of(kind).questions]
    body = "\n".join(piece for pair in zip(headings, [*texts, *joints], strict=False) for piece in pair)
    judge(submitted(body, None))


@given(kind=st.sampled_from(FormKind), data=st.data())
def test_a_form_is_read_as_it_was_filled_in(kind: FormKind, data: st.DataObject) -> None:
    plain = st.text(st.sampled_from("aå#\n- "), max_size=20).map(str.strip)
    answers = {each.id: data.draw(plain) for each in form_of(kind).questions}
    told = submitted(filled_in(kind, answers), None).answers
    assert dict(told) == {each.label: answers[each.id] for each in form_of(kind).questions}


def judge(answer: Submission) -> None:
    """Nothing wrong is written, and what is wrong is told; both can be printed and posted."""
    assert (answer.draft is None) == bool(answer.faults)
    assert all(each.message and each.advice for each in answer.faults)
    marked_comment(answer_markdown(answer), marker="formular").encode("utf-8")
    printed = handover_json(answer, None)
    json.loads(printed.encode("utf-8"))
    if answer.draft is None:
        return
    check_places(FORMS_ROOT, answer.draft.files)
    assert handed_over(printed).files == answer.draft.files
    tree = Overlay(COUNTY, {path: text.encode() for path, text in answer.draft.files.items()})
    after = read_strategy(tree, today=TODAY)
    assert check_strategy(after, today=TODAY) == ()
    assert_only_what_was_asked_for(answer.kind, GROUND.reading, after)


def assert_only_what_was_asked_for(kind: FormKind | None, before: Reading, after: Reading) -> None:
    """Compare everything that a form of another kind would change."""
    assert before.strategy and after.strategy
    facts = {
        FormKind.TEXT: ("vision", "subgoals", "principles", "roadmap"),
        FormKind.DECISION: ("ledgers", "references"),
        FormKind.FIGURE: ("series", "sources"),
        FormKind.PLAN: ("plans",),
    }
    for others in (facts[each] for each in FormKind if each is not kind):
        for name in others:
            assert getattr(after.strategy, name) == getattr(before.strategy, name)
    for name in ("info", "revisions", "mandates", "classes", "bodies", "principals", "indicators"):
        assert getattr(after.strategy, name) == getattr(before.strategy, name)


def test_there_is_a_form_of_every_kind() -> None:
    assert [each.kind for each in FORMS] == list(FormKind)
