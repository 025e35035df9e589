"""The clock: for each campaign and duty, until when it is due, when it was met, how it stands today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from minhbach.disclosure.profiles import DEFAULT_PROFILE, Duty, Event, Profile, read_profiles
from minhbach.records.disclosure import MetRecord
from minhbach.site.model import Campaign, Site


class Standing(StrEnum):
    """How a duty stands on a day."""

    MET = "met"
    MET_LATE = "met-late"
    MET_UNDATED = "met-undated"
    """Met, while the day that sets it off is not known."""
    OVERDUE = "overdue"
    NOT_YET_DUE = "not-yet-due"
    UNKNOWN = "unknown"
    """Not met, and not known until when it is due."""


@dataclass(frozen=True)
class DutyState:
    """One duty of one campaign."""

    campaign: Campaign
    duty: Duty
    event: Event
    due: date | None
    """None: the day of ``event`` is not known."""
    met: MetRecord | None
    standing: Standing
    days: int = 0
    """How many days late, overdue, or left."""


def find_profile(site: Site) -> Profile:
    """Return the profile that the organisation chose; the Red Cross's where it chose none that there is."""
    profiles = read_profiles()
    chosen = site.organisation.disclosure.profile
    return profiles.get(chosen, profiles[DEFAULT_PROFILE])


def is_tracked(site: Site, campaign: Campaign) -> bool:
    """Whether the clock runs for a campaign: it says so itself, or started since the organisation wants it.

    For older campaigns nobody may remember when what was published; they are not accused of anything.
    """
    if not campaign.is_ours:
        return False  # what others publish is their duty
    if campaign.disclosure is not None:
        return True
    since, start = site.organisation.disclosure.since, campaign.period.start
    return since is not None and start is not None and start >= since


def event_day(campaign: Campaign, event: Event) -> date | None:
    """Return the day on which ``event`` fell or will fall in a campaign; None if it is not known."""
    match event:
        case "start":
            return campaign.period.start
        case "end":
            return campaign.period.end
    record = campaign.disclosure
    if record is None:
        return None
    match event:
        case "distribution_start":
            return record.distribution_start
        case "distribution_end":
            return record.distribution_end
        case "settlement":
            return record.settlement_approved


def derive_states(profile: Profile, campaign: Campaign, today: date) -> tuple[DutyState, ...]:
    """Return how each dated duty of ``profile`` stands for ``campaign`` on the day ``today``."""
    return tuple(_states(profile, campaign, today))


def _states(profile: Profile, campaign: Campaign, today: date) -> Iterator[DutyState]:
    for duty in profile.duties.values():
        if duty.due is None:
            continue
        event = event_day(campaign, duty.due.event)
        due = duty.due.last_day(event) if event is not None else None
        met = campaign.disclosure.met.get(duty.id) if campaign.disclosure is not None else None
        standing, days = compare_days(due, met.day if met is not None else None, today)
        yield DutyState(campaign, duty, duty.due.event, due, met, standing, days)


def compare_days(due: date | None, met: date | None, today: date) -> tuple[Standing, int]:
    """Return how a duty stands, and by how many days it is late, overdue or ahead."""
    if met is not None:
        if due is None:
            return Standing.MET_UNDATED, 0
        return (Standing.MET_LATE, (met - due).days) if met > due else (Standing.MET, 0)
    if due is None:
        return Standing.UNKNOWN, 0
    if today > due:
        return Standing.OVERDUE, (today - due).days
    return Standing.NOT_YET_DUE, (due - today).days


def list_states(site: Site) -> tuple[DutyState, ...]:
    """Return every dated duty of every campaign that the clock runs for, in the order of the campaigns."""
    profile, today = find_profile(site), site.settings.now.date()
    return tuple(
        state
        for campaign in site.campaigns.values()
        if is_tracked(site, campaign)
        for state in derive_states(profile, campaign, today)
    )
