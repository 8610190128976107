"""The site that these tests look at: built once by the real command, served below a path, in one browser."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser import launch
from tests.building import build_site
from tests.engine.site.county import county_with_history
from tests.engine.site.pages import BELOW, SITE_URL, Page, pages_of
from tests.serving import Served, served


@pytest.fixture(scope="session")
def web_root(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder that is served, with the site in `lan/`. All workers share what the first of them builds."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    with (shared / "web.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "project").exists():
            _build(county_with_history(shared / "project"), shared / "web")
    if not (shared / "web" / BELOW).is_dir():
        pytest.fail("the site was not built; the first test that needed it says why", pytrace=False)
    return shared / "web"


def _build(project: Path, web_root: Path) -> None:
    web_root.mkdir()
    build_site(project, STRATEGI_SITE_URL=SITE_URL).rename(web_root / BELOW)


@pytest.fixture(scope="session")
def project(web_root: Path) -> Path:
    """The folder that the site was built from: read it, and leave it as it is."""
    return web_root.with_name("project")


@pytest.fixture(scope="session")
def site(web_root: Path) -> Path:
    return web_root / BELOW


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    return pages_of(site)


@pytest.fixture(scope="session")
def server(web_root: Path) -> Iterator[Served]:
    with served(web_root, below=BELOW) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def open_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Open a context as wide and as light as asked for; closed when the test ends."""
    opened: list[BrowserContext] = []

    def open_one(width: int = 1280, scheme: str = "light", *, scripts: bool = True) -> BrowserContext:
        size = {"width": width, "height": 800}
        context = browser.new_context(
            viewport=size, color_scheme=scheme, java_script_enabled=scripts, locale="sv-SE"
        )
        context.set_default_timeout(5000)
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()
