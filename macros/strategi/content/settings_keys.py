"""Say which keys a county has written in the generator's settings, whatever their values are."""

from __future__ import annotations

import yaml


def has_key(source: str, *keys: str) -> bool:
    """Whether the settings have that key within that key; not where they cannot be read."""
    try:
        node = yaml.compose(source, Loader=yaml.SafeLoader)  # no value is made, so no tag need be known
    except (yaml.YAMLError, RecursionError):
        return False
    for key in keys:
        if not isinstance(node, yaml.MappingNode):
            return False
        node = next((value for name, value in node.value if name.value == key), None)
    return node is not None
