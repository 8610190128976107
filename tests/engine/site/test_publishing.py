"""Test what the public and the preparer of a proposal see while the files hold the proposal."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser
from strategi.content.reader import read_strategy
from strategi.content.tree import WorkingTree
from strategi.model.digest import digest

from tests.building import COMMAND
from tests.engine.counties.project import write_county
from tests.engine.history.repositories import commit, git, new_repository

TODAY = "2026-03-01"
DECIDED, COMING = "2022-04-27", "2026-02-01"
OLD, NEW = "Nära hemma", "Ännu närmare"
NOINDEX = '<meta name="robots" content="noindex">'
GONE, ADDED = "handlingsplan", "kommande"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two revisions: the newer is recommended but not yet in force, and has another section."""
    root = write_county(tmp_path_factory.mktemp("county"), indicators=5)
    new_repository(root)
    _rename_subgoal(root, OLD)
    _record(root, DECIDED)
    commit(root, {}, "Första")
    _rename_subgoal(root, NEW)
    _exchange_sections(root)
    _record(root, COMING, effective_from="2027-01-01", predecessor=DECIDED)
    commit(root, {}, "Andra")
    return root


def test_the_public_reads_the_wording_in_force(county: Path) -> None:
    site = _built(county, "--publish")
    assert OLD in _words(site, "strategin/delmal/d1") and NEW not in _words(site, "strategin/delmal/d1")
    assert "förhandsgranskning" not in _words(site, "strategin/delmal/d1")
    assert "ingår inte i den version" in _words(site, f"strategin/fardplan/{ADDED}")
    whole = LexborHTMLParser((site / "strategin/hela/index.html").read_text("utf-8"))
    assert whole.css_first(f"#{GONE}") and not whole.css_first(f"#{ADDED}")
    links = LexborHTMLParser((site / "strategin/fardplan/index.html").read_text("utf-8"))
    assert links.css_first(f'article a[href="{GONE}/"]') and not links.css_first(f'a[href="{ADDED}/"]')
    assert "ingår inte i den version" not in _words(site, f"strategin/fardplan/{GONE}")
    assert not (site / "jamfor" / DECIDED / "arbetskopia").exists()
    assert NEW in _words(site, f"revideringar/{COMING}")
    assert NEW in _words(site, f"jamfor/{DECIDED}/{COMING}")


def test_a_preview_shows_the_files_and_says_so(county: Path) -> None:
    site = _built(county, "--preview")
    subgoal = _words(site, "strategin/delmal/d1")
    assert NEW in subgoal and "Förslag i förhandsgranskning" in subgoal
    assert NEW in _words(site, f"jamfor/{DECIDED}/arbetskopia")


def test_only_what_is_published_is_to_be_found_by_searching(county: Path) -> None:
    for mode, asked in (("--preview", True), ("--publish", False)):
        built = {path.name: path.read_text("utf-8") for path in _built(county, mode).glob("*.html")}
        assert NOINDEX in built.pop("404.html")
        built |= {str(path): path.read_text("utf-8") for path in (county / "site").rglob("*/*.html")}
        assert len(built) > 1
        assert {NOINDEX in text for text in built.values()} == {asked}


def test_incomplete_history_is_said_in_a_preview_and_stops_a_publication(
    county: Path, tmp_path: Path
) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{county}", "grund")
    site = _built(tmp_path / "grund", "--preview")
    assert "historiken är ofullständig i denna kopia" in _words(site, "revideringar").lower()
    shutil.rmtree(site)
    refused = _run(tmp_path / "grund", "--publish")
    assert refused.returncode == 1
    assert "REV540" in refused.stderr and "Bygget började inte" in refused.stderr
    assert not site.exists()


def _rename_subgoal(root: Path, title: str) -> None:
    (path,) = (root / "strategy/subgoals").glob("d1-*.md")
    path.write_text(re.sub('"?title"?: .*', f"title: {title}", path.read_text("utf-8"), count=1), "utf-8")


def _exchange_sections(root: Path) -> None:
    """Let another section take the place of one."""
    path = root / f"strategy/roadmap/{GONE}.md"
    path.with_stem(ADDED).write_text(path.read_text("utf-8").replace(GONE, ADDED), "utf-8")
    path.unlink()


def _record(root: Path, revision: str, **facts: str) -> None:
    """Record the text that stands in the folder."""
    strategy = read_strategy(WorkingTree(root), today=date.fromisoformat(TODAY)).strategy
    assert strategy is not None
    first = yaml.safe_load((root / f"strategy/revisions/{DECIDED}.yml").read_text("utf-8"))
    record = first | {"id": revision, "decided_on": revision, "digest": digest(strategy)} | facts
    text = yaml.safe_dump(record, allow_unicode=True, default_style='"')
    (root / f"strategy/revisions/{revision}.yml").write_text(text, "utf-8")


def _run(root: Path, mode: str) -> subprocess.CompletedProcess[str]:
    command = [str(COMMAND), "build", mode, "--today", TODAY, "--root", str(root)]
    return subprocess.run(command, env=os.environ, capture_output=True, text=True, check=False)


def _built(root: Path, mode: str) -> Path:
    done = _run(root, mode)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def _words(site: Path, address: str) -> str:
    article = LexborHTMLParser((site / address / "index.html").read_text("utf-8")).css_first("article")
    assert article is not None
    return " ".join(article.text(separator=" ").split())
