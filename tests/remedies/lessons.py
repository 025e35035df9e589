"""A list that an import refuses, and what staff change of it when they do as the refusal says."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

HEAD = ("STT", "Họ và tên", "Ngày", "Số tiền (đồng)", "Nội dung")
ROW = (1, "Trần Thị Mẫu", "16/01/2025", 500_000, "Ủng hộ Tết")
GOODS = ("Họ và tên", "Ngày", "Số tiền (đồng)", "Hiện vật", "Số lượng", "ĐVT", "Giá trị quy đổi (đồng)")
BANK = ("Ngày giao dịch", "Số tham chiếu", "Ghi nợ", "Ghi có", "Số dư", "Nội dung")


@dataclass(frozen=True)
class Attempt:
    """A list, how it is stored, and the command with which it is imported."""

    rows: tuple[tuple[Any, ...], ...] = (HEAD, ROW)
    name: str = "danh-sach.csv"
    raw: bytes | None = None
    sheets: tuple[str, ...] = ("Tết",)
    sort: str = "gifts"
    options: Mapping[str, str | None] = field(default_factory=dict)
    chapter: Mapping[str, str | None] = field(default_factory=dict)
    """Files of the chapter: their text, or None for a file that is lost."""
    limits: Mapping[str, int] = field(default_factory=dict)
    """Limits of the program that are made small, by module and name."""

    def column(self, heading: str) -> int:
        return next(number for number, one in enumerate(self.rows[0]) if str(one).startswith(heading))

    def put(self, heading: str, value: Any) -> Attempt:
        """Write into the last row."""
        number = self.column(heading)
        row = (*self.rows[-1][:number], value, *self.rows[-1][number + 1 :])
        return replace(self, rows=(*self.rows[:-1], row))

    def head(self, heading: str, new: str) -> Attempt:
        """Write another heading."""
        first = tuple(new if str(one).startswith(heading) else one for one in self.rows[0])
        return replace(self, rows=(first, *self.rows[1:]))

    def add(self, heading: str, value: Any) -> Attempt:
        """Write another column."""
        return replace(self, rows=((*self.rows[0], heading), *((*row, value) for row in self.rows[1:])))

    def drop(self, number: int) -> Attempt:
        """Delete a column."""
        return replace(self, rows=tuple((*row[:number], *row[number + 1 :]) for row in self.rows))

    def option(self, name: str, value: str | None = "") -> Attempt:
        """Say an option of the command; None leaves it out."""
        return replace(self, options={**self.options, name: value})

    def lines(self, *new: tuple[Any, ...]) -> Attempt:
        """Write these rows beneath the headings."""
        return replace(self, rows=(self.rows[0], *new))

    def saved_as(self, name: str) -> Attempt:
        """Save the list as another kind of file, which begins anew from its rows."""
        return replace(self, name=name, raw=None)


Cure = Callable[..., Attempt]


@dataclass(frozen=True)
class Lesson:
    """``message`` is the catalogue's key; ``ways`` the printed words part by part, with what they ask for.

    A part with "" as its words is another way to do what the part before says; None: it asks for nothing.
    """

    message: str
    attempt: Attempt
    ways: Sequence[tuple[str, Cure | None]]


def cell(heading: str, value: Any, base: Attempt | None = None) -> Attempt:
    return (base or Attempt()).put(heading, value)


def put(heading: str, value: Any) -> Cure:
    return lambda attempt, **_fields: attempt.put(heading, value)


def option(name: str, value: str | None) -> Cure:
    return lambda attempt, **_fields: attempt.option(name, value)


def save(name: str) -> Cure:
    return lambda attempt, **_fields: attempt.saved_as(name)


def half(attempt: Attempt, **_fields: str) -> Attempt:
    """Keep a few rows in this file; the others go into another, which is imported likewise."""
    return replace(attempt, rows=attempt.rows[:3], limits=attempt.limits)


def goods(**cells: Any) -> Attempt:
    row = {"Họ và tên": "Mẫu", "Ngày": "16/01/2025", "Hiện vật": "gạo", "Số lượng": 50, "ĐVT": "kg"} | cells
    return Attempt(rows=(GOODS, tuple(row.get(name) for name in GOODS)))


def without(attempt: Attempt, heading: str) -> Attempt:
    return attempt.drop(attempt.column(heading))


LONG = tuple((number, f"Người Mẫu {number}", "16/01/2025", 500_000, "") for number in range(30))
SWAPPED = Attempt(
    rows=(HEAD, (1, "A", datetime.date(2025, 5, 1), 5000, ""), (2, "B", "13/01/2025", 5000, "")),
    name="danh-sach.xlsx",
)
HAS_RECEIPTS = Attempt(
    rows=(
        ("Số phiếu", "Họ và tên", "Ngày", "Số tiền (đồng)"),
        ("1", "A", "16/01/2025", 5000),
        ("1", "B", "16/01/2025", 6000),
    )
)
LEDGER = "receipt,date,fund,amount_vnd,name\n"
