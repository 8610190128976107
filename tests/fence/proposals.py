"""Make ten fixed proposals, and keep what every command says of each, in every format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.fence.record import summary
from tests.fence.stage import run, strategi

Edit = Callable[[Path], None]

_LEDGER = "strategy/adoptions/2022-04-27.yml"
_CURRENT = "strategy/revisions/2022-04-27.yml"


def _change(path: str, before: str, after: str) -> Edit:
    def edit(folder: Path) -> None:
        text = (folder / path).read_text("utf-8")
        assert before in text, f"{before!r} is not in {path}"
        (folder / path).write_text(text.replace(before, after, 1), "utf-8")

    return edit


def _first(folder: Path, pattern: str) -> str:
    return min(folder.glob(pattern)).relative_to(folder).as_posix()


def _add_line(pattern: str, line: str) -> Edit:
    def edit(folder: Path) -> None:
        path = folder / _first(folder, pattern)
        path.write_text(path.read_text("utf-8") + line, "utf-8")

    return edit


def _remove(pattern: str) -> Edit:
    def edit(folder: Path) -> None:
        (folder / _first(folder, pattern)).unlink()

    return edit


PROPOSALS: Mapping[str, Edit] = {
    "nothing": lambda folder: None,
    "a-title": _change("strategy/vision.md", 'title: "', 'title: "Ny '),
    "a-sentence": _add_line("strategy/roadmap/*.md", "\nEn mening till.\n"),
    "a-section-removed": _remove("strategy/roadmap/*.md"),
    "a-figure": _change("indicators/n05-fortroende-vard.csv", ",2016,60,", ",2016,61,"),
    "a-record-withdrawn": _change(_CURRENT, "digest:", "withdrawn: true\ndigest:"),
    "validity": _change("strategy/strategy.yml", 'valid_to: "2030-01-01"', 'valid_to: "2034-01-01"'),
    "a-principals-no": _change(_LEDGER, "outcome: identical", "outcome: rejected"),
    "who-decides": _change("strategy/governance.yml", "class: principled", "class: technical"),
    "unreadable": _change("strategy/bodies.yml", "bodies:", "bodies: ["),
}
_COMMANDS: tuple[tuple[str, ...], ...] = (
    *(("check", "--format", form) for form in ("text", "json", "github")),
    *(
        ("review", "--base", "main", "--format", form)
        for form in ("text", "markdown", "json", "github", "sarif")
    ),
    *(("diff", "2022-04-27", "working", "--format", form) for form in ("text", "html", "json", "markdown")),
    *(("log", "--format", form) for form in ("text", "json")),
    *(("digest", "--format", form) for form in ("text", "json")),
    *(("show", "2022-01-28", "--format", form) for form in ("markdown", "json")),
    *(("verify", "strategy/vision.md", "--format", form) for form in ("text", "json", "markdown")),
    ("forms",),
)
_ONCE: tuple[tuple[str, ...], ...] = (
    ("--help",),
    *((command, "--help") for command in ("check", "review", "diff", "log", "show", "digest", "verify")),
    *((command, "--help") for command in ("new", "propose", "place", "forms", "comment", "schema")),
    *((command, "--help") for command in ("build", "serve")),
    *(("schema", kind) for kind in ("strategy", "revision", "indicator")),
)


def proposals(folder: Path) -> Mapping[str, str]:
    """What each command printed and ended with, by `proposal/command`."""
    return dict(_said(folder))


def _said(folder: Path) -> Iterator[tuple[str, str]]:
    for words in _ONCE:
        yield f"any/{' '.join(words)}", _answer(folder, *words)
    for name, edit in PROPOSALS.items():
        run(["git", "-C", str(folder), "checkout", "--quiet", "HEAD", "--", "strategy", "indicators"])
        edit(folder)
        for words in _COMMANDS:
            yield f"{name}/{' '.join(words)}", _answer(folder, *words)
    run(["git", "-C", str(folder), "checkout", "--quiet", "HEAD", "--", "strategy", "indicators"])


def _answer(folder: Path, *words: str) -> str:
    answer = strategi(folder, *words)
    return f"{answer.code} {summary(answer.out.encode())}"
