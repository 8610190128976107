"""Tell whether an address leads to a plausible place on the web, and what is wrong with one that does not."""

from __future__ import annotations

import re
from unicodedata import name, normalize

# What an address has in an editor's schema: the scheme, and something that cannot be read in two ways.
SHAPE = (
    r"""^(https?://[^/?#@\s\\<>"^`{}]+([/?#][^\s\\<>"^`{}]*)?|mailto:[^\s\\<>"^`{}@]+@[^\s\\<>"^`{}@]+)$"""
)

_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?P<rest>.*)", re.DOTALL)
_BARRED = re.compile(r"""[\s\\<>"^`{}]""")
_BROKEN_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")
_PLACE = re.compile(r"//(?P<authority>[^/?#]*)")
_PORT = re.compile(r":(?P<port>[0-9]{1,5})\Z")
_MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?_|~-]+@(?P<host>[^?#]+)(?:[?#].*)?", re.DOTALL)
_LABEL = re.compile(r"[^\W_](?:(?:[^\W_]|-)*[^\W_])?")
# A name on the top level is letters, or letters of another script written in ASCII; digits make an IP number.
_TOP = re.compile(r"[^\W\d_]{2,}|xn--[a-z0-9-]+", re.IGNORECASE)
# Written together in ordinary words.
_JAPANESE = frozenset({"CJK", "HIRAGANA", "KATAKANA"})
# The longest that the domain name system holds.
_LONGEST_LABEL, _LONGEST_HOST, _LAST_PORT = 63, 253, 65_535


def address_fault(address: str) -> str:
    """Say in Swedish what keeps the text from being an address on the web or of a mailbox; "" for nothing."""
    parts = _SCHEME.fullmatch(address)
    if parts is None:
        return "adressen börjar inte med https://"
    if not address.isprintable() or _BARRED.search(address):
        return "adressen innehåller ett mellanslag eller ett annat tecken som inte hör dit"
    if _BROKEN_ESCAPE.search(address):
        return "efter % i adressen ska två siffror eller bokstäver a–f stå"
    scheme, rest = parts["scheme"].lower(), parts["rest"]
    if scheme == "mailto":
        mailbox = _MAILBOX.fullmatch(rest)
        return _host_fault(mailbox["host"]) if mailbox else "adressen är ingen e-postadress"
    if scheme not in ("http", "https"):
        return f"adressen börjar med {scheme}: och leder inte till en plats på webben"
    place = _PLACE.match(rest)
    return _authority_fault(place["authority"]) if place else f"efter {scheme}: ska två snedstreck stå"


def _authority_fault(authority: str) -> str:
    if "@" in authority:
        return "adressen innehåller ett användarnamn"
    port = _PORT.search(authority)
    if port and not 0 < int(port["port"]) <= _LAST_PORT:
        return "adressens port finns inte"
    return _host_fault(authority[: port.start()] if port else authority)


def _host_fault(host: str) -> str:
    labels = host.split(".")
    if len(labels) < 2 or len(host) > _LONGEST_HOST or not all(map(_is_label, labels)):
        return "adressens värdnamn är inte skrivet som ett värdnamn, till exempel www.example.org"
    if not _TOP.fullmatch(labels[-1]):
        return "adressen är ett nummer eller slutar inte som ett värdnamn"
    if normalize("NFKC", host) != host or any(_is_mixed(label) for label in labels):
        return "adressens värdnamn blandar skriftsystem, så att det kan läsas som ett annat"
    return ""


def _is_label(label: str) -> bool:
    return len(label) <= _LONGEST_LABEL and bool(_LABEL.fullmatch(label)) and bool(_shown(label))


def _shown(label: str) -> str:
    """A part of a host as it is meant; "" where it stands for nothing."""
    if not label.lower().startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return ""


def _is_mixed(label: str) -> bool:
    """Whether the letters of one part of a host are of several scripts, so that one can pass for another."""
    scripts = {name(letter, "UNKNOWN").split()[0] for letter in _shown(label) if letter.isalpha()}
    return len(scripts) > 1 and not scripts <= _JAPANESE
