"""What does the site know of each principal: its decision, its plan, its figures, and what is missing?"""

from __future__ import annotations

from macros.model.governance import PrincipalKind
from macros.render.strategy.adoptions import adoption_rows
from macros.render.strategy.principal_figures import principal_figures
from macros.render.subject import find_principal
from macros.render.templating import fragment
from macros.render.view import View


def principals(view: View) -> str:
    """Every principal as a link, the region first."""
    rows = adoption_rows(view)
    return fragment(
        "principals.html",
        view=view,
        regions=[row for row in rows if row.principal.kind is PrincipalKind.REGION],
        municipalities=[row for row in rows if row.principal.kind is PrincipalKind.MUNICIPALITY],
    )


def principal(view: View, principal_id: str) -> str:
    """One principal's page below its heading."""
    found = find_principal(view.strategy, principal_id)
    row = next(each for each in adoption_rows(view) if each.principal.id == found.id)
    return fragment("principal.html", view=view, row=row, figures=principal_figures(view, principal_id))
