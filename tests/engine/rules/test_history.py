"""Test that the rules report what the history lacks, and nothing when it is whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from strategi.content.reading import Reading
from strategi.model.digest import digest
from strategi.model.finding import Finding, Severity
from strategi.model.governance import Revision
from strategi.model.log import County, FormerStrategy, RecordedText, RevisionLog
from strategi.model.strategy import Strategy
from strategi.rules.history import check_log

from tests.engine.rules.county import county, county_reading

VISION = "strategy/vision.md"
RECORD = "strategy/revisions/2022-12-01.yml"
EARLIER = county({VISION: {"Vård där du är": "Vård där du var"}})
NOTE = (
    "notes:\n  - {title: Ny, parts: [D1, inledning, avsnitett], reason: not-found, page: not-found, "
    "evidence: documented, references: []}\n"
)


def recorded(text: Strategy, *, notes: str = "") -> Reading:
    """The county whose one revision has the digest of a text."""
    return county_reading({RECORD: {"digest: not-found\n": f'digest: "{digest(text)}"\n{notes}'}})


def log_of(reading: Reading, text: Strategy | None) -> RevisionLog:
    revisions = [each.record for each in reading.of(Revision)]
    return RevisionLog(texts=tuple(RecordedText(revision=each, strategy=text) for each in revisions))


def rule_ids(found: tuple[Finding, ...]) -> list[str]:
    return [each.rule_id for each in found]


both = pytest.mark.parametrize("is_publishing", [False, True], ids=["preview", "publishing"])


@both
def test_a_text_that_was_found_is_not_mentioned(is_publishing: bool) -> None:
    reading = recorded(EARLIER)
    assert check_log(log_of(reading, EARLIER), reading, is_publishing=is_publishing) == ()


@both
def test_a_text_that_was_not_found_is_an_error_where_its_digest_stands(is_publishing: bool) -> None:
    reading = recorded(EARLIER)
    (found,) = check_log(log_of(reading, None), reading, is_publishing=is_publishing)
    assert (found.rule_id, found.severity) == ("REV541", Severity.ERROR)
    line = reading.documents[RECORD].text.splitlines()[found.line - 1]
    assert (found.path, line[found.column - 1 :]) == (RECORD, f'"{digest(EARLIER)}"')
    assert found.value == digest(EARLIER)
    assert "2022-12-01" in found.message


@both
def test_a_revision_that_the_log_does_not_know_of_is_not_found(is_publishing: bool) -> None:
    assert rule_ids(check_log(RevisionLog(), recorded(EARLIER), is_publishing=is_publishing)) == ["REV541"]


@both
def test_a_revision_without_a_digest_is_not_looked_for(is_publishing: bool) -> None:
    assert check_log(RevisionLog(), county_reading(), is_publishing=is_publishing) == ()


@pytest.mark.parametrize(
    ("is_publishing", "severity"),
    [(False, Severity.WARNING), (True, Severity.ERROR)],
    ids=["preview", "publishing"],
)
def test_an_incomplete_history_is_said_once_and_stops_publication(
    is_publishing: bool, severity: Severity
) -> None:
    log = RevisionLog(problem="kopian är en grund klon")
    (found,) = check_log(log, recorded(EARLIER), is_publishing=is_publishing)
    assert (found.rule_id, found.severity, found.message) == ("REV540", severity, "kopian är en grund klon")


def test_a_part_in_a_note_stands_in_some_text() -> None:
    reading = recorded(EARLIER, notes=NOTE)
    (found,) = check_log(log_of(reading, EARLIER), reading, is_publishing=False)
    assert (found.rule_id, found.value) == ("REV542", "avsnitett")
    line = reading.documents[RECORD].text.splitlines()[found.line - 1]
    assert line[found.column - 1 :].startswith("avsnitett")
    named = EARLIER.roadmap[0].model_copy(update={"id": "avsnitett"})
    then = replace(EARLIER, roadmap=(named,))
    assert check_log(log_of(reading, then), reading, is_publishing=False) == ()


def test_a_part_in_a_note_is_not_judged_while_a_text_is_unknown() -> None:
    reading = recorded(EARLIER, notes=NOTE)
    assert rule_ids(check_log(log_of(reading, None), reading, is_publishing=False)) == ["REV541"]


LEDGER = "strategy/adoptions/2022-12-01.yml"
ADOPTED = 'references: ["protokoll-alvhaga"]\n'
DEVIATIONS = (
    "    deviations: [{part: D1, wording: Annat.}, {part: N01, fact: unit, wording: andel}, "
    "{part: D1, fact: definition, wording: Annat.}, {part: avsnitett, wording: Annat.}, "
    "{part: N01, wording: Annat.}]\n"
)


def deviating(text: Strategy) -> Reading:
    return county_reading(
        {
            RECORD: {"digest: not-found\n": f'digest: "{digest(text)}"\n'},
            LEDGER: {ADOPTED: ADOPTED + DEVIATIONS},
        }
    )


def test_a_deviation_is_one_of_a_fact_that_stands_in_some_text() -> None:
    reading = deviating(EARLIER)
    found = check_log(log_of(reading, EARLIER), reading, is_publishing=False)
    assert [(each.rule_id, each.path, each.value) for each in found] == [
        ("REV543", LEDGER, "definition"),
        ("REV543", LEDGER, "avsnitett"),
        ("REV543", LEDGER, "N01"),
    ]
    assert "uppgiften ”text” finns inte i delen ”N01”" in found[2].message
    named = EARLIER.roadmap[0].model_copy(update={"id": "avsnitett"})
    then = replace(EARLIER, roadmap=(named,))
    assert len(check_log(log_of(reading, then), reading, is_publishing=False)) == 2


def test_a_deviation_with_the_words_of_the_revision_is_none() -> None:
    rows = (
        '    deviations: [{part: vision, wording: "Vård  där du var"}, '
        "{part: D1, fact: title, wording: Nära hem}, {part: D1, wording: Annat.}]\n"
    )
    record = {"digest: not-found\n": f'digest: "{digest(EARLIER)}"\n'}
    reading = county_reading({RECORD: record, LEDGER: {ADOPTED: ADOPTED + rows}})
    found = check_log(log_of(reading, EARLIER), reading, is_publishing=False)
    assert [(each.rule_id, each.value) for each in found] == [
        ("REV544", "Vård  där du var"),
        ("REV544", "Nära hem"),
    ]


def test_a_deviation_is_not_judged_while_a_text_is_unknown() -> None:
    reading = deviating(EARLIER)
    assert rule_ids(check_log(log_of(reading, None), reading, is_publishing=False)) == ["REV541"]


INFO, PRINCIPALS = "strategy/strategy.yml", "strategy/principals.yml"
HOME = County("0091", frozenset({("region-fjallhavet", "0091"), ("alvhaga", "9101"), ("bjorkvalla", "9102")}))
ABROAD = frozenset({("region-sjolanda", "0092"), ("ekby", "9201"), ("furuvik", "9202")})


def others(*counties: County) -> tuple[Finding, ...]:
    """What is said of the county as it stands, after a history in which it was as given."""
    return check_log(RevisionLog(counties=counties), county_reading(), is_publishing=False)


@pytest.mark.parametrize(
    "counties",
    [
        pytest.param((), id="nothing is known"),
        pytest.param((HOME,), id="the same"),
        pytest.param((HOME, HOME._replace(area="0099"), HOME), id="a code that was wrong for a while"),
        pytest.param(
            (HOME._replace(principals=frozenset([*HOME.principals, *sorted(ABROAD)[:2]])), HOME),
            id="less than half are others",
        ),
        pytest.param(
            (
                HOME._replace(principals=frozenset({("ekby", "9201"), ("furuvik", "9202")})),
                HOME._replace(principals=frozenset({("ekby", "9201"), ("alvhaga", "9101")})),
            ),
            id="replaced one by one",
        ),
        pytest.param(
            (
                HOME._replace(
                    principals=frozenset((f"{name}-kommun", area) for name, area in HOME.principals)
                ),
            ),
            id="other ids for the same areas",
        ),
        pytest.param(
            (HOME._replace(principals=frozenset((name, f"8{area[1:]}") for name, area in HOME.principals)),),
            id="other areas for the same ids",
        ),
    ],
)
def test_the_same_county_keeps_its_id(counties: tuple[County, ...]) -> None:
    assert others(*counties) == ()


@pytest.mark.parametrize(
    ("counties", "words"),
    [
        (
            (HOME._replace(area="0092"),),
            "id är detsamma, men länets område (county_area) var 0092 när strategin började och är 0091",
        ),
        (
            (HOME._replace(principals=ABROAD),),
            "id är detsamma, men 3 av 3 huvudmän är andra än när strategin började",
        ),
        (
            (County("0092", ABROAD), HOME),
            "id är detsamma, men länets område (county_area) var 0092 när strategin började och är 0091 "
            "och 3 av 3 huvudmän är andra än när strategin började",
        ),
    ],
    ids=["the area", "the principals", "both, and committed already"],
)
def test_another_county_needs_an_id_of_its_own(counties: tuple[County, ...], words: str) -> None:
    (found,) = others(*counties)
    assert (found.rule_id, found.severity, found.path, found.line) == ("REV549", Severity.ERROR, INFO, 1)
    assert (found.message, found.value) == (words, "nara-i-fjallhavet")
    assert found.advice.startswith("Ge strategin ett eget id.")


def test_an_incomplete_history_says_nothing_of_the_county() -> None:
    log = RevisionLog(counties=(HOME._replace(area="0092"),), problem="kopian är en grund klon")
    assert rule_ids(check_log(log, county_reading(), is_publishing=False)) == ["REV540"]


@pytest.mark.parametrize(
    ("former", "words"),
    [
        ("nagon-annan", "före strategin finns ingen läsbar strategi med id ”nagon-annan” i historiken"),
        ("nara-i-fjallhavet", "en strategi kan inte efterträda sig själv"),
    ],
)
def test_a_succeeded_strategy_is_in_the_history(former: str, words: str) -> None:
    reading = county_reading({INFO: {"wording:": f'succeeds: "{former}"\nwording:'}})
    (found,) = check_log(RevisionLog(), reading, is_publishing=False)
    assert (found.rule_id, found.message, found.value) == ("REV548", words, former)
    other = replace(county(), info=county().info.model_copy(update={"id": former}))
    known = FormerStrategy(strategy=other, log=RevisionLog(), ended_on=date(2024, 1, 1))
    assert check_log(RevisionLog(former=known), reading, is_publishing=False) == ()
