"""How is a macro that failed reported: on which page and line, how it was called, and what to do?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.render.calls import call_text, find_call
from macros.render.templating import fragment


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A macro call as an engine makes it: on which page, and with what."""

    page_url: str
    macro: str
    arguments: tuple[Any, ...]
    options: Mapping[str, Any]


class MacroFailure(Exception):
    """A macro call that gave no fragment. As text, it is Swedish and made for the editor."""

    def __init__(self, *, root: Path, called: Called, error: Exception) -> None:
        super().__init__(called.macro)
        self.root, self.called, self.error = root, called, error

    def __str__(self) -> str:
        call = call_text(self.called.macro, self.called.arguments, self.called.options)
        fault = f"{self.place}: {{{{ {call} }}}} gick inte att visa."
        return f"{fault}\n  varför: {self.reason}\n  gör så: {self.remedy}"

    @property
    def place(self) -> str:
        """Path and line of the call."""
        path = page_path(self.root, self.called.page_url)
        source = path.read_text("utf-8") if path.is_file() else ""
        line = find_call(source, self.called.macro, self.called.arguments)
        return f"{path.relative_to(self.root).as_posix()}:{line}"

    @property
    def reason(self) -> str:
        """The error's own words, with its kind where they say nothing."""
        return str(self.error) or type(self.error).__name__

    @property
    def remedy(self) -> str:
        """What the editor can do."""
        if isinstance(self.error, LookupError):
            return "rätta namnet i anropet, eller lägg till det som saknas i strategy/ eller indicators/"
        return "kontrollera anropet och kör strategi check"


def failure_box(failure: MacroFailure) -> str:
    """Show the failure in its place on the page, while an editor works."""
    return fragment("failure.html", failure=failure)


def page_path(root: Path, page_url: str) -> Path:
    """The Markdown file of the page at that address."""
    folder = root / "docs" / page_url
    index = folder / "index.md"
    return index if index.is_file() else folder.with_suffix(".md")
