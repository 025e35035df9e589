"""Lists of gifts that are declared incomplete: which they are, and what their source states of all."""

from __future__ import annotations

from dataclasses import dataclass

from minhbach.derive.money_charts import headline
from minhbach.site.figure import Figure
from minhbach.site.model import Campaign, Site


@dataclass(frozen=True)
class PartialList:
    """A campaign whose ledger holds only some of its gifts."""

    campaign: Campaign
    total: Figure | None
    """The figure that states what was received in all; None where no source does."""
    note: str | None
    """Which gifts the list has, as the campaign's file says."""


def find_partial_lists(site: Site) -> dict[str, PartialList]:
    """Return the incomplete lists of gifts, by campaign."""
    return {
        key: PartialList(
            campaign, headline(site, campaign), campaign.ledger.note if campaign.ledger else None
        )
        for key, campaign in site.campaigns.items()
        if not campaign.lists_all
    }
