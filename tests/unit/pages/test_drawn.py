"""The drawing in place of a photo: well-formed, within its frame, of colours that the scheme decides."""

import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from minhbach.pages.drawn import HEIGHT, WIDTH, draw_fallback

names = st.from_regex(r"20[0-9]{2}/[a-z0-9-]{1,40}", fullmatch=True)


@given(names)
def test_it_is_the_same_wherever_the_article_stands(name: str) -> None:
    assert draw_fallback(name) == draw_fallback(name)


def test_articles_have_drawings_of_their_own() -> None:
    assert len({draw_fallback(f"2025/bai-{number}") for number in range(100)}) == 100


@given(names)
def test_every_shape_lies_in_the_frame(name: str) -> None:
    svg = ElementTree.fromstring(draw_fallback(name))[0]
    circles = svg.findall("circle")
    assert circles
    for circle in circles:
        assert 0 <= int(circle.attrib["cx"]) <= WIDTH
        assert 0 <= int(circle.attrib["cy"]) <= HEIGHT
    bars = re.findall(r"M(\d+) (\d+)v-(\d+)h(\d+)", svg.find("path").attrib["d"])  # type: ignore[union-attr]
    assert bars
    for left, foot, height, width in bars:
        assert int(left) + int(width) <= WIDTH
        assert int(height) < int(foot) == HEIGHT


@given(names)
def test_it_says_nothing_and_names_no_colour(name: str) -> None:
    drawing = draw_fallback(name)
    assert 'aria-hidden="true"' in drawing
    assert "fill=" not in drawing
    assert "style" not in drawing
