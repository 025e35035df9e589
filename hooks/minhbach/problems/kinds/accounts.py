"""Bank accounts for gifts: confirmed by a second person, and known where they are named."""

from __future__ import annotations

from minhbach.language import mark as _
from minhbach.problems.problem import Kind, Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

ACCOUNT_UNCONFIRMED = Kind(
    "tai-khoan-chua-xac-nhan",
    _ERROR,
    _("No second person has confirmed that the account “{account}” is the chapter’s."),
    _("Have someone compare it with the bank’s document and enter it in data/account-confirmations.yml."),
)
ACCOUNT_CHANGED = Kind(
    "tai-khoan-khac-xac-nhan",
    _ERROR,
    _("`{key}` of the account “{account}” is “{found}”, but {by} confirmed “{confirmed}” at {place}."),
    _("Undo the change; or, if it is right, have a second person compare and confirm it anew there."),
)
CONFIRMATION_UNUSED = Kind(
    "xac-nhan-thua",
    _WARNING,
    _("There is no account “{found}” in data/accounts.yml that this confirms.{nearest}"),
    _("Correct the identifier, or delete the confirmation."),
)
ACCOUNT_UNKNOWN = Kind(
    "tai-khoan-la",
    _ERROR,
    _("There is no account “{found}”.{nearest}"),
    _("Use an identifier of data/accounts.yml, or add the account there."),
)
SAMPLE_MISPLACED = Kind(
    "tai-khoan-mau-sai-cho",
    _ERROR,
    _("What is a sample and what is real must not mix: {reason}"),
    _("{how} Then have it confirmed anew in data/account-confirmations.yml."),
)
MEMO_SHARED = Kind(
    "noi-dung-chuyen-khoan-trung",
    _ERROR,
    _("Gifts for “{campaign}” and “{other}” come with the same words, “{found}”, into one account."),
    _("Give one of the campaigns a `memo` of its own."),
)
