"""The hashes of the codes with which donors look up their gifts."""

from __future__ import annotations

from minhbach.language import mark as _
from minhbach.problems.problem import Kind, Severity

_ERROR = Severity.ERROR

SALT_MISSING = Kind(
    "thieu-muoi",
    _ERROR,
    _("There are codes of gifts in data/codes/, but the file of their salt, {path}, is missing."),
    _("Bring it back from git; a new file would make every code that was handed out worthless."),
)
CODE_MALFORMED = Kind(
    "ma-tra-cuu-hong",
    _ERROR,
    _("The line of “{found}” is not a receipt and the hash of its code."),
    _("Leave these files as “python -m minhbach codes” has written them; bring the line back from git."),
)
CODE_RECEIPT_UNKNOWN = Kind(
    "ma-tra-cuu-bien-nhan-la",
    _ERROR,
    _("There is a code for the receipt “{found}”, but no gift with this receipt."),
    _("Correct the receipt in data/gifts/, or delete this line if the gift was never entered."),
)
CODE_TWICE = Kind(
    "ma-tra-cuu-trung",
    _ERROR,
    _("The receipt “{found}” already has a code, or the same hash: {other}."),
    _("Keep the line whose code the donor has, and delete the other."),
)
