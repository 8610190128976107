"""Every page allows this site only, and needs no more itself."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext
from playwright.sync_api import Page as Tab

from tests.building import COMMAND
from tests.engine.site.county import county_without_history
from tests.engine.site.pages import Page
from tests.serving import Served

POLICY = {
    "default-src": {"'none'"},
    "script-src": {"'self'"},
    "style-src": {"'self'"},
    "img-src": {"'self'", "data:", "blob:"},
    "connect-src": {"'self'"},
    "form-action": {"'self'"},
    "base-uri": {"'none'"},
}
PATIENCE = 60.0  # seconds, for a server on a busy machine
LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", e => window.violations.push(
    `${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
"""


def test_every_page_carries_the_policy_before_all_that_it_is_about(pages: dict[str, Page]) -> None:
    assert "404.html" in pages
    for page in pages.values():
        head = page.html.css("head > *")
        policies = [node for node in head if node.attributes.get("http-equiv") == "Content-Security-Policy"]
        assert len(policies) == 1, page.address
        assert [node.tag for node in head[: head.index(policies[0])]] == ["meta"], page.address
        assert _directives(policies[0].attributes["content"] or "") == POLICY


@pytest.mark.parametrize("from_disk", [False, True], ids=["http", "file"])
def test_no_page_breaks_the_policy(
    open_context: Callable[..., BrowserContext],
    server: Served,
    site: Path,
    pages: dict[str, Page],
    from_disk: bool,
) -> None:
    tab = open_context().new_page()
    tab.add_init_script(LISTEN)
    broken = {}
    for page in pages.values():
        tab.goto(page.file.as_uri() if from_disk else server.url + page.address, wait_until="load")
        assert tab.evaluate("document.styleSheets.length") > 1, page.address
        if not from_disk:
            tab.locator("#sok").focus()
        broken[page.address] = tab.evaluate("window.violations")
    assert {address: each for address, each in broken.items() if each} == {}


def test_the_policy_stops_what_it_is_there_to_stop(
    open_context: Callable[..., BrowserContext], server: Served
) -> None:
    tab = open_context().new_page()
    tab.add_init_script(LISTEN)
    tab.goto(server.url)
    tab.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">')")
    tab.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')")
    tab.wait_for_function("window.violations.length > 1")
    assert tab.evaluate("window.ran") is None


def test_pages_that_are_served_while_they_are_written_still_reload(
    open_context: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    project = county_without_history(tmp_path / "project")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [str(COMMAND), "serve", "--root", str(project), "--address", address]
    with subprocess.Popen(
        command, env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait_for(f"http://{address}/om/")
            tab = open_context().new_page()
            tab.goto(f"http://{address}/om/")
            _change(tab, project / "docs/om.md")
        finally:
            process.terminate()


def _change(tab: Tab, page: Path) -> None:
    """Change the page's file, and see the open page follow by itself."""
    page.write_text(page.read_text("utf-8") + "\nEtt nytt stycke.\n", "utf-8")
    tab.get_by_text("Ett nytt stycke.").wait_for(timeout=PATIENCE * 1000)


def _wait_for(url: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            urlopen(url).close()
            return
        except (URLError, ConnectionError):
            time.sleep(0.2)
    raise TimeoutError(url)


def _directives(policy: str) -> dict[str, set[str]]:
    return {name: set(values) for name, *values in (each.split() for each in policy.split(";"))}
