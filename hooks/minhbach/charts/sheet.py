"""A sheet: the list of shapes and texts of one chart, in px with y growing downwards.

Layout code writes on a sheet without knowing matplotlib; ``canvas`` puts a finished sheet on a figure.
Shapes of one layer and style are joined into one path, which keeps both drawing time and markup small.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, Literal, TypeAlias

from .lettering import Line, measure, wrap
from .palette import Role

NATIVE_WIDTH_PX: Final = 328
TEXT_PX: Final = 13.0
SMALL_PX: Final = 12.0

XY: TypeAlias = tuple[float, float]
Anchor: TypeAlias = Literal["start", "end"]


class Layer(IntEnum):
    """What lies on what; texts lie on everything."""

    BACKGROUND = 0
    TRACK = 1
    AREA = 2
    RESULT = 3
    CASING = 4
    TARGET = 5
    SYMBOL_CASING = 6
    SYMBOL = 7


@dataclass(frozen=True, slots=True)
class Style:
    """How a shape is painted; ``stroke_px`` and ``dash_px`` only matter with a stroke."""

    fill: Role | None = None
    stroke: Role | None = None
    stroke_px: float = 1.0
    dash_px: tuple[float, float] | None = None
    round_cap: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """One sub-path through ``points``."""

    points: tuple[XY, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Lettering:
    """One line of text; ``x`` is its anchor and ``y`` its baseline."""

    x: float
    y: float
    text: str
    size_px: float
    bold: bool
    role: Role
    anchor: Anchor


class Sheet:
    """A drawing in progress. ``y`` is the next free height and ends as the height of the sheet."""

    def __init__(self, *, margin_px: float, width_px: int = NATIVE_WIDTH_PX) -> None:
        self.width_px = width_px
        self.margin_px = margin_px
        self.left = margin_px
        self.right = width_px - margin_px
        self.y = margin_px
        self.letterings: list[Lettering] = []
        self.shapes: dict[tuple[Layer, Style], list[Stretch]] = {}

    @property
    def width(self) -> float:
        """Width between the margins, px."""
        return self.right - self.left

    @property
    def height_px(self) -> int:
        """Whole height including the lower margin, px."""
        return max(1, int(-(-(self.y + self.margin_px) // 1)))

    def polygon(self, layer: Layer, style: Style, points: Sequence[XY]) -> None:
        self.shapes.setdefault((layer, style), []).append(Stretch(tuple(points), closed=True))

    def polyline(self, layer: Layer, style: Style, points: Sequence[XY]) -> None:
        self.shapes.setdefault((layer, style), []).append(Stretch(tuple(points), closed=False))

    def rect(self, layer: Layer, style: Style, x: float, y: float, width: float, height: float) -> None:
        self.polygon(layer, style, [(x, y), (x + width, y), (x + width, y + height), (x, y + height)])

    def letter(  # noqa: PLR0913
        self,
        line: Line,
        x: float,
        y: float,
        *,
        size_px: float = TEXT_PX,
        bold: bool = False,
        role: Role = "text",
        anchor: Anchor = "start",
    ) -> None:
        """Write a measured line with its baseline at ``y``."""
        if line.text:
            self.letterings.append(Lettering(x, y, line.text, size_px, bold, role, anchor))

    def paragraph(
        self,
        text: str,
        *,
        size_px: float = TEXT_PX,
        bold: bool = False,
        role: Role = "text",
        indent_px: float = 0.0,
    ) -> None:
        """Write wrapped text at the next free height and move below it."""
        for line in wrap(text, size_px, self.width - indent_px, bold=bold):
            self.y += line.ascent
            self.letter(line, self.left + indent_px, self.y, size_px=size_px, bold=bold, role=role)
            self.y += line.descent

    def pair(
        self, left: str, right: str, *, bold: bool = False, role: Role = "text", gap_px: float = 12.0
    ) -> None:
        """Two texts on one line, the second at the right edge; below one another where they do not fit.

        ``bold`` and ``role`` are those of the second.
        """
        one, two = wrap(left, TEXT_PX, self.width), wrap(right, TEXT_PX, self.width, bold=bold)
        if len(one) == 1 and len(two) == 1 and one[0].width + gap_px + two[0].width <= self.width:
            self.y += max(one[0].ascent, two[0].ascent)
            self.letter(one[0], self.left, self.y)
            self.letter(two[0], self.right, self.y, bold=bold, role=role, anchor="end")
            self.y += max(one[0].descent, two[0].descent)
            return
        self.paragraph(left)
        self.paragraph(right, bold=bold, role=role)


def fits(text: str, size_px: float, width_px: float, *, bold: bool = False) -> bool:
    """Whether clean text stands on one line of this width."""
    return measure(text, size_px, bold=bold).width <= width_px
