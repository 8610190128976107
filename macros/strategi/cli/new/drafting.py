"""Draft files, check what they would lead to, and write them all at once."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click
from pydantic import ValidationError

from strategi.cli.outcome import FINDINGS, NotRun
from strategi.cli.trees import find_tree
from strategi.content.document import Document
from strategi.content.parsing import parse
from strategi.content.placing import Misplaced, write_all
from strategi.content.reader import read_strategy
from strategi.content.reading import Reading
from strategi.content.tree import UnreadableFile
from strategi.content.writing import Writable, file_text
from strategi.model.finding import Severity
from strategi.model.record import Record
from strategi.model.strategy import Strategy
from strategi.render.printable import printable
from strategi.render.terminal.findings import findings_text, summary
from strategi.rules.new_findings import new_findings


class Draft:
    """Files that are to be written, over those that stand in a folder."""

    def __init__(self, root: Path, today: date) -> None:
        self._root = root
        self._today = today
        self._tree = find_tree(root, None)
        self._files: dict[str, str] = {}
        self._edited: set[str] = set()
        self.faults: list[str] = []
        """What is wrong with what the editor has said, in Swedish."""
        self.reading: Reading = read_strategy(self._tree, today=today)
        if self.reading.strategy is None:
            raise NotRun("strategin i filerna går inte att läsa; kör strategi check")
        self.strategy: Strategy = self.reading.strategy

    def create(
        self, path: str, kind: type[Record], data: Mapping[str, Writable], *, comments: Sequence[str] = ()
    ) -> None:
        """Draft a file with one record. What the model refuses is written as it is, for the check to find."""
        try:
            content: Record | Mapping[str, Writable] = kind.model_validate(data)
        except ValidationError:
            content = data
        self.create_text(path, file_text(path, content, comments=comments))

    def create_text(self, path: str, text: str) -> None:
        """Draft a file that must not be there."""
        if os.path.lexists(self._root / path):
            self.faults.append(f"filen {path} finns redan och skrivs inte över")
        self._files[path] = text

    def edit(self, path: str, text: str) -> None:
        """Draft another text of a file that is there."""
        self._files[path] = text
        self._edited.add(path)

    def document(self, path: str) -> Document:
        """A file as it stands, or as it is drafted. Raises NotRun where it cannot be read."""
        if path in self._files:
            found = parse(self._files[path], path, [])
        else:
            found = self.reading.documents.get(path)
        if found is None:
            raise NotRun(f"{path} saknas eller går inte att läsa; kör strategi check")
        return found

    def write(self, ctx: click.Context, *, next_steps: Sequence[str]) -> None:
        """Write all, if no fault comes with it; else print what would be wrong, and end."""
        found = new_findings(self._tree, self._files, today=self._today)
        said = "".join(f"fel: {printable(each)}\n" for each in self.faults)
        click.echo(said + findings_text(found) + (summary(found) if found else ""), nl=False, err=True)
        if self.faults or any(each.severity is Severity.ERROR for each in found):
            click.echo("Ingenting är skrivet.", err=True)
            ctx.exit(FINDINGS)
        try:
            write_all(self._root, {path: self._as_before(path, text) for path, text in self._files.items()})
        except Misplaced as error:
            raise NotRun(str(error)) from error
        for path in self._files:
            click.echo(f"{'Ändrade' if path in self._edited else 'Skrev'} {path}")
        click.echo("\nNästa steg:\n" + "\n".join(f"  - {each}" for each in next_steps))

    def _as_before(self, path: str, text: str) -> bytes:
        """The bytes of a file, with ends of lines as the file had them."""
        try:
            is_windows = path in self._edited and b"\r\n" in self._tree.read(path)
        except UnreadableFile:
            is_windows = False
        return text.replace("\n", "\r\n").encode() if is_windows else text.encode()


def file_of(folder: str, name: str) -> str:
    """The file of a record that is named by what the editor wrote; a name never leads to another folder."""
    return f"{folder}/{name.replace('/', '-').strip('. ') or 'namn'}.yml"
