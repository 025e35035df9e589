"""The home page: lead article, headline figures, running and last campaigns, latest news."""

from __future__ import annotations

from minhbach.derive.books import Books
from minhbach.language import mark
from minhbach.outputs.model import Meta, Page, SearchEntry
from minhbach.pages.carding import plain_card
from minhbach.pages.money import MoneySummary, summarise
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.structured import describe_organisation, describe_website
from minhbach.site.addresses import HOME, NEWS
from minhbach.site.figure import Figure
from minhbach.site.lists import ListKind
from minhbach.site.model import Campaign, Site, Status

BESIDE_LEAD = 4
"""Titles beside the lead."""
MORE_ARTICLES = 6
CAMPAIGNS_SHOWN = 3
FIGURES_SHOWN = 4


def make_home(renderer: Renderer) -> Page:
    """Make the home page."""
    site, gettext = renderer.site, renderer.format.gettext
    # Pinned articles stand first in the list of all news, and so here.
    articles = next(news.articles for news in renderer.lists if news.kind is ListKind.ALL)
    headline = headline_figures(site)
    page = PageContext(HOME)
    html = renderer.render(
        "home.html",
        page,
        lead=articles[0] if articles else None,
        beside=articles[1 : 1 + BESIDE_LEAD],
        more=articles[1 + BESIDE_LEAD : 1 + BESIDE_LEAD + MORE_ARTICLES],
        headline=headline,
        campaigns=shown_campaigns(site),
        funds=shown_funds(site, renderer.maker.books),
    )
    return Page(
        address=page.address,
        title=gettext(mark("Home")),
        description=gettext(mark("{name}: news, results and support, open to everyone.")).format(
            name=site.organisation.name
        ),
        html=html,
        kind="home",
        updated=max((article.changed for article in articles), default=None),
        meta=Meta(
            card=plain_card(
                renderer, site.organisation.name, site.organisation.place, headline[0] if headline else None
            ),
            feeds=NEWS,
            structured=(
                describe_organisation(site),
                describe_website(site, renderer.catalogue.language),
            ),
        ),
        search=(SearchEntry("page", brief=True),),
    )


def shown_funds(site: Site, books: Books) -> MoneySummary | None:
    """Return what all funds hold; None where the chapter does not publish both sides of its books."""
    if not (books.has_income and books.has_expenses and books.day):
        return None
    return summarise(site, books)


def headline_figures(site: Site) -> list[Figure]:
    """Return the figures to show large: those the chapter chose, else the newest published yearly results."""
    if site.organisation.headline:
        return [site.figures[address] for address in site.organisation.headline]
    published = (
        site.figures[address]
        for results in site.results.values()
        for address in results.figures
        if site.figures[address].quantity is not None and site.figures[address].is_ours
    )
    return [figure for figure, _place in zip(published, range(FIGURES_SHOWN), strict=False)]


def shown_campaigns(site: Site) -> list[Campaign]:
    """Return the chapter's running campaigns, filled up with its latest others."""
    campaigns = [item for item in site.campaigns.values() if item.is_ours]
    running = [item for item in campaigns if item.status is Status.RUNNING]
    others = [item for item in campaigns if item.status is not Status.RUNNING]
    return (running + others)[: max(CAMPAIGNS_SHOWN, len(running))]
