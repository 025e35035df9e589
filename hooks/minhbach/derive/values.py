"""What stands at an address: a figure's value, or one of the values that belong to it.

``2024.hien-mau`` is a figure; behind it may follow ``achievement`` (of the assigned target, else of the own
one), ``achievement.<target>``, ``target.<target>``, ``target.ratio`` (own in percent of assigned),
``series.<day>``, ``parts.<key>``, ``compare.<key>`` (against another figure) and ``share.<key>`` (of a
whole). A target's name is its kind, "assigned" or "own", or its key. A day with an hour is
``2025-08-14-06h30``: without a colon it stands as it is in prose, links and names of files.
"""

from __future__ import annotations

from dataclasses import dataclass

from minhbach.derive.achievement import (
    derive_achievement,
    derive_achievements,
    derive_own_against_assigned,
)
from minhbach.derive.relations import derive_changes, derive_share
from minhbach.numbers.change import Change
from minhbach.numbers.quantity import Quantity
from minhbach.numbers.writing import RATES
from minhbach.site.figure import Figure, Target
from minhbach.site.model import Site


@dataclass(frozen=True)
class Value:
    """A value with its figure. ``quantity`` None: the address is right, but nothing is published."""

    address: str
    figure: Figure
    quantity: Quantity | None
    is_percent: bool = False
    changes: tuple[Change, ...] = ()
    """For a comparison with another figure: how it stands, in every form that is known."""

    @property
    def units(self) -> tuple[str, ...]:
        """The words that may follow the number, the one its source wrote first."""
        if self.is_percent:
            return ()
        if self.figure.indicator.unit in RATES:
            # What follows the sign says what it is a part of ("dân số"), and is no unit.
            return self.figure.units
        wording = self.quantity.wording if self.quantity is not None else None
        own = (wording.unit,) if wording is not None and wording.unit else ()
        return (*own, *self.figure.units)


def find_value(site: Site, address: str) -> Value | None:
    """Return what stands at ``address``; None if there is no such address."""
    parts = address.split(".")
    figure = site.figures.get(".".join(parts[:2]))
    if figure is None:
        return None
    match parts[2:]:
        case []:
            return Value(address, figure, figure.quantity)
        case ["achievement", *keys] if len(keys) <= 1:
            return _achievement(address, figure, keys)
        case ["target", "ratio"]:
            return Value(address, figure, derive_own_against_assigned(figure), is_percent=True)
        case ["target", key]:
            target = find_target(figure, key)
            return Value(address, figure, target.quantity) if target else None
        case ["compare" | "share" as relation, key]:
            return _relation(site, figure, address, relation, key)
        case ["series" | "parts" as kind, key]:
            return _member(figure, address, kind, key)
    return None


def _member(figure: Figure, address: str, kind: str, key: str) -> Value | None:
    """Return one reading of a figure, or one of its parts."""
    members = {point.as_of.key: point.quantity for point in figure.series}
    if kind == "parts":
        members = {part.key: part.quantity for part in figure.parts}
    return Value(address, figure, members[key]) if key in members else None


def _relation(site: Site, figure: Figure, address: str, relation: str, key: str) -> Value | None:
    """Return how a figure stands against another one, or what share of a whole it is."""
    if relation == "compare":
        comparison = next((item for item in figure.comparisons if item.key == key), None)
        if comparison is None:
            return None
        changes = derive_changes(site, figure, comparison)
        return Value(address, figure, changes[0].quantity if changes else None, changes=changes)
    share = next((item for item in figure.shares if item.key == key), None)
    return (
        None if share is None else Value(address, figure, derive_share(site, figure, share), is_percent=True)
    )


def _achievement(address: str, figure: Figure, keys: list[str]) -> Value | None:
    """Return the percentage of a target: of the one that is named, else of the assigned or own one."""
    target = find_target(figure, keys[0]) if keys else None
    if keys and target is None:
        return None
    if target is not None:
        found = next((one for one in derive_achievements(figure) if one.target == target), None)
    else:
        found = derive_achievement(figure) or derive_achievement(figure, "own")
    return Value(address, figure, found.percent if found else None, is_percent=True)


def find_target(figure: Figure, key: str) -> Target | None:
    """Return the target named ``key``: by its key, else the one of that kind that holds."""
    return next((target for target in figure.targets if target.key == key), None) or figure.target(key)


def list_value_addresses(site: Site) -> list[str]:
    """Return every address that prose may use, for suggesting the one that was meant."""
    addresses: list[str] = []
    for address, figure in site.figures.items():
        addresses.append(address)
        addresses += [f"{address}.target.{target.key}" for target in figure.targets]
        if figure.targets:
            addresses.append(f"{address}.achievement")
        addresses += [f"{address}.series.{point.as_of.key}" for point in figure.series]
        addresses += [f"{address}.parts.{part.key}" for part in figure.parts]
        addresses += [f"{address}.compare.{item.key}" for item in figure.comparisons]
        addresses += [f"{address}.share.{item.key}" for item in figure.shares]
    return addresses
