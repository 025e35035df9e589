"""The page of open data: what can be downloaded, how to check it, and what every column holds."""

from __future__ import annotations

from minhbach.exports.descriptor import LICENCE, TEXT_RULES, describe_field, tell_partial
from minhbach.language import mark
from minhbach.outputs.model import Meta, Page, SearchEntry
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.structured import describe_dataset
from minhbach.pages.trail import lay_trail
from minhbach.prose.markup import Heading
from minhbach.site.addresses import DATA

_HEADINGS = (
    ("tap-tin", mark("Files")),
    ("dot-van-dong", mark("By campaign")),
    ("kiem-tra", mark("Check it yourself")),
    ("giu-lai", mark("What is withheld, and why")),
    ("cot", mark("What the columns hold")),
    ("giay-phep", mark("Licence and citation")),
)


def make_data_page(renderer: Renderer) -> Page:
    """Make the page of open data."""
    site, exports, gettext = renderer.site, renderer.exports, renderer.format.gettext
    title = gettext(mark("Open data"))
    description = gettext(
        mark("All ledgers and figures of {name} to download, with their hashes and a description.")
    ).format(name=site.organisation.name)
    headings = {
        key: Heading(2, key, gettext(words))
        for key, words in _HEADINGS
        if exports.campaigns or key != "dot-van-dong"
    }
    page = PageContext(DATA, trail=lay_trail(renderer))
    html = renderer.render(
        "data.html",
        page,
        whole=exports.whole,
        campaigns=[(site.campaigns[key], package) for key, package in exports.campaigns.items()],
        anonymous=exports.anonymous_gifts,
        headings=headings,
        describe_field=lambda field: describe_field(field, gettext),
        text_rules=[gettext(words) for words in TEXT_RULES],
        licence=LICENCE,
        partial=tell_partial(site, None, gettext),
    )
    return Page(
        address=page.address,
        title=title,
        description=description,
        html=html,
        kind="data",
        headings=tuple(headings.values()),
        meta=Meta(trail=page.trail, structured=(describe_dataset(site, exports, title, description),)),
        search=(SearchEntry("page", brief=True),),
    )
