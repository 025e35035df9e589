"""Disclosure: what is recorded can be, and what is overdue is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from minhbach.disclosure.clock import DutyState, Standing, event_day, find_profile, list_states
from minhbach.disclosure.profiles import read_profiles
from minhbach.disclosure.words import EVENT_WORDS
from minhbach.problems import Position, Problem, kinds
from minhbach.records.campaign import CampaignRecord
from minhbach.records.contents import Contents, Entry
from minhbach.records.money import PostingRecord
from minhbach.records.read import nearest
from minhbach.site.model import Campaign, Site
from minhbach.site.sourcing import DOCUMENTS


def check_disclosure(site: Site, contents: Contents) -> Iterator[Problem]:
    """Check the profile of the organisation and what the campaigns say was disclosed."""
    organisation = contents.single.get("data/organisation.yml")
    chosen, profiles = site.organisation.disclosure.profile, list(read_profiles())
    if organisation is not None and chosen not in profiles:
        details = {"found": chosen, "nearest": nearest(chosen, profiles), "known": ", ".join(profiles)}
        yield Problem(kinds.PROFILE_UNKNOWN, organisation.at("disclosure", "profile"), details)
        return  # which duties there are is not known
    today = site.settings.now.date()
    for entry in contents.campaigns.values():
        yield from _check_days(entry, today)
        yield from _check_duties(site, entry)
    for campaign in site.campaigns.values():
        yield from _check_proofs(site, campaign, contents.campaigns[campaign.id])
    for state in list_states(site):
        entry = contents.campaigns[state.campaign.id]
        if state.met is None:
            yield from _check_overdue(state, entry)
        else:
            yield from _check_met(site, state, entry)


def _check_days(entry: Entry[CampaignRecord], today: date) -> Iterator[Problem]:
    """What is told as done lies in the past."""
    disclosure = entry.record.disclosure
    if disclosure is None:
        return
    told: list[tuple[date | None, Position]] = [
        (disclosure.settlement_approved, entry.at("disclosure", "settlement_approved"))
    ]
    told += [(met.day, entry.at("disclosure", "met", duty, "day")) for duty, met in disclosure.met.items()]
    for day, at in told:
        if day is not None and day > today:
            yield Problem(kinds.DATE_IN_FUTURE, at, {"found": f"{day:%d/%m/%Y}"})
    start, end = disclosure.distribution_start, disclosure.distribution_end
    if start is not None and end is not None and end < start:
        details = {"start": start.isoformat(), "end": end.isoformat()}
        yield Problem(kinds.PERIOD_REVERSED, entry.at("disclosure", "distribution_end"), details)


def _check_duties(site: Site, entry: Entry[CampaignRecord]) -> Iterator[Problem]:
    known = [duty.id for duty in find_profile(site).duties.values() if duty.due is not None]
    for duty in entry.record.disclosure.met if entry.record.disclosure is not None else ():
        if duty not in known:
            details = {"found": duty, "nearest": nearest(duty, known), "known": ", ".join(known)}
            yield Problem(kinds.DUTY_UNKNOWN, entry.at("disclosure", "met", duty, key=True), details)


def _check_proofs(site: Site, campaign: Campaign, entry: Entry[CampaignRecord]) -> Iterator[Problem]:
    """What proves that something was disclosed on a day is not of a later day."""
    duties = find_profile(site).duties
    for duty, sources in campaign.evidence.items():
        day = entry.record.disclosure.met[duty].day if entry.record.disclosure is not None else None
        for source in sources:
            if day is not None and source.day is not None and day < source.day and duty in duties:
                details = {
                    "what_message": duties[duty].what,
                    "found": f"{day:%d/%m/%Y}",
                    "title": source.title,
                    "record": DOCUMENTS if source.kind == "document" else f"news/{source.id}.md",
                    "day": f"{source.day:%d/%m/%Y}",
                }
                at = entry.at("disclosure", "met", duty, "day")
                yield Problem(kinds.DISCLOSED_BEFORE_PROOF, at, details)


def _check_overdue(state: DutyState, entry: Entry[CampaignRecord]) -> Iterator[Problem]:
    if state.standing is Standing.OVERDUE and state.due is not None:
        at = entry.at("disclosure", key=True) if entry.record.disclosure is not None else entry.at()
        details = {
            "what_message": state.duty.what,
            "due": f"{state.due:%d/%m/%Y}",
            "days": str(state.days),
            "duty": state.duty.id,
        }
        yield Problem(kinds.DUTY_OVERDUE, at, details)


def _check_met(site: Site, state: DutyState, entry: Entry[CampaignRecord]) -> Iterator[Problem]:
    met, due = state.met, state.duty.due
    assert met is not None
    assert due is not None
    place = ("disclosure", "met", state.duty.id)
    details = {"what_message": state.duty.what, "found": f"{met.day:%d/%m/%Y}"}
    event = event_day(state.campaign, due.event)
    if event is not None and not due.comes_before and met.day < event:
        told = {**details, "event_message": EVENT_WORDS[due.event], "day": f"{event:%d/%m/%Y}"}
        yield Problem(kinds.DISCLOSED_TOO_EARLY, entry.at(*place, "day"), told)
    if met.posted and not any(_hung(item, state.campaign.id, met.day) for item in site.postings):
        yield Problem(kinds.POSTING_MISSING, entry.at(*place, "posted"), details)


def _hung(posting: PostingRecord, campaign: str, day: date) -> bool:
    has_begun = posting.campaign == campaign and posting.posted <= day
    return has_begun and (posting.removed is None or day <= posting.removed)
