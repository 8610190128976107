"""Validate the answers of a form. Every fault is kept, so that all are reported at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from strategi.content.forms.definition import Form, Question
from strategi.content.suggestion import did_you_mean
from strategi.content.unseen import UNSEEN
from strategi.model.address import address_fault
from strategi.model.evidence import Evidence, NotFound
from strategi.model.submission import FormFault

LONGEST_LINE, LONGEST_TEXT = 300, 20_000

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
# What the site generator would take for code. The wording of a part is judged by the rules, where it stands.
_TEMPLATE_SIGNS = re.compile(r"\{[{%#]")
_JUDGED_BY_RULES = frozenset({"wording"})


class Answers:
    """The answers of one form. Methods give a sound value, or note a fault and give what is empty."""

    def __init__(self, form: Form, given: Mapping[str, str], faults: list[FormFault]) -> None:
        self.form = form
        self._given = given
        self._faults = faults
        self._told = {each.label for each in faults}
        for question in form.questions:
            self._check(question)

    def is_sound(self, *question_ids: str) -> bool:
        """Whether nothing is wrong so far with these questions; with any at all, where none is named."""
        if not question_ids:
            return not self._faults
        return self._told.isdisjoint(self.form.question(each).label for each in question_ids)

    def text(self, question_id: str) -> str:
        """What was written; "" where nothing was. Raise UnreadableForm where that is not asked."""
        return self._given.get(self.form.question(question_id).id, "")

    def known(self, question_id: str) -> str | NotFound:
        """What was written, or the statement that it is not known."""
        return self.text(question_id) or Evidence.NOT_FOUND

    def choice(self, question_id: str, options: Mapping[str, str]) -> str:
        """What the chosen option stands for; "" where none was chosen, or one that there is not."""
        chosen = self.text(question_id)
        if chosen in options:
            return options[chosen]
        if chosen:
            message = f"det går inte att välja{did_you_mean(chosen, options)}"
            self.refuse(question_id, message, "Välj ett av svaren i listan.")
        return ""

    def day(self, question_id: str) -> date | NotFound:
        """The day that was written."""
        text = self.text(question_id)
        try:
            if not text or _DAY.fullmatch(text):
                return date.fromisoformat(text) if text else Evidence.NOT_FOUND
        except ValueError:
            pass  # a day that no calendar has is told below
        advice = "Skriv år, månad och dag med siffror och bindestreck, till exempel 2024-05-31."
        self.refuse(question_id, "det är inget datum", advice)
        return Evidence.NOT_FOUND

    def address(self, question_id: str) -> str | NotFound:
        """The address that was written."""
        fault = address_fault(self.text(question_id)) if self.text(question_id) else ""
        if fault:
            advice = "Kopiera hela adressen ur webbläsaren. Den börjar med https://."
            self.refuse(question_id, f"det är ingen webbadress: {fault}", advice)
        return self.known(question_id)

    def require(self, question_id: str, *, why: str) -> None:
        """Note as a fault that nothing was written where something else makes it needed."""
        if not self.text(question_id):
            self.refuse(question_id, f"uppgiften saknas, och den behövs {why}", "Fyll i fältet.")

    def refuse(self, question_id: str, message: str, advice: str) -> None:
        """Note a fault, once for each question: what follows from it need not be told too."""
        label = self.form.question(question_id).label
        if label not in self._told:
            self._told.add(label)
            value = self.text(question_id)
            self._faults.append(FormFault(label=label, message=message, advice=advice, value=value))

    def _check(self, question: Question) -> None:
        for message, advice in _faults_of(question, self.text(question.id)):
            self.refuse(question.id, message, advice)


def _faults_of(question: Question, text: str) -> Iterator[tuple[str, str]]:
    longest = LONGEST_TEXT if question.type == "textarea" else LONGEST_LINE
    unseen, template = UNSEEN.search(text), _TEMPLATE_SIGNS.search(text)
    if question.is_required and not text:
        yield "uppgiften saknas", "Fyll i fältet."
    if len(text) > longest:
        yield f"det är {len(text)} tecken, och fler än {longest} ryms inte", "Korta det."
    if unseen:
        code = f"U+{ord(unseen.group()):04X}"
        yield (
            f"det innehåller ett tecken som inte syns ({code})",
            "Skriv texten på nytt i stället för att klistra in den.",
        )
    if question.type != "textarea" and "\n" in text:
        yield "det är flera rader", "Skriv allt på en rad."
    if template and question.id not in _JUDGED_BY_RULES:
        yield f"det innehåller {template.group()}, som är ett mallkommando", "Ta bort klammern."
