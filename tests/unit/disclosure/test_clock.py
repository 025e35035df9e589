"""The clock tells late from overdue from not yet due, to the day, and never guesses."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.disclosure.clock import Standing, compare_days, derive_states, is_tracked, list_states
from minhbach.disclosure.profiles import read_profiles

DUE = date(2025, 2, 25)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("due", "met", "today", "expected"),
    [
        (DUE, None, DUE, (Standing.NOT_YET_DUE, 0)),
        (DUE, None, DUE - timedelta(1), (Standing.NOT_YET_DUE, 1)),
        (DUE, None, DUE + timedelta(1), (Standing.OVERDUE, 1)),
        (DUE, DUE, DUE + timedelta(9), (Standing.MET, 0)),
        (DUE, DUE + timedelta(3), DUE + timedelta(9), (Standing.MET_LATE, 3)),
        (None, DUE, DUE, (Standing.MET_UNDATED, 0)),
        (None, None, DUE, (Standing.UNKNOWN, 0)),
    ],
)
def test_day_is_compared_with_the_last_day(due, met, today, expected) -> None:
    assert compare_days(due, met, today) == expected


@given(DAYS, st.none() | DAYS, DAYS)
def test_a_duty_stands_in_one_way_and_days_are_never_negative(due, met, today) -> None:
    standing, days = compare_days(due, met, today)
    assert days >= 0
    assert (standing is Standing.OVERDUE) == (met is None and today > due)
    assert (standing is Standing.MET_LATE) == (met is not None and met > due)
    if standing in (Standing.OVERDUE, Standing.MET_LATE):
        assert days >= 1


DISCLOSED = """disclosure:
  settlement_approved: 2025-03-01
  met:
    purpose: {day: 2025-01-08, document: thong-bao-2025}
    results: {day: 2025-02-27, document: bao-cao-2024}
"""
AFTER = "1743500000"
"""2025-04-01."""


def test_days_of_a_campaign_set_its_duties_off(gather, campaign_text) -> None:
    site = gather({"data/campaigns/tet-mau-2025.yml": campaign_text + DISCLOSED}, now=AFTER).site
    found = [(state.duty.id, state.due, state.standing, state.days) for state in list_states(site)]
    assert found == [
        ("purpose", date(2025, 1, 9), Standing.MET, 0),
        ("results", date(2025, 2, 25), Standing.MET_LATE, 2),
        ("settlement", date(2025, 3, 31), Standing.OVERDUE, 1),
    ]
    campaign = site.campaigns["tet-mau-2025"]
    assert campaign.evidence["purpose"][0].id == "thong-bao-2025"
    assert campaign.evidence["results"][0].kind == "document"


def test_campaign_of_which_nothing_is_recorded_is_not_tracked(gather) -> None:
    site = gather({}, now=AFTER).site
    assert list_states(site) == ()


def test_campaigns_are_tracked_from_the_day_that_the_organisation_names(gather, organisation_text) -> None:
    for since, tracked in (("2025-01-09", True), ("2025-01-10", False)):
        more = f"disclosure: {{since: {since}}}\n"
        site = gather({"data/organisation.yml": organisation_text + more}, now=AFTER).site
        assert is_tracked(site, site.campaigns["tet-mau-2025"]) is tracked
        assert bool(list_states(site)) is tracked


def test_day_that_nobody_published_leaves_the_last_day_open(gather, campaign_text) -> None:
    text = campaign_text.replace(
        "period: {start: 2025-01-09, end: 2025-01-26}", "period: {start: 2025-01-09}"
    )
    text += "disclosure: {met: {results: {day: 2025-02-10}}}\n"
    site = gather({"data/campaigns/tet-mau-2025.yml": text}, now=AFTER).site
    states = {state.duty.id: state for state in list_states(site)}
    assert states["results"].due is None
    assert states["results"].standing is Standing.MET_UNDATED
    assert states["settlement"].standing is Standing.UNKNOWN
    assert states["purpose"].standing is Standing.OVERDUE


def test_duties_are_those_of_the_chosen_profile(gather, campaign_text) -> None:
    text = campaign_text + "disclosure: {distribution_start: 2025-01-20, distribution_end: 2025-01-31}\n"
    site = gather({"data/campaigns/tet-mau-2025.yml": text}, now=AFTER).site
    states = derive_states(
        read_profiles()["disaster-appeal"], site.campaigns["tet-mau-2025"], date(2025, 1, 20)
    )
    assert [(state.duty.id, state.due) for state in states] == [
        ("call", date(2025, 1, 9)),
        ("received", date(2025, 2, 10)),
        ("beneficiaries", date(2025, 1, 20)),
        ("distributed", date(2025, 3, 2)),
    ]
