"""The forms are such as the forge shows; `strategi forms` compares their lists with the strategy."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
import yaml
from strategi.content.forms.definition import FOLDER, form_path, read_forms
from strategi.content.reader import words_in
from strategi.content.tree import WorkingTree
from strategi.model.submission import FormKind
from strategi.render.strategy.about import FORM_NAMES

from tests.building import REPOSITORY
from tests.forge.workflows import read, steps

PATHS = [form_path(kind) for kind in FormKind]
# What the forge takes in an element of each type; what must be there is marked.
ATTRIBUTES = {
    "markdown": {"value!"},
    "input": {"label!", "description", "placeholder", "value"},
    "textarea": {"label!", "description", "placeholder", "value", "render"},
    "dropdown": {"label!", "description", "multiple", "options!", "default"},
    "checkboxes": {"label!", "description", "options!"},
}
each_form = pytest.mark.parametrize("path", PATHS)


def data(path: str) -> dict[str, Any]:
    form: dict[str, Any] = yaml.safe_load((REPOSITORY / path).read_text("utf-8"))
    return form


@each_form
def test_it_is_a_form_that_the_forge_shows(path: str) -> None:
    form = data(path)
    assert {"name", "description", "body"} <= set(form) <= {"name", "description", "body", "labels", "title"}
    assert len(form["name"]) > 3
    assert len(form["description"]) <= 200
    assert any(element["type"] != "markdown" for element in form["body"])
    for element in form["body"]:
        assert set(element) <= {"type", "id", "attributes", "validations"}
        known = {name.rstrip("!") for name in ATTRIBUTES[element["type"]]}
        needed = {name.rstrip("!") for name in ATTRIBUTES[element["type"]] if name.endswith("!")}
        assert needed <= set(element["attributes"]) <= known
        assert all(each.strip() for each in element["attributes"].values() if isinstance(each, str))
        assert set(element.get("validations", {})) <= {"required"}


@each_form
def test_every_question_has_an_id_and_a_label_of_its_own(path: str) -> None:
    asked = [element for element in data(path)["body"] if element["type"] != "markdown"]
    ids = [element["id"] for element in asked]
    labels = [element["attributes"]["label"] for element in asked]
    assert [each for each, count in Counter([*ids, *labels]).items() if count > 1] == []
    assert all(re.fullmatch("[A-Za-z0-9_-]+", each) for each in ids)


@each_form
def test_the_options_are_different_lines_of_text(path: str) -> None:
    for element in data(path)["body"]:
        options = element["attributes"].get("options", ["x"])
        assert options
        assert len(set(options)) == len(options)
        # The forge keeps the word for itself, and takes words for true and false as values.
        assert all(
            isinstance(each, str) and each.casefold() != "none" and "\n" not in each for each in options
        )


@each_form
def test_it_has_the_label_that_starts_the_workflow(path: str) -> None:
    (label,) = data(path)["labels"]
    assert f"'{label}'" in read("form.yml")["jobs"]["read"]["if"]


def test_no_two_forms_can_be_taken_for_each_other() -> None:
    forms = read_forms(WorkingTree(REPOSITORY))
    for one in forms:
        for other in forms:
            labels, others = ({each.label for each in form.questions} for form in (one, other))
            assert one is other or not labels <= others
    assert len({each.name for each in forms}) == len(FormKind)


def test_the_site_calls_them_by_their_names() -> None:
    words = words_in(REPOSITORY)
    called = {kind: words.say(name) for kind, name in FORM_NAMES.items()}
    assert {each.kind: each.name for each in read_forms(WorkingTree(REPOSITORY))} == called


def test_there_are_no_other_forms_and_no_blank_issues() -> None:
    config = data(f"{FOLDER}/config.yml")
    assert config["blank_issues_enabled"] is False
    for link in config["contact_links"]:
        assert set(link) == {"name", "url", "about"}
        assert link["url"].startswith("https://")
    there = {path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / FOLDER).iterdir()}
    assert there == {*PATHS, f"{FOLDER}/config.yml"}


def test_the_workflow_calls_the_commands_that_there_are() -> None:
    said = "\n".join(step.get("run", "") for step in steps(read("form.yml")))
    assert set(re.findall(r"strategi ([a-z]+)", said)) == {"propose", "place", "comment"}
