"""Test that `strategi comment` prints what can be posted, and refuses what is not text."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from strategi.cli import main
from strategi.cli.commenting import LARGEST
from strategi.render.comments.harmless import PARTED


def comment(file: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ["comment", str(file), "--marker", "granskning", *more])


def test_it_prints_the_marker_and_the_harmless_text(tmp_path: Path) -> None:
    file = tmp_path / "granskning.md"
    file.write_text("## Åtgärda\n\n@alla https://forge.example/a/b/pull/7", encoding="utf-8")
    result = comment(file, "--forge", "https://forge.example/a/b")
    assert result.exit_code == 0
    assert result.output == (
        f"<!-- strategi: granskning -->\n## Åtgärda\n\n@{PARTED}alla https://forge.example/a/b/pull/7"
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe\x00", "är inte text i UTF-8"),
        (b"a\x00b", "är inte text"),
        (b"a" * (LARGEST + 1), "är större än 1000000 byte"),
    ],
    ids=["latin-1", "nul", "too-large"],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "granskning.md"
    file.write_bytes(data)
    result = comment(file)
    assert (result.exit_code, "Traceback" in result.output) == (2, False)
    assert said in result.output


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    result = comment(tmp_path / "saknas.md")
    assert result.exit_code == 2
    assert "går inte att läsa" in result.output


def test_a_link_to_another_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "hemligt.md").write_text("hemligt", encoding="utf-8")
    (tmp_path / "granskning.md").symlink_to(tmp_path / "hemligt.md")
    result = comment(tmp_path / "granskning.md")
    assert result.exit_code == 2
    assert "symbolisk länk" in result.output


@pytest.mark.parametrize("marker", ["-->", "a b", ""])
def test_a_marker_cannot_end_the_comment_it_hides_in(tmp_path: Path, marker: str) -> None:
    result = CliRunner().invoke(main, ["comment", str(tmp_path / "a.md"), "--marker", marker])
    assert result.exit_code == 2
    assert "skriv små bokstäver" in result.output
