"""Split a Markdown file into its front matter and its body."""

from __future__ import annotations

from dataclasses import replace

from strategi.content import faults
from strategi.content.document import Document
from strategi.content.yaml_reader import read_yaml
from strategi.model.finding import Finding

_FENCE = "---"


def read_markdown(text: str, path: str, findings: list[Finding]) -> Document | None:
    """Parse the keys between two lines `---`, the rest is the body; None, and a finding, without them."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        message = "filen börjar inte med en rad ---"
        findings.append(faults.FRONT_MATTER.at(path, 1, 1, message, value=lines[0]))
        return None
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), 0)
    if not end:
        findings.append(faults.FRONT_MATTER.at(path, 1, 1, "nycklarna avslutas inte med en rad ---"))
        return None
    document = read_yaml("\n".join(lines[1:end]) + "\n", path, findings, first_line=2)
    if document is None:
        return None
    rest = lines[end + 1 :]
    first = next((number for number, line in enumerate(rest) if line.strip()), len(rest))
    body = "\n".join(rest[first:]).rstrip()
    body_line = end + 2 + (first if body else 0)
    return replace(document, text=text, body=body, body_line=body_line)


def keys_part(text: str) -> tuple[str, int]:
    """The keys of a Markdown file as YAML, and how many characters stand before them. It must have keys."""
    lines = text.split("\n")
    end = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE)
    return "".join(f"{line}\n" for line in lines[1:end]), len(lines[0]) + 1
