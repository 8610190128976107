"""Test that a build gives the same site every time, or stops with a reason and leaves the old one."""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.building import build_command, build_site
from tests.engine.site.county import county_without_history

TODAY = {"STRATEGI_TODAY": "2026-11-21"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its site built."""
    root = county_without_history(tmp_path_factory.mktemp("project"))
    build_site(root, **TODAY)
    return root


@pytest.fixture
def page(project: Path) -> Iterator[Path]:
    """A page that a test may spoil; put back afterwards."""
    file = project / "docs" / "om.md"
    before = file.read_text("utf-8")
    yield file
    file.write_text(before, "utf-8")


def run(project: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command or build_command(project),
        cwd=project,
        env=os.environ | TODAY | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def bare_mkdocs(project: Path, target: Path) -> subprocess.CompletedProcess[str]:
    """What an editor gets who knows MkDocs and not this project."""
    mkdocs = Path(build_command(project)[0]).with_name("mkdocs")
    return run(project, str(mkdocs), "build", "--quiet", "--site-dir", str(target))


FAULTS = {
    "unknown indicator": ('{{ value("N99") }}', "Det finns inget nyckeltal ”N99”"),
    "unknown macro": ("{{ valeu() }}", "Menade du ”value”?"),
    "undefined variable": ("{{ nagot }}", "inget som heter ”nagot”"),
    "a program": ('{{ "".__class__.__mro__[1].__subclasses__()|length }}', "är inte bara ett anrop"),
    "a loop": ("{% for a in range(99999999) %}{% endfor %}", "kan inte innehålla kommandon"),
    "hidden text": ("{# dolt #}", "syns inte"),
    "broken syntax": ('{{ value("N05" }}', "går inte att läsa"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_call_that_fails_stops_the_build_and_leaves_the_site(project: Path, page: Path, fault: str) -> None:
    call, reason = FAULTS[fault]
    line = page.read_text("utf-8").count("\n") + 2
    page.write_text(f"{page.read_text('utf-8')}\n{call}\n", "utf-8")
    before = _state(project / "site")
    done = run(project)
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert f"docs/om.md:{line}:" in said and reason in said
    assert "Traceback" not in said
    assert "Webbplatsen i site/ är orörd." in said
    assert _state(project / "site") == before
    assert list((project / ".build").iterdir()) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bare_mkdocs_build_stops_as_well(project: Path, page: Path, tmp_path: Path, fault: str) -> None:
    call, reason = FAULTS[fault]
    page.write_text(f"{page.read_text('utf-8')}\n{call}\n", "utf-8")
    done = bare_mkdocs(project, tmp_path / "site")
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert reason in said and "Traceback" not in said


def test_a_link_that_leads_nowhere_stops_the_build(project: Path, page: Path) -> None:
    page.write_text(page.read_text("utf-8") + "\n[a](ordlista.md#finns-inte)\n", "utf-8")
    done = run(project)
    assert done.returncode == 1
    assert "om/: länken ../ordlista/#finns-inte" in done.stdout + done.stderr


def test_content_that_cannot_be_read_stops_the_build(project: Path) -> None:
    file = project / "strategy" / "strategy.yml"
    before = file.read_text("utf-8")
    file.write_text(before.replace("title:", "titel:", 1), "utf-8")
    done = run(project)
    file.write_text(before, "utf-8")
    assert done.returncode == 1
    assert "strategy/strategy.yml:" in done.stderr and "Traceback" not in done.stderr


def test_two_builds_are_byte_identical(project: Path) -> None:
    first = _state(project / "site")
    build_site(project, **TODAY)
    assert _state(project / "site") == first


def test_a_bare_mkdocs_build_gives_the_same_site(project: Path, tmp_path: Path) -> None:
    done = bare_mkdocs(project, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert _state(tmp_path / "site") == _state(build_site(project, **TODAY))


def test_a_page_of_the_countys_own_may_stand_among_those_that_are_made(project: Path) -> None:
    own = project / "docs" / "huvudman" / "samverkan.md"
    own.parent.mkdir()
    own.write_text('---\ndescription: "En egen sida."\n---\n\n# Samverkan\n', "utf-8")
    site = build_site(project, **TODAY)
    shutil.rmtree(own.parent)
    assert "Samverkan" in (site / "huvudman/samverkan/index.html").read_text("utf-8")
    assert (site / "huvudman/index.html").exists()


def test_the_figures_are_offered_as_they_stand(project: Path) -> None:
    offered = sorted((project / "site" / "data").glob("*.csv"))
    assert offered
    for file in offered:
        source = next((project / "indicators").glob(f"{file.stem}-*.csv"))
        assert filecmp.cmp(file, source, shallow=False)


def test_with_a_forge_each_page_leads_to_the_file_behind_it(project: Path) -> None:
    site = build_site(project, STRATEGI_FORGE="https://forge.example/a/b", **TODAY)
    expected = {
        "om/": "docs/om.md",
        "strategin/malbild/": "strategy/vision.md",
        "nyckeltal/": "indicators/sources.yml",
        "strategin/delmal/d1/": "strategy/subgoals/d1-vard-hos-mig.md",
        "strategin/fardplan/samordning/": "strategy/roadmap/samordning.md",
        "nyckeltal/n01/": "indicators/n01-trygghet-aldreomsorg.yml",
        "huvudman/": "strategy/principals.yml",
        "revideringar/2023-10-05/": "strategy/revisions/2023-10-05.yml",
        "": "docs/index.md",
    }
    for address, source in expected.items():
        link = f'href="https://forge.example/a/b/edit/main/{source}"'
        assert link in (site / address / "index.html").read_text("utf-8"), address
    without = build_site(project, **TODAY)
    assert "/edit/" not in (without / "om/index.html").read_text("utf-8")


def _state(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
