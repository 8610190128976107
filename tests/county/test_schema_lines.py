"""Does every YAML file name the schema that describes it?"""

from __future__ import annotations

from pathlib import PurePosixPath

from strategi.content.layout import schema_line, schema_name
from strategi.content.tree import WorkingTree

from tests.building import REPOSITORY


def test_every_yaml_file_names_its_schema_in_its_first_line() -> None:
    tree = WorkingTree(REPOSITORY)
    paths = [
        path for folder in ("strategy", "indicators") for path in tree.paths(folder) if path.endswith(".yml")
    ]
    assert len(paths) > 40
    for path in paths:
        first = tree.read(path).decode().split("\n", 1)[0]
        assert (path, first) == (path, f"# {schema_line(path)}")
        target = first.partition("$schema=")[2]
        named = (REPOSITORY / PurePosixPath(path).parent / target).resolve()
        assert named == REPOSITORY / "docs/schema" / f"{schema_name(path)}.json"
        assert named.is_file()
