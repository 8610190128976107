"""Measure how soon an editor sees a change."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

from tests.bench.rows import Row
from tests.bench.running import DAY
from tests.building import COMMAND, copy_repository

PATIENCE = 60.0  # seconds
TIMES = 3
THEME = "macros/strategi/theme"
STYLES = "assets/stylesheets/tokens.css"


class Edit(NamedTuple):
    """A change of one file: what stands there, what comes instead, and the address that is to show it."""

    what: str
    path: str
    old: str
    new: str
    address: str
    shown: str


EDITS = (
    Edit("CSV", "indicators/n05-fortroende-vard.csv", ",2025,71.3,", ",2025,11.1,", "nyckeltal/n05/", "11,1"),
    Edit(
        "YAML",
        "indicators/n05-fortroende-vard.yml",
        "Förtroende för",
        "Tilltro till",
        "nyckeltal/n05/",
        "Tilltro",
    ),
    Edit("text", "strategy/roadmap/stodverktyg.md", "Till stöd", "Som hjälp", "strategin/hela/", "Som hjälp"),
    Edit("page", "docs/om.md", "Webbplatsen", "Den här webbplatsen", "om/", "Den här webbplatsen"),
    Edit(
        "template",
        "macros/strategi/render/templates/indicator_head.html",
        "Nyckeltal {{",
        "Mått {{",
        "nyckeltal/n05/",
        "Mått N05",
    ),
    Edit("CSS", f"{THEME}/{STYLES}", ":root", "/* new */ :root", STYLES, "/* new */"),
)


def edits(work: Path) -> Iterator[Row]:
    """Change one file after another while they are served, and back, and wait until the site shows it."""
    project = copy_repository(work / "edited")
    with _serving(project) as address:
        for edit in EDITS:
            taken = [_edit(project / edit.path, edit, address) for _ in range(TIMES)]
            yield Row(what=f"edit while serving: {edit.what}", measured=median(taken), limit=2, unit="s")


def _edit(file: Path, edit: Edit, address: str) -> float:
    text = file.read_text("utf-8")
    assert edit.old in text, f"{edit.path} has no {edit.old!r}"
    started = time.perf_counter()
    file.write_text(text.replace(edit.old, edit.new), "utf-8")
    _wait_for(address + edit.address, edit.shown)
    taken = time.perf_counter() - started
    file.write_text(text, "utf-8")
    _wait_for(address + edit.address, edit.shown, is_shown=False)
    return taken


@contextmanager
def _serving(project: Path) -> Iterator[str]:
    port = _free_port()
    # The copy's engine comes before the installed one: its templates and style sheets are those edited.
    own_code = {"PYTHONPATH": str(project / "macros")}
    command = [str(COMMAND), "serve", "--root", str(project), "--address", f"127.0.0.1:{port}"]
    with (project / "said.log").open("w") as said:
        process = subprocess.Popen(
            command, cwd=project, env=os.environ | DAY | own_code, stdout=said, stderr=said
        )
        try:
            address = f"http://127.0.0.1:{port}/"
            _wait_for(address, "</html>")
            yield address
        finally:
            process.terminate()
            process.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(address: str, words: str, *, is_shown: bool = True) -> None:
    """Ask until the page says it, or no longer does. Raises `TimeoutError`."""
    deadline = time.perf_counter() + PATIENCE
    while time.perf_counter() < deadline:
        try:
            with urlopen(address) as answer:
                if (words in answer.read().decode()) is is_shown:
                    return
        except URLError:
            pass  # not up yet
        time.sleep(0.02)
    raise TimeoutError(f"{address}: waited in vain for {words}")
