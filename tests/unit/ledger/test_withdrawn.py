"""Withdrawn names are found in texts whatever their case and punctuation, and nothing else is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from minhbach.ledger.withdrawn import NameFinder

WORDS = st.lists(st.sampled_from(["Trần", "Thị", "Rút", "Văn", "cảm", "ơn", "bà"]), min_size=1, max_size=12)


def test_a_name_is_found_in_any_case_and_across_lines() -> None:
    finder = NameFinder(["Trần Thị Rút"])
    assert finder.find("Cảm ơn bà TRẦN THỊ RÚT!") == [("Trần Thị Rút", 10)]
    assert finder.find("Cảm ơn Trần\n  Thị-Rút.") == [("Trần Thị Rút", 7)]


def test_a_part_of_a_name_and_a_longer_word_are_other_words() -> None:
    finder = NameFinder(["Trần Thị Rút"])
    assert finder.find("Trần Thị, Rútt; Trần Văn Rút; Thị Rút") == []


def test_a_name_of_one_word_is_not_looked_for() -> None:
    assert not NameFinder(["Mai", ""])
    assert NameFinder(["Mai", "Lê Mai"]).find("Ngày mai, Lê Mai đến.") == [("Lê Mai", 10)]


@given(WORDS, WORDS)
def test_a_name_is_found_exactly_where_its_words_follow_each_other(name: list[str], text: list[str]) -> None:
    small = [word.lower() for word in name]
    is_there = any(
        [word.lower() for word in text[start : start + len(name)]] == small
        for start in range(len(text) - len(name) + 1)
    )
    found = NameFinder([" ".join(name)]).find(", ".join(text))
    assert bool(found) == (is_there and len(name) > 1)
