"""Render the key to the markings of a redline."""

from __future__ import annotations

from strategi.model.redline import Op, Run, Token
from strategi.render.redlines.spans import spans
from strategi.render.templating import fragment
from strategi.render.view import View

_EXAMPLES = (
    (Op.INSERTED, "har lagts till", "Understruket: orden står bara i den nyare versionen."),
    (Op.DELETED, "har tagits bort", "Överstruket: orden står bara i den äldre versionen."),
    (
        Op.MOVED_AWAY,
        "har flyttats",
        "Prickat överstruket: orden stod här. Länken med pilen leder dit där de står nu.",
    ),
    (Op.MOVED_HERE, "har flyttats", "Prickat understruket: orden står här nu. Länken leder dit där de stod."),
)


def redline_key(view: View) -> str:
    """The signs of a redline, each with its meaning."""
    examples = [(spans([Run(op, (Token(text),))])[0], words) for op, text, words in _EXAMPLES]
    return fragment("redline_key.html", view=view, examples=examples)
