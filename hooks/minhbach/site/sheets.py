"""Sheets for the notice board: which campaigns have one."""

from __future__ import annotations

from minhbach.ledger.columns import LEDGERS
from minhbach.site.model import Campaign, Site


def sheet_campaigns(site: Site) -> tuple[Campaign, ...]:
    """Return the campaigns that have something to post: figures, or rows in a ledger. Newest first."""
    in_ledgers = _in_ledgers(site)
    return tuple(item for item in site.campaigns.values() if item.figures or item.id in in_ledgers)


def has_sheet(site: Site, campaign: Campaign) -> bool:
    """Whether a campaign has a sheet."""
    return bool(campaign.figures) or campaign.id in _in_ledgers(site)


def _in_ledgers(site: Site) -> set[str]:
    if site.ledger.is_empty:
        return set()
    parts = (f"SELECT DISTINCT campaign FROM public_{name}" for name in LEDGERS)
    return {campaign for (campaign,) in site.ledger.rows(" UNION ".join(parts)) if campaign is not None}
