"""The colours of the look: readable in every scheme, dark the same however it is asked for, told truly."""

import re
from pathlib import Path

import pytest

from minhbach.charts.palette import contrast
from minhbach.outputs.stylesheet import STYLES

TOKENS = (STYLES / "10-tokens.css").read_text(encoding="utf-8")
LANGUAGE = Path(__file__).parents[3] / "docs-dev" / "design-language.md"
COLOUR = re.compile(r"--mb-([\w-]+): (#[0-9a-f]{6});")

_BLOCKS = [dict(COLOUR.findall(block)) for block in re.findall(r"\{([^{}]*)\}", TOKENS)]
LIGHT, BY_DEVICE, BY_CHOICE = [block for block in _BLOCKS if "paper" in block]
SCHEMES = {"light": LIGHT, "dark": BY_DEVICE}

TEXT = [
    *((name, "paper") for name in ("ink", "muted", "link", "brand", "accent", "chart-text", "chart-muted")),
    *((name, "surface") for name in ("ink", "muted", "link", "brand", "accent")),
    *((name, "note") for name in ("ink", "link")),
    ("ink", "mark"),
    ("paper", "brand"),
]
"""Words and what they stand on: 4.5 to 1 (WCAG 2.2, 1.4.3)."""
LINES = [
    *((name, "paper") for name in ("control-line", "note-line", "brand")),
    ("control-line", "surface"),
    ("note-line", "note"),
    *((f"chart-{name}", "chart-background") for name in ("result", "track-line", "target-own")),
    ("chart-target-assigned", "chart-background"),
]
"""Edges of controls, and parts of drawings that say something: 3 to 1 (1.4.11)."""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("front", "ground"), TEXT)
def test_words_stand_out_from_their_ground(scheme: str, front: str, ground: str) -> None:
    assert contrast(SCHEMES[scheme][front], SCHEMES[scheme][ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("front", "ground"), LINES)
def test_edges_and_drawings_stand_out_from_their_ground(scheme: str, front: str, ground: str) -> None:
    assert contrast(SCHEMES[scheme][front], SCHEMES[scheme][ground]) >= 3


def test_running_text_has_contrast_of_7_to_1() -> None:
    for colours in SCHEMES.values():
        assert contrast(colours["ink"], colours["paper"]) >= 7
        assert contrast(colours["muted"], colours["paper"]) >= 7


def test_dark_is_the_same_by_device_and_by_choice() -> None:
    assert BY_DEVICE == BY_CHOICE
    assert BY_DEVICE.keys() == LIGHT.keys()


def test_the_design_language_tells_the_contrasts_as_they_are() -> None:
    rows = re.findall(
        r"^\| `([\w-]+)` on `([\w-]+)` \| ([\d.]+) \| ([\d.]+) \|$", LANGUAGE.read_text("utf-8"), re.MULTILINE
    )
    assert {row[:2] for row in rows} == set(TEXT) | set(LINES)
    for front, ground, light, dark in rows:
        assert [light, dark] == [f"{contrast(c[front], c[ground]):.1f}" for c in SCHEMES.values()], front


def test_the_browser_s_own_bars_have_the_colour_of_the_page() -> None:
    frame = (STYLES.parent / "main.html").read_text(encoding="utf-8")
    for scheme, colours in SCHEMES.items():
        assert f'media="(prefers-color-scheme: {scheme})" content="{colours["paper"]}"' in frame
