"""Which file a page is made from: where staff can change it."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.problems.problem import Position
from minhbach.site import addresses
from minhbach.site.directory import list_pages
from minhbach.site.figure import Figure
from minhbach.site.model import Article, Site, Translation, WrittenPage


def list_origins(site: Site) -> dict[str, Position]:
    """Return the place of what each page shows, by address; pages that only list others have none."""
    return dict(_origins(site))


def _origins(site: Site) -> Iterator[tuple[str, Position]]:
    for address, shown in list_pages(site):
        if isinstance(shown, Article | Translation | WrittenPage):
            yield address, Position(shown.path)
        elif isinstance(shown, Figure):
            yield address, shown.at
    for campaign in site.campaigns.values():
        yield addresses.campaign_address(campaign.id), campaign.at
        yield addresses.campaign_money_address(campaign.id), campaign.at
        yield addresses.sheet_address(campaign.id), campaign.at
