"""Results by year."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.derive.changes import figures_changed
from minhbach.language import mark
from minhbach.outputs.model import Meta, Page, SearchEntry
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.trail import lay_trail
from minhbach.prose.markup import Heading
from minhbach.site.addresses import RESULTS, campaign_address, year_address
from minhbach.site.directory import result_years
from minhbach.site.figure import Figure

Group = tuple[Heading, str, list[Figure]]


def make_results_index(renderer: Renderer) -> Page:
    """Make the overview of all years that have figures."""
    site, gettext = renderer.site, renderer.format.gettext
    years = [(year, *_part_by_owner(renderer, year)) for year in result_years(site)]
    page = PageContext(RESULTS)
    return Page(
        address=page.address,
        title=gettext(mark("Results")),
        description=gettext(mark("Results of {name} by year, against targets.")).format(
            name=site.organisation.name
        ),
        html=renderer.render("results.html", page, years=years),
        kind="results",
        headings=tuple(
            Heading(2, f"nam-{year}", gettext(mark("Year {year}")).format(year=year))
            for year, _ours, _others in years
        ),
        search=(SearchEntry("page", brief=True),),
    )


def make_year_pages(renderer: Renderer) -> Iterator[Page]:
    """Make the page of every year that has figures."""
    for year in result_years(renderer.site):
        yield make_year_page(renderer, year)


def make_year_page(renderer: Renderer, year: int) -> Page:
    """Make the page of one year: its results, then its campaigns."""
    gettext = renderer.format.gettext
    groups = list_groups(renderer, year)
    page = PageContext(year_address(year), trail=lay_trail(renderer, (mark("Results"), RESULTS)))
    title = gettext(mark("Results of {year}")).format(year=year)
    description = gettext(mark("Results of {year}: {names}.")).format(
        year=year, names="; ".join(heading.text for heading, _href, _figures in groups)
    )
    others = [group for group in groups if _is_of_others(group)]
    own = [group for group in groups if not _is_of_others(group)]
    html = renderer.render("year.html", page, year=year, parts=[(own, False), (others, True)])
    headings = tuple(heading for heading, _href, _figures in groups)
    meta = Meta(trail=page.trail)
    entry = SearchEntry("figure", year=year)
    return Page(
        address=page.address,
        title=title,
        description=description,
        html=html,
        kind="year",
        headings=headings,
        updated=figures_changed(figure for _heading, _href, figures in groups for figure in figures),
        meta=meta,
        search=(entry,),
    )


def list_groups(renderer: Renderer, year: int) -> list[Group]:
    """Return the figures of a year by what they belong to: heading, address of the owner's page, figures.

    What belongs to other bodies comes last.
    """
    site = renderer.site
    groups: list[Group] = []
    for results in site.results.values():
        if results.year == year:
            figures = [site.figures[address] for address in results.figures]
            heading = Heading(2, results.id, _heading(renderer, results.title, figures))
            groups.append((heading, "", figures))
    for campaign in site.campaigns.values():
        own = [site.figures[address] for address in campaign.figures if address.startswith(f"{campaign.id}.")]
        if campaign.year == year and own:
            heading = Heading(2, campaign.id, _heading(renderer, campaign.name, own))
            groups.append((heading, campaign_address(campaign.id), own))
    return sorted(groups, key=_is_of_others)


def _heading(renderer: Renderer, name: str, figures: list[Figure]) -> str:
    return renderer.format.owner_name(figures[0].owner) if figures else name


def _is_of_others(group: Group) -> bool:
    figures = group[2]
    return bool(figures) and all(not figure.is_ours for figure in figures)


def _part_by_owner(renderer: Renderer, year: int) -> tuple[list[Figure], list[Figure]]:
    """Return the chapter's own figures of a year, and those of other bodies."""
    figures = [figure for _heading, _href, found in list_groups(renderer, year) for figure in found]
    return [item for item in figures if item.is_ours], [item for item in figures if not item.is_ours]
