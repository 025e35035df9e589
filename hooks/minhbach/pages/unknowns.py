"""One page that lists what is not known: by the four kinds of not knowing, and by what it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from minhbach.derive.story import Gap
from minhbach.derive.unknowns import Place, Unknown, campaign_place, derive_unknowns, list_owners
from minhbach.disclosure.clock import DutyState, is_tracked, list_states
from minhbach.language import mark
from minhbach.outputs.model import Meta, Page, SearchEntry
from minhbach.pages.carding import plain_card
from minhbach.pages.recognition import name_anchors
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.stories import StoryWriter
from minhbach.pages.trail import lay_trail
from minhbach.prose.markup import Heading
from minhbach.records.knowing import Missing
from minhbach.site.addresses import DISCLOSURE, RECOGNITION, UNKNOWNS, campaign_money_address
from minhbach.site.bookkeeping import list_money_campaigns
from minhbach.site.model import Campaign, Site
from minhbach.words import slugify

MEANINGS = {
    Missing.NOT_YET_PUBLISHED: mark("The figure exists, and has not been released."),
    Missing.NOT_STATED: mark("The document that serves as the source does not say."),
    Missing.NOT_RECORDED: mark("Nobody has written it down for this site."),
    Missing.UNKNOWN: mark("This site knows nothing of it."),
}
"""What each kind says, in a sentence."""
_DISCLOSURE = mark("Published as the law asks")


@dataclass(frozen=True)
class Kind:
    """All that is not known for one reason: in each group what belongs to one owner."""

    heading: Heading
    meaning: str
    count: int
    groups: tuple[tuple[Place, tuple[Unknown, ...]], ...]


def make_unknowns_page(renderer: Renderer) -> Page:
    """Make the page of what is not known. Where everything is, it says so."""
    gettext = renderer.format.gettext
    page = PageContext(UNKNOWNS, trail=lay_trail(renderer))
    title = gettext(mark("What is not known"))
    kinds = list_kinds(renderer)
    return Page(
        address=page.address,
        title=title,
        description=gettext(
            mark(
                "What this site of {name} does not know, why, and where it is missing: listed from the data."
            )
        ).format(name=renderer.site.organisation.name),
        html=renderer.render("unknowns.html", page, title=title, kinds=kinds),
        kind="unknowns",
        headings=tuple(kind.heading for kind in kinds),
        meta=Meta(card=plain_card(renderer, title), trail=page.trail),
        search=(SearchEntry("page", brief=True),),
    )


def list_kinds(renderer: Renderer) -> list[Kind]:
    """Return all that is not known, by kind and owner; kinds of which there is nothing are left out."""
    found = [_translate(renderer, unknown) for unknown in list_unknowns(renderer)]
    order = {owner.address: place for place, owner in enumerate(list_owners(renderer.site))}
    kinds = []
    for missing in Missing:
        groups: dict[Place, list[Unknown]] = {}
        for unknown in found:
            if unknown.missing is missing:
                groups.setdefault(unknown.owner, []).append(unknown)
        if groups:
            owners = sorted(groups, key=lambda owner: order.get(owner.address, len(order)))
            words = renderer.format.missing(missing)
            kinds.append(
                Kind(
                    Heading(2, slugify(words), words[:1].upper() + words[1:]),
                    renderer.format.gettext(MEANINGS[missing]),
                    sum(unknown.count for group in groups.values() for unknown in group),
                    tuple((owner, tuple(groups[owner])) for owner in owners),
                )
            )
    return kinds


def _translate(renderer: Renderer, unknown: Unknown) -> Unknown:
    """Return it in the words of readers. Here and not in the template, which would take them for its own."""
    gettext = renderer.format.gettext

    def named(place: Place) -> Place:
        return Place(gettext(place.name), place.address) if place.is_message else place

    places = tuple(map(named, unknown.places))
    what = unknown.what if unknown.is_sentence else gettext(unknown.what)
    return replace(unknown, owner=named(unknown.owner), what=what, places=places)


def list_unknowns(renderer: Renderer) -> Iterator[Unknown]:
    """Yield everything that is not known."""
    site = renderer.site
    yield from derive_unknowns(site)
    yield from _of_disclosure(site)
    yield from _of_support(site)
    yield from _of_money(renderer)


def _of_disclosure(site: Site) -> Iterator[Unknown]:
    here = Place(_DISCLOSURE, f"{DISCLOSURE}#chua-ghi", is_message=True)
    for campaign in site.campaigns.values():
        if not is_tracked(site, campaign):
            what = mark("When and where it was made public")
            yield Unknown(Missing.NOT_RECORDED, campaign_place(campaign), what, (here,))
    states: dict[str, list[DutyState]] = {}
    for state in list_states(site):
        states.setdefault(state.campaign.id, []).append(state)
    for key, of_campaign in states.items():
        yield from _of_duties(site.campaigns[key], of_campaign)


def _of_duties(campaign: Campaign, states: list[DutyState]) -> Iterator[Unknown]:
    undated = [state for state in states if state.met is None and state.due is None]
    unproven = [
        state
        for state in states
        if state.met is not None
        and not (state.met.url or state.met.posted or campaign.evidence.get(state.duty.id))
    ]
    for missing, what, found in (
        (Missing.UNKNOWN, mark("Until when to publish"), undated),
        (Missing.NOT_RECORDED, mark("Where it was published"), unproven),
    ):
        address = f"{DISCLOSURE}#{campaign.id}--cong-khai"
        places = tuple(Place(state.duty.what, address, is_message=True) for state in found)
        if places:
            yield Unknown(missing, campaign_place(campaign), what, places)


def _of_support(site: Site) -> Iterator[Unknown]:
    """Yield the amounts of what is acknowledged: none is told."""
    anchors = name_anchors(item.record.who for item in site.acknowledgments)
    found: dict[tuple[Missing, Place], list[Place]] = {}
    for item, anchor in zip(site.acknowledgments, anchors, strict=True):
        campaign = site.campaigns.get(item.record.campaign or "")
        owner = campaign_place(campaign) if campaign else _recognition()
        place = Place(item.record.who, f"{RECOGNITION}#{anchor}")
        record = item.record
        if record.amount_vnd is None and record.stated is None and not record.goods:
            found.setdefault((record.amount or Missing.NOT_STATED, owner), []).append(place)
    for (missing, owner), places in found.items():
        yield Unknown(missing, owner, mark("Amount or quantity"), tuple(places))


def _of_money(renderer: Renderer) -> Iterator[Unknown]:
    """Yield what the ledgers leave open, in the words of each campaign's page."""
    site, books = renderer.site, renderer.maker.books
    writer = StoryWriter(renderer.format, renderer.maker.money)
    for key in list_money_campaigns(site):
        place = Place(mark("Money in and out"), campaign_money_address(key), is_message=True)
        for gap in books.story(key).gaps:
            if gap.kind != "expenses":  # which is said once of all
                # What money will be used for nobody could have written down.
                missing = Missing.UNKNOWN if gap.kind == "unspent" else Missing.NOT_RECORDED
                owner, told = campaign_place(site.campaigns[key]), _sentence(writer, gap)
                yield Unknown(missing, owner, told, (place,), is_sentence=True)
    ((count,),) = site.ledger.rows(
        "SELECT count(*) FROM public_gifts WHERE campaign IS NULL AND is_goods AND amount_vnd IS NULL "
        "AND kind IN ('gift', 'collection')"
    ) or [(0,)]
    if count:
        words = _sentence(writer, Gap("value", Decimal(count)))
        yield Unknown(Missing.NOT_RECORDED, _recognition(), words, is_sentence=True)


def _sentence(writer: StoryWriter, gap: Gap) -> str:
    words = writer.gap(gap).rstrip(".")
    return words[:1].upper() + words[1:]


def _recognition() -> Place:
    return Place(mark("Acknowledgments"), RECOGNITION, is_message=True)
