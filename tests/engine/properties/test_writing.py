"""Laws of writing: what is written is what is read back, and what is changed is all that is changed."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategi.content.collection import Entry
from strategi.content.document import Document
from strategi.content.editing import with_body, with_item, with_record, with_value
from strategi.content.front_matter import read_markdown
from strategi.content.reader import read_strategy
from strategi.content.table import read_tables
from strategi.content.table_editing import with_fields, with_row
from strategi.content.table_header import COLUMNS
from strategi.content.writing import NotWritable, body_text, markdown_text, yaml_text
from strategi.content.yaml_reader import read_yaml
from strategi.model.finding import Finding
from strategi.model.governance import Adoption, AdoptionLedger, Body
from strategi.model.indicator import SeriesDefinition
from strategi.model.parts import Subgoal

from tests.engine.content.cases import TODAY
from tests.engine.content.trees import MemoryTree, county_files

often = settings(max_examples=150)

# Letters that mean something to YAML, Markdown, CSV or a terminal come often.
SIGNS = st.text(
    st.sampled_from("\n\t \"'#&*!|>%@`{}[],:;-<?=\\/019.nåÅ\u0085\u00a0\u2028\u2029é💥"), max_size=30
)
ANY_TEXT = SIGNS | st.text(max_size=30) | st.sampled_from(["not-found", "no", "012", "~", "---", "...", "D1"])
TEXT = ANY_TEXT.filter(str.strip)
COUNTY = county_files()
LEDGER_PATH = "strategy/adoptions/2022-12-01.yml"


def read(text: str) -> Document:
    """The document of a text that has no faults."""
    findings: list[Finding] = []
    document = (read_markdown if text.startswith("---\n") else read_yaml)(text, "fil", findings)
    assert document is not None
    assert not findings
    return document


@often
@given(name=TEXT, role=TEXT, composition=TEXT, comment=ANY_TEXT)
def test_a_record_reads_back_as_it_was(name: str, role: str, composition: str, comment: str) -> None:
    data = {"id": "x", "kind": "political", "evidence": "inferred", "references": ["a", "b"]}
    body = Body.model_validate(data | {"name": name, "role": role, "composition": composition})
    try:
        text = yaml_text({"bodies": [body, body]}, comments=[comment])
    except NotWritable as refused:
        assert "styrtecken" in str(refused)
        return
    data_read = read(text).data
    assert isinstance(data_read, dict)
    assert [Body.model_validate(each) for each in data_read["bodies"]] == [body, body]
    assert len([line for line in text.split("\n") if not line.startswith("#")]) == 2 * 7 + 2


@often
@given(text=TEXT)
def test_text_is_refused_only_where_the_reader_refuses_it(text: str) -> None:
    try:
        written = yaml_text({"text": text})
    except NotWritable:
        findings: list[Finding] = []
        escaped = "".join(f"\\U{ord(sign):08X}" for sign in text)
        document = read_yaml(f'text: "{escaped}"\n', "fil", findings)
        assert document is None or findings or any("\ud800" <= sign <= "\udfff" for sign in text)
    else:
        assert read(written).data == {"text": text}


NUMBER = st.floats(-1e14, 1e14).map(lambda number: round(number, 9)) | st.integers(-(10**14), 10**14).map(
    float
)


@often
@given(low=NUMBER, high=NUMBER)
def test_numbers_read_back_as_they_were(low: float, high: float) -> None:
    series = SeriesDefinition(id="x", title="T", unit="u", minimum=low, maximum=high, producer="P")
    assert SeriesDefinition.model_validate(read(yaml_text(series)).data) == series


@often
@given(title=TEXT, text=TEXT, note=TEXT)
def test_a_part_reads_back_as_it_was(title: str, text: str, note: str) -> None:
    reading = read_strategy(MemoryTree(COUNTY), today=TODAY)
    assert reading.strategy is not None
    part = reading.strategy.subgoals[0].model_copy(
        update={"title": title, "text": body_text(text), "note": note}
    )
    assume(part.text)
    try:
        document = read(markdown_text(part))
    except NotWritable as refused:
        assert "styrtecken" in str(refused)
        return
    assert isinstance(document.data, dict)
    found = {**document.data, "text": document.body}
    assert Subgoal.model_validate(found) == Subgoal.model_validate(
        part.model_dump(by_alias=True, warnings=False)
    )


def ledger_document() -> tuple[Document, Entry[AdoptionLedger]]:
    """The invented county's ledger, with comments between its lines."""
    lines = COUNTY[LEDGER_PATH].decode().split("\n")
    text = "\n".join(f"{line}  # {number}" if line else line for number, line in enumerate(lines))
    (entry,) = read_strategy(MemoryTree(COUNTY), today=TODAY).of(AdoptionLedger)
    return read(text.replace("adoptions:", "adoptions:\n  # Här börjar listan.")), entry


@often
@given(row=st.integers(0, 2), body=TEXT, paragraph=TEXT, note=st.none() | TEXT)
def test_changing_one_record_leaves_every_other_line(
    row: int, body: str, paragraph: str, note: str | None
) -> None:
    document, entry = ledger_document()
    held = entry.record.adoptions[row]
    fresh = held.model_copy(update={"body": body, "paragraph": paragraph, "note": note})
    try:
        edited = with_record(document, ("adoptions", row), fresh)
    except NotWritable as refused:
        assert "styrtecken" in str(refused)
        return
    changed = Adoption.model_validate(fresh.model_dump(by_alias=True, warnings=False))
    rows = [changed if at == row else each for at, each in enumerate(entry.record.adoptions)]
    assert AdoptionLedger.model_validate(read(edited).data).adoptions == tuple(rows)
    old, new = document.text.split("\n"), edited.split("\n")
    if note is not None:
        new.pop(next(at for at, line in enumerate(new) if line.startswith("    note: ")))
    keys = [line.partition(":")[0] for line in old]
    assert [line.partition(":")[0] for line in new] == keys
    differing = [at for at, (before, after) in enumerate(zip(old, new, strict=True)) if before != after]
    assert all(keys[at].strip() in ("body", "paragraph") for at in differing)
    first = document.values["adoptions", row].line - 1
    assert all(first <= at < first + 8 for at in differing)


@often
@given(
    path=st.sampled_from(sorted(path for path in COUNTY if path.endswith((".yml", ".md")))),
    value=TEXT,
    data=st.data(),
)
def test_changing_one_value_leaves_every_other_value(path: str, value: str, data: st.DataObject) -> None:
    document = read(COUNTY[path].decode())
    keys = data.draw(st.sampled_from(sorted((each for each in document.values if each), key=repr)))
    try:
        edited = read(with_value(document, keys, value))
    except NotWritable as refused:
        assert "styrtecken" in str(refused)
        return
    assert edited.place(keys).text == value
    before = {way: place.text for way, place in document.values.items() if way[: len(keys)] != keys}
    after = {way: place.text for way, place in edited.values.items() if way[: len(keys)] != keys}
    assert before == after
    assert edited.body == document.body


@often
@given(items=st.lists(TEXT, max_size=3), title=TEXT)
def test_what_is_added_stands_last(items: list[str], title: str) -> None:
    document = read("# Överst.\nreferences: []  # inga\n# Sist.\n")
    try:
        for item in items:
            document = read(with_item(document, ("references",), {"title": item, "list": [title]}))
    except NotWritable as refused:
        assert "styrtecken" in str(refused)
        return
    assert document.data == {"references": [{"title": item, "list": [title]} for item in items]}
    assert document.text.startswith("# Överst.\n")
    assert document.text.endswith("# Sist.\n")


@often
@given(text=ANY_TEXT)
def test_a_body_reads_back_as_it_was(text: str) -> None:
    document = read(COUNTY["strategy/subgoals/d1-nara-hem.md"].decode())
    try:
        edited = read(with_body(document, text))
    except NotWritable as refused:
        assert "styrtecken" in str(refused)
        return
    assert edited.body == body_text(text)
    assert edited.data == document.data


CELL = SIGNS | st.text(max_size=10)


@often
@given(cells=st.lists(CELL, min_size=7, max_size=7), column=st.sampled_from(COLUMNS), cell=CELL)
def test_a_changed_table_reads_back_with_that_change_alone(cells: list[str], column: str, cell: str) -> None:
    start = f"{','.join(COLUMNS)}\na,b,c,d,e,f,g\n"
    (table,) = read_tables({"t.csv": start}, [])
    try:
        added = with_row(table, dict(zip(COLUMNS, cells, strict=True)))
        (longer,) = read_tables({"t.csv": added}, [])
        edited = with_fields(longer, 1, {column: cell})
    except NotWritable as refused:
        assert "styrtecken" in str(refused)
        return
    assert added.startswith(start)
    (changed,) = read_tables({"t.csv": edited}, [])
    expected = [cell if name == column else held for name, held in zip(COLUMNS, cells, strict=True)]
    assert [changed.columns[name][1] for name in COLUMNS] == expected
    assert [changed.columns[name][0] for name in COLUMNS] == list("abcdefg")
