"""Disclosure profiles: which duties an organisation has, and the days that set them off (profiles.yml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

DEFAULT_PROFILE = "red-cross"
Event = Literal["start", "end", "distribution_start", "distribution_end", "settlement"]
"""What sets a duty off."""
_FILE = Path(__file__).with_name("profiles.yml")


@dataclass(frozen=True)
class Due:
    """Until when: ``days`` after the event, before ``before_day`` of the year after it, else by its day."""

    event: Event
    days: int | None = None
    before_day: tuple[int, int] | None = None
    """Month and day."""

    @property
    def comes_before(self) -> bool:
        """Whether it is to be done before the event, and not because of it."""
        return self.days is None and self.before_day is None

    def last_day(self, event: date) -> date:
        """Return the last day on which the duty is met in time, where the event falls on the day ``event``.

        "Before the campaign starts" counts its first day, because the hour of the start is not recorded.
        """
        if self.before_day is not None:
            return date(event.year + 1, *self.before_day) - timedelta(days=1)
        return event + timedelta(days=self.days or 0)


@dataclass(frozen=True)
class Duty:
    """Something to publish. Either ``due`` or ``standing`` is given."""

    id: str
    what: str
    """A message key, as ``standing`` is."""
    due: Due | None
    standing: str


@dataclass(frozen=True)
class Profile:
    """The duties of one kind of organisation. All texts are message keys."""

    id: str
    name: str
    citation: str
    where: str
    note: str
    costs: str
    """Which text asks that costs be published by themselves; "" where none of this profile does."""
    duties: Mapping[str, Duty]


@lru_cache(maxsize=1)
def read_profiles() -> Mapping[str, Profile]:
    """Return every profile by its identifier. Cached: they belong to the program and never change."""
    return parse_profiles(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def parse_profiles(data: Mapping[str, Mapping[str, Any]]) -> dict[str, Profile]:
    """Return the profiles that ``data`` describes. Raises ValueError for anything that it does not know."""
    return {key: _profile(key, dict(value)) for key, value in data.items()}


def _profile(key: str, data: dict[str, Any]) -> Profile:
    duties = {name: _duty(name, dict(value)) for name, value in data.pop("duties").items()}
    texts = {name: str(data.pop(name)) for name in ("name", "citation", "where")}
    note, costs = str(data.pop("note", "")), str(data.pop("costs", ""))
    _expect_nothing(key, data)
    return Profile(key, **texts, note=note, costs=costs, duties=duties)


def _duty(key: str, data: dict[str, Any]) -> Duty:
    what, standing = str(data.pop("what")), str(data.pop("standing", ""))
    due = _due(key, dict(data.pop("due"))) if "due" in data else None
    if (due is None) != bool(standing):
        raise ValueError(f"{key}: either due or standing")
    _expect_nothing(key, data)
    return Duty(key, what, due, standing)


def _due(key: str, data: dict[str, Any]) -> Due:
    match data:
        case {"before": event, **rest}:
            due = Due(event)
        case {"within": int(days), "of": event, **rest} if days >= 0:
            due = Due(event, days=days)
        case {"before_day": str(text), "year_after": event, **rest}:
            month, day = (int(part) for part in text.split("-"))
            date(2023, month, day)  # raises for a day that not every year has
            due = Due(event, before_day=(month, day))
        case _:
            raise ValueError(f"{key}: {data}")
    if event not in get_args(Event):
        raise ValueError(f"{key}: {event}")
    _expect_nothing(key, rest)
    return due


def _expect_nothing(key: str, left: Mapping[str, Any]) -> None:
    if left:
        raise ValueError(f"{key}: {', '.join(left)}")
