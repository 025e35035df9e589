"""Dates, years and addresses: what single records and their neighbours must keep to."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.language import mark
from minhbach.problems import Position, Problem, kinds
from minhbach.records.base import Day
from minhbach.records.contents import Contents, Entry
from minhbach.records.organisation import ValidityRecord
from minhbach.site.addresses import list_addresses
from minhbach.site.link import article_id, page_id
from minhbach.site.links import own_address
from minhbach.site.model import Article, Site, WrittenPage

_BUILT_IN = mark("a page that the site makes by itself")


def check_records(site: Site, contents: Contents) -> Iterator[Problem]:
    """Check what the records of ``contents`` must keep to one by one and together."""
    yield from check_articles(contents)
    yield from check_periods(contents)
    yield from check_addresses(site, contents)


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
        if not item.prose.html and not item.prose.is_refused:
            yield Problem(kinds.BODY_EMPTY, Position(item.path))


def check_periods(contents: Contents) -> Iterator[Problem]:
    """No period ends before it starts."""
    for entry in contents.campaigns.values():
        period = entry.record.period
        yield from _reversed(period.start, period.end, entry.at("period", "end"))
    organisation = contents.single.get("data/organisation.yml")
    if organisation is not None:
        yield from _validity(organisation.record.valid, organisation, ("valid",))
        for key, unit in organisation.record.units.items():
            yield from _validity(unit.valid, organisation, ("units", key, "valid"))


def _validity(valid: ValidityRecord, entry: Entry[object], place: tuple[str, ...]) -> Iterator[Problem]:
    yield from _reversed(valid.since, valid.until, entry.at(*place, "until"))


def _reversed(start: Day | None, end: Day | None, at: Position) -> Iterator[Problem]:
    if start is not None and end is not None and end < start:
        yield Problem(kinds.PERIOD_REVERSED, at, {"start": start.isoformat(), "end": end.isoformat()})


def check_addresses(site: Site, contents: Contents) -> Iterator[Problem]:
    """Every page has an address of its own; articles of one name are told apart by their files."""
    identities = {item.path: article_id(item.path) for item in contents.articles}
    identities |= {item.path: page_id(item.path) for item in contents.pages}
    for path, identity in identities.items():
        if not all(identity.split("/")):  # a name without a single letter or digit
            yield Problem(kinds.ID_INVALID, Position(path), {"found": path, "expected": "ten-khong-dau"})
    taken: dict[str, str] = {}
    for path in identities:
        address = own_address(path)
        if address in taken:
            details = {"address": address, "other": taken[address]}
            yield Problem(kinds.ADDRESS_DUPLICATE, Position(path), details)
        taken.setdefault(address, path)
    for address, shown in list_addresses(site):
        if address in taken and not isinstance(shown, Article | WrittenPage):
            details = {"address": address, "other_message": _BUILT_IN}
            yield Problem(kinds.ADDRESS_DUPLICATE, Position(taken[address]), details)
