"""Test that the light reading of a file agrees with our reader, and reports what differs."""

from __future__ import annotations

import pytest
from strategi.content.entries import cut
from strategi.content.outline import differing_keys, differing_records, read_outline

from tests.engine.content.outlines import as_read, outlined
from tests.engine.content.trees import county_files

ODD = {
    "a quoted value over two lines": 'note: "first\nsource: fake"\nid: x\n',
    "a single-quoted value over two lines": "note: 'first\nsource: fake'\nid: x\n",
    "a quoted value that looks like an entry on each line": 'a: "\nb: c\nd: "\n',
    "a row over two lines": "a: [b,\nc]\nd: e\n",
    "a row with a mapping inside": "a: [{b: c}, d]\n",
    "a mapping in braces": "a: {b: c}\n",
    "a block of text with keys in it": "a: |\n  b: c\n\n  d\ne: f\n",
    "a folded block at the end": "a: >\n  b\n  c\n",
    "a block that is indented too little": "a: |\n    b\n  c\nd: e\n",
    "an unquoted value that goes on": "a: b\n  c\nd: e\n",
    "an unquoted value that goes on after an empty line": "a: b\n\n  c\n",
    "a value below its key": "a:\n  b\nc: d\n",
    "a colon in an unquoted value": "a: b: c\n",
    "a colon in an address": "a: https://example.org/x#y\n",
    "a colon at the end": "a: b:\n",
    "a comment after a value": 'a: b # c: "d\ne: f\n',
    "a comment between entries": "a: b\n# c: d\n\ne: f\n",
    "a comment that is indented": "a: b\n  # c\nd: e\n",
    "a number sign within a word": "a: b#c\n",
    "a quotation mark within a value": 'a: 5" skärm\nb: c\n',
    "a quotation mark that is not closed": 'a: "b\nc: d\n',
    "a key that stands twice": "a: b\na: c\n",
    "a key that stands twice inside": "a:\n  b: c\n  b: d\n",
    "a quoted key": '"a": b\nc: d\n',
    "a key with a quotation mark": 'a"b: "c\nd: e"\n',
    "a key without a space": "a:b\n",
    "a key without a value": "a:\nb: c\n",
    "a key in two words": "a b: c\n",
    "a key that is a number": "1: a\nb: c\n",
    "a key with Swedish letters": "å: ä\nb: c\n",
    "a complex key": "? a\n: b\n",
    "a list at the margin": "a:\n- b\n- c: d\n  e: f\n",
    "a list in a list": "a:\n  - - b\n    - c\n",
    "records indented unevenly": "a:\n  - b: c\n   d: e\n",
    "records with an empty value": "a:\n  - b:\n    c: d\n",
    "records with deeper values": "a:\n  - b: c\n    d:\n      - e\n",
    "records with comments": "a:\n  # b\n  - c: d # e\n\n  - c: f\n",
    "items and keys mixed": "a:\n  - b\n  c: d\n",
    "a list of everything": 'a:\n  - "b"\n  - c d\n  - [e, "f"]\n  - \'g\'\n',
    "a mapping": "a:\n  b: c\n  d: e\n",
    "a document mark first": "---\na: b\n",
    "a document mark between": "a: b\n---\nc: d\n",
    "an end mark between": "a: b\n...\nc: d\n",
    "an end mark last": "a: b\n...\n",
    "a directive": "%YAML 1.2\n---\na: b\n",
    "an anchor": "a: &b c\nd: e\n",
    "an alias": "a: *b\n",
    "a tag": "a: !!str b\n",
    "a merge key": "<<: a\nb: c\n",
    "a tab": "a:\tb\nc: d\n",
    "a tab in quotes": 'a: "b\tc"\n',
    "an escape": 'a: "b\\nc"\nd: "e\\"\nf: g"\n',
    "a doubled quotation mark": "a: 'b''c'\n",
    "an odd line break": "a: b\u2028c: d\ne: f\n",
    "another odd line break": "a: b\x85c: d\n",
    "a space that does not break": "a: 1\u00a0250\nb:\u00a0c\n",
    "a mark of byte order": "\ufeffa: b\n",
    "a mark of byte order inside": "a: \ufeffb\n",
    "a mark of byte order in a comment": "# \ufeff\na: b\n",
    "a control character": "a: b\x07\n",
    "line feeds from Windows": "a: b\r\nc:\r\n  - d\r\n",
    "a carriage return alone": "a: b\rc: d\n",
    "no line feed at the end": "a: b\nc: d",
    "empty lines at the end": "a: b\n\n\n",
    "spaces after values": 'a: b   \nc: "d"  \ne: [f]  \n',
    "signs that begin nothing": "a: - b\nc: ?\nd: -\ne: @f\n",
    "signs that begin something": "a: `b\n",
    "an empty file": "",
    "only a comment": "# a\n",
    "only a word": "a\n",
    "a list": "- a: b\n",
    "something above the first key": "a\nb: c\n",
    "a row with empty places": "a: [b,, c]\n",
    "a row that ends with a comma": "a: [b, ]\n",
    "a row with a colon": "a: [b: c]\n",
    "brackets in an unquoted value": "a: b [c] {d}\n",
    "an unquoted value that ends in a bracket": "a: b]\n",
    "a very long key": f"{'a' * 2000}: b\nc: d\n",
    "twenty-one levels": "a: " + "[" * 21 + "]" * 21 + "\n",
}
ODD_MARKDOWN = {
    "plain": "---\na: b\n---\n\nText\n",
    "spaces after the fences": "---  \na: b\n--- \nText  \n\n",
    "a fence in the text": "---\na: b\n---\n---\nText\n",
    "no text": "---\na: b\n---\n",
    "no text and no line feed": "---\na: b\n---",
    "no keys": "---\n---\nText\n",
    "no fence": "Text\n",
    "a fence that is not closed": "---\na: b\n",
    "a key called text": "---\ntext: b\n---\nText\n",
    "empty lines with spaces above": "---\na: b\n---\n \n\t\n  Text\n",
    "a control character in the text": "---\na: b\n---\nTe\x07xt\n",
    "an odd line break in the text": "---\na: b\n---\n\u2028\nTe\u2028xt\n",
    "a quoted value with a fence in it": '---\na: "b\n---\nc"\n---\nText\n',
    "line feeds from Windows": "---\r\na: b\r\n---\r\n\r\nText\r\n",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_yaml_is_read_as_our_reader_reads_it(text: str) -> None:
    assert outlined(text.encode(), "a.yml") == as_read(text.encode(), "a.yml")


@pytest.mark.parametrize("text", ODD_MARKDOWN.values(), ids=ODD_MARKDOWN.keys())
def test_odd_markdown_is_read_as_our_reader_reads_it(text: str) -> None:
    assert outlined(text.encode(), "a.md") == as_read(text.encode(), "a.md")


@pytest.mark.parametrize("data", [b"a: \xe5\n", b"\xff\xfea\x00", b"---\na: b\n---\n\xe5\n"])
def test_what_is_not_utf8_is_not_read(data: bytes) -> None:
    assert [read_outline(data, path) for path in ("a.yml", "a.md")] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        f"a: b{' ' * 50_000}: c\n",
        f"a: b{' ' * 50_000}#c: d\n",
        f"a: [{'b ' * 50_000}\n",
        f"a: [{'b, ' * 50_000}:]\n",
        "a:\n" + "  - b: c\n" * 20_000 + "  -\n",
        "a: b\n" + "#\n" * 50_000 + " c\n",
        "a:\n" + "  b: c   \n" * 10_000 + "d\n",
    ],
    ids=range(7),
)
def test_no_file_takes_long(text: str) -> None:
    """To try every way to read these would take hours."""
    assert outlined(text.encode(), "a.yml") == as_read(text.encode(), "a.yml")


def test_the_files_of_a_county_are_read_without_parsing_them_whole() -> None:
    for path, data in county_files().items():
        if path.endswith(".yml"):
            assert cut(data.decode()) is not None, path
            assert outlined(data, path) == as_read(data, path)


BEFORE = """\
id: "x"
name: Namn
text_evidence: documented
references: ["a"]
people:
  - id: "anna"
    age: 1
  - id: "bo"
    age: 2
"""


@pytest.mark.parametrize(
    ("old", "new", "keys"),
    [
        ('id: "x"', "id: x", ()),
        ("Namn", "Nytt  namn", ("name",)),
        ("Namn", '"Namn "', ()),
        ("Namn", '"Na\u00admn"', ()),
        ('["a"]', '\n  - "a"', ()),
        ('["a"]', '["a", "b"]', ("references",)),
        ("name: Namn\n", "", ("name",)),
        ("name: Namn\n", "name: Namn\nnew: 1\n", ("new",)),
        ("age: 2", "age: 3", ("people",)),
        ("age: 2", "age: 2 # år", ()),
    ],
)
def test_keys_that_differ(old: str, new: str, keys: tuple[str, ...]) -> None:
    assert old in BEFORE
    before, after = (read_outline(text.encode(), "a.yml") for text in (BEFORE, BEFORE.replace(old, new)))
    assert before is not None and after is not None
    assert differing_keys(before, after) == keys
    assert sorted(differing_keys(after, before)) == sorted(keys)


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ("age: 2", "age: 3", ("bo",)),
        ("age: 2", "age: 2 # år", ()),
        ("age: 2", "age: 2\n  - id: cilla\n    age: 3", ("cilla",)),
        ('  - id: "anna"\n    age: 1\n', "", ("anna",)),
        ('id: "anna"', "code: anna", ("anna",)),
        ('id: "anna"', "namn: anna", ("people", "anna")),
        ("people:\n  -", "people:\n  - id: {a: b}\n  -", ("{'a': 'b'}",)),
        ('  - id: "anna"\n    age: 1\n  - id: "bo"\n    age: 2\n', "  []\n", ("anna", "bo")),
        ("people:", "folk:", ("anna", "bo")),
        ("Namn", "Nytt namn", ("name",)),
    ],
)
def test_records_that_differ(old: str, new: str, names: tuple[str, ...]) -> None:
    assert old in BEFORE
    before, after = (read_outline(text.encode(), "a.yml") for text in (BEFORE, BEFORE.replace(old, new)))
    assert before is not None and after is not None
    assert differing_records(before, after) == names
