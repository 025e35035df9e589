"""Drawings of QR codes: SVG within a page, SVG and PNG to keep.

Black on white with the quiet zone of four modules that ISO/IEC 18004 asks for, in both colour schemes: many
readers fail at light on dark. The payloads that EMVCo describes are short; level M of error correction is
what it recommends. A code that is overprinted has level H, so that machines still read that it is a sample.
"""

from __future__ import annotations

import io
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import escape

if TYPE_CHECKING:  # the check draws nothing and need not wait for the import
    from segno import QRCode

QUIET_ZONE = 4
_SCALE_PX = 10
_BAND_WIDTH, _BAND_HEIGHT = 0.42, 0.13
"""Of an overprint, in parts of the code's side: some 5% of its modules; level H restores up to 30%."""
_INK = "#b3261e"
_FONT = "mpl-data/fonts/ttf/DejaVuSans-Bold.ttf"


def draw_svg(text: str, title: str, overprint: str = "", *, xml: bool = False) -> str:
    """Return a QR code for ``text`` as SVG: for a place within a page, or as a file of its own (``xml``).

    ``title`` says what it is to people who do not see it. ``overprint`` is a short word across its middle.
    """
    code = _make(text, overprint)
    side = int(code.symbol_size(border=QUIET_ZONE)[0])
    drawing = code.svg_inline(border=QUIET_ZONE, omitsize=True, svgclass=None, lineclass=None, light="#fff")
    paths = drawing[drawing.index(">") + 1 : drawing.rindex("</svg>")]
    size = f' width="{side * _SCALE_PX}" height="{side * _SCALE_PX}"' if xml else ""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n' if xml else ""
    space = ' xmlns="http://www.w3.org/2000/svg"' if xml else ' class="mb-qr__svg"'
    return (
        f'{head}<svg{space} viewBox="0 0 {side} {side}"{size} role="img" shape-rendering="crispEdges">'
        f"<title>{escape(title)}</title>{paths}{_band(side, overprint) if overprint else ''}</svg>"
    )


def draw_png(text: str, overprint: str = "") -> bytes:
    """Return a QR code for ``text`` as a PNG image, ten pixels a module, without metadata."""
    code = _make(text, overprint)
    buffer = io.BytesIO()
    code.save(buffer, kind="png", scale=_SCALE_PX, border=QUIET_ZONE, light="#fff")
    return _stamp(buffer.getvalue(), overprint) if overprint else buffer.getvalue()


def _make(text: str, overprint: str) -> QRCode:
    import segno

    return segno.make(text, error="h" if overprint else "m", micro=False, boost_error=False)


def _band(side: int, word: str) -> str:
    width, height = side * _BAND_WIDTH, side * _BAND_HEIGHT
    left, top = (side - width) / 2, (side - height) / 2
    return (
        f'<g shape-rendering="auto"><rect x="{left:.2f}" y="{top:.2f}" width="{width:.2f}" '
        f'height="{height:.2f}" fill="#fff" stroke="{_INK}" stroke-width="0.5"/>'
        f'<text x="{side / 2:.2f}" y="{side / 2 + height * 0.32:.2f}" font-size="{height * 0.75:.2f}" '
        f'font-family="DejaVu Sans, sans-serif" font-weight="700" text-anchor="middle" fill="{_INK}">'
        f"{escape(word)}</text></g>"
    )


def _stamp(png: bytes, word: str) -> bytes:
    from PIL import Image, ImageDraw, ImageFont

    image = Image.open(io.BytesIO(png)).convert("RGB")
    side = image.width
    width, height = round(side * _BAND_WIDTH), round(side * _BAND_HEIGHT)
    left, top = (side - width) // 2, (side - height) // 2
    draw = ImageDraw.Draw(image)
    draw.rectangle((left, top, left + width, top + height), fill="#ffffff", outline=_INK, width=5)
    # Pillow's basic layout is the same on every machine; the other one needs a library of the system.
    font = ImageFont.truetype(str(_font_file()), round(height * 0.7), layout_engine=ImageFont.Layout.BASIC)
    draw.text((side // 2, side // 2 + round(height * 0.3)), word, fill=_INK, font=font, anchor="ms")
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _font_file() -> Path:
    """Return the font that matplotlib ships, without importing matplotlib."""
    spec = find_spec("matplotlib")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("matplotlib")
    return Path(spec.submodule_search_locations[0]) / _FONT
