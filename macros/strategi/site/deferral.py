"""Let a signal that asks to stop wait while what must not be cut short is done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

STOPPING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Deferral:
    """Signals that wait until they are let through.

    No more than one is let through. What it raises can so reach code that cleans up, but never cut it short.
    """

    def __init__(self) -> None:
        # What a handler of the system's own does, ending the process, is left to the system.
        self._answers = {
            number: answer for number in STOPPING if callable(answer := signal.getsignal(number))
        }
        self._waiting: list[int] = []
        self._raised: BaseException | None = None
        self.lets_through = False

    def let_through(self) -> Passage:
        """Give the stretch, for `with`, where a signal is answered at once, also one that has waited."""
        return Passage(self)

    @contextmanager
    def in_force(self) -> Iterator[None]:
        """Take signals; answer the first one that still waits when nothing is left to protect."""
        try:
            for number in self._answers:
                signal.signal(number, self._take)
            yield
        finally:
            self._give_back()
            for number in self._waiting[:1]:
                signal.raise_signal(number)

    def answer_waiting(self) -> None:
        """Answer a signal that has waited."""
        if self._waiting:
            self._take(self._waiting.pop(0), None)

    def raise_again(self) -> None:
        """Raise what an answer raised, if any: in a finalizer, which a signal may meet, it is lost."""
        if self._raised is not None:
            raise self._raised

    def _take(self, number: int, frame: FrameType | None) -> None:
        if not self.lets_through:
            self._waiting.append(number)
            return
        self.lets_through = False
        try:
            self._answers[number](number, frame)
        except BaseException as raised:
            self._raised = raised
            raise
        self.lets_through = True

    def _give_back(self) -> None:
        for number, answer in self._answers.items():
            if signal.getsignal(number) == self._take:  # else an answer has changed it, as when it is enough
                signal.signal(number, answer)


class Passage:
    """Where signals are let through. No generator: one that is cut short ends unheard, later."""

    def __init__(self, deferral: Deferral) -> None:
        self._deferral = deferral

    def __enter__(self) -> None:
        self._deferral.lets_through = True
        self._deferral.answer_waiting()

    def __exit__(self, *_: object) -> None:
        self._deferral.lets_through = False
        self._deferral.raise_again()


@contextmanager
def deferred() -> Iterator[Deferral]:
    """Let signals wait. Where no signal is ever answered, beside the main thread, there is nothing to do."""
    deferral = Deferral()
    if threading.current_thread() is not threading.main_thread():
        yield deferral
        return
    with deferral.in_force():
        yield deferral
