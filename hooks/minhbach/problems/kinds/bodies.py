"""Other bodies: whose figures the site shows beside the chapter's own."""

from __future__ import annotations

from minhbach.language import mark as _
from minhbach.problems.problem import Kind, Severity

_ERROR = Severity.ERROR

BODY_UNKNOWN = Kind(
    "to-chuc-la",
    _ERROR,
    _("There is no body “{found}” in data/bodies.yml.{nearest}"),
    _("Use an identifier of data/bodies.yml, or add the body there; your own figures need no “body”."),
)
BODY_UNNAMED = Kind(
    "thieu-ten-to-chuc",
    _ERROR,
    _("“{found}” is a figure of {body}, which the text does not name."),
    _("Say in the text whose figure it is, for example “{short}”."),
)
BODY_KEEPS_OWN_BOOKS = Kind(
    "so-sach-to-chuc-khac",
    _ERROR,
    _("The key “{key}” is for the chapter’s own campaigns and figures; these are of {body}."),
    _("Delete the key “{key}”; or delete “body” if they are the chapter’s own."),
)
BODIES_MIXED = Kind(
    "lan-so-lieu-to-chuc",
    _ERROR,
    _("“{found}” is of {whose}, but “{other}” of {body}: one cannot be divided by the other."),
    _("Delete “per”, or name a figure of the same body there."),
)
YEARS_TOO_FEW = Kind(
    "chua-du-hai-nam",
    _ERROR,
    _("“{found}” compares years, but “{indicator}” has comparable figures of this only: {years}."),
    _("Show the figure itself, “{example}”, or enter that of another year."),
)
