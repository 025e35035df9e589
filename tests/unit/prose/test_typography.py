"""The marks of print: put where keyboards have none, left where they stand, never in code or addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.prose.markup import parse_prose
from minhbach.prose.typography import bind_number, set_type

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('Phong trào "Tết Nhân ái"', "Phong trào “Tết Nhân ái”"),
        ('("Giọt hồng")', "(“Giọt hồng”)"),
        ("Đội 'Áo đỏ' của O'Brien", "Đội ‘Áo đỏ’ của O’Brien"),
        ("\"Ai nói: 'Có!'\"", "“Ai nói: ‘Có!’”"),
        ("Tin tức - sự kiện", "Tin tức – sự kiện"),
        ("Tin tức -- sự kiện", "Tin tức – sự kiện"),
        ("giai đoạn 2022-2024", "giai đoạn 2022–2024"),
        ("và nhiều nơi khác...", "và nhiều nơi khác…"),
        ("24,6 tỷ đồng", f"24,6{NBSP}tỷ đồng"),
        ("3.858 đơn vị máu", f"3.858{NBSP}đơn vị máu"),
        ("50 kg gạo, 30 %", f"50{NBSP}kg gạo, 30{NBSP}%"),
    ],
)
def test_what_keyboards_have_becomes_what_print_has(typed: str, printed: str) -> None:
    assert set_type(typed) == printed


@pytest.mark.parametrize(
    "text",
    [
        "Số 34-CT/TW ngày 2025-01-16",
        "gọi 0912-345-678",
        "năm 2024 quận có",
        "5 kgx",
        "Bến Mơ-Sen Hồng",
        "“Tết Nhân ái” – một phong trào…",
        "Điều 12 của Luật",
        "- đầu dòng",
    ],
)
def test_what_is_something_else_is_left(text: str) -> None:
    assert set_type(text) == text


@given(st.text(max_size=80))
def test_setting_twice_is_setting_once(text: str) -> None:
    assert set_type(set_type(text)) == set_type(text)


@given(st.text(alphabet=st.characters(exclude_characters="\"'-. "), max_size=80))
def test_nothing_else_is_touched(text: str) -> None:
    assert set_type(text) == text


def html_of(text: str) -> str:
    return parse_prose("news/2025/bai.md", text, 1).html


def test_quotation_marks_close_behind_words_that_stand_out() -> None:
    assert html_of('Bài "**Tết** Nhân ái" và "_Giọt hồng_".') == (
        "<p>Bài “<strong>Tết</strong> Nhân ái” và “<em>Giọt hồng</em>”.</p>"
    )


def test_every_paragraph_begins_anew() -> None:
    assert html_of('Một\n\n"Hai"') == "<p>Một</p>\n<p>“Hai”</p>"


def test_code_and_addresses_keep_what_was_typed() -> None:
    assert '<code>"a" -- b...</code>' in html_of('Gõ `"a" -- b...` nhé')
    assert "https://vi-du.vn/2022-2024" in html_of("Xem https://vi-du.vn/2022-2024 nhé")
    (reference,) = parse_prose("news/2025/bai.md", "![Ảnh](anh-2022-2024.jpg)", 1).references
    assert reference.target == "anh-2022-2024.jpg"
    assert "anh-2022-2024.jpg" in html_of("![Ảnh](anh-2022-2024.jpg)")


def test_a_figure_s_number_is_bound_to_its_unit_whatever_it_is() -> None:
    assert f"3.858{NBSP}túi máu</a>" in html_of("nhận [3.858 túi máu](figure:2024.hien-mau)")
    assert bind_number("trên 12 nghìn quyển vở") == f"trên 12{NBSP}nghìn quyển vở"


def test_headings_are_set_like_their_entries_in_the_contents() -> None:
    prose = parse_prose("news/2025/bai.md", '## Bài "một"', 1)
    assert prose.headings[0].text == "Bài “một”"
    assert "Bài “một”</h2>" in prose.html
