"""A running total over time: a line with a dot at every reading, on a time axis true to scale."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Final

from .bars import share
from .contract import Point, SeriesChart
from .layouts import unit_line
from .lettering import Line, clean, measure, wrap
from .sheet import TEXT_PX, XY, Anchor, Layer, Sheet, Style
from .spots import Box, Spots
from .targets import SYMBOL_PX, legend, rule, symbol

_PLOT_PX: Final = 128.0
_HEADROOM_PX: Final = 26.0
_EDGE_PX: Final = 6.0
# More dots than this run together; the line alone is then the clearer picture.
_MOST_DOTS: Final = 60
_MOST_TICKS: Final = 40
_LEADER_FROM_PX: Final = 14.0
_START: Final[Anchor] = "start"
_END: Final[Anchor] = "end"
_LISTED_INDENT_PX: Final = 16.0
_LINE: Final = Style(stroke="result", stroke_px=2.5, round_cap=True)
_AREA: Final = Style(fill="result_soft")
_DOT: Final = Style(stroke="result", stroke_px=5.5, round_cap=True)
_RING: Final = Style(stroke="background", stroke_px=12.0, round_cap=True)
_BIG_DOT: Final = Style(stroke="result", stroke_px=9.0, round_cap=True)
_EYE: Final = Style(stroke="background", stroke_px=4.5, round_cap=True)
_SQUARE: Final = Style(fill="result", stroke="background", stroke_px=1.5)
_AXIS: Final = Style(stroke="track_line", stroke_px=1.2)
# Between a target line and the soft area, but under the curve, which it must not interrupt.
_CLEARING: Final = Style(stroke="background", stroke_px=5.0)
_LEADER: Final = Style(stroke="track_line", stroke_px=1.0)


def series_layout(sheet: Sheet, chart: SeriesChart) -> None:
    """Plot, labels of the first, last and largest reading, targets, and the two ends of the time axis."""
    points = chart.points
    labelled = labelled_points(points)
    unit_line(sheet, chart.text.unit, tuple(points[index].value_label for index in labelled))
    # Spots are sought on a plot whose top is 0, because labels without one are listed above the plot.
    scale = max([point.value for point in points] + [mark.value for mark in chart.marks])
    places = _places(sheet, points, scale)
    levels = [_PLOT_PX * (1 - share(mark.value, scale)) for mark in chart.marks]
    spots = Spots(Box(sheet.left, -_HEADROOM_PX, sheet.right, _PLOT_PX - 2), thinned(places), levels)
    spots.taken.extend(Box.around(places[index], 5) for index in labelled)
    ends = [sheet.left + SYMBOL_PX / 2, sheet.right - SYMBOL_PX / 2]
    seats = [(ends[mark.kind == "own"], level) for mark, level in zip(chart.marks, levels, strict=True)]
    spots.taken.extend(Box.around(seat, SYMBOL_PX / 2 + 1) for seat in seats)
    lines = {index: measure(clean(points[index].value_label), TEXT_PX, bold=True) for index in labelled}
    found = {index: spots.by_point(places[index], lines[index]) for index in labelled}
    for index in labelled:
        if found[index] is None:
            _listed_label(sheet, points, index)
    top = sheet.y + _HEADROOM_PX
    _draw_curve(sheet, [(x, top + y) for x, y in places], [(x, top + y) for x, y in spots.curve], top)
    for mark, level, seat in zip(chart.marks, levels, seats, strict=True):
        y = top + level
        sheet.polyline(Layer.TRACK, _CLEARING, [(sheet.left, y), (sheet.right, y)])
        rule(sheet, mark.kind, (sheet.left, y), (sheet.right, y))
        symbol(sheet, mark.kind, seat[0], y)
    for index in labelled:
        _marker(sheet, points, index, places[index][0], top + places[index][1])
        box = found[index]
        if box is not None:
            _label(sheet, lines[index], box, places[index], top)
    sheet.y = top + _PLOT_PX
    _ticks(sheet, points)
    _day_labels(sheet, chart)
    unseated = []
    for mark, level in zip(chart.marks, levels, strict=True):
        line = measure(clean(mark.label), TEXT_PX)
        spot = spots.by_level(level, line, from_right=mark.kind == "own")
        if spot is None:
            unseated.append(mark)
        else:
            # Anchored at its own end of the line, so that it stays there in a narrower font.
            own = mark.kind == "own"
            x, anchor = (spot.right, _END) if own else (spot.left, _START)
            sheet.letter(line, x, top + spot.top + line.ascent, anchor=anchor)
    if unseated:
        sheet.y += 6
        legend(sheet, unseated)


def labelled_points(points: Sequence[Point]) -> tuple[int, ...]:
    """Indexes of the first, the last and the (earliest) largest reading, each once, in order."""
    largest = max(point.value for point in points)
    last = len(points) - 1
    middle = () if points[last].value == largest else (_index_of(points, largest),)
    return tuple(sorted({0, *middle, last}))


def _index_of(points: Sequence[Point], value: float) -> int:
    return next(index for index, point in enumerate(points) if point.value == value)


def _places(sheet: Sheet, points: Sequence[Point], scale: float) -> list[XY]:
    first, span = points[0].time, points[-1].time - points[0].time
    left, width = sheet.left + _EDGE_PX, sheet.width - 2 * _EDGE_PX
    return [
        (
            left + width * ((point.time - first) / span if span else 0.5),
            _PLOT_PX * (1 - share(point.value, scale)),
        )
        for point in points
    ]


def thinned(places: Sequence[XY], tolerance_px: float = 0.3) -> list[XY]:
    """The same line with the points left out that lie on it anyway (Douglas-Peucker)."""
    keep = {0, len(places) - 1}
    open_spans = [(0, len(places) - 1)]
    while open_spans:
        start, end = open_spans.pop()
        (ax, ay), (bx, by) = places[start], places[end]
        worst, at = tolerance_px, None
        for index in range(start + 1, end):
            x, y = places[index]
            # Points are in order of x, so the height above the chord is distance enough.
            off = abs(y - (ay + (by - ay) * (x - ax) / (bx - ax)))
            if off > worst:
                worst, at = off, index
        if at is not None:
            keep.add(at)
            open_spans += [(start, at), (at, end)]
    return [places[index] for index in sorted(keep)]


def _draw_curve(sheet: Sheet, places: Sequence[XY], outline: Sequence[XY], top: float) -> None:
    base = top + _PLOT_PX
    if len(outline) > 1:
        ground = [(outline[0][0], base), *outline, (outline[-1][0], base)]
        sheet.polygon(Layer.TRACK, _AREA, ground)
        sheet.polyline(Layer.AREA, _LINE, outline)
    sheet.polyline(Layer.AREA, _AXIS, [(sheet.left, base), (sheet.right, base)])
    if len(places) <= _MOST_DOTS:
        for x, y in places:
            _blot(sheet, Layer.RESULT, _DOT, x, y)


def _blot(sheet: Sheet, layer: Layer, style: Style, x: float, y: float) -> None:
    """A round dot: a line of almost no length with a round cap is the shortest markup for one."""
    sheet.polyline(layer, style, [(x, y), (x + 0.02, y)])


def _marker(sheet: Sheet, points: Sequence[Point], index: int, x: float, y: float) -> None:
    """First reading: ring. Last: full dot. Largest, where it is neither: square."""
    if index not in (0, len(points) - 1):
        square = [(x - 5, y - 5), (x + 5, y - 5), (x + 5, y + 5), (x - 5, y + 5)]
        sheet.polygon(Layer.SYMBOL, _SQUARE, square)
        return
    _blot(sheet, Layer.CASING, _RING, x, y)
    _blot(sheet, Layer.SYMBOL_CASING, _BIG_DOT, x, y)
    if index == 0 and len(points) > 1:
        _blot(sheet, Layer.SYMBOL, _EYE, x, y)


def _label(sheet: Sheet, line: Line, box: Box, place: XY, top: float) -> None:
    x, y = place
    # Anchored at the side nearer to the reading, so that a narrower font does not drift away from it.
    at, anchor = (box.right, _END) if x - box.left > box.right - x else (box.left, _START)
    sheet.letter(line, at, top + box.top + line.ascent, bold=True, anchor=anchor)
    near = box.bottom if box.bottom < y else box.top
    if abs(near - y) > _LEADER_FROM_PX and box.left <= x <= box.right:
        sheet.polyline(Layer.TRACK, _LEADER, [(x, top + near), (x, top + y)])


def _listed_label(sheet: Sheet, points: Sequence[Point], index: int) -> None:
    lines = wrap(points[index].value_label, TEXT_PX, sheet.width - _LISTED_INDENT_PX, bold=True)
    if lines:
        _marker(sheet, points, index, sheet.left + 6, sheet.y + lines[0].ascent - 4.5)
        sheet.paragraph(points[index].value_label, bold=True, indent_px=_LISTED_INDENT_PX)
        sheet.y += 2


def _ticks(sheet: Sheet, points: Sequence[Point]) -> None:
    """Small ticks to show the scale of time."""
    start, end = points[0].time, points[-1].time
    left, width = sheet.left + _EDGE_PX, sheet.width - 2 * _EDGE_PX
    for time in _tick_times(points):
        x = left + width * (time - start) / (end - start)
        sheet.polyline(Layer.AREA, _AXIS, [(x, sheet.y), (x, sheet.y + 4)])


def _tick_times(points: Sequence[Point]) -> list[float]:
    """The beginnings of months; of years over a long time, of days where hours are known."""
    first, last = points[0].day, points[-1].day
    days = range(first.toordinal() + 1, last.toordinal() + 1)
    if any(point.minute is not None for point in points) and len(days) <= _MOST_TICKS:
        return [float(day) for day in days]
    months = (last.year - first.year) * 12 + last.month - first.month
    step = 1 if months <= _MOST_TICKS else 12
    begin = first.year * 12 + first.month - 1
    if months < 1 or months / step > _MOST_TICKS:
        return []
    # A reading without an hour lies at the end of its day, and so does the beginning of a month among them.
    late = 1.0 if points[0].minute is None else 0.0
    return [
        datetime.date(month // 12, month % 12 + 1, 1).toordinal() + late
        for month in range(begin + 1, begin + months + 1)
        if month % step == 0
    ]


def _day_labels(sheet: Sheet, chart: SeriesChart) -> None:
    days = chart.points[0].day, chart.points[-1].day
    first, last = chart.day_labels or tuple(f"{day.day:02d}/{day.month:02d}/{day.year}" for day in days)
    sheet.y += 5
    if len(chart.points) == 1:
        line = measure(clean(first), TEXT_PX)
        if line.width > sheet.width:
            sheet.paragraph(first)
            return
        sheet.y += line.ascent
        sheet.letter(line, (sheet.left + sheet.right - line.width) / 2, sheet.y)
        sheet.y += line.descent
    else:
        sheet.pair(first, last)
