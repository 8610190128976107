"""Write a redline as text, a line for each block, so that a case can be read.

`changed paragraph: Vi [-ska-]{+bör+} mötas.` Moved words have the number of their move: `[1↑…]` where they
stood, `[1↓…]` where they stand. Formatting is written as in Markdown, a hard line break as ⏎.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from strategi.model.redline import Block, Mark, Op, Redline, RedlineBlock, Run, Token

_AROUND = {
    Op.EQUAL: "{text}",
    Op.DELETED: "[-{text}-]",
    Op.INSERTED: "{{+{text}+}}",
    Op.MOVED_AWAY: "[{move}↑{text}]",
    Op.MOVED_HERE: "[{move}↓{text}]",
}
_MARKS = {"strong": "**{}**", "emphasis": "*{}*", "code": "`{}`"}
_LINKS = {"link": "[{}]({})", "image": "![{}]({})"}


def written(redline: Redline) -> str:
    """The redline as text."""
    return "".join(f"{_line(each)}\n" for each in redline.blocks)


def written_runs(runs: Iterable[Run]) -> str:
    """Runs as text."""
    return "".join(_AROUND[run.op].format(text=_text(run.tokens), move=run.move) for run in runs)


def _line(block: RedlineBlock) -> str:
    change = f"{block.change.value} {block.move}" if block.move else block.change.value
    first = f"{'… ' if block.is_continued else ''}{change} {_shapes(block)}"
    cells = " | ".join(map(written_runs, block.cells))
    columns = f" ({', '.join(op.value for op in block.columns)})" if block.columns else ""
    return f"{first}{columns}: {cells}".rstrip()


def _shapes(block: RedlineBlock) -> str:
    shapes = [_shape(each) for each in (block.old, block.new) if each]
    return " → ".join(dict.fromkeys(shapes)) or "piece"


def _shape(block: Block) -> str:
    kind = " ".join(filter(None, (block.kind.value, str(block.level or ""), block.language)))
    around = "/".join(block.path)
    item = ", begins item" if block.begins_item else ""
    return f"{kind} ({around}{item})" if around else kind


def _text(tokens: Iterable[Token]) -> str:
    alike = groupby(tokens, key=lambda token: token.marks)
    return "".join(_marked("".join(token.text for token in group), marks) for marks, group in alike)


def _marked(text: str, marks: Iterable[Mark]) -> str:
    text = text.replace("\n", "⏎")
    for mark in reversed(tuple(marks)):
        if mark.kind in _LINKS:
            target = f'{mark.target} "{mark.title}"' if mark.title else mark.target
            text = _LINKS[mark.kind].format(text, target)
        else:
            text = _MARKS[mark.kind].format(text)
    return text
