"""Write the words of a built project as plain pages, to measure a build with macros against."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.base import Config
from mkdocs.utils.yaml import yaml_load
from selectolax.lexbor import LexborHTMLParser
from strategi.content.tree import WorkingTree
from strategi.plugin import EXTENSION
from strategi.site.environment import today
from strategi.site.loading import load_site
from strategi.site.made_pages import own_pages, pages_made
from strategi.site.menu import FOOTER, NAV, footer, navigation


def write_plain(target: Path, full: Path) -> Path:
    """Write the words of a built project as plain Markdown: same pages, frame and menu, but no macros."""
    site = load_site(full, today(os.environ))
    made = {page.address: page.path for page in pages_made(WorkingTree(full), site.view())}
    paths = {**made, **own_pages(WorkingTree(full))}
    words = {path: _plain(_built(full / "site" / address)) for address, path in paths.items()}
    _place(target / "docs", words)
    settings = yaml_load((full / "mkdocs.yml").read_text("utf-8"), Config(schema=()))
    settings["extra"][FOOTER] = footer()
    settings["markdown_extensions"].remove(EXTENSION)
    settings |= {NAV: navigation(site), "plugins": [], "strict": False, "site_dir": "site"}
    _place(target, {"mkdocs.yml": yaml.safe_dump(settings)})
    return target


def _built(folder: Path) -> str:
    return (folder / "index.html").read_text("utf-8")


def _plain(html: str) -> str:
    """Keep headings as headings and table rows as rows; all other text becomes paragraphs."""
    article = LexborHTMLParser(html).css_first("article")
    assert article is not None
    return "\n\n".join(_blocks(article)) + "\n"


def _blocks(article: Any) -> list[str]:
    blocks: list[str] = []
    for node in article.css("h1, h2, h3, h4, p, li, dt, dd, caption, table"):
        words = " ".join(node.text(separator=" ").split())
        if node.tag == "table":
            blocks.append(_table(node))
        elif words:
            blocks.append("#" * int(node.tag[1]) + " " + words if re.fullmatch("h[1-4]", node.tag) else words)
    return blocks


def _table(table: Any) -> str:
    rows = [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in table.css("tr")]
    width = max(map(len, rows))
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])


def _place(target: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
