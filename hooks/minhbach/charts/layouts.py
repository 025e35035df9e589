"""How the kinds of chart made of bars are laid out on a sheet."""

from __future__ import annotations

from typing import Final

from .bars import BAR_PX, ROW_GAP_PX, Slot, length, missing_track, reserve, scale_of, share, stacked, track
from .contract import Bar, BreakdownChart, ProgrammeChart, ProgressBar, TargetChart
from .lettering import clean, measure
from .sheet import SMALL_PX, TEXT_PX, Layer, Sheet, Style, fits
from .targets import casing, rule, symbol

_HEADLINE_PX: Final = 20.0
_SLIM_PX: Final = 10.0
_ROW_PX: Final = 26.0


def unit_line(sheet: Sheet, unit: str, labels: tuple[str, ...]) -> None:
    """The unit above the drawing, unless the figures themselves already carry it."""
    if unit and not all(clean(unit) in clean(label) for label in labels):
        sheet.paragraph(unit, size_px=SMALL_PX, role="muted")
        sheet.y += 6


def target_layout(sheet: Sheet, chart: TargetChart) -> None:
    """The figure in large letters, the bar with its targets, and what the figure amounts to."""
    bar = chart.bar
    missing = bar.value is None
    unit_line(sheet, chart.text.unit, () if missing else (bar.value_label,))
    if bar.label:
        sheet.paragraph(bar.label)
    value = clean(bar.value_label)
    large = not missing and fits(value, _HEADLINE_PX, sheet.width, bold=True)
    size = _HEADLINE_PX if large else TEXT_PX
    sheet.paragraph(bar.value_label, size_px=size, bold=True, role="muted" if missing else "text")
    if chart.achievement_label:
        sheet.paragraph(chart.achievement_label, bold=True)
    sheet.y += 2
    # Without a target there is nothing to fall short of, hence no track to fall short on.
    stacked(sheet, bar, scale_of([bar]), reserve([bar]), height=22.0, ground=bool(bar.marks))
    if chart.target_unstated_label:
        sheet.y += 5
        sheet.paragraph(chart.target_unstated_label, role="muted")


def _rows(sheet: Sheet, bars: tuple[Bar, ...]) -> None:
    scale, spare = scale_of(bars), reserve(bars)
    for number, bar in enumerate(bars):
        if number:
            sheet.y += ROW_GAP_PX
        missing = bar.value is None and not bar.is_apart
        sheet.pair(bar.label, bar.value_label, bold=not missing, role="muted" if missing else "text")
        if bar.is_apart:
            sheet.y += 3
            sheet.paragraph(bar.note, size_px=TEXT_PX, role="muted")
        else:
            stacked(sheet, bar, scale, spare)


def programme_layout(sheet: Sheet, chart: ProgrammeChart) -> None:
    """One row a year, all on one scale."""
    unit_line(sheet, chart.text.unit, _published(chart.bars))
    _rows(sheet, chart.bars)


def breakdown_layout(sheet: Sheet, chart: BreakdownChart) -> None:
    """Label, bar and figure on one row where the words are short; else the words above each bar."""
    unit_line(sheet, chart.text.unit, _published(chart.bars))
    if not _side_by_side(sheet, chart.bars):
        _rows(sheet, chart.bars)
    if chart.note:
        sheet.y += 8
        sheet.paragraph(chart.note, role="muted")


def _published(bars: tuple[Bar, ...]) -> tuple[str, ...]:
    return tuple(bar.value_label for bar in bars if bar.value is not None)


def _side_by_side(sheet: Sheet, bars: tuple[Bar, ...]) -> bool:
    """Draw compact rows and say so, or draw nothing where the words need more room."""
    if any(bar.note or bar.marks for bar in bars):
        return False
    names = [measure(clean(bar.label), TEXT_PX) for bar in bars]
    figures = [measure(clean(bar.value_label), TEXT_PX, bold=bar.value is not None) for bar in bars]
    if any(line.height > _ROW_PX - 6 for line in (*names, *figures)):
        return False
    start = sheet.left + max(line.width for line in names) + 8
    spare = reserve(bars) + 6
    full = sheet.right - start - spare
    full -= max([0.0, *(f.width for f, bar in zip(figures, bars, strict=True) if bar.value is not None)])
    dashes = min(44.0, full)
    lacking = max([0.0, *(f.width for f, bar in zip(figures, bars, strict=True) if bar.value is None)])
    if full < sheet.width * 0.3 or start + dashes + 6 + lacking > sheet.right:
        return False
    scale, first = scale_of(bars), sheet.y
    for number, (bar, name, figure) in enumerate(zip(bars, names, figures, strict=True)):
        top = first + number * _ROW_PX + (_ROW_PX - BAR_PX) / 2 - 2
        base = top + BAR_PX / 2 + 4.6
        sheet.letter(name, start - 8, base, anchor="end")
        if bar.value is None:
            missing_track(sheet, Slot(start, top, dashes, BAR_PX))
            sheet.letter(figure, start + dashes + 6, base, role="muted")
        else:
            end = length(sheet, bar, Slot(start, top, full, BAR_PX), scale)
            sheet.letter(figure, end + 6, base, bold=True)
    sheet.y = first + len(bars) * _ROW_PX - 2
    axis = Style(stroke="track_line", stroke_px=1.0)
    sheet.polyline(Layer.RESULT, axis, [(start - 0.5, first), (start - 0.5, sheet.y)])
    return True


def progress_layout(sheet: Sheet, chart: ProgressBar) -> None:
    """A label and one slim bar; a target that is passed is a tick inside the bar."""
    sheet.paragraph(chart.label)
    top, left, full = sheet.y + 3, sheet.left, sheet.width
    sheet.y = top + _SLIM_PX
    slot = Slot(left, top, full, _SLIM_PX)
    if chart.value is None:
        missing_track(sheet, slot)
        return
    if chart.target is None:
        # An amount without a target is no proportion; a full bar would read as "all of it".
        style = Style(fill="result_soft", stroke="result", stroke_px=1.2)
        sheet.rect(Layer.RESULT, style, left + 0.6, top + 0.6, full - 1.2, _SLIM_PX - 1.2)
        return
    scale = max(chart.value, chart.target)
    track(sheet, slot)
    length(sheet, Bar("", chart.value, ""), slot, scale)
    if chart.value > chart.target:
        x = left + min(max(full * share(chart.target, scale), 5.0), full - 5.0)
        casing(sheet, (x, top), (x, sheet.y))
        rule(sheet, "assigned", (x, top - 2), (x, sheet.y + 4))
        symbol(sheet, "assigned", x, sheet.y + 6)
        sheet.y += 11
