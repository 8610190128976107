"""The workflows of this repository as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from tests.building import REPOSITORY

FOLDER = REPOSITORY / ".github" / "workflows"
FILES = sorted(FOLDER.iterdir())


def read(name: str) -> dict[Any, Any]:
    """One workflow. YAML 1.1 takes its key `on` for the word true."""
    workflow: dict[Any, Any] = yaml.safe_load((FOLDER / name).read_text("utf-8"))
    return workflow


def events(workflow: dict[Any, Any]) -> dict[str, Any]:
    """What starts it."""
    found: dict[str, Any] = workflow[True]
    return found


def steps(workflow: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    """Every step of every job."""
    for job in workflow["jobs"].values():
        yield from job["steps"]
