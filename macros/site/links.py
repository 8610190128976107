"""Does every link on the built pages lead somewhere?"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

_LINK = re.compile(r'<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]+)"')
_ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


@dataclass(frozen=True)
class BuiltPage:
    """A page as it is published. `address` is relative to the site's root."""

    address: str
    html: str

    @cached_property
    def ids(self) -> frozenset[str]:
        """The places on the page that a link can name."""
        return frozenset(html.unescape(each) for each in _ID.findall(self.html))

    @cached_property
    def links(self) -> Sequence[str]:
        """Every link within the site, once, as written. Those from the root are the error page's."""
        found = dict.fromkeys(html.unescape(each) for each in _LINK.findall(self.html))
        return [each for each in found if not _ELSEWHERE.match(each) and not each.startswith("/")]


def broken_links(built: Path, pages: Iterable[BuiltPage]) -> list[str]:
    """Say every link that leads to no file, or to no place on its page; in Swedish, page by page."""
    by_address = {page.address: page for page in pages}
    return [said for page in by_address.values() for said in _broken(built, page, by_address)]


def _broken(built: Path, page: BuiltPage, pages: dict[str, BuiltPage]) -> Iterator[str]:
    for link in page.links:
        path, _, place = link.partition("#")
        address = _address(page.address, unquote(path)) if path else page.address
        target = pages.get(address)
        if target is None and not (built / address).is_file():
            yield f"{page.address or 'startsidan'}: länken {link} leder ingenstans"
        elif target and place and unquote(place) not in target.ids:
            yield f"{page.address or 'startsidan'}: länken {link} leder till en plats som inte finns på sidan"


def _address(page_address: str, path: str) -> str:
    """The address that a relative link leads to; a folder's ends in a slash, the root is empty."""
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page_address), path))
    is_folder = path.endswith("/") or posixpath.basename(path) in (".", "..")
    address = "" if joined == "." else joined
    return f"{address}/" if is_folder and address else address
