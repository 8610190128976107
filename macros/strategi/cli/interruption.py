"""Stop when told to from outside, and clean up on the way."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# 128 and the number of the signal is how a shell is told.
_STOPPED = 128
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Interrupted(BaseException):
    """A signal asked the command to stop. No library is to take it for a fault of its own."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = _STOPPED + number


@contextmanager
def signals_raised() -> Iterator[None]:
    """Raise `Interrupted` where a signal asks to stop; further ones are not heard while that is seen to.

    A signal that whoever started the command has turned off stays so.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    owner = os.getpid()

    def stop(number: int, _frame: FrameType | None) -> None:
        if os.getpid() != owner:  # a process that has just begun, and has nothing to clean up
            os._exit(_STOPPED + number)
        for heard in _SIGNALS:
            signal.signal(heard, signal.SIG_IGN)
        raise Interrupted(number)

    before = {number: signal.getsignal(number) for number in _SIGNALS}
    heard = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
    for number in heard:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, before[number])
