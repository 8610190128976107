"""Every past version of this county says, in the words of its day, what the reader of today reads."""

from __future__ import annotations

import json
import os
import subprocess

import pytest

from tests.building import COMMAND, REPOSITORY


def test_only_keys_that_came_later_are_missing_in_what_stood_before() -> None:
    command = [str(COMMAND), "check", "--history", "--format", "json", "--root", str(REPOSITORY)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 2 and not os.environ.get("CI"):
        pytest.skip(done.stderr)  # where changes are judged, that is a fault
    assert done.returncode == 0, done.stdout + done.stderr
    of_form = [each["message"] for each in json.loads(done.stdout) if each["name"] == "version-faulty"]
    assert [message for message in of_form if not message.endswith(" saknas [STR110]")] == []
