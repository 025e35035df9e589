"""Dates are read the Vietnamese way round; impossible and doubtful ones are refused."""

from contextlib import suppress
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.imports import dates
from minhbach.imports.dates import are_swapped, read_day
from minhbach.imports.faults import CellError

DAY = date(2025, 1, 6)
DAYS = st.dates(date(2000, 1, 1), date(2059, 12, 31))


@pytest.mark.parametrize(
    "cell",
    [
        *("06/01/2025", "6/1/2025", "6/1/25", "06-01-2025", "06.01.2025", " 06 / 01 / 2025 ", "2025-01-06"),
        *("06/01/2025 08:43:12", "08:43 06/01/2025", "ngày 06/01/2025", "Ngày 6 tháng 1 năm 2025"),
        *(45663, 45663.0, 45663.75, "45663", date(2025, 1, 6), datetime(2025, 1, 6, 23, 59)),  # noqa: DTZ001 - cells have no zone
    ],
)
def test_days_are_read_as_chapters_write_them(cell) -> None:
    assert read_day(cell) == DAY


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("", dates.NO_DATE),
        ("hôm qua", dates.NOT_A_DATE),
        ("16/01", dates.NOT_A_DATE),
        ("Tết", dates.NOT_A_DATE),
        (True, dates.NOT_A_DATE),
        (5, dates.NOT_A_DATE),
        (20250116, dates.NOT_A_DATE),
        (float("nan"), dates.NOT_A_DATE),
        (float("inf"), dates.NOT_A_DATE),
        ("31/02/2025", dates.IMPOSSIBLE),
        ("29/02/2025", dates.IMPOSSIBLE),
        ("32/01/2025", dates.IMPOSSIBLE),
        ("00/01/2025", dates.IMPOSSIBLE),
        ("01/16/2025", dates.MONTH_FIRST),
        ("16/01/1925", dates.UNLIKELY_YEAR),
        ("16/01/98", dates.UNLIKELY_YEAR),
        (date(1900, 1, 1), dates.UNLIKELY_YEAR),
    ],
)
def test_what_is_no_day_is_refused_with_its_reason(cell, reason) -> None:
    with pytest.raises(CellError) as refused:
        read_day(cell)
    assert refused.value.reason == reason


@given(DAYS)
def test_every_form_of_a_day_is_that_day(day) -> None:
    serial = (day - date(1899, 12, 30)) // timedelta(days=1)
    forms = [f"{day:%d/%m/%Y}", f"{day.day}/{day.month}/{day:%y}", day.isoformat(), day, serial]
    assert {read_day(form) for form in forms} == {day}


@given(st.text(max_size=25))
def test_any_text_is_a_day_or_refused(text) -> None:
    with suppress(CellError):
        assert date(2000, 1, 1) <= read_day(text) <= date(2099, 12, 31)


def test_a_column_that_an_american_excel_took_apart_is_recognised() -> None:
    assert are_swapped([date(2025, 5, 1), "13/01/2025", date(2025, 1, 12)])
    assert not are_swapped([date(2025, 5, 1), date(2025, 5, 13), "13/01/2025"])
    assert not are_swapped([date(2025, 5, 1), "05/01/2025", "13/01/2025"])
    assert not are_swapped([date(2025, 5, 1), date(2025, 5, 2)])
    assert not are_swapped(["13/01/2025", ""])
