"""Render the site's facts about itself: publisher, marks, sources, and how to propose a change."""

from __future__ import annotations

from strategi.model.submission import FormKind
from strategi.render.errors import UnknownName
from strategi.render.templating import fragment
from strategi.render.view import View

MARKS = ("not-found", "inferred", "preliminary")
# As the forms themselves are called, in the order in which most people need them.
FORM_NAMES = {
    FormKind.FIGURE: "Rätta ett värde",
    FormKind.TEXT: "Föreslå en ändring av {goal.a} eller en text",
    FormKind.DECISION: "Registrera {principal.a_genitive} beslut",
    FormKind.PLAN: "Lämna in en lokal plan",
}


def site_name(view: View) -> str:
    """The name of the site: the strategy's short title."""
    return view.strategy.info.short_title


def publisher(view: View) -> str:
    """The public body that answers for the site, or that there is none yet."""
    return fragment("publisher.html", view=view, publisher=view.strategy.info.publisher)


def mark(view: View, kind: str) -> str:
    """One of the marks that say how far a fact is known."""
    return fragment("mark.html", view=view, kind=find_mark(kind))


def find_mark(kind: str) -> str:
    """The mark of that name. Raise UnknownName."""
    if kind not in MARKS:
        raise UnknownName("inget märke", kind, MARKS)
    return kind


def edit_hint(view: View) -> str:
    """Where on a page the link for proposing a change stands."""
    return fragment("edit_hint.html", view=view)


def forms(view: View) -> str:
    """The forms in which anyone can propose a change, where there is a place for them."""
    named = [(kind.value, view.words.say(name)) for kind, name in FORM_NAMES.items()]
    return fragment("forms.html", view=view, forms=named)


def references(view: View) -> str:
    """Every document and page that facts rest on."""
    return fragment("reference_list.html", view=view, references=view.strategy.references)
