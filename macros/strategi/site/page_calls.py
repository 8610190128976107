"""Carry out what a page says in braces: the calls of our macros, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from strategi.content.tree import Tree, WorkingTree
from strategi.render.calls import Call
from strategi.render.errors import UnknownName
from strategi.render.page_pieces import Refused, page_pieces
from strategi.render.registry.vocabulary import TEXT_MACROS, macros
from strategi.render.view import View
from strategi.site.ahead import call_key
from strategi.site.failure import MacroFailure, NotCarriedOut, failure_box
from strategi.site.fragments import Fragments
from strategi.site.loading import Site, UnsoundContent


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCalls:
    """The page that an engine builds, and what its macros are given.

    `county` gives the county's own macros, whose words are Markdown; they come before ours of the same name.
    `link_base` is the address that links in its fragments lead from. Without `fragments` nobody will fill
    them in afterwards; then they are made at once, and a failure is raised if `is_strict`, else shown.
    """

    site: Callable[[], Site]
    root: Path
    page_url: str
    link_base: str
    forge: str
    site_url: str
    fragments: Fragments | None
    is_strict: bool
    county: Callable[[], Mapping[str, Callable[..., object]]]

    def carried_out(self, source: str) -> str:
        """The page as Markdown, with fragments or what stands for them. Raises `MacroFailure`."""
        return "".join(
            piece if isinstance(piece, str) else self._kept(piece) for piece in page_pieces(source)
        )

    def _kept(self, piece: Call | Refused) -> str:
        if self.fragments is None:
            return self._made_at_once(piece)
        if isinstance(piece, Refused):
            return self.fragments.keep(None, partial(self._made, piece))
        is_own = piece.macro in self.county()
        if is_own or piece.macro in TEXT_MACROS:
            with suppress(MacroFailure):  # kept below, to fail again where it is reported
                return self._made(piece)
        key = None if is_own else call_key(self.link_base, self.forge, self.site_url, piece)
        return self.fragments.keep(key, partial(self._made, piece))

    def _made_at_once(self, piece: Call | Refused) -> str:
        try:
            return self._made(piece)
        except MacroFailure as failure:
            if self.is_strict:
                raise
            return failure_box(failure)

    def _made(self, piece: Call | Refused) -> str:
        """What a macro gives. Raises `MacroFailure`, which names the place."""
        try:
            if isinstance(piece, Refused):
                raise NotCarriedOut(piece)
            if piece.macro in self.county():
                return str(self.county()[piece.macro](*piece.arguments, **piece.options))
            if piece.macro not in macros():
                raise UnknownName("inget som heter", piece.macro, macros())
            return macros()[piece.macro](self._view(), *piece.arguments, **piece.options)
        except Exception as error:
            raise MacroFailure(tree=self._tree(), page_url=self.page_url, piece=piece, error=error) from error

    def _tree(self) -> Tree:
        try:
            return self.site().pages
        except UnsoundContent:
            return WorkingTree(self.root)

    def _view(self) -> View:
        return self.site().view(self.link_base, forge=self.forge, site_url=self.site_url)
