"""Generate an invented county in git for measurements, whose revisions each change several parts."""

from __future__ import annotations

import os
import random
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import yaml
from strategi.content.reader import read_strategy
from strategi.content.tree import WorkingTree
from strategi.model.digest import digest

from tests.engine.counties.project import write_county

FIRST = date(2022, 4, 27)
BETWEEN = timedelta(days=180)
PARTS_CHANGED = 5  # in each revision, besides an indicator's definition
PARAGRAPHS, SENTENCES, WORDS = 3, 4, 12
SWEDEN = ZoneInfo("Europe/Stockholm")
WHO = "Åsa Öberg <asa@sjolanda.example>"
VOCABULARY = ("ansvar", "arbete", "barn", "beslut", "dialog", "framtid", "gemensam", "hela", "hemmet")
VOCABULARY += ("hälsa", "insatser", "invånare", "kommuner", "kontakt", "kunskap", "livet", "lokalt", "mål")
VOCABULARY += ("möten", "nära", "omsorg", "plan", "regionen", "resurser", "stöd", "tillit", "vardag")


class Commit(NamedTuple):
    """What one commit writes: text by path."""

    taken_on: date
    files: Mapping[str, str]


def write_revised_county(target: Path, *, indicators: int = 17, revisions: int = 8) -> Path:
    """Write an invented county whose git history holds the text of every recorded revision."""
    county = write_county(target, indicators)
    import_history(county, [*_commits(county, revisions)])
    return county


def import_history(folder: Path, commits: Iterable[Commit]) -> None:
    """Make a repository of the commits in one go; the files in the folder are left as they are."""
    git(folder, "init", "--quiet")
    git(folder, "fast-import", "--quiet", said=b"".join(map(_stream, commits)))
    git(folder, "read-tree", "HEAD")


def git(folder: Path, *command: str, said: bytes = b"") -> None:
    """Run git without any settings of the machine."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    base = ["git", "-c", "init.defaultBranch=main"]
    subprocess.run(
        [*base, *command], cwd=folder, input=said, env=os.environ | settings, check=True, capture_output=True
    )


def _stream(commit: Commit) -> bytes:
    noon = datetime.combine(commit.taken_on, time(12), SWEDEN)
    head = f"commit refs/heads/main\ncommitter {WHO} {noon.timestamp():.0f} {noon:%z}\n".encode()
    changes = (f"M 100644 inline {path}\n".encode() + _data(text) for path, text in commit.files.items())
    return head + _data("Ändring") + b"".join(changes)


def _data(text: str) -> bytes:
    content = text.encode()
    return b"data %d\n%b\n" % (len(content), content)


def _commits(county: Path, revisions: int) -> Iterator[Commit]:
    """One commit for each revision; the first has everything. Leaves the last one's files in the folder."""
    days = [FIRST + BETWEEN * number for number in range(revisions)]
    texts = {path: _paragraphs(random.Random(path.name)) for path in _parts(county)}
    for number, day in enumerate(days):
        chance = random.Random(number)
        changed = chance.sample(sorted(texts), PARTS_CHANGED) if number else sorted(texts)
        for path in changed:
            if number:
                _revise(texts[path], chance)
            _write_body(path, texts[path])
        definition = _redefine(county, number + 1)
        record = _write_record(county, day, predecessor=days[number - 1] if number else None)
        written = [*changed, definition, record] if number else _content(county)
        yield Commit(day, {path.relative_to(county).as_posix(): path.read_text("utf-8") for path in written})


def _parts(county: Path) -> list[Path]:
    """The files whose governed text is more than a sentence."""
    return sorted(path for path in (county / "strategy").rglob("*.md") if path.stem != "vision")


def _content(county: Path) -> list[Path]:
    files = (path for folder in ("strategy", "indicators") for path in (county / folder).rglob("*"))
    return sorted(path for path in files if path.is_file())


def _paragraphs(chance: random.Random) -> list[list[str]]:
    return [[_sentence(chance) for _ in range(SENTENCES)] for _ in range(PARAGRAPHS)]


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(VOCABULARY, k=WORDS)).capitalize() + "."


def _revise(paragraphs: list[list[str]], chance: random.Random) -> None:
    """Change a text as people do: a word, a sentence that is new, one less, two paragraphs in other order."""
    edited, longer, shorter = chance.sample(paragraphs, 3)
    edited[0] = edited[0].replace(edited[0].split()[5], chance.choice(VOCABULARY))
    longer.append(_sentence(chance))
    if len(shorter) > 1:
        shorter.pop(0)
    first, second = chance.sample(range(PARAGRAPHS), 2)
    paragraphs[first], paragraphs[second] = paragraphs[second], paragraphs[first]


def _write_body(path: Path, paragraphs: list[list[str]]) -> None:
    front = path.read_text("utf-8").split("---\n")[1]
    body = "\n\n".join(" ".join(sentences) for sentences in paragraphs)
    path.write_text(f"---\n{front}---\n\n{body}\n", "utf-8")


def _redefine(county: Path, indicator: int) -> Path:
    """Give an indicator another definition."""
    path = county / f"indicators/n{indicator:02}-matt.yml"
    facts = yaml.safe_load(path.read_text("utf-8"))
    _write_yaml(path, facts | {"definition": _sentence(random.Random(indicator))})
    return path


def _write_record(county: Path, day: date, *, predecessor: date | None) -> Path:
    """Record the text that stands in the folder."""
    strategy = read_strategy(WorkingTree(county), today=day).strategy
    assert strategy is not None
    facts = _record(day) | {"digest": digest(strategy)}
    facts |= {"predecessor": str(predecessor)} if predecessor else {}
    path = county / f"strategy/revisions/{day}.yml"
    _write_yaml(path, facts)
    return path


def _write_yaml(path: Path, facts: Mapping[str, Any]) -> None:
    path.write_text(yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, default_style='"'), "utf-8")


def _record(day: date) -> dict[str, Any]:
    unknown = ("registry_number", "minutes", "reason", "condition")
    return {
        "id": str(day), "title": f"Versionen {day}", "class": "essential", "class_evidence": "documented",
        "decision": "recommended", "decided_by": "radet", "decided_on": str(day),
        "effective_from": str(day + timedelta(days=60)), **dict.fromkeys(unknown, "not-found"),
        "evidence": "documented", "references": ["beslut"],
    }  # fmt: skip
