"""Names stand in Vietnamese order, people by their given name, and are folded as the site folds."""

from __future__ import annotations

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minhbach.ledger.ordering import (
    folded_sql,
    person_sort_key,
    person_sort_key_sql,
    sort_key,
    sort_key_sql,
)
from minhbach.words import fold

DATABASE = duckdb.connect()
LETTERS = "aáàảãạăắâầbcdđeéêgiíklmnoóôơờpqrstuúưvxyý AĐƯ0159-.()"


def shuffled(names: list[str]) -> list[str]:
    return [names[(index * 7) % len(names)] for index in range(len(names))]


def ask(sql: str, name: str) -> str:
    (value,) = DATABASE.execute(f"SELECT {sql} FROM (SELECT ? AS name)", [name]).fetchone() or ("",)
    return str(value)


def test_letters_come_before_tones_and_d_before_d_with_a_stroke() -> None:
    words = ["an", "án", "ăn", "ân", "ba", "bà", "bả", "bã", "bá", "bạ", "dan", "đan", "ô", "ơ", "u", "ư"]
    assert sorted(shuffled(words), key=sort_key) == words


def test_a_shorter_word_comes_first() -> None:
    assert sorted(["hoàng an", "hoà", "hoàng"], key=sort_key) == ["hoà", "hoàng", "hoàng an"]


def test_people_are_ordered_by_given_name() -> None:
    names = ["Trần Văn An", "Nguyễn Văn Ân", "Lê Thị Bình", "Nguyễn Thị Bình", "Đỗ Anh Đức"]
    assert sorted(shuffled(names), key=person_sort_key) == names


def test_whom_a_person_belongs_to_is_no_part_of_the_name() -> None:
    names = [
        "Trần Văn An (Công ty Mẫu)",
        "Lê Thị Bình",
        "Nguyễn Văn Cường (tổ 5) (mẫu)",
        "Phạm Thị Dung",
        "Vũ Văn Minh",
        "Hoàng Thị Nga (tổ 5)",
    ]
    assert sorted(shuffled(names[:5]) + names[5:], key=person_sort_key) == names
    for name in (*names, "(mẫu)", "An (", "An (tổ 5) (", " (tổ 5)"):
        assert ask(person_sort_key_sql("name"), name) == person_sort_key(name)


@settings(max_examples=60)
@given(st.text(LETTERS, min_size=1, max_size=20))
def test_the_database_orders_and_folds_as_the_program_does(name: str) -> None:
    assert ask(sort_key_sql("name"), name) == sort_key(name)
    assert ask(folded_sql("name"), name) == fold(name)


@pytest.mark.parametrize("name", ["Nguyễn Văn An", "An", "Đỗ Thị Hồng Ân"])
def test_the_database_orders_people_as_the_program_does(name: str) -> None:
    sql = person_sort_key_sql("name")
    (value,) = DATABASE.execute(f"SELECT {sql} FROM (SELECT ? AS name)", [name]).fetchone() or ("",)
    assert value == person_sort_key(name)
