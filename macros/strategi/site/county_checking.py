"""Check what a county keeps beside its content: copies of schemas, and owners on the forge."""

from __future__ import annotations

from strategi.content.layout import FOLDERS
from strategi.content.tree import Tree, UnreadableFile, WorkingTree
from strategi.model.finding import Finding
from strategi.model.strategy import Strategy
from strategi.render.schemas import schema_json, schemas
from strategi.rules.owners import OWNERS, check_owners
from strategi.rules.schema_files import check_schema_files
from strategi.site.loading import Site

_PAGES = "docs"


def check_county(site: Site) -> tuple[Finding, ...]:
    """Every fault in the files beside the content, sorted."""
    tree = WorkingTree(site.root)
    texts = {name: schema_json(schema) for name, schema in schemas(site.reading.words).items()}
    decided = site.upcoming or site.strategy
    return tuple(sorted([*check_schema_files(tree, texts), *(_owners(tree, decided) if decided else ())]))


def _owners(tree: Tree, strategy: Strategy) -> tuple[Finding, ...]:
    try:
        text = tree.read(OWNERS).decode("utf-8", errors="replace")
    except UnreadableFile:
        return ()  # a county need not say who is asked
    return check_owners(
        text, [path for folder in (*FOLDERS, _PAGES) for path in tree.paths(folder)], strategy
    )
