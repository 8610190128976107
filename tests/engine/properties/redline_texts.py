"""Generate texts for the property tests of redlines: invented Swedish Markdown, and edits of it."""

from __future__ import annotations

from hypothesis import strategies as some
from hypothesis.strategies import DrawFn, SearchStrategy

WORDS = (
    "vården omsorgen länet rådet planen barn äldre och i för med som ska är nära god alla bl.a. t.ex. kap."
)
NUMBERS = ("6,0 %", "1 250", "12,5", "2022–2030", "27 april 2022", "2022-04-27", "3 §", "kap. 4", "s. 21")
MARKED = ("**nära**", "*god* vård", "[planen](https://exempel.se)", "`kod`", "![karta](k.png)", "rad  \nny")
SENTENCES = (
    "Vården ska vara nära invånarna.",
    "Rådet möts fyra gånger om året.",
    "Kommunerna och regionen tar fram en plan för varje område.",
    "Planen följs upp varje år.",
    "Andelen är 6,0 % av 1 250 invånare.",
)

word = some.sampled_from(WORDS.split()) | some.sampled_from(NUMBERS) | some.sampled_from(MARKED)
phrase = some.lists(word, min_size=1, max_size=7).map(" ".join)
sentence = some.sampled_from(SENTENCES) | phrase.map(lambda words: f"{words[0].upper()}{words[1:]}.")
paragraph = some.lists(sentence, min_size=1, max_size=4).map(" ".join)
heading = some.tuples(some.sampled_from(("#", "##", "###")), phrase).map(" ".join)
items = some.lists(phrase, min_size=1, max_size=4)
bullets = items.map(lambda each: "\n".join(f"- {item}" for item in each))
numbered = items.map(lambda each: "\n".join(f"{at}. {item}" for at, item in enumerate(each, start=1)))
nested = items.map(lambda each: "\n".join(f"{'  ' * (at % 3)}- {item}" for at, item in enumerate(each)))
quoted = paragraph.map(lambda text: "> " + text.replace("\n", "\n> "))
chunk = paragraph | heading | bullets | numbered | nested | quoted
chunk |= some.sampled_from(("---", "```\nkod  här\n```", "    kod", "[planen]: https://exempel.se"))


@some.composite
def table(draw: DrawFn) -> str:
    """A table of up to three columns and four rows."""
    width = draw(some.integers(1, 3))
    cell = some.sampled_from(("Norrby", "Söderby", "12,5", "1 250", "", "**fet**", "Vården är nära."))
    rows = draw(some.lists(some.lists(cell, min_size=width, max_size=width), min_size=1, max_size=5))
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])


chunks = some.lists(chunk | table(), max_size=6)
documents: SearchStrategy[str] = chunks.map("\n\n".join)


@some.composite
def edited_pairs(draw: DrawFn) -> tuple[str, str]:
    """A text, and the same text after a few edits of words or of whole chunks."""
    old = draw(some.lists(chunk | table(), min_size=2, max_size=6))
    new = list(old)
    for _ in range(draw(some.integers(1, 5))):
        _edit(draw, new)
    return "\n\n".join(old), "\n\n".join(new)


def _edit(draw: DrawFn, held: list[str]) -> None:
    """Insert, drop, move, double, split, merge, or change a word."""
    place = draw(some.integers(0, max(0, len(held) - 1)))
    way = draw(some.sampled_from(("insert", "drop", "move", "move", "double", "split", "merge", "word")))
    if way == "insert" or not held:
        held.insert(place, draw(chunk | table()))
    elif way == "drop":
        del held[place]
    elif way == "move":
        held.insert(draw(some.integers(0, len(held) - 1)), held.pop(place))
    elif way == "double":
        held.append(held[place])
    elif way == "split":
        held[place] = held[place].replace(". ", ".\n\n", 1)
    elif way == "merge":
        held[place : place + 2] = [" ".join(held[place : place + 2])]
    else:
        words = held[place].split(" ")
        words[draw(some.integers(0, len(words) - 1))] = draw(word)
        held[place] = " ".join(words)


# Signs that mean something in Markdown come often.
marks = some.text(some.sampled_from("ab1 ,.%\n\t#>-*_`[]()!|\\~&<:=0\u00a0\u0308\u2028\r\x00"), max_size=60)
pairs = edited_pairs() | some.tuples(documents, documents)
any_pairs = some.tuples(marks, marks) | some.tuples(some.text(max_size=40), some.text(max_size=40))
