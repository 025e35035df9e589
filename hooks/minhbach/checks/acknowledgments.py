"""Acknowledgments: what is written of money and goods can be read, and does not contradict itself."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from minhbach.language import mark
from minhbach.numbers.bare import AmbiguousNumber, counts_whole_things, read_bare, write_for_file
from minhbach.numbers.quantity import exact
from minhbach.numbers.statement import RefusedStatement, Statement, read_statement, state_value
from minhbach.numbers.words import fold
from minhbach.numbers.writing import write_quantity
from minhbach.problems import Position, Problem, kinds
from minhbach.records.contents import Contents, Entry
from minhbach.records.organisation import AcknowledgedGoodsRecord, AcknowledgmentRecord

ACKNOWLEDGMENTS = "data/acknowledgments.yml"
_MONEY = mark("an amount of money as the source writes it, such as “hơn 759,1 triệu đồng”")
_QUANTITY = mark("a number in digits, such as 12, 1.500 or 12,5, greater than zero")
_UNITS_OF_MONEY = frozenset({"", "đồng", "đ", "vnđ", "vnd", "đồng việt nam"})
_Entry = Entry[tuple[AcknowledgmentRecord, ...]]


def check_acknowledgments(contents: Contents) -> Iterator[Problem]:
    """Check the money and the goods of every acknowledgment."""
    entry: _Entry | None = contents.single.get(ACKNOWLEDGMENTS)
    for index, record in enumerate(entry.record if entry is not None else ()):
        assert entry is not None
        if record.amount is not None and (record.amount_vnd is not None or record.stated or record.goods):
            yield Problem(kinds.ACKNOWLEDGMENT_CONTRADICTS, entry.at(index, "amount"))
        if record.stated is not None:
            yield from _check_money(record, record.stated, entry.at(index, "stated"))
        for number, goods in enumerate(record.goods):
            yield from _check_goods(goods, entry, (index, "goods", number))


def _check_money(record: AcknowledgmentRecord, stated: str, at: Position) -> Iterator[Problem]:
    statement = _read(stated, ("đồng",))
    if statement is None:
        yield Problem(kinds.STATED_UNREADABLE, at, {"found": stated, "key": "stated"})
    elif fold(statement.unit) not in _UNITS_OF_MONEY or statement.rate:
        details = {"found": stated, "key": "stated", "expected_message": _MONEY}
        yield Problem(kinds.VALUE_INVALID, at, details)
    elif record.amount_vnd is not None and state_value(record.amount_vnd, statement) is None:
        yield _differs(stated, statement, "amount_vnd", record.amount_vnd, at)


def _check_goods(
    goods: AcknowledgedGoodsRecord, entry: _Entry, here: tuple[str | int, ...]
) -> Iterator[Problem]:
    quantity: Decimal | None = None
    if goods.quantity is not None:
        at = entry.at(*here, "quantity")
        if goods.unit is None:
            yield Problem(kinds.KEY_MISSING, entry.at(*here), {"key": "unit"})
            return
        try:
            quantity = read_bare(goods.quantity, whole=counts_whole_things(goods.unit))
        except AmbiguousNumber as error:
            first, second = map(write_for_file, error.readings)
            details = {"found": goods.quantity, "first": first, "second": second}
            yield Problem(kinds.QUANTITY_AMBIGUOUS, at, details)
        except ValueError:
            details = {"found": goods.quantity, "key": "quantity", "expected_message": _QUANTITY}
            yield Problem(kinds.VALUE_INVALID, at, details)
    if goods.stated is not None:
        at = entry.at(*here, "stated")
        statement = _read(goods.stated, tuple(filter(None, (goods.unit, goods.item))))
        if statement is None or statement.rate:
            yield Problem(kinds.STATED_UNREADABLE, at, {"found": goods.stated, "key": "stated"})
        elif quantity is not None and state_value(quantity, statement) is None:
            yield _differs(goods.stated, statement, "quantity", quantity, at)


def _read(text: str, units: tuple[str, ...]) -> Statement | None:
    try:
        return read_statement(text, units=units)
    except RefusedStatement:
        return None


def _differs(stated: str, statement: Statement, key: str, number: Decimal, at: Position) -> Problem:
    read = write_quantity(statement.quantity.plain)
    details = {"found": stated, "read": read, "key": key, "value": write_quantity(exact(number))}
    return Problem(kinds.STATED_DIFFERS, at, details)
