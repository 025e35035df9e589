"""Ways to give: which accounts take gifts today, and for what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from minhbach.records.money import AccountRecord
from minhbach.site.model import Campaign, Site, Status


@dataclass(frozen=True)
class Way:
    """An account to give to, and the campaign that the gift is for; None: for all that the chapter does."""

    account_id: str
    campaign_id: str | None

    @property
    def key(self) -> str:
        """What tells it apart from the others, as a part of an address."""
        return f"{self.campaign_id or 'chung'}--{self.account_id}"


def is_open(account: AccountRecord, today: date) -> bool:
    """Whether an account may be used on the day ``today``."""
    has_begun = account.since is None or account.since <= today
    return has_begun and (account.until is None or today <= account.until)


def open_accounts(site: Site) -> Mapping[str, AccountRecord]:
    """Return the accounts that may be used on the day of the build."""
    today = site.settings.now.date()
    return {key: account for key, account in site.accounts.items() if is_open(account, today)}


def campaign_accounts(site: Site, campaign: Campaign) -> tuple[str, ...]:
    """Return the accounts that take gifts for a campaign: none unless it is running and the chapter's own.

    The one that it names; else the chapter's only one, or those that belong to no single fund.
    """
    if campaign.status is not Status.RUNNING or not campaign.is_ours:
        return ()
    accounts = open_accounts(site)
    if campaign.account_id is not None:
        return (campaign.account_id,) if campaign.account_id in accounts else ()
    if len(accounts) == 1:
        return tuple(accounts)
    return tuple(key for key, account in accounts.items() if account.fund is None)


def list_ways(site: Site) -> tuple[Way, ...]:
    """Return every way to give, those for running campaigns first; empty where there is no account.

    Where there are several accounts, one that a campaign names is kept for campaigns.
    """
    accounts = open_accounts(site)
    named = {campaign.account_id for campaign in site.campaigns.values()} if len(accounts) > 1 else set()
    return (
        *(Way(key, item.id) for item in site.campaigns.values() for key in campaign_accounts(site, item)),
        *(Way(key, None) for key in accounts if key not in named),
    )
