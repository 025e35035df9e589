"""Single records: keys, values, identifiers."""

from __future__ import annotations

from minhbach.language import mark as _
from minhbach.problems.problem import Kind, Severity

_ERROR = Severity.ERROR

KEY_UNKNOWN = Kind(
    "khoa-la",
    _ERROR,
    _("Unknown key “{key}”.{nearest}"),
    _("Correct the key’s name or delete the line. Known keys here: {known}."),
)
KEY_MISSING = Kind(
    "thieu-khoa",
    _ERROR,
    _("The required key “{key}” is missing."),
    _("Add a line “{key}: …”."),
)
KEYS_TOGETHER = Kind(
    "hai-khoa-cung-luc",
    _ERROR,
    _("“{key}” and “{other}” say the same thing in two ways; only one of the two can stand here."),
    _("Delete “{key}” or “{other}”."),
)
VALUE_MISSING = Kind(
    "khoa-trong",
    _ERROR,
    _("The key “{key}” has no value."),
    _("Write the value after “{key}:”."),
)
VALUE_INVALID = Kind(
    "gia-tri-sai",
    _ERROR,
    _("“{found}” is not a valid value for “{key}”: expected {expected}."),
    _("Correct the value."),
)
DATE_IMPOSSIBLE = Kind(
    "ngay-khong-hop-le",
    _ERROR,
    _("“{found}” is not a date or time that exists (key “{key}”)."),
    _("Write a date as 2025-01-16 and a time as 2025-01-16 08:43."),
)
ID_INVALID = Kind(
    "ma-khong-hop-le",
    _ERROR,
    _("“{found}” cannot be an identifier."),
    _("Use small letters without diacritics, digits and hyphens, for example “{expected}”."),
)
ID_DUPLICATE = Kind(
    "trung-ma",
    _ERROR,
    _("The identifier “{id}” is already used at {other}."),
    _("Choose another identifier; addresses are built from it."),
)
ENDED_TOO_EARLY = Kind(
    "da-ket-thuc-truoc-ngay",
    _ERROR,
    _("`ended: true` says that the campaign has ended, but {found} (key “{key}”) is still to come."),
    _("Delete `ended`; or correct the day, if the source says that it ended earlier."),
)
YEAR_FOLDER_WRONG = Kind(
    "sai-thu-muc-nam",
    _ERROR,
    _("The article is published in {year} but stands in the folder “{folder}”."),
    _("Move the file to “news/{year}/”."),
)
