"""How is the site built without ever harming the one that stands?"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from macros.site.ahead import begin_ahead
from macros.site.engine import run_engine, settings_of
from macros.site.environment import FORGE, SITE_URL
from macros.site.feeds import feeds
from macros.site.finishing import finish_site
from macros.site.fragments import begin_fragments, end_fragments
from macros.site.loading import Site
from macros.site.preparing import prepare_docs
from macros.site.sitemap import sitemap_days

WORKSHOP = ".build"
# Tells the hooks of an engine that has some that the command prepares and finishes.
RUN_BY_COMMAND = "STRATEGI_RUN_BY_COMMAND"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A finished site."""

    folder: Path
    pages: int


def build_site(site: Site, *, engine: str, strict: bool) -> Built:
    """Build into a fresh folder that takes the place of `site/`. Raises `EngineFailure`
    or `BrokenSite`, and then changes nothing.
    """
    workshop = site.root / WORKSHOP
    workshop.mkdir(exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix="site-", dir=workshop))
    try:
        prepare_docs(site)
        settings = settings_of(site, fresh, strict=strict) | {RUN_BY_COMMAND: "1"}
        site_url = os.environ.get(SITE_URL, "")
        texts = feeds(site, site_url)  # first: what they compare, the pages need not compare again
        fragments = begin_fragments(begin_ahead(site, os.environ.get(FORGE, ""), site_url))
        with chdir(site.root):  # settings name folders from there
            run_engine(engine, _build_command(engine, site.root, strict), settings)
        finish_site(fresh, fragments, site.data_files, texts, sitemap_days(site, site_url))
        return Built(folder=_take_place(fresh, site.root / "site"), pages=_count_pages(site.root / "site"))
    finally:
        end_fragments()
        shutil.rmtree(fresh, ignore_errors=True)


def serve_site(site: Site, *, address: str) -> None:
    """Show the site and build it anew on every change, until interrupted. Faults are shown on the page."""
    with tempfile.TemporaryDirectory(prefix="strategi-") as folder:
        arguments = ["serve", "--config-file", str(site.root / "mkdocs.yml"), "--dev-addr", address]
        with chdir(site.root):
            run_engine("mkdocs", arguments, settings_of(site, Path(folder), strict=False))


def _build_command(engine: str, root: Path, strict: bool) -> list[str]:
    options = {
        "mkdocs": ["--quiet"],
        "zensical": ["--clean"],
    }  # Zensical keeps pages whose figures have changed
    return [
        "build",
        "--config-file",
        str(root / "mkdocs.yml"),
        *options[engine],
        *(["--strict"] if strict else []),
    ]


def _take_place(fresh: Path, standing: Path) -> Path:
    """Swap the folders by renaming, so that there is hardly a moment without a site."""
    fresh.chmod(0o755)  # a temporary folder is closed to others, a published one is not
    old = fresh.with_name(f"{fresh.name}-old")
    if standing.exists():
        standing.rename(old)
    fresh.rename(standing)
    shutil.rmtree(old, ignore_errors=True)
    return standing


def _count_pages(folder: Path) -> int:
    return sum(1 for _ in folder.rglob("*.html"))
