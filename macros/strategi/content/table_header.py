"""Check that the first row of a table names the columns correctly."""

from __future__ import annotations

from strategi.content import table_faults
from strategi.content.suggestion import closest
from strategi.model.finding import Finding

COLUMNS = ("series", "area", "gender", "time_period", "value", "status", "source")


def has_sound_header(text: str, path: str, findings: list[Finding]) -> bool:
    """Compare the first row with the columns, and say every difference."""
    header = text.split("\n", 1)[0]
    if not text.strip():
        findings.append(table_faults.TABLE_EMPTY.at(path, 1, 1, "filen är tom"))
        return False
    for separator, name in ((";", "semikolon"), ("\t", "tabb")):
        if separator in header:
            column = header.index(separator) + 1
            message = f"kolumnerna är skilda med {name} i stället för komma"
            findings.append(table_faults.TABLE_SEPARATOR.at(path, 1, column, message, value=header))
            return False
    found = _differences(header.split(","), header, path)
    findings += found
    return not found


def _differences(names: list[str], header: str, path: str) -> list[Finding]:
    absent = [each for each in COLUMNS if each not in names]
    found: list[Finding] = []
    column = 1
    for number, name in enumerate(names):
        if name not in COLUMNS or name in names[:number]:
            meant = closest(name, absent)
            absent = [each for each in absent if each != meant]
            found.append(table_faults.TABLE_HEADER.at(path, 1, column, _wrong(name, meant), value=name))
        column += len(name) + 1
    found += [
        table_faults.TABLE_HEADER.at(path, 1, len(header) + 1, f"kolumnen ”{name}” saknas", value=header)
        for name in absent
    ]
    if not found and tuple(names) != COLUMNS:
        found.append(table_faults.TABLE_HEADER.at(path, 1, 1, "kolumnerna står i fel ordning", value=header))
    return found


def _wrong(name: str, meant: str) -> str:
    if name in COLUMNS:
        return f"kolumnen ”{name}” står två gånger"
    hint = f" – menade du ”{meant}”?" if meant else ""
    return f"kolumnen ”{name}” är okänd{hint}"
