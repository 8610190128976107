"""Parse a file of content by its name, in the words of today."""

from __future__ import annotations

from strategi.content.document import Document
from strategi.content.front_matter import read_markdown
from strategi.content.words_of_today import in_words_of_today
from strategi.content.yaml_reader import read_yaml
from strategi.model.finding import Finding


def parse(text: str, path: str, findings: list[Finding]) -> Document | None:
    """Parse YAML, or Markdown below keys; None, and findings, when it cannot be parsed."""
    read = read_markdown if path.endswith(".md") else read_yaml
    document = read(text, path, findings)
    return document and in_words_of_today(document)
