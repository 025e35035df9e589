"""What givers write: short, plain, and the year is kept."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.giving.orders import MAX_MEMO, SAMPLE_MEMO, shorten_memo


@pytest.mark.parametrize(
    ("text", "memo"),
    [
        ("tet nhan ai 2025", "TET NHAN AI 2025"),
        ("phong chong thien tai va nuoc sach 2025", "PHONG CHONG THIEN 2025"),
        ("ung ho hoi ctd minh hoa mau", "UNG HO HOI CTD MINH HOA"),
        ("a" * 40, "A" * 25),
    ],
)
def test_memo_is_cut_between_words_and_keeps_the_year(text: str, memo: str) -> None:
    assert shorten_memo(text) == memo


@given(st.lists(st.text("abcxyz0189", min_size=1, max_size=30), min_size=1, max_size=12))
def test_memo_is_what_a_bank_carries(words: list[str]) -> None:
    memo = shorten_memo(" ".join(words))
    assert len(memo) <= MAX_MEMO
    assert re.fullmatch(r"[A-Z0-9]+(?: [A-Z0-9]+)*", memo)


def test_sample_memo_fits() -> None:
    assert len(SAMPLE_MEMO) <= MAX_MEMO
