"""Funds, donors, purposes, accounts and postings: what ledgers refer to (data/*.yml)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from minhbach.records.amounts import Amount
from minhbach.records.base import Day, Identifier, Line, Record, Truth
from minhbach.records.figure import Sources
from minhbach.records.organisation import ValidityRecord

_BANK = r"[0-9]{6}"
_ACCOUNT = r"[0-9A-Za-z]{4,19}"
_MEMO = r"(?=.{1,25}$)[0-9A-Za-z]+(?: [0-9A-Za-z]+)*"


def _matching(pattern: str, error: str) -> Callable[[Any], str]:
    compiled = re.compile(pattern)

    def check(value: Any) -> str:
        if isinstance(value, str) and compiled.fullmatch(text := value.strip()):
            return text
        raise PydanticCustomError(error, "not of the form asked for")

    return check


BankBin = Annotated[
    str,
    BeforeValidator(_matching(_BANK, "bank_text")),
    WithJsonSchema({"type": "string", "pattern": f"^{_BANK}$"}),
]
"""The six digits by which NAPAS knows a bank: ``970436``."""

AccountNumber = Annotated[
    str,
    BeforeValidator(_matching(_ACCOUNT, "account_text")),
    WithJsonSchema({"type": "string", "pattern": f"^{_ACCOUNT}$"}),
]
"""The number of an account, without spaces: ``0011001932418``."""

Memo = Annotated[
    str,
    BeforeValidator(_matching(_MEMO, "memo_text")),
    WithJsonSchema({"type": "string", "pattern": f"^{_MEMO}$"}),
]
"""What givers write with a transfer: at most 25 letters without diacritics, digits and single spaces."""

DonorKind = Literal["person", "organisation", "ward", "group"]
"""Who gives: a person, an organisation (agency, school, enterprise), a ward of the chapter, a group."""


class StatementRecord(Record):
    """What the bank's statement gives as the balance of a fund at the end of a day."""

    day: Day
    balance_vnd: Amount
    document: Identifier | None = None
    """The statement itself, in data/documents.yml."""


class FundRecord(Record):
    """Money that is kept and accounted for together (data/funds.yml)."""

    name: Line
    description: Line | None = None
    opened: Day
    """The day on whose morning ``opening_vnd`` was in the fund; its ledger begins here."""
    opening_vnd: Amount | Literal["unknown"]
    """"unknown" where no paper tells: then nothing says what the fund holds, only what moved."""
    complete: Truth = True
    """Whether its ledger is meant to hold all that moved; where not, nobody can say what it holds either."""
    ledger_note: Line | None = None
    """What an incomplete ledger has, or lacks."""
    closed_through: Day | None = None
    """The last day of the period that is closed: its rows may not change any more."""
    statements: tuple[StatementRecord, ...] = ()
    source: Sources | None = None

    @property
    def known_opening_vnd(self) -> int | None:
        """What was in the fund at the beginning; None where nobody knows."""
        return None if self.opening_vnd == "unknown" else int(self.opening_vnd)

    @property
    def has_balance(self) -> bool:
        """Whether what the fund holds follows from its ledger."""
        return self.complete and self.known_opening_vnd is not None


class DonorRecord(Record):
    """A donor who is known by more than the rows of a ledger (data/donors.yml)."""

    name: Line
    """As it is shown."""
    kind: DonorKind
    unit: Identifier | None = None
    """The ward of the chapter that the donor is or belongs to, in data/organisation.yml."""
    consent: Literal["given", "withdrawn"] | None = None
    """Whether a person agrees to be named; without it a person is not. Organisations may withdraw it too."""
    valid: ValidityRecord = ValidityRecord()
    successor: Identifier | None = None
    """The donor that continues this one."""
    about: Line | None = None


def may_be_named(donor: DonorRecord) -> bool:
    """Whether a donor's name may be shown at all: persons must have agreed, others not objected."""
    return donor.consent == "given" or (donor.consent is None and donor.kind != "person")


class PurposeRecord(Record):
    """What money is spent on (data/purposes.yml)."""

    name: Line
    description: Line | None = None
    is_cost: Truth = False
    """Whether it is a cost of collecting and handing on: added up and shown by itself."""


class AccountRecord(Record):
    """A bank account for gifts (data/accounts.yml)."""

    bank: Line
    """The bank's name as people know it."""
    bank_bin: BankBin
    """As a VietQR code holds it; 000000, which no bank has, for a sample."""
    number: AccountNumber
    holder: Line
    branch: Line | None = None
    fund: Identifier | None = None
    """The fund in data/funds.yml that it belongs to."""
    since: Day | None = None
    until: Day | None = None
    """The last day on which it may be used."""
    memo: Memo | None = None
    """What to write with a gift for no campaign; made of the fund's or the chapter's name if left out."""
    sample: Truth = False
    """Whether it is a made-up account of a demonstration; its code is drawn so that it cannot be paid to."""


class AccountConfirmationRecord(Record):
    """A second person's word that an account is the chapter's (data/account-confirmations.yml)."""

    bank_bin: Line
    number: Line
    holder: Line
    confirmed: Day
    by: Line
    """Who compared it with the bank's own document: an office, not a phone number or an address."""


class PostingRecord(Record):
    """A notice-board sheet on paper: where it hung, from when to when (data/postings.yml)."""

    campaign: Identifier
    place: Line
    kind: Literal["receiving", "handing-over", "other"] = "receiving"
    """Whether money and goods are received here, or aid is given here; the law asks for both."""
    posted: Day
    removed: Day | None = None
    """The last day; left out while it still hangs."""
    data_hash: Line | None = None
    """The first characters of the data's hash, as they stand on the sheet."""
    note: Line | None = None
