"""Record what the site and the commands say (`record`), or tell what has become different since (`check`).

The record is of the content of one commit, which it names. What may differ stands in differences.yml, by
pattern and with the reason; a pattern that nothing matches any more is told as well.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from tests.fence.commits import commits
from tests.fence.proposals import proposals
from tests.fence.sites import sites
from tests.fence.stage import ROOT, head, stage

_ABSENT = "absent"
_RECORD = Path(__file__).with_name("record.json")
_DIFFERENCES = Path(__file__).with_name("differences.yml")

Recorded = Mapping[str, Mapping[str, str]]


def measure(commit: str) -> Recorded:
    """Build, run and read everything, from the content of the commit."""
    with tempfile.TemporaryDirectory(prefix="fence-") as work:
        folder = stage(commit, Path(work) / "project")
        return {
            "commit": {"": commit},
            "sites": sites(folder),
            "proposals": proposals(folder),
            "commits": commits(folder, commit),
        }


def differences(before: Recorded, after: Recorded) -> list[str]:
    """Each thing that is another, by `section/path`: what it was, and what it is."""
    return [
        f"{section}/{name}\n  - {before[section].get(name, _ABSENT)}\n  + {after[section].get(name, _ABSENT)}"
        for section in before
        for name in sorted({*before[section], *after[section]})
        if before[section].get(name) != after[section].get(name)
    ]


def unexplained(found: Sequence[str], allowed: Sequence[Mapping[str, str]]) -> list[str]:
    """The differences that no row names, and the rows that name none."""
    names = [each.partition("\n")[0] for each in found]
    patterns = [row["path"] for row in allowed]
    left = [
        each
        for each, name in zip(found, names, strict=True)
        if not any(fnmatchcase(name, pattern) for pattern in patterns)
    ]
    idle = [pattern for pattern in patterns if not any(fnmatchcase(name, pattern) for name in names)]
    return [*left, *(f"{pattern}: nothing differs there" for pattern in idle)]


def main(word: str) -> int:
    """Record, or check."""
    if word == "record":
        found = measure(head(ROOT))
        _RECORD.write_text(json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
        print(f"recorded {sum(map(len, found.values()))} things of {found['commit']['']}")
        return 0
    if not _RECORD.exists():
        print("There is no record to compare with: python -m tests.fence record makes one.", file=sys.stderr)
        return 2
    before = json.loads(_RECORD.read_text("utf-8"))
    found_now = differences(before, measure(before["commit"][""]))
    allowed = yaml.safe_load(_DIFFERENCES.read_text("utf-8")) or []
    left = unexplained(found_now, allowed)
    print("\n".join(left))
    print(f"{len(found_now)} differences, {len(left)} of them without a reason")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
