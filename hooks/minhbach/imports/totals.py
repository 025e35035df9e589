"""The totals that a list states, against the sum of its rows."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from minhbach.imports.amounts import read_amount
from minhbach.imports.faults import CellError, Notice
from minhbach.imports.layout import Column, Layout
from minhbach.imports.lines import Line, is_nothing
from minhbach.language import mark as _
from minhbach.numbers.writing import write_number
from minhbach.sources.text import write_count

MISMATCH = _("Row {row}, column {column}: the total is {stated} đồng, but the rows add up to {sum}.")
MISMATCH_UNREAD = _(
    "Row {row}, column {column}: the total is {stated} đồng; {sum} could be read, {unread} amounts not."
)
AGREES = _("Row {row}, column {column}: the total {stated} đồng agrees with the rows.")
UNREADABLE = _("Row {row}, column {column}: the total “{found}” cannot be read.")

Amounts = Mapping[int, int | None]
"""What each row of a column states, in đồng; None where it could not be read."""


def check_totals(
    layout: Layout, lines: Mapping[int, Line], columns: Mapping[Column, Amounts]
) -> list[Notice]:
    """Compare every total of ``columns`` with the rows that it may be meant of; tell each result.

    A total may be of all rows above, of those since the last total or group, of the whole list; the sum in
    a group's heading is of the rows below it up to the next group or total.
    """
    notices: list[Notice] = []
    for column, amounts in columns.items():
        for row, line in lines.items():
            cell = layout.cell(row, column)
            if line not in (Line.TOTAL, Line.GROUP) or is_nothing(cell):
                continue
            details = {"row": str(row + 1), "column": column.name}
            try:
                stated = read_amount(cell, layout.unit(column) or Decimal(1))
            except CellError:
                notices.append(Notice(UNREADABLE, details | {"found": layout.text(row, column)}))
                continue
            details["stated"] = write_number(Decimal(stated), Decimal(1))
            notices.append(_compare(stated, _spans(row, line, lines), amounts, details))
    return notices


def _spans(row: int, line: Line, lines: Mapping[int, Line]) -> list[range]:
    """Return which rows a total may be the sum of, the likeliest first."""
    stops = [other for other, kind in lines.items() if kind in (Line.TOTAL, Line.GROUP) and other != row]
    first, last = min(lines), max(lines)
    if line is Line.GROUP:
        return [range(row + 1, min((stop for stop in stops if stop > row), default=last + 1))]
    since = max((stop for stop in stops if stop < row), default=first)
    totals = [other for other in stops if other < row and lines[other] is Line.TOTAL]
    since_total = max(totals, default=first)
    return [range(first, row), range(since, row), range(since_total, row), range(first, last + 1)]


def _compare(stated: int, spans: list[range], amounts: Amounts, details: dict[str, str]) -> Notice:
    sums = [sum(amount or 0 for row, amount in amounts.items() if row in span) for span in spans]
    if stated in sums:
        return Notice(AGREES, details)
    details["sum"] = write_number(Decimal(sums[0]), Decimal(1))
    unread = sum(amounts[row] is None for row in amounts if row in spans[0])
    if unread:
        return Notice(MISMATCH_UNREAD, details | {"unread": write_count(unread)})
    return Notice(MISMATCH, details)
