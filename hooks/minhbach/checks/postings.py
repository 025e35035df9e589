"""Sheets on paper: they say whom to ask, are of a campaign that there is, and hung on days that have come."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.problems import Problem, kinds
from minhbach.records.contents import Contents, Entry
from minhbach.records.money import PostingRecord
from minhbach.site.model import Site
from minhbach.site.references import References
from minhbach.site.sheets import sheet_campaigns


def check_sheets(site: Site, contents: Contents) -> Iterator[Problem]:
    """What is signed and hung up says whom to ask; of a chapter whose last day is recorded nobody asks it."""
    entry, organisation = contents.single.get("data/organisation.yml"), site.organisation
    if entry is None or organisation.contact is not None or organisation.valid.until is not None:
        return
    if sheet_campaigns(site):
        yield Problem(kinds.SHEET_WITHOUT_CONTACT, entry.at())


def check_postings(site: Site, contents: Contents) -> Iterator[Problem]:
    """Check the log of postings (data/postings.yml)."""
    entry: Entry[tuple[PostingRecord, ...]] | None = contents.single.get("data/postings.yml")
    if entry is None:
        return
    references = References(contents.unusable)
    today = site.settings.now.date()
    for index, posting in enumerate(entry.record):
        path, at = f"data/campaigns/{posting.campaign}.yml", entry.at(index, "campaign")
        references.known(kinds.CAMPAIGN_UNKNOWN, posting.campaign, contents.campaigns, path, at)
        if posting.removed is not None and posting.removed < posting.posted:
            details = {"start": posting.posted.isoformat(), "end": posting.removed.isoformat()}
            yield Problem(kinds.PERIOD_REVERSED, entry.at(index, "removed"), details)
        for name in ("posted", "removed"):
            day = getattr(posting, name)
            if day is not None and day > today:
                yield Problem(kinds.DATE_IN_FUTURE, entry.at(index, name), {"found": f"{day:%d/%m/%Y}"})
    yield from references.problems
