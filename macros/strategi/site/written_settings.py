"""Write the settings of a generator without hooks: the county's own, with the menu of its strategy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from strategi.content.settings_keys import has_key
from strategi.site.loading import Site
from strategi.site.menu import FOOTER, NAV, footer, navigation

SETTINGS = "mkdocs.yml"
_EXTRA = "extra"


def write_settings(site: Site, file: Path) -> Path:
    """Write the file, which stands beside the county's own and takes over what is there. Raises `OSError`.

    What the county has written itself is left as it is.
    """
    written = (site.root / SETTINGS).read_text("utf-8")
    settings: dict[str, Any] = {"INHERIT": SETTINGS}
    if not has_key(written, NAV):
        settings[NAV] = navigation(site)
    if not has_key(written, _EXTRA, FOOTER):
        settings[_EXTRA] = {FOOTER: footer()}
    file.write_text(json.dumps(settings, ensure_ascii=False), "utf-8")  # JSON is YAML
    return file
