"""Let MkDocs and our fragments meet: the only module that knows MkDocs and its macros plugin.

`define_env` serves the macros plugin, and `StrategiPlugin` is a plugin of its own beside it.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from runpy import run_path
from typing import Any, Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from strategi.content.county_macros import DOOR, county_names
from strategi.content.overlay import Overlay
from strategi.content.tree import WorkingTree
from strategi.render.terminal.findings import findings_text
from strategi.site import Site, load_site
from strategi.site.building import RUN_BY_COMMAND
from strategi.site.environment import FORGE, SERVED, is_publishing, today
from strategi.site.feeds import feeds
from strategi.site.finishing import BrokenSite, finish_site
from strategi.site.fragments import begin_fragments, current_fragments, end_fragments
from strategi.site.loading import CONTENT_FOLDERS
from strategi.site.menu import FOOTER, footer, navigation
from strategi.site.page_calls import PageCalls
from strategi.site.page_checking import check_pages, sound_files
from strategi.site.sitemap import sitemap_days

log = logging.getLogger("mkdocs.strategi")

# What an engine that is not MkDocs must be told in mkdocs.yml, under markdown_extensions.
EXTENSION = "strategi.zensical"
# The one name that the macros plugin does not miss when there is no such file.
_NO_MODULE = "main"


def define_env(env: Any) -> None:
    """Let the macros plugin carry out the calls of a page, and give no page to a template engine.

    Raises `Abort` for an engine whose way to read pages cannot be replaced: it would run what stands there.
    """
    if not callable(getattr(env, "render", None)):
        raise Abort(f"mkdocs.yml ska ha raden {EXTENSION} under markdown_extensions.")
    site = cache(lambda: _load(Path(env.project_dir)))
    env.render = lambda markdown, force_rendering=False: _page_calls(env, site).carried_out(markdown)


class _NoSettings(Config):  # type: ignore[no-untyped-call] # MkDocs types it not
    """The plugin has none: all that a county chooses stands in its content."""


class StrategiPlugin(BasePlugin[_NoSettings]):  # type: ignore[no-untyped-call]
    """Give a bare `mkdocs build` the same site as `strategi build`."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note that the pages are served: the server's own script must be let through."""
        if command == "serve":
            os.environ[SERVED] = "true"

    # Before the macros plugin, which reads its settings here.
    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> None:
        """Name the site after the strategy, give it its menu unless the county has written one, and open the
        county's own door only where there is one.
        """
        config.extra["served"] = os.environ.get(SERVED, "false")
        config.extra.setdefault("forge", os.environ.get(FORGE, ""))
        config.extra.setdefault("publish", str(is_publishing(os.environ)).lower())
        config.extra.setdefault(FOOTER, footer())
        _open_door(config)
        site = _site(config)
        if site.strategy:
            config.site_name = site.strategy.info.short_title
            config.site_description = site.strategy.info.title
            config.nav = config.nav or navigation(site)

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Build anew when the content changes, or the look of an engine that the project holds."""
        root = _root(config)
        for folder in (*(root / name for name in CONTENT_FOLDERS), *_look_within(root)):
            server.watch(str(folder))
        return server

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check the content, unless `strategi build` has."""
        if RUN_BY_COMMAND in os.environ:
            return
        site = _site(config)
        errors = (*site.errors, *check_pages(site))
        if errors and config.strict:
            raise Abort(findings_text(errors))
        if errors:
            log.error("Innehållet har fel:\n%s", findings_text(errors))
        begin_fragments()

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Leave out what is no file of this project, and add what the engine makes and brings.

        The generator would follow symbolic links out of the project.
        """
        site, docs = _site(config), Path(config.docs_dir)
        pages = site.pages if site.strategy else WorkingTree(site.root)
        made: Mapping[str, bytes] = pages.files if isinstance(pages, Overlay) else {}
        sound = sound_files(WorkingTree(site.root))
        for file in tuple(files):
            place = Path(file.abs_src_path or "")
            path = f"docs/{place.relative_to(docs).as_posix()}" if place.is_relative_to(docs) else ""
            if path and (path in made or path not in sound):
                files.remove(file)
            elif config.nav and file.inclusion is InclusionLevel.INCLUDED:
                file.inclusion = InclusionLevel.NOT_IN_NAV  # a page may be reached from others alone
        added = (_made(config, path.removeprefix("docs/"), data) for path, data in made.items())
        return Files(sorted((*files, *added), key=_place))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
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


def _open_door(config: MkDocsConfig) -> None:
    """Name the county's own macros only where they exist, and try them: the macros plugin would abort without
    them, and hide why they cannot be loaded. Raises `Abort`.
    """
    plugin = config.plugins.get("macros")
    if plugin is None:
        return
    door = _root(config) / DOOR
    plugin.config["module_name"] = DOOR.removesuffix(".py") if door.is_file() else _NO_MODULE
    try:
        if door.is_file():
            run_path(str(door))
    except Exception as error:
        raise Abort(f"{DOOR} går inte att läsa in: {error}") from error


def _made(config: MkDocsConfig, path: str, data: bytes) -> File:
    """A file that is on no disk. It is reached from other pages, so no menu need name it."""
    return File.generated(config, path, content=data.decode(), inclusion=InclusionLevel.NOT_IN_NAV)


def _look_within(root: Path) -> Iterator[Path]:
    """What of the engine each build reads anew. An engine that is installed elsewhere is edited by nobody."""
    engine = Path(str(files("strategi")))
    if engine.is_relative_to(root):
        yield from (engine / "theme", engine / "render" / "templates")


def _place(file: File) -> tuple[tuple[bool, bool, str], ...]:
    """The order in which the generator finds files on a disk: a folder's own page, its files, its folders."""
    *folders, name = file.src_uri.split("/")
    is_own = name.startswith(("index.", "README."))
    return (*((True, True, folder) for folder in folders), (False, not is_own, name))


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _site(config: MkDocsConfig) -> Site:
    return _load(_root(config))


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
        county=lambda: _county_macros(env),
    )


def _county_macros(env: Any) -> Mapping[str, Callable[..., object]]:
    """What the county's own door has registered, and not what the plugin brings."""
    names = county_names(WorkingTree(Path(env.project_dir)))
    return {name: env.macros[name] for name in names if name in env.macros}
