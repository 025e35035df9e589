"""The colours of charts, by the role they play.

Targets differ from results in shape as well as in colour (see ``targets``), so a chart survives a
black-and-white print and every kind of colour blindness. Red is left out on purpose: the law restricts the
red-cross emblem, and on these sites red stays an accent of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Role: TypeAlias = Literal[
    "background",
    "text",
    "muted",
    "result",
    "result_soft",
    "track",
    "track_line",
    "target_assigned",
    "target_own",
]
Scheme: TypeAlias = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Colour:
    """One role: concrete colours as ``#rrggbb`` for both schemes, and the CSS variable that carries them."""

    variable: str
    light: str
    dark: str

    @property
    def css(self) -> str:
        """The paint for inline SVG: the page's variable, with the light colour where it sets none."""
        return f"var({self.variable},{self.light})"


def _colour(name: str, light: str, dark: str) -> Colour:
    return Colour(f"--mb-chart-{name}", light, dark)


# No two light colours may be equal: the drawn colour is how ``markup`` recognises a role again.
PALETTE: Final[dict[Role, Colour]] = {
    "background": _colour("background", "#ffffff", "#14181b"),
    "text": _colour("text", "#1b2226", "#eef2f4"),
    "muted": _colour("muted", "#4d5b65", "#aeb9c0"),
    "result": _colour("result", "#0d5c73", "#55bcd4"),
    "result_soft": _colour("result-soft", "#d5e9ee", "#1d3f4a"),
    "track": _colour("track", "#e9eef0", "#2a3237"),
    "track_line": _colour("track-line", "#6f7d87", "#87949c"),
    "target_assigned": _colour("target-assigned", "#101010", "#fdfdfd"),
    "target_own": _colour("target-own", "#9a4f00", "#ffb961"),
}

TEXT_ROLES: Final[tuple[Role, ...]] = ("text", "muted")
# Soft fills are left out: they only accompany an outline or a line that carries the meaning.
GRAPHIC_ROLES: Final[tuple[Role, ...]] = ("result", "track_line", "target_assigned", "target_own")

_BY_LIGHT: Final[dict[str, Role]] = {colour.light: role for role, colour in PALETTE.items()}


def role_of(light: str) -> Role:
    """The role that is drawn in this concrete light colour; ``KeyError`` when none is."""
    return _BY_LIGHT[light.lower()]


def css_variables(scheme: Scheme) -> tuple[tuple[str, str], ...]:
    """Name and value of every CSS variable, for the page's own style sheet."""
    return tuple(
        (colour.variable, colour.light if scheme == "light" else colour.dark) for colour in PALETTE.values()
    )


_SRGB_KNEE: Final = 0.04045


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= _SRGB_KNEE else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#rrggbb`` colours as WCAG 2 defines it, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)
