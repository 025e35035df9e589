"""Which charts the ledgers can fill, by address.

Of a campaign ``<campaign>.thu-chi.luy-ke`` is the money received day by day against its targets,
``…thu-chi.theo-thang`` money in and out by month, ``…thu-chi.muc-chi`` where the money went, and
``…thu-chi.dang-ky`` what was promised, received and handed over by ward. Of a fund ``<fund>.quy.theo-thang``
is money in and out by month. The third word tells them from figures that happen to be called ``thu-chi``.
"""

from __future__ import annotations

from minhbach.derive.money import CampaignMoney, derive_money
from minhbach.derive.plans import ChartPlan, MoneyKind
from minhbach.derive.promises import Promises, derive_promises
from minhbach.site.bookkeeping import keeps_expenses, list_money_campaigns
from minhbach.site.model import Campaign, Figure, Site

FEWEST_DAYS = 2
"""With money on a single day there is no course to draw."""

CUMULATIVE, BY_MONTH, PURPOSES, PROMISES = "luy-ke", "theo-thang", "muc-chi", "dang-ky"
CAMPAIGN_CHARTS: dict[str, MoneyKind] = {
    CUMULATIVE: "gifts",
    BY_MONTH: "campaign-months",
    PURPOSES: "purposes",
    PROMISES: "promises",
}
_CAMPAIGN, _FUND = "thu-chi", "quy"
_PARTS = 3


def campaign_chart(campaign_id: str, which: str) -> str:
    """Return the address of a chart of a campaign's money."""
    return f"{campaign_id}.{_CAMPAIGN}.{which}"


def fund_chart(fund_id: str) -> str:
    """Return the address of the chart of a fund's months."""
    return f"{fund_id}.{_FUND}.{BY_MONTH}"


def is_money_address(address: str) -> bool:
    """Whether ``address`` can only be that of a chart from ledgers."""
    parts = address.split(".")
    if len(parts) != _PARTS:
        return False
    return (parts[1] == _CAMPAIGN and parts[2] in CAMPAIGN_CHARTS) or (parts[1:] == [_FUND, BY_MONTH])


def money_chart_owners(site: Site) -> frozenset[str]:
    """Return how the addresses of all charts begin that ledgers might fill: "tet-nhan-ai-2025.thu-chi"."""
    campaigns = (f"{key}.{_CAMPAIGN}" for key in site.campaigns)
    return frozenset((*campaigns, *(f"{key}.{_FUND}" for key in site.funds)))


def list_money_charts(site: Site) -> dict[str, ChartPlan]:
    """Return the plan of every chart that the ledgers of ``site`` can fill, by address."""
    if site.ledger.is_empty:
        return {}
    money, promises = derive_money(site), derive_promises(site.ledger)
    plans = {}
    for key in list_money_campaigns(site):
        campaign = site.campaigns[key]
        for which in _charts_of(site, money.campaigns.get(key), promises.get(key, Promises())):
            figure = headline(site, campaign) if which == CUMULATIVE else None
            address = campaign_chart(key, which)
            figures = (figure,) if figure is not None else ()
            plans[address] = ChartPlan(address, CAMPAIGN_CHARTS[which], figures, key)
    for key, account in money.funds.items():
        if account.months:
            plans[fund_chart(key)] = ChartPlan(fund_chart(key), "fund-months", subject=key)
    return plans


def headline(site: Site, campaign: Campaign) -> Figure | None:
    """Return the figure of a campaign that states what was received, if it has one."""
    if campaign.ledger is None:
        return None
    return site.figures.get(f"{campaign.id}.{campaign.ledger.headline}")


def _charts_of(site: Site, money: CampaignMoney | None, promises: Promises) -> list[str]:
    charts = []
    if money is not None:
        if len(money.received_by_day) >= FEWEST_DAYS:
            charts.append(CUMULATIVE)
        if money.received_by_day and (money.spent_by_day or keeps_expenses(site)):
            charts.append(BY_MONTH)
        if any(amount > 0 for amount in money.spent_by_purpose.values()):
            charts.append(PURPOSES)
    leading = promises.leading
    if leading is not None and any(giver.kind == "ward" for giver in leading.givers):
        charts.append(PROMISES)
    return charts
