"""Laws of the light reading of files: it agrees with our reader, and so does what it says differs."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategi.content.outline import differing_keys, read_outline
from strategi.model.digest import canonical_line, canonical_text

from tests.engine.content.outlines import as_read, outlined

# Pieces that mean something to YAML, alone or side by side.
PIECES = st.sampled_from(
    [
        *("\n", "\n", "\n  ", "\n- ", "\n  - ", "a: ", "b: ", "c: ", '"a": ', ":", " ", " #", "#", '"', "'"),
        *("[", "]", "{", "}", ", ", "|", ">", "&", "*", "!", "%", "---", "...", "\n---\n", "?", "- ", "-"),
        *("x", "å", "1 250", "\t", "\\", "\r\n", "\r", "\u00a0", "\u2028", "\x85", "\ufeff", "\x00"),
        *("<<: ", "~", "`", "@", "”"),
    ]
)
ANYTHING = st.lists(PIECES, max_size=25).map("".join)
WORD = st.sampled_from(
    ["x", "x y", '"x"', "'x'", '"x: y"', "[x, y]", "[]", '"x\u00ady"', "x  y", "å", "", "x # y"]
)
LINE = st.sampled_from(["a", "b", "c", "text", '"d"']).flatmap(
    lambda key: WORD.map(lambda word: f"{key}: {word}\n")
)
RECORD = st.builds("  - id: {}\n    e: {}\n".format, WORD, WORD)
LIST = st.lists(RECORD, max_size=3).map(lambda records: "f:\n" + "".join(records))
PLAIN = st.lists(LINE | LIST | ANYTHING.map(lambda text: f"{text}\n"), max_size=6).map("".join)
MARKDOWN = st.builds("---\n{}---\n{}".format, PLAIN, ANYTHING)
FILES = st.tuples(PLAIN | ANYTHING, st.just("a.yml")) | st.tuples(MARKDOWN | ANYTHING, st.just("a.md"))


@settings(max_examples=1500)
@given(FILES)
@example(('note: "x\nb: y"\n', "a.yml"))
def test_every_file_is_read_as_our_reader_reads_it(file: tuple[str, str]) -> None:
    text, path = file
    assert outlined(text.encode(), path) == as_read(text.encode(), path)


@settings(max_examples=600)
@given(FILES, st.data())
def test_the_keys_that_differ_are_those_whose_values_do(file: tuple[str, str], data: st.DataObject) -> None:
    text, path = file
    other = data.draw(st.just(text.replace("x", "y", 1)) | FILES.map(lambda each: each[0]))
    before, after = (read_outline(each.encode(), path) for each in (text, other))
    old, new = (as_read(each.encode(), path) for each in (text, other))
    if before is None or after is None or old is None or new is None:
        return
    differing = {key for key in {**old, **new} if folded(key, old) != folded(key, new)}
    assert set(differing_keys(before, after)) == differing


def folded(key: str, values: dict[str, object]) -> object:
    """A value as it is compared."""
    value = values.get(key)
    if not isinstance(value, str):
        return value
    return canonical_text(value) if key == "text" else canonical_line(value)
