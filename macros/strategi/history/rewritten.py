"""Find the indicators whose files of figures are not written alike in two trees."""

from __future__ import annotations

from strategi.content.tree import Tree
from strategi.history.files import definition_of, id_by_name, is_table


def rewritten(old: Tree, new: Tree) -> frozenset[str]:
    """Ids of the indicators whose files of figures differ as text. Raises `UnreadableFile`."""
    before, after = _tables(old), _tables(new)
    return frozenset(each for each in before.keys() & after.keys() if before[each] != after[each])


def _tables(tree: Tree) -> dict[str, bytes]:
    """Files of figures by indicator id."""
    tables = (path for path in tree.paths("indicators") if is_table(path))
    return {id_by_name(definition_of(path)): tree.read(path) for path in tables}
