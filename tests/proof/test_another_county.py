"""Another county that begins in a clone of this repository, by README's steps, shows nothing of this one."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.building import COMMAND, ENGINE, REPOSITORY
from tests.engine.history.repositories import commit, git
from tests.engine.site.county import COUNTY

CONTENT = ("strategy", "indicators", "docs")
DECISION = "2024-02-14"
RECORD = f"strategy/revisions/{DECISION}.yml"
OWNERS = ".github/CODEOWNERS"
INFO = "strategy/strategy.yml"
# Said once the whole text has been decided: the record of the first revision follows on none.
_FIRST_REVISION = (('predecessor: "2023-10-05"\n', ""),)
# Shorter pieces of text say nothing of whose they are.
_SENTENCE = 40
_READ_BY_MACHINES = {".html", ".xml", ".json", ".csv", ".txt", ".js", ".css", ".md", ".svg", ".py"}


class Clone:
    """A clone of this repository, in which another county is written, after the last day of this one's."""

    def __init__(self, root: Path) -> None:
        git(root.parent, "clone", "--quiet", f"file://{REPOSITORY}", str(root))
        git(root, "checkout", "--quiet", "-B", "main")
        self.root = root
        last = date.fromisoformat(git(root, "log", "-1", "--format=%cs", "--date=short"))
        self.began = last + timedelta(days=10)
        self.today = last + timedelta(days=30)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("STRATEGI_")}
        return subprocess.run(
            [str(COMMAND), *words],
            cwd=self.root,
            env=kept | {"STRATEGI_TODAY": str(self.today), "STRATEGI_SITE_URL": "https://exempel.example/"},
            capture_output=True,
            text=True,
            check=False,
        )

    def says(self, *words: str, code: int = 0) -> str:
        done = self.run(*words)
        assert done.returncode == code, f"{words} gave {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def merge(self, message: str, after: int) -> None:
        """Let the proposal in, as a forge does."""
        day = str(self.began + timedelta(days=after))
        commit(self.root, {}, message, on=day)
        git(self.root, "switch", "--quiet", "main")
        git(self.root, "merge", "--quiet", "--no-ff", "--no-edit", "forslag", on=day)
        git(self.root, "switch", "--quiet", "--force-create", "forslag")


def use_the_installed_package(root: Path) -> None:
    """The program that these tests run is the installed package; a clone brings the same."""
    assert (root / "macros/strategi/__init__.py").is_file()


def write_strategy(root: Path) -> None:
    _write(root, "strategy", lambda path: path.split("/")[1] not in ("revisions", "adoptions"))


def write_indicators(root: Path) -> None:
    _write(root, "indicators")


def copy_the_settings(root: Path) -> None:
    """And write the prose that is the county's own, which no step needs."""
    shutil.copy(COUNTY / "mkdocs.yml", root)
    _write(root, "docs")


def write_for_editors_and_forge(root: Path) -> None:
    """Schemas and the lists of the forms are written by commands; the teams are the county's own."""
    (root / OWNERS).write_text("* @ORGANISATION/forvaltning\n", "utf-8")


# What each step of README asks for, by its first words.
STEPS: Mapping[str, Callable[[Path], None]] = {
    "Install the package": use_the_installed_package,
    "Write `strategy/`": write_strategy,
    "Write `indicators/`": write_indicators,
    "Copy `tests/engine/county/mkdocs.yml`": copy_the_settings,
    "Run `strategi schema --write`": write_for_editors_and_forge,
}


def _write(root: Path, folder: str, is_wanted: Callable[[str], bool] = lambda _: True) -> None:
    for path in sorted((COUNTY / folder).rglob("*")):
        name = path.relative_to(COUNTY).as_posix()
        if path.is_file() and is_wanted(name):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, root / name)


def readme_steps() -> list[str]:
    section = (REPOSITORY / "README.md").read_text("utf-8").split("## Another county")[1].split("\n## ")[0]
    return re.findall(r"^\d+\. (.+)$", section, re.MULTILINE)


def test_the_steps_are_those_that_readme_tells() -> None:
    steps = readme_steps()
    assert len(steps) == len(STEPS)
    assert [step for step, words in zip(steps, STEPS, strict=True) if not step.startswith(words)] == []


@pytest.fixture(scope="module", autouse=True)
def _whole_history() -> None:
    """A clone of a shallow one cannot be told apart from it; where changes are judged, that is a fault."""
    told = subprocess.run(
        ["git", "-C", str(REPOSITORY), "rev-parse", "--is-shallow-repository"],
        capture_output=True,
        text=True,
        check=False,
    )
    if told.stdout.strip() != "false":
        message = "the whole history is needed: fetch it all"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)


@pytest.fixture(scope="module")
def names() -> re.Pattern[str]:
    """Whatever names this county: who it is, its own titles and days but for everyone's."""
    theirs = _texts(COUNTY.rglob("*"))
    everyones = theirs + _texts(ENGINE.rglob("*"))
    who = {name for name in _who() if len(name) > 2 and not _any([name]).search(theirs)}
    what = {name for name in _what() if not _any([name]).search(everyones)}
    assert len(who) > 35
    assert len(what) > 10
    return _any(sorted(who | what, key=len, reverse=True))


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    """Every longer piece of text in this county's content, without what the engine says in all counties."""
    others = _texts([*COUNTY.rglob("*"), *ENGINE.rglob("*")])
    files = (path for folder in CONTENT for path in sorted((REPOSITORY / folder).rglob("*")))
    texts = (path for path in files if path.suffix in (".md", ".yml") and "/docs/schema/" not in str(path))
    pieces = {_plain(each) for path in texts for each in re.split(r'[.!?]\s|[\n"]', path.read_text("utf-8"))}
    found = sorted(each for each in pieces if len(each) >= _SENTENCE and each not in others)
    assert len(found) > 200
    return found


def test_another_county_publishes_nothing_of_this_one(
    tmp_path: Path, names: re.Pattern[str], sentences: list[str]
) -> None:
    clone = Clone(tmp_path / "lan")
    root = clone.root
    git(root, "switch", "--quiet", "--create", "forslag")
    for folder in CONTENT:
        shutil.rmtree(root / folder)
    (root / "mkdocs.yml").unlink()
    for step in STEPS.values():
        step(root)

    _refuse_the_id_of_this_county(clone)
    clone.says("schema", "--write")
    clone.says("forms", "--write")
    assert "fel" not in clone.says("check").replace("Inga fel", "")
    told = clone.says("review", "--base", "main")
    assert told.startswith(
        "Förslaget kan tas in.\n  Det är en ny strategi för ett annat län: id är ändrat från"
    )
    assert "granskningen jämför inte två olika strategier" in told
    assert "Ändringarna:" not in told

    clone.merge("Vår strategi", after=0)
    assert clone.says("check", "--history")
    clone.says("build")
    _see_nothing(root / "site", names, sentences)
    assert not names.search(clone.says("log"))

    text = (COUNTY / RECORD).read_text("utf-8")
    for before, after in _FIRST_REVISION:
        assert before in text
        text = text.replace(before, after)
    (root / RECORD).parent.mkdir()
    (root / RECORD).write_text(text, "utf-8")
    assert "Beslutas av: Samrådet" in clone.says("review", "--base", "main")
    clone.merge(f"Revidering {DECISION}", after=5)
    clone.says("build", "--publish")
    _see_nothing(root / "site", names, sentences)
    log = (root / "site/revideringar/index.html").read_text("utf-8")
    assert "Ny strategi: Gemensam strategi för nära vård i Ytterlandet" in log
    assert (root / f"site/revideringar/{DECISION}/index.html").is_file()
    days = re.findall(r"<lastmod>(.+)</lastmod>", (root / "site/sitemap.xml").read_text("utf-8"))
    assert days
    assert min(days) >= str(clone.began)


def _refuse_the_id_of_this_county(clone: Clone) -> None:
    """While the id is left as it was, the county is refused, with the value and what to do."""
    own = yaml.safe_load((REPOSITORY / INFO).read_text("utf-8"))["id"]
    written = (clone.root / INFO).read_text("utf-8")
    (clone.root / INFO).write_text(re.sub(r'^id: ".*"', f'id: "{own}"', written, flags=re.MULTILINE), "utf-8")
    said = clone.says("check", code=1)
    assert f"{INFO}:2:5: REV549 id är detsamma, men länets område (county_area)" in said
    assert "huvudmän är andra" in said
    (clone.root / INFO).write_text(written, "utf-8")


def _see_nothing(site: Path, names: re.Pattern[str], sentences: list[str]) -> None:
    files = [path for path in sorted(site.rglob("*")) if path.is_file()]
    assert len(files) > 60
    paths = [path.relative_to(site).as_posix() for path in files]
    assert [path for path in paths if names.search(path)] == []
    said = {path: _plain(file.read_text("utf-8")) for path, file in _read_by_machines(site, files)}
    assert {path: found for path, text in said.items() if (found := names.findall(text))} == {}
    everything = "\n".join(said.values())
    assert [each for each in sentences if each in everything] == []


def _read_by_machines(site: Path, files: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    return ((path.relative_to(site).as_posix(), path) for path in files if path.suffix in _READ_BY_MACHINES)


def _who() -> Iterator[str]:
    info = _yaml(INFO)
    yield from (info[key] for key in ("id", "title", "short_title", "county"))
    for principal in _yaml("strategy/principals.yml")["principals"]:
        yield from (principal[key] for key in ("id", "name", "short_name"))
    yield from (body["name"] for body in _yaml("strategy/bodies.yml")["bodies"])
    yield git(REPOSITORY, "log", "-1", "--format=%H")


def _what() -> Iterator[str]:
    for kind in ("subgoals", "roadmap", "revisions"):
        for path in sorted((REPOSITORY / "strategy" / kind).iterdir()):
            record = next(iter(yaml.safe_load_all(path.read_text("utf-8"))))
            yield from (record[key] for key in ("title", "id", "digest") if len(record.get(key, "")) > 2)


def _yaml(path: str) -> Any:
    return yaml.safe_load((REPOSITORY / path).read_text("utf-8"))


def _any(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})s?(?!\w)", re.IGNORECASE)


def _texts(paths: Iterable[Path]) -> str:
    found = (path for path in paths if path.is_file() and path.suffix in (*_READ_BY_MACHINES, ".yml"))
    return "\n".join(_plain(path.read_text("utf-8")) for path in found)


def _plain(text: str) -> str:
    """The words of a text, however they are written."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.unescape(text))).strip()
