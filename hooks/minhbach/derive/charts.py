"""Which charts a site can draw, by address.

``owner.figure`` is a result against its targets, ``owner.figure.series`` its course over time,
``owner.figure.parts`` its breakdown, ``programme.figure`` one indicator of a programme across its years, and
``indicator.years`` (``indicator.years.body``) one indicator over all years that have a figure of it.
Those drawn from ledgers stand at ``campaign.thu-chi.…`` and ``fund.quy.…`` (see ``money_charts``).
"""

from __future__ import annotations

from collections import Counter

from minhbach.derive.money_charts import is_money_address, list_money_charts
from minhbach.derive.plans import ChartPlan
from minhbach.derive.years import (
    FEWEST_YEARS,
    compared_years,
    find_years,
    list_years_addresses,
    read_years_address,
)
from minhbach.site.comparisons import YEARS, programme_figures
from minhbach.site.figure import Figure
from minhbach.site.links import published_texts
from minhbach.site.model import Site


def find_chart(site: Site, address: str) -> ChartPlan | None:
    """Return the plan of the chart at ``address``; None if there is none."""
    if is_money_address(address):
        return list_money_charts(site).get(address)
    parts = address.split(".")
    figure = site.figures.get(".".join(parts[:2]))
    if figure is not None:
        match parts[2:]:
            case []:
                return ChartPlan(address, "target", (figure,))
            case ["series"] if figure.known_series:
                return ChartPlan(address, "series", (figure,))
            case ["parts"] if figure.parts:
                return ChartPlan(address, "parts", (figure,))
        return None
    if (wanted := read_years_address(site, address)) is not None:
        figures = find_years(site, wanted)
        enough = len(compared_years(figures)) >= FEWEST_YEARS
        return ChartPlan(address, "years", figures) if enough else None
    match parts:
        case [programme, key] if programme in site.programmes:
            figures = programme_figures(site.figures, programme, key)
            return ChartPlan(address, "programme", figures) if figures else None
    return None


def figure_charts(figure: Figure) -> list[str]:
    """Return the addresses of the charts worth showing for one figure on its own.

    A lone number with neither target nor achievement is shown as a number: a single bar says nothing.
    """
    addresses = []
    if figure.targets:
        addresses.append(figure.address)
    if len(figure.known_series) > 1:
        addresses.append(f"{figure.address}.series")
    if figure.parts:
        addresses.append(f"{figure.address}.parts")
    return addresses


def programme_charts(site: Site, programme_id: str) -> list[str]:
    """Return the addresses of a programme's charts: every key that two or more of its own figures share."""
    keys = Counter(
        figure.key
        for figure in site.figures.values()
        if figure.owner.programme_id == programme_id and figure.is_ours
    )
    return [f"{programme_id}.{key}" for key in sorted(keys) if keys[key] > 1]


def figure_years_charts(site: Site, figure: Figure) -> list[str]:
    """Return the address of the chart of a figure's indicator over the years, where one can be shown unasked.

    An indicator such as "money given" belongs to many undertakings: a festival of blood is no year of a
    hospital, and one appeal no other. What is set side by side without an author's word belongs to one
    programme, or to results that are of none.
    """
    address = ".".join(filter(None, (figure.indicator_id, YEARS, figure.body.id if figure.body else "")))
    plan = find_chart(site, address)
    if plan is None:
        return []
    owners = [one.owner for one in plan.figures]
    undertakings = {owner.programme_id or owner.kind for owner in owners}
    return [address] if len(undertakings) == 1 and "campaign" not in undertakings else []


def list_published_charts(site: Site) -> list[ChartPlan]:
    """Return the charts that pages show: of figures, programmes, years and ledgers, and those prose asks for.

    A table that prose asks for is that of a chart, whose files readers can download beside it.
    """
    addresses = [address for figure in site.figures.values() for address in figure_charts(figure)]
    for programme in site.programmes:
        addresses += programme_charts(site, programme)
    for figure in site.figures.values():
        addresses += figure_years_charts(site, figure)
    for _path, prose in published_texts(site):
        addresses += [item.target for item in prose.references if item.kind in ("chart", "table")]
    plans = (find_chart(site, address) for address in set(addresses) if not is_money_address(address))
    every = list_money_charts(site) | {plan.address: plan for plan in plans if plan is not None}
    return [every[address] for address in sorted(every)]


def list_chart_addresses(site: Site) -> list[str]:
    """Return every address that draws a chart, for suggesting the one that was meant."""
    addresses: list[str] = []
    for figure in site.figures.values():
        addresses += [figure.address, *figure_charts(figure)]
    for programme in site.programmes:
        addresses += programme_charts(site, programme)
    addresses += list_years_addresses(site)
    addresses += list_money_charts(site)
    return list(dict.fromkeys(addresses))
