"""Ratios: percents of targets, implied targets, averages."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from minhbach.numbers.interval import Interval, integers_within
from minhbach.numbers.quantity import Precision, Quantity, exact
from minhbach.numbers.ratio import (
    achievement,
    agrees_with_ratio,
    derived_percent,
    implied_target,
    per_unit,
)
from minhbach.numbers.writing import write_interval

D = Decimal
EXACT, ROUNDED, ABOUT = Precision.EXACT, Precision.ROUNDED, Precision.ABOUT
ABOVE, BELOW = Precision.MORE_THAN, Precision.LESS_THAN


def figure(value: str, step: str, precision: Precision) -> Quantity:
    return Quantity(D(value), D(step), precision)


def test_achievement_is_in_percent() -> None:
    assert achievement(exact(3600), exact(2400)) == Interval(D(150), D(150))


@pytest.mark.parametrize(
    ("target", "agrees"), [(2400, False), (1217, False), (1218, True), (1219, True), (1220, True)]
)
def test_a_stated_percent_must_fit_its_figures(target: int, agrees: bool) -> None:
    assert agrees_with_ratio(figure("400", "1", ROUNDED), exact(4875), exact(target)) is agrees


@pytest.mark.parametrize(
    ("value", "percent", "integers"), [(4875, "400", (1218, 1220)), (3858, "227", (1696, 1703))]
)
def test_a_percent_implies_its_target(value: int, percent: str, integers: tuple[int, int]) -> None:
    assert integers_within(implied_target(exact(value), figure(percent, "1", ROUNDED))) == integers


def test_an_average_covers_what_rounding_leaves_open() -> None:
    average = per_unit(figure("3.3e9", "1e8", ROUNDED), exact(4875))
    assert write_interval(average, digits=3) == "667–687\u00a0nghìn"


@pytest.mark.parametrize("function", [achievement, implied_target, per_unit])
def test_nothing_is_divided_by_zero(function: object) -> None:
    assert callable(function)
    with pytest.raises(ValueError, match="zero"):
        function(exact(5), exact(0))


@pytest.mark.parametrize(
    ("value", "target", "percent"),
    [
        (exact(3600), exact(2400), exact(150)),
        (exact(3858), exact(1700), figure("227", "1", ROUNDED)),
        (exact(1), exact(8), figure("13", "1", ROUNDED)),  # 12.5: halves upward
        (exact(1), exact(30), figure("3.3", "0.1", ROUNDED)),
        (exact(1), exact(20), exact(5)),
        (exact(1), exact(40), figure("2.5", "0.1", ROUNDED)),
        (exact(0), exact(40), exact(0)),
        (exact(5), exact(0), None),
        (exact(5), figure("0", "1", ROUNDED), None),
        # 24,6 tỷ of exactly 20 tỷ is 122,75 to 123,25%; of a rounded "20 tỷ" 119,8 to 126,4%; of "20,0 tỷ"
        # 122,4 to 123,6%.
        (figure("24.6e9", "1e8", ROUNDED), exact(20 * 10**9), figure("123", "1", ROUNDED)),
        (figure("24.6e9", "1e8", ROUNDED), figure("20e9", "1e9", ROUNDED), figure("120", "10", ABOUT)),
        (figure("24.6e9", "1e8", ROUNDED), figure("20.0e9", "1e8", ROUNDED), figure("123", "1", ABOUT)),
        # From 134,3 to 135,7%, and from 101,1 to 101,9%: neither is "khoảng 100%".
        (exact(132_264_000), figure("98e6", "1e6", ROUNDED), figure("135", "1", ABOUT)),
        (exact(121_806_000), figure("120e6", "1e6", ROUNDED), figure("102", "1", ABOUT)),
        # From 100 to 122,2%: ten either way does not cover it, and a hundred would say nothing.
        (exact(110), figure("100", "10", ABOUT), None),
        # From 24,5 up to but without 25,5%.
        (figure("25", "1", ROUNDED), exact(100), figure("25", "1", ROUNDED)),
        (exact(3858), figure("1700", "100", ROUNDED), figure("230", "10", ABOUT)),
        (figure("1", "1", ROUNDED), exact(2), None),
        # From 50 to 100%: both ends would round to "100", but 50 has no hundreds to keep.
        (figure("3", "1", ABOUT), exact(4), None),
        (figure("5000", "10", ABOUT), exact(4000), figure("125", "1", ABOUT)),
        (figure("322000", "1000", ABOVE), exact(300000), figure("107", "1", ABOVE)),
        (figure("300000", "1000", ABOVE), exact(300000), figure("100", "1", ABOVE)),
        (figure("322000", "1000", BELOW), exact(300000), figure("108", "1", BELOW)),
        (figure("5", "1", ABOVE), exact(300), figure("1.6", "0.1", ABOVE)),
        (exact(5), figure("300", "1", BELOW), figure("1.6", "0.1", ABOVE)),
        (exact(5), figure("300", "1", ABOVE), figure("1.7", "0.1", BELOW)),
        (figure("5", "1", ABOVE), figure("300", "1", ABOVE), None),
        (figure("5", "1", BELOW), figure("300", "1", BELOW), None),
        (figure("5", "1", ABOVE), figure("300", "1", ABOUT), None),
        (exact(5), figure("0", "1", ABOVE), None),
        (exact(10**17), exact(D("0.000001")), None),
    ],
)
def test_a_percent_claims_no_more_than_its_figures(
    value: Quantity, target: Quantity, percent: Quantity | None
) -> None:
    assert derived_percent(value, target) == percent


@st.composite
def figures(draw: st.DrawFn) -> Quantity:
    precision = draw(st.sampled_from(Precision))
    power = draw(st.integers(-2, 0 if precision is EXACT else 3))
    units, high = draw(st.integers(1, 9999)), None
    if precision is Precision.BETWEEN:
        high = D(draw(st.integers(units + 1, 10_000))).scaleb(power)
    return Quantity(D(units).scaleb(power), D(1).scaleb(power), precision, high)


def _member(draw: st.DrawFn, quantity: Quantity) -> Decimal:
    interval = quantity.interval()
    low = interval.low or D(0)
    high = quantity.value * 50 if interval.high is None else interval.high
    one = low + (high - low) * draw(st.integers(0, 1000)) / 1000
    assume(interval.contains(one) and one > 0)
    return one


@given(st.data())
def test_any_true_ratio_lies_within_what_is_derived(data: st.DataObject) -> None:
    value, target = data.draw(figures()), data.draw(figures())
    ratio = Fraction(_member(data.draw, value)) / Fraction(_member(data.draw, target))
    for interval, factor in ((achievement(value, target), 100), (per_unit(value, target), 1)):
        assert interval.low is not None
        assert Fraction(interval.low) <= ratio * factor
        assert interval.high is None or ratio * factor <= Fraction(interval.high)
    percent = derived_percent(value, target)
    if percent is not None:
        interval = percent.interval()
        assert interval.low is None or Fraction(interval.low) <= ratio * 100
        assert interval.high is None or ratio * 100 <= Fraction(interval.high)


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_derived_percent_agrees_with_its_figures(value: int, target: int) -> None:
    percent = derived_percent(exact(value), exact(target))
    assert percent is not None
    assert agrees_with_ratio(percent, exact(value), exact(target))
    if percent.value:
        assert implied_target(exact(value), percent).contains(D(target))
