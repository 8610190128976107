"""Write numbers, dates and periods in Swedish, by Babel's patterns, read once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date
from babel.plural import PluralRule

from strategi.model.revision_id import RevisionId
from strategi.model.words import Term

_KILOBYTE = 1000
# The language council's advice: up to twelve a count is a word in running text. Words have a gender for one.
_LETTERS = ("inga", "", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


@cache
def _swedish() -> Locale:
    return Locale.parse("sv_SE")


@cache
def _swedish_signs() -> dict[int, str]:
    """Translate Python's signs to the Swedish ones: asking Babel for each number is ten times slower."""
    symbols = _swedish().number_symbols["latn"]
    return str.maketrans({".": symbols["decimal"], ",": symbols["group"], "-": symbols["minusSign"]})


@lru_cache(maxsize=2**14)
def number(value: float | Decimal, decimals: int = 0) -> str:
    """Write a number with a fixed number of decimals: `1 234,5`, `−0,3`; never `−0`."""
    return f"{float(value):z,.{decimals}f}".translate(_swedish_signs())


def signed(value: float | Decimal, decimals: int = 0) -> str:
    """Write a difference with its sign: `+0,3`, `−0,3`, and `0,0` without one."""
    text = number(value, decimals)
    is_positive = float(value) > 0 and any(digit in "123456789" for digit in text)
    return f"+{text}" if is_positive else text


@cache
def period(time_period: str) -> str:
    """Write a time period as it stands alone: `2025`, `april 2022`."""
    year, _, month = time_period.partition("-")
    return f"{_month_name(int(month))} {year}" if month else year


def in_period(time_period: str) -> str:
    """Write a time period as it stands in a sentence: `2025`, `i april 2022`."""
    return f"i {period(time_period)}" if "-" in time_period else time_period


def day(value: date) -> str:
    """Write a date: `27 april 2022`. Raises `TypeError` for what is no date, which Babel takes for today."""
    if not isinstance(value, date):
        raise TypeError(f"{value!r} is no date")
    return str(format_date(value, "d MMMM y", locale=_swedish()))


def moment(revision: RevisionId | date) -> str:
    """Write a day, or a revision's id, as people say it: `27 april 2022`, `april 2022`, `2022 (b)`."""
    if isinstance(revision, date):
        return day(revision)
    told = day(revision.first_day) if revision.is_day else period(revision.period)
    return f"{told} ({revision.letter})" if revision.letter else told


def at_moment(revision: RevisionId) -> str:
    """Write it as it stands after the word: revideringen `den 27 april 2022`, `april 2022`, `2022`."""
    return f"den {moment(revision)}" if revision.is_day else moment(revision)


def machine_moment(value: RevisionId | date) -> str:
    """Write it as HTML has it for programs: `2022-04-27`, `2022-04`, `2022`."""
    return value.isoformat() if isinstance(value, date) else value.period


def file_size(size: int) -> str:
    """Write a size in bytes: `640 byte`, `4 kB`, `1,2 MB`."""
    if size < _KILOBYTE:
        return f"{size} byte"
    kilobytes = round(size / _KILOBYTE)
    if kilobytes < _KILOBYTE:
        return f"{kilobytes} kB"
    return f"{number(size / _KILOBYTE**2, 1)} MB"


def plural(count: int, singular: str, many: str) -> str:
    """Choose the form of a word: `nyckeltal` or `kommuner` for the count given."""
    return singular if _plural_rule()(count) == "one" else many


def counted(count: int, singular: str, many: str) -> str:
    """Write a count with its word: `1 kommun`, `15 kommuner`."""
    return f"{number(count)} {plural(count, singular, many)}"


def counted_of(count: int, term: Term) -> str:
    """Write a count with the word of a county: `1 delmål`, `50 parter`."""
    return counted(count, term.singular, term.plural)


def in_letters(count: int, term: Term, form: str = "plural") -> str:
    """Write a count as in running text: `fem delmål`, `ett delmål`, `inga delmål`, `50 parter`.

    One is in the singular, whatever form the others have.
    """
    if count == 1:
        one = {"definite_plural": "definite", "plural": "singular"}.get(form, form)
        return f"{term.agree('en', 'ett')} {term.form(one)}"
    said = _LETTERS[count] if count < len(_LETTERS) else number(count)
    return f"{said} {term.form(form)}"


def capital(text: str) -> str:
    """Begin a sentence: only the first letter changes, so that names and abbreviations keep theirs."""
    return text[:1].upper() + text[1:]


def coordinate(place: float) -> str:
    """Write a place for SVG, to a tenth of a unit and without needless zeros."""
    return f"{place:.1f}".removesuffix(".0")


@cache
def _month_name(month: int) -> str:
    return str(_swedish().months["stand-alone"]["wide"][month])


@cache
def _plural_rule() -> PluralRule:
    return _swedish().plural_form
