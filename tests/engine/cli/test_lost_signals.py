"""Test that a signal is obeyed also where Python drops what its handler raises."""

from __future__ import annotations

import signal
import time

import pytest
from strategi.cli.interruption import Interrupted, signals_raised


class Ending:
    """Has a finalizer in which a signal comes."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGTERM)


def test_a_signal_in_a_finalizer_is_obeyed_a_moment_later(capfd: pytest.CaptureFixture[str]) -> None:
    deadline = time.monotonic() + 10
    with pytest.raises(Interrupted) as stopped, signals_raised():
        ending = Ending()
        del ending
        while time.monotonic() < deadline:
            time.sleep(0.001)
    assert stopped.value.number == signal.SIGTERM
    assert "Traceback" not in capfd.readouterr().err
