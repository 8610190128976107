"""Run the engine's commands on this county's repository."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from tests.building import COMMAND, REPOSITORY

TODAY = "2026-11-22"


def called(*words: str, today: str = TODAY) -> subprocess.CompletedProcess[str]:
    """A command that has been run on a day, whatever it answered."""
    command = [str(COMMAND), *words, "--root", str(REPOSITORY), "--today", today]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def told(*words: str, today: str = TODAY) -> Any:
    """What a command that ends well says, as data."""
    done = called(*words, "--format", "json", today=today)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)
