"""Quantities of every kind, for properties: exact to ranges, estimates, numbers so far."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from minhbach.numbers.quantity import BOUNDS, Precision, Quantity

_STRICT = (Precision.LESS_THAN, Precision.NEARLY)


@st.composite
def quantities(
    draw: st.DrawFn, precisions: tuple[Precision, ...] = tuple(Precision), *, flags: bool = True
) -> Quantity:
    """Any quantity within the limits, without words of its own; ``flags``: also estimated or so far."""
    precision = draw(st.sampled_from(precisions))
    power = draw(st.integers(-6, 0 if precision is Precision.EXACT else 12))
    most = 10 ** min(18 - power, 18) - 1
    units = draw(st.integers(1 if precision in _STRICT else 0, most - 1))
    high = None
    if precision is Precision.BETWEEN:
        high = Decimal(draw(st.integers(units + 1, most))).scaleb(power)
    may_be_estimated = flags and (precision in BOUNDS or precision in (Precision.ABOUT, Precision.BETWEEN))
    return Quantity(
        Decimal(units).scaleb(power),
        Decimal(1).scaleb(power),
        precision,
        high,
        estimated=may_be_estimated and draw(st.booleans()),
        so_far=flags and draw(st.booleans()),
    )
