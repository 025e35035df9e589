"""Putting a sheet on a matplotlib figure, and the raw SVG and PNG that matplotlib makes of it.

matplotlib is imported when the first chart is drawn and never before: most runs of the site draw nothing.
A figure of 72 dots an inch makes one point, one px and one SVG user unit the same length.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from .lettering import font, quiet_glyphs
from .palette import PALETTE, Role
from .sheet import Sheet, Stretch

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_DPI: Final = 72
PNG_SCALE: Final = 2

# Everything a reader's own matplotlibrc could change in the result. The salt only has to be constant.
_SETTINGS: Final[Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "minhbach",
    "svg.id": None,
    "text.usetex": False,
    "text.hinting": "none",
    "text.antialiased": True,
    "path.simplify": False,
    "path.snap": True,
    "path.sketch": None,
    "path.effects": [],
    "agg.path.chunksize": 0,
    "patch.force_edgecolor": False,
    "figure.autolayout": False,
    "figure.constrained_layout.use": False,
    "savefig.bbox": None,
    "savefig.transparent": False,
}


@contextmanager
def settled() -> Iterator[None]:
    """matplotlib with fixed settings; whatever was set before is set again afterwards."""
    import matplotlib

    with matplotlib.rc_context(_SETTINGS), quiet_glyphs():
        yield


def figure_of(sheet: Sheet) -> Figure:
    """A new figure with everything on the sheet. Call it within ``settled``."""
    from matplotlib.figure import Figure
    from matplotlib.patches import PathPatch
    from matplotlib.text import Text
    from matplotlib.transforms import Affine2D

    height = sheet.height_px
    figure = Figure(figsize=(sheet.width_px / _DPI, height / _DPI), dpi=_DPI)
    figure.patch.set_visible(False)
    # Sheet px with y down, to inches, to whatever resolution the figure is saved at.
    place = Affine2D().scale(1 / _DPI, -1 / _DPI).translate(0, height / _DPI) + figure.dpi_scale_trans
    for (layer, style), stretches in sorted(sheet.shapes.items(), key=lambda item: item[0][0]):
        patch = PathPatch(
            _path(stretches),
            facecolor=_paint(style.fill),
            edgecolor=_paint(style.stroke),
            linewidth=style.stroke_px if style.stroke else 0,
            # matplotlib multiplies dashes by the width of the line.
            linestyle=(0, tuple(d / style.stroke_px for d in style.dash_px)) if style.dash_px else "solid",
            capstyle="round" if style.round_cap else "butt",
            joinstyle="round" if style.round_cap else "miter",
            zorder=float(layer),
            # Snapping to pixels keeps straight edges crisp, but would make a dot a line of no length.
            snap=False if style.round_cap else None,
        )
        patch.set_transform(place)
        figure.add_artist(patch)
    for item in sheet.letterings:
        text = Text(
            item.x,
            item.y,
            item.text,
            color=_paint(item.role),
            fontproperties=font(item.size_px, item.bold),
            horizontalalignment="left" if item.anchor == "start" else "right",
            verticalalignment="baseline",
            parse_math=False,
            usetex=False,
            zorder=100.0,
        )
        text.set_transform(place)
        figure.add_artist(text)
    return figure


def _paint(role: Role | None) -> str:
    return "none" if role is None else PALETTE[role].light


def _path(stretches: list[Stretch]) -> Any:
    from matplotlib.path import Path

    points: list[tuple[float, float]] = []
    codes: list[int] = []
    for stretch in stretches:
        points.extend(stretch.points)
        codes.extend([int(Path.MOVETO), *[int(Path.LINETO)] * (len(stretch.points) - 1)])
        if stretch.closed:
            points.append(stretch.points[0])
            codes.append(int(Path.CLOSEPOLY))
    return Path(points, codes)


def raw_svg(sheet: Sheet) -> str:
    """matplotlib's own SVG of the sheet, to be rewritten by ``markup``."""
    target = io.StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    with settled():
        figure_of(sheet).savefig(target, format="svg", dpi=_DPI, metadata=nothing)
    return target.getvalue()


def png(sheet: Sheet) -> bytes:
    """The sheet as PNG at twice its size in px, without software name or date.

    A chart has few colours, so a palette of 64 shows it as well as millions do, in a third of the bytes.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from PIL import Image

    with settled():
        figure = figure_of(sheet)
        figure.patch.set(visible=True, facecolor=PALETTE["background"].light)
        figure.set_dpi(_DPI * PNG_SCALE)
        agg = FigureCanvasAgg(figure)
        agg.draw()  # type: ignore[no-untyped-call]
        pixels = agg.buffer_rgba()  # type: ignore[no-untyped-call]
        size = agg.get_width_height()
        image = Image.frombuffer("RGBA", size, pixels, "raw", "RGBA", 0, 1).convert("RGB")
    target = io.BytesIO()
    image.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(target, "PNG")
    return target.getvalue()
