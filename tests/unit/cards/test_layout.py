"""On a card nothing overlaps, nothing leaves the margins, and a title is whole exactly where it fits."""

import dataclasses
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minhbach.cards.blocks import WIDTH, Box, Text
from minhbach.cards.groups import NO_BREAK_SPACE, clean, group_words
from minhbach.cards.layout import (
    HEIGHT,
    MARGIN,
    MOST_LINES,
    ROOM,
    SMALLEST,
    SQUARE_ROOM,
    cut_title,
    fits_card,
    lay_out,
)
from minhbach.cards.lines import fill_lines, measure_groups
from minhbach.cards.model import Card
from minhbach.cards.palette import BRAND_ON_PAPER, INK_ON_PAPER, MUTED_ON_PAPER, PAPER

TITLE = "Hội Chữ thập đỏ quận Nam Từ Liêm tổng kết công tác năm 2024, phát động Tết Nhân ái Xuân Ất Tỵ 2025"
CARD = Card(
    TITLE,
    "Hoạt động Hội",
    "Hội Chữ thập đỏ quận Nam Từ Liêm",
    number="3.858",
    unit="đơn vị máu",
    note="đạt 227% chỉ tiêu giao",
    day="16/01/2025",
    sample="DỮ LIỆU MẪU",
)
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáảãạấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữựýỳỷỹỵ"
LETTERS += LETTERS.upper() + "0123456789.,:–“”()%/-mwMW"
SYLLABLES = st.text(LETTERS, min_size=1, max_size=8)
TITLES = (
    st.lists(SYLLABLES, min_size=1, max_size=70).map(lambda words: " ".join(words)[:300])
    | st.text(LETTERS + "   ", min_size=1, max_size=300)
    | st.text(LETTERS, min_size=200, max_size=300)
    | st.text(min_size=1, max_size=100)
)
WORDS = st.text(LETTERS + "   ", max_size=90) | st.just("")
CARDS = st.builds(
    Card,
    title=TITLES,
    kicker=WORDS,
    organisation=WORDS,
    number=WORDS | st.sampled_from(["3.858", "24,6 tỷ", "trên 24.600.000.000"]),
    unit=WORDS,
    note=WORDS,
    day=WORDS,
    sample=WORDS,
)


def title_lines(card: Card) -> list[Text]:
    """The title's lines: bold ink on paper, without the unit, which stands above them."""
    lines = [text for text in lay_out(card).texts if text.ramp == INK_ON_PAPER]
    return lines[1:] if clean(card.number) and clean(card.unit) else lines


def letters(texts: list[Text]) -> str:
    return "".join(text.words for text in texts).replace(" ", "").replace(NO_BREAK_SPACE, "")


def overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


@pytest.mark.parametrize("number", ["", "3.858", "24,6 tỷ", "khoảng 24.600.000.000"])
@given(title=TITLES)
@example(title="M" * 300)
@example(title="m " * 150)
@example(title="Ẳ ự " * 75)
@example(title="\u0916\u093c")
def test_a_title_is_whole_exactly_where_it_fits(title: str, number: str) -> None:
    card = dataclasses.replace(CARD, title=title, number=number)
    shown, whole = letters(title_lines(card)), clean(title).replace(" ", "").replace(NO_BREAK_SPACE, "")
    assert (shown == whole) == fits_card(title)
    if not fits_card(title):
        assert shown.endswith("…")
        assert whole.startswith(shown[:-1])
        assert cut_title(title).replace(" ", "").replace(NO_BREAK_SPACE, "") == shown
        assert clean(title).startswith(cut_title(title)[:-1])
    else:
        assert cut_title(title) == clean(title)


@given(TITLES)
@example(f"{'M' * 18} " * 5)  # less than four lines long, but each word needs a line
def test_the_quick_answer_of_fits_card_is_the_measured_one(title: str) -> None:
    groups = measure_groups(group_words(clean(title)), SMALLEST, ROOM)
    assert fits_card(title) == (len(fill_lines(groups)) <= MOST_LINES)


@given(CARDS)
@example(CARD)
@example(dataclasses.replace(CARD, title="Ự Ẳ Ễ Ộ ệ y " * 24))
def test_nothing_overlaps_and_nothing_leaves_the_margins(card: Card) -> None:
    layout = lay_out(card)
    boxes = [text.box for text in layout.texts]
    for box in boxes:
        assert box.left >= MARGIN
        assert box.right <= WIDTH - MARGIN
        assert box.top >= 24
        assert box.bottom <= HEIGHT - 24
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
    # Neither does a text cross the edge of the field that it stands on.
    for text in layout.texts:
        under = [(shape, colour) for shape, colour in layout.shapes if overlap(text.box, shape)]
        shape, colour = under[-1] if under else (Box(0, 0, WIDTH, HEIGHT), PAPER)
        assert shape.left <= text.box.left <= text.box.right <= shape.right
        assert shape.top <= text.box.top <= text.box.bottom <= shape.bottom
        assert colour == text.ramp[0]


@given(CARDS)
def test_a_title_has_four_lines_at_most_and_is_never_smaller_than_legible(card: Card) -> None:
    lines = title_lines(card)
    assert len(lines) <= MOST_LINES
    assert all(line.style.size >= SMALLEST.size for line in lines)


def test_the_number_is_by_far_the_largest() -> None:
    sizes = {text.ramp: text.style.size for text in lay_out(CARD).texts if text.words != "Hoạt động Hội"}
    assert sizes[BRAND_ON_PAPER] >= 2.5 * sizes[INK_ON_PAPER]
    assert sizes[INK_ON_PAPER] > sizes[MUTED_ON_PAPER]


@pytest.mark.parametrize("number", ["7", "3.858", "24,6 tỷ", "98,5%", "trên 322.000", "1.234.567"])
def test_number_and_unit_stay_whole_in_a_square_thumbnail(number: str) -> None:
    card = dataclasses.replace(CARD, number=number)
    shown = [text for text in lay_out(card).texts if text.words in (number, CARD.unit, CARD.sample)]
    assert len(shown) == 3
    for text in shown:
        assert text.box.left >= (WIDTH - SQUARE_ROOM) // 2
        assert text.box.right <= (WIDTH + SQUARE_ROOM) // 2


def test_a_long_title_takes_room_from_the_number_and_then_from_the_note() -> None:
    longer = f"{TITLE}, biểu dương các tập thể và cá nhân tiêu biểu"
    short = dataclasses.replace(CARD, title="Tết Nhân ái 2025")
    heights = [
        max(text.style.size for text in lay_out(dataclasses.replace(CARD, title=title)).texts)
        for title in ("Tết Nhân ái 2025", TITLE, longer)
    ]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 3
    assert short.note in {text.words for text in lay_out(short).texts}


def test_the_note_goes_before_a_word_of_the_title_does() -> None:
    tall = "Ẳựg"
    title = " ".join([tall] * 40)
    assert fits_card(title)
    card = dataclasses.replace(CARD, title=title, number=tall, unit=tall, note=f"{tall} {tall}")
    shown = lay_out(card).texts
    assert letters(title_lines(card)) == tall * 40
    assert card.note not in {text.words for text in shown}
    assert not [pair for pair in combinations([text.box for text in shown], 2) if overlap(*pair)]


def test_a_short_title_is_set_large_and_a_long_one_smaller() -> None:
    titles = ("Giới thiệu", "Tết Nhân ái Xuân Ất Tỵ 2025 tại các phường của quận", TITLE, TITLE[:60] * 3)
    cards = [dataclasses.replace(CARD, title=title, number="", unit="", note="") for title in titles]
    sizes = [title_lines(card)[0].style.size for card in cards]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] >= 72
    assert len(set(sizes)) == len(sizes)


def test_lines_of_a_title_are_even() -> None:
    for title in (
        TITLE,
        "Hội Chữ thập đỏ phường Mễ Trì trao quà Tết cho 120 hộ có hoàn cảnh khó khăn",
        "Lễ ra quân hưởng ứng Tháng Nhân đạo năm 2025 và tuyên dương người hiến máu tiêu biểu",
    ):
        for number in ("", "3.858"):
            lines = title_lines(dataclasses.replace(CARD, title=title, number=number))
            lengths = [line.box.right - line.box.left for line in lines]
            assert min(lengths) >= 0.6 * max(lengths), [line.words for line in lines]


def test_what_is_empty_is_left_out() -> None:
    card = Card("Giới thiệu", "", "Hội Chữ thập đỏ")
    assert [text.words for text in lay_out(card).texts] == ["Hội Chữ thập đỏ", "Giới thiệu"]


def test_a_title_of_nothing_but_emoji_leaves_a_card_without_title() -> None:
    assert fits_card("\U0001f389")
    assert title_lines(Card("\U0001f389", "Tin", "Hội", number="3")) == []
