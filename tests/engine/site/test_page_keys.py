"""The keys above a page are read as the generator reads them, and what it could not read is told."""

from __future__ import annotations

import pytest
from strategi.model.words import swedish
from strategi.site.page_checking import check_pages_in

from tests.engine.content.trees import MemoryTree

D = 'description: "x"'
# The keys of a page, and the line and rule of each fault.
CASES: dict[str, tuple[str, list[tuple[int, str]]]] = {
    "sound": (f'{D}\ntitle: "Om: {{ }} klamrar"\n', []),
    "a bracket that is not closed": (f"{D}\nx: [\n", [(3, "STR104")]),
    "a tag": (f"{D}\nx: !!python/object/apply:os.system [ls]\n", [(1, "TXT622")]),
    "a day that does not exist": (f"{D}\ndate: 2022-13-45\n", [(1, "TXT622")]),
    "a list": ("- a\n", [(1, "TXT616"), (1, "TXT622")]),
    "braces as they stand": (f'{D}\ntitle: "{{{{ 1 }}}}"\n', [(3, "TXT621")]),
    "braces that an escape makes": (f'{D}\ntitle: "\\x7b\\x7b 2657*2 }}}}"\n', [(3, "TXT621")]),
    "braces of an escape in a key": (f'{D}\n"\\x7b\\x25 x": "y"\n', [(3, "TXT621")]),
    "braces in a folded value": (f"{D}\ntitle: >-\n  {{{{\n  1 }}}}\n", [(4, "TXT621")]),
}


@pytest.mark.parametrize("name", CASES)
def test_keys(name: str) -> None:
    keys, expected = CASES[name]
    tree = MemoryTree({"docs/sida.md": f"---\n{keys}---\n\n# Sida\n".encode(), "mkdocs.yml": b"nav: []\n"})
    found = check_pages_in(tree, None, swedish(), broken=frozenset())
    assert [(each.line, each.rule_id) for each in found] == expected


def test_the_menu_is_read_as_it_comes_out() -> None:
    settings = b'site_url: !ENV [X, ""]\nnav:\n  - "\\x7b\\x7b 2657*2 }}": om.md\n'
    found = check_pages_in(MemoryTree({"mkdocs.yml": settings}), None, swedish(), broken=frozenset())
    assert [(each.path, each.line, each.rule_id) for each in found] == [("mkdocs.yml", 3, "TXT621")]
