"""Days as cells give them: dates, texts the Vietnamese way round, Excel's serial numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from minhbach.imports.faults import CellError
from minhbach.imports.tables import Cell, is_blank, write_cell
from minhbach.language import mark as _

NO_DATE = _("no date is given.")
NOT_A_DATE = _("“{found}” is not a date. Write it as 16/01/2025.")
IMPOSSIBLE = _("there is no day {found}.")
MONTH_FIRST = _("“{found}” has the month before the day. Write it as 16/01/2025.")
UNLIKELY_YEAR = _("“{found}” lies outside the years 2000 to 2099.")
MAYBE_SWAPPED = _("Excel may have swapped day and month of {found}, as others of the column stayed text.")

FIRST_YEAR, LAST_YEAR = 2000, 2099
_CENTURY = 2000
_LATEST_SHORT_YEAR = 60
"""Of years in two digits: "98" would be 1998, of which nobody imports a list."""
_MONTHS = 12

_SERIAL_ZERO = date(1899, 12, 30)
"""Excel counts days from here (of dates after February 1900, which it believes had 29 days)."""
_SERIALS = range(36526, 73051)
"""Those of the years 2000 to 2099."""

_TIME = r"(?:[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?)(?: ?[APap][Mm])?"
_NUMERIC = re.compile(
    rf"(?:{_TIME} )?([0-9]{{1,2}}) ?([/.-]) ?([0-9]{{1,2}}) ?\2 ?([0-9]{{4}}|[0-9]{{2}})(?:[ T,]+{_TIME})?"
)
_ISO = re.compile(rf"([0-9]{{4}})([-/])([0-9]{{1,2}})\2([0-9]{{1,2}})(?:[ T]{_TIME}(?:Z|[+-][0-9:]+)?)?")
_WORDS = re.compile(r"([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})", re.IGNORECASE)
_SERIAL = re.compile(r"([0-9]{5})(?:[.,][0-9]+)?")


def read_day(cell: Cell) -> date:
    """Return the day that a cell states; a time of day is left out.

    Day before month, as everywhere in Viet Nam, except in ISO dates. Raises CellError for what is no date,
    for a day that no month has, a month above 12, and years before 2000 or after 2099.
    """
    if is_blank(cell):
        raise CellError(NO_DATE)
    found = write_cell(cell)
    if isinstance(cell, datetime):
        return _likely(cell.date(), found)
    if isinstance(cell, date):
        return _likely(cell, found)
    if isinstance(cell, str):
        return _read_text(found)
    if (
        isinstance(cell, int | float)
        and not isinstance(cell, bool)
        and _SERIALS.start <= cell < _SERIALS.stop
    ):
        return _SERIAL_ZERO + timedelta(days=int(cell))
    raise CellError(NOT_A_DATE, found=found)


def _read_text(found: str) -> date:
    text = re.sub(r"^ngày:? +", "", found, flags=re.IGNORECASE)
    if (match := _NUMERIC.fullmatch(text)) is not None:
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        if len(match[4]) == len("25"):
            year += _CENTURY if year <= _LATEST_SHORT_YEAR else _CENTURY - 100
    elif (match := _ISO.fullmatch(text)) is not None:
        day, month, year = int(match[4]), int(match[3]), int(match[1])
    elif (match := _WORDS.fullmatch(text)) is not None:
        day, month, year = int(match[1]), int(match[2]), int(match[3])
    elif (match := _SERIAL.fullmatch(text)) is not None and int(match[1]) in _SERIALS:
        return _SERIAL_ZERO + timedelta(days=int(match[1]))
    else:
        raise CellError(NOT_A_DATE, found=found)
    if month > _MONTHS >= day > 0:
        raise CellError(MONTH_FIRST, found=found)
    try:
        return _likely(date(year, month, day), found)
    except ValueError:
        raise CellError(IMPOSSIBLE, found=found) from None


def _likely(day: date, found: str) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise CellError(UNLIKELY_YEAR, found=found)
    return day


def are_swapped(cells: Iterable[Cell]) -> bool:
    """Whether a column shows how an American Excel takes Vietnamese dates.

    What could be a month stands first, so it makes 05/01/2025 the first of May; 13/01/2025 it cannot read
    and leaves as text. So: all texts have days above 12, all dates have days up to 12, and there are both.
    """
    dates = texts = 0
    for cell in cells:
        if isinstance(cell, date):
            if cell.day > _MONTHS:
                return False
            dates += 1
        elif isinstance(cell, str) and (match := _NUMERIC.fullmatch(write_cell(cell))) is not None:
            if int(match[1]) <= _MONTHS:
                return False
            texts += 1
    return dates > 0 and texts > 0
