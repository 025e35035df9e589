"""A reader goes from a number to the document that it comes from, and from there to all that rests on it."""

from __future__ import annotations

import csv
import hashlib
import io
from urllib.parse import urljoin, urlsplit

import pytest

ORIGIN = "https://hoi.example/"
FIGURE = "so-lieu/2024/luot-tro-giup/"
ARTICLE = "tin-tuc/2025/tong-ket-cong-tac-hoi-2024/"
BULLETIN = "ban-tin-tong-ket-2024"
REGISTER = "tai-lieu/"


def follow(address: str, href: str) -> tuple[str, str]:
    """Return the page and the place on it to which a link on the page at ``address`` leads."""
    url = urlsplit(urljoin(ORIGIN + address, href))
    return url.path.lstrip("/"), url.fragment


def links_of(page, address: str) -> list[tuple[str, str]]:
    return [follow(address, link["href"]) for link in page.main.find("a")]


def test_from_a_number_in_the_article_to_the_entry_of_the_original_bulletin(real_pages) -> None:
    (number,) = (link for link in real_pages[ARTICLE].main.find("a") if link.text == "24,2 nghìn lượt người")
    assert follow(ARTICLE, number["href"]) == (FIGURE, "")
    assert (REGISTER, BULLETIN) in links_of(real_pages[FIGURE], FIGURE)
    assert BULLETIN in real_pages[REGISTER].anchors
    assert "Bản tin của Hội về hội nghị tổng kết ngày 09/01/2025" in real_pages[REGISTER].main.text


def test_the_article_says_that_it_is_rewritten_and_is_no_source_of_its_own(real_pages) -> None:
    text = real_pages[ARTICLE].main.text
    assert "Viết lại từ bản tin của Hội ngày 16/01/2025" in " ".join(text.split())
    assert "Quang Vinh" in text
    assert "bài viết này" not in text
    assert (REGISTER, BULLETIN) in links_of(real_pages[ARTICLE], ARTICLE)


@pytest.mark.parametrize("pages", ["real_pages", "demo_pages"])
def test_every_figure_that_cites_a_document_is_listed_under_it(pages, request) -> None:
    pages = request.getfixturevalue(pages)
    listed = {address for address, _fragment in links_of(pages[REGISTER], REGISTER)}
    citing = {
        address
        for address, page in pages.items()
        if address.startswith("so-lieu/")
        # Its own facts: the charts beneath them cite what the figures of other years rest on.
        for facts in page.main.find("dl")
        if any(follow(address, link["href"])[0] == REGISTER for link in facts.find("a"))
    }
    assert citing
    assert citing <= listed


def test_every_page_leads_to_the_register(real_pages) -> None:
    for address, page in real_pages.items():
        links = [follow(address, link["href"])[0] for link in page.root.one("footer").find("a")]
        assert address == "404.html" or REGISTER in links, address


def test_the_hash_of_a_file_is_that_of_the_file_which_is_published(demo_chapter, demo_pages) -> None:
    files = sorted((demo_chapter.site / REGISTER / "tep").iterdir())
    text = demo_pages[REGISTER].main.text
    assert files
    for path in files:
        assert hashlib.sha256(path.read_bytes()).hexdigest() in text, path.name


def test_the_register_is_open_data(demo_chapter) -> None:
    def rows(name: str) -> list[dict[str, str]]:
        text = (demo_chapter.site / "du-lieu" / name).read_text(encoding="utf-8-sig")
        return list(csv.DictReader(io.StringIO(text)))

    documents = {row["id"]: row for row in rows("van-ban.csv")}
    assert {"report", "plan", "statement"} <= {row["kind"] for row in documents.values()}
    citations = rows("trich-dan.csv")
    assert {row["document"] for row in citations} <= documents.keys()
    figures = rows("so-lieu.csv")
    cited = {(row["cited_by"], row["document"]) for row in citations if row["kind"] == "figure"}
    assert {
        (row["address"], row["source_id"]) for row in figures if row["source_kind"] == "document"
    } <= cited
    assert any(row["source_place"] and row["source_place"] in row["sources"] for row in figures)


def test_the_page_is_as_new_as_the_last_note_beneath_the_article(real_pages) -> None:
    assert "nội dung ngày 23/11/2026" in " ".join(real_pages[ARTICLE].root.text.split())
