"""Test that a signal is obeyed also where Python drops what its handler raises."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from strategi.cli import interruption
from strategi.cli.interruption import Interrupted, signals_raised

LONG = 10.0


class Ending:
    """Has a finalizer in which a signal comes."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGTERM)


def meet_a_signal_in_a_finalizer() -> None:
    ending = Ending()
    del ending


def work() -> None:
    deadline = time.monotonic() + LONG
    while time.monotonic() < deadline:
        time.sleep(0.001)


def wait() -> None:
    time.sleep(LONG)


@pytest.fixture(autouse=True)
def reached() -> Iterator[list[int]]:
    """The signals that have reached whoever runs the command, which they must not."""
    numbers: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _: numbers.append(number))
    yield numbers
    signal.signal(signal.SIGTERM, before)


@pytest.mark.parametrize("go_on", [work, wait])
def test_it_is_obeyed_a_moment_later(go_on: Callable[[], None], capfd: pytest.CaptureFixture[str]) -> None:
    begun = time.monotonic()
    with pytest.raises(Interrupted) as stopped, signals_raised():
        meet_a_signal_in_a_finalizer()
        go_on()
    assert stopped.value.number == signal.SIGTERM
    assert time.monotonic() - begun < LONG
    assert "Traceback" not in capfd.readouterr().err


def test_it_reaches_nobody_else_when_the_command_has_ended(reached: list[int]) -> None:
    with signals_raised():
        meet_a_signal_in_a_finalizer()
    time.sleep(0.1)
    assert reached == []


def test_it_reaches_nobody_else_when_another_one_is_obeyed_first(reached: list[int]) -> None:
    with pytest.raises(Interrupted), signals_raised():
        meet_a_signal_in_a_finalizer()
        os.kill(os.getpid(), signal.SIGTERM)
        wait()
    time.sleep(0.1)
    assert reached == []


def test_one_that_comes_while_the_first_is_sent_again_is_not_lost(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    class Timer(threading.Timer):
        def start(self) -> None:
            super().start()
            signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(interruption.threading, "Timer", Timer)
    with pytest.raises(Interrupted), signals_raised():
        meet_a_signal_in_a_finalizer()
        wait()
    assert "Traceback" not in capfd.readouterr().err
