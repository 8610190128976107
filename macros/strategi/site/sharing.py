"""Share work on many pages between the cores of the machine."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection, wait
from typing import TypeVar

from strategi.site.deferral import STOPPING, deferred

T = TypeVar("T")
R = TypeVar("R")

# Fewer are done before a process is ready.
FEWEST = 200


def share(work: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """Do the work for every item, in parallel where it pays. The results must pickle; they come in order.

    Raises what the work raises.
    """
    cores = cores_to_use() if len(items) >= FEWEST else 1
    shares = [items[start::cores] for start in range(cores)]
    others = [begin(work, items_of_core) for items_of_core in shares[1:]]
    done = [[work(item) for item in shares[0]], *(result() for result in others)]
    return [done[number % cores][number // cores] for number in range(len(items))]


def cores_to_use() -> int:
    """How many processes to use."""
    if not can_begin():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def can_begin() -> bool:
    """Whether a process can be begun: a fork is to be had, and safe, since there are no other threads."""
    has_fork = "fork" in multiprocessing.get_all_start_methods()
    is_begun = multiprocessing.parent_process() is not None  # and may not begin others
    return has_fork and not is_begun and threading.active_count() == 1


def begin(work: Callable[[T], R], items: Sequence[T]) -> Callable[[], list[R]]:
    """Begin the work in a process of its own, which ends when this one does, whatever ends it.

    The function given back waits for the results.
    """
    gc.freeze()  # a collection would touch, and so copy, all that the processes have in common
    receiver, sender = multiprocessing.Pipe(duplex=False)
    context = multiprocessing.get_context("fork")
    process = context.Process(target=_do, args=(work, items, receiver, sender), daemon=True)
    with deferred():  # else a process could run that `end_begun` does not know of
        process.start()
    sender.close()
    return partial(_result, receiver)


def end_begun() -> None:
    """End every process that was begun and still runs, and wait until it is gone and writes no more."""
    for process in multiprocessing.active_children():
        process.kill()  # it holds nothing that needs care, and an engine in it may answer a signal otherwise
        process.join()


def _do(work: Callable[[T], R], items: Sequence[T], receiver: Connection, sender: Connection) -> None:
    receiver.close()  # else who waits to write would never be told that nobody reads
    _end_with_parent()
    try:
        result: list[R] | Exception = [work(item) for item in items]
    except Exception as error:  # raised again by the process that waits
        result = error
    with suppress(BrokenPipeError):  # nobody waits any more
        sender.send(result)


def _end_with_parent() -> None:
    """End at once when the process that began this one is gone. Signals are for that one to answer."""
    for number in STOPPING:
        signal.signal(number, signal.SIG_DFL if number == signal.SIGTERM else signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None
    threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _result(receiver: Connection) -> list[R]:
    result: list[R] | Exception = receiver.recv()
    if isinstance(result, Exception):
        raise result
    return result
