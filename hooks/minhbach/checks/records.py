"""Dates, years and topics: what single records and their neighbours must keep to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from minhbach.language import mark
from minhbach.problems import Position, Problem, kinds
from minhbach.records.base import Day
from minhbach.records.contents import Contents, Entry
from minhbach.records.knowing import known_day
from minhbach.records.organisation import ValidityRecord
from minhbach.records.period import DayHour, Period, write_for_file
from minhbach.site.owner import Owner
from minhbach.site.periods import is_outside, owner_bounds, write_from_to
from minhbach.words import slugify

_OTHER_FILE = mark(
    "correct the time of the whole file (`year`, `period`), or move the figure to data/results/{year}.yml"
)
_OTHER_YEAR = mark("correct `year`")


def check_records(contents: Contents, now: datetime) -> Iterator[Problem]:
    """Check what the records of ``contents`` must keep to one by one and together."""
    yield from check_articles(contents)
    yield from check_periods(contents)
    yield from check_ended(contents, now)
    yield from check_tags(contents)
    yield from check_future(contents, now)


def check_articles(contents: Contents) -> Iterator[Problem]:
    """An article stands in its year's folder, has a text, and is not updated before it is published."""
    for item in contents.articles:
        record, entry = item.entry.record, item.entry
        folder = item.path.split("/")[1]
        if folder != str(record.published.year):
            details = {"year": str(record.published.year), "folder": folder}
            yield Problem(kinds.YEAR_FOLDER_WRONG, entry.at("published"), details)
        if record.updated is not None and record.updated < record.published:
            details = {
                "updated": f"{record.updated:%Y-%m-%d %H:%M}",
                "published": f"{record.published:%Y-%m-%d %H:%M}",
            }
            yield Problem(kinds.UPDATED_BEFORE_PUBLISHED, entry.at("updated"), details)
        if record.withdrawn is not None and record.withdrawn.date < record.published.date():
            details = {
                "withdrawn": record.withdrawn.date.isoformat(),
                "published": record.published.date().isoformat(),
            }
            yield Problem(kinds.WITHDRAWN_BEFORE_PUBLISHED, entry.at("withdrawn", "date"), details)
        if not item.prose.html and not item.prose.is_refused and record.withdrawn is None:
            yield Problem(kinds.BODY_EMPTY, Position(item.path))


def check_periods(contents: Contents) -> Iterator[Problem]:
    """No period ends before it starts; that of a report lies in its year."""
    for entry in contents.campaigns.values():
        period = entry.record.period
        yield from _reversed(known_day(period.start), known_day(period.end), entry.at("period", "end"))
    for key, results in contents.results.items():
        owner = Owner("results", key, results.record.title, results.record.year)
        if results.record.period is not None and is_outside(results.record.period, owner):
            yield tell_outside(results.record.period, owner, results.at("period"), is_of_figure=False)
    organisation = contents.single.get("data/organisation.yml")
    if organisation is not None:
        yield from _validity(organisation.record.valid, organisation, ("valid",))
        for key, unit in organisation.record.units.items():
            yield from _validity(unit.valid, organisation, ("units", key, "valid"))


def tell_outside(period: Period, owner: Owner, at: Position, *, is_of_figure: bool = True) -> Problem:
    """Return the problem of a period that has no part in the time of ``owner``."""
    day = (period.end or period.start or DayHour(date(owner.year, 1, 1))).day
    details = {
        "found": write_for_file(period),
        "from_to": write_from_to(period),
        "owner": owner.name,
        "owner_from_to": write_from_to(owner_bounds(owner)),
        "year": str(day.year),
        "otherwise_message": _OTHER_FILE if is_of_figure else _OTHER_YEAR,
    }
    return Problem(kinds.PERIOD_OUTSIDE, at, details)


def check_ended(contents: Contents, now: datetime) -> Iterator[Problem]:
    """What has ended has no first or last day that is still to come."""
    for entry in contents.campaigns.values():
        period = entry.record.period
        for key, day in (("start", known_day(period.start)), ("end", known_day(period.end))):
            if entry.record.ended and day is not None and day > now.date():
                details = {"found": f"{day:%d/%m/%Y}", "key": key}
                yield Problem(kinds.ENDED_TOO_EARLY, entry.at("ended"), details)
                break


def _validity(valid: ValidityRecord, entry: Entry[object], place: tuple[str, ...]) -> Iterator[Problem]:
    yield from _reversed(valid.since, valid.until, entry.at(*place, "until"))


def _reversed(start: Day | None, end: Day | None, at: Position) -> Iterator[Problem]:
    if start is not None and end is not None and end < start:
        yield Problem(kinds.PERIOD_REVERSED, at, {"start": start.isoformat(), "end": end.isoformat()})


def check_tags(contents: Contents) -> Iterator[Problem]:
    """A topic is spelt in one way; the newest article names its page. One without letters has no address."""
    names: dict[str, str] = {}
    shown = [
        item
        for item in contents.articles
        if not item.entry.record.draft and item.entry.record.withdrawn is None
    ]
    for item in sorted(shown, key=lambda item: item.entry.record.published, reverse=True):
        for index, tag in enumerate(item.entry.record.tags):
            key, at = slugify(tag), item.entry.at("tags", index)
            if not key:
                yield Problem(kinds.TAG_WITHOUT_LETTERS, at, {"found": tag})
            elif names.setdefault(key, tag) != tag:
                yield Problem(kinds.TAG_SPELT_TWICE, at, {"found": tag, "other": names[key]})


def check_future(contents: Contents, now: datetime) -> Iterator[Problem]:
    """What is told as having happened lies in the past; only publication may lie ahead."""
    for item in contents.articles:
        record, entry = item.entry.record, item.entry
        if record.published > now:
            continue
        told: list[tuple[date, Position]] = []
        if record.updated is not None and record.updated > now:
            told.append((record.updated.date(), entry.at("updated")))
        if record.withdrawn is not None and record.withdrawn.date > now.date():
            told.append((record.withdrawn.date, entry.at("withdrawn", "date")))
        for index, note in enumerate(record.corrections):
            if note.kind == "correction" and note.date > now.date():
                told.append((note.date, entry.at("corrections", index, "date")))
        for day, at in told:
            yield Problem(kinds.DATE_IN_FUTURE, at, {"found": f"{day:%d/%m/%Y}"})
