"""The PNG of a card: exact size, four bits, nothing but pixels, the same bytes everywhere, whole letters."""

import dataclasses
import hashlib
import json
import os
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from minhbach.cards.drawing import draw_card, draw_cards
from minhbach.cards.fonts import _font
from minhbach.cards.layout import MARGIN, lay_out
from minhbach.cards.lines import place_words
from minhbach.cards.model import Card
from minhbach.cards.palette import AMBER, COLOURS, PAPER
from waiting import GIVE_UP_SECONDS

TITLE = "Hội Chữ thập đỏ quận Nam Từ Liêm tổng kết công tác năm 2024, phát động Tết Nhân ái Xuân Ất Tỵ 2025"
CARD = Card(
    TITLE,
    "Hoạt động Hội",
    "Hội Chữ thập đỏ quận Nam Từ Liêm",
    number="3.858",
    unit="đơn vị máu",
    note="đạt 227% chỉ tiêu giao",
    day="16/01/2025",
)
SAMPLE = dataclasses.replace(CARD, sample="DỮ LIỆU MẪU")
STACKED = dataclasses.replace(CARD, title="ỆẾỘỮẰẲ ỰYỴ ẪỖỄỠ ựyỵg " * 8, number="")
LONGEST = dataclasses.replace(CARD, title="Mm" * 150, note="M" * 300, kicker="W" * 90, organisation="W" * 90)
PLAIN = Card("Giới thiệu", "Trang", "Hội Chữ thập đỏ")
CARDS = [CARD, SAMPLE, STACKED, LONGEST, PLAIN]

SCRIPT = """
import hashlib, json, sys
from minhbach.cards.drawing import draw_cards
from minhbach.cards.model import Card, card_key
cards = [Card(**words) for words in json.loads(sys.argv[1])]
if "reversed" in sys.argv:
    pictures = draw_cards(cards[::-1])[::-1]
else:
    pictures = draw_cards(cards)
for card, picture in zip(cards, pictures, strict=True):
    print(card_key(card), hashlib.sha256(picture).hexdigest())
"""


def chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    """The kind and content of every chunk of a PNG."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    found, place = [], 8
    while place < len(png):
        length = int.from_bytes(png[place : place + 4], "big")
        kind, content = png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        checksum = int.from_bytes(png[place + 8 + length : place + 12 + length], "big")
        assert checksum == zlib.crc32(kind + content)
        found.append((kind, content))
        place += 12 + length
    return found


def places(card: Card) -> Image.Image:
    """The picture of a card, each pixel its colour's place in the palette."""
    with Image.open(BytesIO(draw_card(card))) as picture:
        picture.load()
        assert picture.mode == "P"
        return picture.copy()


@pytest.mark.parametrize("card", CARDS, ids=range(len(CARDS)))
def test_a_card_is_1200_by_630_in_four_bits(card: Card) -> None:
    kind, head = chunks(draw_card(card))[0]
    assert kind == b"IHDR"
    assert (int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")) == (1200, 630)
    depth, colour_type, _compression, _filters, interlaced = head[8:]
    assert (depth, colour_type, interlaced) == (4, 3, 0)


@pytest.mark.parametrize("card", CARDS, ids=range(len(CARDS)))
def test_nothing_but_pixels_and_palette_is_in_the_file(card: Card) -> None:
    found = chunks(draw_card(card))
    assert {kind for kind, _ in found} == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
    assert dict(found)[b"PLTE"] == bytes(channel for colour in COLOURS for channel in colour)


@pytest.mark.parametrize("card", CARDS, ids=range(len(CARDS)))
def test_a_card_is_a_small_file(card: Card) -> None:
    assert len(draw_card(card)) <= 25_000


def test_cards_are_the_same_bytes_in_every_process_locale_and_order() -> None:
    words = json.dumps([dataclasses.asdict(card) for card in CARDS])
    packages = str(Path(__file__).parents[3] / "hooks")

    def run(*arguments: str, **settings: str) -> str:
        environment = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": packages} | settings
        command = [sys.executable, "-c", SCRIPT, words, *arguments]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, check=True, timeout=GIVE_UP_SECONDS
        ).stdout

    first = run(PYTHONHASHSEED="1", LC_ALL="C", PYTHONUTF8="1", TZ="Asia/Ho_Chi_Minh")
    second = run("reversed", PYTHONHASHSEED="2", LC_ALL="C.UTF-8", LANG="vi_VN.UTF-8", TZ="America/Lima")
    assert first == second
    here = [hashlib.sha256(draw_card(card)).hexdigest() for card in CARDS]
    assert [line.split()[1] for line in first.splitlines()] == here


def test_many_cards_are_each_its_own_in_their_order() -> None:
    assert draw_cards(CARDS) == [draw_card(card) for card in CARDS]
    assert len(set(draw_cards(CARDS))) == len(CARDS)
    assert draw_cards([]) == []


@pytest.mark.parametrize("card", CARDS, ids=range(len(CARDS)))
def test_every_letter_is_drawn_whole(card: Card) -> None:
    """What is drawn is what the letters are, each on a sheet as large as the card, laid over each other."""
    layout = lay_out(card)
    expected = Image.new("L", (1200, 630), PAPER)
    for box, colour in layout.shapes:
        expected.paste(colour, (box.left, box.top, box.right, box.bottom))
    for text in layout.texts:
        sheet = Image.new("L", expected.size)
        for word, left in place_words(text.words, text.style):
            pen = (text.left + left, text.baseline)
            ImageDraw.Draw(sheet).text(pen, word, fill=255, font=_font(text.style), anchor="ls")
        steps = len(text.ramp) - 1
        colours = sheet.point([text.ramp[(cover * steps + 127) // 255] for cover in range(256)])
        inked = sheet.point([255 * (cover * steps + 127 >= 255) for cover in range(256)])
        expected.paste(colours, mask=inked.convert("1"))
    assert places(card).tobytes() == expected.tobytes()


@given(st.text("MmWwjJfỆẲỰy ", min_size=1, max_size=300), st.sampled_from(["", "3.858", "M" * 40]))
@example("Mm" * 150, "")
@example(TITLE * 3, "trên 24.600.000.000")
@settings(max_examples=40)
def test_no_ink_touches_the_margins(title: str, number: str) -> None:
    card = dataclasses.replace(LONGEST, title=title, number=number, sample="M" * 90, day="M" * 90)
    picture = places(card)
    lean = 4  # a letter may lean a little out of its place
    for left, right in ((0, MARGIN - lean), (1200 - MARGIN + lean, 1200)):
        rows = picture.crop((left, 0, right, 630)).tobytes()
        width = right - left
        assert all(len(set(rows[start : start + width])) == 1 for start in range(0, len(rows), width))
    for top, bottom in ((0, 20), (606, 630)):
        rows = picture.crop((0, top, 1200, bottom)).tobytes()
        assert all(len(set(rows[start : start + 1200])) == 1 for start in range(0, len(rows), 1200))


def test_sample_data_are_marked_for_all_to_see() -> None:
    tag = (490, 80, 710, 115)
    plain, marked = places(CARD).crop(tag), places(SAMPLE).crop(tag)
    assert plain.tobytes().count(AMBER) < plain.width * 7
    assert marked.tobytes().count(AMBER) > 0.5 * marked.width * marked.height
    assert marked.tobytes().count(AMBER) < 0.95 * marked.width * marked.height  # letters stand on it


def test_words_are_read_in_their_colours() -> None:
    used = set(places(SAMPLE).tobytes())
    assert used == set(range(len(COLOURS)))


@given(st.text(max_size=60), st.text(max_size=20))
@settings(max_examples=40)
def test_no_words_stop_the_drawing(title: str, number: str) -> None:
    card = Card(title, title, title, number=number, unit=title, note=title, day=number, sample=number)
    assert chunks(draw_card(card))[-1][0] == b"IEND"
