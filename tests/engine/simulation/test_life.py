"""Test the output through the whole life of a strategy, however proposals are merged.

From the draft of January 2022 to an invented revision in 2026, and to the last day. What each step should
give stands in tests/engine/golden/simulation/life.txt: one transcript for all methods of merging.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.engine.history.repositories import new_repository
from tests.engine.simulation.county import (
    CONDITION,
    DRAFT,
    PRINCIPALS,
    adoption,
    first_files,
    ledger,
    record,
    reference,
)
from tests.engine.simulation.life import MERGES, Life

D1 = "strategy/subgoals/d1-nara-hem.md"
VISION = "strategy/vision.md"
FOLLOW_UP = "strategy/roadmap/uppfoljning.md"
TABLE = "indicators/n01-trygghet.csv"
BODIES = "strategy/bodies.yml"
GOVERNANCE = "strategy/governance.yml"
REFERENCES = "strategy/references.yml"
FIRST, AMENDMENT, DRAFT_2026, SECOND = "2022-04-27", "2023-05-10", "2026-03-10", "2026-06-10"
DEVIANT = PRINCIPALS[7]

MAY, BROKEN = "may-be-merged", "rule-broken"


@pytest.mark.parametrize("way", MERGES)
def test_life(way: str, tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    life = Life(new_repository(tmp_path / "län"), MERGES[way])
    draft(life)
    recommendation(life)
    adoptions(life)
    amendment(life)
    figures(life)
    attempts(life)
    correction(life)
    revision_of_2026(life)
    life.wait("Sista dagen", date(2031, 1, 1))
    life.wait("Dagen efter den sista", date(2031, 1, 2))
    golden("simulation/life.txt", "\n".join(life.transcript))


def draft(life: Life) -> None:
    """The network approves a draft: a proposal, and nothing more."""
    files = first_files()
    text = life.digest_with(files)
    approved = record(DRAFT, "Utkastet", text, by="natverket", decision="approved")
    life.begin("Nätverket godkänner ett utkast", date(2022, 1, 28), files | approved)


def recommendation(life: Life) -> None:
    """The council deliberates, asks for more, and recommends."""
    words = life.changed(D1, ("nära hemmet", "nära hemmet, och kommer hem till den som vill"))
    words |= life.changed(FOLLOW_UP, ("varje år", "varje år, och rådet får veta hur det går"))
    life.propose("Rådet överlägger: texten kompletteras", date(2022, 2, 23), words, ruling=BROKEN)
    text = life.digest_with(words)
    decision = record(
        FIRST,
        "Den rekommenderade versionen",
        text,
        by="vardradet",
        decision="recommended",
        class_="essential",
        predecessor=DRAFT,
        effective_from="2022-07-01",
        condition=CONDITION,
    )
    files = decision | ledger(FIRST)
    life.propose("Rådet rekommenderar", date(2022, 4, 27), words, files, ruling=MAY)


def adoptions(life: Life) -> None:
    """Sixteen principals decide, one by one; one of them in other words, and then anew in the same."""
    rows: dict[str, str] = {}
    for number, principal in enumerate(PRINCIPALS):
        day = date(2022, 5, 10 + number)
        rows[principal] = adoption(principal, str(day))
        if principal == DEVIANT:
            more = '    deviations:\n      - part: "D1"\n        wording: "Vården finns nära."\n'
            rows[principal] = adoption(principal, str(day), "deviating", more=more)
        title = f"{principal} beslutar"
        life.propose(title, day, ledger(FIRST, *rows.values()), ruling=MAY)
    life.wait("Dagen då strategin skulle börja gälla", date(2022, 7, 1))
    rewritten = {**rows, DEVIANT: adoption(DEVIANT, "2022-09-12")}
    title = "Det avvikande beslutet skrivs om utan ny källa"
    life.propose(title, date(2022, 9, 12), ledger(FIRST, *rewritten.values()), ruling=BROKEN)
    rewritten[DEVIANT] = adoption(DEVIANT, "2022-09-12", source="protokoll-september")
    source = reference("september")
    sources = life.changed(REFERENCES, ("references:\n", f"references:\n{source}"))
    title = f"{DEVIANT} beslutar på nytt"
    life.propose(title, date(2022, 9, 12), ledger(FIRST, *rewritten.values()) | sources, ruling=MAY)


def amendment(life: Life) -> None:
    """The network changes a section that is not essential, and the council is told."""
    words = life.changed(FOLLOW_UP, ("hur det går", "vad uppföljningen visar"))
    life.propose("Redaktionell ändring utan beslut", date(2023, 5, 9), words, ruling=BROKEN)
    text = life.digest_with(words)

    def decision(informed_on: str = "") -> dict[str, str]:
        return record(
            AMENDMENT,
            "Uppföljningen förtydligas",
            text,
            by="natverket",
            decision="decided",
            class_="non-essential",
            predecessor=FIRST,
            effective_from="2023-06-01",
            informed_on=informed_on,
        )

    life.propose("Beslutad, men rådet inte informerat", date(2023, 5, 20), words | decision(), ruling=BROKEN)
    informed = decision(informed_on="2023-05-24")
    life.propose("Beslutad, och rådet informerat", date(2023, 5, 25), words, informed, ruling=MAY)
    life.wait("Ändringen börjar gälla", date(2023, 6, 1))


def figures(life: Life) -> None:
    """Figures are put right as soon as they are known."""
    life.propose("N01: ett värde rättas", date(2024, 2, 1), life.changed(TABLE, ("79.0", "79.5")), ruling=MAY)


def attempts(life: Life) -> None:
    """What nobody has decided, or the wrong body, does not get in."""
    words = life.changed(D1, ("nära hemmet", "där det passar"))
    life.propose("D1 ändras utan beslut", date(2024, 3, 1), words, ruling=BROKEN)
    text = life.digest_with(words)
    wrong = record(
        "2024-03-01",
        "Delmål 1 förenklas",
        text,
        by="natverket",
        decision="decided",
        class_="non-essential",
        predecessor=AMENDMENT,
        informed_on="2024-03-01",
    )
    life.propose("Nätverket ändrar D1", date(2024, 3, 2), words | wrong, ruling=BROKEN)
    may_decide = ('decided_by: ["vardradet"]', 'decided_by: ["vardradet", "natverket"]')
    loosened = life.changed(GOVERNANCE, may_decide)
    title = "Nätverket ändrar D1 och regeln som hindrar det"
    life.propose(title, date(2024, 3, 3), words | wrong | loosened, ruling=BROKEN)
    early = life.changed(f"strategy/revisions/{FIRST}.yml", ("2022-07-01", "2022-06-01"))
    life.propose("Dagen då strategin började gälla ändras", date(2024, 3, 4), early, ruling=BROKEN)


def correction(life: Life) -> None:
    """Our rendering of what was decided was wrong, and is put right openly."""
    words = life.changed(VISION, ("Vård där du är", "Vård där du är, när du behöver den"))
    before, after = life.digest_with({}), life.digest_with(words)
    listed = (
        'corrections:\n  - corrected_on: "2024-09-01"\n    part: "vision"\n    before: "Vård där du är"\n'
        '    after: "Vård där du är, när du behöver den"\n    reason: "Slutet hade fallit bort."\n'
        f'    digest_before: "{before}"\n    digest_after: "{after}"\n    references: ["beslut-2022"]\n'
    )
    corrected = life.changed(
        f"strategy/revisions/{AMENDMENT}.yml",
        ("evidence: documented\nref", f"{listed}evidence: documented\nref"),
    )
    life.propose("Målbilden ändras utan rättelse", date(2024, 8, 31), words, ruling=BROKEN)
    life.propose("Målbildens återgivning rättas", date(2024, 9, 1), words | corrected, ruling=MAY)


def revision_of_2026(life: Life) -> None:
    """INVENTED: a proposal, its recommendation, its adoption, and what it supersedes."""
    words = life.changed(D1, ("till den som vill", "till alla som vill"))
    text = life.digest_with(words)
    approved = record(
        DRAFT_2026, "Utkast till revidering", text, by="natverket", decision="approved", predecessor=AMENDMENT
    )
    life.propose(
        "Nätverket godkänner ett utkast till revidering", date(2026, 3, 10), words, approved, ruling=MAY
    )

    def decision(by: str) -> dict[str, str]:
        return record(
            SECOND,
            "Den reviderade versionen",
            text,
            by=by,
            decision="recommended",
            class_="essential",
            predecessor=DRAFT_2026,
            effective_from="2027-01-01",
            condition=CONDITION,
        )

    wrong = decision("natverket") | ledger(SECOND)
    life.propose("Nätverket rekommenderar sitt eget utkast", date(2026, 6, 10), wrong, ruling=BROKEN)
    right = decision("vardradet") | ledger(SECOND)
    life.propose("Rådet rekommenderar revideringen", date(2026, 6, 11), right, ruling=MAY)
    life.wait("Fyra år har gått", date(2026, 7, 2))
    rows = [adoption(each, "2026-10-05") for each in PRINCIPALS]
    life.propose("Alla huvudmän antar", date(2026, 10, 6), ledger(SECOND, *rows), ruling=MAY)
    life.wait("Revideringen börjar gälla", date(2027, 1, 1))
