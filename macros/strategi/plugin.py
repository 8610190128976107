"""Let MkDocs and our fragments meet: the only module that knows MkDocs and its macros plugin.

`define_env` serves the macros plugin. The `on_…` functions are MkDocs hooks: by them a bare `mkdocs build`
gives the same site as `strategi build`.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files

from strategi.content.file_system import sentence
from strategi.content.tree import WorkingTree
from strategi.render.terminal.findings import findings_text
from strategi.render.terminal.printable import printable
from strategi.site import Site, load_site
from strategi.site.building import RUN_BY_COMMAND
from strategi.site.environment import SERVED, is_publishing, today
from strategi.site.feeds import feeds
from strategi.site.finishing import BrokenSite, finish_site
from strategi.site.fragments import begin_fragments, current_fragments, end_fragments
from strategi.site.page_calls import PageCalls
from strategi.site.page_checking import check_pages, sound_files
from strategi.site.preparing import prepare_docs
from strategi.site.sitemap import sitemap_days

log = logging.getLogger("mkdocs.strategi")

# What an engine that is not MkDocs must be told in mkdocs.yml, under markdown_extensions.
EXTENSION = "strategi.zensical"


def define_env(env: Any) -> None:
    """Let the macros plugin carry out the calls of a page, and give no page to a template engine.

    Raises `Abort` for an engine whose way to read pages cannot be replaced: it would run what stands there.
    """
    if not callable(getattr(env, "render", None)):
        raise Abort(f"mkdocs.yml ska ha raden {EXTENSION} under markdown_extensions.")
    site = cache(lambda: _load(Path(env.project_dir)))
    env.render = lambda markdown, force_rendering=False: _page_calls(env, site).carried_out(markdown)


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note that the pages are served: the server's own script must be let through."""
    if command == "serve":
        os.environ[SERVED] = "true"


def on_config(config: MkDocsConfig) -> None:
    """Name the site after the strategy."""
    config.extra["served"] = os.environ.get(SERVED, "false")
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
        _prepare(site)
    begin_fragments()


def _prepare(site: Site) -> None:
    try:
        prepare_docs(site)
    except OSError as error:
        raise Abort(printable(sentence(error))) from error


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Leave out what is no file of this project: the engine would follow symbolic links out of it."""
    sound = sound_files(WorkingTree(Path(config.config_file_path).parent))
    docs = Path(config.docs_dir)
    for file in tuple(files):
        place = Path(file.abs_src_path or "")
        if place.is_relative_to(docs) and f"docs/{place.relative_to(docs).as_posix()}" not in sound:
            files.remove(file)


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


def _page_calls(env: Any, site: Callable[[], Site]) -> PageCalls:
    """The calls of the page that the plugin is at."""
    return PageCalls(
        site=site,
        root=Path(env.project_dir),
        page_url=env.page.url,
        link_base=env.page.url,
        forge=env.conf["extra"]["forge"],
        site_url=env.conf["site_url"] or "",
        fragments=current_fragments(),
        is_strict=bool(env.conf["strict"]),
    )
