"""The time of a figure beside the time of what it belongs to."""

from __future__ import annotations

from minhbach.records.period import DayHour, Period, PeriodForm, span_period, year_period
from minhbach.site.figure import Figure
from minhbach.site.model import CampaignPeriod
from minhbach.site.owner import Owner


def campaign_period(period: CampaignPeriod) -> Period | None:
    """Return the time of a campaign as far as it is known; None where no day is."""
    if period.start is None and period.end is None:
        return None
    start, end = (DayHour(day) if day else None for day in (period.start, period.end))
    return Period(PeriodForm.SPAN, start, end)


def own_period(period: Period | None, owner: Owner) -> Period | None:
    """Return ``period``; None where it is just the time of the whole ``owner``, which needs no saying."""
    whole = owner.period or (year_period(owner.year) if owner.kind == "results" else None)
    return None if period is None or (whole is not None and period.span == whole.span) else period


def owner_bounds(owner: Owner) -> Period:
    """Return the time in which a period of a figure of ``owner`` must have a part.

    A campaign of which no days are known may begin the year before its own (Tết) and go on the year after.
    """
    if owner.kind == "results":
        return owner.period or year_period(owner.year)
    wide = year_period(owner.year - 1, owner.year + 1)
    known = owner.period or wide
    return span_period(known.start or wide.start, known.end or wide.end)


def is_outside(period: Period, owner: Owner) -> bool:
    """Whether ``period`` cannot be a time of ``owner``.

    A term of several years is no fault where the owner's time lies in it, nor is what begins before or goes
    on after; with an open beginning the known end must not lie years ahead.
    """
    bounds = owner_bounds(owner)
    if not period.meets(bounds):
        return True
    if period.start is None and period.end is not None:
        late = 0 if owner.kind == "results" else 1
        last = bounds.end.day.year if bounds.end else owner.year
        return period.end.day.year > last + late
    return False


def figure_period(figure: Figure) -> Period | None:
    """Return the time that must be told with ``figure``; None for simply its year or its campaign as a whole.

    Beside whole years a quarter must say so, also where all of its report is on that quarter. What there is
    on a day, such as members at a congress, is of that day and not of the term that is reported.
    """
    if figure.period is not None or figure.owner.kind == "campaign":
        return figure.period
    if figure.indicator.kind == "stock" and figure.as_of is not None:
        return None
    whole = figure.owner.period
    return None if whole is None or whole.span == year_period(figure.owner.year).span else whole


def write_from_to(period: Period) -> str:
    """Return the days (and hours) of a period in digits, for messages: "01/01/2024–31/03/2024"."""
    ends = (period.start, period.end)
    return "–".join(f"{end.clock} {end.day:%d/%m/%Y}".strip() if end else "…" for end in ends)
