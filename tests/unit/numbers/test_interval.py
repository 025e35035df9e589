"""Intervals: open and closed ends, enclosing division, integers inside."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.numbers.interval import Interval, add, divide, integers_within, scale

D = Decimal

amounts = st.decimals(min_value=0, max_value=10**12, places=3, allow_nan=False, allow_infinity=False)


@st.composite
def intervals_with_member(draw: st.DrawFn, positive: bool = False) -> tuple[Interval, Decimal]:
    low, member, high = sorted(draw(amounts) for _ in range(3))
    if positive:
        low, member, high = low + D("0.001"), member + D("0.001"), high + D("0.001")
    low_open = draw(st.booleans()) and low < member
    high_open = draw(st.booleans()) and member < high
    return Interval(low, draw(st.sampled_from([high, None])), low_open, high_open), member


@pytest.mark.parametrize(
    ("interval", "value", "inside"),
    [
        (Interval(D(1), D(2)), 1, True),
        (Interval(D(1), D(2)), 2, True),
        (Interval(D(1), D(2), low_open=True), 1, False),
        (Interval(D(1), D(2), high_open=True), 2, False),
        (Interval(None, D(2)), -(10**30), True),
        (Interval(D(1), None), 10**30, True),
        (Interval(D(1), None), 0, False),
        (Interval(None, None), 0, True),
    ],
)
def test_an_open_end_is_no_member(interval: Interval, value: int, inside: bool) -> None:
    assert interval.contains(D(value)) is inside


@pytest.mark.parametrize(
    ("outer", "inner", "inside"),
    [
        (Interval(D(1), D(2)), Interval(D(1), D(2), True, True), True),
        (Interval(D(1), D(2), True), Interval(D(1), D(2)), False),
        (Interval(D(1), D(2), False, True), Interval(D(1), D(2)), False),
        (Interval(D(1), D(2), True, True), Interval(D(1), D(2), True, True), True),
        (Interval(D(1), D(2)), Interval(D(1), None), False),
        (Interval(D(1), D(2)), Interval(None, D(2)), False),
        (Interval(D(1), None), Interval(D(2), None), True),
    ],
)
def test_containing_an_interval_respects_its_ends(outer: Interval, inner: Interval, inside: bool) -> None:
    assert outer.contains_interval(inner) is inside


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (Interval(D(1), D(2)), Interval(D(2), D(3)), True),
        (Interval(D(1), D(2), high_open=True), Interval(D(2), D(3)), False),
        (Interval(D(1), D(2)), Interval(D(2), D(3), low_open=True), False),
        (Interval(D(1), D(2)), Interval(D(3), None), False),
        (Interval(None, D(3)), Interval(D(3), None), True),
        (Interval(D(1), D(9)), Interval(D(3), D(4)), True),
    ],
)
def test_intervals_meet_only_in_common_members(a: Interval, b: Interval, meet: bool) -> None:
    assert a.intersects(b) is meet
    assert b.intersects(a) is meet


@pytest.mark.parametrize(
    ("low", "high", "low_open", "high_open"),
    [
        (D(2), D(1), False, False),
        (D(1), D(1), True, False),
        (D(1), D(1), False, True),
        (D("NaN"), D(1), False, False),
        (D(1), D("Infinity"), False, False),
    ],
)
def test_an_interval_without_members_is_refused(
    low: Decimal, high: Decimal, low_open: bool, high_open: bool
) -> None:
    with pytest.raises(ValueError, match=r"no number|finite"):
        Interval(low, high, low_open, high_open)


def test_a_finite_quotient_is_exact() -> None:
    assert divide(Interval(D(1), D(3)), Interval(D(2), D(8), True)) == Interval(
        D("0.125"), D("1.5"), False, True
    )


def test_an_open_divisor_opens_the_opposite_end() -> None:
    assert divide(Interval(D(1), D(3)), Interval(D(2), D(8), False, True)) == Interval(
        D("0.125"), D("1.5"), True, False
    )


def test_an_endless_quotient_is_enclosed() -> None:
    third = divide(Interval(D(1), D(1)), Interval(D(3), D(3)))
    assert third.low is not None
    assert third.high is not None
    assert Fraction(third.low) < Fraction(1, 3) < Fraction(third.high)
    assert third.high - third.low < D("1e-50")


def test_a_divisor_reaching_zero_leaves_no_high_end() -> None:
    assert divide(Interval(D(1), D(2)), Interval(D(0), D(4))) == Interval(D("0.25"), None)


def test_an_endless_divisor_brings_the_quotient_near_zero() -> None:
    assert divide(Interval(D(1), D(2)), Interval(D(4), None)) == Interval(D(0), D("0.5"), True)


def test_zero_divided_is_zero() -> None:
    assert divide(Interval(D(0), D(0)), Interval(D(0), D(4))) == Interval(D(0), D(0))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (Interval(D(1), D(2)), Interval(D(0), D(0))),
        (Interval(D(-1), D(2)), Interval(D(1), D(2))),
        (Interval(None, D(2)), Interval(D(1), D(2))),
        (Interval(D(1), D(2)), Interval(D(-1), D(2))),
        (Interval(D(1), D(2)), Interval(None, D(2))),
    ],
)
def test_division_that_has_no_answer_is_refused(a: Interval, b: Interval) -> None:
    with pytest.raises(ValueError, match="zero"):
        divide(a, b)


def test_scaling_needs_a_positive_factor() -> None:
    assert scale(Interval(D(1), None), D(100)) == Interval(D(100), None)
    with pytest.raises(ValueError, match="positive"):
        scale(Interval(D(1), D(2)), D(0))


@pytest.mark.parametrize(
    ("interval", "integers"),
    [
        (Interval(D("1217.2"), D("1220.3")), (1218, 1220)),
        (Interval(D(1), D(3)), (1, 3)),
        (Interval(D(1), D(3), True, True), (2, 2)),
        (Interval(D(1), D(2), True, True), None),
        (Interval(D("1.2"), D("1.8")), None),
    ],
)
def test_integers_within_leave_open_ends_out(interval: Interval, integers: tuple[int, int] | None) -> None:
    assert integers_within(interval) == integers


@pytest.mark.parametrize("interval", [Interval(D(1), None), Interval(None, D(1)), Interval(None, None)])
def test_an_endless_interval_has_no_outermost_integers(interval: Interval) -> None:
    assert not interval.bounded
    with pytest.raises(ValueError, match="missing end"):
        integers_within(interval)


@given(intervals_with_member(), intervals_with_member(positive=True))
def test_division_contains_the_ratio_of_any_members(
    a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]
) -> None:
    quotient = divide(a[0], b[0])
    ratio = Fraction(a[1]) / Fraction(b[1])
    assert quotient.low is not None
    assert Fraction(quotient.low) <= ratio
    assert quotient.high is None or ratio <= Fraction(quotient.high)


@given(intervals_with_member(), intervals_with_member())
def test_addition_contains_the_sum_of_any_members(
    a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]
) -> None:
    assert add(a[0], b[0]).contains(a[1] + b[1])


def test_a_sum_is_open_where_a_term_is() -> None:
    assert add(Interval(D(1), D(2), True), Interval(D(3), D(4), False, True)) == Interval(
        D(4), D(6), True, True
    )
    assert add(Interval(D(1), None), Interval(None, D(4))) == Interval(None, None)
