"""A number in an English summary means what its Vietnamese form means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.numbers.english import from_english, to_english
from minhbach.numbers.quantity import exact
from minhbach.numbers.reading import read_quantities
from minhbach.numbers.writing import write_quantity


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("3,858", "3.858"),
        ("3.3 billion", "3,3 tỷ"),
        ("over 24.2 thousand", "trên 24,2 nghìn"),
        ("More than 1,200.5 million VND", "trên 1.200,5 triệu đồng"),
        ("less than 14", "dưới 14"),
        ("nearly 227%", "gần 227%"),
    ],
)
def test_separators_and_words_change_places(english: str, vietnamese: str) -> None:
    assert from_english(english) == vietnamese


def test_words_that_only_hold_such_a_word_stay() -> None:
    assert from_english("overall 3,858 millions") == "overall 3.858 millions"


@given(st.decimals(min_value=0, max_value=10**12, places=0))
def test_there_and_back_is_the_same_number(value) -> None:
    written = write_quantity(exact(value))
    read = read_quantities(from_english(to_english(written)))
    assert value in [candidate.value for candidate in read.candidates]
