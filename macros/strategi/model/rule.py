"""Define what a rule of the project checks, its name, and the ground that it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from strategi.model.finding import Finding, Severity
from strategi.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleDescription:
    """One kind of fault. Texts are in Swedish, `name` is kebab-case English.

    The texts may ask for a county's words (`Words.say`): who reads them is given the rule `in_words`.

    `reference` is the clause or the design ground that the rule rests on; `advice` is what to do.
    """

    id: str
    name: str
    title: str
    reference: str
    advice: str
    severity: Severity = Severity.ERROR

    def in_words(self, words: Words) -> RuleDescription:
        """The same rule in the words of a county."""
        return replace(
            self,
            title=words.say(self.title),
            reference=words.say(self.reference),
            advice=words.say(self.advice),
        )

    def at(
        self, path: str, line: int, column: int, message: str, *, value: str = "", advice: str = ""
    ) -> Finding:
        """Say that this kind of fault stands at a place; `advice` replaces the general one."""
        return Finding(
            path=path,
            line=line,
            column=column,
            rule_id=self.id,
            message=message,
            value=value,
            advice=advice or self.advice,
            severity=self.severity,
        )
