"""The pages of a list can be walked from both ends."""

from __future__ import annotations

import pytest

from minhbach.pages.lists import shown_numbers


@pytest.mark.parametrize(
    ("number", "count", "shown"),
    [
        (1, 1, [1]),
        (1, 2, [1, 2]),
        (1, 9, [1, 2, 0, 9]),
        (3, 9, [1, 2, 3, 4, 0, 9]),
        (4, 9, [1, 2, 3, 4, 5, 0, 9]),
        (5, 9, [1, 0, 4, 5, 6, 0, 9]),
        (9, 9, [1, 0, 8, 9]),
    ],
)
def test_first_last_and_neighbours_are_offered(number: int, count: int, shown: list[int]) -> None:
    assert shown_numbers(number, count) == shown


@pytest.mark.parametrize("count", range(1, 30))
def test_no_gap_hides_a_single_page(count: int) -> None:
    for number in range(1, count + 1):
        shown = shown_numbers(number, count)
        for before, gap, after in zip(shown, shown[1:], shown[2:], strict=False):
            if gap == 0:
                assert after - before > 2
