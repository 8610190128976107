"""Define the error raised when an editor names something that does not exist."""

from __future__ import annotations

from collections.abc import Iterable

from strategi.content.suggestion import closest

_MOST_LISTED = 12


class UnknownName(LookupError):
    """A name in a macro call that nothing carries. The message is Swedish and made for the editor.

    `kind` is what was looked for, with its article: `inget nyckeltal`.
    """

    def __init__(self, kind: str, value: str, known: Iterable[str]) -> None:
        self.kind = kind
        self.value = value
        self.known = tuple(known)
        super().__init__(f"Det finns {kind} ”{value}”.{self._advice()}")

    def _advice(self) -> str:
        meant = closest(self.value, self.known)
        if meant:
            return f" Menade du ”{meant}”?"
        if not self.known:
            return ""
        more = " …" if len(self.known) > _MOST_LISTED else "."
        return f" Välj bland {', '.join(self.known[:_MOST_LISTED])}{more}"
