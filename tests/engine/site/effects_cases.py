"""Proposals in the invented county, and what its public reads before and after."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from strategi.content.reader import read_strategy
from strategi.content.tree import Tree, WorkingTree
from strategi.history.chronicle import read_log
from strategi.history.trees import tree_at
from strategi.model.effects import ReaderEffects
from strategi.model.strategy import Strategy
from strategi.site.effects import Files, reader_effects

from tests.engine.cli.county_history import SUBGOAL, TABLE, changed, first_text, second_text
from tests.engine.content.cases import TODAY
from tests.engine.history.repositories import commit, new_repository

LEDGER = "strategy/adoptions/2022-12-01.yml"
_REMOVED = ("indicators/n02-besok.yml", "indicators/n02-besok.csv", "docs/nyckeltal/n02.md")
_NOT_DOCUMENTED = """    outcome: not-documented
    outcome_evidence: not-found
    body: not-found
    decided_on: not-found"""
_ADOPTED = """    outcome: {outcome}
    outcome_evidence: documented
    body: "Kommunfullmäktige"
    decided_on: "2023-03-20\""""
PAGES = {
    "index.md": '{{ standing() }}\n\n# {{ text("vision") }}\n\n'
    'Av länets invånare är {{ value("N01") }} trygga hemma. Strategin är till för alla.\n\n'
    '{{ headlines("N01") }}\n\n{{ latest_changes() }}\n\n{{ adoption_summary() }}',
    "antaganden.md": "# Antaganden\n\n{{ standing() }}\n\n{{ adoptions() }}",
    "jamfor.md": "# Jämför versioner\n\n{{ chooser() }}",
    "revideringar.md": "# Revideringar\n\n{{ revision_log() }}",
    "strategin/hela.md": "# Hela strategin\n\n{{ standing() }}\n\n{{ whole_strategy() }}",
    "strategin/delmal/d1.md": '# {{ title("D1") }}\n\n{{ standing() }}\n\n{{ subgoal("D1") }}',
    "nyckeltal/index.md": "# Nyckeltal\n\n{{ indicator_overview() }}",
    "nyckeltal/n01.md": '# {{ name("N01") }}\n\n{{ indicator("N01") }}',
    "nyckeltal/n02.md": '# {{ name("N02") }}\n\n{{ indicator("N02") }}',
}
_HOSTILE = """# Hej {{ ''.__class__.__mro__ }}

{{ value("N99") }} {{ os.system("ls") }} {{ include("/etc/passwd") }} {{ value() }}
{% for x in (1,) %}{{ x }}{% endfor %}

<script>alert(1)</script> ![bild](javascript:alert(1)) \ue0007\ue001 **@alla** | a ~~b~~ {{ value("N01") }}
"""

Bytes = Mapping[str, bytes]


def base_files() -> dict[str, bytes]:
    """The first revision's files, and pages."""
    pages = {f"docs/{path}": _page(text) for path, text in PAGES.items()}
    return first_text() | pages


def proposals() -> Mapping[str, Callable[[], Bytes]]:
    """The files of each proposal, by the name of its golden file."""
    base = base_files()
    new_section = '# {{ title("ansvar") }}\n\n{{ roadmap_section("ansvar") }}'
    return {
        "figure-corrected": lambda: changed(base, TABLE, "0091,T,2023,79.0", "0091,T,2023,82.0"),
        "adoption-registered": lambda: _adopted("identical"),
        "adoption-deviating": lambda: _adopted("deviating"),
        "decided": lambda: base | second_text() | {"docs/strategin/fardplan/ansvar.md": _page(new_section)},
        "not-decided": lambda: changed(base, SUBGOAL, "nära hemmet", "långt bort"),
        "prose": lambda: changed(base, "docs/index.md", "är till för alla", "är till för alla i länet"),
        "page-added": lambda: base | {"docs/ny.md": _page('# Ny sida\n\nTalet är {{ value("N01") }}.')},
        "indicator-removed": lambda: {path: data for path, data in base.items() if path not in _REMOVED},
        "hostile-page": lambda: base | {"docs/ny.md": _page(_HOSTILE), "docs/bruten.md": b"# A\n\n{{ value("},
    }


def effects_of(root: Path, files: Bytes) -> tuple[ReaderEffects, Strategy]:
    """What the proposal changes for readers, in a repository of its own."""
    new_repository(root)
    commit(root, base_files())
    for path in base_files().keys() - files.keys():
        (root / path).unlink()
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return effects_between(root, "HEAD")


def effects_between(root: Path, base: str) -> tuple[ReaderEffects, Strategy]:
    """What differs for readers between a commit and the files as they stand."""
    trees: tuple[Tree, Tree] = (tree_at(root, base), WorkingTree(root))
    before, after = (read_strategy(tree, today=TODAY).strategy for tree in trees)
    assert before and after
    log = read_log(root, after, today=TODAY)
    sides = [
        Files(tree=tree, strategy=each, log=log) for tree, each in zip(trees, (before, after), strict=True)
    ]
    return reader_effects(sides[0], sides[1], today=TODAY), after


def _adopted(outcome: str) -> Bytes:
    return _last_changed(base_files(), LEDGER, _NOT_DOCUMENTED, _ADOPTED.format(outcome=outcome))


def _last_changed(files: Bytes, path: str, before: str, after: str) -> Bytes:
    first, found, last = files[path].decode().rpartition(before)
    assert found
    last = last.replace("references: []", 'references: ["beslut-2022"]')
    return {**files, path: (first + after + last).encode()}


def _page(text: str) -> bytes:
    return f'---\ndescription: "En sida."\n---\n\n{text}\n'.encode()
