"""Which charts the ledgers can fill, by address.

Of a campaign ``<campaign>.thu-chi.luy-ke`` is the money received day by day against its targets,
``…thu-chi.theo-thang`` money in and out by month, ``…thu-chi.muc-chi`` where the money went, and
``…thu-chi.dang-ky`` what was promised, received and handed over by ward. Of a fund ``<fund>.quy.theo-thang``
is money in and out by month. The third word tells them from figures that happen to be called ``thu-chi``.
"""

from __future__ import annotations

from minhbach.derive.plans import ChartPlan, MoneyKind
from minhbach.site.bookkeeping import keeps_expenses
from minhbach.site.figure import Figure
from minhbach.site.model import Campaign, Site

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
_FROM_ALL_GIFTS = frozenset({CUMULATIVE, BY_MONTH})
"""What would show a list of some gifts as the course of all."""
_FILLED = {
    CUMULATIVE: "SELECT campaign FROM public_gifts WHERE NOT is_goods AND campaign IS NOT NULL "
    f"GROUP BY campaign HAVING count(DISTINCT day) >= {FEWEST_DAYS}",
    BY_MONTH: "SELECT DISTINCT campaign FROM public_gifts WHERE NOT is_goods AND campaign IS NOT NULL "
    "AND day IS NOT NULL",
    PURPOSES: "SELECT DISTINCT campaign FROM (SELECT campaign FROM public_expenses WHERE to_fund IS NULL AND "
    "campaign IS NOT NULL GROUP BY campaign, purpose HAVING sum(amount_vnd) > 0)",
    PROMISES: "SELECT campaign FROM public_pledges WHERE ward IS NOT NULL UNION SELECT campaign "
    "FROM public_deliveries WHERE ward IS NOT NULL",
}
"""By chart: which campaigns have rows for it."""
_MOVING = (
    "SELECT fund FROM public_gifts WHERE NOT is_goods AND day IS NOT NULL UNION "
    "SELECT fund FROM public_expenses UNION SELECT to_fund FROM public_expenses WHERE to_fund IS NOT NULL"
)


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
    """Return the plan of every chart that the ledgers of ``site`` can fill, by address.

    Asks only whether there are rows, so that prose may be checked against it at any size of ledger.
    """
    if site.ledger.is_empty:
        return {}
    campaigns: dict[str, list[str]] = {}
    for which, sql in _FILLED.items():
        if which != BY_MONTH or keeps_expenses(site):
            for (key,) in site.ledger.rows(sql):
                campaigns.setdefault(key, []).append(which)
    plans = {}
    for key, campaign in site.campaigns.items():
        for which in campaigns.get(key, ()):
            if not campaign.lists_all and which in _FROM_ALL_GIFTS:
                continue
            figure = headline(site, campaign) if which == CUMULATIVE else None
            address = campaign_chart(key, which)
            figures = (figure,) if figure is not None else ()
            plans[address] = ChartPlan(address, CAMPAIGN_CHARTS[which], figures, key)
    moving = {fund for (fund,) in site.ledger.rows(_MOVING)}
    for key in site.funds:
        if key in moving:
            plans[fund_chart(key)] = ChartPlan(fund_chart(key), "fund-months", subject=key)
    return plans


def headline(site: Site, campaign: Campaign) -> Figure | None:
    """Return the figure of a campaign that states what was received, if it has one."""
    if campaign.ledger is None or campaign.ledger.headline is None:
        return None
    return site.figures.get(f"{campaign.id}.{campaign.ledger.headline}")
