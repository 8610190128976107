"""No file that an engine takes for a page runs anything, strict or not, with either engine."""

from __future__ import annotations

import importlib.util
import os
import subprocess
from pathlib import Path

import pytest

from tests.building import COMMAND
from tests.engine.site.county import county_without_history

# Each would leave a mark behind, if it was run; the last would never end.
_PROGRAMS = (
    '{{{{ cycler.__init__.__globals__.os.system("touch {mark}") }}}}',
    '{{{{ namespace.__init__.__globals__["__builtins__"]["open"]("{mark}", "w") }}}}',
    '{{% set x = lipsum.__globals__.os.system("touch {mark}") %}}',
    '{{% include "x.md" %}}',
    "{{% for a in range(99999999) %}}{{% endfor %}}",
)
_HEAD = 'description: "{program}"\ntitle: "{program}"\nrender_macros: true\nstanding: "{program}"'
PAGES = (
    *("docs/om.md", "docs/assets/x.md", "docs/includes/x.md", "docs/huvudman/x.md", "docs/jamfor/a/x.md"),
    *("docs/overrides/x.md", "docs/x.markdown", "docs/x.mdown", "docs/x.mkdn", "docs/x.mkd", "docs/.x.md"),
)
ENGINES = {"mkdocs": ("build", "--quiet"), "zensical": ("build", "--clean")}


@pytest.fixture(scope="module")
def mark(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mark") / "ran"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, mark: Path) -> Path:
    """A project where programs stand wherever a page could."""
    root = county_without_history(tmp_path_factory.mktemp("project"))
    programs = [each.format(mark=mark) for each in _PROGRAMS]
    quoted = programs[0].replace('"', '\\"')
    for place in PAGES:
        page = root / place
        page.parent.mkdir(parents=True, exist_ok=True)
        body = "\n\n".join(f"# {each}\n\n`{each}`\n\n{each}" for each in programs)
        page.write_text(f"---\n{_HEAD.format(program=quoted)}\n---\n{body}\n", "utf-8")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(
        f'{settings}\nnav:\n  - Start: index.md\n  - "{quoted}": om.md\n', "utf-8"
    )
    return root


def run(project: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    told = os.environ | {"STRATEGI_TODAY": "2026-11-21"} | environment
    return subprocess.run(
        command, cwd=project, env=told, capture_output=True, text=True, check=False, timeout=120
    )


def test_every_page_and_the_menu_are_told_of(project: Path, mark: Path) -> None:
    done = run(project, str(COMMAND), "check")
    assert done.returncode == 1
    for place in PAGES:
        for rule in ("TXT618", "TXT619", "TXT621"):
            assert any(line.startswith(f"{place}:") and rule in line for line in done.stdout.splitlines()), (
                place
            )
    assert "mkdocs.yml:" in done.stdout
    assert not mark.exists()


@pytest.mark.parametrize("strict", ["true", "false"])
@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_is_run(project: Path, mark: Path, engine: str, strict: str) -> None:
    if importlib.util.find_spec(engine) is None:
        pytest.skip(f"{engine} is not installed: make .venv/.{engine}-installed")
    program = COMMAND.with_name(engine)
    done = run(project, str(program), *ENGINES[engine], STRICT=strict)
    assert not mark.exists()
    assert "TXT618" in done.stdout + done.stderr
    assert (done.returncode == 0) == (strict == "false"), done.stderr
    if strict == "false":
        built = (project / "site" / "om" / "index.html").read_text("utf-8")
        assert built.count("ls-failure") >= len(_PROGRAMS), "each is shown as a fault in its place"


def test_strategi_builds_nothing_of_it(project: Path, mark: Path) -> None:
    for engine in ENGINES:
        done = run(project, str(COMMAND), "build", "--no-strict", "--engine", engine)
        assert done.returncode == 1 and "TXT618" in done.stderr
    assert not mark.exists()
