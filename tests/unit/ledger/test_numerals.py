"""Numbers in cells are read by the rules of ``numbers.bare``, though in SQL."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minhbach.ledger.numerals import MACROS
from minhbach.numbers.bare import MEASURES, counts_whole_things, read_bare

UNITS = [
    "suất",
    "kg",
    "KG.",
    "tấn gạo",
    "thùng 20 lít",
    "phần quà",
    "phần trăm",
    "cây số",
    "cây",
    "%",
    "",
    "Tạ",
]
DIGITS = st.text("0123456789", min_size=1, max_size=4)
NUMBERS = st.builds(
    lambda parts, marks: "".join(part + mark for part, mark in zip(parts, [*marks, ""] * 4, strict=False)),
    st.lists(DIGITS, min_size=1, max_size=4),
    st.lists(st.sampled_from([".", ",", "\u00a0", " ", ""]), max_size=3),
)


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute("; ".join(MACROS))
        yield connection


def bare(text: str, *, whole: bool) -> Decimal | None:
    try:
        return read_bare(text, whole=whole)
    except ValueError:
        return None


@settings(deadline=None)
@given(NUMBERS, st.sampled_from(UNITS))
def test_a_quantity_means_the_same_in_a_cell_as_in_yaml(database, text: str, unit: str) -> None:
    expected = bare(text, whole=counts_whole_things(unit))
    ((found,),) = database.execute("SELECT fraction(?, ?)", [text.strip(), unit]).fetchall()
    if found is not None:
        assert found == expected
    elif expected is not None:
        # A cell holds no more than ten digits and three decimals.
        decimals = text.strip().rpartition(",")[2] if "," in text else text.strip().rpartition(".")[2]
        assert len(decimals) > 3 or expected >= 10**10 or len(text) > 10


@settings(deadline=None)
@given(NUMBERS)
def test_an_amount_means_the_same_in_a_cell_as_in_yaml(database, text: str) -> None:
    expected = bare(text, whole=True)
    ((found,),) = database.execute("SELECT whole(?)", [text.strip()]).fetchall()
    assert found is None or found == expected
    if expected is not None and expected == expected.to_integral_value() and expected < 10**15:
        assert found == expected or "," in text or text.endswith((".0", ".00"))


@pytest.mark.parametrize("unit", [*UNITS, *sorted(MEASURES), "hộ", "chiếc áo ấm", "đơn vị máu/1.000 dân"])
def test_a_unit_counts_whole_things_in_sql_where_it_does_in_python(database, unit: str) -> None:
    ((found,),) = database.execute("SELECT counts_whole(nullif(?, ''))", [unit]).fetchall()
    assert bool(found) == counts_whole_things(unit)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1.500", "suất", "1500"),
        ("-1.500", "suất", "-1500"),
        ("3.858", "hộ", "3858"),
        ("1.500", "kg", None),
        ("1,500", "suất", None),
        ("1,5", "tấn", "1.5"),
        ("-1,5", "tấn", "-1.5"),
        ("1.500.000", "kg", "1500000"),
        ("1.500,5", "kg", "1500.5"),
        ("12.50", "thùng", "12.5"),
        ("0,125", "kg", "0.125"),
        ("3,8580", "kg", "3.858"),
        ("3,8581", "kg", None),
    ],
)
def test_no_count_is_ever_read_as_a_fraction_of_itself(database, text, unit, value) -> None:
    ((found,),) = database.execute("SELECT fraction(?, ?)", [text, unit]).fetchall()
    assert found == (None if value is None else Decimal(value))
