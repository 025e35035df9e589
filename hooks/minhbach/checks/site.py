"""All checks of a site, together."""

from __future__ import annotations

from minhbach.checks.accounts import check_accounts
from minhbach.checks.acknowledgments import check_acknowledgments
from minhbach.checks.addresses import check_addresses, check_lost_addresses
from minhbach.checks.bodies import check_bodies
from minhbach.checks.cards import check_cards
from minhbach.checks.disclosure import check_disclosure
from minhbach.checks.figures import check_figures
from minhbach.checks.money import check_money
from minhbach.checks.photos import check_photos
from minhbach.checks.postings import check_postings, check_sheets
from minhbach.checks.prose import check_prose
from minhbach.checks.records import check_records
from minhbach.problems import Problem
from minhbach.records.contents import Contents
from minhbach.site.model import Site
from minhbach.sources.history import LostArticle


def check_site(site: Site, contents: Contents, lost: tuple[LostArticle, ...] = ()) -> list[Problem]:
    """Return every problem of a linked site, errors and warnings, in no particular order.

    ``lost`` are article files that the history knows and that are no longer there.
    """
    return [
        *check_accounts(site, contents),
        *check_bodies(site, contents),
        *check_acknowledgments(contents),
        *check_cards(contents),
        *check_disclosure(site, contents),
        *check_figures(site, contents),
        *check_money(site, contents),
        *check_prose(site, contents),
        *check_photos(site, contents),
        *check_postings(site, contents),
        *check_sheets(site, contents),
        *check_records(contents, site.settings.now),
        *check_addresses(site, contents),
        *check_lost_addresses(site, lost),
    ]
