"""The schemas accept every file of this county, as our reader and as editors' programs see it."""

from __future__ import annotations

import pytest
from strategi.content.layout import FOLDERS, schema_name

from tests.building import REPOSITORY
from tests.engine.render.test_schemas import as_editors_see_it, document, faults

PATHS = sorted(
    path.relative_to(REPOSITORY).as_posix()
    for folder in FOLDERS
    for path in (REPOSITORY / folder).rglob("*")
    if schema_name(path.relative_to(REPOSITORY).as_posix())
)


@pytest.mark.parametrize("path", PATHS)
def test_a_file_is_accepted(path: str) -> None:
    text = (REPOSITORY / path).read_text("utf-8")
    assert faults(path, document(path, text).data) == []
    assert faults(path, as_editors_see_it(path, text)) == []
