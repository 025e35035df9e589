"""What of the pages becomes something to find."""

from dataclasses import replace
from datetime import date

import pytest

from minhbach.outputs.model import Page, SearchEntry
from minhbach.search.records import day_number, list_records, strip_page

PAGE = Page("tin-tuc/2025/bai/", "Tên bài", "Mô tả", "<h1>Tên bài</h1><p>Lời</p>", "article")
CHART = '<figure class="mb-chart" id="x"><svg><text>1</text></svg><table><td>Biểu đồ</td></table></figure>'


def test_page_without_an_entry_is_not_found() -> None:
    assert list_records([PAGE]) == []


def test_page_is_found_as_a_whole() -> None:
    entry = SearchEntry("article", section="hoat-dong", day=date(2025, 1, 16))
    (record,) = list_records([replace(PAGE, search=(entry,))])
    assert record.url == "article/hoat-dong/20250116/tin-tuc/2025/bai/"
    assert (record.title, record.html) == ("Tên bài", PAGE.html)


def test_list_is_found_by_name_and_not_by_what_it_lists() -> None:
    page = replace(PAGE, description='A & B <b> "', search=(SearchEntry("page", brief=True),))
    (record,) = list_records([page])
    assert record.html == "A &amp; B &lt;b&gt; &quot;"


def test_things_on_a_page_are_found_by_themselves() -> None:
    entries = tuple(
        SearchEntry("donor", title=name, html=f"<p>{name}</p>", anchor=f"mb--{name}") for name in "ab"
    )
    records = list_records([replace(PAGE, search=entries)])
    assert [(record.address, record.title, record.html) for record in records] == [
        ("tin-tuc/2025/bai/#mb--a", "a", "<p>a</p>"),
        ("tin-tuc/2025/bai/#mb--b", "b", "<p>b</p>"),
    ]


@pytest.mark.parametrize(
    ("entry", "number"),
    [
        (SearchEntry("figure", day=date(2024, 3, 9), year=2020), 20240309),
        (SearchEntry("figure", year=2024), 20240000),
        (SearchEntry("page"), 0),
    ],
)
def test_time_sorts_as_a_number(entry, number) -> None:
    assert day_number(entry) == number


def test_drawings_photos_and_ids_are_not_searched() -> None:
    html = '<h2 id="a">Chữ</h2><img src="x.webp" alt="Ảnh"><svg><text>Nhãn</text></svg><p>Lời</p>'
    assert strip_page(html, "article") == "<h2>Chữ</h2><p>Lời</p>"


def test_charts_are_searched_on_the_pages_of_figures_only() -> None:
    assert strip_page(f"<p>a</p>{CHART}<p>b</p>{CHART}<p>c</p>", "article") == "<p>a</p><p>b</p><p>c</p>"
    assert "Biểu đồ" in strip_page(CHART, "figure")
