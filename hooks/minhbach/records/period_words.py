"""What period staff most probably mean by words of their own: “Quý 1/2024”, “6 tháng đầu năm 2024”.

Only for proposing how to write it: what is published is never guessed.
"""

from __future__ import annotations

import re

from minhbach.records.period import (
    MONTHS_A_YEAR,
    Period,
    PeriodError,
    PeriodReversedError,
    parse_period,
    write_for_file,
)

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"(?:năm\s*)?(\d{4})"
_OF = r"\s*[/.,-]?\s*"
_DAY = r"(?:ngày\s*)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"
_SHORT_DAY = r"(?:ngày\s*)?(\d{1,2})[/.-](\d{1,2})"
_HOUR = r"(\d{1,2})(?::|h|g|\s*giờ\s*)(\d{2})?\s*"
_QUARTER = re.compile(rf"(?:quý|quí|q)\s*(iv|iii|ii|i|[1-4]){_OF}{_YEAR}")
_HALF = re.compile(rf"(?:6|sáu)\s*tháng\s*(đầu|cuối){_OF}{_YEAR}")
_FIRST = re.compile(rf"(\d{{1,2}})\s*tháng(?:\s*đầu)?{_OF}{_YEAR}")
_YEARS = re.compile(r"(?:giai đoạn|nhiệm kỳ|từ năm|năm)?\s*(\d{4})\s*(?:-|\u2013|đến(?: năm)?|/)\s*(\d{4})")
_MONTHS = re.compile(rf"từ tháng\s*(\d{{1,2}})(?:/(\d{{4}}))?\s*đến tháng\s*(\d{{1,2}})[/-]?\s*{_YEAR}")
_MONTH = re.compile(rf"(?:tháng\s*)?(\d{{1,2}}){_OF}{_YEAR}")
_LOOSE_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})")
_WHOLE_YEAR = re.compile(rf"(?:cả\s*)?{_YEAR}")
_AN_HOUR = re.compile(r"\d{4}-\d{2}-\d{2}[ t]\d{2}:\d{2}")
_ONE_DAY = re.compile(_DAY)
_BETWEEN = re.compile(rf"từ\s*(?:{_HOUR})?(?:{_DAY}|{_SHORT_DAY})?\s*đến\s*(?:{_HOUR})?{_DAY}")
_UNTIL = re.compile(rf"(?:tính )?đến\s*(?:hết\s*)?(?:{_HOUR})?{_DAY}")
_SINCE = re.compile(rf"từ\s*(?:{_HOUR})?{_DAY}")


def guess_period(text: str) -> Period | None:
    """Return the period that ``text`` most probably means; None where that is not clear."""
    written = _guess(" ".join(text.casefold().split()))
    try:
        return parse_period(written) if written else None
    except (PeriodError, PeriodReversedError):
        return None


def suggest_period(text: str) -> str:
    """Return how to write what ``text`` most probably means, or ""."""
    period = guess_period(text)
    return "" if period is None else write_for_file(period)


def _guess(text: str) -> str:
    return _guess_part_of_year(text) or _guess_months(text) or _guess_days(text)


def _guess_part_of_year(text: str) -> str:
    if match := _QUARTER.fullmatch(text):
        return f"{match[2]}-Q{_QUARTERS[match[1]]}"
    if match := _HALF.fullmatch(text):
        return f"{match[2]}-H{1 if match[1] == 'đầu' else 2}"
    if match := _FIRST.fullmatch(text):
        return match[2] if int(match[1]) == MONTHS_A_YEAR else f"{match[2]}-{match[1]}M"
    match = _WHOLE_YEAR.fullmatch(text)
    return match[1] if match else ""


def _guess_months(text: str) -> str:
    if match := _YEARS.fullmatch(text):
        return f"{match[1]}-{match[2]}"
    if match := _MONTHS.fullmatch(text):
        return f"{match[2] or match[4]}-{int(match[1]):02d}/{match[4]}-{int(match[3]):02d}"
    if match := _MONTH.fullmatch(text):
        return f"{match[2]}-{int(match[1]):02d}"
    match = _LOOSE_MONTH.fullmatch(text)
    return f"{match[1]}-{int(match[2]):02d}" if match else ""


def _guess_days(text: str) -> str:
    if _AN_HOUR.fullmatch(text):  # until then, which is all that one hour can mean
        return f"../{text}"
    if match := _ONE_DAY.fullmatch(text):
        return _day(*match.groups())
    if match := _UNTIL.fullmatch(text):
        return f"../{_day(*match.groups()[2:])}{_hour(match[1], match[2])}"
    if match := _SINCE.fullmatch(text):
        return f"{_day(*match.groups()[2:])}{_hour(match[1], match[2])}/.."
    if match := _BETWEEN.fullmatch(text):
        hour, minute, day, month, year, short_day, short_month, end_hour, end_minute, *end = match.groups()
        first = _day(day or short_day or end[0], month or short_month or end[1], year or end[2])
        return f"{first}{_hour(hour, minute)}/{_day(*end)}{_hour(end_hour, end_minute)}"
    return ""


def _day(day: str, month: str, year: str) -> str:
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _hour(hour: str | None, minute: str | None) -> str:
    return f" {int(hour):02d}:{minute or '00'}" if hour else ""
