"""Read the pages of a built site, and what each of them contains."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

# What is looked for on the pages, as data.
CASES = Path(__file__).parents[1] / "cases" / "site"
# Where the site is said to stand, so that the tests prove that it can stand below the root of a host.
BELOW = "lan/"
SITE_URL = f"https://strategi.example/{BELOW}"


@dataclass(frozen=True)
class Page:
    """One HTML file of the built site."""

    site: Path
    file: Path

    @property
    def address(self) -> str:
        """Relative to the site's root: "nyckeltal/n05/", "" for the start page, "404.html"."""
        path = self.file.relative_to(self.site).as_posix()
        return path.removesuffix("index.html")

    @cached_property
    def html(self) -> LexborHTMLParser:
        """The parsed page."""
        return LexborHTMLParser(self.file.read_text("utf-8"))

    @cached_property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [each.attributes["id"] or "" for each in self.html.css("[id]")]

    @property
    def article(self) -> LexborNode:
        """The part of the page that is not the frame."""
        found = self.html.css_first("article")
        assert found is not None, f"{self.address} has no article"
        return found

    @property
    def targets(self) -> list[str]:
        """Every address that the page links to, shows or loads."""
        single = [
            each.attributes[key] for key in ("href", "src", "action") for each in self.html.css(f"[{key}]")
        ]
        sets = [
            part.split()[0]
            for each in self.html.css("[srcset]")
            for part in str(each.attributes["srcset"]).split(",")
        ]
        return [each or "" for each in [*single, *sets]]

    def resolved(self, target: str) -> tuple[str, str] | None:
        """The address and the anchor that a target on this page leads to; None for another host."""
        parts = urlsplit(target)
        if target.startswith(SITE_URL):
            path = parts.path.removeprefix(f"/{BELOW}")
        elif parts.scheme or parts.netloc:
            return None
        elif parts.path.startswith("/"):
            assert parts.path.startswith(f"/{BELOW}"), f"{target} leads out of the site"
            path = parts.path.removeprefix(f"/{BELOW}")
        else:
            path = posixpath.normpath(
                posixpath.join(posixpath.dirname(self.address), parts.path or self.file.name)
            )
            path += "/" if parts.path.endswith(("/", ".")) else ""
        return unquote(path), unquote(parts.fragment)


def pages_of(site: Path) -> dict[str, Page]:
    """Every HTML page by its address."""
    found = (Page(site, file) for file in sorted(site.rglob("*.html")))
    return {page.address: page for page in found}
