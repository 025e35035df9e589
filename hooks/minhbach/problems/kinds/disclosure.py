"""Disclosure: duties that are unknown, overdue, or met on a day on which they could not be."""

from __future__ import annotations

from minhbach.language import mark as _
from minhbach.problems.problem import Kind, Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

PROFILE_UNKNOWN = Kind(
    "bo-quy-dinh-la",
    _ERROR,
    _("There is no set of rules “{found}”.{nearest}"),
    _("Use one of: {known}."),
)
DUTY_UNKNOWN = Kind(
    "muc-cong-khai-la",
    _ERROR,
    _("“{found}” is nothing that the rules ask to be disclosed.{nearest}"),
    _("Use one of: {known}."),
)
DUTY_OVERDUE = Kind(
    "cong-khai-qua-han",
    _WARNING,
    _("“{what}” was to be disclosed by {due}, {days} days ago, and is not recorded as done."),
    _("Disclose it, then enter under `disclosure: {{met: …}}` “{duty}: {{day: …}}” and where it is."),
)
DISCLOSED_TOO_EARLY = Kind(
    "cong-khai-truoc-khi-co",
    _WARNING,
    _("“{what}” is recorded as disclosed on {found}, before {event} on {day}."),
    _("Correct one of the two dates."),
)
DISCLOSED_BEFORE_PROOF = Kind(
    "cong-khai-truoc-van-ban",
    _WARNING,
    _("“{what}” is recorded as disclosed on {found}, but its proof, “{title}”, is of {day}."),
    _("Name a document or article of that day or before, correct `day`, or the day of that one in {record}."),
)
SHEET_WITHOUT_CONTACT = Kind(
    "to-niem-yet-thieu-noi-hoi",
    _WARNING,
    _("The sheets for the notice board have nobody to ask: data/organisation.yml has no `contact`."),
    _("Add `contact: …`, its office and hours; until then it is filled in by hand on every printed sheet."),
)
POSTING_MISSING = Kind(
    "chua-ghi-niem-yet",
    _WARNING,
    _("“{what}” is recorded as posted, but data/postings.yml has no sheet of this campaign on {found}."),
    _("Enter in data/postings.yml where the sheet hung, from when to when; or correct the day."),
)
