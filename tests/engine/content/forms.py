"""The invented county's files, and forms filled in as a forge writes them down."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from strategi.content.forms.definition import Form, read_forms
from strategi.content.forms.drafting import submission
from strategi.content.forms.ground import Ground
from strategi.content.reader import read_strategy
from strategi.content.tree import Tree, WorkingTree
from strategi.model.submission import FormKind, Submission
from strategi.rules.submissions import judged

from tests.engine.content.cases import TODAY
from tests.engine.content.trees import MemoryTree, county_files

FORMS_ROOT = Path(__file__).parents[1] / "cases" / "forms"
FORMS = read_forms(WorkingTree(FORMS_ROOT))
COUNTY = MemoryTree(county_files())


def form_of(kind: FormKind) -> Form:
    """The form that is shown for the kind."""
    return next(each for each in FORMS if each.kind is kind)


def filled_in(kind: FormKind, answers: Mapping[str, str]) -> str:
    """The text of an issue that was made with the form."""
    form = form_of(kind)
    assert set(answers) <= {each.id for each in form.questions}, answers.keys()
    written = ((each.label, answers.get(each.id) or "_No response_") for each in form.questions)
    return "\n\n".join(f"### {label}\n\n{answer}" for label, answer in written)


def ground_of(tree: Tree) -> Ground:
    """What a change is built on."""
    reading = read_strategy(tree, today=TODAY)
    assert reading.strategy is not None
    return Ground(tree=tree, reading=reading, strategy=reading.strategy, today=TODAY)


def submitted(body: str, kind: FormKind | None, tree: Tree = COUNTY) -> Submission:
    """What comes of a form, in the invented county where no other tree is given."""
    return judged(submission(body, kind, FORMS, ground_of(tree)), tree, today=TODAY)
