"""Test that `strategi new` writes valid files, and nothing when anything is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from strategi.cli import main
from strategi.content.reader import read_strategy
from strategi.content.tree import WorkingTree
from strategi.model.digest import digest

from tests.engine.cli.county_history import FIRST, SECOND, SUBGOAL, changed, later_files, repository
from tests.engine.content.cases import TODAY
from tests.engine.history.repositories import commit, git

LEDGER = f"strategy/adoptions/{FIRST}.yml"
THIRD = "2025-11-03"
REVISION = {
    "decided-on": THIRD,
    "title": 'Revideringen: "ny"',
    "class": "essential",
    "decision": "recommended",
    "decided-by": "vardradet",
    "reference": "beslut-2022",
}
ADOPTION = {
    "principal": "bjorkvalla",
    "outcome": "identical",
    "body": "Kommunfullmäktige",
    "decided-on": "2023-03-01",
    "reference": "beslut-2022",
}
INDICATOR = {"name": "Väntan: i år", "reference": "beslut-2022"}
PLAN = {"principal": "alvhaga", "title": "Lokal plan 2024", "reference": "beslut-2022"}


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = repository(tmp_path_factory.mktemp("new") / "län")
    record = f"strategy/revisions/{SECOND}.yml"
    commit(root, changed(later_files(), record, 'from: "2023-01-01"', "from: not-found"))
    return root


@pytest.fixture
def county(original: Path, tmp_path: Path) -> Path:
    """A repository with two revisions, to write in."""
    return Path(shutil.copytree(original, tmp_path / "län"))


def words(options: dict[str, str], **more: str | None) -> list[str]:
    """Options as they are written; None takes one away."""
    held = options | {key.replace("_", "-"): value for key, value in more.items()}
    return [word for key, value in held.items() if value is not None for word in (f"--{key}", value)]


def new(root: Path, kind: str, *more: str, answers: str | None = None) -> Result:
    asking = "--no-input" if answers is None else "--input"
    where = ("--root", str(root), "--today", str(TODAY))
    return CliRunner().invoke(main, ["new", kind, asking, *where, *more], input=answers)


def status(root: Path) -> list[str]:
    """What git sees as changed or new, file by file."""
    return git(root, "status", "--short", "--untracked-files=all").split("\n")


def read(root: Path, path: str) -> Any:
    return yaml.safe_load((root / path).read_text("utf-8"))


def page(root: Path, name: str) -> str:
    result = CliRunner().invoke(main, ["page", name, "--root", str(root), "--today", str(TODAY)])
    assert result.exit_code == 0, result.output
    return result.output


def check(root: Path) -> str:
    where = ("--root", str(root), "--today", str(TODAY))
    return CliRunner().invoke(main, ["check", *where]).output


def test_a_revision_is_recorded_with_digest_predecessor_and_a_note_for_every_part_that_differs(
    county: Path,
) -> None:
    text = changed(later_files(), SUBGOAL, "intill hemmet", "i hemmet")[SUBGOAL]
    (county / SUBGOAL).write_bytes(text)
    result = new(county, "revision", *words(REVISION))
    assert result.exit_code == 0, result.output
    record, ledger = f"strategy/revisions/{THIRD}.yml", f"strategy/adoptions/{THIRD}.yml"
    assert status(county) == [f"M {SUBGOAL}", f"?? {ledger}", f"?? {record}"]
    strategy = read_strategy(WorkingTree(county), today=TODAY).strategy
    assert strategy
    assert (
        (county / record).read_text("utf-8")
        == f"""\
# yaml-language-server: $schema=../../docs/schema/revision.json
# Det som git inte vet om denna revidering. Texten själv finns i historiken.
id: "{THIRD}"
title: "Revideringen: \\"ny\\""
class: essential
class_evidence: inferred
decision: recommended
decided_by: "vardradet"
decided_on: "{THIRD}"
registry_number: not-found
minutes: not-found
reason: not-found
effective_from: not-found
condition: not-found
predecessor: "{SECOND}"
digest: "{digest(strategy)}"
notes:
  - title: "Delmål 1. Nära hem: lydelsen har ändrats"
    parts: ["D1"]
    reason: not-found
    page: not-found
    evidence: inferred
    references: ["beslut-2022"]
evidence: documented
references: ["beslut-2022"]
"""
    )
    rows = read(county, ledger)["adoptions"]
    assert [each["principal"] for each in rows] == [each.id for each in strategy.principals]
    assert {each["outcome"] for each in rows} == {"not-documented"}
    assert f"Skrev {record}\nSkrev {ledger}\n" in result.output
    assert "strategi new adoption" in result.output
    assert check(county).endswith("Inga fel.\n")


def test_a_word_that_has_been_replaced_is_written_as_that_of_today(county: Path) -> None:
    (county / SUBGOAL).write_bytes(changed(later_files(), SUBGOAL, "intill hemmet", "i hemmet")[SUBGOAL])
    former = words(REVISION, **{"class": "non-principled"}, decided_by="natverket", decision="decided")
    assert new(county, "revision", *former).exit_code == 0
    record = read(county, f"strategy/revisions/{THIRD}.yml")
    assert (record["class"], record["informed"][0]["body"]) == ("non-essential", "vardradet")


def test_the_bodies_to_tell_follow_from_who_decides_what(county: Path) -> None:
    (county / SUBGOAL).write_bytes(changed(later_files(), SUBGOAL, "intill hemmet", "i hemmet")[SUBGOAL])
    small = words(REVISION, **{"class": "non-essential"}, decided_by="natverket", decision="decided")
    assert new(county, "revision", *small).exit_code == 0
    assert read(county, f"strategy/revisions/{THIRD}.yml")["informed"] == [
        {"body": "vardradet", "informed_on": "not-found"}
    ]


def test_the_one_who_decides_need_not_be_told(county: Path) -> None:
    (county / SUBGOAL).write_bytes(changed(later_files(), SUBGOAL, "intill hemmet", "i hemmet")[SUBGOAL])
    own = words(REVISION, **{"class": "non-essential"}, informed_on=THIRD)
    assert new(county, "revision", *own).exit_code == 0
    assert "informed" not in read(county, f"strategy/revisions/{THIRD}.yml")


def test_an_amendment_is_not_adopted_by_the_principals(county: Path) -> None:
    (county / SUBGOAL).write_bytes(changed(later_files(), SUBGOAL, "intill hemmet", "i hemmet")[SUBGOAL])
    amended = words(REVISION, **{"class": "non-essential"}, informed_on=THIRD)
    assert new(county, "revision", *amended).exit_code == 0
    assert not (county / f"strategy/adoptions/{THIRD}.yml").exists()


def test_a_proposal_that_is_approved_has_no_ledger_and_need_have_no_class(county: Path) -> None:
    (county / SUBGOAL).write_bytes(changed(later_files(), SUBGOAL, "intill hemmet", "i hemmet")[SUBGOAL])
    unclassed = words(REVISION, **{"class": "not-found"}, decision="approved", decided_by="natverket")
    assert new(county, "revision", *unclassed).exit_code == 0
    assert not (county / f"strategy/adoptions/{THIRD}.yml").exists()
    assert read(county, f"strategy/revisions/{THIRD}.yml")["class_evidence"] == "not-found"


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("2025", {"id": "2025"}),
        ("2025-b", {"id": "2025-b"}),
        ("2025-11", {"id": "2025-11", "decided_by": "not-found"}),
        ("2025", {"id": "2025", "decision": "not-found", "decided_by": "not-found", "class": "not-found"}),
        ("2025", {"id": "2025", "decided_on": THIRD}),
    ],
)
def test_what_is_not_known_of_a_decision_is_written_so(county: Path, name: str, more: dict[str, str]) -> None:
    (county / SUBGOAL).write_bytes(changed(later_files(), SUBGOAL, "intill hemmet", "i hemmet")[SUBGOAL])
    result = new(county, "revision", *words(REVISION, **{"decided_on": "not-found"} | more))
    assert result.exit_code == 0, result.output
    record = read(county, f"strategy/revisions/{name}.yml")
    expected = {"decided_on": "not-found", "decision": "recommended", "decided_by": "vardradet"} | more
    assert {key: record[key] for key in expected} == expected
    is_to_be_adopted = expected["decision"] != "not-found"
    assert (county / f"strategy/adoptions/{name}.yml").exists() is is_to_be_adopted
    assert f"Se sidan revideringar/{name}/" in result.output


def test_where_the_day_is_not_known_the_month_or_the_year_must_be_told(county: Path) -> None:
    result = new(county, "revision", *words(REVISION, decided_on="not-found"))
    assert result.exit_code == 2
    assert "--id saknas: Dagen för beslutet, eller månaden eller året om dagen inte är känd." in result.output
    assert status(county) == [""]


def test_a_decision_of_a_principal_is_registered_by_the_year_of_its_revision(county: Path) -> None:
    revision = words(REVISION, decided_on="not-found", id="2025")
    (county / SUBGOAL).write_bytes(changed(later_files(), SUBGOAL, "intill hemmet", "i hemmet")[SUBGOAL])
    assert new(county, "revision", *revision).exit_code == 0
    unknown = {"decided_on": "not-found", "body": "not-found"}
    result = new(county, "adoption", *words(ADOPTION, **unknown))
    assert result.exit_code == 0, result.output
    rows = {each["principal"]: each for each in read(county, "strategy/adoptions/2025.yml")["adoptions"]}
    row = rows["bjorkvalla"]
    assert (row["outcome"], row["decided_on"], row["body"]) == ("identical", "not-found", "not-found")
    named = new(county, "adoption", *words(ADOPTION | {"principal": "alvhaga"}, revision="2025"))
    assert named.exit_code == 1
    assert "decided_on 2023-03-01 är före revideringens beslut 2025" in named.output


def test_without_the_text_before_the_notes_are_left_to_the_editor(county: Path) -> None:
    shutil.rmtree(county / ".git")
    (county / SUBGOAL).write_bytes(changed(later_files(), SUBGOAL, "intill hemmet", "i hemmet")[SUBGOAL])
    result = new(county, "revision", *words(REVISION))
    assert result.exit_code == 0
    assert "notes" not in read(county, f"strategy/revisions/{THIRD}.yml")
    assert f"Skriv själv under notes vad som är nytt: texten till {SECOND} är inte funnen" in result.output


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"decided_by": "vardrade"}, "organet ”vardrade” finns inte – menade du ”vardradet”?"),
        ({"class": "principell"}, "”class” kan vara technical, non-essential, essential eller not-found"),
        ({"class": "not-found"}, "--class kan vara not-found bara när --decision är approved"),
        (
            {"id": "2025", "decided_on": "not-found", "class": "not-found"},
            "--class kan vara not-found bara när --decision är approved eller not-found",
        ),
        ({"id": "i höstas", "decided_on": "not-found"}, "”id” är varken en dag, en månad eller ett år"),
        ({"id": "2099", "decided_on": "not-found"}, "id 2099 ligger i framtiden"),
        ({"class": "technical"}, "ändringen sägs vara teknisk, men texten är en annan"),
        ({"decided_on": "2024-01-01"}, f"föregångaren {SECOND} är inte äldre än 2024-01-01"),
        ({"decided_on": "2099-01-01"}, "decided_on 2099-01-01 ligger i framtiden"),
        ({"decided_on": "3 november"}, "”decided_on” är inte ett datum skrivet ÅÅÅÅ-MM-DD"),
        ({"decided_on": SECOND}, f"filen strategy/revisions/{SECOND}.yml finns redan och skrivs inte över"),
        ({"effective_from": "2025-02-30"}, "”effective_from” är ett datum som inte finns"),
        ({"reference": "beslut-2023"}, "källan ”beslut-2023” finns inte – menade du ”beslut-2022”?"),
    ],
)
def test_a_faulty_revision_is_told_in_the_words_of_the_check_and_not_written(
    county: Path, more: dict[str, str], said: str
) -> None:
    (county / SUBGOAL).write_bytes(changed(later_files(), SUBGOAL, "intill hemmet", "i hemmet")[SUBGOAL])
    before = status(county)
    result = new(county, "revision", *words(REVISION, **more))
    assert result.exit_code == 1
    assert said in result.output
    assert result.output.endswith("Ingenting är skrivet.\n")
    assert status(county) == before


def test_an_amendment_that_changes_no_words_is_not_written(county: Path) -> None:
    result = new(county, "revision", *words(REVISION, **{"class": "non-essential"}))
    assert result.exit_code == 1
    assert "ändringen sägs vara icke-principiell, men texten är densamma" in result.output
    assert status(county) == [""]


@pytest.mark.parametrize("kind", ["revision", "adoption", "indicator", "local-plan"])
def test_everything_that_is_missing_or_cannot_be_written_is_said_at_once(county: Path, kind: str) -> None:
    bad = (
        "--title"
        if kind in ("revision", "local-plan")
        else "--body"
        if kind == "adoption"
        else "--definition"
    )
    result = new(county, kind, bad, "a\x1b[31mb", "--source-url", "https://exempel.se")
    must = {
        "revision": ("--decided-on", "--decision", "--class", "--decided-by"),
        "adoption": ("--principal", "--outcome", "--decided-on"),
        "indicator": ("--name",),
        "local-plan": ("--principal",),
    }
    assert result.exit_code == 2
    assert "\x1b" not in result.output
    for option in (*must[kind], "--source-title"):
        assert f"\n  {option} saknas: " in result.output
    assert f"\n  {bad}: texten innehåller ett styrtecken (U+001B); ta bort det" in result.output
    assert status(county) == [""]


def test_one_principals_decision_changes_its_row_alone(county: Path) -> None:
    before = (county / LEDGER).read_text("utf-8")
    result = new(county, "adoption", *words(ADOPTION, paragraph="§ 7"))
    assert result.exit_code == 0, result.output
    after = (county / LEDGER).read_text("utf-8")
    start = before.index('  - principal: "bjorkvalla"')
    assert after[:start] == before[:start]
    strategy = read_strategy(WorkingTree(county), today=TODAY).strategy
    assert strategy
    text = next(each.digest for each in strategy.revisions if str(each.id) == FIRST)
    assert (
        after[start:]
        == f"""\
  - principal: "bjorkvalla"
    outcome: identical
    outcome_evidence: documented
    body: "Kommunfullmäktige"
    decided_on: "2023-03-01"
    paragraph: "§ 7"
    registry_number: not-found
    digest: "{text}"
    references: ["beslut-2022"]
"""
    )
    assert status(county) == [f"M {LEDGER}"]


def test_what_is_only_read_out_of_a_source_has_no_digest(county: Path) -> None:
    assert new(county, "adoption", *words(ADOPTION, outcome_evidence="inferred")).exit_code == 0
    assert "digest" not in read(county, LEDGER)["adoptions"][2]


def test_a_new_source_is_added_with_the_decision(county: Path) -> None:
    fresh = words(
        ADOPTION, reference=None, source_title="Protokoll, Björkvalla", source_url="https://exempel.se"
    )
    assert new(county, "adoption", *fresh).exit_code == 0
    assert read(county, "strategy/references.yml")["references"][-1] == {
        "id": "protokoll-bjorkvalla",
        "title": "Protokoll, Björkvalla",
        "publisher": "not-found",
        "url": "https://exempel.se",
    }
    assert read(county, LEDGER)["adoptions"][2]["references"] == ["protokoll-bjorkvalla"]


def test_deviations_are_read_from_files(county: Path, tmp_path: Path) -> None:
    file = tmp_path / "d1.md"
    file.write_bytes("\ufeffVården finns hemma.\r\n\r\nAlltid.\r\n".encode())
    deviating = (
        *words(ADOPTION, outcome="deviating"),
        "--deviation",
        "D1",
        "text",
        str(file),
        "--struck",
        "D2",
    )
    assert new(county, "adoption", *deviating).exit_code == 0
    assert read(county, LEDGER)["adoptions"][2]["deviations"] == [
        {"part": "D2", "wording": "not-found", "struck": True},
        {"part": "D1", "wording": "Vården finns hemma.\n\nAlltid."},
    ]


def test_a_warning_is_said_and_stops_nothing(county: Path) -> None:
    """That the condition is broken is no fault of the one who registers it."""
    record = county / f"strategy/revisions/{FIRST}.yml"
    bound = record.read_text("utf-8").replace("condition: not-found", 'condition: "Alla beslutar lika."')
    record.write_text(bound, "utf-8")
    result = new(county, "adoption", *words(ADOPTION, outcome="rejected"))
    assert result.exit_code == 0
    assert "ADO212" in result.output
    assert read(county, LEDGER)["adoptions"][2]["outcome"] == "rejected"


def test_every_fault_of_the_deviations_is_said(county: Path, tmp_path: Path) -> None:
    latin = tmp_path / "latin.md"
    latin.write_bytes("på".encode("latin-1"))
    options = (
        "--struck",
        "D9",
        "--deviation",
        "D1",
        "texten",
        "borta.md",
        "--deviation",
        "D1",
        "text",
        str(latin),
    )
    result = new(county, "adoption", *words(ADOPTION, outcome="deviating"), *options)
    assert result.exit_code == 2
    for said in (
        "--struck: delen ”D9” finns inte",
        "--deviation: D1 har ingen uppgift ”texten”; välj title, text",
        "--deviation: filen borta.md går inte att läsa",
        f"--deviation: filen {latin} är inte text i UTF-8",
    ):
        assert said in result.output
    assert status(county) == [""]


def test_a_decision_that_is_registered_is_replaced_only_on_request(county: Path) -> None:
    other = words(ADOPTION, principal="alvhaga", outcome="rejected")
    refused = new(county, "adoption", *other)
    assert refused.exit_code == 1
    assert "alvhaga har redan ett registrerat beslut" in refused.output
    assert status(county) == [""]
    assert new(county, "adoption", *other, "--replace").exit_code == 0
    assert read(county, LEDGER)["adoptions"][1]["outcome"] == "rejected"


def test_a_list_of_decisions_that_is_not_there_is_named(county: Path) -> None:
    result = new(county, "adoption", *words(ADOPTION, revision="2022-12-02"))
    assert result.exit_code == 2
    assert f"det finns ingen lista över beslut om ”2022-12-02” – menade du ”{FIRST}”?" in result.output


def test_an_indicator_gets_the_next_number_and_its_page_without_a_file(county: Path) -> None:
    result = new(county, "indicator", *words(INDICATOR, subgoal="D1"))
    assert result.exit_code == 0, result.output
    assert status(county) == ["?? indicators/n03-vantan-i-ar.yml"]
    record = read(county, "indicators/n03-vantan-i-ar.yml")
    assert (record["id"], record["role"], record["subgoal_evidence"]) == ("N03", "candidate", "inferred")
    assert record["definition_evidence"] == "not-found"
    assert "strategi page N03 --write" in result.output
    assert 'description: "Väntan: i år: vad som är känt' in page(county, "N03")
    assert check(county) == "Inga fel.\n"


def test_an_indicator_may_come_with_a_series_and_figures(county: Path) -> None:
    series = {
        "series-id": "kolada",
        "series-title": "Väntan",
        "series-unit": "dagar",
        "series-minimum": "0",
        "series-producer": "Regionen",
        "system": "kolada",
        "foreign-id": "U1",
    }
    figures = (
        "--figure",
        "0000",
        "T",
        "2024",
        "12.50",
        "enkaten",
        "--figure",
        "0091",
        "K",
        "2025",
        "7",
        "enkaten",
    )
    result = new(county, "indicator", *words(INDICATOR | series), *figures)
    assert result.exit_code == 0, result.output
    record = read(county, "indicators/n03-vantan-i-ar.yml")["series"]
    assert record == [
        {"id": "kolada", "title": "Väntan", "unit": "dagar", "minimum": 0, "producer": "Regionen"}
    ]
    row = read(county, "indicators/sources.yml")["series"][-1]
    assert (row["indicator"], row["series"], row["foreign_id"]) == ("N03", "kolada", "U1")
    assert (county / "indicators/n03-vantan-i-ar.csv").read_text("utf-8") == (
        "series,area,gender,time_period,value,status,source\n"
        "kolada,0000,T,2024,12.50,normal,enkaten\n"
        "kolada,0091,K,2025,7,normal,enkaten\n"
    )
    assert check(county) == "Inga fel.\n"


def test_a_name_that_a_page_cannot_hold_is_left_out_of_its_description(county: Path) -> None:
    assert new(county, "indicator", *words(INDICATOR, name='{{ value("N01") }}')).exit_code == 0
    assert 'description: "Nyckeltal N03: vad som är känt' in page(county, "N03")
    assert check(county) == "Inga fel.\n"


def test_a_local_plan_is_registered(county: Path) -> None:
    assert new(county, "local-plan", *words(PLAN, valid_from="2024-01-01")).exit_code == 0
    plan = read(county, "strategy/plans/alvhaga.yml")
    assert (plan["title"], plan["valid_from"], plan["url"]) == ("Lokal plan 2024", "2024-01-01", "not-found")
    again = new(county, "local-plan", *words(PLAN))
    assert again.exit_code == 1
    assert "finns redan och skrivs inte över" in again.output


def test_a_principal_that_is_no_file_name_leads_nowhere_else(county: Path) -> None:
    for name in ("../../ut", "alv\nhaga", "."):
        result = new(county, "local-plan", *words(PLAN, principal=name))
        assert result.exit_code == 1, result.output
        assert status(county) == [""]
    assert not (county.parent.parent / "ut.yml").exists()


def test_what_was_wrong_before_does_not_stop_what_is_new(county: Path) -> None:
    bodies = county / "strategy/bodies.yml"
    bodies.write_text(bodies.read_text("utf-8").replace("kind: political", "kind: politisk"), "utf-8")
    assert new(county, "local-plan", *words(PLAN)).exit_code == 0


def test_ends_of_lines_stay_as_they_were(county: Path) -> None:
    ledger = county / LEDGER
    ledger.write_bytes(ledger.read_bytes().replace(b"\n", b"\r\n"))
    assert new(county, "adoption", *words(ADOPTION)).exit_code == 0
    written = ledger.read_bytes()
    assert written.count(b"\n") == written.count(b"\r\n") > 20


def test_what_cannot_be_written_is_said_and_leaves_nothing_behind(county: Path) -> None:
    (county / "strategy/plans").symlink_to("ingenstans/alls")
    result = new(county, "local-plan", *words(PLAN))
    assert result.exit_code == 2
    assert "Det gick inte: filerna går inte att skriva: " in result.output
    assert status(county) == ["?? strategy/plans"]


def test_a_folder_without_a_strategy_is_said(tmp_path: Path) -> None:
    result = new(tmp_path, "local-plan", *words(PLAN))
    assert result.exit_code == 2
    assert "det finns ingen strategi" in result.output


def test_a_plan_is_asked_for_word_by_word_until_each_answer_is_right(county: Path) -> None:
    answers = [
        "alvhag",
        "alvhaga",
        "Plan",
        "2024-13-01",
        "2024-01-01",
        "",
        "",
        "",
        "",
        "",
        "",
        "beslut",
        "beslut-2022",
    ]
    result = new(county, "local-plan", answers="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    assert "Det går inte: ”alvhag” finns inte – menade du ”alvhaga”?\n" in result.output
    assert "Det går inte: ”valid_from” är ett datum som inte finns" in result.output
    assert "Det går inte: källan ”beslut” finns inte." in result.output
    assert read(county, "strategy/plans/alvhaga.yml")["valid_from"] == "2024-01-01"


def test_words_to_choose_are_shown_with_what_they_mean(county: Path) -> None:
    answers = [
        "bjorkvalla",
        "ja",
        "identical",
        "Fullmäktige",
        "2023-03-01",
        "",
        "",
        "",
        "",
        "Protokoll",
        "",
        "",
    ]
    result = new(county, "adoption", answers="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    assert "  rejected: har beslutat att inte anta strategin\n" in result.output
    assert (
        "Det går inte: ”outcome” kan vara identical, deviating, rejected eller not-documented"
        in result.output
    )
    assert read(county, LEDGER)["adoptions"][2]["references"] == ["protokoll"]


def test_a_revision_and_an_indicator_are_asked_for(county: Path) -> None:
    (county / SUBGOAL).write_bytes(changed(later_files(), SUBGOAL, "intill hemmet", "i hemmet")[SUBGOAL])
    answers = [THIRD, "Titel", "decided", "essential", "vardradet", *[""] * 7, "", "beslut-2022"]
    asked = new(county, "revision", answers="\n".join(answers) + "\n")
    assert asked.exit_code == 0, asked.output
    assert read(county, f"strategy/revisions/{THIRD}.yml")["title"] == "Titel"
    answers = ["Väntan", "", "D1", "", "", "", "", "", "nej", "beslut-2022"]
    asked = new(county, "indicator", answers="\n".join(answers) + "\n")
    assert asked.exit_code == 0, asked.output
    assert read(county, "indicators/n03-vantan.yml")["subgoal"] == "D1"


def test_how_an_indicator_is_measured_may_be_asked_for(county: Path) -> None:
    answers = ["Väntan", "appendix", "D1", *[""] * 5, "ja", "Serie", "serie", "Väntan", "dagar", "Regionen"]
    answers += ["kolada", *[""] * 5, "beslut-2022"]
    asked = new(county, "indicator", answers="\n".join(answers) + "\n")
    assert asked.exit_code == 0, asked.output
    assert "Det går inte: ”id”: ett id är små bokstäver a–z, siffror och bindestreck." in asked.output
    assert "registrera beslutet med strategi new revision" in asked.output
    assert read(county, "indicators/n03-vantan.yml")["series"][0]["unit"] == "dagar"
    assert read(county, "indicators/sources.yml")["series"][-1]["system"] == "kolada"


def test_to_stop_answering_writes_nothing(county: Path) -> None:
    result = new(county, "local-plan", answers="alvhaga\n")
    assert result.exit_code == 1
    assert "Avbrutet." in result.output
    assert status(county) == [""]
