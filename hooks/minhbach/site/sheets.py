"""Sheets for the notice board: which campaigns have one."""

from __future__ import annotations

from minhbach.ledger.columns import LEDGERS
from minhbach.site.model import Campaign, Site


def sheet_campaigns(site: Site) -> tuple[Campaign, ...]:
    """Return the campaigns of the chapter that have something to post: figures, or rows in a ledger.

    Newest first. What another body does, the chapter does not sign for.
    """
    in_ledgers = _in_ledgers(site)
    campaigns = (item for item in site.campaigns.values() if item.is_ours)
    return tuple(item for item in campaigns if item.figures or item.id in in_ledgers)


def has_sheet(site: Site, campaign: Campaign) -> bool:
    """Whether a campaign has a sheet."""
    return campaign.is_ours and (bool(campaign.figures) or campaign.id in _in_ledgers(site))


def _in_ledgers(site: Site) -> set[str]:
    if site.ledger.is_empty:
        return set()
    parts = (f"SELECT DISTINCT campaign FROM public_{name}" for name in LEDGERS)
    return {campaign for (campaign,) in site.ledger.rows(" UNION ".join(parts)) if campaign is not None}
