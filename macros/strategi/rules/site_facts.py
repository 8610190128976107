"""Check that a site for the public says what the law asks it to."""

from __future__ import annotations

from collections.abc import Iterator

from strategi.content.layout import SITE_FILE
from strategi.model.evidence import Evidence
from strategi.model.finding import Finding, Severity
from strategi.model.rule import RuleDescription
from strategi.model.strategy import Strategy

SITE_FACT_MISSING = RuleDescription(
    id="STR156",
    name="site-fact-missing",
    title="En webbplats som publiceras har de uppgifter som lagen kräver",
    reference="Lagen (2018:1937) om tillgänglighet till digital offentlig service, och MDFFS 2019:2",
    advice="Fyll i uppgiften när den är känd. Tills dess står det ”uppgift saknas” på sidan.",
    severity=Severity.WARNING,
)
_INFO = "strategy/strategy.yml"
# By key: what the statement on accessibility must tell, in Swedish.
_NEEDED = {
    "report_url": "formuläret där den som läser rapporterar hinder",
    "conformance": "hur väl webbplatsen följer lagen",
    "reviewed_on": "dagen då tillgängligheten bedömdes",
    "review_method": "hur tillgängligheten bedömdes",
    "statement_updated_on": "dagen då redogörelsen uppdaterades",
}


def site_rules() -> tuple[RuleDescription, ...]:
    """Every rule on what a site says of itself, by number."""
    return (SITE_FACT_MISSING,)


def check_site_facts(strategy: Strategy) -> Iterator[Finding]:
    """Everything that a site for the public must say, and this one cannot."""
    if strategy.info.publisher is Evidence.NOT_FOUND:
        yield _missing(_INFO, "publisher", "vem som svarar för webbplatsen")
    for key, what in _NEEDED.items():
        if getattr(strategy.site, key) is Evidence.NOT_FOUND:
            yield _missing(SITE_FILE, key, what)


def _missing(path: str, key: str, what: str) -> Finding:
    return SITE_FACT_MISSING.at(path, 1, 1, f"uppgift saknas: {what} (nyckeln ”{key}”)")
