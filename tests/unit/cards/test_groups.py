"""What stays on one line: a number with what it counts, a year with its word, a dash with the word before."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.cards.groups import NO_BREAK_SPACE, clean, group_words, split_words


def glued(text: str) -> list[str]:
    """The groups of more than one word, with "_" for no-break spaces."""
    return [group.replace(NO_BREAK_SPACE, "_") for group in group_words(text) if NO_BREAK_SPACE in group]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tiếp nhận 3.858 đơn vị máu", ["3.858_đơn"]),
        ("Trao (4.875 suất) quà", ["(4.875_suất)"]),
        ("Ủng hộ 24,6 tỷ đồng cho vùng lũ", ["24,6_tỷ_đồng"]),
        ("Ủng hộ 24,6 tỷ, trao tại chỗ", ["24,6_tỷ,"]),
        ("Trị giá 1,5 nghìn tỷ đồng", ["1,5_nghìn_tỷ_đồng"]),
        ("Phát hiện 5 triệu chứng lạ", ["5_triệu"]),
        ("Công tác năm 2024 tại quận", ["năm_2024"]),
        ("Từ ngày 16/01/2025 đến nay", ["ngày_16/01/2025"]),
        ("Tết Nhân ái Xuân Ất Tỵ 2025", ["Tỵ_2025"]),
        ("Xuân Ất Tỵ 2025 tại quận", ["Tỵ_2025_tại"]),
        ("Giai đoạn 2021 – 2025 của Hội", ["đoạn_2021_–_2025_của"]),
        ("Hội nghị lần thứ 3 thành công", ["thứ_3"]),
        ("Phường 12 và Quận 5 trao quà", ["Phường_12", "Quận_5"]),
        ("Số 3, 4 và 5", ["Số_3,", "4_và_5"]),
        ("Hiến máu – nghĩa cử đẹp", ["máu_–"]),
        ("Đạt 227% chỉ tiêu giao", []),
        ("2024: một năm nhìn lại", []),
        ("Một năm nhìn lại", []),
        ("", []),
    ],
)
def test_words_that_belong_together(text: str, expected: list[str]) -> None:
    assert glued(text) == expected


def test_no_break_spaces_of_the_writer_are_kept() -> None:
    assert group_words(clean("Xã Nam\u00a0Từ\u202fLiêm  mới")) == ["Xã", "Nam\u00a0Từ\u00a0Liêm", "mới"]


@given(st.text(max_size=120))
def test_grouping_changes_nothing_but_spaces(text: str) -> None:
    cleaned = clean(text)
    assert split_words(" ".join(group_words(cleaned))) == split_words(cleaned)


@given(st.text(max_size=120))
def test_clean_text_is_composed_on_one_line_and_printable(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert "\n" not in cleaned
    assert "  " not in cleaned
    assert not any(unicodedata.category(char)[0] == "C" for char in cleaned)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Tin\n\ttức ", "Tin tức"),
        (unicodedata.normalize("NFD", "Tổng kết Ất Tỵ"), "Tổng kết Ất Tỵ"),
        ("Ngày hội \U0001f389 hiến máu", "Ngày hội hiến máu"),
        ("24\u202e,6 tỷ\u200b", "24,6 tỷ"),
    ],
)
def test_what_cannot_be_drawn_is_left_out(text: str, expected: str) -> None:
    assert clean(text) == expected
