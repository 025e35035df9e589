"""Campaigns: the list of them and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.derive.changes import latest_change
from minhbach.derive.charts import figure_charts, programme_charts
from minhbach.language import mark
from minhbach.outputs.model import Meta, Page, SearchEntry
from minhbach.pages.carding import plain_card
from minhbach.pages.giving import campaign_orders
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.trail import lay_trail
from minhbach.prose.markup import Heading
from minhbach.site.addresses import (
    CAMPAIGNS,
    campaign_address,
    campaign_money_address,
    campaign_news_address,
)
from minhbach.site.giving import list_ways
from minhbach.site.model import Campaign, Status
from minhbach.site.sheets import has_sheet
from minhbach.words import slugify

ARTICLES_SHOWN = 6
"""On a campaign's page; the others stand in its list."""

_GROUPS = (
    (Status.RUNNING, mark("Running campaigns")),
    (Status.UPCOMING, mark("Upcoming campaigns")),
    (Status.UNKNOWN, mark("Campaigns of unknown status")),
    (Status.ENDED, mark("Ended campaigns")),
)
_OF_OTHERS = mark("Campaigns of other bodies")

_DOCUMENTS = {
    "legal_basis": mark("Legal basis"),
    "statements": mark("Bank statements"),
    "reports": mark("Reports"),
}
"""What the documents of a campaign are called, in the order in which its page shows them."""


def make_campaign_list(renderer: Renderer) -> Page:
    """Make the list of all campaigns, by status, with the programmes that tie them together."""
    site, gettext = renderer.site, renderer.format.gettext
    groups = []
    for status, words in _GROUPS:
        campaigns = [item for item in site.campaigns.values() if item.status is status and item.is_ours]
        if campaigns:
            groups.append((Heading(2, slugify(gettext(words)), gettext(words)), campaigns))
    if others := [item for item in site.campaigns.values() if not item.is_ours]:
        words = gettext(_OF_OTHERS)
        groups.append((Heading(2, slugify(words), words), others))
    programmes = [
        (programme, charts)
        for key, programme in site.programmes.items()
        if (charts := programme_charts(site, key))
    ]
    page = PageContext(CAMPAIGNS)
    return Page(
        address=page.address,
        title=gettext(mark("Campaigns")),
        description=gettext(mark("Campaigns of {name}: targets, dates and results.")).format(
            name=site.organisation.name
        ),
        html=renderer.render(
            "campaigns.html", page, groups=groups, programmes=programmes, ways=list_ways(site)
        ),
        kind="campaigns",
        headings=tuple(heading for heading, _campaigns in groups),
        search=(SearchEntry("page", brief=True),),
    )


def make_campaign_pages(renderer: Renderer) -> Iterator[Page]:
    """Make the page of every campaign."""
    for campaign in renderer.site.campaigns.values():
        yield make_campaign_page(renderer, campaign)


def make_campaign_page(renderer: Renderer, campaign: Campaign) -> Page:
    """Make the page of one campaign."""
    site = renderer.site
    figures = [site.figures[address] for address in campaign.figures]
    charts = [address for figure in figures for address in figure_charts(figure)]
    if campaign.programme_id is not None:
        own_keys = {figure.key for figure in figures if figure.is_ours}
        shared = programme_charts(site, campaign.programme_id)
        charts += [address for address in shared if address.partition(".")[2] in own_keys]
    gettext = renderer.format.gettext
    trail = lay_trail(renderer, (mark("Campaigns"), CAMPAIGNS))
    page = PageContext(campaign_address(campaign.id), trail=trail)
    articles = [site.articles[article] for article in site.articles_by_campaign.get(campaign.id, ())]
    html = renderer.render(
        "campaign.html",
        page,
        campaign=campaign,
        programme=site.programmes[campaign.programme_id] if campaign.programme_id else None,
        has_sheet=has_sheet(site, campaign),
        orders=campaign_orders(renderer, campaign),
        figures=figures,
        charts=charts,
        support=[item for item in site.acknowledgments if item.record.campaign == campaign.id],
        articles=articles[:ARTICLES_SHOWN],
        article_count=len(articles),
        has_money=campaign_money_address(campaign.id) in renderer.links.anchors,
        money=renderer.maker.books.campaign(campaign.id),
        books=renderer.maker.books,
        documents=[
            (gettext(_DOCUMENTS[kind]), dict.fromkeys(keys)) for kind, keys in campaign.documents if keys
        ],
        partial=renderer.maker.books.partial.get(campaign.id),
    )
    title, body = renderer.format.owner_name(campaign), campaign.body
    card = plain_card(renderer, title, gettext(mark("Campaign")), figures[0] if figures else None)
    return Page(
        address=page.address,
        title=title,
        description=campaign.purpose if body is None else f"{body.name}: {campaign.purpose}",
        html=html,
        kind="campaign",
        updated=latest_change(figures, articles),
        meta=Meta(
            card=card,
            trail=trail,
            feeds=campaign_news_address(campaign.id) if articles else "",
        ),
        search=(SearchEntry("campaign", day=campaign.period.start, year=campaign.year),),
    )
