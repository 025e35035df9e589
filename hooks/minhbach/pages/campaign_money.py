"""Money in and out of each campaign: what came, where it went, what is left, what was promised."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.derive.expenses import ExpenseRow, list_campaign_rows
from minhbach.derive.goods import Goods, derive_goods
from minhbach.derive.money import LISTINGS
from minhbach.derive.money_charts import CAMPAIGN_CHARTS, PROMISES, campaign_chart
from minhbach.derive.promises import Promises
from minhbach.derive.story import Counts
from minhbach.language import mark
from minhbach.outputs.model import Meta, Page, SearchEntry
from minhbach.pages.carding import plain_card
from minhbach.pages.funds import ExpensePlaces
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.stories import LISTING_WORDS, StoryWriter
from minhbach.pages.trail import lay_trail
from minhbach.site.addresses import CAMPAIGNS, campaign_address, campaign_money_address
from minhbach.site.bookkeeping import list_expense_years, list_money_campaigns
from minhbach.site.model import Campaign, Status

ROWS_SHOWN = 20
GOODS_SHOWN = 100
OPEN_SHOWN = 200
"""Beyond these the page names how many more there are; the data has them all."""


def make_campaign_money_pages(renderer: Renderer) -> Iterator[Page]:
    """Make the page of money in and out of every campaign that a ledger names."""
    site = renderer.site
    named = list_money_campaigns(site)
    if not named:
        return
    goods = derive_goods(site.ledger, limit=GOODS_SHOWN)
    rows = list_campaign_rows(site.ledger, limit=ROWS_SHOWN)
    places = ExpensePlaces(list_expense_years(site))
    for key in named:
        campaign = site.campaigns[key]
        yield _make_page(renderer, campaign, goods.get(key, ((), 0)), rows.get(key, ()), places)


def _make_page(
    renderer: Renderer,
    campaign: Campaign,
    goods: tuple[tuple[Goods, ...], int],
    rows: tuple[ExpenseRow, ...],
    places: ExpensePlaces,
) -> Page:
    gettext, books = renderer.format.gettext, renderer.maker.books
    trail = lay_trail(
        renderer, (mark("Campaigns"), CAMPAIGNS), (campaign.name, campaign_address(campaign.id))
    )
    page = PageContext(campaign_money_address(campaign.id), trail=trail)
    story, writer = books.story(campaign.id), StoryWriter(renderer.format, renderer.maker.money)
    charts = [campaign_chart(campaign.id, which) for which in CAMPAIGN_CHARTS if which != PROMISES]
    promises_chart = campaign_chart(campaign.id, PROMISES)
    title = gettext(mark("Money in and out: {name}")).format(name=campaign.name)
    html = renderer.render(
        "campaign_money.html",
        page,
        campaign=campaign,
        books=books,
        story=story,
        partial=books.partial.get(campaign.id),
        money=story.money,
        counts=books.counts.get(campaign.id, Counts()),
        sentences=writer.sentences(story),
        gaps=writer.gaps(story),
        listings=[(name, LISTING_WORDS[name]) for name in LISTINGS],
        goods=goods[0],
        more_goods=goods[1],
        rows=rows,
        more_rows=len(rows) == ROWS_SHOWN,
        places=places,
        charts=[address for address in charts if address in renderer.plans],
        promises=books.promises.get(campaign.id, Promises()),
        promises_chart=promises_chart if promises_chart in renderer.plans else "",
        days_over=days_since_end(renderer, campaign),
        open_shown=OPEN_SHOWN,
    )
    return Page(
        address=page.address,
        title=title,
        description=gettext(
            mark("Gifts to the campaign as far as they are named, and what was spent, to the dong.")
            if campaign.id in books.partial
            else mark("What the campaign received, what it was spent on and what is left, to the dong.")
        ),
        html=html,
        kind="campaign-money",
        updated=story.day,
        meta=Meta(card=plain_card(renderer, campaign.name, gettext(mark("Money in and out"))), trail=trail),
        search=(SearchEntry("page", day=story.day, brief=True),),
    )


def days_since_end(renderer: Renderer, campaign: Campaign) -> int | None:
    """Return how many days ago a campaign ended, on the day of the build; None where it has not ended."""
    if campaign.status is not Status.ENDED or campaign.period.end is None:
        return None
    return (renderer.site.settings.now.date() - campaign.period.end).days
