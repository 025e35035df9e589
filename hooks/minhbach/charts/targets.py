"""Targets on a bar: a line across it, a symbol below it and the label beside the symbol.

Assigned: solid line, filled triangle. Own: dashed line, open diamond. So the two differ without colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations, product
from typing import Final

from .contract import Mark, MarkKind
from .lettering import Line, clean, measure, wrap
from .sheet import TEXT_PX, Layer, Sheet, Style

SYMBOL_PX: Final = 10.0
_LABEL_GAP: Final = 9.0
_LEDGE_PX: Final = 18.0
_MOST_ARRANGED: Final = 3
_LINE: Final[dict[MarkKind, Style]] = {
    "assigned": Style(stroke="target_assigned", stroke_px=2.0),
    "own": Style(stroke="target_own", stroke_px=2.0, dash_px=(3.5, 2.0)),
}
_CASING: Final = Style(stroke="background", stroke_px=5.0)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one mark's label stands: row below the bar, and to the right or left of the symbol."""

    mark: Mark
    x: float
    line: Line
    row: int
    rightward: bool

    @property
    def span(self) -> tuple[float, float]:
        if self.rightward:
            return self.x + _LABEL_GAP, self.x + _LABEL_GAP + self.line.width
        return self.x - _LABEL_GAP - self.line.width, self.x - _LABEL_GAP

    @property
    def reach(self) -> tuple[float, float]:
        """The label together with its symbol."""
        start, end = self.span
        return min(start, self.x - SYMBOL_PX / 2), max(end, self.x + SYMBOL_PX / 2)


def symbol(sheet: Sheet, kind: MarkKind, x: float, y: float) -> None:
    """The symbol of a kind of target, centred on ``x``, ``y``."""
    half = SYMBOL_PX / 2
    if kind == "assigned":
        points = [(x, y - half), (x + half, y + half - 1), (x - half, y + half - 1)]
        sheet.polygon(Layer.SYMBOL, Style(fill="target_assigned"), points)
    else:
        points = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
        sheet.polygon(Layer.SYMBOL, Style(fill="background", stroke="target_own", stroke_px=1.8), points)


def rule(sheet: Sheet, kind: MarkKind, start: tuple[float, float], end: tuple[float, float]) -> None:
    """The line of a kind of target."""
    sheet.polyline(Layer.TARGET, _LINE[kind], [start, end])


def casing(sheet: Sheet, start: tuple[float, float], end: tuple[float, float]) -> None:
    """A band of background under a target line, so that the line is as clear on a bar as beside it."""
    sheet.polyline(Layer.CASING, _CASING, [start, end])


def legend(sheet: Sheet, marks: Sequence[Mark]) -> None:
    """Labels below one another at the left, each behind its symbol, however long they are."""
    for mark in marks:
        lines = wrap(mark.label, TEXT_PX, sheet.width - 16)
        if not lines:
            continue
        symbol(sheet, mark.kind, sheet.left + SYMBOL_PX / 2 + 1, sheet.y + lines[0].ascent - 4.5)
        sheet.paragraph(mark.label, indent_px=16)


def draw_targets(sheet: Sheet, marks: Sequence[Mark], xs: Sequence[float], top: float, bottom: float) -> None:
    """All targets of the bar between ``top`` and ``bottom``; ``sheet.y`` ends below the labels."""
    if not marks:
        return
    half = SYMBOL_PX / 2
    inner = [min(max(x, sheet.left + half), sheet.right - half) for x in xs]
    for x in xs:
        casing(sheet, (x, top - 3), (x, bottom + 3))
    places = _arrange(marks, inner, sheet.left, sheet.right)
    rows = [bottom + 12.0]
    for row in range(1, len(marks) if places is None else 1 + max(place.row for place in places)):
        rows.append(rows[row - 1] + (SYMBOL_PX + 3 if places is None else _LEDGE_PX))
    if places is None:
        # No room beside the symbols: they stay at their lines, and a legend below repeats them.
        for row, (mark, x, spot) in enumerate(zip(marks, xs, inner, strict=True)):
            rule(sheet, mark.kind, (x, top - 3), (x, rows[row] - half + 1))
            symbol(sheet, mark.kind, spot, rows[row])
        sheet.y = rows[-1] + half + 3
        legend(sheet, marks)
        return
    sheet.y = rows[-1]
    for place, x in zip(places, xs, strict=True):
        y = rows[place.row]
        rule(sheet, place.mark.kind, (x, top - 3), (x, y - half + 1))
        symbol(sheet, place.mark.kind, place.x, y)
        start, end = place.span
        anchor_x = start if place.rightward else end
        sheet.letter(place.line, anchor_x, y + 4.5, anchor="start" if place.rightward else "end")
        sheet.y = max(sheet.y, y + 4.5 + place.line.descent)


def _arrange(
    marks: Sequence[Mark], xs: Sequence[float], left: float, right: float
) -> tuple[_Place, ...] | None:
    """The first arrangement in which no label leaves the sheet, meets another or is crossed by a line."""
    if len(marks) > _MOST_ARRANGED:
        return None
    lines = [measure(clean(mark.label), TEXT_PX) for mark in marks]
    # Stacked accents need more than a row; the legend gives every line the height it wants.
    if any(line.height > _LEDGE_PX for line in lines):
        return None
    for rows in _rows(len(marks)):
        for sides in product((True, False), repeat=len(marks)):
            places = tuple(
                _Place(mark, x, line, row, side)
                for mark, x, line, row, side in zip(marks, xs, lines, rows, sides, strict=True)
            )
            if _clear(places, left, right):
                return places
    return None


def _rows(count: int) -> Iterator[tuple[int, ...]]:
    """All on one row; else each on its own, in the order given if possible."""
    if count > 1:
        yield (0,) * count
    yield from permutations(range(count))


def _clear(places: Sequence[_Place], left: float, right: float) -> bool:
    for place in places:
        if place.span[0] < left or place.span[1] > right:
            return False
    for one, other in permutations(places, 2):
        if one.row == other.row:
            if one.reach[0] <= other.reach[0] and one.reach[1] + 10 > other.reach[0]:
                return False
        elif one.row > other.row:
            start, end = other.span
            apart = abs(one.x - other.x)
            if start - 3 < one.x < end + 3 or 1 <= apart < SYMBOL_PX / 2 + 3:
                return False
    return True
