"""It adds up, or it does not build: funds, statements, earmarked money, headline figures; to the đồng."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from minhbach.derive.comparison import RECEIVED, Comparison, compare_campaigns, list_unmeasured
from minhbach.derive.headline import headline_end, sum_for_headline
from minhbach.derive.money import CampaignMoney, FundAccount, derive_money
from minhbach.ledger.columns import LedgerName
from minhbach.numbers.writing import write_number, write_quantity
from minhbach.problems import Problem, kinds
from minhbach.records.campaign import CampaignRecord
from minhbach.records.contents import Contents, Entry
from minhbach.records.figure import LedgerMeasure
from minhbach.site.model import Campaign, Site
from minhbach.sources.text import write_count

FUNDS = "data/funds.yml"
_LEDGERS: Mapping[LedgerMeasure, LedgerName] = {
    "spent-money": "expenses",
    "handed-over": "deliveries",
    "handed-over-value": "deliveries",
    "households": "deliveries",
}
"""In which ledger, other than that of gifts, the rows of a sum are found."""


def check_money(site: Site, contents: Contents) -> Iterator[Problem]:
    """Check what the ledgers of ``site`` add up to. Nothing is told where a ledger could not be read."""
    if contents.files.ledgers and site.ledger.is_empty:
        return
    money = derive_money(site)
    comparisons = compare_campaigns(site)
    entry = contents.single.get(FUNDS)
    for account in money.funds.values():
        if entry is not None:
            yield from _check_fund(account, entry)
    for campaign in site.campaigns.values():
        found = comparisons.get(campaign.id, ())
        place = contents.campaigns[campaign.id]
        yield from _check_comparisons(site, campaign, found, place)
        yield from _check_measured(site, campaign, money.campaigns.get(campaign.id), found)


def _dong(amount: int | Decimal) -> str:
    return f"{'−' if amount < 0 else ''}{write_count(abs(int(amount)))} đồng"


def _write(number: Decimal) -> str:
    value = number.normalize()
    step = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
    return f"{'−' if value < 0 else ''}{write_number(abs(value), step)}"


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _check_fund(account: FundAccount, entry: Entry[object]) -> Iterator[Problem]:
    opening = account.record.known_opening_vnd or 0
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
    yield from _check_statements(account, entry)


def _check_statements(account: FundAccount, entry: Entry[object]) -> Iterator[Problem]:
    """The bank's balances are the ledger's; where nobody knows the opening, the changes between them are."""
    if not account.record.complete:
        return
    first: tuple[int, int] | None = None
    for index, statement in enumerate(account.record.statements):
        found, expected = account.balance_on(statement.day), int(statement.balance_vnd)
        if found is None:
            moved = account.moved_until(statement.day)
            first = first or (moved, expected)
            found = first[1] + moved - first[0]
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


def _check_comparisons(
    site: Site, campaign: Campaign, comparisons: Iterable[Comparison], entry: Entry[CampaignRecord]
) -> Iterator[Problem]:
    """A figure and the ledger that counts the same agree, or the campaign's file says why they do not."""
    headline = campaign.ledger.headline if campaign.ledger is not None else None
    compared = {}
    for item in comparisons:
        key, figure = item.figure.key, item.figure
        compared[key] = item.state
        if item.state == "differs" and key == headline:
            yield _headline_differs(site, campaign, item, entry)
        elif item.state in ("differs", "beyond") and figure.quantity is not None:
            kind = kinds.FIGURE_LEDGER_DIFFER if item.state == "differs" else kinds.LIST_BEYOND_TOTAL
            details = {
                "found": write_quantity(figure.quantity),
                "expected": _write(item.counted),
                "unit": figure.indicator.unit,
                "key": key,
                "ledger": _LEDGERS.get(item.measure, "gifts"),
                "day": until.text if (until := headline_end(figure)) else "",
            }
            yield Problem(kind, entry.at("figures", key, key=True), details)
    for key in campaign.ledger.differs if campaign.ledger is not None else ():
        if key in entry.record.figures and compared.get(key) != "explained":
            at = entry.at("ledger", "differs", key, key=True)
            yield Problem(kinds.DIFFERENCE_GONE, at, {"key": key})


def _check_measured(
    site: Site, campaign: Campaign, money: CampaignMoney | None, comparisons: Iterable[Comparison]
) -> Iterator[Problem]:
    """Where no figure is known to be what the gifts add up to, a figure in đồng might be, and differ."""
    if money is None or not any(money.money_vnd.values()):
        return
    if any(item.measure in RECEIVED for item in comparisons):
        return
    for figure in list_unmeasured(site, campaign):
        details = {"found": figure.indicator_id, "key": figure.key}
        yield Problem(kinds.MEASURE_UNCLEAR, figure.at, details)


def _headline_differs(
    site: Site, campaign: Campaign, item: Comparison, entry: Entry[CampaignRecord]
) -> Problem:
    """Named + anonymous + not itemised = the figure that states what was received, within its rounding."""
    figure = item.figure
    assert figure.quantity is not None
    found = sum_for_headline(site.ledger, campaign, figure)
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
    return Problem(kinds.HEADLINE_DIFFERS, entry.at("figures", figure.key, "value"), details)
