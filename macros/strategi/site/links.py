"""Check that every link on the built pages leads somewhere."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

_LINK = re.compile(r'<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]+)"')
_ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


class Link(NamedTuple):
    """A link within the site: as written, the address it leads to, and the place there or ""."""

    written: str
    address: str
    place: str


@dataclass(frozen=True, slots=True)
class LinkedPage:
    """The links of a page as it is published. `address` is relative to the site's root."""

    address: str
    ids: frozenset[str]
    """The places on the page that a link can name."""
    links: tuple[Link, ...]
    """Every link within the site, once. Those from the root are the error page's."""


def linked_page(address: str, built: str) -> LinkedPage:
    """Read a built page."""
    found = dict.fromkeys(html.unescape(each) for each in _LINK.findall(built))
    within = (each for each in found if not _ELSEWHERE.match(each) and not each.startswith("/"))
    ids = frozenset(html.unescape(each) for each in _ID.findall(built))
    return LinkedPage(address=address, ids=ids, links=tuple(_link(address, each) for each in within))


def broken_links(built: Path, pages: Iterable[LinkedPage]) -> list[str]:
    """Say every link that leads to no file, or to no place on its page; in Swedish, page by page."""
    by_address = {page.address: page for page in pages}
    return [said for page in by_address.values() for said in _broken(built, page, by_address)]


def _broken(built: Path, page: LinkedPage, pages: dict[str, LinkedPage]) -> Iterator[str]:
    for link in page.links:
        target = pages.get(link.address)
        says = f"{page.address or 'startsidan'}: länken {link.written}"
        if target is None and not (built / link.address).is_file():
            yield f"{says} leder ingenstans"
        elif target and link.place and link.place not in target.ids:
            yield f"{says} leder till en plats som inte finns på sidan"


def _link(page_address: str, written: str) -> Link:
    path, _, place = written.partition("#")
    address = _address(page_address, unquote(path)) if path else page_address
    return Link(written, address, unquote(place))


def _address(page_address: str, path: str) -> str:
    """The address that a relative link leads to; a folder's ends in a slash, the root is empty."""
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page_address), path))
    is_folder = path.endswith("/") or posixpath.basename(path) in (".", "..")
    address = "" if joined == "." else joined
    return f"{address}/" if is_folder and address else address
