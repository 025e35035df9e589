"""How to give: a page with the accounts that take gifts today, and a VietQR code for each."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from minhbach.giving.drawing import draw_png, draw_svg
from minhbach.giving.orders import Order, list_orders, make_order
from minhbach.language import mark
from minhbach.outputs.model import Asset, Meta, Page, SearchEntry
from minhbach.pages.carding import plain_card
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.trail import lay_trail
from minhbach.site.addresses import GIVING, qr_address
from minhbach.site.giving import Way, campaign_accounts
from minhbach.site.model import Campaign


def make_giving_page(renderer: Renderer) -> Iterator[Page]:
    """Make the page on how to give, where there is an account to give to."""
    orders = list_orders(renderer.site)
    if not orders:
        return
    gettext = renderer.format.gettext
    page = PageContext(GIVING, trail=lay_trail(renderer))
    title = gettext(mark("How to give"))
    groups: dict[str | None, list[tuple[Order, Markup]]] = {}
    for order in orders:
        groups.setdefault(order.way.campaign_id, []).append((order, Markup(draw(renderer, order))))  # noqa: S704 - our own drawing
    html = renderer.render(
        "giving.html",
        page,
        campaigns=[(renderer.site.campaigns[key], items) for key, items in groups.items() if key is not None],
        general=groups.get(None, []),
        is_sample=any(order.account.sample for order in orders),
    )
    yield Page(
        address=page.address,
        title=title,
        description=gettext(mark("Accounts of {name} for gifts, with codes for banking apps.")).format(
            name=renderer.site.organisation.name
        ),
        html=html,
        kind="giving",
        meta=Meta(card=plain_card(renderer, title), trail=page.trail),
        search=(SearchEntry("page"),),
    )


def make_giving_files(renderer: Renderer) -> Iterator[Asset]:
    """Make the codes as files to keep: SVG and PNG of each."""
    for order in list_orders(renderer.site):
        word = overprint(renderer, order)
        svg = draw_svg(order.payload, describe(renderer, order), word, xml=True)
        yield Asset(qr_address(order.way.key, "svg"), svg.encode())
        yield Asset(qr_address(order.way.key, "png"), draw_png(order.payload, word))


def draw(renderer: Renderer, order: Order) -> str:
    """Return the code of an order for its place on the page."""
    return draw_svg(order.payload, describe(renderer, order), overprint(renderer, order))


def overprint(renderer: Renderer, order: Order) -> str:
    """Return the word across the code of a sample account; "" for a real one."""
    return renderer.format.gettext(mark("SAMPLE")) if order.account.sample else ""


def describe(renderer: Renderer, order: Order) -> str:
    """Return what a code is, for people who do not see it."""
    gettext = renderer.format.gettext
    if order.account.sample:
        return gettext(mark("A sample of a VietQR code that cannot be paid to"))
    return gettext(mark("VietQR code: account {number}, {bank}, {holder}, with the words “{memo}”")).format(
        number=order.account.number, bank=order.account.bank, holder=order.account.holder, memo=order.memo
    )


def campaign_orders(renderer: Renderer, campaign: Campaign) -> tuple[Order, ...]:
    """Return the ways to give to a campaign; none if it is not running or has no account."""
    site = renderer.site
    return tuple(make_order(site, Way(key, campaign.id)) for key in campaign_accounts(site, campaign))
