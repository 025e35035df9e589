"""Whatever period is written down is read as the same period, also from its Vietnamese words."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minhbach.language import read_catalogue
from minhbach.pages.time_words import TimeWords
from minhbach.records.period import (
    DayHour,
    Period,
    PeriodError,
    PeriodForm,
    PeriodReversedError,
    month_period,
    parse_day_hour,
    parse_period,
    span_period,
    write_for_file,
    write_period,
    year_period,
)
from minhbach.records.period_words import guess_period, suggest_period

WORDS = TimeWords(read_catalogue("vi"))
DAYS = st.dates(date(1901, 1, 1), date(2980, 12, 31))
HOURS = st.none() | st.integers(0, 24 * 60)
DAY_HOURS = st.builds(DayHour, DAYS, HOURS)
YEARS = st.integers(1901, 2980)


@st.composite
def spans(draw: st.DrawFn) -> Period:
    start, end = draw(st.tuples(DAY_HOURS, DAY_HOURS).filter(lambda ends: ends[0].begun < ends[1].ended))
    return draw(st.sampled_from([span_period(start, end), span_period(start, None), span_period(None, end)]))


def _part_of_year(year: int, part: str) -> Period:
    return parse_period(f"{year}-{part}")


PERIODS = st.one_of(
    st.builds(_part_of_year, YEARS, st.sampled_from(["Q1", "Q4", "H1", "H2", "2M", "9M"])),
    st.builds(lambda year, more: year_period(year, year + more), YEARS, st.integers(0, 12)),
    st.builds(lambda day, more: month_period(day, day + timedelta(days=more)), DAYS, st.integers(0, 700)),
    st.builds(lambda day: span_period(DayHour(day), DayHour(day)), DAYS),
    spans(),
)


@settings(deadline=None)
@given(PERIODS)
def test_what_is_written_is_read_as_the_same_period(period: Period) -> None:
    assert parse_period(write_period(period)) == period


@settings(deadline=None)
@given(PERIODS)
def test_its_vietnamese_words_mean_the_same_period(period: Period) -> None:
    guessed = guess_period(WORDS.period(period))
    assert guessed is not None
    assert guessed.span == period.span


@settings(deadline=None)
@given(PERIODS)
def test_its_key_stands_in_an_address_as_it_is(period: Period) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", period.key)


@settings(deadline=None)
@given(DAY_HOURS)
def test_a_day_with_an_hour_is_read_as_it_is_written(time: DayHour) -> None:
    assert parse_day_hour(time.text) == time
    assert re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(-[0-9]{2}h[0-9]{2})?", time.key)


@settings(deadline=None)
@given(DAY_HOURS, DAY_HOURS)
def test_a_span_is_refused_only_where_nothing_lies_between_its_ends(start: DayHour, end: DayHour) -> None:
    ends = {"start": start.text, "end": end.text}
    if start.begun < end.ended:
        period = parse_period(ends)
        assert (period.start, period.end) == (start, end)
    else:
        with pytest.raises(PeriodReversedError):
            parse_period(ends)


@settings(deadline=None)
@given(PERIODS, PERIODS)
def test_two_periods_meet_each_other_or_neither_does(one: Period, other: Period) -> None:
    assert one.meets(other) == other.meets(one)
    assert one.meets(one)


@pytest.mark.parametrize(
    ("written", "form", "first", "last", "words"),
    [
        ("2024", PeriodForm.YEAR, "2024-01-01", "2024-12-31", "năm 2024"),
        ("2025-Q1", PeriodForm.QUARTER, "2025-01-01", "2025-03-31", "quý I năm 2025"),
        ("2024-H1", PeriodForm.HALF_YEAR, "2024-01-01", "2024-06-30", "6 tháng đầu năm 2024"),
        ("2024-h2", PeriodForm.HALF_YEAR, "2024-07-01", "2024-12-31", "6 tháng cuối năm 2024"),
        ("2025-9M", PeriodForm.FIRST_MONTHS, "2025-01-01", "2025-09-30", "9 tháng đầu năm 2025"),
        ("2022-5M", PeriodForm.FIRST_MONTHS, "2022-01-01", "2022-05-31", "5 tháng đầu năm 2022"),
        ("2024-6M", PeriodForm.HALF_YEAR, "2024-01-01", "2024-06-30", "6 tháng đầu năm 2024"),
        ("2025-01", PeriodForm.MONTH, "2025-01-01", "2025-01-31", "tháng 01/2025"),
        ("2024-02-29", PeriodForm.DAY, "2024-02-29", "2024-02-29", "ngày 29/02/2024"),
        ("2021-2026", PeriodForm.YEARS, "2021-01-01", "2026-12-31", "giai đoạn 2021–2026"),
        ("2012-04-01/2012-05-08", PeriodForm.SPAN, "2012-04-01", "2012-05-08", "từ 01/04 đến 08/05/2012"),
        ({"start": "2012-01", "end": "2013-09"}, PeriodForm.MONTHS, "2012-01-01", "2013-09-30",
         "từ tháng 01/2012 đến tháng 09/2013"),
        ({"start": "2024-01", "end": "2024-05"}, PeriodForm.MONTHS, "2024-01-01", "2024-05-31",
         "từ tháng 01 đến tháng 05/2024"),
        ({"start": "2024-12-20", "end": "2025-01-26"}, PeriodForm.SPAN, "2024-12-20", "2025-01-26",
         "từ 20/12/2024 đến 26/01/2025"),
        ({"end": "2025-08-14 08:00"}, PeriodForm.SPAN, None, "2025-08-14 08:00", "đến 08:00 ngày 14/08/2025"),
        ({"start": "2025-01-09"}, PeriodForm.SPAN, "2025-01-09", None, "từ ngày 09/01/2025"),
        ({"start": "2025-08-14 06:30", "end": "2025-08-14 10:45"}, PeriodForm.SPAN, "2025-08-14 06:30",
         "2025-08-14 10:45", "từ 06:30 đến 10:45 ngày 14/08/2025"),
        ({"start": "2025-08-13 20:00", "end": "2025-08-14"}, PeriodForm.SPAN, "2025-08-13 20:00",
         "2025-08-14", "từ 20:00 ngày 13/08 đến ngày 14/08/2025"),
    ],
)  # fmt: skip
def test_each_way_of_writing_has_its_days_and_its_words(written, form, first, last, words) -> None:
    period = parse_period(written)
    ends = [end.text if end else None for end in (period.start, period.end)]
    assert (period.form, *ends) == (form, first, last)
    assert WORDS.period(period) == words


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2024-13", "2024-13"),
        ("2025-02-30", "2025-02-30"),
        ("2024-Q5", "2024-Q5"),
        ("2024-1M", "2024-1M"),
        ("2024-12M", "2024-12M"),
        ("0024", "0024"),
        ("2025-08-14 08:00", "2025-08-14 08:00"),
        ("../..", "../.."),
        ("", ""),
        (None, ""),
        (["2024"], "['2024']"),
        ({}, "{}"),
        ({"star": "2024"}, "star: 2024"),
        ({"start": "2024-02-30", "end": "2024-03-01"}, "2024-02-30"),
        ({"end": "2025-08-14 25:00"}, "2025-08-14 25:00"),
        ({"end": "2025-08-14 07:60"}, "2025-08-14 07:60"),
        ({"end": None}, "end: "),
    ],
)
def test_what_is_no_period_is_refused_with_the_part_that_is_none(written, said) -> None:
    with pytest.raises(PeriodError) as refused:
        parse_period(written)
    assert str(refused.value) == said


@pytest.mark.parametrize(
    "written", ["2026-2021", "2025-05-08/2025-04-01", {"start": "2025-06", "end": "2025-01"}]
)
def test_a_period_that_ends_before_it_starts_is_refused(written) -> None:
    with pytest.raises(PeriodReversedError):
        parse_period(written)


@pytest.mark.parametrize(
    ("hand", "proposed"),
    [
        ("Quý 1/2024", "2024-Q1"),
        ("quí IV năm 2024", "2024-Q4"),
        ("Q3-2024", "2024-Q3"),
        ("sáu tháng đầu năm 2024", "2024-H1"),
        ("9 tháng 2025", "2025-9M"),
        ("tháng 1/2024", "2024-01"),
        ("2024-1", "2024-01"),
        ("15/1/2024", "2024-01-15"),
        ("cả năm 2024", "2024"),
        ("nhiệm kỳ 2021 – 2026", "2021-2026"),
        ("đến 8 giờ ngày 14/8/2025", "{end: 2025-08-14 08:00}"),
        ("2025-08-14 08:00", "{end: 2025-08-14 08:00}"),
        ("8h30 ngày 14/8", ""),
        ("I/2024", ""),
        ("31/02/2024", ""),
    ],
)
def test_what_staff_write_by_hand_is_proposed_in_the_form_that_is_read(hand: str, proposed: str) -> None:
    assert suggest_period(hand) == proposed


def test_the_end_of_a_day_may_be_written_24_00() -> None:
    assert parse_day_hour("2025-08-14 24:00").ended == parse_day_hour("2025-08-14").ended
    assert parse_day_hour("2025-08-14 24:00").clock == "24:00"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2024-Q1", "2024-Q1"),
        ("2012-04-01/2012-05-08", "{start: 2012-04-01, end: 2012-05-08}"),
        ("../2025-08-14 08:00", "{end: 2025-08-14 08:00}"),
        ("2024-03/2024-06", "{start: 2024-03, end: 2024-06}"),
    ],
)
def test_staff_are_shown_a_period_as_the_guide_has_it_written(written: str, shown: str) -> None:
    assert write_for_file(parse_period(written)) == shown
    ends = re.findall(r"(\w+): ([^,}]+)", shown)
    assert parse_period(dict(ends) if ends else shown) == parse_period(written)
