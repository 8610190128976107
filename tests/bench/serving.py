"""How soon does an editor see a change?"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from tests.bench.rows import Row
from tests.bench.running import DAY
from tests.building import COMMAND, copy_repository

TABLE = "indicators/n05-fortroende-vard.csv"
PAGE = "nyckeltal/n05/"
VALUES = ("11.1", "22.2", "33.3")
PATIENCE = 60.0  # seconds


def edits(work: Path) -> Iterator[Row]:
    """Change the last value of a table that is being served, and wait until the page shows it."""
    project = copy_repository(work / "edited")
    with _serving(project) as address:
        taken = [_edit(project / TABLE, address + PAGE, value) for value in VALUES]
    yield Row(what="edit a CSV while serving → the page shows it", measured=median(taken), limit=2, unit="s")


def _edit(table: Path, address: str, value: str) -> float:
    lines = table.read_text("utf-8").splitlines()
    lines[-1] = re.sub(r",[0-9.]+,(\w+,[\w-]+)$", rf",{value},\1", lines[-1])
    started = time.perf_counter()
    table.write_text("\n".join(lines) + "\n", "utf-8")
    _wait_for(address, value.replace(".", ","))
    return time.perf_counter() - started


@contextmanager
def _serving(project: Path) -> Iterator[str]:
    port = _free_port()
    command = [str(COMMAND), "serve", "--root", str(project), "--address", f"127.0.0.1:{port}"]
    with (project / "said.log").open("w") as said:
        process = subprocess.Popen(command, cwd=project, env=os.environ | DAY, stdout=said, stderr=said)
        try:
            address = f"http://127.0.0.1:{port}/"
            _wait_for(address + PAGE, "</html>")
            yield address
        finally:
            process.terminate()
            process.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(address: str, words: str) -> None:
    """Ask until the page says it. Raises `TimeoutError`."""
    deadline = time.perf_counter() + PATIENCE
    while time.perf_counter() < deadline:
        try:
            with urlopen(address) as answer:
                if words in answer.read().decode():
                    return
        except URLError:
            pass  # not up yet
        time.sleep(0.02)
    raise TimeoutError(f"{address} never said {words}")
