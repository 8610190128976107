"""Test that a signal at any step leaves no working folder behind, and that a failed removal is reported."""

from __future__ import annotations

import errno
import logging
import multiprocessing
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing.popen_fork import Popen
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from strategi.cli.interruption import Interrupted, signals_raised
from strategi.site import deferral, workshop
from strategi.site.sharing import begin
from strategi.site.workshop import room, take_place

# Where every step is tried: what the engine does, what its `with` statements do, and who uses it.
WATCHED = {deferral.__file__, workshop.__file__, sys.modules["contextlib"].__file__, __file__}
# The steps of one change of site: more than a thousand. Far fewer would mean that they are not seen.
FEWEST_STEPS = 500
ASKED = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("old", "utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def leaves_nothing(root: Path) -> Iterator[None]:
    """After each test, whatever came to pass: no room, no process, and a site."""
    answers = [signal.getsignal(number) for number in ASKED]
    yield
    assert list((root / ".build").iterdir()) == []
    assert multiprocessing.active_children() == []
    assert (root / "site" / "index.html").is_file()
    assert [signal.getsignal(number) for number in ASKED] == answers


class SignalAt:
    """A trace function that lets a signal come at one step, an operation of the machine that runs Python."""

    def __init__(self, step: int) -> None:
        self.steps, self._at = 0, step

    def __call__(self, frame: FrameType, event: str, _: Any) -> SignalAt | None:
        if frame.f_code.co_filename not in WATCHED:
            return None
        frame.f_trace_opcodes = True
        if event == "opcode":
            self.steps += 1
            if self.steps == self._at:
                signal.raise_signal(signal.SIGTERM)
        return self

    @property
    def has_come(self) -> bool:
        return self.steps >= self._at


def change_site(root: Path) -> None:
    """Do as a build does."""
    with room(root) as (own, signals):
        fresh = own / "fresh"
        with signals.let_through():
            fresh.mkdir()
            (fresh / "index.html").write_text("new", "utf-8")
        take_place(own, fresh, root)


def interrupted(work: Callable[[], None]) -> bool:
    """Whether the work was stopped by a signal, as a command would be."""
    with signals_raised():
        try:
            work()
        except Interrupted:
            return True
        return False


def traced(trace: SignalAt, work: Callable[[], None]) -> None:
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)


def test_a_signal_at_any_step_stops_and_leaves_nothing(root: Path) -> None:
    step = 0
    while True:
        step += 1
        trace = SignalAt(step)
        was_stopped = interrupted(lambda trace=trace: traced(trace, lambda: change_site(root)))  # type: ignore[misc]
        if not trace.has_come:
            break
        assert was_stopped, step
        assert not any(root.glob(".build/*")), step
        assert (root / "site" / "index.html").is_file(), step
    assert step > FEWEST_STEPS


@pytest.mark.parametrize("number", ASKED)
def test_a_signal_before_the_room_is_used_waits_until_then(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    made = workshop.tempfile.mkdtemp
    monkeypatch.setattr(workshop.tempfile, "mkdtemp", lambda **more: followed_by(number, made(**more)))
    assert interrupted(lambda: change_site(root))
    assert (root / "site" / "index.html").read_text("utf-8") == "old"


@pytest.mark.parametrize("number", ASKED)
def test_a_signal_while_places_are_changed_comes_after(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    renamed = Path.rename
    monkeypatch.setattr(Path, "rename", lambda path, target: followed_by(number, renamed(path, target)))
    assert interrupted(lambda: change_site(root))
    assert (root / "site" / "index.html").read_text("utf-8") == "new"


def test_further_signals_do_not_cut_the_clearing_short(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    removed = os.unlink

    def unlink(*arguments: Any, **more: Any) -> None:
        signal.raise_signal(signal.SIGINT)
        removed(*arguments, **more)

    def work() -> None:
        with room(root) as (own, signals), signals.let_through():
            (own / "first").touch()
            (own / "second").touch()
            monkeypatch.setattr(os, "unlink", unlink)
            signal.raise_signal(signal.SIGTERM)

    assert interrupted(work)


def test_a_process_that_writes_is_gone_before_the_room_is_cleared(root: Path) -> None:
    def work() -> None:
        with room(root) as (own, signals), signals.let_through():
            begin(write_for_ever, [own])
            while not any(own.iterdir()):
                time.sleep(0.001)
            signal.raise_signal(signal.SIGTERM)

    assert interrupted(work)


def test_a_signal_while_a_process_is_begun_leaves_none(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, launch = [], Popen._launch  # type: ignore[attr-defined]

    def launched(self: Any, process: Any) -> None:
        launch(self, process)
        begun.append(self.pid)
        signal.raise_signal(signal.SIGTERM)

    def work() -> None:
        with room(root) as (own, signals), signals.let_through():
            begin(write_for_ever, [own])

    monkeypatch.setattr(Popen, "_launch", launched)
    assert interrupted(work)
    with pytest.raises(ProcessLookupError):
        os.kill(begun[0], 0)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_signal_that_a_finalizer_swallows_stops_all_the_same(root: Path) -> None:
    class Finalized:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGTERM)

    def work() -> None:
        with room(root) as (own, signals):
            with signals.let_through():
                (own / "fresh").mkdir()
                Finalized()
            take_place(own, own / "fresh", root)

    assert interrupted(work)
    assert (root / "site" / "index.html").read_text("utf-8") == "old"


def test_a_room_that_cannot_be_removed_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refused(path: Path, ignore_errors: bool = False) -> None:
        if not ignore_errors:
            raise PermissionError(errno.EACCES, "", str(path))

    with caplog.at_level(logging.WARNING, "strategi"), monkeypatch.context() as patched:
        patched.setattr(shutil, "rmtree", refused)
        change_site(root)
    assert [record.getMessage().startswith("Det gick inte: ") for record in caplog.records] == [True]
    assert (root / "site" / "index.html").read_text("utf-8") == "new"
    change_site(root)  # what is left is no hindrance, and is removed when it can be


def followed_by(number: int, result: Any) -> Any:
    signal.raise_signal(number)
    return result


def write_for_ever(folder: Path) -> None:
    """Write as soon as something has been removed, as an engine may."""
    number = 0
    while True:
        number += 1
        (folder / str(number % 100)).touch()
