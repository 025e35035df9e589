"""All checks of a site, together."""

from __future__ import annotations

from minhbach.checks.figures import check_figures
from minhbach.checks.photos import check_photos
from minhbach.checks.prose import check_prose
from minhbach.checks.records import check_records
from minhbach.problems import Problem
from minhbach.records.contents import Contents
from minhbach.site.model import Site


def check_site(site: Site, contents: Contents) -> list[Problem]:
    """Return every problem of a linked site, errors and warnings, in no particular order."""
    return [
        *check_figures(site, contents),
        *check_prose(site, contents),
        *check_photos(site, contents),
        *check_records(site, contents),
    ]
