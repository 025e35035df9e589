"""Which charts a site can draw, by address.

``owner.figure`` is a result against its targets, ``owner.figure.series`` its course over time,
``owner.figure.parts`` its breakdown, and ``programme.figure`` one indicator of a programme across its years.
Those drawn from ledgers stand at ``campaign.thu-chi.…`` and ``fund.quy.…`` (see ``money_charts``).
"""

from __future__ import annotations

from minhbach.derive.money_charts import is_money_address, list_money_charts
from minhbach.derive.plans import ChartPlan
from minhbach.site.links import published_texts
from minhbach.site.model import Figure, Site


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
    match parts:
        case [programme, key] if programme in site.programmes:
            figures = programme_figures(site, programme, key)
            return ChartPlan(address, "programme", figures) if figures else None
    return None


def programme_figures(site: Site, programme_id: str, key: str) -> tuple[Figure, ...]:
    """Return the figures named ``key`` of a programme's campaigns, oldest campaign first."""
    campaigns = [
        item for item in reversed(tuple(site.campaigns.values())) if item.programme_id == programme_id
    ]
    addresses = [f"{campaign.id}.{key}" for campaign in campaigns]
    return tuple(site.figures[address] for address in addresses if address in site.figures)


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
    """Return the addresses of a programme's charts: every figure key that two or more of its years share."""
    keys: dict[str, int] = {}
    for campaign in site.campaigns.values():
        if campaign.programme_id == programme_id:
            for address in campaign.figures:
                if address.startswith(f"{campaign.id}."):
                    key = address.partition(".")[2]
                    keys[key] = keys.get(key, 0) + 1
    return [f"{programme_id}.{key}" for key in sorted(keys) if keys[key] > 1]


def list_published_charts(site: Site) -> list[ChartPlan]:
    """Return the charts that pages show: of figures, programmes, ledgers, and those that prose asks for."""
    addresses = [address for figure in site.figures.values() for address in figure_charts(figure)]
    for programme in site.programmes:
        addresses += programme_charts(site, programme)
    for _path, prose in published_texts(site):
        addresses += [reference.target for reference in prose.references if reference.kind == "chart"]
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
    addresses += list_money_charts(site)
    return list(dict.fromkeys(addresses))
