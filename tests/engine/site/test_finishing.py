"""Test that fragments are put in their place, and that every fault of the built pages is found."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from strategi.content.tree import WorkingTree
from strategi.render.errors import UnknownName
from strategi.render.page_pieces import page_pieces
from strategi.site.failure import MacroFailure
from strategi.site.fingerprint import fingerprint
from strategi.site.finishing import BrokenSite, finish_site
from strategi.site.fragments import Fragments, begin_fragments, current_fragments, end_fragments
from strategi.site.links import broken_links, linked_page
from strategi.site.page_files import page_address

ONE, TWO = (("a/", "", "", f'chart("{indicator}")') for indicator in ("N01", "N02"))


def test_what_was_made_ahead_is_not_made_again() -> None:
    fragments = Fragments(lambda: {ONE: "<p>ahead</p>"})
    comments = fragments.keep(ONE, lambda: "<p>1</p>") + fragments.keep(TWO, lambda: "<p>2</p>")
    fragments.wait()
    assert fragments.fill(comments) == ("<p>ahead</p><p>2</p>", [])


def test_a_fragment_comes_back_where_it_was_called() -> None:
    fragments = Fragments()
    first, second = fragments.keep(ONE, lambda: "<p>1</p>"), fragments.keep(TWO, lambda: "<p>2</p>")
    assert fragments.fill(f"a {second} b {first}") == ("a <p>2</p> b <p>1</p>", [])


def test_a_fragment_is_made_when_its_page_is_built_and_not_before() -> None:
    made: list[str] = []
    comment = Fragments().keep(ONE, lambda: made.append("made") or "")
    assert comment.startswith("<!--") and not made


def test_fragments_are_kept_only_while_someone_will_fill_them_in() -> None:
    assert current_fragments() is None
    begun = begin_fragments()
    assert current_fragments() is begun
    end_fragments()
    assert current_fragments() is None


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("b/", ""),
        ("b/#plats", ""),
        ("#har", ""),
        ("b/#ej", "plats som inte finns"),
        ("#ej", "plats som inte finns"),
        ("c/", "leder ingenstans"),
        ("b", "leder ingenstans"),
        ("tal.csv", ""),
        ("https://example.org/x", ""),
        ("mailto:a@example.org", ""),
        ("/fran-roten/", ""),
        ("b/?q=1", "leder ingenstans"),
    ],
)
def test_where_a_link_leads(tmp_path: Path, link: str, fault: str) -> None:
    (tmp_path / "tal.csv").touch()
    pages = [
        linked_page("", f'<h1 id="har">A</h1><a href="{link}">a</a>'),
        linked_page("b/", '<h1 id="plats">B</h1><a href="../">a</a> <a href="..">a</a>'),
    ]
    said = broken_links(tmp_path, pages)
    assert len(said) == bool(fault)
    assert fault in "".join(said)


def test_finishing_fills_in_and_says_every_fault(tmp_path: Path) -> None:
    fragments = Fragments()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text('# A\n\n{{ value("N99") }}\n', "utf-8")
    (piece,) = page_pieces('{{ value("N99") }}')
    error = UnknownName("inget nyckeltal", "N99", ["N98"])

    def fail() -> str:
        raise MacroFailure(tree=WorkingTree(tmp_path), page_url="a/", piece=piece, error=error)

    box = fragments.keep(ONE, fail)
    built = tmp_path / "built"
    (built / "a").mkdir(parents=True)
    page = built / "a/index.html"
    page.write_text(f'<article><h1>A</h1>{box}<a href="../b/">b</a></article>', "utf-8")
    with pytest.raises(BrokenSite) as raised:
        finish_site(built, fragments, {}, {})
    assert 'docs/a.md:3: {{ value("N99") }} gick inte att visa.' in str(raised.value)
    assert "Menade du ”N98”?" in str(raised.value)
    assert "a/: länken ../b/ leder ingenstans" in str(raised.value)
    assert 'class="ls-failure"' in page.read_text("utf-8")


def test_the_packed_sitemap_has_no_time_in_it(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml.gz").write_bytes(gzip.compress(b"karta", mtime=1_700_000_000))
    finish_site(tmp_path, Fragments(), {}, {})
    packed = (tmp_path / "sitemap.xml.gz").read_bytes()
    assert packed[4:8] == bytes(4)
    assert gzip.decompress(packed) == b"karta"


@pytest.mark.parametrize(
    ("file", "address"),
    [
        *(("index.md", ""), ("README.md", ""), ("a/index.md", "a/"), ("a/b.md", "a/b/")),
        *(("a/b.markdown", "a/b/"), ("a/index.mkd", "a/")),
    ],
)
def test_a_page_is_found_behind_its_address(tmp_path: Path, file: str, address: str) -> None:
    (tmp_path / "docs" / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "docs" / file).write_text("A\n\n{{ x() }}", "utf-8")
    assert page_address(Path(file)) == address
    (_, piece) = page_pieces("A\n\n{{ x() }}")
    failure = MacroFailure(tree=WorkingTree(tmp_path), page_url=address, piece=piece, error=ValueError())
    assert failure.place == f"docs/{file}:3"


def test_a_comment_that_looks_like_a_fragment_is_left_as_it_is() -> None:
    assert Fragments().fill("<!--fragment 7-->") == ("<!--fragment 7-->", [])


def test_a_change_of_any_file_changes_the_fingerprint(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "c.yml"
    file.parent.mkdir(parents=True)
    file.write_text("1")
    before = fingerprint(tmp_path, ["a", "finns-inte"])
    assert fingerprint(tmp_path, ["a"]) == before
    file.write_text("22")
    assert fingerprint(tmp_path, ["a"]) != before
