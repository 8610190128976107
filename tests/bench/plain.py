"""Write the words of a built project as plain pages, to measure a build with macros against."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.base import Config
from mkdocs.utils.yaml import yaml_load
from selectolax.lexbor import LexborHTMLParser

OURS = ("strategi", "macros", "strategi.zensical")


def write_plain(target: Path, full: Path) -> Path:
    """Write the words of a built project as plain Markdown: same pages, theme and settings, none of ours."""
    settings = yaml_load((full / "mkdocs.yml").read_text("utf-8"), Config(schema=()))
    for kind in ("plugins", "markdown_extensions"):
        settings[kind] = [each for each in settings[kind] if _name(each) not in OURS]
    in_menu = str(settings["nav"])
    pages = sorted((full / "site").rglob("index.html"))
    words = {_source(page.parent.relative_to(full / "site"), in_menu): _words(page) for page in pages}
    _place(target / "docs", words)
    settings |= {"strict": False, "docs_dir": "docs", "site_dir": "site"}
    _place(target, {"mkdocs.yml": yaml.safe_dump(settings)})
    return target


def _name(setting: str | Mapping[str, Any]) -> str:
    """A plugin or an extension, whether it has settings of its own or not."""
    return setting if isinstance(setting, str) else next(iter(setting))


def _source(address: Path, in_menu: str) -> str:
    """Where the page's text stands: where the menu has it, else in a file with the page's name."""
    folder = (address / "index.md").as_posix()
    return folder if f"'{folder}'" in in_menu else f"{address.as_posix()}.md"


def _words(page: Path) -> str:
    return _plain(page.read_text("utf-8"))


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
