"""The pages of revisions, comparisons and history: as their golden files say, whole, linked and honest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser
from strategi.model.change import ChangeKind
from strategi.model.digest import digest
from strategi.model.log import RevisionLog, Step, StepChange
from strategi.model.revision_id import RevisionId
from strategi.render.errors import UnknownName
from strategi.render.history.comparisons import compared, revisions_between
from strategi.render.history.part_changes import part_revisions
from strategi.render.history.part_history import history_rows, part_history
from strategi.render.made.catalogue import made_pages
from strategi.render.registry import part_pages
from strategi.render.revisions import chooser, comparison, corrections, revision, revision_log
from strategi.render.view import View
from strategi.render.wording.change_words import counts

from tests.engine.render.revision_examples import (
    FIRST,
    SECOND,
    WITHDRAWN,
    current,
    fragments,
    log,
    page,
    proposal,
    texts,
    with_texts,
)

NAMES = sorted(fragments())
# Attributes that HTML allows without a value, and XML does not.
BARE = re.compile(r" (data-search-exclude|checked)(?=[ />])")
FIRST_ID, SECOND_ID, LAST_ID = map(RevisionId, (FIRST, SECOND, WITHDRAWN))


@pytest.fixture(scope="module", params=NAMES)
def html(request: pytest.FixtureRequest) -> str:
    return fragments()[request.param]()


@pytest.mark.parametrize("name", NAMES)
def test_is_as_its_golden_file(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"render/revisions/{name}.html", fragments()[name]())


def test_every_tag_is_closed(html: str) -> None:
    ElementTree.fromstring(f"<root>{BARE.sub('', html)}</root>")


def test_no_style_no_script_that_runs_and_no_blank_line(html: str) -> None:
    assert not re.search(r"\sstyle=|<style|<script(?! type=\"application/ld\+json\")|\son\w+=|rgb\(", html)
    assert all(line.strip() for line in html.splitlines())


def test_ids_are_unique_and_links_on_the_page_lead_somewhere(html: str) -> None:
    found = Counter(re.findall(r'\sid="([^"]+)"', html))
    assert [each for each, times in found.items() if times > 1] == []
    named = re.findall(r'(?:aria-labelledby="|href="#)([^"]+)"', html)
    assert {each for names in named for each in names.split()} <= set(found)


def test_every_table_is_named_and_headed_and_no_cell_is_empty(html: str) -> None:
    shown = LexborHTMLParser(re.sub(r'(?s)<div class="ls-decided">.*?</div>', "", html))
    for table in shown.css("table"):
        caption = table.css_first("caption")
        assert caption and caption.text(strip=True)
        assert all(cell.attributes.get("scope") in ("col", "row") for cell in table.css("th"))
        assert all(cell.text(strip=True) for cell in table.css("td"))


def test_no_word_of_the_program_reaches_the_reader(html: str) -> None:
    plain = LexborHTMLParser(re.sub(r"(?s)<script.*?</script>", "", html)).text()
    assert not re.search(r"\bNone\b|not-found|Evidence|essential|\bD\d\b.*\bNone\b", plain)


def test_every_change_has_the_number_that_the_summary_counts_to() -> None:
    found = compared(log(), FIRST_ID, SECOND_ID)
    assert found is not None
    total = counts(found).changes
    shown = LexborHTMLParser(fragments()["comparison"]())
    numbers = [int(each.attributes["id"].removeprefix("andring-")) for each in shown.css("[id^=andring-]")]
    assert numbers == list(range(1, total + 1))
    assert f"{total} ändringar" in shown.css_first("#i-korthet + p").text()


def test_the_ways_lead_from_each_change_to_its_neighbours() -> None:
    ways = re.findall(r'href="#andring-(\d+)"><span aria-hidden', fragments()["comparison"]())
    last = max(map(int, ways))
    assert Counter(map(int, ways)) == Counter([*range(1, last), *range(2, last + 1)])


def test_notes_stand_beside_the_part_they_tell_of_also_when_it_has_a_new_number() -> None:
    parts = {
        each.css_first("h3").attributes["id"]: " ".join(each.css_first(".ls-why").text().split())
        for each in LexborHTMLParser(fragments()["comparison"]()).css(".ls-compared")
    }
    assert "Mötena är fler" in parts["del-resan"] and "Sidan 14 i strategin" in parts["del-resan"]
    assert "Väntetiden mäts på ett annat sätt" in parts["del-n03"]
    assert parts["del-d1"] == "Varför: Uppgift saknas"


def test_a_comparison_over_several_revisions_has_the_notes_of_all_of_them() -> None:
    revisions = current().revisions
    between = [str(each.id) for each in revisions_between(revisions, FIRST_ID, LAST_ID)]
    assert between == [SECOND, WITHDRAWN]
    assert "Mötena är fler" in comparison.comparison(page(), FIRST, WITHDRAWN)
    assert revisions_between(revisions, LAST_ID, FIRST_ID) == revisions[:2]


def test_a_proposal_has_the_notes_of_the_record_that_is_written_for_it_and_of_no_other() -> None:
    *others, last = current().revisions
    record = last.model_copy(update={"digest": digest(proposal()), "notes": current().revisions[2].notes})
    written = replace(current(), revisions=(*others, record))
    with_record = page(strategy=written, proposal=replace(proposal(), revisions=written.revisions))
    assert "Ändringens art" in comparison.comparison(with_record, SECOND, "arbetskopia")
    assert "Ändringens art" not in fragments()["comparison-with-proposal"]()


def test_the_wordings_are_called_what_they_are() -> None:
    decided, proposed = fragments()["comparison"](), fragments()["comparison-with-proposal"]()
    assert "Tidigare lydelse" in decided and "Föreslagen" not in decided
    assert "Nuvarande lydelse" in proposed and "Föreslagen lydelse" in proposed


def test_there_are_three_forms_and_no_script() -> None:
    shown = LexborHTMLParser(fragments()["comparison"]())
    assert [each.parent.text(strip=True) for each in shown.css("fieldset input[type=radio]")] == [
        "Löpande",
        "Två spalter",
        "Bara den nya lydelsen",
    ]
    assert len(shown.css(".ls-redline")) == len(shown.css(".ls-pairs")) > 5


def test_long_passages_that_are_the_same_are_folded() -> None:
    long = "\n\n".join(f"Stycke {number} med många ord som är desamma." for number in range(12))
    old, new = (_with_vision(f"{long}\n\n{end}") for end in ("Förut.", "Nu.."))
    recorded = tuple(
        replace(each, strategy=text) for each, text in zip(texts()[1:3], (old, new), strict=True)
    )
    shown = comparison.comparison(page(log=RevisionLog(texts=recorded)), FIRST, SECOND)
    assert "<summary>12 oförändrade stycken</summary>" in shown


def test_a_revision_that_is_not_the_current_one_says_so_and_leads_to_it() -> None:
    past, now = fragments()["revision-past"](), fragments()["revision-current"]()
    assert "ls-standing--historical" in past and "inte den aktuella versionen" in past
    assert f'href="../{SECOND}/"' in past
    assert "ls-standing--quiet" in now and "Det här är den aktuella versionen" in now


def test_a_withdrawn_revision_stays_and_is_marked() -> None:
    entry = LexborHTMLParser(fragments()["revision-log"]()).css_first(
        f"[aria-labelledby=revidering-{WITHDRAWN}]"
    )
    assert entry.css_first(".ls-phase").text() == "Återkallad"


def test_the_log_is_newest_first() -> None:
    days = re.findall(r'id="(?:revidering|mindre)-([0-9-]{10})"', fragments()["revision-log"]())
    assert days == sorted(days, reverse=True) and len(days) > 4


def test_an_incomplete_history_is_said_and_gives_no_dates() -> None:
    shown = fragments()["revision-log-incomplete"]()
    assert "Historiken är ofullständig" in shown
    assert "Mindre ändringar" not in shown and "infördes i historiken den" not in shown
    assert [
        row for row in history_rows(page(log=replace(log(), problem="x")), "N01") if not row.revision_id
    ] == []


def test_what_a_record_tells_is_not_told_again_as_a_smaller_change() -> None:
    shown = fragments()["revision-log"]()
    assert "Återgivningen av" in shown
    assert "Vägen dit: " not in shown


def test_a_part_is_followed_also_when_it_had_another_number() -> None:
    found = part_revisions(log(), "N03")
    assert [str(each.revision.id) for each in found] == [SECOND, FIRST]
    assert found[0].change and found[0].change.old and found[0].change.old.id == "N02"
    assert found[1].change is None


def test_a_part_that_was_taken_away_is_followed_from_there() -> None:
    found = part_revisions(log(), "slutet")
    assert [(str(each.revision.id), each.change.kind if each.change else None) for each in found] == [
        (SECOND, ChangeKind.REMOVED),
        (FIRST, None),
    ]


def test_a_part_that_was_added_did_not_stand_before() -> None:
    assert [each.change.kind for each in part_revisions(log(), "nytt") if each.change] == [ChangeKind.ADDED]
    assert len(part_revisions(log(), "nytt")) == 1


def test_history_leads_to_the_change_on_the_page_that_compares() -> None:
    rows = history_rows(page(), "resan")
    assert rows[0].address == f"jamfor/{FIRST}/{SECOND}/#del-resan"
    assert 'id="del-resan"' in fragments()["comparison"]()


def test_a_file_that_says_what_it_said_is_nothing_that_happened_to_a_part() -> None:
    def told(**more: int) -> int:
        change = StepChange(path="indicators/n01-a.yml", kind=ChangeKind.CHANGED, id="N01", **more)
        step = Step(taken_on=LAST_ID.first_day, revision_id=None, is_correction=False, changes=(change,))
        return len(history_rows(page(log=replace(log(), steps=(step,))), "N01"))

    assert told(new_figures=1) == told() + 1


def test_a_long_history_stays_small() -> None:
    changes = (StepChange(path="indicators/n01-a.csv", kind=ChangeKind.CHANGED, id="N01", new_figures=4),)
    steps = tuple(
        Step(taken_on=date(2023, 1, 1 + number % 28), revision_id=None, is_correction=False, changes=changes)
        for number in range(200)
    )
    shown = part_history(page(log=replace(log(), steps=steps)), "N01")
    assert len(shown.encode()) < 3000
    assert shown.count("<time") == 12


def test_the_pages_of_parts_lead_to_their_history_at_the_top() -> None:
    view = page("strategin/malbild/")
    for shown in (
        part_pages.vision(view),
        part_pages.principles(view),
        part_pages.subgoal(view, "D1"),
        part_pages.roadmap_section(view, "resan"),
        part_pages.indicator(view, "N01"),
    ):
        assert shown.index('href="#historik"') < shown.index("ls-sources") < shown.index('id="historik"')


def test_without_a_history_nothing_is_said_of_it() -> None:
    assert part_history(page(log=RevisionLog()), "D1") == ""


def made_paths(view: View) -> Mapping[str, str]:
    """What each page says, by its path below docs/."""
    return {made.path: made.markdown for made in made_pages(view, files={}, own={})}


@pytest.mark.parametrize("count", [2, 8])
def test_every_pair_can_be_chosen_and_has_its_page(count: int) -> None:
    view = with_texts(count)
    linked = set(re.findall(r'href="([0-9-]+/[0-9-]+)/"', chooser.chooser(view)))
    pages = {path for path in made_paths(view) if path.startswith("jamfor/")}
    assert len(linked) == count * (count - 1) // 2
    assert {f"jamfor/{each}.md" for each in linked} == pages
    assert all(old < new for old, new in (each.split("/") for each in linked))


def test_pages_are_made_for_every_revision_and_every_pair_with_texts() -> None:
    pages = made_paths(page("", proposal=proposal()))
    made = sorted(path for path in pages if path.startswith(("revideringar/", "jamfor/")))
    assert made == [
        "jamfor/2020-03-01/2022-06-15.md",
        "jamfor/2020-03-01/2024-01-10.md",
        "jamfor/2022-06-15/2024-01-10.md",
        "jamfor/2022-06-15/arbetskopia.md",
        "revideringar/2018-05-02.md",
        "revideringar/2020-03-01.md",
        "revideringar/2022-06-15.md",
        "revideringar/2024-01-10.md",
    ]
    assert "# Jämförelse: 1 mars 2020 och 15 juni 2022" in pages[made[0]]
    assert not any(path.endswith("arbetskopia.md") for path in made_paths(page("")))


def test_no_corrections_are_said_to_be_none() -> None:
    assert "Inga rättelser är gjorda." in fragments()["corrections-none"]()
    assert "Inga rättelser" not in fragments()["corrections"]()


def test_a_corrected_figure_is_written_in_swedish() -> None:
    cells = [each.text(strip=True) for each in LexborHTMLParser(corrections.corrections(page())).css("td")]
    assert {"Före:66,2", "Efter:−1,5", "Efter:inget värde", "Ekeby, kvinnor, 2022"} <= set(cells)


def test_a_text_read_again_is_compared_again() -> None:
    first = compared(log(), FIRST_ID, SECOND_ID)
    assert compared(log(), FIRST_ID, SECOND_ID) is first
    reread = replace(
        log(),
        texts=tuple(replace(each, strategy=each.strategy and replace(each.strategy)) for each in texts()),
    )
    assert compared(reread, FIRST_ID, SECOND_ID) is not first
    assert compared(reread, FIRST_ID, SECOND_ID) == first


@pytest.mark.parametrize(
    "call",
    [
        lambda: revision.revision(page(), "2022-06-51"),
        lambda: comparison.comparison(page(), "2022-06-51", SECOND),
        lambda: comparison.comparison(page(), FIRST, "arbetskopian"),
    ],
)
def test_a_revision_that_does_not_exist_is_named(call: Callable[[], str]) -> None:
    with pytest.raises(UnknownName, match="Det finns ingen revidering"):
        call()


def test_the_start_page_shows_the_three_newest() -> None:
    assert fragments()["latest-changes"]().count("<time") == 3
    assert "Ingen ändring är registrerad" in revision_log.latest_changes(
        page("", strategy=replace(current(), revisions=()), log=RevisionLog())
    )


def _with_vision(text: str) -> object:
    return replace(current(), vision=current().vision.model_copy(update={"text": text}))
