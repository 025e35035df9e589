"""Donors who gave more than once: a page each, with every gift under their name and what they promised."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.derive.donors import DonorGiving, read_giving
from minhbach.language import mark
from minhbach.outputs.model import Meta, Page, SearchEntry
from minhbach.pages.carding import plain_card
from minhbach.pages.gift_lists import Giver
from minhbach.pages.gift_words import GiftWords
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.trail import lay_trail
from minhbach.records.organisation import ValidityRecord
from minhbach.site.addresses import RECOGNITION, donor_address
from minhbach.site.model import CampaignPeriod, Site

MOST_GIFTS = 200
"""Printed one by one on a donor's page; the sums by year and campaign hold all."""


def make_donor_pages(renderer: Renderer) -> Iterator[Page]:
    """Make the page of every donor who gave more than once."""
    donors = renderer.site.thanks.donors
    words = GiftWords(renderer.site, renderer.format)
    for key, giving in read_giving(renderer.site.ledger, donors).items():
        yield _make_donor_page(renderer, key, giving, words)


def _make_donor_page(renderer: Renderer, key: str, giving: DonorGiving, words: GiftWords) -> Page:
    site, gettext = renderer.site, renderer.format.gettext
    donor = site.donors[key]
    page = PageContext(donor_address(key), trail=lay_trail(renderer, (mark("Acknowledgments"), RECOGNITION)))
    # Of donors who may not be named, not even that they came before or after is told.
    before = [other for other, item in site.donors.items() if item.successor == key]
    newest = Giver(giving.gifts[-MOST_GIFTS:])
    html = renderer.render(
        "donor.html",
        page,
        words=words,
        donor=donor,
        unit=site.organisation.units[donor.unit] if donor.unit else None,
        validity=write_validity(renderer, donor.valid),
        after=donor.successor if donor.successor in site.donors else None,
        before=before,
        with_page=frozenset(site.thanks.donors),
        giving=giving,
        partial=_list_partial(site, giving),
        shown=newest,
    )
    description = gettext(mark("What {donor} gave to {name}: every gift by year and campaign."))
    return Page(
        address=page.address,
        title=donor.name,
        description=description.format(donor=donor.name, name=site.organisation.name),
        html=html,
        kind="donor",
        updated=max(giving.days, default=None),
        meta=Meta(card=plain_card(renderer, donor.name), trail=page.trail),
        search=(SearchEntry("donor", year=max((day.year for day in giving.days), default=None), brief=True),),
    )


def _list_partial(site: Site, giving: DonorGiving) -> list[str]:
    """Return the names of the campaigns among a donor's of which not every gift is recorded."""
    given = dict.fromkeys(gift.campaign for gift in giving.gifts if gift.campaign)
    return [site.campaigns[key].name for key in given if not site.campaigns[key].lists_all]


def write_validity(renderer: Renderer, valid: ValidityRecord) -> str:
    """Return from when to when something existed, as far as is known: "đến 30/06/2025"; "" for nothing."""
    if valid.since is None and valid.until is None:
        return ""
    return renderer.format.period(CampaignPeriod(start=valid.since, end=valid.until))
