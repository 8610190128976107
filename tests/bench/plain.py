"""Write the words of a built project as plain pages, to measure a build with macros against."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.base import Config
from mkdocs.utils.yaml import yaml_load
from selectolax.lexbor import LexborHTMLParser


def write_plain(target: Path, full: Path) -> Path:
    """Write the words of a built project as plain Markdown: same pages, theme and settings, but no macros."""
    for folder in ("overrides", "assets"):
        shutil.copytree(full / "docs" / folder, target / "docs" / folder)
    sources = [path.relative_to(full / "docs") for path in (full / "docs").rglob("*.md")]
    _place(target / "docs", {str(path): _plain(_built(full / "site", path)) for path in sources})
    settings = yaml_load((full / "mkdocs.yml").read_text("utf-8"), Config(schema=()))
    settings["plugins"] = [each for each in settings["plugins"] if "macros" not in each]
    settings |= {"hooks": [], "strict": False, "watch": [], "site_dir": "site"}
    _place(target, {"mkdocs.yml": yaml.safe_dump(settings)})
    return target


def _built(site: Path, source: Path) -> str:
    folder = source.parent if source.stem == "index" else source.with_suffix("")
    return (site / folder / "index.html").read_text("utf-8")


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
