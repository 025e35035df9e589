"""A single bar: its length, its end and its track."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from .contract import HOLLOW_ENDS, OPEN_ENDS, Bar
from .sheet import TEXT_PX, Layer, Sheet, Style
from .targets import SYMBOL_PX, draw_targets

BAR_PX: Final = 14.0
ROW_GAP_PX: Final = 14.0
_ARROW_PX: Final = 13.0
# A published figure is always visible, even zero: only a missing one has no mark at all.
_LEAST_PX: Final = 2.0
# A shorter bar has no room for a soft end; its words say how firm the figure is.
_LEAST_SOFT_PX: Final = 24.0
_RESULT: Final = Style(fill="result")
_HOLLOW: Final = Style(fill="background", stroke="result", stroke_px=1.5, dash_px=(3.0, 2.0))
_TRACK: Final = Style(fill="track")
_MISSING: Final = Style(stroke="track_line", stroke_px=1.2, dash_px=(4.0, 3.0))


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a bar lies, px; ``width`` is what the whole scale takes."""

    x: float
    y: float
    width: float
    height: float


def scale_of(bars: Iterable[Bar]) -> float:
    """The amount at the right end of the plot: the largest value or target of all bars."""
    amounts = [0.0]
    for bar in bars:
        amounts.extend(mark.value for mark in bar.marks)
        if bar.value is not None:
            amounts.append(bar.value)
    return max(amounts)


def share(amount: float, scale: float) -> float:
    """Part of the plot that an amount takes, 0 to 1."""
    return min(1.0, amount / scale) if scale > 0 else 0.0


def reserve(bars: Iterable[Bar]) -> float:
    """Width to keep free beyond the plot, px: for arrow ends, and for symbols at the largest amount."""
    widths = [0.0]
    for bar in bars:
        if bar.end in OPEN_ENDS and bar.value is not None:
            widths.append(_ARROW_PX)
        if bar.marks:
            widths.append(SYMBOL_PX / 2)
    return max(widths)


def missing_track(sheet: Sheet, slot: Slot) -> None:
    """The dashed outline that stands where a figure is missing."""
    inset = _MISSING.stroke_px / 2
    width, height = slot.width - 2 * inset, slot.height - 2 * inset
    sheet.rect(Layer.TRACK, _MISSING, slot.x + inset, slot.y + inset, width, height)


def track(sheet: Sheet, slot: Slot) -> None:
    """The soft ground that shows how long a bar could be."""
    sheet.rect(Layer.TRACK, _TRACK, slot.x, slot.y, slot.width, slot.height)


def length(sheet: Sheet, bar: Bar, slot: Slot, scale: float) -> float:
    """Draw the bar of a published figure and return the x of its end, arrow included, px."""
    x, y, height = slot.x, slot.y, slot.height
    reach = max(_LEAST_PX, slot.width * share(bar.value or 0.0, scale))
    end = x + reach
    if bar.end in OPEN_ENDS:
        return _arrow(sheet, slot, end)
    if bar.end == "about" and reach > _LEAST_SOFT_PX:
        for start, stop in ((0.0, reach - 12), (reach - 10, reach - 5.5), (reach - 3, reach)):
            sheet.rect(Layer.RESULT, _RESULT, x + start, y, stop - start, height)
    elif bar.end in HOLLOW_ENDS and reach > _LEAST_SOFT_PX:
        sheet.rect(Layer.RESULT, _RESULT, x, y, reach - 16, height)
        sheet.rect(Layer.RESULT, _HOLLOW, end - 15.25, y + 0.75, 14.5, height - 1.5)
    else:
        sheet.rect(Layer.RESULT, _RESULT, x, y, reach, height)
    return end


def _arrow(sheet: Sheet, slot: Slot, end: float) -> float:
    """A bar that goes on beyond its published figure: pointed, with a chevron before it."""
    x, top, bottom = slot.x, slot.y, slot.y + slot.height
    middle, point = (top + bottom) / 2, slot.height / 3
    body = [(x, top), (end, top), (end + point, middle), (end, bottom), (x, bottom)]
    sheet.polygon(Layer.RESULT, _RESULT, body)
    near, far = end + 2.5, end + 5
    chevron = [(near, top), (far, top), (far + point, middle), (far, bottom), (near, bottom)]
    sheet.polygon(Layer.RESULT, _RESULT, [*chevron, (near + point, middle)])
    return far + point


def stacked(
    sheet: Sheet, bar: Bar, scale: float, spare_px: float, *, height: float = BAR_PX, ground: bool = True
) -> None:
    """A bar over the full width with its targets and note beneath; the words above it are written already."""
    full = sheet.width - spare_px
    top = sheet.y + (6 if bar.marks else 3)
    slot = Slot(sheet.left, top, full, height)
    if bar.value is None:
        missing_track(sheet, slot)
    else:
        if ground:
            track(sheet, slot)
        length(sheet, bar, slot, scale)
    sheet.y = top + height
    xs = [sheet.left + full * share(mark.value, scale) for mark in bar.marks]
    draw_targets(sheet, bar.marks, xs, top, sheet.y)
    if bar.note:
        sheet.y += 4
        sheet.paragraph(bar.note, size_px=TEXT_PX, role="muted")
