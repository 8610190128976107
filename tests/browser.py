"""Start the browser that tests and measurements look with."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Browser, Playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def chromium() -> Path:
    """The system's Chromium, or the one that CHROMIUM names, whether it is there or not."""
    return Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))


def launch(playwright: Playwright) -> Browser:
    """Start Chromium."""
    return playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
