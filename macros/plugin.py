"""How do the generator and our fragments meet? The only module that knows MkDocs and its macros plugin.

`define_env` serves the macros plugin, and other engines that imitate it. The `on_…` functions are MkDocs
hooks: by them a bare `mkdocs build` gives the same site as `strategi build`.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from functools import cache, partial, wraps
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from macros.render.terminal.findings import findings_text
from macros.render.vocabulary import TEXT_MACROS, Macro, macros
from macros.site import Site, load_site
from macros.site.ahead import call_key
from macros.site.building import RUN_BY_COMMAND
from macros.site.environment import is_publishing, today
from macros.site.failure import Called, MacroFailure
from macros.site.feeds import feeds
from macros.site.finishing import BrokenSite, finish_site
from macros.site.fragments import begin_fragments, current_fragments, end_fragments
from macros.site.page_checking import check_pages
from macros.site.preparing import prepare_docs
from macros.site.sitemap import sitemap_days

log = logging.getLogger("mkdocs.strategi")


def define_env(env: Any) -> None:
    """Register every macro. Reads nothing: other engines call this once for each page."""
    site = cache(lambda: _load(Path(env.project_dir)))
    for name, macro in macros().items():
        env.macro(_on_page(env, site, name, macro), name)


def on_config(config: MkDocsConfig) -> None:
    """Name the site after the strategy."""
    site = _site(config)
    if site.strategy:
        config.site_name = site.strategy.info.short_title
        config.site_description = site.strategy.info.title


def on_pre_build(config: MkDocsConfig) -> None:
    """Check the content, and write the pages that follow from it, unless `strategi build` has."""
    if RUN_BY_COMMAND in os.environ:
        return
    site = _site(config)
    errors = (*site.errors, *check_pages(site))
    if errors and config.strict:
        raise Abort(findings_text(errors))
    if errors:
        log.error("Innehållet har fel:\n%s", findings_text(errors))
    if site.strategy:
        prepare_docs(site)
    begin_fragments()


def on_post_build(config: MkDocsConfig) -> None:
    """Finish the built pages, unless `strategi build` does."""
    fragments = current_fragments()
    if fragments is None or RUN_BY_COMMAND in os.environ:
        return
    end_fragments()
    try:
        site = _site(config)
        site_url = config.site_url or ""
        days = sitemap_days(site, site_url)
        finish_site(Path(config.site_dir), fragments, site.data_files, feeds(site, site_url), days)
    except BrokenSite as error:
        if config.strict:
            raise Abort(str(error)) from error
        log.error("%s", error)


def _site(config: MkDocsConfig) -> Site:
    return _load(Path(config.config_file_path).parent)


def _load(root: Path) -> Site:
    return load_site(root, today(os.environ), is_publishing=is_publishing(os.environ))


def _on_page(env: Any, site: Callable[[], Site], name: str, macro: Macro) -> Callable[..., str]:
    """Give the macro the view of the page it stands on, and make a failure point at the call."""

    @wraps(macro)
    def call(*args: Any, **kwargs: Any) -> str:
        fragments = current_fragments()
        base = env.page.url if fragments else _link_base(env.page)
        view = site().view(base, forge=env.conf["extra"]["forge"], site_url=env.conf["site_url"] or "")
        if fragments is None:
            return macro(view, *args, **kwargs)
        called = Called(page_url=env.page.url, macro=name, arguments=args, options=kwargs)
        carry_out = partial(_carry_out, partial(macro, view, *args, **kwargs), Path(env.project_dir), called)
        key = call_key(view, name, args, kwargs)
        if name not in TEXT_MACROS:
            return fragments.keep(key, carry_out)
        try:
            return carry_out()
        except MacroFailure:
            return fragments.keep(key, carry_out)

    return call


def _carry_out(macro: Callable[[], str], root: Path, called: Called) -> str:
    """Call the macro. Raises `MacroFailure`, which names the place of the call."""
    try:
        return macro()
    except Exception as error:
        raise MacroFailure(root=root, called=called, error=error) from error


def _link_base(page: Any) -> str:
    """From where the links of a page's fragments are written.

    MkDocs leaves links in HTML alone, so they lead from the page's address. Zensical on its own, whose pages
    alone have a `path`, takes them to lead from the page's file and moves them.
    """
    path = getattr(page, "path", None)
    if path is None:
        return str(page.url)
    folder = path.rpartition("/")[0]
    return f"{folder}/" if folder else ""
