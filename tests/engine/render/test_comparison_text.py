"""Test the layout of a redline in a terminal: lists, quotations, tables, and what is left out."""

from __future__ import annotations

from rich.text import Text
from strategi.diff.strategies import compare
from strategi.render.printable import printable
from strategi.render.terminal.comparison_text import comparison_text
from strategi.render.terminal.differences import Differences, Snapshot, SnapshotKind
from strategi.render.wording.paragraphs import Paragraph, laid_out, paragraph

from tests.engine.diff.strategies_cases import strategy_of


def shown(old: str, new: str, width: int = 80) -> str:
    """What is shown of one subgoal's wording, below the line that counts its changes."""
    before, after = (strategy_of({"subgoals": {"D1": ["Nära hem", text]}}) for text in (old, new))
    differences = Differences(
        old=Snapshot(kind=SnapshotKind.COMMIT, name="main", strategy=before),
        new=Snapshot(kind=SnapshotKind.WORKING, name="working", strategy=after),
        comparison=compare(before, after),
    )
    return comparison_text(differences, width=width).plain.partition("──────\n\n")[2]


def test_a_changed_paragraph() -> None:
    assert shown("Vården finns nära.", "Vården finns intill.") == (
        "Ändring 1 av 1: ändrat stycke\n  Vården finns [-nära-] {+intill+}.\n"
    )


def test_lists_keep_their_signs_and_rows_hang_on_them() -> None:
    text = "- Ett\n- Två är en punkt\n    1. Inre\n    2. Andra\n\n> Citat"
    assert shown(text, text.replace("punkt", "punkt med flera ord"), width=24) == (
        "  - Ett\n\n"
        "Ändring 1 av 1: ändrad\npunkt\n"
        "  - Två är en punkt\n    {+med flera ord+}\n\n"
        "    1. Inre\n    2. Andra\n\n"
        "  > Citat\n"
    )


def test_a_table_stands_row_by_row() -> None:
    table = "| Mål | År |\n|---|---|\n| Nära | 2023 |\n| Alla | 2024 |"
    assert shown(table, table.replace("2024", "2025")) == (
        "Ändring 1 av 1: ändrad tabellrad\n  Mål | År\n  Nära | 2023\n  Alla | [-2024-] {+2025+}\n"
    )


def test_words_far_from_any_difference_are_left_out() -> None:
    words = [f"ord{number}" for number in range(100)]
    changed = [*words[:50], "nytt", *words[51:]]
    rows = shown(" ".join(words), " ".join(changed)).splitlines()[1:]
    assert " ".join(row.strip() for row in rows) == (
        "… ord42 ord43 ord44 ord45 ord46 ord47 ord48 ord49 [-ord50-] {+nytt+} "
        "ord51 ord52 ord53 ord54 ord55 ord56 ord57 ord58 …"
    )


def test_long_passages_without_a_difference_are_counted() -> None:
    long = "\n\n".join(f"Stycke {number} " + "ord " * 40 for number in ("ett", "två", "tre"))
    assert "  ⋮ 3 stycken utan ändring\n" in shown(f"{long}\n\nSlut.", f"{long}\n\nSlutet.")


def test_both_ends_of_a_move_are_shown() -> None:
    moved = "Ett långt stycke som handlar om något som är lätt att känna igen."
    others = "Först kommer det här stycket om hemmet.\n\nSedan kommer ett annat om vårdens tider."
    text = shown(f"{moved}\n\n{others}", f"{others}\n\n{moved}")
    assert f"[<1: {moved}<]" in " ".join(text.split())
    assert f"{{>1: {moved}>}}" in " ".join(text.split())


def test_rows_are_wrapped_after_what_stands_before_them() -> None:
    said = [paragraph("Rubrik"), Paragraph(text=Text("ett två tre fyra fem"), first="- ", rest="  ")]
    assert laid_out(said, width=22).plain == "Rubrik\n\n- ett två tre fyra fem\n"
    said = [Paragraph(text=Text("ett två tre fyra fem sex"), first="- ", rest="  ", is_tight=True)]
    assert laid_out(said, width=22).plain == "- ett två tre fyra fem\n  sex\n"


def test_what_cannot_be_printed_is_spelled_out() -> None:
    assert printable("å\x1b[31m\u202e”é”\u00ad") == "å\\x1b[31m\\u202e”é”\\xad"
