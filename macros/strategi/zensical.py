"""Carry out what a page says in braces for Zensical, as an extension of Python-Markdown.

Zensical has no hooks, and gives a page to a template engine before a macro is called. This comes first and
turns the template engine off. In MkDocs, where extensions do not know the page and `strategi.plugin` does the
same, it does nothing.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from runpy import run_path
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from strategi.content.county_macros import DOOR, county_names
from strategi.content.tree import WorkingTree
from strategi.render.terminal.findings import findings_text
from strategi.site import Site, load_site
from strategi.site.environment import is_publishing, today
from strategi.site.fragments import current_fragments
from strategi.site.loading import UnsoundContent
from strategi.site.page_calls import PageCalls
from strategi.site.page_checking import check_pages

log = logging.getLogger("strategi")

# Where Zensical keeps the page that it is at.
_CONTEXT = "rendering_context"
# Before Zensical's own (35), which obeys `render_macros` of the page.
_FIRST = 1000
_SWITCH = "render_macros"


def makeExtension(**_options: Any) -> Extension:
    """Give the extension, under the name that Python-Markdown looks for."""
    return _Calls()


class _Calls(Extension):  # type: ignore[misc] # Python-Markdown ships no types
    def extendMarkdown(self, md: Markdown) -> None:
        """Come first where there is a page to come first on."""
        if _CONTEXT in md.preprocessors:
            md.preprocessors.register(_CallsOfPage(md), "strategi_calls", _FIRST)


class _CallsOfPage(Preprocessor):  # type: ignore[misc]
    def run(self, lines: list[str]) -> list[str]:
        """Carry out the calls of the page and of its title. Raises `MacroFailure` in a strict build."""
        context: Any = self.md.preprocessors[_CONTEXT]
        page, config = context.page, context.config
        if current_fragments() is None:
            _check(_root(config), is_strict=_is_strict(config))
        page.meta[_SWITCH] = False
        calls = _calls(page, config)
        if page.title and "{" in page.title:
            page.title = calls.carried_out(page.title)
        return calls.carried_out("\n".join(lines)).split("\n")


def _calls(page: Any, config: Any) -> PageCalls:
    root = _root(config)
    fragments = current_fragments()
    # Links in HTML that stands in Markdown are taken to lead from the page's file, and moved.
    folder = page.path.rpartition("/")[0]
    beside = f"{folder}/" if folder else ""
    return PageCalls(
        site=lambda: _site(root),
        root=root,
        page_url=page.url,
        link_base=page.url if fragments else beside,
        forge=config["extra"]["forge"],
        site_url=config["site_url"] or "",
        fragments=fragments,
        is_strict=_is_strict(config),
        county=cache(lambda: _county_macros(page, config)),
    )


def _county_macros(page: Any, config: Any) -> Mapping[str, Callable[..., object]]:
    """What the county's own door registers, with the page that it is registered for."""
    root = _root(config)
    names = county_names(WorkingTree(root))
    if not names:
        return {}
    from zensical.extensions.macros import MacroEnv  # only now: MkDocs reads this module too

    env = MacroEnv(conf=config, page=page)
    run_path(str(root / DOOR))["define_env"](env)
    return {name: env.macros[name] for name in names if name in env.macros}


@cache
def _check(root: Path, *, is_strict: bool) -> None:
    """Say once what is wrong, before the first page is built. Raises `UnsoundContent` in a strict build."""
    site = _site(root)
    errors = (*site.errors, *check_pages(site))
    if errors and is_strict:
        raise UnsoundContent(f"Innehållet har fel:\n{findings_text(errors)}")
    if errors:
        log.error("Innehållet har fel:\n%s", findings_text(errors))


def _root(config: Any) -> Path:
    return Path(config["root_dir"]).resolve()


def _is_strict(config: Any) -> bool:
    return bool(config["plugins"]["macros"]["config"].get("on_error_fail", True))


def _site(root: Path) -> Site:
    return load_site(root, today(os.environ), is_publishing=is_publishing(os.environ))
