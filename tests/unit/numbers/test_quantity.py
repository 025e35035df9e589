"""Quantities: their limits, and the values each precision leaves possible."""

from decimal import Decimal

import pytest

from minhbach.numbers.interval import Interval
from minhbach.numbers.quantity import Precision, Quantity, exact, round_to_step, rounding_step

D = Decimal


@pytest.mark.parametrize(
    ("value", "step", "precision", "interval"),
    [
        ("3858", "1", Precision.EXACT, Interval(D(3858), D(3858))),
        ("24.6e9", "1e8", Precision.ROUNDED, Interval(D("24.55e9"), D("24.65e9"), high_open=True)),
        ("227", "1", Precision.ROUNDED, Interval(D("226.5"), D("227.5"), high_open=True)),
        ("0", "1", Precision.ROUNDED, Interval(D(0), D("0.5"), high_open=True)),
        ("322000", "1000", Precision.MORE_THAN, Interval(D(322000), None, low_open=True)),
        ("500", "1", Precision.LESS_THAN, Interval(D(0), D(500), high_open=True)),
        ("5000", "1000", Precision.ABOUT, Interval(D(4000), D(6000))),
        ("0", "1", Precision.ABOUT, Interval(D(0), D(1))),
    ],
)
def test_a_precision_leaves_these_values_possible(
    value: str, step: str, precision: Precision, interval: Interval
) -> None:
    assert Quantity(D(value), D(step), precision).interval() == interval


@pytest.mark.parametrize(
    ("value", "step", "precision"),
    [
        ("-1", "1", Precision.EXACT),
        ("NaN", "1", Precision.EXACT),
        ("Infinity", "1", Precision.ROUNDED),
        ("1e18", "1", Precision.EXACT),
        ("1", "0", Precision.ROUNDED),
        ("1", "-1", Precision.ROUNDED),
        ("5", "5", Precision.ROUNDED),
        ("1", "1e-7", Precision.ROUNDED),
        ("0", "1e13", Precision.ROUNDED),
        ("NaN", "NaN", Precision.ROUNDED),
        ("3858", "10", Precision.ROUNDED),
        ("0.5", "1", Precision.EXACT),
        ("3000", "1000", Precision.EXACT),
        ("0", "1", Precision.LESS_THAN),
    ],
)
def test_a_figure_that_contradicts_itself_is_refused(value: str, step: str, precision: Precision) -> None:
    with pytest.raises(ValueError, match=r"figure|finer"):
        Quantity(D(value), D(step), precision)


@pytest.mark.parametrize(
    ("value", "step"),
    [("3858", "1"), ("3300000", "1"), ("3.3E+6", "1"), ("12.50", "0.1"), ("0", "1"), ("0.000001", "1e-6")],
)
def test_an_exact_figure_steps_by_its_last_digit(value: str, step: str) -> None:
    assert exact(D(value)) == Quantity(D(value), D(step), Precision.EXACT)


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "0.0000001", "-3", "1e400"])
def test_an_exact_figure_outside_the_limits_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="figure"):
        exact(D(value))


@pytest.mark.parametrize(
    ("value", "step", "rounded"),
    [("3850", "100", "3900"), ("3849", "100", "3800"), ("12.5", "1", "13"), ("1e17", "1e-6", "1e17")],
)
def test_halves_round_up(value: str, step: str, rounded: str) -> None:
    assert round_to_step(D(value), D(step)) == D(rounded)


@pytest.mark.parametrize(
    ("value", "step"), [("3858", "1"), ("3900", "100"), ("10000", "10000"), ("0", "1e12"), ("1e17", "1e12")]
)
def test_closing_zeros_tell_the_rounding(value: str, step: str) -> None:
    assert rounding_step(D(value)) == D(step)
