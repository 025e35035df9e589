"""Figures: a page for each, and the index of all."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.derive.changes import figures_changed
from minhbach.language import mark
from minhbach.outputs.model import Meta, Page, SearchEntry
from minhbach.pages.carding import figure_card
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.trail import lay_trail
from minhbach.prose.markup import Heading
from minhbach.site.addresses import (
    FIGURES,
    article_address,
    campaign_address,
    figure_address,
    written_page_address,
    year_address,
)
from minhbach.site.figure import Figure
from minhbach.words import slugify


def make_figure_index(renderer: Renderer) -> Page:
    """Make the index of all figures, by what they belong to."""
    gettext = renderer.format.gettext
    groups: dict[str, list[Figure]] = {}
    figures = renderer.site.figures.values()
    for figure in sorted(figures, key=lambda item: (-item.owner.year, item.owner.kind, item.owner.id)):
        groups.setdefault(figure.owner.id, []).append(figure)
    listed = [
        (Heading(2, slugify(key), renderer.format.owner_name(items[0].owner)), items)
        for key, items in groups.items()
    ]
    page = PageContext(FIGURES)
    return Page(
        address=page.address,
        title=gettext(mark("All figures")),
        description=gettext(mark("Every published figure with its definition, target and source.")),
        html=renderer.render("figures.html", page, groups=listed),
        kind="figures",
        search=(SearchEntry("page", brief=True),),
    )


def make_figure_pages(renderer: Renderer) -> Iterator[Page]:
    """Make the page of every figure."""
    for figure in renderer.site.figures.values():
        yield make_figure_page(renderer, figure)


def make_figure_page(renderer: Renderer, figure: Figure) -> Page:
    """Make the page of one figure: what it counts, its value, target, source, and where it is used."""
    owner = (renderer.format.owner_name(figure.owner), campaign_address(figure.owner.id))
    if figure.owner.kind == "results":
        words = renderer.format.gettext(mark("Results of {year}")).format(year=figure.owner.year)
        owner = (words, year_address(figure.owner.year))
    page = PageContext(figure_address(figure.address), trail=lay_trail(renderer, owner))
    html = renderer.render("figure.html", page, figure=figure, uses=list_uses(renderer, figure))
    title = renderer.format.figure_title(figure)
    description = f"{title}: {renderer.maker.describe(figure)}"
    meta = Meta(card=figure_card(renderer, figure), trail=page.trail)
    entry = SearchEntry("figure", day=figure.as_of.day if figure.as_of else None, year=figure.owner.year)
    return Page(
        address=page.address,
        title=title,
        description=description,
        html=html,
        kind="figure",
        updated=figures_changed([figure]),
        meta=meta,
        search=(entry,),
    )


def list_uses(renderer: Renderer, figure: Figure) -> list[tuple[str, str]]:
    """Return the pages that use a figure: their names and addresses, the page of its owner first."""
    site, gettext = renderer.site, renderer.format.gettext
    uses: dict[str, str] = {}
    for campaign in site.campaigns.values():
        if figure.address in campaign.figures:
            uses[campaign_address(campaign.id)] = renderer.format.owner_name(campaign)
    year = figure.owner.year
    uses[year_address(year)] = gettext(mark("Results of {year}")).format(year=year)
    for use in site.uses.get(figure.address, ()):
        address = article_address(use.id) if use.kind == "article" else written_page_address(use.id)
        uses[address] = use.title
    return [(name, address) for address, name in uses.items()]
