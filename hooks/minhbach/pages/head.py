"""The part of a page that only machines read: previews for social networks, feeds, languages, JSON-LD."""

from __future__ import annotations

from dataclasses import replace

from minhbach.cards.model import card_key
from minhbach.outputs.model import Crumb, Page
from minhbach.pages.carding import plain_card
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.structured import describe_trail, write_json_ld
from minhbach.site.addresses import CARDS

CARD_WIDTH_PX, CARD_HEIGHT_PX = 1200, 630
FEED_FILES = (
    ("application/atom+xml", "atom.xml"),
    ("application/rss+xml", "rss.xml"),
    ("application/feed+json", "feed.json"),
)
"""Media type and file name of the formats in which each feed is published."""


def add_head(renderer: Renderer, page: Page) -> Page:
    """Return ``page`` with its ``head``. Addresses that must be absolute are left out where none is known."""
    page = replace(page, language=page.language or renderer.catalogue.language)
    if page.meta.card is None and page.meta.listed:
        page = page.with_meta(card=plain_card(renderer, page.title))
    meta, site = page.meta, renderer.site
    structured = list(meta.structured)
    if meta.trail:
        structured.append(
            describe_trail(site, meta.trail, Crumb(meta.short_title or page.title, page.address))
        )
    head = renderer.render(
        "_head.html",
        PageContext(page.address),
        subject=page,
        meta=meta,
        canonical=site.settings.absolute(page.address),
        image=site.settings.absolute(card_address(page)),
        size=(CARD_WIDTH_PX, CARD_HEIGHT_PX),
        feed_files=FEED_FILES if meta.feeds and site.settings.base_url else (),
        languages={name: site.settings.absolute(where) for name, where in (meta.languages or {}).items()},
        json_ld=write_json_ld(structured) if structured else "",
    )
    return replace(page, head=head)


def card_address(page: Page) -> str:
    """Return the address of the picture that stands for ``page``; "" if there is none."""
    return f"{CARDS}{card_key(page.meta.card)}.png" if page.meta.card is not None else ""
