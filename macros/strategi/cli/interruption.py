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


class _Signals:
    """What answers signals while a command runs."""

    def __init__(self) -> None:
        self._owner = os.getpid()
        self._before = {number: signal.getsignal(number) for number in _SIGNALS}
        self._heard = [number for number, handler in self._before.items() if handler is not signal.SIG_IGN]
        self._report = sys.unraisablehook
        self._is_dropped = False
        self._again: threading.Timer | None = None

    def answer(self) -> None:
        for number in self._heard:
            signal.signal(number, self._stop)
        sys.unraisablehook = self._drop

    def give_back(self) -> None:
        try:
            if self._again:
                self._again.cancel()
                self._again.join()  # what it has sent by now is answered here, and not by others
        finally:
            sys.unraisablehook = self._report
            for number in self._heard:
                signal.signal(number, self._before[number])

    def _stop(self, number: int, _frame: FrameType | None) -> None:
        if os.getpid() != self._owner:  # a process that has just begun, and has nothing to clean up
            os._exit(_STOPPED + number)
        if self._is_dropped:  # raised here, it would be lost as well; the first one is sent again
            return
        is_kept = signal.getsignal(number) != self._stop
        for each in _SIGNALS:
            signal.signal(each, signal.SIG_IGN)
        raise Interrupted(number, is_kept=is_kept)

    def _drop(self, what: sys.UnraisableHookArgs) -> None:
        """Take what Python drops: report it, or send the signal again."""
        lost = what.exc_value
        if not isinstance(lost, Interrupted):
            self._report(what)
        elif not lost.is_kept:
            self._is_dropped = True
            signal.signal(lost.number, self._stop)
            self._again = threading.Timer(_AGAIN, _wake, [lost.number])
            self._again.daemon = True
            self._again.start()
            self._is_dropped = False


def _wake(number: int) -> None:
    """Send the signal to the main thread, also where that waits for something."""
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, number)
    else:
        signal.raise_signal(number)


@contextmanager
def signals_raised() -> Iterator[None]:
    """Raise `Interrupted` where a signal asks to stop; further ones are not heard while that is seen to.

    A signal that whoever started the command has turned off stays so. What is raised in a finalizer or in the
    callback of a weak reference is dropped by Python, so that signal is sent again a moment later.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    signals = _Signals()
    signals.answer()
    try:
        yield
    finally:
        signals.give_back()
