"""Groups of bars compared with each other: in and out of a month, promised and received of a ward."""

from __future__ import annotations

from typing import Final

from .bars import Slot, missing_track, share
from .contract import Amount, GroupedChart, Strand, StrandLook
from .layouts import unit_line
from .lettering import Line, clean, measure, wrap
from .sheet import TEXT_PX, Layer, Sheet, Style

_BAR_PX: Final = 12.0
_ROW_PX: Final = 18.0
_GAP_PX: Final = 10.0
_SWATCH_PX: Final = 14.0
# As with other bars: what is published is visible, even zero.
_LEAST_PX: Final = 2.0
_LOOKS: Final[dict[StrandLook, Style]] = {
    "solid": Style(fill="result"),
    "soft": Style(fill="result_soft", stroke="result", stroke_px=1.2),
    "hollow": Style(fill="background", stroke="result", stroke_px=1.5, dash_px=(3.0, 2.0)),
}
"""Full, outlined and dashed: in black and white too they are three different things."""


def grouped_layout(sheet: Sheet, chart: GroupedChart) -> None:
    """What the looks mean, then the groups: beside their names, or below them where words are long."""
    labels = [amount.label for group in chart.groups for amount in group.amounts if amount.value is not None]
    unit_line(sheet, chart.text.unit, tuple(labels))
    _legend(sheet, chart.strands)
    scale = max([0.0, *(amount.value or 0.0 for group in chart.groups for amount in group.amounts)])
    if not _side_by_side(sheet, chart, scale):
        _stacked(sheet, chart, scale)


def _legend(sheet: Sheet, strands: tuple[Strand, ...]) -> None:
    """The strands, each behind a piece of its bar."""
    for strand in strands:
        lines = wrap(strand.label, TEXT_PX, sheet.width - _SWATCH_PX - 8)
        if lines:
            top = sheet.y + lines[0].ascent - 10
            _bar(sheet, strand.look, Slot(sheet.left, top, _SWATCH_PX, 10.0))
            sheet.paragraph(strand.label, indent_px=_SWATCH_PX + 8)
            sheet.y += 2
    sheet.y += 6


def _bar(sheet: Sheet, look: StrandLook, slot: Slot) -> None:
    """A bar that fills ``slot``, its outline within."""
    style = _LOOKS[look]
    inset = style.stroke_px / 2 if style.stroke and slot.width > 2 * style.stroke_px else 0.0
    width, height = slot.width - 2 * inset, slot.height - 2 * inset
    sheet.rect(Layer.RESULT, style, slot.x + inset, slot.y + inset, width, height)


def _words(amount: Amount) -> Line:
    return measure(clean(amount.label), TEXT_PX, bold=amount.value is not None)


def _side_by_side(sheet: Sheet, chart: GroupedChart, scale: float) -> bool:
    """Draw names, bars and amounts on one row each and say so, or draw nothing where words need more room."""
    names = [measure(clean(group.label), TEXT_PX) for group in chart.groups]
    words = [[_words(amount) for amount in group.amounts] for group in chart.groups]
    if any(line.height > _ROW_PX for line in (*names, *(line for row in words for line in row))):
        return False
    start = sheet.left + max(line.width for line in names) + 8
    full = sheet.right - start - 6 - max(line.width for row in words for line in row)
    if full < sheet.width * 0.25:
        return False
    for group, name, row in zip(chart.groups, names, words, strict=True):
        # The name stands at the middle of its bars.
        sheet.letter(name, sheet.left, sheet.y + _ROW_PX * len(row) / 2 + 4.6)
        for strand, amount, line in zip(chart.strands, group.amounts, row, strict=True):
            end = _draw(sheet, strand, amount, Slot(start, sheet.y + 3, full, _BAR_PX), scale)
            bold = amount.value is not None
            base = sheet.y + 3 + _BAR_PX / 2 + 4.6
            sheet.letter(line, end + 6, base, bold=bold, role="text" if bold else "muted")
            sheet.y += _ROW_PX
        sheet.y += _GAP_PX
    sheet.y -= _GAP_PX
    return True


def _stacked(sheet: Sheet, chart: GroupedChart, scale: float) -> None:
    for number, group in enumerate(chart.groups):
        sheet.y += _GAP_PX if number else 0
        sheet.paragraph(group.label)
        for strand, amount in zip(chart.strands, group.amounts, strict=True):
            bold = amount.value is not None
            sheet.paragraph(amount.label, bold=bold, role="text" if bold else "muted")
            _draw(sheet, strand, amount, Slot(sheet.left, sheet.y + 2, sheet.width, _BAR_PX), scale)
            sheet.y += _BAR_PX + 4


def _draw(sheet: Sheet, strand: Strand, amount: Amount, slot: Slot, scale: float) -> float:
    """Draw one bar, which takes its part of ``slot``; return the x of its end."""
    if amount.value is None:
        width = min(44.0, slot.width)
        missing_track(sheet, Slot(slot.x, slot.y, width, slot.height))
        return slot.x + width
    width = max(_LEAST_PX, slot.width * share(amount.value, scale))
    _bar(sheet, strand.look, Slot(slot.x, slot.y, width, slot.height))
    return slot.x + width
