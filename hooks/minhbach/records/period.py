"""The time that a figure covers, and the time for which it holds, as people write them down.

A period is ``2024``, ``2024-H1``, ``2024-Q1``, ``2025-9M`` (the first nine months), ``2024-01``,
``2024-01-15``, ``2021-2026``, or ``{start: …, end: …}`` with years, months, days, or days with an hour, one
of which may be left out. Written on one line the latter is an interval of ISO 8601, such as
``2012-04-01/2012-05-08`` or ``../2025-08-14 08:00``. The form is kept besides the days: “quý I” and “3 tháng
đầu năm” are the same days and not the same words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

MINUTES_A_DAY = 24 * 60
MONTHS_A_YEAR = 12
QUARTER, HALF_YEAR = 3, 6
_OPEN = ".."
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2}))?", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_YEARS = re.compile(r"(\d{4})[-\u2013](\d{4})", re.ASCII)
_PART_OF_YEAR = re.compile(r"(\d{4})-(?:Q([1-4])|H([12])|(\d{1,2})M)", re.ASCII | re.IGNORECASE)
_FIRST_YEAR, _LAST_YEAR = 1900, 2999


class PeriodError(ValueError):
    """What was written is no period; the message is the part of it that is not."""


class PeriodReversedError(ValueError):
    """The end lies before the start."""

    def __init__(self, start: str, end: str) -> None:
        super().__init__(f"{end} < {start}")
        self.start, self.end = start, end


@dataclass(frozen=True)
class DayHour:
    """A day, with the hour where it is known.

    Without an hour it is the day as a whole: as the time of a reading, the end of that day.
    """

    day: date
    minute: int | None = None
    """Since midnight, up to 1440: sources write “24:00” for the end of a day."""

    @property
    def clock(self) -> str:
        """The hour as "06:30"; "" where none is known."""
        return "" if self.minute is None else f"{self.minute // 60:02d}:{self.minute % 60:02d}"

    @property
    def text(self) -> str:
        """As it is written in content files: "2025-08-14 06:30", "2025-08-14"."""
        return f"{self.day.isoformat()} {self.clock}".rstrip()

    @property
    def iso(self) -> str:
        """As machines read it: "2025-08-14T06:30", "2025-08-14"."""
        return self.text.replace(" ", "T")

    @property
    def key(self) -> str:
        """As a part of an address: "2025-08-14-06h30", "2025-08-14"."""
        return self.text.replace(" ", "-").replace(":", "h")

    @property
    def ended(self) -> tuple[int, int]:
        """When it is over, in a form that can be compared: day and minute."""
        if self.minute is None or self.minute == MINUTES_A_DAY:
            return self.day.toordinal() + 1, 0
        return self.day.toordinal(), self.minute

    @property
    def begun(self) -> tuple[int, int]:
        """When it begins, in the same form."""
        return (self.day.toordinal(), 0) if self.minute is None else self.ended


class PeriodForm(StrEnum):
    """How a period is told."""

    YEAR = "year"
    YEARS = "years"
    HALF_YEAR = "half-year"
    QUARTER = "quarter"
    FIRST_MONTHS = "first-months"
    """The first months of a year, two to eleven of them: “9 tháng đầu năm”."""
    MONTH = "month"
    MONTHS = "months"
    """From one month to another."""
    DAY = "day"
    SPAN = "span"
    """From one day or hour to another; one of the two may be open."""


@dataclass(frozen=True)
class Period:
    """A stretch of time: its first and last day (with hours where they are known), and how it is told."""

    form: PeriodForm
    start: DayHour | None
    end: DayHour | None

    @property
    def is_within_a_year(self) -> bool:
        """Whether both ends are known and lie in one calendar year."""
        return self.start is not None and self.end is not None and self.start.day.year == self.end.day.year

    @property
    def span(self) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
        """From when to when; equal for periods of the same time, whatever the words."""
        return (self.start.begun if self.start else None, self.end.ended if self.end else None)

    def meets(self, other: Period) -> bool:
        """Whether the two have any time in common; open ends reach without end."""
        (start, end), (other_start, other_end) = self.span, other.span
        return not (
            (end is not None and other_start is not None and end <= other_start)
            or (start is not None and other_end is not None and other_end <= start)
        )

    @property
    def key(self) -> str:
        """As a part of an address: "2024-q1", "2012-04-01-2012-05-08", "den-2025-08-14-08h00"."""
        if self.form is PeriodForm.SPAN:
            start, end = self.start.key if self.start else "", self.end.key if self.end else ""
            return f"{start}-{end}" if start and end else f"tu-{start}" if start else f"den-{end}"
        return write_period(self).lower().replace("/", "-")


def year_period(first: int, last: int | None = None) -> Period:
    """Return a year, or the years from ``first`` to ``last``."""
    form = PeriodForm.YEAR if last in (None, first) else PeriodForm.YEARS
    return Period(form, DayHour(date(first, 1, 1)), DayHour(date(last or first, 12, 31)))


def month_period(first: date, last: date | None = None) -> Period:
    """Return the month of ``first``, or the months from it to that of ``last``."""
    last = last or first
    form = PeriodForm.MONTH if (first.year, first.month) == (last.year, last.month) else PeriodForm.MONTHS
    return Period(form, DayHour(first.replace(day=1)), DayHour(_last_of_month(last)))


def span_period(start: DayHour | None, end: DayHour | None) -> Period:
    """Return the time from ``start`` to ``end``; one whole day is a day."""
    form = PeriodForm.DAY if start is not None and start == end and start.minute is None else PeriodForm.SPAN
    return Period(form, start, end)


def parse_period(value: Any) -> Period:
    """Return the period that ``value`` (a text, or a mapping of ``start`` and ``end``) means.

    Raises PeriodError or PeriodReversedError.
    """
    if isinstance(value, Period):
        return value
    if isinstance(value, Mapping):
        return _parse_ends(value)
    if not isinstance(value, str):
        raise PeriodError("" if value is None else str(value))
    text = value.strip()
    if match := _YEARS.fullmatch(text):
        return _ends(match[1], match[2])
    if "/" in text:
        start, _, end = (item.strip() for item in text.partition("/"))
        return _ends("" if start == _OPEN else start, "" if end == _OPEN else end)
    if match := _PART_OF_YEAR.fullmatch(text):
        return _part_of_year(text, match)
    period = _end(text)
    if period.form is PeriodForm.SPAN:  # an hour alone has no length
        raise PeriodError(text)
    return period


def parse_day_hour(text: str) -> DayHour:
    """Return the day, with its hour, that ``text`` writes; raises PeriodError."""
    if (match := _DAY.fullmatch(text)) is None:
        raise PeriodError(text)
    year, month, day, hour, minute = match.groups()
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        raise PeriodError(text) from None
    if hour is None:
        return DayHour(found)
    minutes = int(hour) * 60 + int(minute)
    if int(minute) > 59 or minutes > MINUTES_A_DAY:  # noqa: PLR2004 - minutes of an hour
        raise PeriodError(text)
    return DayHour(found, minutes)


def write_period(period: Period) -> str:
    """Return a period as one line, which ``parse_period`` reads as the same period."""
    start, end = period.start, period.end
    if period.form is PeriodForm.SPAN:
        return f"{start.text if start else _OPEN}/{end.text if end else _OPEN}"
    assert start is not None
    assert end is not None
    first, last = start.day, end.day
    written = {
        PeriodForm.YEAR: f"{first:%Y}",
        PeriodForm.YEARS: f"{first:%Y}-{last:%Y}",
        PeriodForm.HALF_YEAR: f"{first:%Y}-H{last.month // HALF_YEAR}",
        PeriodForm.QUARTER: f"{first:%Y}-Q{last.month // QUARTER}",
        PeriodForm.FIRST_MONTHS: f"{first:%Y}-{last.month}M",
        PeriodForm.MONTH: f"{first:%Y-%m}",
        PeriodForm.MONTHS: f"{first:%Y-%m}/{last:%Y-%m}",
    }
    return written.get(period.form, start.text)


def write_for_file(period: Period) -> str:
    """Return a period as the staff guide has it written in a file: one line, or the mapping of its ends."""
    if period.form not in (PeriodForm.SPAN, PeriodForm.MONTHS):
        return write_period(period)
    start, _, end = write_period(period).partition("/")
    ends = [f"{key}: {text}" for key, text in (("start", start), ("end", end)) if text != _OPEN]
    return f"{{{', '.join(ends)}}}"


def _part_of_year(text: str, match: re.Match[str]) -> Period:
    year = _year(match[1], text)
    if match[2]:
        last = int(match[2]) * QUARTER
        return _months_of(year, last - QUARTER + 1, last, PeriodForm.QUARTER)
    if match[3]:
        last = int(match[3]) * HALF_YEAR
        return _months_of(year, last - HALF_YEAR + 1, last, PeriodForm.HALF_YEAR)
    last = int(match[4])
    if not 1 < last < MONTHS_A_YEAR:
        raise PeriodError(text)
    form = PeriodForm.HALF_YEAR if last == HALF_YEAR else PeriodForm.FIRST_MONTHS
    return _months_of(year, 1, last, form)


def _months_of(year: int, first: int, last: int, form: PeriodForm) -> Period:
    return Period(form, DayHour(date(year, first, 1)), DayHour(_last_of_month(date(year, last, 1))))


def _parse_ends(value: Mapping[Any, Any]) -> Period:
    ends: dict[str, str] = {}
    for key, end in value.items():
        if key not in ("start", "end") or not isinstance(end, str | date) or not str(end).strip():
            raise PeriodError(f"{key}: {'' if end is None else end}")
        ends[key] = str(end).strip()
    if not ends:
        raise PeriodError("{}")
    return _ends(ends.get("start", ""), ends.get("end", ""))


def _ends(start: str, end: str) -> Period:
    if not start and not end:
        raise PeriodError(f"{_OPEN}/{_OPEN}")
    first, last = _end(start or end), _end(end or start)
    begin, finish = first.start if start else None, last.end if end else None
    if begin is None or finish is None:
        return span_period(begin, finish)
    if finish.ended <= begin.begun:
        raise PeriodReversedError(start, end)
    if first.form is last.form is PeriodForm.YEAR:
        return year_period(begin.day.year, finish.day.year)
    if first.form is last.form is PeriodForm.MONTH:
        return month_period(begin.day, finish.day)
    return span_period(begin, finish)


def _end(text: str) -> Period:
    """Return the year, month or day that ``text`` writes; an hour is a span of no length."""
    if _YEAR.fullmatch(text):
        return year_period(_year(text, text))
    if match := _MONTH.fullmatch(text):
        try:
            return month_period(date(_year(match[1], text), int(match[2]), 1))
        except ValueError:
            raise PeriodError(text) from None
    day = parse_day_hour(text)
    _year(str(day.day.year), text)
    return span_period(day, day)


def _year(digits: str, text: str) -> int:
    year = int(digits)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise PeriodError(text)
    return year


def _last_of_month(day: date) -> date:
    first_of_next = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return first_of_next - timedelta(days=1)
