"""Generate the long texts that are compared in measurements, in words that look like Swedish."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle, islice, product
from random import Random

_SMALL = (
    "och i att det som en på är av för med till den har de inte om ett sig så vid kan då ska vi också "
    "efter eller nu under mot mellan alla vårt deras genom utan inom bland"
)
_BEGINNINGS = "vård om hem sam folk äld kval lär stöd häls trygg när barn läk plan mål följ upp"
_MIDDLES = "sorg verk lig sko arb utv vårds kun reg inv del"
_ENDINGS = "a en het ning ande skap else ar ad ighet"


class Author:
    """Writes texts as lists of chunks, and edits them; the same seed gives the same text."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        parts = (_BEGINNINGS.split(), _MIDDLES.split(), _ENDINGS.split())
        self._long = ["".join(word) for word in product(*parts)]
        self._random.shuffle(self._long)
        self._small = _SMALL.split()

    def text(self, words: int) -> list[str]:
        """Headings, paragraphs, lists and tables, of at least so many words."""
        chunks: list[str] = []
        while sum(len(each.split()) for each in chunks) < words:
            chunks += self._section()
        return chunks

    def edited(self, chunks: list[str], edits: int) -> list[str]:
        """The text with that many edits all over it: of words, sentences, items, rows and paragraphs."""
        chunks = list(chunks)
        for edit in islice(cycle(self._edits()), edits):
            edit(chunks)
        return chunks

    def _section(self) -> list[str]:
        chunks = [f"## {self._phrase(3)}", self._paragraph(), self._paragraph(), self._paragraph()]
        if self._random.random() < 0.4:
            chunks += ["\n".join(f"- {self._phrase(9)}" for _ in range(4)), self._paragraph()]
        if self._random.random() < 0.04:
            rows = "\n".join(f"| {self._word(1)} | {self._number()} | {self._number()} |" for _ in range(8))
            chunks += [f"| {self._word(1)} | 2022 | 2023 |\n|---|---|---|\n{rows}"]
        return chunks

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(self._random.randint(2, 5)))

    def _sentence(self) -> str:
        words = self._phrase(self._random.randint(7, 18)).split(" ")
        chance = self._random.random()
        if chance < 0.02:
            words[2] = f"**{words[2]}**"
        elif chance < 0.04:
            words[3] = f"[{words[3]}](https://exempel.se/{words[4]})"
        elif chance < 0.1:
            words[4] = self._number()
        elif chance < 0.5:
            words[4] += ","
        return " ".join(words) + "."

    def _phrase(self, words: int) -> str:
        return " ".join(self._word(0.55) for _ in range(words)).capitalize()

    def _word(self, share_of_long: float) -> str:
        words = self._long if self._random.random() < share_of_long else self._small
        return words[int(len(words) * self._random.random() ** 2)]  # the first ones more often

    def _number(self) -> str:
        return f"{self._random.randint(1, 99)},{self._random.randint(0, 9)}"

    def _edits(self) -> list[Callable[[list[str]], None]]:
        words = [self._change_word, self._change_word, self._add_word]
        others = [self._add_sentence, self._drop_sentence, self._move_sentence, self._move_paragraph]
        others += [self._add_paragraph, self._add_item, self._split, self._change_row]
        return [edit for other in others for edit in (*words, other)]

    def _paragraph_in(self, chunks: list[str]) -> int:
        return self._begun(chunks)

    def _begun(self, chunks: list[str], sign: str = "") -> int:
        """The place of any chunk that begins with the sign; without one, of any paragraph."""
        fits = (each.startswith(sign) if sign else each[0].isalpha() for each in chunks)
        return self._random.choice([place for place, is_fit in enumerate(fits) if is_fit])

    def _change_word(self, chunks: list[str]) -> None:
        place = self._paragraph_in(chunks)
        words = chunks[place].split(" ")
        words[self._random.randrange(1, len(words) - 1)] = self._word(1)
        chunks[place] = " ".join(words)

    def _add_word(self, chunks: list[str]) -> None:
        place = self._paragraph_in(chunks)
        words = chunks[place].split(" ")
        words.insert(self._random.randrange(1, len(words) - 1), self._word(1))
        chunks[place] = " ".join(words)

    def _add_sentence(self, chunks: list[str]) -> None:
        chunks[self._paragraph_in(chunks)] += f" {self._sentence()}"

    def _drop_sentence(self, chunks: list[str]) -> None:
        place = self._paragraph_in(chunks)
        chunks[place] = chunks[place].partition(". ")[2] or self._sentence()

    def _move_sentence(self, chunks: list[str]) -> None:
        place, sentence = self._paragraph_in(chunks), self._sentence()
        first, _, rest = chunks[place].partition(". ")
        if rest:
            chunks[place], sentence = rest, f"{first}."
        chunks[self._paragraph_in(chunks)] += f" {sentence}"

    def _move_paragraph(self, chunks: list[str]) -> None:
        moved = chunks.pop(self._paragraph_in(chunks))
        chunks.insert(self._paragraph_in(chunks), moved)

    def _add_paragraph(self, chunks: list[str]) -> None:
        chunks.insert(self._paragraph_in(chunks), self._paragraph())

    def _add_item(self, chunks: list[str]) -> None:
        place = self._begun(chunks, "- ")
        first, _, rest = chunks[place].partition("\n")
        chunks[place] = f"{first}\n- {self._phrase(9)}\n{rest}"

    def _split(self, chunks: list[str]) -> None:
        place = self._paragraph_in(chunks)
        chunks[place] = chunks[place].replace(". ", ".\n\n", 1)

    def _change_row(self, chunks: list[str]) -> None:
        place = self._begun(chunks, "| ")
        *rows, last = chunks[place].split("\n")
        cells = last.split(" | ")
        rows.insert(3, " | ".join([cells[0], self._number(), *cells[2:]]))
        chunks[place] = "\n".join(rows)
