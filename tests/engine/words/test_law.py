"""The law of words: what a county calls things by its own words is called so everywhere, and nothing else is.

The county has invented words for everything, and no usual word of its own. Keys, names of files, addresses
and ids of rules are no words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser
from strategi.cli import main
from strategi.content.forms.choices import choices
from strategi.content.reader import read_strategy
from strategi.model.review import Review
from strategi.model.words import Words, words_of
from strategi.render.registry.page_check import check_page
from strategi.render.review.review_json import review_json
from strategi.render.review.review_markdown import review_markdown
from strategi.render.review.sarif import review_sarif
from strategi.render.schemas import schema_json, schemas
from strategi.render.strategy.rule_catalogue import families
from strategi.render.terminal.findings import findings_text
from strategi.render.view import View
from strategi.rules.checking import check_strategy
from strategi.rules.proposals.proposal import Unjudgeable
from strategi.rules.proposals.registry import check_proposal
from strategi.rules.proposals.verdict import weigh
from strategi.rules.registry import catalogue

from tests.building import build_site
from tests.engine.content.cases import CASES, TODAY, case_tree, read_case
from tests.engine.content.trees import MemoryTree, county_files
from tests.engine.rules import proposals
from tests.engine.site.county import TODAY as SITE_TODAY
from tests.engine.site.county import history, write_history
from tests.engine.words.other_words import WORDS_FILE, renamed, renamed_history, wrong_words

# Example texts of an invented strategy, which say what they say on every site.
_EXAMPLES = "assets/kontrollsumma/vektorer.json"
_SAID_IN = ("alt", "aria-label", "title", "content", "placeholder", "label", "value", "data-label")


@pytest.fixture(scope="module")
def words() -> Words:
    strategy = read_strategy(MemoryTree(renamed(county_files())), today=TODAY).strategy
    assert strategy
    return words_of(strategy.terms)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole county with its history and its pages."""
    return write_history(tmp_path_factory.mktemp("vrak") / "county", renamed_history(history()))


@pytest.mark.parametrize("publish", ["false", "true"], ids=["preview", "public"])
def test_no_page_feed_or_file_of_a_site(county: Path, publish: str) -> None:
    site = build_site(county, STRATEGI_TODAY=SITE_TODAY, STRATEGI_PUBLISH=publish)
    files = {
        path.relative_to(site).as_posix(): path.read_text("utf-8")
        for path in site.rglob("*")
        if path.suffix in (".html", ".xml", ".json", ".csv", ".txt")
    }
    found = {
        name: wrong_words("\n".join(_said(name, text))) for name, text in files.items() if name != _EXAMPLES
    }
    assert {name: words for name, words in found.items() if words} == {}
    assert {"snurr/index.html", "zorkar/n01/index.html", "strategin/blorpar/d1/index.html"} <= files.keys()
    assert "zorkar" in files["index.html"]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_no_finding_of_any_planted_fault(path: Path) -> None:
    case = read_case(path)
    if WORDS_FILE in case.get("write", {}):
        pytest.skip("the case has words of its own")
    tree = case_tree(case)
    reading = read_strategy(MemoryTree(renamed(tree.files), tree.unreadable), today=TODAY)
    found = check_strategy(reading, today=TODAY)
    assert wrong_words(findings_text(replace(each, value="") for each in found)) == []


def test_no_finding_on_a_page(words: Words) -> None:
    strategy = read_strategy(MemoryTree(renamed(county_files())), today=TODAY).strategy
    assert strategy
    calls = (
        "value('N99')",
        "subgoal('D99')",
        "principal('x')",
        "roadmap_section('x')",
        "word('x')",
        "link('x')",
    )
    page = "\n\n".join(
        f"{{{{ {each} }}}}" for each in (*calls, "count('x')", "name('x')", "word('goal', 'x')")
    )
    found = tuple(check_page("docs/a.md", page.replace("'", '"'), View(strategy=strategy, today=TODAY)))
    assert len(found) == len(calls) + 3
    assert wrong_words(findings_text(found)) == []
    assert "Det finns ingen zork ”N99”" in findings_text(found)


@pytest.mark.parametrize("path", sorted(proposals.CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_no_verdict_on_a_proposal(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = proposals._reading
    monkeypatch.setattr(proposals, "_reading", lambda files: plain(renamed(files)))
    proposal = proposals.proposal_of(proposals.read_case(path))
    try:
        review = Review(
            base="0" * 40,
            old=proposal.old,
            new=proposal.new,
            comparison=proposal.comparison,
            weighing=weigh(proposal),
            findings=check_proposal(proposal),
        )
    except Unjudgeable as error:
        assert wrong_words(str(error)) == []
        return
    for written in (review_markdown(review), review_json(review), review_sarif(review)):
        assert wrong_words(written) == []


@pytest.mark.parametrize("form", ["text", "markdown", "json", "github", "sarif"])
def test_no_review_with_all_that_readers_will_see(county: Path, form: str, tmp_path: Path) -> None:
    root = write_history(tmp_path / "county", renamed_history(history()))
    for path, old, new in (
        ("strategy/vision.md", "title:", 'note: "En ny anmärkning."\ntitle:'),
        (WORDS_FILE, '"blorp"', '"blurp"'),
        ("docs/om.md", "\n# ", '\nNy text {{ value("N77") }}.\n\n# '),
    ):
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), "utf-8")
    goal = next((root / "strategy/subgoals").glob("d1-*.md"))
    goal.write_text(goal.read_text("utf-8") + "\nNågot helt nytt.\n", "utf-8")
    said = _run(root, "review", "--base", "HEAD", "--format", form)
    assert wrong_words(said) == []
    assert form in ("github", "sarif") or "blurp" in said


@pytest.mark.parametrize(
    "command",
    [
        ("log",),
        ("log", "--format", "json"),
        ("check", "--history"),
        ("show", "2024-02-14"),
        ("diff", "2023-10-05", "2024-02-14"),
        ("diff", "2023-10-05", "working"),
        ("diff", "2023-10-05", "2024-02-14", "--format", "markdown"),
        ("diff", "2023-10-05", "2024-02-14", "--format", "html"),
        ("diff", "2023-10-05", "2024-02-14", "--format", "json"),
    ],
    ids=" ".join,
)
def test_no_command(county: Path, command: tuple[str, ...]) -> None:
    assert wrong_words(_run(county, *command)) == []


def test_no_document_that_is_compared(county: Path, tmp_path: Path) -> None:
    text = tmp_path / "antagen.md"
    text.write_text(_run(county, "show", "2024-02-14").replace("samråd", "rådslag"), "utf-8")
    for more in ((), ("--format", "markdown"), ("--format", "json"), ("--as-deviations",)):
        assert wrong_words(_run(county, "verify", str(text), *more)) == []


def test_no_schema_rule_or_choice_in_a_form(words: Words) -> None:
    strategy = read_strategy(MemoryTree(renamed(county_files())), today=TODAY).strategy
    assert strategy
    said = [schema_json(each) for each in schemas(words).values()]
    said += [f"{rule.title}\n{rule.reference}\n{rule.advice}" for rule in catalogue(words)]
    said += [f"{family.title}\n{family.purpose}" for family in families(words)]
    said += [option for lists in choices(strategy).values() for each in lists.values() for option in each]
    assert wrong_words("\n".join(said)) == []


@pytest.mark.parametrize(
    "command",
    [
        ("local-plan", "--principal", "PRINCIPAL", "--title", "Planen"),
        ("indicator", "--name", "Ett nytt sätt", "--role", "appendix"),
        (
            "adoption",
            "--principal",
            "PRINCIPAL",
            "--outcome",
            "identical",
            "--body",
            "X",
            "--decided-on",
            "2025-01-01",
        ),
        ("adoption", "--principal", "ingen"),
        ("revision", "--title", "Ny", "--decision", "decided", "--class", "principled"),
    ],
    ids=" ".join,
)
def test_no_new_file_and_no_word_on_it(tmp_path: Path, command: tuple[str, ...]) -> None:
    root = write_history(tmp_path / "county", renamed_history(history()))
    before = _texts(root)
    strategy = read_strategy(MemoryTree({k: v.encode() for k, v in before.items()}), today=TODAY).strategy
    assert strategy
    filled = [strategy.principals[0].id if each == "PRINCIPAL" else each for each in command]
    reference = strategy.references[0].id
    said = _run(root, "new", *filled, "--no-input", "--reference", reference)
    written = {path: text for path, text in _texts(root).items() if before.get(path) != text}
    assert wrong_words("\n".join([said, *written.values()])) == []


def _texts(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for folder in ("strategy", "indicators", "docs")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


def _run(root: Path, *words: str) -> str:
    result = CliRunner().invoke(main, [*words, "--root", str(root), "--today", SITE_TODAY])
    assert result.exit_code in (0, 1, 2), result.output
    assert not isinstance(result.exception, Exception), result.exception
    return result.output


def _said(name: str, text: str) -> Iterator[str]:
    """What a file says, without addresses."""
    if name.endswith(".html"):
        page = LexborHTMLParser(text)
        for node in page.css("script:not([type='application/ld+json']), style"):
            node.decompose()
        yield page.root.text(separator=" ") if page.root else ""
        for node in page.css("*"):
            yield from (node.attributes.get(each) or "" for each in _SAID_IN)
    elif name.endswith(".json"):
        yield from _strings(json.loads(text))
    else:
        yield re.sub(r"<[^>]+>", " ", text)


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for each in data:
            yield from _strings(each)
    elif isinstance(data, dict):
        for each in data.values():
            yield from _strings(each)
