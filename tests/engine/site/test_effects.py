"""Test that exactly what a reader will see change is reported, and that nothing of a page is run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from strategi.content.reader import read_strategy
from strategi.history.chronicle import read_log
from strategi.history.trees import tree_at
from strategi.model.change_kind import ChangeKind
from strategi.model.effects import ReaderEffects, StandingFact
from strategi.model.judgement import Basis, Verdict
from strategi.render.review.effects_words import effects_json, effects_markdown, effects_paragraphs
from strategi.render.wording.paragraphs import laid_out
from strategi.site.effects import Files, reader_effects

from tests.engine.content.cases import TODAY
from tests.engine.history.repositories import commit
from tests.engine.site.county import county_with_history
from tests.engine.site.effects_cases import base_files, effects_between, effects_of, proposals


@pytest.mark.parametrize("name", proposals())
def test_a_proposal_is_told(name: str, tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    effects, strategy = effects_of(tmp_path, proposals()[name]())
    golden(f"review/effects-{name}.md", "\n".join(effects_markdown(effects, strategy)))


def test_in_a_terminal_signs_tell_what_comes_and_what_goes(
    tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    effects, strategy = effects_of(tmp_path, proposals()["adoption-registered"]())
    golden("review/effects.txt", laid_out(effects_paragraphs(effects, strategy), width=80).plain.rstrip())


def test_a_corrected_figure_is_seen_in_sentence_and_table_and_flips_the_judgement(tmp_path: Path) -> None:
    effects, _ = effects_of(tmp_path, proposals()["figure-corrected"]())
    (trend,) = (each for each in effects.trends if each.basis is Basis.PREVIOUS)
    assert (trend.indicator_id, trend.before, trend.after) == ("N01", Verdict.BETTER, Verdict.WORSE)
    said = _sentences(effects, "nyckeltal/n01/")
    assert ("2023, Fjällhavet: 79,0", "2023, Fjällhavet: 82,0") in said
    assert not effects.standing


def test_an_adoption_is_seen_in_the_banner_and_on_the_pages(tmp_path: Path) -> None:
    effects, _ = effects_of(tmp_path, proposals()["adoption-registered"]())
    (change,) = (each for each in effects.standing if each.fact is StandingFact.IDENTICAL)
    assert (change.before, change.after) == ("1 av 3", "2 av 3")
    addresses = {page.address for page in effects.pages}
    assert addresses >= {"", "antaganden/", "strategin/delmal/d1/", "huvudman/bjorkvalla/"}
    assert "nyckeltal/n01/" not in addresses


def test_a_decided_word_is_seen_and_an_undecided_one_is_not(tmp_path: Path) -> None:
    decided, _ = effects_of(tmp_path / "a", proposals()["decided"]())
    assert ("Vården finns nära hemmet.", "Vården finns intill hemmet.") in _sentences(
        decided, "strategin/delmal/d1/"
    )
    assert StandingFact.REVISION in {each.fact for each in decided.standing}
    assert "revideringar/2024-05-06/" in _addresses(decided, ChangeKind.ADDED)
    undecided, _ = effects_of(tmp_path / "b", proposals()["not-decided"]())
    assert undecided.is_empty


def test_a_page_that_comes_or_goes_is_told_as_such(tmp_path: Path) -> None:
    added, _ = effects_of(tmp_path / "a", proposals()["page-added"]())
    assert _addresses(added, ChangeKind.ADDED) == {"ny/"}
    removed, _ = effects_of(tmp_path / "b", proposals()["indicator-removed"]())
    assert not _addresses(removed, ChangeKind.REMOVED), "the public reads it until its removal is decided"
    effects_of(tmp_path / "c", proposals()["page-added"]())
    commit(tmp_path / "c", {})
    (tmp_path / "c/docs/ny.md").unlink()
    taken, _ = effects_between(tmp_path / "c", "HEAD")
    assert _addresses(taken, ChangeKind.REMOVED) == {"ny/"}


def test_nothing_of_a_page_is_run(tmp_path: Path) -> None:
    effects, _ = effects_of(tmp_path, proposals()["hostile-page"]())
    said = " ".join(after or "" for _, after in _sentences(effects, "ny/"))
    assert "[Går inte att visa, det som står i klamrarna är inte bara ett anrop: {{ ''.__class__" in said
    assert "<script>alert(1)</script>" in said, "shown as the words that they are"
    assert "80,5 procent" in said, "the calls of ours are carried out"
    assert "anropet går inte att läsa" in " ".join(after or "" for _, after in _sentences(effects, "bruten/"))


def test_equal_files_change_nothing(tmp_path: Path) -> None:
    effects, _ = effects_of(tmp_path, base_files())
    assert effects.is_empty


def test_a_county_against_itself_changes_nothing(tmp_path: Path) -> None:
    root = county_with_history(tmp_path)
    tree = tree_at(root, "HEAD")
    strategy = read_strategy(tree, today=TODAY).strategy
    assert strategy
    files = Files(tree=tree, strategy=strategy, log=read_log(root, strategy, today=TODAY))
    assert reader_effects(files, files, today=TODAY).is_empty


def test_a_page_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    effects_of(tmp_path, base_files())
    (tmp_path / "docs" / "ny.md").symlink_to("/etc/passwd")
    effects, _ = effects_between(tmp_path, "HEAD")
    assert [after for _, after in _sentences(effects, "ny/")] == [
        "[Sidan går inte att läsa: filen är en symbolisk länk, och sådana följs inte]"
    ]


def test_for_machines_nothing_is_left_out(tmp_path: Path) -> None:
    effects, _ = effects_of(tmp_path, proposals()["adoption-registered"]())
    data = json.loads(json.dumps(effects_json(effects)))
    assert [page["address"] for page in data["pages"]] == [page.address for page in effects.pages]
    assert data["standing"] == [{"fact": "identical", "before": "1 av 3", "after": "2 av 3"}]


def _sentences(effects: ReaderEffects, address: str) -> list[tuple[str | None, str | None]]:
    (page,) = (each for each in effects.pages if each.address == address)
    return [(each.before, each.after) for each in page.sentences]


def _addresses(effects: ReaderEffects, kind: ChangeKind) -> set[str]:
    return {page.address for page in effects.pages if page.kind is kind}
