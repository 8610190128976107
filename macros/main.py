"""Open the door that the site generator looks for: the engine's macros, and a county's own beside them."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Let the engine carry out the macros of a page."""
    from strategi.plugin import define_env as register  # only now: loading this file must read nothing

    register(env)
