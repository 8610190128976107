"""Check how a file is written, and what is kept when one thing in it is changed."""

from __future__ import annotations

from datetime import date

import pytest
from strategi.content.collection import Entry
from strategi.content.document import Document
from strategi.content.editing import with_body, with_item, with_record, with_value
from strategi.content.layout import list_files, record_folders, whole_files
from strategi.content.reader import read_strategy
from strategi.content.reading import Reading
from strategi.content.table import read_tables
from strategi.content.table_editing import find_row, with_fields, with_row
from strategi.content.table_header import COLUMNS
from strategi.content.tree import WorkingTree
from strategi.content.writing import NotWritable, markdown_text, yaml_text
from strategi.content.yaml_reader import read_yaml
from strategi.model.evidence import Evidence
from strategi.model.governance import Adoption, AdoptionLedger, Outcome, Revision
from strategi.model.indicator import SeriesDefinition
from strategi.model.parts import Part, Subgoal
from strategi.model.record import Record
from strategi.model.revision_id import RevisionId

from tests.engine.content.cases import TODAY
from tests.engine.content.trees import COUNTY
from tests.engine.site.county import COUNTY as SITE_COUNTY

LEDGER = """\
# Vem som har beslutat.
revision: "2022-12-01"

adoptions:
  # Regionen först.
  - principal: "norrby"   # i norr
    outcome: not-documented
    outcome_evidence: not-found
    body: not-found
    decided_on: not-found
    paragraph: not-found
    registry_number: not-found
    references: []   # inga än
  - principal: 'soderby'
    outcome: not-documented
    outcome_evidence: not-found
    body: not-found
    decided_on: not-found
    paragraph: not-found
    registry_number: not-found
    references:
      - "en"
      - "två"  # den andra
    # Slut på listan.
# Slut på filen.
"""


def parsed(text: str) -> Document:
    """The document of a text that has no faults."""
    document = read_yaml(text, "strategy/fil.yml", [])
    assert document is not None
    return document


def readings() -> list[Reading]:
    """The strategy itself and the invented county."""
    return [read_strategy(WorkingTree(root), today=TODAY) for root in (SITE_COUNTY, COUNTY)]


def written_alike(reading: Reading, entry: Entry[Record]) -> tuple[str, str]:
    """A file as it stands, without its comments, and as its record is written."""
    text = reading.documents[entry.path].text
    kept = "\n".join(line for line in text.split("\n") if not line.startswith("#"))
    record = entry.record
    return kept, markdown_text(record) if isinstance(record, Part) else yaml_text(record)


def test_every_file_with_one_record_is_written_as_editors_have_written_it() -> None:
    kinds = {*whole_files().values(), *(each.record for each in record_folders().values())}
    pairs = [
        (each.path, *written_alike(reading, each))
        for reading in readings()
        for kind in kinds
        for each in reading.of(kind)
    ]
    assert len(pairs) > 35
    assert [(path, written) for path, stands, written in pairs if written != stands] == []


def test_every_file_with_lists_is_written_as_editors_have_written_it() -> None:
    for reading in readings():
        for path, file in list_files().items():
            if path not in reading.documents:
                continue
            lists = {
                key: [each.record for each in reading.of(kind) if each.path == path]
                for key, kind in file.lists.items()
            }
            kept = [line for line in reading.documents[path].text.split("\n") if not line.startswith("#")]
            assert yaml_text({key: held for key, held in lists.items() if held}) == "\n".join(kept)


def test_a_new_file_may_begin_with_comments() -> None:
    written = yaml_text(
        {"date": date(2026, 1, 2), "text": 'Ett "ord": två\n# tre'}, comments=["Om filen.", ""]
    )
    assert written == '# Om filen.\n#\ndate: "2026-01-02"\ntext: "Ett \\"ord\\": två\\n# tre"\n'


def test_what_goes_without_saying_is_not_written() -> None:
    (revision,) = read_strategy(WorkingTree(COUNTY), today=TODAY).of(Revision)
    assert not {"withdrawn", "informed", "notes", "corrections", "predecessor"} & set(
        line.split(":")[0] for line in yaml_text(revision.record).splitlines()
    )


@pytest.mark.parametrize("bad", ["\x00", "\x1b[31m", "\r\n", "\ufeff", "\x7f", "\ud800"])
def test_what_no_file_may_hold_is_refused(bad: str) -> None:
    with pytest.raises(NotWritable, match="styrtecken"):
        yaml_text({"text": f"a{bad}b"})
    with pytest.raises(NotWritable, match="styrtecken"):
        with_value(parsed('text: "a"\n'), ("text",), bad)


def test_a_number_that_cannot_be_read_is_refused() -> None:
    for bad in (float("nan"), float("inf"), 1e-20, 1e16):
        with pytest.raises(NotWritable, match="talet"):
            yaml_text({"minimum": bad})
    assert yaml_text({"minimum": -0.0, "maximum": 12.50}) == "minimum: 0\nmaximum: 12.5\n"


def adoption(principal: str) -> Adoption:
    """A documented decision."""
    return Adoption.model_validate(
        {
            "principal": principal,
            "outcome": "identical",
            "outcome_evidence": "documented",
            "body": "Fullmäktige",
            "decided_on": "2023-02-13",
            "paragraph": "§ 12",
            "registry_number": "not-found",
            "references": ["protokoll"],
            "note": "Läst: i protokollet.",
        }
    )


def test_one_decision_is_registered_and_every_other_line_stays() -> None:
    edited = with_record(parsed(LEDGER), ("adoptions", 0), adoption("norrby"))
    expected = LEDGER.replace("not-documented", "identical", 1).replace(
        "outcome_evidence: not-found", "outcome_evidence: documented", 1
    )
    expected = expected.replace("body: not-found", 'body: "Fullmäktige"', 1)
    expected = expected.replace("decided_on: not-found", 'decided_on: "2023-02-13"', 1)
    expected = expected.replace("paragraph: not-found", 'paragraph: "§ 12"', 1)
    note = '    note: "Läst: i protokollet."\n'
    expected = expected.replace(
        "references: []   # inga än\n", f'references: ["protokoll"]   # inga än\n{note}', 1
    )
    assert edited == expected


def test_a_list_below_its_key_is_replaced_whole_and_comments_after_it_stay() -> None:
    edited = with_record(parsed(LEDGER), ("adoptions", 1), adoption("soderby"))
    assert edited.startswith(LEDGER[: LEDGER.index("'soderby'")])
    assert edited.endswith(
        '    references: ["protokoll"]  # den andra\n    note: "Läst: i protokollet."\n'
        "    # Slut på listan.\n# Slut på filen.\n"
    )


def test_what_means_the_same_stays_as_it_is_written() -> None:
    text = "id: x\ntitle: 'T'\nunit: \"u\"\nminimum: 0.00\nproducer: gammal\n"
    series = SeriesDefinition(id="x", title="T", unit="u", minimum=0, producer="ny")
    assert with_record(parsed(text), (), series) == text.replace("gammal", '"ny"')
    (entry,) = read_strategy(WorkingTree(COUNTY), today=TODAY).of(Revision)
    explicit = yaml_text(entry.record) + "withdrawn: false\ninformed: []\n"
    assert with_record(parsed(explicit), (), entry.record) == explicit
    withdrawn = entry.record.model_copy(update={"withdrawn": True})
    assert with_record(parsed(explicit), (), withdrawn) == explicit.replace(
        "withdrawn: false", "withdrawn: true"
    )


def test_a_key_that_no_longer_holds_is_taken_away() -> None:
    once = with_record(parsed(LEDGER), ("adoptions", 0), adoption("norrby"))
    fresh = adoption("norrby").model_copy(update={"note": None})
    assert with_record(parsed(once), ("adoptions", 0), fresh) == once.replace(
        '    note: "Läst: i protokollet."\n', ""
    )


def test_a_record_is_added_last_in_its_list() -> None:
    edited = with_item(parsed(LEDGER), ("adoptions",), adoption("vastby"))
    before, after = LEDGER.split("    # Slut på listan.")
    assert edited.startswith(before + '  - principal: "vastby"\n    outcome: identical\n')
    assert edited.endswith('    note: "Läst: i protokollet."\n    # Slut på listan.' + after)


def test_items_are_added_to_lists_of_every_form() -> None:
    assert with_item(parsed("a: []\nb: c\n"), ("a",), {"id": "x", "n": 1}) == (
        'a:\n  - id: "x"\n    n: 1\nb: c\n'
    )
    assert with_item(parsed('a: ["x"] # k\n'), ("a",), "y") == 'a: ["x", "y"] # k\n'
    assert with_item(parsed("b: c\n"), ("a",), {"id": "x"}) == 'b: c\na:\n  - id: "x"\n'
    assert with_item(parsed("a:\n- b: c"), ("a",), {"id": "x"}) == 'a:\n- b: c\n- id: "x"'
    assert with_item(parsed("a: [{b: c}]\n"), ("a",), {"id": "x"}) == 'a:\n  - b: "c"\n  - id: "x"\n'


def test_values_of_every_form_are_replaced() -> None:
    for old, new in {
        "a: x # k\nb: y\n": 'a: "z" # k\nb: y\n',
        "a: 'it''s'\nb: y\n": 'a: "z"\nb: y\n',
        "a:\nb: y\n": 'a: "z"\nb: y\n',
        "a: |\n  rad\n  rad\n\n# k\nb: y\n": 'a: "z"\n\n# k\nb: y\n',
        "a: lång\n  rad\nb: y\n": 'a: "z"\nb: y\n',
        '"a": x💥\nb: y\n': '"a": "z"\nb: y\n',
    }.items():
        assert with_value(parsed(old), ("a",), "z") == new
    assert with_value(parsed("{a: x, b: [y]}\n".replace("{", "c: {")), ("c", "a"), "z") == (
        'c:\n  a: "z"\n  b: ["y"]\n'
    )


def test_what_cannot_be_changed_is_said() -> None:
    for text, keys in (("{a: x}\n", ("a",)), ("a: x\n", ("b", "c")), ("a: [x]\n", ("a", 3))):
        with pytest.raises(NotWritable):
            with_value(parsed(text), keys, "z")


def test_a_text_below_the_keys_is_replaced() -> None:
    reading = read_strategy(WorkingTree(COUNTY), today=TODAY)
    entry = next(each for each in reading.of(Subgoal) if each.record.id == "D1")
    document = reading.documents[entry.path]
    assert document.body is not None
    edited = with_body(document, "\n\nNy text.\n\n- punkt\n\n")
    assert edited == document.text.replace(document.body, "Ny text.\n\n- punkt")
    renamed = with_value(document, ("title",), "Nära")
    assert renamed == document.text.replace('title: "Nära hem"', 'title: "Nära"')
    fresh = entry.record.model_copy(update={"page": Evidence.NOT_FOUND, "note": "En not."})
    assert with_record(document, (), fresh) == document.text.replace("page: 4", "page: not-found").replace(
        'focus_shifts: ["person"]', 'focus_shifts: ["person"]\nnote: "En not."'
    )


def test_one_figure_is_corrected_and_one_added() -> None:
    text = f'{",".join(COLUMNS)}\na,0001,T,2020,1.5,normal,"k, l"\na,0001,T,2021,2,normal,k\n'
    (table,) = read_tables({"t.csv": text}, [])
    row = find_row(table, {"area": "0001", "time_period": "2021"})
    assert row == 1
    assert find_row(table, {"area": "0002"}) is None
    assert with_fields(table, 1, {"value": "3.25", "source": 'm"n'}) == text.replace(
        "2021,2,normal,k", '2021,3.25,normal,"m""n"'
    )
    assert with_fields(table, 0, {"source": "k"}) == text.replace('"k, l"', "k")
    added = with_row(table, {"series": "a", "area": "0001", "status": "missing"})
    assert added == f"{text}a,0001,,,,missing,\n"


def test_a_ledger_is_written_from_the_model() -> None:
    row = adoption("norrby")
    ledger = AdoptionLedger(revision=RevisionId("2023-01-02"), adoptions=(row,))
    document = parsed(yaml_text(ledger))
    assert AdoptionLedger.model_validate(document.data) == ledger
    assert row.outcome is Outcome.IDENTICAL
