"""Three counties of different shapes are checked, built and reviewed, and decide on a first revision."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser
from strategi.content.layout import schema_line

from tests.building import COMMAND
from tests.engine.counties import many_parties, other_plan
from tests.engine.counties.writing import yaml_text
from tests.engine.history.repositories import commit, new_repository
from tests.engine.site.county import COUNTY, TODAY, county_with_history

BEGAN = "2026-05-04"
DECIDED = "2026-11-20"
INFO = "strategy/strategy.yml"
RECORD = f"strategy/revisions/{DECIDED}.yml"
# The words of other counties, in any form and in compounds.
GOALS, PRINCIPALS = "delmål", "huvudm[aä]n"
ALL = rf"{GOALS}|{PRINCIPALS}|nyckeltal|färdplan|målbild|bilag[ao]|\blän(et)?s?\b"


@dataclass(frozen=True)
class Shape:
    """A county: how it is written, who decides on its text, and the words that it does not use."""

    write: Callable[[Path], Path]
    goal: str
    body: str
    predecessor: str
    pages: tuple[str, ...]
    not_said: str = ""


def written(files: Mapping[str, str], target: Path) -> Path:
    new_repository(target)
    shutil.copy(COUNTY / "mkdocs.yml", target)
    commit(target, {path: text.encode() for path, text in files.items()}, "Början", on=BEGAN)
    return target


SHAPES = {
    "as the first county": Shape(
        write=county_with_history,
        goal="strategy/subgoals/d1-vard-hos-mig.md",
        body="samradet",
        predecessor="2024-02-14",
        pages=("strategin/delmal/d6", "huvudman/mark", "strategin/malbild", "strategin/principer"),
    ),
    "fifty parties": Shape(
        write=lambda target: written(many_parties.files(), target),
        goal="strategy/subgoals/w1-sa.md",
        body="samradet",
        predecessor="2023",
        pages=("strategin/arbetssatt/w6", "parter/ort-49", "nyckeltal/i1", "revideringar/2023"),
        not_said=f"{GOALS}|{PRINCIPALS}",
    ),
    "a plan that is not about health": Shape(
        write=lambda target: written(other_plan.files(), target),
        goal="strategy/subgoals/m1-sa.md",
        body="stamman",
        predecessor="2025-03",
        pages=("strategin/inriktningar/m3", "aktorer/verket", "matt/k1", "strategin/insatser/insatser"),
        not_said=f"{ALL}|vård|omsorg",
    ),
}
each_shape = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)


def run(root: Path, *words: str, code: int = 0) -> str:
    settings = {name: value for name, value in os.environ.items() if not name.startswith("STRATEGI_")}
    done = subprocess.run(
        [str(COMMAND), *words],
        cwd=root,
        env=settings | {"STRATEGI_TODAY": TODAY},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, f"{words} gave {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def change(root: Path, path: str, before: str, after: str) -> None:
    text = (root / path).read_text("utf-8")
    assert before in text
    (root / path).write_text(text.replace(before, after, 1), "utf-8")


def add_source(root: Path) -> None:
    path = root / "strategy/references.yml"
    register = yaml.safe_load(path.read_text("utf-8"))
    unknown = dict.fromkeys(("publisher", "url"), "not-found")
    register["references"].append({"id": "beslut-2026", "title": "Protokoll"} | unknown)
    path.write_text(f"# {schema_line('strategy/references.yml')}\n{yaml_text(register)}", "utf-8")


def decided(shape: Shape, digest: str) -> str:
    unknown = ("registry_number", "minutes", "reason", "effective_from", "condition")
    facts = {
        "id": DECIDED,
        "title": "En första ändring",
        "class": "essential",
        "class_evidence": "documented",
        "decision": "decided",
        "decided_by": shape.body,
        "decided_on": DECIDED,
        **dict.fromkeys(unknown, "not-found"),
        "predecessor": shape.predecessor,
        "digest": digest,
        "evidence": "documented",
    }
    rows = "".join(f"{key}: {json.dumps(fact)}\n" for key, fact in facts.items())
    return f"{rows}references: [beslut-2026]\n"


@each_shape
@pytest.mark.parametrize("words", [("build",), ("build", "--publish"), ("build", "--engine", "zensical")])
def test_it_is_sound_and_builds(tmp_path: Path, shape: Shape, words: tuple[str, ...]) -> None:
    root = shape.write(tmp_path / "län")
    run(root, "check")
    run(root, *words)
    for address in (*shape.pages, ".", "om", "regler", "ordlista", "revideringar"):
        assert (root / "site" / address / "index.html").is_file(), address


@each_shape
def test_it_says_what_it_calls_things(tmp_path: Path, shape: Shape) -> None:
    root = shape.write(tmp_path / "län")
    run(root, "build")
    found = {
        page.parent.relative_to(root / "site").as_posix(): re.findall(f"(?i)(?:{shape.not_said})", said)
        for page in (root / "site").rglob("index.html")
        if (said := _words(page)) and shape.not_said
    }
    assert {address: words for address, words in found.items() if any(words)} == {}


def _words(page: Path) -> str:
    """All that a reader meets on a page: its frame too, and what is said of it to search engines."""
    tree = LexborHTMLParser(page.read_text("utf-8"))
    for unseen in tree.css("script, style, code"):
        unseen.decompose()
    described = [node.attributes.get("content") or "" for node in tree.css("meta")]
    titles = [node.attributes.get("aria-label") or "" for node in tree.css("[aria-label]")]
    return " ".join([tree.text(separator=" "), *described, *titles])


@each_shape
def test_its_first_proposals_are_judged_by_its_own_rules(tmp_path: Path, shape: Shape) -> None:
    root = shape.write(tmp_path / "län")
    run(root, "schema", "--write")
    add_source(root)
    run(root, "review", "--base", "main")
    goal = (root / shape.goal).read_text("utf-8")
    (root / shape.goal).write_text(goal + "\nOch en mening till.\n", "utf-8")
    refused = run(root, "review", "--base", "main", code=1)
    assert "REV501" in refused
    assert not shape.not_said or not re.findall(f"(?i){shape.not_said}", refused)
    digest = run(root, "digest", "working").split()[0]
    (root / RECORD).write_text(decided(shape, digest), "utf-8")
    assert "kan tas in" in run(root, "review", "--base", "main")
    commit(root, {}, "Den första ändringen", on=DECIDED)
    assert "En första ändring" in run(root, "log")
    run(root, "build", "--publish")
    assert (root / "site/revideringar" / DECIDED / "index.html").is_file()


def test_the_first_strategy_of_all_can_be_let_in(tmp_path: Path) -> None:
    root = new_repository(tmp_path / "län")
    commit(root, {"README.md": b"Tomt\n"}, "En tom mapp", on=BEGAN)
    for path, text in other_plan.files().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    shutil.copy(COUNTY / "mkdocs.yml", root)
    run(root, "schema", "--write")
    said = run(root, "review", "--base", "main")
    assert "Det är den första strategin" in said and "REV537" in said
    for form in ("json", "markdown", "github", "sarif"):
        run(root, "review", "--base", "main", "--format", form)
    (root / "strategy/strategy.yml").write_text("id: [", "utf-8")
    run(root, "review", "--base", "main", code=2)
