"""Correct rounding: what counts as the same figure told with fewer digits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.numbers.claim import Claim, Fault, is_rounding, judge
from minhbach.numbers.quantity import Precision, Quantity, exact

D = Decimal
EXACT, ROUNDED, ABOUT = Precision.EXACT, Precision.ROUNDED, Precision.ABOUT
ABOVE, BELOW = Precision.MORE_THAN, Precision.LESS_THAN
AT_LEAST, AT_MOST, NEARLY = Precision.AT_LEAST, Precision.AT_MOST, Precision.NEARLY


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


def claim(value: int, precision: Precision | None) -> Claim:
    return Claim(D(value), D(1), precision, bare=True)


@pytest.mark.parametrize("precision", [EXACT, ROUNDED, ABOVE, BELOW, AT_LEAST, AT_MOST, NEARLY])
@pytest.mark.parametrize("direction", [ABOVE, BELOW, AT_LEAST, AT_MOST])
@given(value=st.integers(1, 20), bound=st.integers(0, 24))
def test_a_bound_is_accepted_exactly_if_every_possible_value_keeps_it(
    precision: Precision, direction: Precision, value: int, bound: int
) -> None:
    record = Quantity(D(value), D(1), precision)
    inclusive = direction in (AT_LEAST, AT_MOST)
    # Quarters up to 30 reach every end (halves) and both sides of each; 30 stands for "without end".
    possible = [D(n) / 4 for n in range(121) if record.interval().contains(D(n) / 4)]
    if direction in (ABOVE, AT_LEAST):
        low = record.interval().low or D(0)
        kept = all(one > bound or (inclusive and one == bound) for one in possible) and low >= bound
    else:
        high = record.interval().high
        kept = all(one < bound or (inclusive and one == bound) for one in possible)
        kept = kept and high is not None and high <= bound
    assert (judge(claim(bound, direction), record) is None) is kept


@given(st.integers(1, 99), st.integers(0, 120), st.sampled_from([ABOVE, BELOW, AT_LEAST, AT_MOST, NEARLY]))
def test_an_approximate_record_proves_no_bound(value: int, bound: int, direction: Precision) -> None:
    assert judge(claim(bound, direction), Quantity(D(value), D(1), ABOUT)) is not None


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_a_different_number_is_never_exact(value: int, other: int) -> None:
    expected = None if value == other else Fault.WRONG_VALUE
    assert judge(claim(other, None), exact(value)) is expected


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_near_means_within_a_tenth_below(value: int, bound: int) -> None:
    fault = judge(claim(bound, NEARLY), exact(value))
    assert (fault is None) is (value < bound and 10 * value >= 9 * bound)


@pytest.mark.parametrize("precision", [BELOW, AT_MOST])
def test_what_is_only_less_is_not_said_to_be_near(precision: Precision) -> None:
    assert judge(claim(1700, NEARLY), Quantity(D(1700), D(1), precision)) is not None


@pytest.mark.parametrize(
    ("precision", "said", "refused"),
    [
        (AT_LEAST, [AT_LEAST], [ABOVE, None, ABOUT, NEARLY, AT_MOST]),
        (ABOVE, [ABOVE, AT_LEAST], [None, ABOUT, NEARLY, BELOW]),
        (NEARLY, [NEARLY, BELOW, AT_MOST], [None, ABOUT, ABOVE, AT_LEAST]),
        (AT_MOST, [AT_MOST], [None, ABOUT, BELOW, NEARLY]),
        (BELOW, [BELOW, AT_MOST], [None, ABOUT, NEARLY, ABOVE]),
        (ABOUT, [ABOUT], [None, ABOVE, AT_LEAST, BELOW, AT_MOST, NEARLY]),
    ],
)
def test_prose_says_the_same_or_less_than_its_source(
    precision: Precision, said: list[Precision], refused: list[Precision | None]
) -> None:
    record = Quantity(D(1700), D(100) if precision is ABOUT else D(1), precision)
    assert [judge(claim(1700, one), record) for one in said] == [None] * len(said)
    assert all(judge(claim(1700, one), record) is not None for one in refused)


def test_a_range_holds_every_value_or_is_wrong() -> None:
    def between(low: int, high: int) -> Claim:
        return Claim(D(low), D(1), Precision.BETWEEN, bare=True, high=D(high))

    record = Quantity(D(220), D(1), Precision.BETWEEN, D(260))
    assert judge(between(220, 260), record) is None
    assert judge(between(200, 300), record) is None
    assert judge(between(230, 260), record) is Fault.WRONG_VALUE
    assert judge(claim(220, AT_LEAST), record) is None
    assert judge(claim(240, None), record) is Fault.TOO_CERTAIN
    assert judge(between(3800, 3900), exact(3858)) is None


def test_an_estimated_bound_stays_an_estimate_and_a_number_so_far_stays_so_far() -> None:
    estimate = Quantity(D(200), D(1), ABOVE, estimated=True)
    assert judge(Claim(D(200), D(1), ABOVE, bare=True, estimated=True), estimate) is None
    assert judge(claim(200, ABOVE), estimate) is Fault.TOO_CERTAIN
    so_far = Quantity(D(200), D(1), EXACT, so_far=True)
    assert judge(Claim(D(200), D(1), None, bare=True, so_far=True), so_far) is None
    assert judge(claim(200, None), so_far) is Fault.TOO_CERTAIN
