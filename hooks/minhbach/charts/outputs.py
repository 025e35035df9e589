"""A chart as SVG for a page, as SVG to take away, and as PNG."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape, quoteattr

from . import canvas, markup
from .contract import Chart, ChartText
from .drawing import inline_sheet, standalone_sheet
from .lettering import clean
from .sheet import Sheet

_FONTS: Final = "'DejaVu Sans','Noto Sans',Verdana,Arial,sans-serif"


def draw_inline_svg(chart: Chart) -> str:
    """Markup to put into a page: no prolog, no style, colours from the page's variables.

    Every id begins with the chart's key. Width and height are in CSS px; the page may scale the drawing.
    """
    sheet = inline_sheet(chart)
    key = chart.text.key
    return (
        f'<svg class="mb-chart__svg" {_size(sheet)} role="img"'
        f' aria-labelledby="{key}-title {key}-desc" {markup.root_defaults(markup.variable_paint)}>'
        f"{_words(chart.text)}{markup.body(canvas.raw_svg(sheet), markup.variable_paint)}</svg>"
    )


def draw_svg(chart: Chart) -> bytes:
    """A file of its own, UTF-8: light colours on white, title on top, source and date at the bottom."""
    sheet = standalone_sheet(chart)
    key = chart.text.key
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" {_size(sheet)} role="img"'
        f' aria-labelledby="{key}-title {key}-desc" font-family={quoteattr(_FONTS)}'
        f" {markup.root_defaults(markup.concrete_paint)}>"
        f"{_words(chart.text)}{markup.body(canvas.raw_svg(sheet), markup.concrete_paint)}</svg>\n"
    ).encode()


def draw_png(chart: Chart) -> bytes:
    """The same content as ``draw_svg`` at twice the size, 656 px wide, on white."""
    return canvas.png(standalone_sheet(chart))


def _size(sheet: Sheet) -> str:
    width, height = sheet.width_px, sheet.height_px
    return f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'


def _words(text: ChartText) -> str:
    """What screen readers say instead of reading the letters of the drawing one by one."""
    title, description = escape(clean(text.title)), escape(clean(text.description))
    return f'<title id="{text.key}-title">{title}</title><desc id="{text.key}-desc">{description}</desc>'
