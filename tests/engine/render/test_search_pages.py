"""Test which title and text of a built page the search knows, and which pages are left out."""

from __future__ import annotations

from strategi.render.search_pages import SearchPage, search_page


def test_a_page_is_its_heading_and_its_running_text() -> None:
    built = (
        "<header>Meny</header><article class='a'><aside>Gäller</aside><h1>Vård &amp; <em>hälsa</em></h1>"
        "<p>Ett<b>två</b> &lt;tre&gt;</p><ul><li>a</li><li>b</li></ul><table><tr><td>1</td></tr></table>"
        "<figure><svg><title>Kurva</title></svg></figure><nav>Nästa</nav><footer>Källa</footer></article>"
    )
    page = search_page("a/", built)
    assert page == SearchPage(address="a/", title="Vård & hälsa", text="Ett två <tre> a b")


def test_a_page_can_ask_to_be_left_out() -> None:
    assert search_page("a/", "<article data-search-exclude><h1>A</h1></article>") is None


def test_only_the_page_itself_can_ask() -> None:
    assert search_page("a/", "<article><h1>A</h1><p data-search-exclude>b</p></article>") is not None


def test_a_page_without_article_or_heading_cannot_be_found() -> None:
    assert search_page("a/", "<p>a</p>") is None
    assert search_page("a/", "<article><p>a</p></article>") is None


def test_a_word_that_may_be_divided_is_found_whole() -> None:
    found = search_page("a/", "<article><h1>Till&shy;gäng</h1><p>Om\u00adställning</p></article>")
    assert found is not None
    assert (found.title, found.text) == ("Tillgäng", "Omställning")
