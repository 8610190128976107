"""Check that editors' programs find the schemas, and that they are those of the reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from strategi.content.layout import FOLDERS, SCHEMA_FOLDER, schema_line, schema_name
from strategi.content.tree import Tree, UnreadableFile
from strategi.model.finding import Finding, Severity
from strategi.model.rule import RuleDescription

_GROUND = "CONTRIBUTING.md, hjälp medan du skriver"

SCHEMA_OLD = RuleDescription(
    id="STR146",
    name="schema-old",
    title="Schemana i docs/schema/ är de som läsaren följer",
    reference=_GROUND,
    advice="Kör strategi schema --write.",
    severity=Severity.WARNING,
)
SCHEMA_LINE = RuleDescription(
    id="STR147",
    name="schema-line",
    title="En .yml-fil nämner sitt schema på första raden",
    reference=_GROUND,
    advice="Skriv raden överst i filen.",
    severity=Severity.WARNING,
)


def check_schema_files(tree: Tree, schemas: Mapping[str, str]) -> tuple[Finding, ...]:
    """Compare `docs/schema/` with the schemas, text by name, and read each file's first line.

    A county that keeps no schemas is not asked for any.
    """
    # The pages' whole folder is listed, as by the other checks: what stands in its place is told by them.
    kept = {path: _text(tree, path) for path in tree.paths("docs") if path.startswith(f"{SCHEMA_FOLDER}/")}
    return tuple(sorted([*_copies(kept, schemas), *_first_lines(tree)])) if kept else ()


def _copies(kept: Mapping[str, str], schemas: Mapping[str, str]) -> Iterator[Finding]:
    wanted = {f"{SCHEMA_FOLDER}/{name}.json": text for name, text in schemas.items()}
    copies = {path for path in kept if path.endswith(".json")}
    for path in sorted(copies | wanted.keys()):
        if path not in wanted:
            yield SCHEMA_OLD.at(path, 1, 1, "schemat beskriver ingenting längre")
        elif path not in kept:
            yield SCHEMA_OLD.at(path, 1, 1, "schemat saknas")
        elif kept[path] != wanted[path]:
            yield SCHEMA_OLD.at(path, 1, 1, "schemat är ett annat än det som filerna läses efter")


def _first_lines(tree: Tree) -> Iterator[Finding]:
    paths = (path for folder in FOLDERS for path in tree.paths(folder))
    for path in paths:
        if PurePosixPath(path).suffix != ".yml" or not schema_name(path):
            continue
        first, wanted = _text(tree, path).partition("\n")[0].rstrip("\r"), f"# {schema_line(path)}"
        if first != wanted:
            message = "filen nämner inte sitt schema på första raden"
            yield SCHEMA_LINE.at(path, 1, 1, message, value=first, advice=f"Skriv överst: {wanted}")


def _text(tree: Tree, path: str) -> str:
    """What the file says; nothing where it cannot be read, which others tell of."""
    try:
        return tree.read(path).decode("utf-8", errors="replace")
    except UnreadableFile:
        return ""
