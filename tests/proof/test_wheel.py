"""A folder with content alone and the installed wheel are a county: checked, built and reviewed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.building import REPOSITORY
from tests.engine.site.county import TODAY, county_with_history

CONTENT = ("strategy", "indicators", "docs", "mkdocs.yml")


def run(command: Sequence[object], folder: Path, code: int = 0) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("STRATEGI_", "PYTHON"))}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env={**kept, "STRATEGI_TODAY": TODAY},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, f"{command} gave {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


def pages(site: Path) -> Mapping[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}


def _left_out(folder: str, names: list[str]) -> set[str]:
    """Of the repository, all but the package and what builds it."""
    wanted = {"macros", "pyproject.toml", "LICENSE", "README.md"}
    return set(names) - wanted if Path(folder) == REPOSITORY else {"__pycache__"} & set(names)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the wheel and what it is locked to."""
    work = tmp_path_factory.mktemp("wheel")
    source = work / "source"
    left_out = _left_out
    shutil.copytree(REPOSITORY, source, ignore=left_out)
    run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-build-isolation", "--no-deps", "-w", work, source],
        work,
    )
    run([sys.executable, "-m", "venv", work / "venv"], work)
    programs = work / "venv/bin"
    pip = [programs / "python", "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    for lock in ("site", "zensical"):
        run(
            [
                *pip,
                "--require-hashes",
                "--only-binary",
                ":all:",
                "-r",
                REPOSITORY / f"requirements/{lock}.txt",
            ],
            work,
        )
    (wheel,) = work.glob("levande_strategi-*.whl")
    run([*pip, "--no-deps", wheel], work)
    return programs


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """Content alone, with a history of its own."""
    return county_with_history(tmp_path / "län")


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_content_and_the_wheel_are_a_county(installed: Path, county: Path, engine: str) -> None:
    strategi = installed / "strategi"
    assert run([strategi, "check"], county)
    assert "Klart" in run([strategi, "build", "--engine", engine], county)
    found = pages(county / "site").keys()
    assert {"index.html", "integritet/index.html", "regler/index.html", "404.html"} <= found
    assert (county / "site/assets/kontrollsumma/kontrollsumma.py").is_file()
    assert (county / "site/schema/strategy.json").is_file()
    assert {path.name for path in county.iterdir()} <= {*CONTENT, ".git", ".build", ".cache", "site"}
    assert run(["git", "status", "--porcelain", "--", *CONTENT], county) == ""


def test_a_bare_build_gives_the_same_pages(installed: Path, county: Path) -> None:
    run([installed / "strategi", "build"], county)
    built = {
        path.relative_to(county / "site"): path.read_bytes() for path in (county / "site").rglob("*.html")
    }
    shutil.rmtree(county / "site")
    run([installed / "mkdocs", "build", "--quiet", "--strict"], county)
    bare = {
        path.relative_to(county / "site"): path.read_bytes() for path in (county / "site").rglob("*.html")
    }
    assert bare == built


def test_a_proposal_is_reviewed(installed: Path, county: Path) -> None:
    assert "Förslaget kan tas in" in run([installed / "strategi", "review", "--base", "main"], county)
    page = county / "strategy/vision.md"
    page.write_text(page.read_text("utf-8") + "\nOch en mening till.\n", "utf-8")
    assert "utan beslut" in run([installed / "strategi", "review", "--base", "main"], county, code=1)


def test_the_countys_door_is_not_importable_from_elsewhere(installed: Path, tmp_path: Path) -> None:
    assert "No module named 'main'" in run([installed / "python", "-c", "import main"], tmp_path, code=1)
    assert run([installed / "python", "-c", "import strategi"], tmp_path) == ""
