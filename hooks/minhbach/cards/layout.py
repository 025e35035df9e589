"""What stands where on a card.

A card is 1200×630 px, the 1.91:1 that Facebook and Zalo show whole. All is centred, because chats cut the
middle square out for their thumbnails: there the number, its unit, the mark and the sample tag stay whole.
Nothing but colour stands in the outer 72 px at the sides and 24 px at top and bottom (X cuts 15 px there).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from minhbach.cards.blocks import (
    CENTRE,
    WIDTH,
    Block,
    Box,
    Parts,
    Shape,
    Text,
    centred,
    extent,
    fit,
    stack,
)
from minhbach.cards.fonts import Style, advance
from minhbach.cards.groups import NO_BREAK_SPACE, clean, group_words, split_words
from minhbach.cards.lines import ELLIPSIS, balance, cut, fill_lines, measure, measure_groups, shorten
from minhbach.cards.model import Card
from minhbach.cards.palette import (
    AMBER,
    BRAND,
    BRAND_ON_PAPER,
    INK_ON_AMBER,
    INK_ON_PAPER,
    MUTED_ON_PAPER,
    PAPER,
    PAPER_ON_BRAND,
)

HEIGHT: Final = 630
MARGIN: Final = 72
ROOM: Final = WIDTH - 2 * MARGIN
SQUARE_ROOM: Final = 600
"""What stays whole in a thumbnail of the middle square, px."""
MOST_LINES: Final = 4
SMALLEST: Final = Style(36, bold=True)
"""The smallest title: no smaller one is legible at the 300 px that a chat shows."""

_BAND: Final = Box(0, 0, WIDTH, 92)
_BAND_RULE: Final = Box(0, 92, WIDTH, 98)
_FOOT_RULE: Final = Box(0, HEIGHT - 8, WIDTH, HEIGHT)
_BAND_BASELINE: Final = 58
_MARK_ROOM: Final = 60
_MARK_BARS: Final = ((2, 16), (16, 24), (29, 32))
_TAG_TOP: Final = 78
_TAG_BASELINE: Final = 107
_TAG_BOTTOM: Final = 116
_TAG_PADDING: Final = 24
_BODY_TOP: Final = 128
_BODY_BOTTOM: Final = 552
_BODY_HEIGHT: Final = _BODY_BOTTOM - _BODY_TOP
_FOOT_BASELINE: Final = 592
_DOT: Final = "\u00a0\u00a0·\u00a0\u00a0"

_ORGANISATION_SIZES: Final = (30, 27, 24)
_TAG: Final = Style(24, bold=True)
_UNIT_SIZES: Final = (38, 33, 28)
_NOTE_SIZES: Final = (29, 26)
_FOOT: Final = Style(26)
_FOOT_BOLD: Final = Style(26, bold=True)
_TITLE_SIZES: Final = ((72, 2), (62, 3), (54, 4), (48, 4), (42, 4), (SMALLEST.size, MOST_LINES))
"""Sizes of a title alone, each with the most lines in it."""
_NUMBER_AND_TITLE_SIZES: Final = (
    (140, ((50, 1), (46, 2))),
    (112, ((46, 2), (41, 3))),
    (84, ((41, 3), (SMALLEST.size, MOST_LINES))),
    (70, ((SMALLEST.size, MOST_LINES),)),
    (58, ((SMALLEST.size, MOST_LINES),)),
)
"""Sizes of a number, each with those of titles beneath it: a long title takes room from the number."""
_NUMBER_SIZES: Final = (140, 126, 112, 98, 84, 70, 58)
_WIDE_NUMBER_SIZES: Final = (84, 68, 54, 44)
_TITLE_GAP: Final = 34
_NUMBER_GAP: Final = 22
_LEAST_GAP: Final = 10
_UNIT_GAP: Final = 16


@dataclass(frozen=True, slots=True)
class Layout:
    """A card ready to be drawn: flat rectangles, later ones over earlier ones, and texts upon them."""

    shapes: tuple[Shape, ...]
    texts: tuple[Text, ...]


def fits_card(title: str) -> bool:
    """Return whether the whole of ``title`` fits on a card, at the smallest size; else it is cut with "…"."""
    words = clean(title)
    # Each two neighbouring lines hold more than one line's length, else the second would have begun earlier:
    # what is no longer than two lines never needs five. The 1 px is for rounding.
    if sum([advance(letter, SMALLEST) + 1 for letter in words]) <= 2 * ROOM:
        return True
    return len(fill_lines(measure_groups(group_words(words), SMALLEST, ROOM))) <= MOST_LINES


def cut_title(title: str) -> str:
    """Return what a card shows of ``title``: the whole where it ``fits_card``, else its beginning and "…"."""
    whole = clean(title)
    if fits_card(whole):
        return whole
    shown = "".join(split_words(" ".join(_small_title(whole).lines))).removesuffix(ELLIPSIS)
    # The places of all letters but spaces: a word broken at the end of a line is one word again.
    places = [place for place, letter in enumerate(whole) if letter not in (" ", NO_BREAK_SPACE)]
    return whole[: places[len(shown) - 1] + 1] + ELLIPSIS


def lay_out(card: Card) -> Layout:
    """Place the words of ``card``."""
    shapes: list[Shape] = [(_BAND, BRAND), (_BAND_RULE, AMBER), (_FOOT_RULE, BRAND)]
    texts: list[Text] = []
    blocks = _number_blocks(card) if clean(card.number) else _title_blocks(card)
    for more_shapes, more_texts in (
        _band(card),
        _tag(card),
        stack(blocks, _BODY_TOP, _BODY_BOTTOM),
        _foot(card),
    ):
        shapes += more_shapes
        texts += more_texts
    return Layout(tuple(shapes), tuple(texts))


def _break_title(title: str, sizes: Iterable[tuple[int, int]], height: int) -> Block | None:
    """Return ``title`` on balanced lines, in the first of ``sizes`` with at most ``height`` px; or None.

    A word longer than a line is broken in the smallest size only.
    """
    words = group_words(clean(title))
    for size, most_lines in sizes:
        style = Style(size, bold=True)
        groups = measure_groups(words, style, ROOM)
        needed = len(fill_lines(groups))
        if needed > most_lines or (len(groups.words) > len(words) and style != SMALLEST):
            continue
        block = Block(balance(groups, needed), style, INK_ON_PAPER)
        if block.height <= height:
            return block
    return None


def _small_title(title: str) -> Block:
    """Return ``title`` in the smallest size, ended with "…" where it is longer than fits."""
    groups = measure_groups(group_words(clean(title)), SMALLEST, ROOM)
    if len(fill_lines(groups)) > MOST_LINES:
        groups = shorten(groups, MOST_LINES)
    return Block(balance(groups, len(fill_lines(groups))), SMALLEST, INK_ON_PAPER)


def _title_blocks(card: Card) -> list[Block]:
    """Without a number the title is what is seen first."""
    note = _note(card)
    height = _BODY_HEIGHT - sum(_TITLE_GAP + block.height for block in note)
    title = _break_title(card.title, _TITLE_SIZES, height) or _small_title(card.title)
    return [replace(title, gap=_TITLE_GAP), *note]


def _number_blocks(card: Card) -> list[Block]:
    """The number with its unit and note, and the title beneath a line.

    Before a title is cut, the number becomes small and the note goes.
    """
    unit, note = clean(card.unit), _note(card)
    below = [Block([words], style, INK_ON_PAPER, _UNIT_GAP) for words, style in _unit(unit)]
    is_whole = fits_card(card.title)
    attempts = [(size, sizes, note) for size, sizes in _NUMBER_AND_TITLE_SIZES]
    for size, title_sizes, kept_note in (*attempts, (*_NUMBER_AND_TITLE_SIZES[-1], [])):
        top = [_number(clean(card.number), size), *below, *kept_note]
        top[-1] = replace(top[-1], is_ruled=True)
        height = _BODY_HEIGHT - sum(block.height + block.gap_below for block in top)
        title = _break_title(card.title, title_sizes, height) if is_whole else _small_title(card.title)
        if title is not None and title.height <= height:
            break
    assert title is not None  # the last attempt leaves room for the tallest title
    return [*top, title]


def _number(number: str, largest: int) -> Block:
    """The number in the largest size that keeps it in the middle square, or else in the margins."""
    sizes = [size for size in _NUMBER_SIZES if size <= largest]
    words, style = fit(number, sizes, SQUARE_ROOM, bold=True)
    if words != number:
        words, style = fit(number, [size for size in _WIDE_NUMBER_SIZES if size <= largest], ROOM, bold=True)
    # What hangs below its baseline ("24,6 tỷ") stands in the gap.
    return Block([words], style, BRAND_ON_PAPER, max(_LEAST_GAP, _NUMBER_GAP - extent(words, style)[1]))


def _unit(unit: str) -> list[tuple[str, Style]]:
    return [fit(unit, _UNIT_SIZES, ROOM, bold=True)] if unit else []


def _note(card: Card) -> list[Block]:
    note = clean(card.note)
    if not note:
        return []
    words, style = fit(note, _NOTE_SIZES, ROOM)
    return [Block([words], style, MUTED_ON_PAPER)]


def _band(card: Card) -> Parts:
    """The mark (as in theme/assets/minhbach/mark.svg) and the organisation's name."""
    name, style = fit(clean(card.organisation), _ORGANISATION_SIZES, ROOM - _MARK_ROOM, bold=True)
    left = CENTRE - (_MARK_ROOM + measure(name, style)) // 2
    foot = _BAND_BASELINE + 2
    bars = [(Box(left + x, foot - height, left + x + 9, foot), PAPER) for x, height in _MARK_BARS]
    line = Box(left, foot + 4, left + 40, foot + 8)
    return [*bars, (line, AMBER)], [Text(name, left + _MARK_ROOM, _BAND_BASELINE, style, PAPER_ON_BRAND)]


def _tag(card: Card) -> Parts:
    """The tag that hangs from the band where the data are made up."""
    words = cut(clean(card.sample), _TAG, SQUARE_ROOM - 2 * _TAG_PADDING)
    if not words:
        return [], []
    text = centred(words, _TAG_BASELINE, _TAG, INK_ON_AMBER)
    box = Box(text.box.left - _TAG_PADDING, _TAG_TOP, text.box.right + _TAG_PADDING, _TAG_BOTTOM)
    return [(box, AMBER)], [text]


def _foot(card: Card) -> Parts:
    """The section and the day."""
    kicker, day = clean(card.kicker), cut(clean(card.day), _FOOT, ROOM // 2)
    quiet = _DOT + day if kicker and day else day
    kicker = cut(kicker, _FOOT_BOLD, ROOM - measure(quiet, _FOOT))
    length = measure(kicker, _FOOT_BOLD)
    left = CENTRE - (length + measure(quiet, _FOOT)) // 2
    texts = [
        Text(kicker, left, _FOOT_BASELINE, _FOOT_BOLD, BRAND_ON_PAPER),
        Text(quiet, left + length, _FOOT_BASELINE, _FOOT, MUTED_ON_PAPER),
    ]
    return [], [text for text in texts if text.words]
