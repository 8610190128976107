"""Say in one line that a new strategy begins here, where another came before in the same history."""

from __future__ import annotations

from strategi.render.view import View


def beginning_words(view: View) -> str:
    """Name the one before only where it is succeeded: it may be another county's. "" where there is none."""
    beginning = view.log.beginning
    if beginning is None:
        return ""
    begins = f"Ny strategi: {view.strategy.info.title}."
    if view.log.former:
        return f"{begins} Den efterträder {view.log.former.strategy.info.title}, vars historik står för sig."
    if beginning.began_on is None:
        return f"{begins} Den är inte sparad i historiken än. Det som finns där hör till en annan strategi."
    return f"{begins} Det som kom före i historiken hör till en annan strategi och visas inte."
