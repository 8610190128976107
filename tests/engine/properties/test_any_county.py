"""Whatever a county has, lacks or does not know, it is sound, and its pages say nothing that is not so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some
from strategi.content.reader import read_strategy
from strategi.model.finding import Severity
from strategi.render.review.page_reading import page_html
from strategi.render.review.page_statements import page_words
from strategi.render.view import View
from strategi.rules import check_strategy
from strategi.site.made_pages import with_made_pages
from strategi.site.page_files import markdown_in
from strategi.words.numbers import in_letters

from tests.engine.content.trees import MemoryTree, county_files

TODAY = date(2026, 1, 15)
INTERVAL = 4
INFO = "strategy/strategy.yml"
PRINCIPALS = "strategy/principals.yml"
REVISION, LEDGER = "strategy/revisions/{}.yml", "strategy/adoptions/{}.yml"
RECORDED = "2022-12-01"
NOT_FOUND, NONE, ABSENT = "not-found", "none", ""

MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september")
MONTHS += ("oktober", "november", "december")
DAY = re.compile(rf"(?<!\d)(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
# What is left of a sentence when what it was about is not there, and words of the program.
EMPTY = re.compile(
    r"\s[.,;:](?:\s|$)|\( *\)|,,|\bNone\b|Evidence|Absence|not-found|gick inte att visa|går inte att utföra|"
    r"\b0 (?:nyckeltal|delmål|huvudmän)\b"
)

# Each fact as it can be written: the value that the county has, that it is unknown, that there is none.
FACTS: Mapping[str, tuple[str, ...]] = {
    'valid_from: "2023-01-01"\n': ('valid_from: "2023-01-01"\n', "valid_from: not-found\n"),
    'valid_to: "2031-01-01"\n': ('valid_to: "2031-01-01"\n', "valid_to: not-found\n", "valid_to: none\n"),
    "revision_interval_years: 4\n": (
        *("revision_interval_years: 4\n", "revision_interval_years: not-found\n"),
        "revision_interval_years: none\n",
    ),
    'comparison_area: "0000"\ncomparison_name: "riket"\n': (
        *('comparison_area: "0000"\ncomparison_name: "riket"\n', ABSENT),
    ),
    'county_area: "0091"\n': ('county_area: "0091"\n', ABSENT),
    "publisher: not-found\n": ("publisher: not-found\n", 'publisher: "Regionen"\n'),
}


class Files(dict[str, bytes]):
    """Files by path; in a failure only what is drawn is shown."""

    def __repr__(self) -> str:
        drawn = (INFO, PRINCIPALS, *(path for path in self if "revisions" in path or "adoptions" in path))
        return "\n".join([*sorted(self), *(self[path].decode() for path in drawn)])


@some.composite
def counties(draw: Any) -> Files:
    files = {path: data.decode() for path, data in county_files().items()}
    for fact, forms in FACTS.items():
        files[INFO] = files[INFO].replace(fact, draw(some.sampled_from(forms)))
    _draw_appendix(draw, files)
    for part in ("strategy/vision.md", "strategy/principles.md", "strategy/events.yml"):
        if draw(some.booleans()):
            del files[part]
    if draw(some.booleans()):
        for path in [path for path in files if path.startswith("strategy/roadmap/")]:
            del files[path]
    for number in range(3, 3 + draw(some.sampled_from([0, 0, 1, 7, 28]))):
        files[f"strategy/subgoals/d{number}-till.md"] = _goal(number)
    _draw_revision(draw, files)
    _draw_principals(draw, files)
    return Files({path: text.encode() for path, text in files.items()})


def _draw_appendix(draw: Any, files: dict[str, str]) -> None:
    appendix = draw(some.sampled_from([ABSENT, NOT_FOUND, NONE]))
    if appendix == ABSENT:
        return
    files[INFO] += f"appendix: {appendix}\n"
    for path in [path for path in files if path.startswith("indicators/n") and path.endswith(".yml")]:
        files[path] = files[path].replace("role: appendix", "role: candidate")


def _goal(number: int) -> str:
    return (
        f'---\nid: "D{number}"\ntitle: "Mål nummer {number}"\nevidence: documented\n'
        "text_evidence: not-found\n"
        f'references: ["beslut-2022"]\npage: not-found\npictogram: leaf\nreading: not-found\n'
        f"reading_evidence: not-found\nfocus_shifts: []\n---\n"
    )


def _draw_revision(draw: Any, files: dict[str, str]) -> None:
    """A day, a month, a year, or no record at all; and any of its facts unknown."""
    identity = draw(some.sampled_from([RECORDED, "2022-12", "2022", ABSENT]))
    record, ledger = (files.pop(path.format(RECORDED)) for path in (REVISION, LEDGER))
    if identity == ABSENT:
        return
    for fact in ('decided_by: "vardradet"', f'decided_on: "{RECORDED}"', "decision: recommended"):
        if draw(some.booleans()) or (fact.startswith("decided_on") and identity != RECORDED):
            record = record.replace(fact, f"{fact.partition(':')[0]}: not-found")
    if draw(some.booleans()):
        record = record.replace('effective_from: "2023-01-01"', "effective_from: not-found")
    files[REVISION.format(identity)] = record.replace(f'id: "{RECORDED}"', f'id: "{identity}"')
    if draw(some.booleans()):
        files[LEDGER.format(identity)] = ledger.replace(f'"{RECORDED}"', f'"{identity}"', 1)


def _draw_principals(draw: Any, files: dict[str, str]) -> None:
    kind = draw(some.sampled_from(["municipality", "agency", "association", "other"]))
    files[PRINCIPALS] = files[PRINCIPALS].replace("kind: municipality", f"kind: {kind}")


def pages(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The words of every page that is made of the files, by path."""
    tree = MemoryTree(files)
    strategy = read_strategy(tree, today=TODAY).strategy
    assert strategy
    view = View(strategy=strategy, today=TODAY)
    made = with_made_pages(tree, view)
    for path in markdown_in(made):
        address = path.removeprefix("docs/").removesuffix(".md").removesuffix("index")
        view_here = View(strategy=strategy, today=TODAY, page_url=f"{address.rstrip('/')}/".lstrip("/"))
        html = page_html(made.read(path).decode(), view_here)
        yield path, "\n".join(statement.text for statement in page_words(html).statements)


def said_days(text: str) -> Iterator[str]:
    """The days that a text says in Swedish, in the form that files have."""
    for day, month, year in DAY.findall(text):
        yield f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}"


@settings(max_examples=40)
@given(counties())
def test_no_rule_asks_for_what_is_not_so(files: dict[str, bytes]) -> None:
    reading = read_strategy(MemoryTree(files), today=TODAY)
    errors = [found for found in check_strategy(reading, today=TODAY) if found.severity is Severity.ERROR]
    assert errors == []
    assert reading.strategy


@settings(max_examples=25)
@given(counties())
def test_no_page_has_a_day_that_nobody_gave_or_a_sentence_about_nothing(files: dict[str, bytes]) -> None:
    written = "\n".join(data.decode() for data in files.values())
    given_days = {*ISO_DAY.findall(written), *said_days(written)}
    # The next revision is due an interval after the start of one.
    given_days |= {f"{int(day[:4]) + INTERVAL}{day[4:]}" for day in given_days}
    said = dict(pages(files))
    for path, text in said.items():
        if path in ("docs/regler.md", "docs/kontrollsumma.md", "docs/ordlista.md"):
            continue  # they explain how things are written, with examples of their own
        days = set(said_days(text))
        assert days <= given_days | {TODAY.isoformat()}, (path, days - given_days)
        empty = [line for line in text.splitlines() if EMPTY.search(line)]
        assert empty == [], (path, empty)


@settings(max_examples=25)
@given(counties())
def test_the_goals_are_counted_as_they_are(files: dict[str, bytes]) -> None:
    strategy = read_strategy(MemoryTree(files), today=TODAY).strategy
    assert strategy
    start = dict(pages(files))["docs/index.md"]
    assert in_letters(len(strategy.subgoals), strategy.words.goal).lower() in start.lower()
