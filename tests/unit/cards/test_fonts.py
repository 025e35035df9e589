"""Letters are whole, the same everywhere, and measured as they are drawn."""

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from minhbach.cards.fonts import Ink, Style, _font, advance, ink, reach
from waiting import GIVE_UP_SECONDS

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES] + ["đ"]
ALL = "".join(LETTERS) + "".join(LETTERS).upper() + "0123456789%“”–…·QJgjpqy,;()"
STYLES = [Style(size, bold) for size in (24, 26, 36, 41, 62, 140) for bold in (False, True)]


def unclipped(word: str, style: Style) -> tuple[Image.Image, tuple[int, int, int, int]]:
    """``word`` on a sheet that is larger than it could need, and the box of its ink from the pen."""
    sheet = Image.new("L", (style.size * 6, style.size * 6))
    pen = (style.size * 2, style.size * 3)
    ImageDraw.Draw(sheet).text(pen, word, fill=255, font=_font(style), anchor="ls")
    box = sheet.getbbox()
    assert box is not None
    return sheet.crop(box), (box[0] - pen[0], box[1] - pen[1], box[2] - pen[0], box[3] - pen[1])


def drawn(word: str, style: Style) -> Ink:
    found = ink(word, style)
    assert found is not None
    return found


@pytest.mark.parametrize("style", STYLES, ids=str)
def test_no_vietnamese_letter_is_clipped(style: Style) -> None:
    for letter in ALL:
        found, (picture, box) = drawn(letter, style), unclipped(letter, style)
        assert (found.left, found.top) == box[:2], letter
        assert found.mask.size == picture.size, letter
        assert found.mask.tobytes() == picture.tobytes(), letter


@pytest.mark.parametrize("style", STYLES, ids=str)
def test_every_letter_stays_in_the_box_of_its_line(style: Style) -> None:
    for letter in ALL:
        above, below = reach(letter, style)
        assert above <= style.ascent, letter
        assert below <= style.descent, letter


@pytest.mark.parametrize("style", STYLES, ids=str)
def test_ink_reaches_as_far_as_is_said(style: Style) -> None:
    for word in (*ALL, "Ất", "Tỵ", "3.858", "thập"):
        found, (above, below) = drawn(word, style), reach(word, style)
        assert 0 <= above - -found.top <= 2, word
        assert 0 <= below - max(0, found.top + found.mask.height) <= 2, word


def test_the_font_has_every_letter() -> None:
    missing = drawn("\U000f0000", Style(40))
    for letter in ALL:
        found = drawn(letter, Style(40))
        assert (found.mask.size, found.mask.tobytes()) != (missing.mask.size, missing.mask.tobytes()), letter


def test_a_space_has_room_and_no_ink() -> None:
    assert advance(" ", Style(40)) > 0
    assert ink(" ", Style(40)) is None
    assert ink("", Style(40)) is None
    assert advance("", Style(40)) == 0


def test_matplotlib_is_found_but_not_loaded() -> None:
    script = """
import sys
from minhbach.cards.layout import fits_card
from minhbach.cards.drawing import draw_card
from minhbach.cards.model import Card
assert fits_card("Tổng kết") and draw_card(Card("Tổng kết", "Tin", "Hội"))
assert not {"matplotlib", "numpy"} & set(sys.modules)
"""
    packages = str(Path(__file__).parents[3] / "hooks")
    environment = {"PYTHONPATH": packages, "PYTHONUTF8": "1"}
    subprocess.run([sys.executable, "-c", script], env=environment, check=True, timeout=GIVE_UP_SECONDS)
