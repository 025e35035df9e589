"""Profiles are data: what they say is understood whole, or refused."""

from __future__ import annotations

from datetime import date

import pytest

from minhbach.disclosure.profiles import DEFAULT_PROFILE, Due, parse_profiles, read_profiles

TEXTS = {"name": "Name", "citation": "Law", "where": "Where"}


def one(duty: dict) -> dict:
    return {"thu": {**TEXTS, "duties": {"viec": {"what": "What", **duty}}}}


def test_profiles_are_those_of_the_three_laws_and_every_duty_has_a_time() -> None:
    profiles = read_profiles()
    assert list(profiles) == [DEFAULT_PROFILE, "disaster-appeal", "social-fund"]
    for profile in profiles.values():
        assert profile.citation
        assert profile.where
        assert any(duty.due for duty in profile.duties.values())
        assert all((duty.due is None) == bool(duty.standing) for duty in profile.duties.values())


@pytest.mark.parametrize(
    ("profile", "duty", "event", "due"),
    [
        ("red-cross", "purpose", date(2025, 1, 9), date(2025, 1, 9)),
        ("red-cross", "results", date(2025, 1, 26), date(2025, 2, 25)),
        ("red-cross", "settlement", date(2024, 2, 1), date(2024, 3, 2)),
        ("disaster-appeal", "call", date(2025, 9, 12), date(2025, 9, 12)),
        ("disaster-appeal", "received", date(2025, 12, 20), date(2026, 1, 4)),
        ("disaster-appeal", "distributed", date(2025, 12, 20), date(2026, 1, 19)),
        ("social-fund", "contributions", date(2025, 12, 31), date(2026, 3, 30)),
        ("social-fund", "contributions", date(2025, 1, 1), date(2026, 3, 30)),
    ],
)
def test_last_day_is_counted_as_the_rule_says(profile: str, duty: str, event: date, due: date) -> None:
    rule = read_profiles()[profile].duties[duty].due
    assert rule is not None
    assert rule.last_day(event) == due


def test_rule_is_read() -> None:
    def rule(due: dict) -> Due | None:
        return parse_profiles(one({"due": due}))["thu"].duties["viec"].due

    assert rule({"before": "start"}) == Due("start")
    assert rule({"within": 30, "of": "end"}) == Due("end", days=30)
    assert rule({"before_day": "03-31", "year_after": "end"}) == Due("end", before_day=(3, 31))


@pytest.mark.parametrize(
    "duty",
    [
        {},
        {"due": {"before": "start"}, "standing": "Always"},
        {"due": {"before": "begin"}},
        {"due": {"within": -1, "of": "end"}},
        {"due": {"within": "30", "of": "end"}},
        {"due": {"within": 30, "of": "end", "or": 40}},
        {"due": {"within": 30}},
        {"due": {"before_day": "02-29", "year_after": "end"}},
        {"due": {"before": "start"}, "who": "me"},
    ],
)
def test_rule_that_is_not_understood_is_refused(duty: dict) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_profiles(one(duty))
