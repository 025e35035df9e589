"""Photos that are plainly none: a drawn landscape with the words "ẢNH MINH HOẠ".

The letters are strokes of our own, so that no font of the machine changes the bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageOps

from examples.demo.dice import Dice

WIDTH, HEIGHT = 1600, 1067
_QUALITY = 70
_MOST_PER_ARTICLE = 3
_TAGGED_EVERY = 3
"""Every third article's first photo carries what cameras write: orientation and place."""

_ORIENTATION, _GPS, _MAKE = 0x0112, 0x8825, 0x010F
_QUARTER_TURN = 6
"""Stored lying on its left side; programs turn it clockwise to show it."""

Stroke = tuple[tuple[float, float], ...]
_ROUND: Stroke = (
    (0.5, 0), (0.82, 0.1), (1, 0.35), (1, 0.65), (0.82, 0.9), (0.5, 1),
    (0.18, 0.9), (0, 0.65), (0, 0.35), (0.18, 0.1), (0.5, 0),
)  # fmt: skip
_A: tuple[Stroke, ...] = (((0, 1), (0.5, 0), (1, 1)), ((0.2, 0.64), (0.8, 0.64)))
_LETTERS: dict[str, tuple[Stroke, ...]] = {
    "Ả": (*_A, ((0.24, -0.5), (0.5, -0.64), (0.78, -0.5), (0.52, -0.34), (0.52, -0.16))),
    "Ạ": (*_A, ((0.4, 1.22), (0.6, 1.22))),
    "H": (((0, 0), (0, 1)), ((1, 0), (1, 1)), ((0, 0.5), (1, 0.5))),
    "I": (((0.5, 0), (0.5, 1)),),
    "M": (((0, 1), (0, 0), (0.5, 0.6), (1, 0), (1, 1)),),
    "N": (((0, 1), (0, 0), (1, 1), (1, 0)),),
    "O": (_ROUND,),
    " ": (),
}
_WORDS = "ẢNH MINH HOẠ"
_SKIES = (("#2b5876", "#f7d9aa"), ("#4b79a1", "#e8eef2"), ("#7b4397", "#f6c89f"), ("#31708e", "#d9ead3"))
_HILLS = (
    ("#5b7f63", "#3f6149", "#294334"),
    ("#8a7f5a", "#665c3d", "#443d28"),
    ("#56788a", "#3b5666", "#243944"),
)


@dataclass(frozen=True)
class PhotoPlan:
    """One photo of an article."""

    name: str
    number: int
    """Among all photos of the chapter, from 0."""
    alt: str
    tagged: bool
    """Whether it carries EXIF orientation and a GPS position."""


def plan_photos(seed: int, articles: int, wanted: int) -> dict[int, list[PhotoPlan]]:
    """Return the photos of ``wanted`` articles (or all, if there are fewer), by the article's number.

    Half of them are the newest, which stand on the front page, the one that leads it among them.
    """
    count = min(articles, wanted)
    plans: dict[int, list[PhotoPlan]] = {}
    newest = count - count // 2
    older = [(2 * place + 1) * (articles - newest) // (2 * (count // 2)) for place in range(count // 2)]
    numbers = older + list(range(articles - newest, articles))
    number = 0
    for place in range(count):
        photos = []
        for index in range(Dice(seed, "photos", place).number(1, _MOST_PER_ARTICLE)):
            alt = f"Hình vẽ đồi núi và mặt trời với dòng chữ “Ảnh minh hoạ”, mẫu số {number + 1}."
            tagged = index == 0 and place % _TAGGED_EVERY == 0
            photos.append(PhotoPlan(f"anh-{index + 1}.jpg", number, alt, tagged))
            number += 1
        plans[numbers[place]] = photos
    return plans


def draw_photo(seed: int, plan: PhotoPlan) -> bytes:
    """Return the photo as a JPEG file."""
    dice = Dice(seed, "photo", plan.number)
    top, bottom = dice.pick(_SKIES)
    gradient = Image.linear_gradient("L").resize((WIDTH, HEIGHT))
    picture = ImageOps.colorize(gradient, black=top, white=bottom)
    draw = ImageDraw.Draw(picture)
    _draw_sun(draw, dice)
    for layer, colour in enumerate(dice.pick(_HILLS)):
        _draw_hills(draw, dice, HEIGHT * (55 + 14 * layer) // 100, colour)
    _draw_words(draw)
    output = BytesIO()
    exif = Image.Exif()
    if plan.tagged:
        exif[_MAKE] = "May anh mau"
        exif[_ORIENTATION] = _QUARTER_TURN
        # A point in the Gulf of Guinea, far from any chapter.
        exif[_GPS] = {1: "N", 2: (1.0, 2.0, 3.0), 3: "E", 4: (4.0, 5.0, 6.0)}
        picture = picture.transpose(Image.Transpose.ROTATE_90)
    picture.save(output, "JPEG", quality=_QUALITY, exif=exif)
    return output.getvalue()


def _draw_sun(draw: ImageDraw.ImageDraw, dice: Dice) -> None:
    x, y, radius = dice.number(200, WIDTH - 200), dice.number(150, 420), dice.number(60, 110)
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill="#fff3c4")


def _draw_hills(draw: ImageDraw.ImageDraw, dice: Dice, base: int, colour: str) -> None:
    tops = [(x, base + dice.number(-70, 70)) for x in range(0, WIDTH + 1, WIDTH // 8)]
    draw.polygon([(0, HEIGHT), *tops, (WIDTH, HEIGHT)], fill=colour)


def _draw_words(draw: ImageDraw.ImageDraw) -> None:
    width, height, gap, thickness = 84, 130, 40, 16
    left = (WIDTH - len(_WORDS) * (width + gap) + gap) // 2
    top = HEIGHT - 2 * height
    for place, letter in enumerate(_WORDS):
        x = left + place * (width + gap)
        for stroke in _LETTERS[letter]:
            points = [(x + round(width * across), top + round(height * down)) for across, down in stroke]
            draw.line(points, fill="white", width=thickness, joint="curve")
