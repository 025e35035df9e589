"""Sheets for the notice board: a list, and an A4 page for each campaign; also as documents of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from markupsafe import Markup, escape

from minhbach.derive.changes import latest_change
from minhbach.derive.sheets import HASH_SHOWN, SheetNumbers, derive_sheet_numbers
from minhbach.disclosure.clock import find_profile
from minhbach.giving.drawing import draw_svg
from minhbach.language import mark
from minhbach.numbers.writing import write_number
from minhbach.outputs.model import Meta, Page, SearchEntry
from minhbach.pages.carding import plain_card
from minhbach.pages.disclosure import list_postings
from minhbach.pages.formatting import NBSP
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.trail import lay_trail
from minhbach.site.addresses import SHEETS, campaign_address, sheet_address
from minhbach.site.model import Campaign, Site
from minhbach.site.sheets import sheet_campaigns
from minhbach.site.source import Source, Sourced

GOODS_SHOWN = 6
"""On one sheet; how many kinds more there are is said."""
NumbersOf = Callable[[Site, Campaign], SheetNumbers]


def numbers_of(site: Site, campaign: Campaign) -> SheetNumbers:
    """Return the totals that stand on a campaign's sheet."""
    return derive_sheet_numbers(site.ledger, campaign.id)


def make_sheet_pages(renderer: Renderer, *, totals_of: NumbersOf = numbers_of) -> Iterator[Page]:
    """Make the list of sheets and every sheet; nothing where no campaign has anything to post.

    ``totals_of`` gives the totals of a campaign. The hash on its sheet is that of its open data.
    """
    campaigns = sheet_campaigns(renderer.site)
    if not campaigns:
        return
    yield _make_list(renderer, campaigns)
    for campaign in campaigns:
        data_hash = renderer.exports.package_of(campaign.id).data_hash
        yield make_sheet(renderer, campaign, data_hash, totals_of(renderer.site, campaign))


def make_sheet(renderer: Renderer, campaign: Campaign, data_hash: str, numbers: SheetNumbers) -> Page:
    """Make the sheet of one campaign; of ``data_hash`` the first twelve characters are shown."""
    site, gettext = renderer.site, renderer.format.gettext
    page = PageContext(
        sheet_address(campaign.id), trail=lay_trail(renderer, (mark("Sheets for the notice board"), SHEETS))
    )
    figures = [site.figures[address] for address in campaign.figures]
    public = site.settings.absolute(campaign_address(campaign.id))
    code = draw_svg(public, gettext(mark("Code that leads to the campaign’s page"))) if public else ""
    title = gettext(mark("Sheet for the notice board: {name}")).format(name=campaign.name)
    html = renderer.render(
        "sheet.html",
        page,
        campaign=campaign,
        figures=figures,
        sources=_sources(figures or [campaign]),
        numbers=numbers,
        partial=renderer.maker.books.partial.get(campaign.id),
        comparisons=renderer.maker.books.comparisons.get(campaign.id, ()),
        goods=numbers.goods[:GOODS_SHOWN],
        goods_left=len(numbers.goods) - GOODS_SHOWN,
        vnd=write_vnd,
        quantity=write_goods,
        code=data_hash[:HASH_SHOWN],
        public=public,
        qr=Markup(code),  # noqa: S704 - our own drawing
    )
    return Page(
        address=page.address,
        title=title,
        description=gettext(mark("What is posted on paper of {name}: one A4 page to print.")).format(
            name=campaign.name
        ),
        html=html,
        kind="sheet",
        updated=latest_change(figures, []),
        meta=Meta(card=plain_card(renderer, campaign.name), trail=page.trail),
    )


def _make_list(renderer: Renderer, campaigns: tuple[Campaign, ...]) -> Page:
    site, gettext = renderer.site, renderer.format.gettext
    page = PageContext(SHEETS, trail=lay_trail(renderer))
    title = gettext(mark("Sheets for the notice board"))
    return Page(
        address=page.address,
        title=title,
        description=gettext(
            mark("Sheets of {name} to post where gifts are received and where aid is given.")
        ).format(name=site.organisation.name),
        html=renderer.render(
            "sheets.html",
            page,
            campaigns=campaigns,
            profile=find_profile(site),
            postings=list_postings(site),
        ),
        kind="sheets",
        meta=Meta(card=plain_card(renderer, title), trail=page.trail),
        search=(SearchEntry("page", brief=True),),
    )


def write_vnd(amount_vnd: int) -> str:
    """Return an amount to the đồng, without its unit: "12.500.000", "−100.000"."""
    return _signed(Decimal(amount_vnd), Decimal(1))


def write_goods(quantity: Decimal | None, unit: str) -> str:
    """Return a quantity of goods with its unit, at most three decimals: "1.250,5 kg"; "–" for none."""
    if quantity is None:
        return "–"
    exact = quantity.normalize()
    step = Decimal(1).scaleb(min(0, int(exact.as_tuple().exponent)))
    return f"{_signed(quantity, step)}{NBSP}{unit}".rstrip()


def _signed(number: Decimal, step: Decimal) -> str:
    return f"−{write_number(-number, step)}" if number < 0 else write_number(number, step)


def _sources(items: Sequence[Sourced]) -> list[Source]:
    return list(dict.fromkeys(source for item in items for source in item.sources))


def make_document(page: Page, style: str, language: str) -> str:
    """Return a sheet as an HTML document of its own, with the ``style`` sheet inside; it loads nothing."""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(page.title)}</title>\n<style>{style}</style>\n</head>\n"
        f'<body class="mb-document">\n{page.html}\n</body>\n'
        "</html>\n"
    )
