"""What is not known: every gap in figures, campaigns, ledgers and the organisation's own record, and why.

Nothing here is written by hand. What a chapter may withhold, such as names, is not in it: that is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minhbach.language import mark
from minhbach.records.knowing import Missing
from minhbach.site.addresses import (
    MONEY,
    campaign_address,
    figure_address,
    fund_address,
    written_page_address,
    year_address,
)
from minhbach.site.bookkeeping import keeps_books, keeps_expenses, keeps_income
from minhbach.site.figure import Figure
from minhbach.site.model import Campaign, Site
from minhbach.site.owner import Owner, with_body


@dataclass(frozen=True)
class Place:
    """Something that has a name, and a page or a place on one (``address``; "" where it has none)."""

    name: str
    address: str = ""
    is_message: bool = False
    """Whether ``name`` is a message of the catalogue, and not a name of the data."""


@dataclass(frozen=True)
class Unknown:
    """One thing that is not known, of ``owner`` as a whole or of each of ``places`` in it."""

    missing: Missing
    owner: Place
    what: str
    """A message of the catalogue."""
    places: tuple[Place, ...] = ()
    is_sentence: bool = False
    """Whether ``what`` is a whole sentence, already in words; the places are then where to read on."""

    @property
    def count(self) -> int:
        """How many things are not known."""
        return len(self.places) or 1


def derive_unknowns(site: Site) -> Iterator[Unknown]:
    """Yield what is not known of the organisation, its ledgers, its campaigns and its figures."""
    yield from _of_organisation(site)
    yield from _of_ledgers(site)
    owners: dict[Owner, list[Figure]] = {}
    for figure in site.figures.values():
        owners.setdefault(figure.owner, []).append(figure)
    by_campaign = {owner.id: figures for owner, figures in owners.items() if owner.kind == "campaign"}
    for campaign in site.campaigns.values():
        yield from _of_campaign(campaign)
        yield from _of_figures(campaign_place(campaign), by_campaign.get(campaign.id, ()))
    for owner in _list_results(site):
        yield from _of_figures(_results_place(owner), owners[owner])


def list_owners(site: Site) -> Iterator[Place]:
    """Yield what things can be unknown of, in the order in which they are told; all else comes last."""
    yield organisation_place(site)
    yield Place(mark("Money in and out"), MONEY, is_message=True)
    yield from map(campaign_place, site.campaigns.values())
    yield from map(_results_place, _list_results(site))


def _list_results(site: Site) -> list[Owner]:
    """Return the years and events that have figures, newest first; those of other bodies come last."""
    owners = {figure.owner for figure in site.figures.values() if figure.owner.kind == "results"}
    return sorted(owners, key=lambda owner: (owner.body is not None, -owner.year, owner.id))


def _results_place(owner: Owner) -> Place:
    return Place(owner.title, f"{year_address(owner.year)}#{owner.id}")


def campaign_place(campaign: Campaign) -> Place:
    """Return a campaign by its name and page."""
    return Place(with_body(campaign.name, campaign.body), campaign_address(campaign.id))


def organisation_place(site: Site) -> Place:
    """Return the organisation by its name, and the page about it where it has written one."""
    about = (written_page_address(key) for key, page in site.pages.items() if page.record.layout == "about")
    return Place(site.organisation.name, next(about, ""))


def _of_organisation(site: Site) -> Iterator[Unknown]:
    record, here = site.organisation, organisation_place(site)
    if record.contact is None:
        yield Unknown(Missing.UNKNOWN, here, mark("Contact"))
    is_over = record.valid.until is not None
    if is_over and not record.successors:
        yield Unknown(Missing.UNKNOWN, here, mark("Succeeded by"))
    units = tuple(
        Place(unit.name)
        for unit in record.units.values()
        if (is_over or unit.valid.until is not None) and not unit.successors
    )
    if units:
        yield Unknown(Missing.UNKNOWN, here, mark("Successors of units"), units)


def _of_ledgers(site: Site) -> Iterator[Unknown]:
    """A ledger that is not here is one that is not recorded here: nobody knows whether there is one."""
    here = Place(mark("Money in and out"), MONEY, is_message=True)
    has_income, has_expenses = keeps_income(site), keeps_expenses(site)
    if not has_income:
        yield Unknown(Missing.NOT_RECORDED, here, mark("Ledger of gifts"))
    if not has_expenses:
        yield Unknown(Missing.NOT_RECORDED, here, mark("Ledger of expenses"))
    if keeps_books(site) and not (has_income and has_expenses):
        funds = tuple(Place(fund.name, fund_address(key)) for key, fund in site.funds.items())
        yield Unknown(Missing.NOT_RECORDED, here, mark("Balance of the fund"), funds)


def _of_campaign(campaign: Campaign) -> Iterator[Unknown]:
    period, here = campaign.period, campaign_place(campaign)
    start, end = period.start_missing or Missing.UNKNOWN, period.end_missing or Missing.UNKNOWN
    if period.start is None and period.end is None and start is end:
        yield Unknown(start, here, mark("First and last day"))
        return
    if period.start is None:
        yield Unknown(start, here, mark("First day of the campaign"))
    if period.end is None:
        yield Unknown(end, here, mark("Last day of the campaign"))


def _of_figures(owner: Place, figures: Iterable[Figure]) -> Iterator[Unknown]:
    """Yield what is not known of the figures of one owner, the same of several together."""
    found: dict[tuple[Missing, str], list[Place]] = {}
    for figure in figures:
        for missing, what, place in _of_figure(figure):
            found.setdefault((missing, what), []).append(place)
    for (missing, what), places in found.items():
        yield Unknown(missing, owner, what, tuple(places))


def _of_figure(figure: Figure) -> Iterator[tuple[Missing, str, Place]]:
    # That the whole campaign or year is another body's, its own name says.
    body = figure.body if figure.body != figure.owner.body else None
    name, address = with_body(figure.indicator.name, body), figure_address(figure.address)
    here = Place(name, address)
    if figure.quantity is None:
        yield figure.missing or Missing.UNKNOWN, mark("Result"), here
    elif figure.as_of is None and not figure.series:
        yield Missing.NOT_STATED, mark("As of"), here
    for target in figure.targets:
        if target.quantity is None:
            words = {"assigned": mark("Assigned target"), "own": mark("Own target")}
            yield target.missing or Missing.UNKNOWN, words[target.kind], here
    for part in figure.parts:
        if part.quantity is None:
            place = Place(f"{name}: {part.label or part.key}", address)
            yield part.missing or Missing.UNKNOWN, mark("Part of a figure"), place
    for point in figure.series:
        if point.quantity is None:
            place = Place(f"{name}: {point.as_of.text}", address)
            yield point.missing or Missing.UNKNOWN, mark("Figure on a day"), place
    if figure.source is None:
        yield Missing.UNKNOWN, mark("Source"), here
