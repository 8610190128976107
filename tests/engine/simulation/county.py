"""The invented county of the simulation: sixteen principals, and records as editors write them."""

from __future__ import annotations

from tests.engine.content.trees import county_files

NAMES = (
    *("Alvhaga", "Björkvalla", "Dunsjö", "Ekhult", "Flatåsen", "Grindvik", "Hedlunda", "Isbacka"),
    *("Järnäs", "Klippan Norra", "Lerkil", "Myrheden", "Norrsele", "Oxelvik", "Pilbäck"),
)
REGION = "region-fjallhavet"
PRINCIPALS = (REGION, *(f"kommun-{number}" for number in range(1, 16)))
CONDITION = "Beslutet gäller under förutsättning att alla huvudmän fattar likalydande beslut."
DRAFT = "2022-01-28"
UNKNOWN = "not-found"


def first_files() -> dict[str, str]:
    """The draft of January 2022, approved by the network. Nothing is decided."""
    files = {path: data.decode() for path, data in county_files().items()}
    for gone in ("strategy/revisions/2022-12-01.yml", "strategy/adoptions/2022-12-01.yml"):
        del files[gone]
    files["strategy/principals.yml"] = _principals()
    files["strategy/strategy.yml"] = files["strategy/strategy.yml"].replace("2023-01-01", "2022-07-01")
    for table in (path for path in files if path.endswith(".csv")):
        files[table] = files[table].replace("2023", "2020").replace("2024", "2021")
    files["strategy/references.yml"] += "".join(reference(each) for each in PRINCIPALS)
    return files


def record(
    day: str,
    title: str,
    digest: str,
    *,
    by: str,
    decision: str,
    class_: str = UNKNOWN,
    predecessor: str = "",
    effective_from: str = UNKNOWN,
    condition: str = UNKNOWN,
    informed_on: str = "",
) -> dict[str, str]:
    """The record of a revision."""
    told = f'informed:\n  - body: "vardradet"\n    informed_on: "{informed_on}"\n' if informed_on else ""
    follows = f'predecessor: "{predecessor}"\n' if predecessor else ""
    text = (
        f'id: "{day}"\ntitle: "{title}"\nclass: {class_}\n'
        f"class_evidence: {UNKNOWN if class_ == UNKNOWN else 'documented'}\n"
        f'decision: {decision}\ndecided_by: "{by}"\ndecided_on: "{day}"\nregistry_number: {UNKNOWN}\n'
        f"minutes: {UNKNOWN}\nreason: {UNKNOWN}\n{told}effective_from: {_quoted(effective_from)}\n"
        f"condition: {_quoted(condition)}\n{follows}"
        f'digest: "{digest}"\nevidence: documented\nreferences: ["beslut-2022"]\n'
    )
    return {f"strategy/revisions/{day}.yml": text}


def ledger(revision: str, *decided: str) -> dict[str, str]:
    """The decisions of all principals; those that are not given are not documented."""
    rows = {row.split('"')[1]: row for row in decided}
    text = "".join(rows.get(each, _undocumented(each)) for each in PRINCIPALS)
    return {f"strategy/adoptions/{revision}.yml": f'revision: "{revision}"\nadoptions:\n{text}'}


def adoption(
    principal: str, day: str, outcome: str = "identical", *, more: str = "", source: str = ""
) -> str:
    """One principal's decision, as a row of the ledger."""
    sources = ", ".join(f'"{each}"' for each in (f"protokoll-{principal}", source) if each)
    return (
        f'  - principal: "{principal}"\n    outcome: {outcome}\n    outcome_evidence: documented\n'
        f'    body: "Fullmäktige"\n    decided_on: "{day}"\n    paragraph: "§ 12"\n'
        f"    registry_number: {UNKNOWN}\n{more}    references: [{sources}]\n"
    )


def _undocumented(principal: str) -> str:
    facts = "".join(
        f"    {key}: {UNKNOWN}\n"
        for key in ("outcome_evidence", "body", "decided_on", "paragraph", "registry_number")
    )
    return f'  - principal: "{principal}"\n    outcome: not-documented\n{facts}    references: []\n'


def _principals() -> str:
    region = f'  - id: "{REGION}"\n    name: "Region Fjällhavet"\n    short_name: "Region Fjällhavet"\n'
    rows = [f'{region}    kind: region\n    area: "0091"\n']
    for number, name in enumerate(NAMES, 1):
        rows.append(
            f'  - id: "kommun-{number}"\n    name: "{name} kommun"\n    short_name: "{name}"\n'
            f'    kind: municipality\n    area: "91{number:02}"\n'
        )
    return f'principals:\n{"".join(rows)}areas:\n  - code: "0000"\n    name: "Riket"\n'


def reference(principal: str) -> str:
    """The minutes that a decision is read in, as a row of the references."""
    return (
        f'  - id: "protokoll-{principal}"\n    title: "Protokoll: {principal}"\n'
        f"    publisher: {UNKNOWN}\n    url: {UNKNOWN}\n"
    )


def _quoted(value: str) -> str:
    return value if value == UNKNOWN else f'"{value}"'
