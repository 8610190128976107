"""Compare what the public sees before and after a proposal's files replace those it starts from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from strategi.content.county_macros import county_names
from strategi.content.tree import Tree, UnreadableFile
from strategi.diff.statements import compare_statements
from strategi.model.change_kind import ChangeKind
from strategi.model.digest import digest
from strategi.model.effects import PageEffect, ReaderEffects, SentenceEffect
from strategi.model.governance import Revision
from strategi.model.log import RecordedText, RevisionLog
from strategi.model.strategy import Strategy
from strategi.render.addresses import COMPARISONS
from strategi.render.review.page_reading import page_html
from strategi.render.review.page_statements import PageWords, page_words
from strategi.render.review.standing_effects import standing_effects, trend_effects
from strategi.render.view import View
from strategi.rules.publication import published
from strategi.site.made_pages import with_made_pages
from strategi.site.page_files import markdown_in, page_address, pages_in

_DOCS = "docs/"
# That a digest is another says nothing to a reader that the text does not.
_DIGEST = re.compile(r"v[0-9]+:sha256:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """The files of one side, the strategy that they hold, and what is known of the texts of its revisions."""

    tree: Tree
    strategy: Strategy
    log: RevisionLog


def reader_effects(before: Files, after: Files, *, today: date) -> ReaderEffects:
    """Compare what the public reads, which is the wording that is decided, page by page.

    Nothing of a page is run but the macros of this code. Dates and comparisons that come from the history,
    and not from the files, are left out. Raises nothing.
    """
    then = _public_view(before.strategy, (*after.log.texts, *before.log.texts), today)
    now = _public_view(after.strategy, (*before.log.texts, *after.log.texts), today)
    return ReaderEffects(
        pages=tuple(_page_effects(_pages(before.tree, then), _pages(after.tree, now))),
        standing=standing_effects(then.strategy, now.strategy, today),
        trends=trend_effects(then.strategy, now.strategy),
    )


def _public_view(files: Strategy, texts: tuple[RecordedText, ...], today: date) -> View:
    """The view of a site that is published from the files, whose history says nothing of their own day.

    The text of a revision is the one with its digest: from the history, else what the files hold.
    """
    known = (text for each in texts for text in (each.strategy, each.first) if text)
    by_digest = {digest(files): files} | {digest(each): each for each in known}
    log = RevisionLog(texts=tuple(_recorded(each, by_digest) for each in files.revisions))
    shown = published(files, log, today)
    return View(strategy=shown, today=today, log=log, upcoming=None if shown is files else files)


def _recorded(revision: Revision, by_digest: Mapping[str, Strategy]) -> RecordedText:
    """A revision as this side records it, in its newest rendering and its first."""
    newest, *others = (by_digest.get(each) for each in revision.digests or ("",))
    return RecordedText(revision=revision, strategy=newest, first=others[-1] if others else None)


def _pages(tree: Tree, view: View) -> Mapping[str, str]:
    """Each page as HTML, by address."""
    all_files = with_made_pages(tree, view)
    made = [path for path in all_files.files if path in markdown_in(all_files)]
    addresses = {
        page_address(Path(path.removeprefix(_DOCS))): _text(all_files, path)
        for path in (*pages_in(tree), *made)
    }
    own = county_names(tree)
    return {
        address: _DIGEST.sub("…", page_html(source, replace(view, page_url=address), own))
        for address, source in sorted(addresses.items())
        if not address.startswith(COMPARISONS) or address == COMPARISONS
    }


def _text(tree: Tree, path: str) -> str:
    try:
        return tree.read(path).decode("utf-8", errors="replace")
    except UnreadableFile as error:
        return f"[Sidan går inte att läsa: {error}]"


def _page_effects(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[PageEffect]:
    for address in sorted({*before, *after}):
        then, now = before.get(address), after.get(address)
        if then == now:
            continue
        old, new = (PageWords("", ()) if html is None else page_words(html) for html in (then, now))
        sentences = compare_statements(old.statements, new.statements)
        kind = ChangeKind.CHANGED if then and now else ChangeKind.ADDED if now else ChangeKind.REMOVED
        if sentences or kind is not ChangeKind.CHANGED:
            yield _effect(address, new if now else old, kind, sentences)


def _effect(
    address: str, words: PageWords, kind: ChangeKind, sentences: tuple[SentenceEffect, ...]
) -> PageEffect:
    return PageEffect(address=address, title=words.title or address, kind=kind, sentences=sentences)
