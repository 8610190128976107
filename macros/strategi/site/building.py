"""Build the site without ever harming the one that stands."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from strategi.content.file_system import read_regular
from strategi.site.ahead import begin_ahead
from strategi.site.engine import ANSWER_SIGNALS, WITHOUT_HOOKS, EngineFailure, run_engine, settings_of
from strategi.site.environment import DOCS, FORGE, SERVED, SITE_URL
from strategi.site.feeds import feeds
from strategi.site.finishing import finish_site
from strategi.site.fragments import begin_fragments, end_fragments
from strategi.site.loading import Site
from strategi.site.sharing import begin, can_begin
from strategi.site.sitemap import sitemap_days
from strategi.site.workshop import beside, room, take_place
from strategi.site.written_docs import write_docs
from strategi.site.written_settings import SETTINGS, write_settings

# Tells the hooks of an engine that has some that the command prepares and finishes.
RUN_BY_COMMAND = "STRATEGI_RUN_BY_COMMAND"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A finished site."""

    folder: Path
    pages: int


def build_site(site: Site, *, engine: str, strict: bool) -> Built:
    """Build into a fresh folder that takes the place of `site/`. Raises `EngineFailure`, `BrokenSite`
    or `OSError`, and then changes nothing.
    """
    _settings_file(site.root)
    with room(site.root) as (own, signals):
        fresh = own / "fresh"
        with signals.let_through():
            fresh.mkdir()
            _build_apart(partial(_build, site, own, fresh, engine=engine, strict=strict), engine)
            pages = sum(1 for _ in fresh.rglob("*.html"))
        return Built(folder=take_place(own, fresh, site.root), pages=pages)


def _build_apart(build: Callable[[], None], engine: str) -> None:
    """Build in a process of its own where the engine answers signals itself, by ending without a word."""
    if engine not in ANSWER_SIGNALS or not can_begin():
        build()
        return
    try:
        begin(lambda _: build(), [None])()
    except EOFError as error:
        raise EngineFailure(f"{engine} avbröt bygget.") from error


def _build(site: Site, own: Path, fresh: Path, *, engine: str, strict: bool) -> None:
    try:
        settings = settings_of(site, fresh, strict=strict) | {RUN_BY_COMMAND: "1"} | _docs_in(site, own)
        file = _settings_file(site.root)
        if engine in WITHOUT_HOOKS:
            settings |= {DOCS: write_docs(site, own / "docs").relative_to(site.root).as_posix()}
            file = str(write_settings(site, beside(own)))
        site_url = os.environ.get(SITE_URL, "")
        texts = feeds(site, site_url)  # first: what they compare, the pages need not compare again
        fragments = begin_fragments(begin_ahead(site, os.environ.get(FORGE, ""), site_url))
        with chdir(site.root):  # settings name folders from there
            run_engine(engine, _build_command(engine, file, strict), settings)
        finish_site(fresh, fragments, site.data_files, texts, sitemap_days(site, site_url))
    finally:
        end_fragments()


def serve_site(site: Site, *, address: str) -> None:
    """Show the site and build it anew on every change, until interrupted. Faults are shown on the page."""
    settings = _settings_file(site.root)
    with (
        room(site.root) as (own, signals),
        signals.let_through(),
        _temporary_files_in(own),
        chdir(site.root),
    ):
        arguments = ["serve", "--config-file", settings, "--dev-addr", address]
        served = settings_of(site, own, strict=False) | {SERVED: "true"} | _docs_in(site, own)
        run_engine("mkdocs", arguments, served)


def _docs_in(site: Site, own: Path) -> dict[str, str]:
    """An empty folder in place of `docs/` where a county has none: the generator asks for one."""
    if (site.root / "docs").is_dir():
        return {}
    empty = own / "docs"
    empty.mkdir()
    return {DOCS: empty.relative_to(site.root).as_posix()}


def _settings_file(root: Path) -> str:
    """The generator's settings. Raises `OSError` where they cannot be read, which it would say in English."""
    file = root / SETTINGS
    read_regular(file, at_most=1)
    return str(file)


@contextmanager
def _temporary_files_in(folder: Path) -> Iterator[None]:
    """Let the engine, which serves from a folder that it makes, make it where it is cleaned up after."""
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before


def _build_command(engine: str, settings: str, strict: bool) -> list[str]:
    options = {
        "mkdocs": ["--quiet"],
        "zensical": ["--clean"],
    }  # Zensical keeps pages whose figures have changed
    return [
        "build",
        "--config-file",
        settings,
        *options[engine],
        *(["--strict"] if strict else []),
    ]
