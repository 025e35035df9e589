"""A figure's period has a part in the time of what it belongs to; simply the whole of it is not said."""

from __future__ import annotations

from datetime import date

import pytest

from minhbach.records.campaign import PeriodRecord
from minhbach.records.period import Period, parse_period
from minhbach.site.owner import Owner
from minhbach.site.periods import campaign_period, is_outside, own_period, write_from_to

YEAR = Owner("results", "2025", "Kết quả năm 2025", 2025)
HALF = Owner("results", "2025-h1", "Kết quả 6 tháng", 2025, parse_period("2025-H1"))
TET = Owner("campaign", "tet", "Tết", 2025, parse_period("2025-01-09/2025-01-26"))
RUNNING = Owner(
    "campaign", "cuu-tro", "Cứu trợ", 2025, campaign_period(PeriodRecord(start=date(2025, 8, 13)))
)
UNDATED = Owner("campaign", "mau", "Hiến máu", 2025)


@pytest.mark.parametrize(
    ("owner", "written", "outside"),
    [
        (YEAR, "2025-Q1", False),
        (YEAR, "2021-2026", False),
        (YEAR, "2021-2025", False),
        (YEAR, "2024-12-20/2025-01-26", False),
        (YEAR, "2016-01-01/..", False),
        (YEAR, "../2025-08-14 08:00", False),
        (YEAR, "2024", True),
        (YEAR, "2016-2021", True),
        (YEAR, "../2052-08-14", True),
        (YEAR, "../2024-12-31", True),
        (YEAR, "2026-01-01/..", True),
        (HALF, "2025-Q1", False),
        (HALF, "2025", False),
        (HALF, "2025-Q3", True),
        (TET, "2025-Q1", False),
        (TET, "2025-01-26 08:00/2025-02-15", False),
        (TET, "2025-02", True),
        (TET, "../2025-01-08", True),
        (TET, "../2025-03-31", False),
        (TET, "../2028-01-01", True),
        (RUNNING, "../2025-08-14 06:30", False),
        (RUNNING, "2026-Q1", False),
        (RUNNING, "2025-H1", True),
        (UNDATED, "2024-12", False),
        (UNDATED, "2026-01", False),
        (UNDATED, "2052", True),
    ],
)
def test_what_shares_no_day_with_its_owner_is_outside(owner: Owner, written: str, outside: bool) -> None:
    assert is_outside(parse_period(written), owner) is outside


@pytest.mark.parametrize(
    ("owner", "written", "is_said"),
    [
        (YEAR, "2025", False),
        (YEAR, "2025-01-01/2025-12-31", False),
        (YEAR, "2025-9M", True),
        (HALF, "2025-H1", False),
        (HALF, "2025", True),
        (TET, "2025-01-09/2025-01-26", False),
        (TET, "2025-01-09/2025-01-26 08:00", True),
        (UNDATED, "2025", True),
    ],
)
def test_only_a_period_that_is_not_simply_its_owners_is_said(
    owner: Owner, written: str, is_said: bool
) -> None:
    period: Period | None = own_period(parse_period(written), owner)
    assert (period is not None) is is_said


def test_messages_tell_days_and_hours_in_digits() -> None:
    assert write_from_to(parse_period("../2025-08-14 08:00")) == "…–08:00 14/08/2025"
    assert write_from_to(parse_period("2025-Q1")) == "01/01/2025–31/03/2025"
