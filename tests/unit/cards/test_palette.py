"""The colours of cards: enough contrast to read everywhere, none of the emblem's red, four bits."""

from colorsys import rgb_to_hsv
from itertools import pairwise
from pathlib import Path

import pytest

from minhbach.cards import palette
from minhbach.cards.palette import COLOURS, TEXT_RAMPS, Ramp
from minhbach.charts.palette import contrast


def hexadecimal(place: int) -> str:
    return "#{:02x}{:02x}{:02x}".format(*COLOURS[place])


@pytest.mark.parametrize("ramp", TEXT_RAMPS, ids=str)
def test_text_contrasts_with_its_ground_at_7_to_1(ramp: Ramp) -> None:
    assert contrast(hexadecimal(ramp[0]), hexadecimal(ramp[-1])) >= 7


@pytest.mark.parametrize("ramp", TEXT_RAMPS, ids=str)
def test_the_edges_of_letters_pass_from_ground_to_colour(ramp: Ramp) -> None:
    brightness = [sum(COLOURS[place]) for place in ramp]
    assert brightness in (sorted(brightness), sorted(brightness, reverse=True))
    assert len(set(brightness)) == len(ramp) >= 5
    distances = [abs(one - other) for one, other in pairwise(brightness)]
    assert max(distances) - min(distances) <= 3


def test_four_bits_hold_a_colour() -> None:
    assert len(COLOURS) == len(set(COLOURS)) <= 16


def test_no_colour_is_the_emblem_s_red() -> None:
    for red, green, blue in COLOURS:
        hue, saturation, _ = rgb_to_hsv(red / 255, green / 255, blue / 255)
        assert saturation < 0.3 or 25 / 360 <= hue <= 335 / 360


def test_the_colours_are_those_of_the_site() -> None:
    theme = Path(palette.__file__).parents[1] / "theme"
    css = (theme / "styles/10-tokens.css").read_text(encoding="utf-8")
    mark = (theme / "assets/minhbach/mark.svg").read_text(encoding="utf-8")
    for name, place in (("ink", palette.INK), ("brand", palette.BRAND)):
        assert f"--mb-{name}: {hexadecimal(place)};" in css
    assert hexadecimal(palette.BRAND) in mark
    assert hexadecimal(palette.AMBER) in mark
