"""It adds up, or it does not build: funds, statements, earmarked money, headline figures; to the đồng."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from minhbach.derive.headline import sum_for_headline
from minhbach.derive.money import FundAccount, derive_money
from minhbach.problems import Problem, kinds
from minhbach.records.campaign import CampaignRecord
from minhbach.records.contents import Contents, Entry
from minhbach.site.model import Campaign, Site
from minhbach.sources.text import write_count

FUNDS = "data/funds.yml"


def check_money(site: Site, contents: Contents) -> Iterator[Problem]:
    """Check what the ledgers of ``site`` add up to. Nothing is told where a ledger could not be read."""
    if contents.files.ledgers and site.ledger.is_empty:
        return
    money = derive_money(site)
    entry = contents.single.get(FUNDS)
    for account in money.funds.values():
        if entry is not None:
            yield from _check_fund(account, entry)
    for campaign in site.campaigns.values():
        if campaign.ledger is not None:
            yield from _check_headline(site, campaign, contents.campaigns[campaign.id])


def _dong(amount: int | Decimal) -> str:
    return f"{'−' if amount < 0 else ''}{write_count(abs(int(amount)))} đồng"


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _check_fund(account: FundAccount, entry: Entry[object]) -> Iterator[Problem]:
    opening = int(account.record.opening_vnd)
    for day, balance in account.balances.items():
        if balance < 0:
            months = [month for month in account.months if month.first_day <= day]
            income = sum(month.income_vnd + month.transferred_in_vnd for month in months)
            details = {
                "day": _day(day),
                "fund": account.id,
                "balance": _dong(balance),
                "opening": _dong(opening),
                "income": _dong(income),
                "spent": _dong(sum(month.spent_vnd + month.transferred_out_vnd for month in months)),
            }
            yield Problem(kinds.FUND_NEGATIVE, entry.at(account.id), details)
            break
    else:
        # Where money is missing altogether, that some of it was meant for something else says nothing more.
        for day, missing in account.overspent.items():
            details = {"day": _day(day), "missing": _dong(missing), "fund": account.id}
            yield Problem(kinds.EARMARK_OVERSPENT, entry.at(account.id), details)
            break
    for index, statement in enumerate(account.record.statements):
        found, expected = account.balance_on(statement.day), int(statement.balance_vnd)
        if found != expected:
            details = {
                "day": _day(statement.day),
                "fund": account.id,
                "found": _dong(found),
                "expected": _dong(expected),
                "difference": _dong(found - expected),
            }
            at = entry.at(account.id, "statements", index, "balance_vnd")
            yield Problem(kinds.STATEMENT_DIFFERS, at, details)


def _check_headline(site: Site, campaign: Campaign, entry: Entry[CampaignRecord]) -> Iterator[Problem]:
    """Named + anonymous + not itemised = the figure that states what was received, within its rounding."""
    assert campaign.ledger is not None
    figure = site.figures.get(f"{campaign.id}.{campaign.ledger.headline}")
    if figure is None or figure.quantity is None:
        return
    found = sum_for_headline(site.ledger, campaign, figure)
    if found.agree_with(figure):
        return
    sums, total = found.by_listing, found.total
    stated = int(figure.quantity.value)
    details = {
        "address": figure.address,
        "found": _dong(stated),
        "expected": _dong(total),
        "named": _dong(sums["named"]),
        "anonymous": _dong(sums["anonymous"]),
        "rest": _dong(sums["not-itemised"]),
        "difference": _dong(abs(stated - total)),
        "record": entry.document.path,
    }
    yield Problem(kinds.HEADLINE_DIFFERS, entry.at("figures", campaign.ledger.headline, "value"), details)
