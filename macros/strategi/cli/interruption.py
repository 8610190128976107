"""Stop when told to from outside, and clean up on the way."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# 128 and the number of the signal is how a shell is told.
_STOPPED = 128
# Seconds until a signal that was lost is sent again: a finalizer or a callback has ended by then, mostly.
_AGAIN = 0.01
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Interrupted(BaseException):
    """A signal asked the command to stop. No library is to take it for a fault of its own."""

    def __init__(self, number: int, *, is_kept: bool = False) -> None:
        super().__init__(number)
        self.number = number
        self.is_kept = is_kept  # it passed through another handler, which raises it again if it is lost
        self.exit_code = _STOPPED + number


@contextmanager
def signals_raised() -> Iterator[None]:
    """Raise `Interrupted` where a signal asks to stop; further ones are not heard while that is seen to.

    A signal that whoever started the command has turned off stays so. What is raised in a finalizer or in the
    callback of a weak reference is dropped by Python, so that signal is sent again a moment later.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    owner = os.getpid()

    def stop(number: int, _frame: FrameType | None) -> None:
        if os.getpid() != owner:  # a process that has just begun, and has nothing to clean up
            os._exit(_STOPPED + number)
        is_kept = signal.getsignal(number) is not stop
        for each in _SIGNALS:
            signal.signal(each, signal.SIG_IGN)
        raise Interrupted(number, is_kept=is_kept)

    def dropped(what: sys.UnraisableHookArgs) -> None:
        lost = what.exc_value
        if not isinstance(lost, Interrupted):
            report(what)
        elif not lost.is_kept:
            signal.signal(lost.number, stop)
            again = threading.Timer(_AGAIN, signal.raise_signal, [lost.number])
            again.daemon = True
            again.start()

    before = {number: signal.getsignal(number) for number in _SIGNALS}
    heard = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
    for number in heard:
        signal.signal(number, stop)
    report, sys.unraisablehook = sys.unraisablehook, dropped
    try:
        yield
    finally:
        sys.unraisablehook = report
        for number in heard:
            signal.signal(number, before[number])
