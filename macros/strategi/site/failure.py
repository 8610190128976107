"""Report what a page asks for that cannot be shown: where it stands, as written, why, and what to do."""

from __future__ import annotations

from pathlib import Path

from strategi.content.tree import Tree
from strategi.render.calls import Call
from strategi.render.page_pieces import Refused
from strategi.render.registry.page_check import refusal_words
from strategi.render.templating import fragment
from strategi.site.page_files import markdown_in, page_address, page_source

_LONGEST = 200


class NotCarriedOut(Exception):
    """Something in braces that no page may say. As text, why, in Swedish."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refusal_words(refused))


class MacroFailure(Exception):
    """Something in braces that gave no fragment. As text, it is Swedish and made for the editor."""

    def __init__(self, *, tree: Tree, page_url: str, piece: Call | Refused, error: Exception) -> None:
        super().__init__(piece.source)
        self.tree, self.page_url, self.piece, self.error = tree, page_url, piece, error

    def __str__(self) -> str:
        written = self.piece.source
        shown = written if len(written) <= _LONGEST else f"{written[:_LONGEST]} …"
        fault = f"{self.place}: {shown} gick inte att visa."
        return f"{fault}\n  varför: {self.reason}\n  gör så: {self.remedy}"

    @property
    def place(self) -> str:
        """Path of the page, and the line where the same stands first."""
        path, source = _page_at(self.tree, self.page_url)
        line = source.count("\n", 0, max(0, source.find(self.piece.source))) + 1
        return f"{path}:{line}"

    @property
    def reason(self) -> str:
        """The error's own words, with its kind where they say nothing."""
        return str(self.error) or type(self.error).__name__

    @property
    def remedy(self) -> str:
        """What the editor can do."""
        if isinstance(self.error, LookupError):
            return "rätta namnet i anropet, eller lägg till det som saknas i strategy/ eller indicators/"
        if isinstance(self.error, NotCarriedOut):
            return 'skriv ett anrop som {{ value("N05") }}, eller ta bort det'
        return "kontrollera anropet och kör strategi check"


def failure_box(failure: MacroFailure) -> str:
    """Show the failure in its place on the page, while an editor works."""
    return fragment("failure.html", failure=failure)


def _page_at(tree: Tree, page_url: str) -> tuple[str, str]:
    """The path of the Markdown of the page at that address, and what it says."""
    found = (path for path in markdown_in(tree) if page_address(Path(path).relative_to("docs")) == page_url)
    path = next(found, "docs")
    return path, "" if path == "docs" else page_source(tree, path)
