"""Levande strategi: a strategy kept as text and data, published as a site.

The map, each layer importing only those before it:

- `model`    what exists
- `content`  text to model
- `history`  git to trees
- `rules`    model to findings and standing
- `render`   model to HTML fragments, SVG and text
- `site`     `load_site`: the one place where the layers meet
- `plugin`, `zensical`, `cli`  the doors: the two site generators and the command line
"""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Let the generator's macros plugin, which looks for this function here, carry out macros."""
    from strategi.plugin import define_env as register  # only now: importing the package must read nothing

    register(env)
