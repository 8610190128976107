"""Change one thing in a file, and leave everything else as it was.

Comments, order, quotes and white space around what is changed stay, byte for byte. What comes out is read
again before it is given back: nothing but what was asked for has changed.
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from strategi.content.document import Document, Keys, Plain
from strategi.content.fields import fields_by_key
from strategi.content.front_matter import keys_part, read_markdown
from strategi.content.plain_data import mapping_at, plain_at, plain_of, replaced
from strategi.content.words_of_today import in_words_of_today
from strategi.content.writing import Item, NotWritable, Writable, body_text, checked, record_items
from strategi.content.yaml_edits import YamlEdits
from strategi.content.yaml_reader import read_yaml
from strategi.model.evidence import Evidence
from strategi.model.finding import Finding
from strategi.model.governed import TEXT
from strategi.model.record import Record


def with_value(document: Document, keys: Keys, value: Writable) -> str:
    """The file's text with another value at `keys`; a key that is not there is added. Raises `NotWritable`.

    None takes the key away.
    """
    return _changed(document, keys, value)


def with_record(document: Document, keys: Keys, record: Item) -> str:
    """The file's text with another record at `keys`: only the values that differ are written anew.

    The text of a part, below the keys of a Markdown file, is left as it is. Raises `NotWritable`.
    """
    wanted = dict(record_items(record) if isinstance(record, Record) else record.items())
    order = tuple(wanted)
    held = mapping_at(document.data, keys)
    same = _same(document, held, record) if isinstance(record, Record) else frozenset()
    for key, value in {**wanted, **{key: None for key in held if key not in wanted}}.items():
        is_body = key == TEXT and document.body is not None
        if not is_body and key not in same and held.get(key) != _read_back(value):
            after = order[: order.index(key)] if key in order else ()
            document = _read(document, _changed(document, (*keys, key), value, after=after))
    return document.text


def with_item(document: Document, keys: Keys, item: Writable) -> str:
    """The file's text with one more item last in the list at `keys`. Raises `NotWritable`."""
    held = plain_at(document.data, keys)
    items = held if isinstance(held, list) else []
    edits = YamlEdits(document)
    if not items or edits.in_one_line(keys):
        return _changed(document, keys, [*items, item])
    expected = replaced(document.data, keys, [*items, plain_of(item)])
    return _verified(document, edits.with_last_item(keys, item), expected)


def with_body(document: Document, text: str) -> str:
    """The text of a Markdown file with another text below its keys. Raises `NotWritable`."""
    keys, shift = keys_part(document.text)
    fence = document.text.split("\n")[document.text[: shift + len(keys)].count("\n")]
    body = checked(body_text(text))
    edited = f"{document.text[: shift + len(keys)]}{fence}\n" + (f"\n{body}\n" if body else "")
    if _read(document, edited).body != body:
        raise NotWritable("texten går inte att skriva under nycklarna så att den läses som den är")
    return edited


def _same(document: Document, held: Mapping[str, Plain], record: Record) -> frozenset[str]:
    """The keys that mean in the file what they mean in the record, also where they are written otherwise."""
    body = {} if document.body is None else {TEXT: document.body or Evidence.NOT_FOUND.value}
    kind = type(record)
    try:
        before = kind.model_validate({**held, **body})
    except ValidationError:
        return frozenset()
    names = zip(fields_by_key(kind), kind.model_fields, strict=True)
    return frozenset(key for key, name in names if getattr(before, name) == getattr(record, name))


def _read_back(value: Writable) -> Plain | None:
    return None if value is None else plain_of(value)


def _changed(document: Document, keys: Keys, value: Writable, *, after: tuple[str, ...] = ()) -> str:
    """Set, add or take away one value, in a way that fits how what holds it is written."""
    holder, last = keys[:-1], keys[-1]
    edits = YamlEdits(document)
    if isinstance(last, int):
        if value is None:
            raise NotWritable("en rad i en lista tas bort för hand")
        expected = replaced(document.data, keys, plain_of(value))
        return _verified(document, edits.with_item(holder, last, value), expected)
    if value is None and last not in mapping_at(document.data, holder):
        return document.text
    expected = replaced(document.data, keys, _read_back(value))
    if not edits.in_one_line(holder):
        return _verified(document, edits.with_entry(holder, last, value, after=after), expected)
    if not holder:
        raise NotWritable("filen är skriven inom klamrar; skriv den med en nyckel på varje rad")
    return _changed(document, holder, plain_at(expected, holder))


def _verified(document: Document, text: str, expected: Plain) -> str:
    """The text, when it reads as it should."""
    if _read(document, text).data != expected:
        raise NotWritable(f"{document.path} är skriven så att den inte går att ändra; gör det för hand")
    return text


def _read(document: Document, text: str) -> Document:
    findings: list[Finding] = []
    read = read_yaml if document.body is None else read_markdown
    found = read(text, document.path, findings)
    if found is None or findings:
        raise NotWritable(f"{document.path} går inte att ändra: {findings[0].message}")
    return in_words_of_today(found)
