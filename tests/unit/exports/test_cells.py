"""No text in CSV is run by a spreadsheet, and each can be read back as it was."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minhbach.exports.cells import inert_sql, make_inert, number_sql, restore, write_csv
from minhbach.exports.fields import EXPENSES
from minhbach.exports.figure_fields import INDICATORS
from minhbach.exports.ledgers import read_rows, write_ledger_csv

SIGNS = "=+-@\t\r\n＝＋－＠"
TEXTS = st.text(st.sampled_from(f"{SIGNS};,' \"ađ1|\\#"), max_size=12) | st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12
)
RISKY_START = re.compile(rf"^[ ]*[{re.escape(SIGNS)}]")
RISKY_WITHIN = re.compile(r"[;\r\n][ \t]*[=+\-@＝＋－＠]")


@given(TEXTS)
def test_text_is_harmless_and_comes_back(text: str) -> None:
    cell = make_inert(text)
    assert not RISKY_START.search(cell)
    assert not RISKY_WITHIN.search(cell), "where lines are split at semicolons"
    assert restore(cell) == text


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+84", "'+84"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("  =1", "'  =1"),
        ("'=1", "''=1"),
        ("＝1", "'＝1"),
        ("gạo; =1+1", "gạo;' =1+1"),
        ("Trần Thị Mẫu", "Trần Thị Mẫu"),
        ("O'Mẫu", "O'Mẫu"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_only_what_could_be_run_is_changed(text: str, cell: str) -> None:
    assert make_inert(text) == cell


def test_what_is_no_text_is_not_touched() -> None:
    row = (-5, Decimal("-1.50"), Decimal("50.000"), Decimal(100), date(2025, 1, 2), True, False, None, "-5")
    content = write_csv(["a"] * len(row), [row]).decode()
    assert content.splitlines()[1] == "-5,-1.5,50,100,2025-01-02,true,false,,'-5"


def test_file_begins_without_a_mark_and_lines_end_with_lf() -> None:
    content = write_csv(INDICATORS.field_names, [("a", "Ấm", "suất", "Dòng", None)])
    assert content == "id,name,unit,definition,kind\na,Ấm,suất,Dòng,\n".encode()


@settings(max_examples=30)
@given(st.lists(TEXTS, min_size=1, max_size=20))
def test_the_database_changes_texts_in_the_same_way(texts: list[str]) -> None:
    with duckdb.connect() as database:
        found = database.execute(
            f"SELECT {inert_sql('text')} FROM (SELECT unnest(?::VARCHAR[]) AS text)", [texts]
        ).fetchall()
    assert [text for (text,) in found] == list(map(make_inert, texts))


@settings(max_examples=20)
@given(st.lists(st.decimals(min_value=-(10**11), max_value=10**11, places=3), min_size=1))
def test_the_database_writes_numbers_in_the_same_way(numbers: list[Decimal]) -> None:
    with duckdb.connect() as database:
        found = database.execute(
            f"SELECT {number_sql('number')} FROM (SELECT unnest(?::DECIMAL(15, 3)[]) AS number)", [numbers]
        ).fetchall()
    assert [text for (text,) in found] == write_csv(["n"], [(n,) for n in numbers]).decode().split()[1:]


@settings(max_examples=30)
@given(texts=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6))
def test_database_and_program_write_the_same_bytes(texts, tmp_path_factory, fill) -> None:
    base = {"day": "2025-01-02", "kind": "expense", "fund": "quy", "amount_vnd": -5}
    ledger = fill(
        expenses=[
            {**base, "receipt": f"PC-{number}", "payee": payee or None, "note": note or None}
            for number, (payee, note) in enumerate(texts)
        ]
    )
    path: Path = tmp_path_factory.mktemp("csv") / "chi.csv"
    write_ledger_csv(ledger, EXPENSES, None, path, compressed=False)
    content = path.read_bytes()
    assert content == write_csv(EXPENSES.field_names, read_rows(ledger, EXPENSES, None))
    found = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    assert [(restore(row["payee"]), restore(row["note"])) for row in found] == texts
