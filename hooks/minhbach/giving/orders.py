"""Payment orders: for every way to give, what the code holds and what givers write with their transfer."""

from __future__ import annotations

from dataclasses import dataclass

from minhbach.giving.payload import NO_BANK, write_payload
from minhbach.records.money import AccountRecord
from minhbach.site.giving import Way, list_ways
from minhbach.site.model import Campaign, Site
from minhbach.words import slugify

MAX_MEMO = 25
SAMPLE_MEMO = "MAU KHONG CHUYEN TIEN"
"""What a banking app would show of a sample code, if it showed anything: "a sample, transfer no money"."""
_GIVING = "UNG HO"


@dataclass(frozen=True)
class Order:
    """A way to give with all that its reader needs."""

    way: Way
    account: AccountRecord
    memo: str
    payload: str

    @property
    def number_groups(self) -> tuple[str, ...]:
        """The account's number in groups of four, for reading."""
        number = self.account.number
        return tuple(number[start : start + 4] for start in range(0, len(number), 4))


def list_orders(site: Site) -> tuple[Order, ...]:
    """Return the orders of all ways to give, in their order."""
    return tuple(make_order(site, way) for way in list_ways(site))


def make_order(site: Site, way: Way) -> Order:
    """Return the order of one way to give.

    Money for a sample account would go nowhere, or to a stranger. So its code names a bank that does not
    exist, whatever the record says, and a memo that warns.
    """
    account = site.accounts[way.account_id]
    if way.campaign_id is not None:
        memo = campaign_memo(site.campaigns[way.campaign_id])
    else:
        memo = account_memo(site, account)
    bank_bin, written = (NO_BANK, SAMPLE_MEMO) if account.sample else (account.bank_bin, memo)
    return Order(way, account, memo, write_payload(bank_bin, account.number, written))


def campaign_memo(campaign: Campaign) -> str:
    """Return what givers write so that their gift is known to be for ``campaign``: "TET NHAN AI 2025"."""
    return campaign.memo or shorten_memo(campaign.id.replace("-", " "))


def account_memo(site: Site, account: AccountRecord) -> str:
    """Return what givers write with a gift for no campaign: "UNG HO QUY NHAN DAO"."""
    if account.memo is not None:
        return account.memo
    fund = site.funds.get(account.fund) if account.fund is not None else None
    name = fund.name if fund is not None else site.organisation.short_name
    words = slugify(name).replace("-", " ")
    return shorten_memo(f"{_GIVING} {words}".strip())


def shorten_memo(text: str) -> str:
    """Return ``text`` (letters, digits, spaces) in capitals and at most 25 characters.

    Of a longer one whole words are left out at its end, but not the year with which a campaign's name closes.
    """
    words = text.upper().split(" ")
    kept = words[-1:] if words[-1].isdigit() else []
    words = words[: len(words) - len(kept)]
    while len(words) > 1 and len(" ".join([*words, *kept])) > MAX_MEMO:
        words.pop()
    return " ".join([*words, *kept])[:MAX_MEMO].strip()
