"""Test that `strategi review` reports what a proposal changes, who decides, and whether it may be merged.

Real repositories: the verdict is the same whether the proposal is committed or not, and however it is merged.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from markdown_it import MarkdownIt
from strategi.content.layout import record_folders
from strategi.model.words import swedish
from strategi.rules.registry import catalogue

from tests.engine.cli.county_history import BODIES, SECOND, SUBGOAL, TABLE, later_files, repository, run
from tests.engine.content.trees import county_files
from tests.engine.history.repositories import commit, git, new_repository

ROADMAP = "strategy/roadmap/uppfoljning.md"
GOVERNANCE = "strategy/governance.yml"


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """Two recorded revisions on main, and a branch for the proposal."""
    root = repository(tmp_path / "län")
    git(root, "switch", "--quiet", "--create", "forslag")
    return root


def write(root: Path, path: str, before: str, after: str) -> None:
    text = (root / path).read_text("utf-8")
    assert before in text
    (root / path).write_text(text.replace(before, after), "utf-8")


def review(root: Path, *words: str, base: str = "main") -> Result:
    return run(root, "review", "--base", base, *words)


def verdict(root: Path, base: str = "main") -> dict[str, object]:
    found: dict[str, object] = json.loads(review(root, "--format", "json", base=base).output)
    return found


def test_nothing_has_changed(county: Path) -> None:
    result = review(county)
    assert result.exit_code == 0
    assert "Förslaget kan tas in." in result.output
    assert "Ingenting i strategin" in result.output


@pytest.mark.parametrize("form", ["text", "markdown", "json", "github", "sarif"])
def test_a_subgoal_without_a_decision_in_every_format(
    county: Path, form: str, golden: Callable[[str, str], None]
) -> None:
    write(county, SUBGOAL, "intill hemmet", "hemma")
    write(county, TABLE, "2023,79.5", "2023,80.5")
    write(county, BODIES, "Sju ledamöter", "Åtta ledamöter")
    result = review(county, "--format", form)
    assert result.exit_code == 1
    base = git(county, "rev-parse", "main")
    golden(f"cli/review.{form}", result.output.replace(base, "BASE"))


def test_figures_and_registered_facts_may_be_taken_in(county: Path) -> None:
    write(county, TABLE, "2023,79.5", "2023,80.5")
    found = verdict(county)
    assert (found["ruling"], found["class"], found["decided_by"]) == ("may-be-merged", "data", [])
    assert review(county).exit_code == 0


def test_the_verdict_is_the_same_committed_or_not(county: Path) -> None:
    write(county, ROADMAP, "varje år", "vartannat år")
    loose = verdict(county)
    git(county, "commit", "--quiet", "--all", "--message", "Uppföljning: vartannat år")
    assert verdict(county) == loose
    assert loose["ruling"] == "rule-broken"


def test_a_new_file_counts_before_it_is_committed(county: Path) -> None:
    text = (county / ROADMAP).read_text("utf-8").replace("uppfoljning", "larande").replace("20", "40")
    (county / "strategy/roadmap/larande.md").write_text(text, "utf-8")
    found = verdict(county)
    assert [each["rule_id"] for each in found["findings"]] == ["REV502"]  # type: ignore[attr-defined]


def test_main_has_gone_on_and_its_changes_are_not_the_proposals(county: Path) -> None:
    write(county, TABLE, "2023,79.5", "2023,80.5")
    git(county, "commit", "--quiet", "--all", "--message", "N01: rättat värde")
    git(county, "switch", "--quiet", "main")
    write(county, BODIES, "Sju ledamöter", "Åtta ledamöter")
    git(county, "commit", "--quiet", "--all", "--message", "Organ")
    git(county, "switch", "--quiet", "forslag")
    found = verdict(county)
    assert found["ruling"] == "may-be-merged"
    assert [each["rule_id"] for each in found["findings"]] == ["REV530"]  # type: ignore[attr-defined]
    assert {each["label"] for each in found["changes"]} == {"Nyckeltal N01. Trygghet i hemmet"}  # type: ignore[attr-defined]


def test_the_merged_state_that_a_forge_checks_out_gives_the_same(county: Path) -> None:
    """Detached, with main as its first parent: nothing but the commit is needed."""
    write(county, SUBGOAL, "intill hemmet", "hemma")
    git(county, "commit", "--quiet", "--all", "--message", "D1: hemma")
    on_branch = verdict(county)
    git(county, "switch", "--quiet", "--detach", "main")
    git(county, "merge", "--quiet", "--no-ff", "--no-edit", "forslag")
    assert verdict(county, base="HEAD^1") == on_branch


def test_who_decides_must_be_sound_where_the_proposal_starts(county: Path) -> None:
    git(county, "switch", "--quiet", "main")
    write(county, BODIES, "bodies:", "bodies: [")
    git(county, "commit", "--quiet", "--all", "--message", "Organ")
    git(county, "switch", "--quiet", "--create", "nytt")
    write(county, TABLE, "2023,79.5", "2023,80.5")
    result = review(county)
    assert result.exit_code == 2
    assert "REV561" in result.output


def test_a_fault_elsewhere_that_was_there_already_stands_apart(county: Path) -> None:
    git(county, "switch", "--quiet", "main")
    write(county, "strategy/events.yml", '["beslut-2022"]', '["beslut-1999"]')
    git(county, "commit", "--quiet", "--all", "--message", "Händelser")
    git(county, "switch", "--quiet", "--create", "nytt")
    events = (county / "strategy/events.yml").read_text("utf-8")
    (county / "strategy/events.yml").write_text(f"# En rad till.\n{events}", "utf-8")
    found = verdict(county)
    assert (found["ruling"], found["findings"]) == ("may-be-merged", [])
    assert "STR124" in {each["rule_id"] for each in found["standing_findings"]}  # type: ignore[attr-defined]
    assert "Fanns redan innan" in review(county).output


def test_a_fault_that_comes_with_the_proposal_stops_it(county: Path) -> None:
    write(county, "strategy/events.yml", '["beslut-2022"]', '["beslut-1999"]')
    assert review(county).exit_code == 1


def test_a_page_that_loses_what_it_names_is_a_fault_of_the_proposal(county: Path) -> None:
    page = '---\ndescription: "En sida."\n---\n\n# Sida\n\n{{ value("N02") }}\n'
    commit(county, {"docs/sida.md": page.encode()}, "Sida")
    git(county, "branch", "--force", "main")
    (county / "indicators/n02-besok.yml").unlink()
    (county / "indicators/n02-besok.csv").unlink()
    found = verdict(county)
    assert "TXT614" in {each["rule_id"] for each in found["findings"]}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("base", "words"),
    [
        ("finns-inte", "ingen version ”finns-inte” finns i historiken"),
        ("--upload-pack=touch", "ingen version ”--upload-pack=touch” finns i historiken"),
    ],
)
def test_an_unknown_base_is_never_no_changes(county: Path, base: str, words: str) -> None:
    result = run(county, "review", f"--base={base}")
    assert result.exit_code == 2
    assert "kan inte bedömas" in result.output
    assert words in result.output


def test_no_shared_history_is_never_no_changes(county: Path) -> None:
    git(county, "switch", "--quiet", "--orphan", "annan")
    commit(county, later_files(), "Annan")
    result = review(county)
    assert result.exit_code == 2
    assert "ingen gemensam historik" in result.output


def test_a_shallow_clone_is_never_no_changes(county: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{county}", "grund")
    result = review(tmp_path / "grund", base="HEAD")
    assert result.exit_code == 2
    assert "historiken är ofullständig" in result.output


def test_without_git_nothing_can_be_judged(tmp_path: Path) -> None:
    for path, data in county_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    result = review(tmp_path)
    assert result.exit_code == 2
    assert "ingen git-historik" in result.output


def test_an_unreadable_base_is_never_no_changes(tmp_path: Path) -> None:
    root = new_repository(tmp_path)
    commit(root, later_files() | {SUBGOAL: b"---\nid: [\n---\n"}, "Trasig")
    git(root, "switch", "--quiet", "--create", "forslag")
    commit(root, later_files(), "Hel")
    result = review(root)
    assert result.exit_code == 2
    assert "REV561" in result.output
    assert SUBGOAL in result.output


def test_a_proposal_that_cannot_be_read_lists_all_its_faults(county: Path) -> None:
    (county / SUBGOAL).write_bytes(b"---\nid: [\n---\n")
    write(county, "strategy/events.yml", '["beslut-2022"]', '["beslut-1999"]')
    result = review(county)
    assert result.exit_code == 2
    assert "REV562" in result.output
    assert "STR104" in result.output
    assert "STR124" in result.output


def test_a_base_without_rules_judges_nothing_but_the_rules(tmp_path: Path) -> None:
    root = new_repository(tmp_path)
    bare = {path: data for path, data in later_files().items() if path != GOVERNANCE}
    commit(root, bare, "Utan regler")
    git(root, "switch", "--quiet", "--create", "forslag")
    commit(root, {GOVERNANCE: later_files()[GOVERNANCE]}, "Regler")
    found = verdict(root)
    assert (found["ruling"], found["class"]) == ("may-be-merged", "essential")
    write(root, TABLE, "2023,79.5", "2023,80.5")
    result = review(root)
    assert result.exit_code == 2
    assert "REV563" in result.output


def test_settings_of_git_change_nothing(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(county, SUBGOAL, "intill hemmet", "hemma")
    before = verdict(county)
    for setting, value in (
        ("diff.noprefix", "true"),
        ("diff.external", "false"),
        ("status.renames", "copies"),
    ):
        git(county, "config", setting, value)
    git(county, "config", "core.quotePath", "true")
    assert verdict(county) == before


def test_markdown_from_the_content_stays_words(county: Path) -> None:
    """A comment is read by people on a forge: what content says there must not become anything else."""
    hostile = "hemma <!-- x --> <img src=x onerror=alert(1)> @alla [länk](https://exempel.example) ## Rubrik"
    write(county, BODIES, "Sju ledamöter", hostile)
    printed = review(county, "--format", "markdown").output
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(printed)
    assert "<img" not in html
    assert "<!--" not in html
    assert "<a " not in html


def test_every_rule_in_sarif_is_described(county: Path) -> None:
    write(county, SUBGOAL, "intill hemmet", "hemma")
    (run_,) = json.loads(review(county, "--format", "sarif").output)["runs"]
    described = {each["id"] for each in run_["tool"]["driver"]["rules"]}
    assert (
        {each["ruleId"] for each in run_["results"]}
        == described
        <= {each.id for each in catalogue(swedish())}
    )
    for result in run_["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert region["startColumn"] >= 1
        assert result["level"] in ("error", "warning")


def test_a_revision_may_be_named_as_base_by_its_commit(county: Path) -> None:
    assert SECOND
    assert review(county, base="HEAD~1").exit_code == 0


def test_a_list_in_which_nobody_has_decided_yet_is_one_line(county: Path) -> None:
    """With sixteen principals, what matters would drown."""
    ledger = (county / "strategy/adoptions/2022-12-01.yml").read_text("utf-8")
    silent = ledger.replace("2022-12-01", SECOND).partition('  - principal: "alvhaga"')[0]
    (county / f"strategy/adoptions/{SECOND}.yml").write_text(silent, "utf-8")
    (line,) = verdict(county)["changes"]  # type: ignore[misc]
    assert line["label"] == "Huvudmännens beslut om revideringen 6 maj 2024"
    assert line["what"] == "1 huvudman läggs till, utan något dokumenterat beslut"


# Files directly below strategy/ have one name each; another is no part of the content.
TWICE = [path for path in sorted(later_files()) if record_folders().get(path.rpartition("/")[0])]


@pytest.mark.parametrize("path", TWICE)
def test_a_record_that_stands_twice_is_told_and_never_a_traceback(county: Path, path: str) -> None:
    file = county / path
    file.with_name(f"{file.stem}-kopia{file.suffix}").write_bytes(file.read_bytes())
    result = review(county)
    assert isinstance(result.exception, SystemExit), result.exception
    assert "-kopia" in result.output
    assert result.exit_code == 1 if path != "indicators/sources.yml" else 2


def test_a_change_of_the_legal_status_is_said_first_and_is_never_called_technical(county: Path) -> None:
    write(county, f"strategy/revisions/{SECOND}.yml", '"2023-01-01"', '"2024-06-01"')
    found = verdict(county)
    first, second, *_ = found["sentences"]  # type: ignore[misc]
    assert first == (
        "Förslaget ändrar strategins ställning: i kraft från: 1 januari 2023 → 1 juni 2024; "
        "nästa revidering senast: 1 januari 2027 → 1 juni 2028."
    )
    assert second == "Ändringens art: principiell."
    assert (found["ruling"], found["class"]) == ("rule-broken", "essential")
    assert found["status_ground"] == "nothing"


def test_a_registered_no_is_called_a_registration(county: Path) -> None:
    ledger = (county / "strategy/adoptions/2022-12-01.yml").read_text("utf-8")
    ledger = ledger.replace("2022-12-01", SECOND).replace("outcome: identical", "outcome: rejected")
    (county / f"strategy/adoptions/{SECOND}.yml").write_text(ledger, "utf-8")
    verdict_above = review(county, "--format", "markdown").output.split("###")[0]
    assert "Förslaget ändrar strategins ställning: aktuell revidering: 6 maj 2024 →" in verdict_above
    assert "Ändringens art: registrering" in verdict_above
    assert "teknisk" not in verdict_above and "Inget organ" not in verdict_above


INFO = "strategy/strategy.yml"


def test_a_new_id_and_a_sentence_is_told_in_one_line_and_not_let_in(county: Path) -> None:
    """What was changed is not listed part by part: the whole is another strategy, and takes a decision."""
    write(county, INFO, '"nara-i-fjallhavet"', '"nara-i-fjallhavet-2031"')
    write(county, SUBGOAL, "intill hemmet", "hemma")
    result = review(county)
    assert result.exit_code == 1
    assert "id är ändrat från ”nara-i-fjallhavet” till ”nara-i-fjallhavet-2031”" in result.output
    assert "Ändringens art: principiell.\n  Beslutas av: Vårdrådet" in result.output
    assert "Ändringarna:" not in result.output
    found = verdict(county)
    errors = [each["rule_id"] for each in found["findings"] if each["severity"] == "error"]  # type: ignore[attr-defined]
    # The recorded texts belong to the strategy that was, as does what rests on them.
    assert {"REV535", "REV536", "REV541"} <= set(errors)
    assert found["new_strategy"] == {
        "former_id": "nara-i-fjallhavet",
        "id": "nara-i-fjallhavet-2031",
        "is_other_county": False,
    }


def test_every_fault_of_a_new_strategy_is_its_own(county: Path) -> None:
    git(county, "switch", "--quiet", "main")
    write(county, "strategy/events.yml", '["beslut-2022"]', '["beslut-1999"]')
    git(county, "commit", "--quiet", "--all", "--message", "Händelser")
    git(county, "switch", "--quiet", "--create", "nytt")
    write(county, INFO, '"nara-i-fjallhavet"', '"nara-i-fjallhavet-2031"')
    found = verdict(county)
    assert "STR124" in {each["rule_id"] for each in found["findings"]}  # type: ignore[attr-defined]
    assert found["standing_findings"] == []
