"""The table of statements, read by the numbers alone: what each means, what may be said of it, what not."""

from collections import Counter
from decimal import Decimal

import pytest

from minhbach.numbers.agreement import Surroundings, compare
from minhbach.numbers.quantity import Precision
from minhbach.numbers.statement import RefusedStatement, read_statement, state_value
from minhbach.numbers.writing import write_amount
from statements_table import Statement, cut_link, refused, said_of, statements, units_of

FIGURES = [one for one in statements() if one.place in ("", "targets")]
"""What is a number of things. Changes and shares of another number are read elsewhere."""


def name(one: Statement) -> str:
    return one.key


def test_the_table_is_broad_enough() -> None:
    kinds = Counter(one.kind for one in statements())
    assert len(statements()) >= 150
    assert len(refused()) >= 40
    assert set(kinds) == {
        *("count", "money", "goods", "rate", "per-mille", "per-100000"),
        *("multiple", "range", "change", "share", "target"),
    }
    assert {one.reads.precision for one in statements()} == {
        *("exact", "rounded", "more-than", "at-least", "nearly", "less-than", "at-most", "about", "between")
    }
    assert sum(not one.is_ours for one in statements()) >= 40
    said = [text for one in statements() for text, _ in said_of(one)]
    assert len(said) >= 1000
    words = " ".join(one.stated.casefold() for one in statements())
    for degree in (
        *("hơn", "trên", "gần", "ngót", "ngót nghét", "suýt soát", "xấp xỉ", "khoảng", "chừng", "áng chừng"),
        *("độ", "trên dưới", "ước", "ước hơn", "ước đạt", "ước tính", "không dưới", "ít nhất", "tối thiểu"),
        *("dưới", "chưa đến", "chưa đầy", "không quá", "tối đa", "vượt", "trở lên", "trở xuống", "đến nay"),
        *("tính đến nay", "đến nay hơn", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "nghìn tỷ", "rưỡi"),
    ):
        assert degree in words, degree


@pytest.mark.parametrize("one", FIGURES, ids=name)
def test_a_statement_means_what_the_table_says(one: Statement) -> None:
    quantity = read_statement(one.stated, units=units_of(one.indicator)).quantity
    meant = (
        quantity.precision.value,
        quantity.value,
        quantity.high,
        quantity.estimated and quantity.precision.value != "about",
        quantity.so_far,
    )
    reads = one.reads
    assert meant == (reads.precision, reads.value, reads.high, reads.estimated, reads.so_far)
    assert reads.step in (None, quantity.step)


@pytest.mark.parametrize("one", FIGURES, ids=name)
def test_what_may_be_said_agrees_and_what_may_not_is_refused(one: Statement) -> None:
    units = units_of(one.indicator)
    record = read_statement(one.stated, units=units).quantity
    wrong = []
    for text, may in said_of(one):
        before, link, after = cut_link(text)
        agreement = compare(
            link, record, units=units, percent=units[0] == "%", around=Surroundings(before, after)
        )
        if agreement.ok is not may:
            wrong.append((text, "may be said" if may else "must be refused", agreement.fault))
    assert wrong == []


@pytest.mark.parametrize("one", FIGURES, ids=name)
def test_a_remedy_may_itself_be_said(one: Statement) -> None:
    units = units_of(one.indicator)
    percent = units[0] == "%"
    record = read_statement(one.stated, units=units).quantity
    for text in one.must_refuse:
        before, link, after = cut_link(text)
        around = Surroundings(before, after)
        offered = compare(link, record, units=units, percent=percent, around=around).expected
        # The words around are what is wrong in some; the remedy then is to take them into the link.
        assert compare(offered, record, units=units, percent=percent).ok, (text, offered)


@pytest.mark.parametrize("one", FIGURES, ids=name)
def test_what_is_written_of_a_statement_is_read_as_the_same(one: Statement) -> None:
    """Stated, read, written and read again, with and without the source's own words."""
    units = units_of(one.indicator)
    quantity = read_statement(one.stated, units=units).quantity
    written = write_amount(quantity, units[0])
    again = read_statement(written, units=units).quantity
    assert again == quantity, written
    assert write_amount(again, units[0]) == written


@pytest.mark.parametrize("one", FIGURES, ids=name)
def test_words_of_our_own_claim_no_more_than_the_source(one: Statement) -> None:
    """What an English summary or a message writes of it leaves open all that the source leaves open."""
    units = units_of(one.indicator)
    quantity = read_statement(one.stated, units=units).quantity
    plain = write_amount(quantity.plain, units[0])
    again = read_statement(plain, units=units).quantity
    assert again.interval().contains_interval(quantity.interval()), plain
    # "khoảng" says of a plain number what "ước" says.
    assert again.estimated or not quantity.estimated or quantity.precision is Precision.ABOUT, plain
    assert again.so_far or not quantity.so_far, plain


@pytest.mark.parametrize("one", refused(), ids=lambda one: one.key)
def test_what_is_not_understood_is_refused(one) -> None:
    if one.because == "other-unit":
        pytest.skip("the unit is compared with the indicator's where figures are linked")
    try:
        statement = read_statement(one.stated, units=units_of(one.indicator))
    except RefusedStatement:
        return
    assert one.value, f"{one.stated} was read as {statement.quantity}"
    assert state_value(Decimal(one.value), statement) is None
