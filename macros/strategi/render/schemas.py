"""Build the JSON Schema of every kind of file, for editors' programs.

The schemas follow from the models, so that they describe what the reader does. The reader takes every scalar
as text: a number or a truth value may stand in quotes or not.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from pydantic.fields import FieldInfo
from pydantic.json_schema import models_json_schema

from strategi.content.fields import fields_by_key, nested_record, other_words
from strategi.content.layout import (
    ListFile,
    list_files,
    optional_files,
    record_folders,
    schema_name,
    whole_files,
)
from strategi.model.evidence import Absence, Evidence
from strategi.model.parts import Part
from strategi.model.record import Record
from strategi.model.words import Words
from strategi.render.wording.choice_words import choice_meaning, choices_words, enum_in
from strategi.render.wording.key_words import key_meaning, key_title

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_BELOW_THE_KEYS = "text"
_TITLES: Mapping[str, str] = {
    "adoptions": "{Principal.definite_plural_genitive} beslut om en revidering",
    "bodies": "Råd, nätverk och grupper med en roll i strategin",
    "events": "Det som har hänt med strategin",
    "focus-shifts": "Förflyttningar av fokus",
    "governance": "Vem som beslutar om vad",
    "indicator": "{Indicator.a}",
    "plan": "{Principal.a_genitive} lokala plan",
    "postponements": "Beslut om att nästa revidering ska göras en annan dag",
    "principals": "{Principal.definite_plural}, och de områden som värden gäller för",
    "principles": "Nycklarna i {principles.full}",
    "references": "Källor som strategin vilar på",
    "revision": "En revidering",
    "roadmap-section": "Nycklarna i ett avsnitt i {roadmap.definite}",
    "site": "Vad webbplatsen säger om sig själv",
    "sources": "Varifrån värdena hämtas",
    "strategy": "Strategins grunduppgifter",
    "subgoal": "Nycklarna i {goal.a}",
    "words": "Vad saker kallas",
    "vision": "Nycklarna i {vision.definite}",
}
# What is written as text where the model has another type.
_AS_TEXT: Mapping[str, Schema] = {
    "integer": {"type": "string", "pattern": "^[0-9]{1,9}$"},
    "number": {"type": "string", "pattern": "^-?[0-9]{1,15}([.][0-9]{1,15})?$"},
    "boolean": {"enum": ["true", "false"]},
}
# Within a union pydantic leaves the bound as the model has it.
_KEYS = {"gt": "exclusiveMinimum"}
_POSITIVE = "^0*[1-9][0-9]{0,8}$"
_DAY: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "format": "date"}


def schemas(words: Words) -> Mapping[str, Schema]:
    """The JSON Schema of every kind of file, by name, explained in the words of a county."""
    kinds = {schema_name(path): kind for path, kind in whole_files().items()}
    kinds |= {schema_name(path): kind for path, kind in optional_files().items()}
    kinds |= {layout.schema: layout.record for layout in record_folders().values()}
    found = {name: _record(kind, words) for name, kind in kinds.items()}
    found |= {schema_name(path): _lists(file, words) for path, file in list_files().items()}
    return {
        name: {"$schema": _DIALECT, "title": words.say(_TITLES[name]), **found[name]}
        for name in sorted(found)
    }


def schema_json(schema: Schema) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _lists(file: ListFile, words: Words) -> Schema:
    lists = {key: {"type": "array", "items": _record(kind, words)} for key, kind in file.lists.items()}
    return {
        "type": "object",
        "properties": {key: _named(held, None, key, words) for key, held in lists.items()},
        "required": [key for key in lists if key not in file.optional],
        "additionalProperties": False,
    }


def _record(kind: type[Record], words: Words) -> Schema:
    """One record, with all that it holds written out: editors then need to follow no references."""
    (_, made) = models_json_schema([(kind, "validation")], by_alias=True)
    definitions: Schema = made["$defs"]
    return _object(kind, definitions[kind.__name__], definitions, words)


def _object(kind: type[Record], made: Schema, definitions: Schema, words: Words) -> Schema:
    fields = fields_by_key(kind)
    if issubclass(kind, Part):
        fields.pop(_BELOW_THE_KEYS)
    return {
        "type": "object",
        "properties": {
            key: _property(kind, key, field, made["properties"][key], definitions, words)
            for key, field in fields.items()
        },
        "required": [key for key in made.get("required", ()) if key in fields],
        "additionalProperties": False,
    }


def _property(
    kind: type[Record], key: str, field: FieldInfo, made: Schema, definitions: Schema, words: Words
) -> Schema:
    inner = nested_record(field.annotation)
    if inner:
        rows = _object(inner, definitions[inner.__name__], definitions, words)
        fewest = {"minItems": made["minItems"]} if "minItems" in made else {}
        return _named({"type": "array", "items": rows, **fewest}, kind, key, words)
    others = other_words(kind, (key,))
    is_known = Evidence.NOT_FOUND.value in others
    choices = enum_in(field.annotation)
    value = _chosen(choices, words, others) if choices else _value(made, definitions, words)
    meanings = f" Välj: {choices_words(choices, words)}." if choices else ""
    return _named(value, kind, key, words, is_known=is_known, meanings=meanings)


def _word(word: str, words: Words) -> Schema:
    """A word that may stand in place of a value."""
    meanings = {choice.value: choice for choice in (Evidence.NOT_FOUND, Absence.NONE)}
    return {"const": word, "description": choice_meaning(meanings[word], words)}


def _named(
    schema: Schema,
    kind: type[Record] | None,
    key: str,
    words: Words,
    *,
    is_known: bool = False,
    meanings: str = "",
) -> Schema:
    """A schema with what its key is called and means."""
    meaning = key_meaning(kind, key, words, takes_not_found=is_known)
    return {"title": key_title(kind, key, words), "description": meaning + meanings, **schema}


def _chosen(choices: type[Enum], words: Words, others: Sequence[str]) -> Schema:
    """One of some words. What each means is kept where editors look for it, though no standard says so."""
    chosen: Schema = {
        "enum": [each.value for each in choices],
        "enumDescriptions": [choice_meaning(each, words) for each in choices],
    }
    return {"anyOf": [chosen, *(_word(other, words) for other in others)]} if others else chosen


def _value(made: Schema, definitions: Schema, words: Words) -> Schema:
    """The schema of a value as it may be written, from that of the value in the model."""
    if "$ref" in made:
        return _value(definitions[made["$ref"].rpartition("/")[2]], definitions, words)
    if "anyOf" in made:
        forms = [_value(each, definitions, words) for each in made["anyOf"] if each != {"type": "null"}]
        return forms[0] if len(forms) == 1 else {"anyOf": _flat(forms)}
    if "const" in made:
        return _word(made["const"], words)
    if made.get("format") == "date":
        return _DAY
    if "items" in made:
        items: Schema = {"type": "array", "items": _value(made["items"], definitions, words)}
        return items | ({"minItems": made["minItems"]} if "minItems" in made else {})
    kept: Schema = {
        _KEYS.get(key, key): held
        for key, held in made.items()
        if key not in ("title", "description", "default")
    }
    return {"anyOf": [kept, _as_text(kept)]} if made.get("type") in _AS_TEXT else kept


def _flat(forms: list[Schema]) -> list[Schema]:
    return [inner for form in forms for inner in (form["anyOf"] if set(form) == {"anyOf"} else [form])]


def _as_text(made: Schema) -> Schema:
    is_positive = made.get("exclusiveMinimum") == 0
    return {"type": "string", "pattern": _POSITIVE} if is_positive else _AS_TEXT[made["type"]]
