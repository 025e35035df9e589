"""Acknowledgments of support, and recognition received."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from markupsafe import escape

from minhbach.language import mark
from minhbach.outputs.model import Page, SearchEntry
from minhbach.pages.gift_words import GiftWords
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.prose.markup import Heading
from minhbach.site.addresses import RECOGNITION
from minhbach.site.model import Acknowledgment, Recognition, Site
from minhbach.words import slugify

# Pledged, received and recognised are different things and are never listed together.
_GROUPS = (
    ("gift", "ung-ho", mark("Given")),
    ("pledge", "dang-ky", mark("Registered, not yet reported as received")),
    ("recognition", "ghi-nhan", mark("Recognised for their support")),
)


def make_recognition_page(renderer: Renderer) -> Page:
    """Make the page of acknowledgments and recognition."""
    site, gettext = renderer.site, renderer.format.gettext
    support = list(zip(site.acknowledgments, anchor_support(site), strict=True))
    anchored = zip(site.recognitions, anchor_awards(site), strict=True)
    awards = sorted(anchored, key=lambda pair: -pair[0].record.year)
    groups = []
    for kind, identity, words in _GROUPS:
        items = [(item, anchor) for item, anchor in support if item.record.kind == kind]
        if items:
            groups.append((Heading(2, identity, gettext(words)), items))
    page = PageContext(RECOGNITION)
    return Page(
        address=page.address,
        title=gettext(mark("Acknowledgments")),
        description=gettext(mark("Who supported {name}, and the recognition it received.")).format(
            name=site.organisation.name
        ),
        html=renderer.render(
            "recognition.html",
            page,
            groups=groups,
            recognitions=awards,
            words=GiftWords(site, renderer.format),
        ),
        kind="recognition",
        headings=tuple(heading for heading, _items in groups),
        updated=max((item.last_day for item in site.thanks.lists if item.last_day), default=None),
        search=(
            SearchEntry("page", brief=True),
            *(_find_support(site, item, anchor) for item, anchor in support),
            *(_find_award(item, anchor) for item, anchor in awards),
        ),
    )


def anchor_support(site: Site) -> list[str]:
    """Return the id of each acknowledgment on the page, in the order of ``Site.acknowledgments``."""
    return _anchors(site)[: len(site.acknowledgments)]


def anchor_awards(site: Site) -> list[str]:
    """Return the id of each award on the page, in the order of ``Site.recognitions``."""
    shown = sorted(range(len(site.recognitions)), key=lambda number: -site.recognitions[number].record.year)
    anchors = dict(zip(shown, _anchors(site)[len(site.acknowledgments) :], strict=True))
    return [anchors[number] for number in range(len(site.recognitions))]


def _anchors(site: Site) -> list[str]:
    """Return the ids in the order in which the page shows acknowledgments and awards."""
    recognitions = sorted(site.recognitions, key=lambda item: -item.record.year)
    return name_anchors(
        [
            *(item.record.who for item in site.acknowledgments),
            *(item.record.title for item in recognitions),
        ]
    )


def name_anchors(names: Iterable[str]) -> list[str]:
    """Return an id for each name, none twice; two hyphens keep them apart from the ids of headings."""
    counts: Counter[str] = Counter()
    anchors = []
    for name in names:
        slug = slugify(name)
        counts[slug] += 1
        anchors.append(f"mb--{slug}" if counts[slug] == 1 else f"mb--{slug}--{counts[slug]}")
    return anchors


def _find_support(site: Site, item: Acknowledgment, anchor: str) -> SearchEntry:
    """Return how search finds one acknowledgment: by who it is, and by what it says of them."""
    record = item.record
    campaign = site.campaigns[record.campaign] if record.campaign else None
    told = [record.what]
    if campaign is not None:
        told.append(f"{campaign.name}.")
    told += (f"{site.organisation.units[unit].name}." for unit in record.units)
    day = record.day or (item.source.day if item.source else None)
    return SearchEntry(
        "donor",
        day=record.day,
        year=campaign.year if campaign else day.year if day else None,
        title=record.who,
        html=_paragraphs(told),
        anchor=anchor,
    )


def _find_award(item: Recognition, anchor: str) -> SearchEntry:
    """Return how search finds one award."""
    record = item.record
    told = [record.by, *([record.to] if record.to else []), *([record.detail] if record.detail else [])]
    return SearchEntry("award", year=record.year, title=record.title, html=_paragraphs(told), anchor=anchor)


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)
