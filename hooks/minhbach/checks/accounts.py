"""Accounts for gifts: whoever changes one alone, by mistake or on purpose, is stopped here.

What is checked is what a transfer goes by (bank, number) and what the giver's bank shows (holder). Each must
stand the same in a second file, which the rules of the repository can give to another person's care.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from minhbach.giving.orders import campaign_memo
from minhbach.giving.payload import NO_BANK
from minhbach.language import mark
from minhbach.problems import Position, Problem, kinds
from minhbach.records.contents import Contents, Entry
from minhbach.records.money import AccountConfirmationRecord, AccountRecord
from minhbach.records.read import nearest
from minhbach.site.giving import list_ways
from minhbach.site.model import Site
from minhbach.site.references import References

ACCOUNTS = "data/accounts.yml"
CONFIRMATIONS = "data/account-confirmations.yml"
_COMPARED = ("bank_bin", "number", "holder")

_MAKE_ACCOUNT_REAL = mark(
    "Delete `sample: true`, write the bank’s number; or `sample: true` into data/organisation.yml."
)
_MAKE_CHAPTER_REAL = mark(
    'Delete `sample: true` in data/organisation.yml; or write it here, with `bank_bin: "{no_bank}"`.'
)
_WRITE_NO_BANK = mark('Write `bank_bin: "{no_bank}"`.')
_WRITE_BANK = mark("Write the bank’s own number as `bank_bin`.")

Accounts = dict[str, AccountRecord]
Confirmations = dict[str, AccountConfirmationRecord]


def check_accounts(site: Site, contents: Contents) -> Iterator[Problem]:
    """Check the accounts, their confirmations, and what refers to either."""
    accounts: Entry[Accounts] | None = contents.single.get(ACCOUNTS)
    confirmations: Entry[Confirmations] | None = contents.single.get(CONFIRMATIONS)
    if accounts is not None:
        if CONFIRMATIONS not in contents.unusable:
            yield from check_confirmations(accounts, confirmations)
        if "data/organisation.yml" not in contents.unusable:
            yield from check_samples(accounts, site.organisation.sample)
        for key, account in accounts.record.items():
            since, until = account.since, account.until
            if since is not None and until is not None and until < since:
                details = {"start": since.isoformat(), "end": until.isoformat()}
                yield Problem(kinds.PERIOD_REVERSED, accounts.at(key, "until"), details)
    if confirmations is not None:
        yield from check_confirmed_days(confirmations, site.settings.now.date())
        if ACCOUNTS not in contents.unusable:
            known = list(accounts.record) if accounts is not None else []
            for key in confirmations.record:
                if key not in known:
                    details = {"found": key, "nearest": nearest(key, known)}
                    yield Problem(kinds.CONFIRMATION_UNUSED, confirmations.at(key, key=True), details)
    yield from check_references(site, contents)
    yield from check_memos(site, contents)


def check_confirmations(
    accounts: Entry[Accounts], confirmations: Entry[Confirmations] | None
) -> Iterator[Problem]:
    """Every account stands in the second file with the same bank, number and holder."""
    for key, account in accounts.record.items():
        confirmed = confirmations.record.get(key) if confirmations is not None else None
        if confirmations is None or confirmed is None:
            yield Problem(kinds.ACCOUNT_UNCONFIRMED, accounts.at(key, key=True), {"account": key})
            continue
        for name in _COMPARED:
            found, wanted = getattr(account, name), getattr(confirmed, name)
            if found != wanted:
                details = {
                    "account": key,
                    "key": name,
                    "found": found,
                    "confirmed": wanted,
                    "by": confirmed.by,
                    "place": str(confirmations.at(key, name)),
                }
                yield Problem(kinds.ACCOUNT_CHANGED, accounts.at(key, name), details)


def check_confirmed_days(confirmations: Entry[Confirmations], today: date) -> Iterator[Problem]:
    """Nobody has confirmed anything tomorrow."""
    for key, record in confirmations.record.items():
        if record.confirmed > today:
            details = {"found": f"{record.confirmed:%d/%m/%Y}"}
            yield Problem(kinds.DATE_IN_FUTURE, confirmations.at(key, "confirmed"), details)


def check_samples(accounts: Entry[Accounts], is_sample_chapter: bool) -> Iterator[Problem]:
    """Sample accounts, which nobody can pay to, and real ones are never mistaken for each other."""
    for key, account in accounts.record.items():
        at, how = accounts.at(key, "sample") if account.sample else accounts.at(key, key=True), ""
        if account.sample and not is_sample_chapter:
            reason = mark("The account “{account}” is a sample, but the chapter is a real one.")
            how = _MAKE_ACCOUNT_REAL
        elif is_sample_chapter and not account.sample:
            reason = mark("The account “{account}” is a real one, but the chapter is a sample.")
            how = _MAKE_CHAPTER_REAL
        elif account.sample != (account.bank_bin == NO_BANK):
            at = accounts.at(key, "bank_bin")
            reason = mark("The account “{account}” has the bank number {found}: {no_bank} means a sample.")
            how = _WRITE_NO_BANK if account.sample else _WRITE_BANK
        if how:
            details = {"account": key, "found": account.bank_bin, "no_bank": NO_BANK}
            yield Problem(
                kinds.SAMPLE_MISPLACED, at, {**details, "reason_message": reason, "how_message": how}
            )


def check_references(site: Site, contents: Contents) -> Iterator[Problem]:
    """Funds and accounts that are named exist."""
    references = References(contents.unusable)
    if (accounts := contents.single.get(ACCOUNTS)) is not None:
        for key, account in accounts.record.items():
            if account.fund is not None:
                at: Position = accounts.at(key, "fund")
                references.known(kinds.FUND_UNKNOWN, account.fund, site.funds, "data/funds.yml", at)
    for entry in contents.campaigns.values():
        if entry.record.account is not None:
            at = entry.at("account")
            references.known(kinds.ACCOUNT_UNKNOWN, entry.record.account, site.accounts, ACCOUNTS, at)
    yield from references.problems


def check_memos(site: Site, contents: Contents) -> Iterator[Problem]:
    """Two campaigns that take gifts into one account can be told apart by what givers write."""
    taken: dict[tuple[str, str], str] = {}
    for way in list_ways(site):
        if way.campaign_id is None:
            continue
        memo = campaign_memo(site.campaigns[way.campaign_id])
        other = taken.setdefault((way.account_id, memo.upper()), way.campaign_id)
        if other != way.campaign_id:
            details = {"campaign": way.campaign_id, "other": other, "found": memo}
            yield Problem(kinds.MEMO_SHARED, contents.campaigns[way.campaign_id].at("memo"), details)
