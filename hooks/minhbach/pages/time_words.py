"""Periods in words: “quý I năm 2025”, “từ 01/04 đến 08/05/2012”, “đến 08:00 ngày 14/08/2025”."""

from __future__ import annotations

from minhbach.language import Catalogue, mark
from minhbach.records.period import HALF_YEAR, QUARTER, DayHour, Period, PeriodForm

_ROMAN = ("I", "II", "III", "IV")


class TimeWords:
    """Puts periods and days with hours into the words of one language. All methods are pure."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.gettext = catalogue.gettext

    def period(self, period: Period) -> str:
        """Return a period with its year."""
        start, end = period.start, period.end
        if period.form is PeriodForm.SPAN or start is None or end is None:
            return self._span(start, end)
        first, last = start.day, end.day
        match period.form:
            case PeriodForm.YEAR:
                words = mark("the year {year}")
            case PeriodForm.YEARS:
                words = mark("the years {first}–{last}")
            case PeriodForm.HALF_YEAR if last.month == HALF_YEAR:
                words = mark("the first half of {year}")
            case PeriodForm.HALF_YEAR:
                words = mark("the second half of {year}")
            case PeriodForm.QUARTER:
                words = mark("quarter {quarter} of {year}")
            case PeriodForm.FIRST_MONTHS:
                words = mark("the first {count} months of {year}")
            case PeriodForm.MONTH:
                return self.gettext(mark("the month {month}")).format(month=f"{first:%m/%Y}")
            case PeriodForm.MONTHS:
                from_month = f"{first:%m}" if period.is_within_a_year else f"{first:%m/%Y}"
                words = mark("from month {first} to month {last}")
                return self.gettext(words).format(first=from_month, last=f"{last:%m/%Y}")
            case _:
                return self._on(start)
        quarter = _ROMAN[last.month // QUARTER - 1]
        return self.gettext(words).format(
            year=first.year, first=first.year, last=last.year, quarter=quarter, count=last.month
        )

    def within(self, period: Period, year: int) -> str:
        """Return a period beside ``year``, which is not said twice: “quý I”, “9 tháng đầu năm”."""
        start, end = period.start, period.end
        if any(item is not None and item.day.year != year for item in (start, end)):
            return self.period(period)
        if period.form in (PeriodForm.SPAN, PeriodForm.DAY) or start is None or end is None:
            return self._span(start, end, with_year=False)
        first, last = start.day, end.day
        match period.form:
            case PeriodForm.HALF_YEAR if last.month == HALF_YEAR:
                words = mark("the first half of the year")
            case PeriodForm.HALF_YEAR:
                words = mark("the second half of the year")
            case PeriodForm.QUARTER:
                words = mark("quarter {quarter}")
            case PeriodForm.FIRST_MONTHS:
                words = mark("the first {count} months")
            case PeriodForm.MONTH:
                words = mark("the month {month}")
            case PeriodForm.MONTHS:
                words = mark("from month {first} to month {last}")
            case _:
                words = mark("the whole year")
        return self.gettext(words).format(
            first=f"{first:%m}",
            last=f"{last:%m}",
            month=f"{first:%m}",
            quarter=_ROMAN[last.month // QUARTER - 1],
            count=last.month,
        )

    def reading(self, time: DayHour) -> str:
        """Return the time of a reading, for a table or an axis: "06:30 14/08/2025", "14/08/2025"."""
        return f"{time.clock} {time.day:%d/%m/%Y}".strip()

    def moment(self, time: DayHour) -> str:
        """Return a time within a sentence: "06:30 ngày 14/08/2025", "ngày 14/08/2025"."""
        return self._on(time)

    def _on(self, time: DayHour, *, with_year: bool = True) -> str:
        day = f"{time.day:%d/%m/%Y}" if with_year else f"{time.day:%d/%m}"
        if not time.clock:
            return self.gettext(mark("day {day}")).format(day=day)
        return self.gettext(mark("{hour} on {day}")).format(hour=time.clock, day=day)

    def _span(self, start: DayHour | None, end: DayHour | None, *, with_year: bool = True) -> str:
        if end is None:
            assert start is not None
            return self.gettext(mark("from {start}")).format(start=self._on(start, with_year=with_year))
        if start is None:
            return self.gettext(mark("until {end}")).format(end=self._on(end, with_year=with_year))
        if start == end:
            return self._on(end, with_year=with_year)
        words = self.gettext(mark("from {start} to {end}"))
        last = f"{end.day:%d/%m/%Y}" if with_year else f"{end.day:%d/%m}"
        if start.clock and end.clock and start.day == end.day:
            return words.format(start=start.clock, end=self._on(end, with_year=with_year))
        one_year = start.day.year == end.day.year
        if start.clock or end.clock:
            return words.format(
                start=self._on(start, with_year=with_year and not one_year),
                end=self._on(end, with_year=with_year),
            )
        return words.format(start=f"{start.day:%d/%m}" if one_year else f"{start.day:%d/%m/%Y}", end=last)
