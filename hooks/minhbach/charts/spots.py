"""Finding a free spot for a label on a plot: inside it, clear of other labels, of the curve and of levels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from .lettering import Line
from .sheet import XY

# Kept free at both ends of a level for the symbols that sit there.
_END_PX: Final = 13.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in px, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, point: XY, radius: float) -> Box:
        x, y = point
        return cls(x - radius, y - radius, x + radius, y + radius)

    def grown(self, by: float) -> Box:
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def crossed(self, start: XY, end: XY) -> bool:
        """Whether the straight line touches the box: clip the line to it and see if anything is left."""
        (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
        enter, leave = 0.0, 1.0
        sides = (-dx, x - self.left), (dx, self.right - x), (-dy, y - self.top), (dy, self.bottom - y)
        for step, room in sides:
            if step == 0:
                if room < 0:
                    return False
            elif step < 0:
                enter = max(enter, room / step)
            else:
                leave = min(leave, room / step)
        return enter <= leave


@dataclass(slots=True)
class Spots:
    """What is already on the plot; ``levels`` are heights of lines that run across all of it."""

    area: Box
    curve: Sequence[XY]
    levels: list[float] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)

    def first_free(self, boxes: Iterable[Box]) -> Box | None:
        """The first box that is free, which is then taken; None when there is none."""
        for box in boxes:
            if self._free(box):
                self.taken.append(box.grown(1.5))
                return box
        return None

    def _free(self, box: Box) -> bool:
        if not self.area.holds(box) or any(box.meets(other) for other in self.taken):
            return False
        if any(box.top - 1 < level < box.bottom + 1 for level in self.levels):
            return False
        wide = box.grown(2.5)
        return not any(wide.crossed(a, b) for a, b in pairwise(self.curve))

    def by_point(self, point: XY, line: Line) -> Box | None:
        """A spot above or below a point, the nearer the better."""
        x, y = point
        return self.first_free(
            Box(left, top, left + line.width, top + line.height)
            for away in (7.0, 16.0, 28.0, 42.0)
            for top in (y - away - line.height, y + away)
            for left in self._lefts(x - line.width / 2, x - 5, x + 5 - line.width, width=line.width)
        )

    def by_level(self, level: float, line: Line, *, from_right: bool) -> Box | None:
        """A spot just above or below a line across the plot, beginning at one end of it."""
        start = self.area.left + _END_PX
        span = max(0.0, self.area.right - _END_PX - start - line.width)
        steps = [span * part / 6 for part in range(7)]
        return self.first_free(
            Box(start + at, top, start + at + line.width, top + line.height)
            for at in (reversed(steps) if from_right else steps)
            for top in (level - 2 - line.height, level + 2)
        )

    def _lefts(self, *wanted: float, width: float) -> list[float]:
        most = self.area.right - width
        return list(dict.fromkeys(min(max(left, self.area.left), most) for left in wanted))
