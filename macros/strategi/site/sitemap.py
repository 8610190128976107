"""Give the sitemap that an engine wrote true days, and leave out what is no page."""

from __future__ import annotations

import gzip
import html
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from urllib.parse import quote

from strategi.site.loading import Site
from strategi.site.page_days import page_days

NOT_FOUND = "404.html"
_ENTRY = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
_ADDRESS = re.compile(r"(?P<indent>\s*)<loc>(?P<address>.*?)</loc>", re.DOTALL)
# What engines write there is the day of the build, or of a file's copy.
_DAY = re.compile(r"\s*<lastmod>.*?</lastmod>", re.DOTALL)


def sitemap_days(site: Site, site_url: str) -> Mapping[str, date]:
    """The day of each page's last change, by the address that the sitemap gives it."""
    base = f"{site_url.rstrip('/')}/"
    return {f"{base}{quote(address)}": day for address, day in page_days(site).items()}


def date_sitemap(built: Path, days: Mapping[str, date]) -> None:
    """Rewrite `sitemap.xml`, and its packed copy without the time of packing.

    An address without a day keeps none: what is not known is not said.
    """
    plain, packed = built / "sitemap.xml", built / "sitemap.xml.gz"
    if plain.is_file():
        plain.write_text(_dated(plain.read_text("utf-8"), days), "utf-8")
    if packed.is_file():
        text = _dated(gzip.decompress(packed.read_bytes()).decode(), days)
        packed.write_bytes(gzip.compress(text.encode(), mtime=0))


def _dated(sitemap: str, days: Mapping[str, date]) -> str:
    return _ENTRY.sub(lambda entry: _entry(entry[0], days), sitemap)


def _entry(entry: str, days: Mapping[str, date]) -> str:
    found = _ADDRESS.search(entry)
    address = html.unescape(found["address"].strip()) if found else ""
    if found is None or address.endswith(f"/{NOT_FOUND}"):
        return ""
    undated = _DAY.sub("", entry)
    if address not in days:
        return undated
    return _ADDRESS.sub(rf"\g<0>\g<indent><lastmod>{days[address]}</lastmod>", undated)
