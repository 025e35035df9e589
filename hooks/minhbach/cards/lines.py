"""Breaking text into lines of even length, measured with the font they are drawn in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from minhbach.cards.fonts import Style, advance
from minhbach.cards.groups import CLOSING, NO_BREAK_SPACE, OPENING, PAUSES, group_words, split_words

ELLIPSIS: Final = "…"
# In parts of a line's length, squared, as the raggedness of lines is.
_LONE_SYLLABLE: Final = 0.5
_TORN: Final = 0.08
_AFTER_PAUSE: Final = -0.06


class Groups(NamedTuple):
    """Groups of words that may be parted from each other, none longer than a line; lengths in px."""

    words: Sequence[str]
    lengths: Sequence[int]
    style: Style
    room: int
    """The length of a line, px."""


def measure(text: str, style: Style) -> int:
    """Return the length of one line of clean ``text``, px."""
    words = split_words(text)
    return sum(advance(word, style) for word in words) + (len(words) - 1) * advance(" ", style)


def place_words(text: str, style: Style) -> Iterator[tuple[str, int]]:
    """Yield each word of a line of clean ``text`` and how far from the line's start it stands, px."""
    space, left = advance(" ", style), 0
    for word in split_words(text):
        yield word, left
        left += advance(word, style) + space


def cut(text: str, style: Style, room: int) -> str:
    """Return clean ``text``, ended with "…" at a word where it is longer than ``room`` px.

    A number is dropped whole, with its scale and unit: "24,6…" for "24,6 tỷ" would be false.
    """
    if measure(text, style) <= room:
        return text
    groups = group_words(text)
    while len(groups) > 1:
        groups.pop()
        shorter = _end_open(" ".join(groups))
        if measure(shorter, style) <= room:
            return shorter
    return next(_pieces(split_words(text)[0], style, room - advance(ELLIPSIS, style))) + ELLIPSIS


def _end_open(text: str) -> str:
    return text.rstrip("".join((" ", NO_BREAK_SPACE, *PAUSES, *OPENING, "-"))) + ELLIPSIS


def measure_groups(words: Sequence[str], style: Style, room: int) -> Groups:
    """Return groups of words with their lengths, those longer than ``room`` px broken.

    They are broken at their spaces, and at the last within words.
    """
    space = advance(" ", style)
    broken: list[str] = []
    lengths: list[int] = []
    for group in words:
        parts = group.split(NO_BREAK_SPACE)
        length = sum([advance(word, style) for word in parts]) + (len(parts) - 1) * space
        if length <= room:
            broken.append(group)
            lengths.append(length)
            continue
        for word in parts:
            pieces = list(_pieces(word, style, room))
            broken += pieces
            lengths += [advance(piece, style) for piece in pieces]
    return Groups(broken, lengths, style, room)


def _pieces(word: str, style: Style, room: int) -> Iterator[str]:
    """Yield ``word``, or what of it fits ``room`` px, again and again; marks stay with their letters."""
    if advance(word, style) <= room:
        yield word
        return
    piece = ""
    for char in word:
        if piece and not unicodedata.combining(char) and advance(piece + char, style) > room:
            yield piece
            piece = ""
        piece += char
    yield piece


def fill_lines(groups: Groups) -> list[int]:
    """Return the index of each line's first group where every line takes as many as it holds.

    No other way needs fewer lines.
    """
    space, used = advance(" ", groups.style), 0
    starts: list[int] = []
    for index, length in enumerate(groups.lengths):
        used += space + length
        if not starts or used > groups.room:
            starts.append(index)
            used = length
    return starts


def balance(groups: Groups, lines: int) -> tuple[str, ...]:
    """Return ``groups`` on exactly ``lines`` lines of even length; at least so many as ``fill_lines`` needs.

    Least squares of the lines' lengths, preferring to break after a pause, and not within a name, beside a
    quotation mark, or so that a syllable stands alone.
    """
    words, lengths, style, room = groups
    count, space = len(words), advance(" ", style)
    faults = [_fault_between(last, following) for last, following in pairwise(words)] + [0.0]
    # best[i]: the least cost of the first i groups on the lines so far, and where those lines end.
    best: list[tuple[float, tuple[int, ...]] | None] = [(0.0, (0,)), *[None] * count]
    for _ in range(lines):
        following: list[tuple[float, tuple[int, ...]] | None] = [None] * (count + 1)
        for start, so_far in enumerate(best[:-1]):
            if so_far is None:
                continue
            length = -space
            for end in range(start + 1, count + 1):
                length += space + lengths[end - 1]
                if length > room:
                    break
                cost = so_far[0] + (length / room) ** 2 + faults[end - 1]
                if end == start + 1 and count > 1 and NO_BREAK_SPACE not in words[start]:
                    cost += _LONE_SYLLABLE
                known = following[end]
                if known is None or cost < known[0]:
                    following[end] = (cost, (*so_far[1], end))
        best = following
    result = best[-1]
    assert result is not None
    return tuple(" ".join(words[start:end]) for start, end in pairwise(result[1]))


def _fault_between(last: str, following: str) -> float:
    """Return what is ill about a line that ends between two groups: below 0 for a good place."""
    fault = 0.0
    if last.endswith(PAUSES):
        fault += _AFTER_PAUSE
    elif last.rpartition(NO_BREAK_SPACE)[2][:1].isupper() and following[:1].isupper():
        fault += _TORN  # a name: "Nam Từ | Liêm"
    if last.startswith(OPENING) and not last.endswith((*PAUSES, *CLOSING)):
        fault += _TORN  # only the first word of a quotation
    if following.rstrip("".join(PAUSES)).endswith(CLOSING) and not following.startswith(OPENING):
        fault += _TORN  # only the last word of one
    return fault


def shorten(groups: Groups, lines: int) -> Groups:
    """Return as many of ``groups`` as fit ``lines`` lines with "…" at the end; not all of them do."""
    kept = list(groups.words[: fill_lines(groups)[lines]])
    while True:
        last = cut(_end_open(kept[-1]), groups.style, groups.room)
        ended = measure_groups([*kept[:-1], last], groups.style, groups.room)
        if len(fill_lines(ended)) <= lines:
            return ended
        kept.pop()
