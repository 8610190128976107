"""Check that what a page says in braces is found right or wrong before an engine is started."""

from __future__ import annotations

import pytest
from strategi.render.registry.page_check import check_page

from tests.engine.render.strategy_examples import page

# What stands on the page, and every finding: line, column, rule and a part of the message.
CASES: dict[str, tuple[str, list[tuple[int, int, str, str]]]] = {
    "nothing called": ("# Rubrik\n\nText { #namn }", []),
    "calls that are right": (
        '{{ name("D1") }} {{ value("N01", area="ekeby", gender="K") }} {{ subgoal("D1") }} {{ standing() }}',
        [],
    ),
    "several values": ('{{ headlines("N01", "N02") }}', []),
    "unknown macro": ("Text\n{{ valeu() }}", [(2, 4, "TXT612", "Menade du ”value”?")]),
    "unknown variable": ("{{ nagot }}", [(1, 4, "TXT612", "inget som heter ”nagot”")]),
    "a macro without parentheses": ("{{ standing }}", [(1, 1, "TXT618", "inte bara ett anrop")]),
    "an attribute": ("{{ page.title }}", [(1, 1, "TXT618", "inte bara ett anrop")]),
    "any program": (
        'a\n{{ "".__class__.__mro__[1].__subclasses__()|length }}',
        [(2, 1, "TXT618", "inte bara ett anrop")],
    ),
    "a filter": ('{{ value("N01") | upper }}', [(1, 1, "TXT618", "inte bara ett anrop")]),
    "arithmetic": ("{{ 7 * 6 }}", [(1, 1, "TXT618", "inte bara ett anrop")]),
    "two calls in one": ('{{ name("N01") ~ name("N02") }}', [(1, 1, "TXT618", "inte bara ett anrop")]),
    "a call within a call": ('{{ value(name("N01")) }}', [(1, 1, "TXT618", "inte bara ett anrop")]),
    "values from elsewhere": ("{{ value(*config) }}", [(1, 1, "TXT618", "inte bara ett anrop")]),
    "a value that is computed without end": ("{{ value(9**9**9**9) }}", [(1, 1, "TXT618", "inte bara")]),
    "half a character": ('{{ value("\\ud800") }}', [(1, 1, "TXT618", "inte bara")]),
    "a number without end": (f"{{{{ value({'9' * 3000}) }}}}", [(1, 4, "TXT613", "inom citattecken")]),
    "words": ('{{ "hej" }}', [(1, 1, "TXT618", "inte bara")]),
    "nothing": ("{{ }}", [(1, 1, "TXT611", "läsa")]),
    "what the plugin adds": ("{{ macros_info() }}", [(1, 4, "TXT612", "”macros_info”")]),
    "a loop is one fault": (
        "{% for a in range(99999999) %}x{% else %}y{% endfor %}",
        [(1, 1, "TXT619", "kommandon")],
    ),
    "a setting": ("{% set a = 1 %}", [(1, 1, "TXT619", "kommandon")]),
    "another file": ('b {% include "x.md" %}', [(1, 3, "TXT619", "kommandon")]),
    "braces that are shown": ('{% raw %}{{ x }} {# y #}{% endraw %}{{ name("N01") }}', []),
    "braces that are never shown": (
        "{% raw %} {{ x",
        [(1, 1, "TXT619", "kommandon"), (1, 11, "TXT611", "läsa")],
    ),
    "a comment": ("a {# b\n\nc #} d", [(1, 3, "TXT620", "syns inte")]),
    "a comment without end": ("a {#b\nc", [(1, 3, "TXT620", "syns inte")]),
    "a call over two lines": ('{{ value(\n  "N01") }} {{ x() }}', [(2, 16, "TXT612", "”x”")]),
    "braces in a value": ('{{ value("}}") }}', [(1, 4, "TXT614", "”}}”")]),
    "an open brace takes its line alone": (
        '{{ x\n{{ value("N99") }}',
        [(1, 1, "TXT611", "läsa"), (2, 4, "TXT614", "N99")],
    ),
    "unknown indicator": ('a {{ value("N99") }}', [(1, 6, "TXT614", "inget nyckeltal ”N99”")]),
    "unknown among several": ('{{ headlines("N01", "N98") }}', [(1, 4, "TXT614", "”N98”")]),
    "unknown subgoal": ('{{ subgoal("D9") }}', [(1, 4, "TXT614", "inget delmål ”D9”")]),
    "unknown section": ('{{ roadmap_section("resna") }}', [(1, 4, "TXT614", "Menade du ”resan”?")]),
    "unknown principal": ('{{ principal("eckby") }}', [(1, 4, "TXT614", "Menade du ”ekeby”?")]),
    "unknown area": ('{{ value("N01", area="Eckby") }}', [(1, 4, "TXT614", "inget område")]),
    "unknown gender": ('{{ value("N01", gender="X") }}', [(1, 4, "TXT614", "inget kön")]),
    "unknown series": ('{{ value("N01", series="x") }}', [(1, 4, "TXT614", "ingen serie i N01")]),
    "unknown mark": ('{{ mark("x") }}', [(1, 4, "TXT614", "inget märke")]),
    "unknown revision": ('{{ revision("2020-03-02") }}', [(1, 4, "TXT614", "Menade du ”2020-03-01”?")]),
    "a comparison with the files": ('{{ comparison("2020-03-01", "arbetskopia") }}', []),
    "a comparison with nothing": (
        '{{ comparison("2020-03-01", "x") }}',
        [(1, 4, "TXT614", "ingen revidering")],
    ),
    "too few values": ("{{ subgoal() }}", [(1, 4, "TXT613", "subgoal tar ett värde")]),
    "too many values": ('{{ standing("x") }}', [(1, 4, "TXT613", "standing tar inga värden")]),
    "unknown option": ('{{ value("N01", aera="x") }}', [(1, 4, "TXT613", "area, gender, series")]),
    "a number for a name": ("{{ value(5) }}", [(1, 4, "TXT613", "inom citattecken")]),
    "two on one line": (
        '{{ value("N98") }} {{ value("N99") }}',
        [(1, 4, "TXT614", "”N98”"), (1, 23, "TXT614", "”N99”")],
    ),
    "broken syntax": ('a\n{{ value("N01" }}', [(2, 1, "TXT611", "går inte att läsa")]),
    "heading that swallows": (
        "## Rubrik {#namn}\n\n{# #}",
        [(1, 11, "TXT615", "kommentar"), (3, 1, "TXT620", "syns inte")],
    ),
    "an address that runs": ("a\n[x](java&#115;cript:x)", [(2, 5, "TXT604", "javascript:")]),
    "an address in HTML": ('<a href="data:x">y</a>', [(1, 10, "TXT604", "data:")]),
    "an address defined below": ("[x]\n\n[x]: vbscript:x", [(3, 6, "TXT604", "vbscript:")]),
    "a picture from elsewhere": ("![x](//a.example/x.png)", [(1, 6, "TXT605", "från ett annat håll")]),
    "a picture from elsewhere in HTML": ("<img src=https://a.example/x.png>", [(1, 10, "TXT605", "från")]),
    "a number that is not the true one": (
        '## Sju delmål\n\nDe 12 huvudmännen {{ mark("inferred") }} och trettiotre nyckeltal.',
        [
            (1, 4, "TXT624", "strategin har två delmål"),
            (3, 4, "TXT624", "strategin har fyra huvudmän"),
            (3, 46, "TXT624", "”trettiotre"),
        ],
    ),
    "sections of the roadmap and others": (
        "De nio avsnitten i färdplanen, nio avsnitten i en bok, och två avsnitt i färdplanen byter plats.",
        [(1, 4, "TXT624", "strategin har")],
    ),
    "numbers that claim nothing of the whole": (
        "Ett delmål, en huvudman, 5,5 delmål, N05 nyckeltal, tre av delmålen, sjuttio delmålsdagar.",
        [],
    ),
    "a number in a call is no prose": ('{{ name("sju delmål") }}', [(1, 4, "TXT614", "inget med id")]),
    "an address of a part that there is not": (
        "[a](strategin/delmal/d9/) [b](strategin/delmal/d9.md#x) [c](huvudman/eckby/) [d](nyckeltal/n77/)",
        [
            (1, 5, "TXT625", "delmålet ”d9”"),
            (1, 31, "TXT625", "delmålet ”d9”"),
            (1, 61, "TXT625", "menade du ”ekeby”"),
            (1, 82, "TXT625", "nyckeltalet ”n77”"),
        ],
    ),
    "addresses of parts, and of what is none": (
        "[a](strategin/delmal/d1.md) [b](nyckeltal/) [c](huvudman/ekeby/) [d](nyckeltal/n01.csv) "
        "[e](https://x.example/nyckeltal/n77/) [f](delmal/d9/) [g](nyckeltal/index.md)",
        [],
    ),
    "addresses that are right": (
        '[a](../a/#b "C: d") ![e](f.png) <https://g.example> [h](mailto:i@j.example)',
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    source, expected = CASES[name]
    found = list(check_page("docs/a.md", source, page()))
    assert [(each.line, each.column, each.rule_id) for each in found] == [each[:3] for each in expected]
    for finding, (*_, part) in zip(found, expected, strict=True):
        assert part in finding.message
        assert finding.path == "docs/a.md" and finding.advice


def test_calls_within_calls_without_end_are_a_fault() -> None:
    source = "{{ " + "value(" * 5000 + ")" * 5000 + " }}"
    assert [each.rule_id for each in check_page("docs/a.md", source, page())] == ["TXT611"]


def test_a_page_is_not_blamed_for_what_could_not_be_read() -> None:
    source = '{{ value("N98") }} {{ value("N99") }}'
    found = list(check_page("docs/a.md", source, page(), broken=frozenset({"N98"})))
    assert [each.value for each in found] == ['value("N99")']
