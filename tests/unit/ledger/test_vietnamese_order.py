"""Names stand in the order of Vietnamese dictionaries, people by their given name."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minhbach.ledger.ordering import person_sort_key, sort_key, sort_key_sql
from minhbach.ledger.tables import open_database

LETTERS = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")
TONES = list("aàảãáạ")
ORGANISATIONS = [
    "Ban Dân vận Mẫu",
    "Bảo hiểm Mẫu",
    "Bến xe Mẫu",
    "Câu lạc bộ Mẫu",
    "Chùa Mẫu",
    "Công an Mẫu",
    "Công ty An Mẫu",
    "Công ty Anh Mẫu",
    "Công ty Ánh Mẫu",
    "Cửa hàng Mẫu",
    "Doanh nghiệp Mẫu",
    "Đoàn Mẫu",
    "Nhà hàng Mẫu",
    "Trường Mẫu 1",
    "Trường Mẫu 2",
]
PEOPLE = [
    "Nguyễn Văn Mẫu An",
    "Trần Mẫu An",
    "Lê Mẫu Ánh",
    "Vũ Mẫu Ân",
    "Bùi Mẫu Bình",
    "Lê Mẫu Dũng",
    "Phạm Mẫu Đạt",
    "Bùi Mẫu Hà",
    "Đỗ Mẫu Hà",
    "An Mẫu Hạ",
    "Lê Mẫu Hạnh",
    "Lê Mẫu Ý",
]


@pytest.mark.parametrize("ordered", [LETTERS, TONES, ORGANISATIONS])
def test_words_are_ordered_by_letters_and_then_by_tones(ordered: list[str]) -> None:
    mixed = random.Random(1).sample(ordered, len(ordered))
    assert sorted(mixed, key=sort_key) == ordered


def test_people_are_ordered_by_their_given_names() -> None:
    mixed = random.Random(1).sample(PEOPLE, len(PEOPLE))
    assert sorted(mixed, key=person_sort_key) == PEOPLE


@settings(max_examples=200)
@given(st.lists(st.text("aăâàáạậbdđeêiouưvy ", min_size=1, max_size=8), min_size=2, max_size=2, unique=True))
def test_order_is_that_of_letters_then_of_tones(words: list[str]) -> None:
    """Compared letter by letter with the alphabet, and only where those are equal tone by tone."""
    base = {"à": ("a", 1), "á": ("a", 4), "ạ": ("a", 5), "ậ": ("â", 5)}

    def spelled(word: str) -> tuple[list[int], list[int]]:
        pairs = [base.get(letter, (letter, 0)) for letter in word]
        order = [" ", *LETTERS]
        return [order.index(letter) for letter, _tone in pairs], [tone for _letter, tone in pairs]

    one, other = words
    assert (sort_key(one) < sort_key(other)) == (spelled(one) < spelled(other))


def test_database_orders_as_python_does() -> None:
    database = open_database()
    for name in (*ORGANISATIONS, *PEOPLE):
        quoted = f"'{name}'"
        [(key,)] = database.execute(f"SELECT {sort_key_sql(quoted)}").fetchall()
        assert key == sort_key(name)
