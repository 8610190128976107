"""Give the files that the engine brings to every site besides its frame: schemas and the digest's program."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from strategi.model.words import Words
from strategi.render.addresses import CHECKSUM_FILES, SCHEMAS
from strategi.render.schemas import schema_json, schemas

_OF_CHECKSUM = ("kontrollsumma.py", "vektorer.json")


@cache
def brought_files(words: Words) -> Mapping[str, str]:
    """The text of each file, by address."""
    checksum = files("strategi") / "checksum"
    return {
        **{f"{CHECKSUM_FILES}{name}": (checksum / name).read_text("utf-8") for name in _OF_CHECKSUM},
        **{f"{SCHEMAS}{name}.json": schema_json(schema) for name, schema in schemas(words).items()},
    }
