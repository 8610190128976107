"""Which browser do tests and measurements look with?"""

from __future__ import annotations

import os

from playwright.sync_api import Browser, Playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def launch(playwright: Playwright) -> Browser:
    """Start the system's Chromium, or the one that CHROMIUM names."""
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    return playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
