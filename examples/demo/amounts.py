"""Amounts as sources state them: in full, rounded, or as a bound; with the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from minhbach.numbers.quantity import Precision, Quantity, exact, rounding_step
from minhbach.numbers.writing import write_number, write_quantity

Style: TypeAlias = Literal["exact", "rounded", "more-than", "nearly", "about"]

MONEY = "đồng"
MONEY_GRAIN = 100_000
"""Money is given in whole hundred thousands, as gifts are."""

_PRECISIONS: dict[Style, Precision] = {
    "rounded": Precision.ROUNDED,
    "more-than": Precision.MORE_THAN,
    "nearly": Precision.NEARLY,
    "about": Precision.ABOUT,
}
_WORDS: dict[Style, str] = {"more-than": "trên ", "nearly": "gần ", "about": "khoảng "}
_SMALLEST_TO_ROUND = 100
_THOUSAND, _BILLION = 10**3, 10**9


@dataclass(frozen=True)
class Amount:
    """An amount in a source: what a record gives as ``value``, or as ``stated`` in the source's words."""

    quantity: Quantity
    unit: str
    stated: str | None

    @property
    def said(self) -> str:
        """The amount as an article writes it: in the source's own words."""
        return self.stated or f"{write_quantity(self.quantity)} {self.unit}"

    def fields(self) -> dict[str, int | str | None]:
        """Return the keys of a record."""
        value = int(self.quantity.value) if self.stated is None else None
        return {"value": value, "stated": self.stated}


def state(count: int, unit: str, style: Style) -> Amount:
    """Return ``count`` stated in ``style``. Small numbers, which nobody rounds, are stated in full."""
    if style == "exact" or count < _SMALLEST_TO_ROUND or (style == "rounded" and count < _THOUSAND):
        return Amount(exact(count), unit, None)
    grain = _grain(count, unit, style)
    match style:
        case "more-than":
            value = (count - 1) // grain * grain
        case "nearly":
            value = (count // grain + 1) * grain
        case _:
            value = (count + grain // 2) // grain * grain
    with_scale = unit == MONEY or style == "rounded"
    step = Decimal(grain if with_scale else 1)
    if style == "about":
        step = max(step, rounding_step(Decimal(value)))
    number = _with_scale(value, grain) if with_scale else write_number(Decimal(value), Decimal(1))
    quantity = Quantity(Decimal(value), step, _PRECISIONS[style])
    return Amount(quantity, unit, f"{_WORDS.get(style, '')}{number} {unit}")


def round_off(count: int) -> int:
    """Return ``count`` with two digits that count, as targets are set."""
    grain: int = 10 ** max(0, len(str(count)) - 2)
    return max(1, (count + grain // 2) // grain) * grain


def _grain(count: int, unit: str, style: Style) -> int:
    """Return the power of ten to which a source rounds ``count``."""
    if unit == MONEY:
        return _BILLION // 10 if count >= _BILLION else _BILLION // 1000
    if style == "rounded":
        return 100 if count < 100 * _THOUSAND else _THOUSAND
    power: int = 10 ** (len(str(count)) - 2)
    return power


def _with_scale(value: int, grain: int) -> str:
    return write_quantity(Quantity(Decimal(value), Decimal(grain), Precision.ROUNDED)).replace("\u00a0", " ")
