"""The sheet of a chart, whichever kind it is: bare for a page, or with title and source to travel alone."""

from __future__ import annotations

from typing import Final

from .contract import (
    BreakdownChart,
    Chart,
    GroupedChart,
    ProgrammeChart,
    ProgressBar,
    SeriesChart,
    TargetChart,
)
from .groups import grouped_layout
from .layouts import breakdown_layout, programme_layout, progress_layout, target_layout
from .series import series_layout
from .sheet import SMALL_PX, Layer, Sheet, Style

# Enough for half a stroke at the edge; the page sets its own space around a chart.
_INLINE_MARGIN_PX: Final = 2.0
_ALONE_MARGIN_PX: Final = 14.0
_TITLE_PX: Final = 15.0


def inline_sheet(chart: Chart) -> Sheet:
    """The drawing alone: on a page the heading, the source and the table stand around it."""
    sheet = Sheet(margin_px=_INLINE_MARGIN_PX)
    _lay_out(chart, sheet)
    return sheet


def standalone_sheet(chart: Chart) -> Sheet:
    """The drawing with its title above and source and date below, on its own ground."""
    sheet = Sheet(margin_px=_ALONE_MARGIN_PX)
    sheet.paragraph(chart.text.title, size_px=_TITLE_PX, bold=True)
    sheet.y += 8
    _lay_out(chart, sheet)
    sheet.y += 10
    for words in (chart.text.source, chart.text.as_of):
        sheet.paragraph(words, size_px=SMALL_PX, role="muted")
    sheet.rect(Layer.BACKGROUND, Style(fill="background"), 0, 0, sheet.width_px, sheet.height_px)
    return sheet


def _lay_out(chart: Chart, sheet: Sheet) -> None:
    match chart:
        case TargetChart():
            target_layout(sheet, chart)
        case ProgrammeChart():
            programme_layout(sheet, chart)
        case SeriesChart():
            series_layout(sheet, chart)
        case BreakdownChart():
            breakdown_layout(sheet, chart)
        case GroupedChart():
            grouped_layout(sheet, chart)
        case ProgressBar():
            progress_layout(sheet, chart)
