"""What sources say of a figure besides its value: against others, of a whole, against themselves."""

from __future__ import annotations

from dataclasses import dataclass

from minhbach.numbers.change import Change
from minhbach.numbers.quantity import Quantity
from minhbach.site.source import Source, Sourced


@dataclass(frozen=True)
class Comparison:
    """A figure against another one. ``other`` is its address; "" where only ``base`` names it in words."""

    key: str
    other: str
    base: str
    stated: Change | None


@dataclass(frozen=True)
class Share:
    """A figure as a part of a whole: another figure's address, or ``whole`` in words. Stated in percent."""

    key: str
    other: str
    whole: str
    stated: Quantity | None


@dataclass(frozen=True)
class OtherStatement(Sourced):
    """Another number that a source gives for the same thing."""

    quantity: Quantity
    note: str | None
    sources: tuple[Source, ...]
