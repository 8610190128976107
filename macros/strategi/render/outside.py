"""Build links to the site's pages for what is read outside the site.

That is feeds, data and facts for registers.
"""

from __future__ import annotations

from strategi.render.view import View


def absolute(view: View, address: str) -> str:
    """The whole address of a page; "" where nobody has said at which address the site stands."""
    return f"{view.site_url.rstrip('/')}/{address}" if view.site_url else ""


def way(view: View, address: str) -> str:
    """The whole address of a page, or else the way to it from the file that the view stands for."""
    return absolute(view, address) or view.link(address)
