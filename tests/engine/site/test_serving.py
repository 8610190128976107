"""Test which folders make `strategi serve` build anew when they change."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from strategi.plugin import StrategiPlugin

from tests.building import ENGINE

LOOK = {str(ENGINE / "theme"), str(ENGINE / "render/templates")}


@pytest.mark.parametrize(
    ("root", "look"), [(ENGINE.parents[1], LOOK), (Path("/annat/län"), set())], ids=["within", "elsewhere"]
)
def test_the_content_is_watched_and_the_look_of_an_engine_within(root: Path, look: set[str]) -> None:
    watched: list[str] = []
    server, config = (
        SimpleNamespace(watch=watched.append),
        SimpleNamespace(config_file_path=str(root / "mkdocs.yml")),
    )
    StrategiPlugin().on_serve(server, config=config, builder=lambda: None)  # type: ignore[arg-type]
    assert set(watched) == {str(root / "strategy"), str(root / "indicators")} | look
