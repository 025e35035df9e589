"""Lines hold within their room, are as even as they can be, and are cut only between words."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.cards.fonts import Style, advance
from minhbach.cards.groups import NO_BREAK_SPACE, clean, group_words, split_words
from minhbach.cards.lines import (
    balance,
    cut,
    fill_lines,
    measure,
    measure_groups,
    place_words,
    shorten,
)

STYLE = Style(46, bold=True)
ROOM = 1056
SYLLABLE = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáảãạấầẩẫậắằẳẵặếềểễệốồổỗộ", min_size=1, max_size=7)
PLAIN = st.lists(SYLLABLE, min_size=1, max_size=8)
TITLE = st.lists(SYLLABLE | st.sampled_from(["3.858", "2025,", "–", "Tết", "“Giọt", "hồng”", "x" * 90]))


def lines_of(title: str) -> tuple[str, ...]:
    groups = measure_groups(group_words(clean(title)), STYLE, ROOM)
    return balance(groups, len(fill_lines(groups)))


@given(TITLE)
def test_no_line_is_longer_than_its_room_and_no_word_is_lost(words: list[str]) -> None:
    title = clean(" ".join(words))
    lines = lines_of(title)
    assert all(measure(line, STYLE) <= ROOM for line in lines)
    assert "".join("".join(split_words(line)) for line in lines) == title.replace(" ", "")


@given(PLAIN)
def test_a_line_is_as_long_as_its_words_and_spaces(words: list[str]) -> None:
    line = " ".join(words)
    *_, (last, left) = place_words(line, STYLE)
    assert left + advance(last, STYLE) == measure(line, STYLE)


@given(PLAIN, st.integers(2, 3))
def test_lines_are_as_even_as_any_others(words: list[str], lines: int) -> None:
    groups = measure_groups(words, STYLE, ROOM)
    if not len(fill_lines(groups)) <= lines <= len(words):
        return

    def cost(ends: tuple[int, ...]) -> float:
        parts = [words[start:end] for start, end in pairwise((0, *ends, len(words)))]
        lengths = [measure(" ".join(part), STYLE) for part in parts]
        if max(lengths) > ROOM:
            return float("inf")
        lone = sum(len(part) == 1 for part in parts) if len(words) > 1 else 0
        return sum((length / ROOM) ** 2 for length in lengths) + 0.5 * lone

    best = min(cost(ends) for ends in combinations(range(1, len(words)), lines - 1))
    found, position = [], 0
    for line in balance(groups, lines):
        position += len(line.split())
        found.append(position)
    assert cost(tuple(found[:-1])) == pytest.approx(best)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Hội Chữ thập đỏ quận Nam Từ Liêm tổng kết công tác năm 2024, phát động Tết Nhân ái 2025",
            ("Hội Chữ thập đỏ quận Nam Từ Liêm", "tổng kết công tác năm 2024,", "phát động Tết Nhân ái 2025"),
        ),
        (
            "Ngày hội hiến máu “Giọt hồng Nam Từ Liêm” thu về 412 đơn vị",
            ("Ngày hội hiến máu", "“Giọt hồng Nam Từ Liêm”", "thu về 412 đơn vị"),
        ),
        (
            "Trao quà Tết cho các hộ khó khăn trên toàn quận",
            ("Trao quà Tết cho các hộ", "khó khăn trên toàn quận"),
        ),
    ],
)
def test_titles_break_where_a_reader_would_pause(title: str, expected: tuple[str, ...]) -> None:
    groups = measure_groups(group_words(title), STYLE, ROOM)
    lines = balance(groups, len(expected))
    assert tuple(line.replace(NO_BREAK_SPACE, " ") for line in lines) == expected


def test_a_word_longer_than_a_line_is_broken_with_its_marks() -> None:
    word = "a\u030f\u0331" * 60  # marks that no single letter holds
    groups = measure_groups([word], STYLE, ROOM)
    assert len(groups.words) > 1
    assert "".join(groups.words) == word
    assert all(part.startswith("a") for part in groups.words)
    assert max(groups.lengths) <= ROOM


@given(TITLE, st.integers(1, 4))
def test_what_is_too_long_is_shortened_to_the_lines_there_are(words: list[str], lines: int) -> None:
    groups = measure_groups(group_words(clean(" ".join(words))), STYLE, ROOM)
    if len(fill_lines(groups)) <= lines:
        return
    short = shorten(groups, lines)
    assert len(fill_lines(short)) <= lines
    assert short.words[-1].endswith("…")
    assert max(short.lengths) <= ROOM
    kept = "".join(split_words(" ".join(short.words))).removesuffix("…")
    assert "".join(split_words(" ".join(groups.words))).startswith(kept)


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("Nguồn: Báo cáo tổng kết", 2000, "Nguồn: Báo cáo tổng kết"),
        ("Nguồn: Báo cáo tổng kết", 500, "Nguồn: Báo cáo…"),
        ("Trao quà, tặng sách", 330, "Trao quà…"),
        ("đã trao 24,6 tỷ đồng", 400, "đã trao…"),
        ("Xxxxxxxxxxxxxxxxxxxx", 220, "Xxxxx…"),
    ],
)
def test_one_line_is_cut_at_a_word_and_never_within_a_number(text: str, room: int, expected: str) -> None:
    assert cut(text, STYLE, room) == expected
    assert measure(cut(text, STYLE, room), STYLE) <= room


@given(SYLLABLE, st.integers(120, 400))
def test_cut_text_always_fits(text: str, room: int) -> None:
    assert measure(cut(text, STYLE, room), STYLE) <= room
