"""Everything the ledgers of a site add up to, asked of them once and looked up by pages and charts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from minhbach.derive.comparison import Comparison, compare_campaigns
from minhbach.derive.money import LISTINGS, CampaignMoney, Money, derive_money
from minhbach.derive.partial import PartialList, find_partial_lists
from minhbach.derive.promises import Promises, derive_promises
from minhbach.derive.story import Counts, Story, count_rows, tell
from minhbach.site.bookkeeping import keeps_expenses, keeps_income
from minhbach.site.model import Site

NO_MONEY = CampaignMoney(
    money_vnd=dict.fromkeys(LISTINGS, 0),
    goods_vnd=dict.fromkeys(LISTINGS, 0),
    rows=dict.fromkeys(LISTINGS, 0),
    unvalued_goods=0,
    received_by_day={},
    spent_by_day={},
    spent_by_purpose={},
    released_vnd=0,
)
"""That of a campaign which only pledges or deliveries name."""


@dataclass(frozen=True)
class Books:
    """The sums of all ledgers."""

    money: Money
    promises: Mapping[str, Promises]
    counts: Mapping[str, Counts]
    has_income: bool
    has_expenses: bool
    """Whether the chapter publishes such a ledger. Where it does not, nothing is shown as zero."""
    goods_by_day: Mapping[str, Mapping[date, int]] = field(default_factory=dict)
    """By campaign: the stated value of goods by day, in order."""
    partial: Mapping[str, PartialList] = field(default_factory=dict)
    """By campaign: lists of gifts that are declared incomplete. Nothing adds them up as all that came."""
    untold: frozenset[str] = frozenset()
    """Campaigns with money in a fund whose ledger is declared incomplete: nobody knows what was spent."""
    comparisons: Mapping[str, tuple[Comparison, ...]] = field(default_factory=dict)
    """By campaign: its figures beside what its ledgers add up to."""

    def campaign(self, campaign_id: str) -> CampaignMoney:
        """Return what a campaign received and spent."""
        return self.money.campaigns.get(campaign_id, NO_MONEY)

    def tells_spending(self, campaign_id: str) -> bool:
        """Whether the ledgers say all that was spent of a campaign."""
        return self.has_expenses and campaign_id not in self.untold

    def story(self, campaign_id: str) -> Story:
        """Return the facts of a campaign's story."""
        story = tell(
            self.campaign(campaign_id),
            self.counts.get(campaign_id, Counts()),
            self.promises.get(campaign_id, Promises()),
            has_income=self.has_income,
            has_expenses=self.has_expenses,
            lists_all=campaign_id not in self.partial,
        )
        return story.without_spending() if campaign_id in self.untold else story

    @property
    def day(self) -> date | None:
        """The last day of any fund's ledger; None where nothing moved yet."""
        days = (account.last_day for account in self.money.funds.values() if account.months)
        return max(days, default=None)


def derive_books(site: Site) -> Books:
    """Add up all ledgers of ``site``."""
    goods: dict[str, dict[date, int]] = defaultdict(dict)
    for campaign, day, amount in site.ledger.rows(
        "SELECT campaign, day, sum(amount_vnd) FROM public_gifts WHERE is_goods AND amount_vnd IS NOT NULL "
        "AND campaign IS NOT NULL AND day IS NOT NULL GROUP BY campaign, day ORDER BY campaign, day"
    ):
        goods[campaign][day] = int(amount)
    partial = find_partial_lists(site)
    return Books(
        money=derive_money(site),
        promises=derive_promises(site.ledger, tuple(site.organisation.units), partial),
        counts=count_rows(site.ledger),
        has_income=keeps_income(site),
        has_expenses=keeps_expenses(site),
        goods_by_day=goods,
        partial=partial,
        untold=_find_untold(site),
        comparisons=compare_campaigns(site),
    )


def _find_untold(site: Site) -> frozenset[str]:
    """Return the campaigns with money in a fund whose ledger does not hold all that moved."""
    incomplete = [key for key, fund in site.funds.items() if not fund.complete]
    if not incomplete:
        return frozenset()
    rows = site.ledger.rows(
        "SELECT DISTINCT campaign FROM (SELECT campaign, fund FROM public_gifts UNION ALL "
        "SELECT campaign, fund FROM public_expenses) "
        "WHERE campaign IS NOT NULL AND list_contains(?::VARCHAR[], fund)",
        [incomplete],
    )
    return frozenset(campaign for (campaign,) in rows)
