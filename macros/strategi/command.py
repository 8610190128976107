"""Start the command `strategi`; what interrupts it while it is loaded ends it without a word."""

from __future__ import annotations

import signal


def main() -> None:
    """Load the program, and run; what a command needs is loaded when it is called."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from strategi.cli import main as commands  # only now

    commands()
