"""Correct rounding: what counts as the same figure told with fewer digits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.numbers.claim import Claim, Fault, is_rounding, judge
from minhbach.numbers.quantity import Precision, Quantity, exact

D = Decimal
EXACT, ROUNDED, ABOVE, BELOW, ABOUT = Precision


@pytest.mark.parametrize(
    ("value", "rounded", "step", "right"),
    [
        ("3858", "3858", "1", True),
        ("3858", "3900", "100", True),
        ("3858", "3800", "100", False),
        ("3850", "3900", "100", True),
        ("3850", "3800", "100", True),
        ("600e6", "1e9", "1e9", False),
        ("960e6", "1e9", "1e9", True),
        ("3858", "0", "1e6", False),
        ("0", "0", "1e6", True),
    ],
)
def test_halves_round_either_way_and_a_digit_survives(
    value: str, rounded: str, step: str, right: bool
) -> None:
    assert is_rounding(D(value), D(rounded), D(step)) is right


def claim(value: int, modifier: Precision | None, inclusive: bool = False, near: bool = False) -> Claim:
    return Claim(D(value), D(1), modifier, inclusive, near, bare=True)


@pytest.mark.parametrize("precision", [EXACT, ROUNDED, ABOVE, BELOW])
@pytest.mark.parametrize("direction", [ABOVE, BELOW])
@given(value=st.integers(1, 20), bound=st.integers(0, 24), inclusive=st.booleans())
def test_a_bound_is_accepted_exactly_if_every_possible_value_keeps_it(
    precision: Precision, direction: Precision, value: int, bound: int, inclusive: bool
) -> None:
    record = Quantity(D(value), D(1), precision)
    # Quarters up to 30 reach every end (halves) and both sides of each; 30 stands for "without end".
    possible = [D(n) / 4 for n in range(121) if record.interval().contains(D(n) / 4)]
    if direction is ABOVE:
        low = record.interval().low or D(0)
        kept = all(one > bound or (inclusive and one == bound) for one in possible) and low >= bound
    else:
        high = record.interval().high
        kept = all(one < bound or (inclusive and one == bound) for one in possible)
        kept = kept and high is not None and high <= bound
    assert (judge(claim(bound, direction, inclusive), record) is None) is kept


@given(st.integers(1, 99), st.integers(0, 120), st.booleans(), st.sampled_from([ABOVE, BELOW]))
def test_an_approximate_record_proves_no_bound(
    value: int, bound: int, inclusive: bool, direction: Precision
) -> None:
    assert judge(claim(bound, direction, inclusive), Quantity(D(value), D(1), ABOUT)) is not None


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_a_different_number_is_never_exact(value: int, other: int) -> None:
    expected = None if value == other else Fault.WRONG_VALUE
    assert judge(claim(other, None), exact(value)) is expected


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_near_means_within_a_tenth_below(value: int, bound: int) -> None:
    fault = judge(claim(bound, BELOW, near=True), exact(value))
    assert (fault is None) is (value < bound and 10 * value >= 9 * bound)
