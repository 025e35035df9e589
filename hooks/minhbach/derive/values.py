"""What stands at an address: a figure's value, or one of the values that belong to it.

``2024.hien-mau`` is a figure; behind it may follow ``achievement``, ``target.assigned``, ``target.own``,
``target.ratio`` (own in percent of assigned), ``series.<day>`` and ``parts.<key>``. A day with an hour is
``2025-08-14-06h30``: without a colon it stands as it is in prose, links and names of files.
"""

from __future__ import annotations

from dataclasses import dataclass

from minhbach.derive.achievement import derive_achievement, derive_own_against_assigned
from minhbach.numbers.quantity import Quantity
from minhbach.site.model import Figure, Site


@dataclass(frozen=True)
class Value:
    """A value with its figure. ``quantity`` None: the address is right, but nothing is published."""

    address: str
    figure: Figure
    quantity: Quantity | None
    is_percent: bool = False

    @property
    def units(self) -> tuple[str, ...]:
        """The words that may follow the number."""
        return () if self.is_percent else self.figure.units


def find_value(site: Site, address: str) -> Value | None:
    """Return what stands at ``address``; None if there is no such address."""
    parts = address.split(".")
    figure = site.figures.get(".".join(parts[:2]))
    if figure is None:
        return None
    match parts[2:]:
        case []:
            return Value(address, figure, figure.quantity)
        case ["achievement"]:
            achievement = derive_achievement(figure) or derive_achievement(figure, "own")
            return Value(address, figure, achievement.percent if achievement else None, is_percent=True)
        case ["target", "ratio"]:
            return Value(address, figure, derive_own_against_assigned(figure), is_percent=True)
        case ["target", ("assigned" | "own") as kind]:
            target = figure.target(kind)
            return Value(address, figure, target.quantity) if target else None
        case ["series", day]:
            quantities = {point.as_of.key: point.quantity for point in figure.series}
        case ["parts", key]:
            return next(
                (Value(address, figure, part.quantity) for part in figure.parts if part.key == key), None
            )
        case _:
            return None
    return Value(address, figure, quantities[day]) if day in quantities else None


def list_value_addresses(site: Site) -> list[str]:
    """Return every address that prose may use, for suggesting the one that was meant."""
    addresses: list[str] = []
    for address, figure in site.figures.items():
        addresses.append(address)
        addresses += [f"{address}.target.{target.kind}" for target in figure.targets]
        if figure.targets:
            addresses.append(f"{address}.achievement")
        addresses += [f"{address}.series.{point.as_of.key}" for point in figure.series]
        addresses += [f"{address}.parts.{part.key}" for part in figure.parts]
    return addresses
