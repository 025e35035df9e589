"""Chance that falls the same way on every machine.

Only ``Random.random()`` is promised to give the same numbers in every version of Python, so everything here
is built on it; a text as seed does not depend on PYTHONHASHSEED.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """A stream of chance of its own for each purpose, so that one more article leaves the others alone."""

    def __init__(self, *purpose: object) -> None:
        self._random = random.Random("/".join(str(part) for part in purpose)).random

    def fraction(self, low: float = 0.0, high: float = 1.0) -> float:
        """Return a number from ``low`` up to ``high``."""
        return low + (high - low) * self._random()

    def number(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, both included."""
        return low + int(self._random() * (high - low + 1))

    def chance(self, probability: float) -> bool:
        """Return true as often as ``probability`` says."""
        return self._random() < probability

    def pick(self, items: Sequence[T]) -> T:
        """Return one of ``items``."""
        return items[int(self._random() * len(items))]

    def picks(self, items: Sequence[T], count: int) -> list[T]:
        """Return ``count`` different ones of ``items`` (all, if there are fewer), in the order drawn."""
        left = list(items)
        return [left.pop(int(self._random() * len(left))) for _ in range(min(count, len(left)))]
