"""Lists of gifts: who gave, by campaign, year, ward and kind of donor; every gift, or a long list's sums."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from minhbach.derive.comparison import RECEIVED, Comparison
from minhbach.derive.thanks import Condensed, Gift, condense, honour, read_gifts
from minhbach.language import mark
from minhbach.outputs.model import Crumb, Meta, Page, SearchEntry
from minhbach.pages.carding import plain_card
from minhbach.pages.gift_search import DonorFinder
from minhbach.pages.gift_words import LISTING_WORDS, GiftWords
from minhbach.pages.lists import shown_numbers
from minhbach.pages.recognition import name_anchors
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.trail import lay_trail
from minhbach.site.addresses import CAMPAIGNS, RECOGNITION, campaign_address
from minhbach.site.thanks import GIFTS_PER_PAGE, LISTINGS, GiftList, Listing, Scope

INDEX_FROM_GIFTS = 40
"""With fewer named gifts a list is seen at a glance and needs no index of letters."""
_LETTER_IDS = {"ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"}
"""As they are typed (Telex), so that ids are ASCII and none is given twice."""
_HEADINGS: dict[Listing, tuple[str, str]] = {
    "named": ("nha-hao-tam", mark("Givers")),
    "anonymous": ("an-danh", mark("Anonymous gifts")),
    "not-itemised": ("khong-ghi-tung-nguoi", mark("Received from many, not listed one by one")),
}


@dataclass(frozen=True)
class GiftSection:
    """Gifts under one heading."""

    id: str
    heading: str
    short: str
    """Its heading in the index of the list."""
    listing: Listing
    gifts: tuple[Gift, ...]


@dataclass(frozen=True)
class Giver:
    """Gifts of one name that stand together on a page."""

    gifts: tuple[Gift, ...]
    name: str = ""
    """"" for those without a name."""
    anchor: str = ""
    donor: str = ""
    """The donor that has a page of its own; "" for others."""
    letter: str = ""
    """The id of the letter that begins here; "" elsewhere."""

    @property
    def rows(self) -> int:
        """How many rows its gifts take with their refunds and corrections."""
        return len(self.gifts) + sum(len(gift.changes) for gift in self.gifts)


@dataclass(frozen=True)
class SectionPart:
    """What of a section stands on one page."""

    section: GiftSection
    is_continued: bool
    givers: tuple[Giver, ...]


@dataclass(frozen=True)
class Mark:
    """An entry of the index of a list: a letter or a heading, and where it begins."""

    words: str
    number: int
    """Of the page."""
    id: str


def make_gift_list_pages(renderer: Renderer) -> Iterator[Page]:
    """Make the pages of every list of gifts."""
    site = renderer.site
    words = GiftWords(site, renderer.format)
    finder = DonorFinder(site, words)
    printed = read_gifts(site.ledger, site.thanks.lists)
    condensed = {item.address: found for item, found in condense(site.ledger, site.thanks.lists)}
    # Search leads to the list of the newest year in which somebody gave; those lists therefore come first.
    for item in sorted(site.thanks.lists, key=lambda item: item.scope is not Scope.YEAR):
        if item.is_condensed:
            yield _make_condensed_page(renderer, item, condensed[item.address], words, finder)
        else:
            yield from _make_printed_pages(renderer, item, printed[item.address], words, finder)


def list_sections(renderer: Renderer, item: GiftList, gifts: Sequence[Gift]) -> list[GiftSection]:
    """Return the headings under which the gifts of a list stand, with their gifts.

    Levels of honour, where the chapter has them, order the lists of campaigns and years.
    """
    gettext = renderer.format.gettext
    levels = renderer.site.organisation.honour_levels if item.scope in (Scope.CAMPAIGN, Scope.YEAR) else ()
    sections = []
    for number, group in enumerate(honour(gifts, levels), start=1):
        identity, words = _HEADINGS["named"]
        heading = gettext(words)
        if group.level is not None:
            identity, heading = f"muc-{number}", group.level.name
        sections.append(GiftSection(identity, heading, heading, "named", group.gifts))
    for listing in LISTINGS[1:]:
        found = tuple(gift for gift in gifts if gift.listing == listing)
        if found:
            identity, words = _HEADINGS[listing]
            sections.append(
                GiftSection(identity, gettext(words), gettext(LISTING_WORDS[listing]), listing, found)
            )
    return sections


def lay_out_pages(
    sections: Sequence[GiftSection], with_page: Collection[str] = ()
) -> tuple[list[list[SectionPart]], list[Mark]]:
    """Return for each page of a list the parts of ``sections`` on it, and the index of the list.

    ``with_page``: the donors that have a page of their own. Where names stand in the order of the alphabet
    alone, the index has letters; headings in any case.
    """
    slices: list[list[tuple[GiftSection, int, tuple[Gift, ...]]]] = [[]]
    room = GIFTS_PER_PAGE
    for section in sections:
        start = 0
        while start < len(section.gifts):
            if not room:
                slices.append([])
                room = GIFTS_PER_PAGE
            gifts = section.gifts[start : start + room]
            slices[-1].append((section, start, gifts))
            start, room = start + len(gifts), room - len(gifts)
    in_alphabet = sum(section.listing == "named" for section in sections) == 1
    pages: list[list[SectionPart]] = []
    index: list[Mark] = []
    seen: set[str] = set()
    for number, parts in enumerate(slices, start=1):
        pages.append([])
        named = [gift.name for _section, _start, gifts in parts for gift in first_of_each(gifts) if gift.name]
        anchors = iter(name_anchors(named))
        for section, start, gifts in parts:
            if start == 0 and not (in_alphabet and section.listing == "named"):
                index.append(Mark(section.short, number, section.id))
            givers = []
            for group in _by_giver(gifts):
                first = group[0]
                letter = ""
                if first.name and in_alphabet and first.initial not in seen:
                    seen.add(first.initial)
                    letter = letter_id(first.initial)
                    index.append(Mark(first.initial.upper() or "…", number, letter))
                givers.append(
                    Giver(
                        group,
                        first.name or "",
                        next(anchors) if first.name else "",
                        first.donor if first.donor in with_page and first.donor else "",
                        letter,
                    )
                )
            pages[-1].append(SectionPart(section, start > 0, tuple(givers)))
    return pages, index


def _by_giver(gifts: Sequence[Gift]) -> Iterator[tuple[Gift, ...]]:
    """Yield ``gifts`` by name; those without a name one by one."""
    for _giver, found in groupby(gifts, lambda gift: gift.giver if gift.name else gift.number):
        yield tuple(found)


def first_of_each(gifts: Sequence[Gift]) -> Iterator[Gift]:
    """Yield the first gift of each giver in a row."""
    return (group[0] for group in _by_giver(gifts))


def letter_id(letter: str) -> str:
    """Return the id of the place where names with ``letter`` begin."""
    return f"mb--chu--{_LETTER_IDS.get(letter, letter) or 'khac'}"


def _make_printed_pages(
    renderer: Renderer, item: GiftList, gifts: Sequence[Gift], words: GiftWords, finder: DonorFinder
) -> Iterator[Page]:
    sections = list_sections(renderer, item, gifts)
    pages, index = lay_out_pages(sections, renderer.site.thanks.donors)
    assert len(pages) == item.page_count
    if len(gifts) < INDEX_FROM_GIFTS:
        index = []
    for number, parts in enumerate(pages, start=1):
        named = [giver for part in parts for giver in part.givers if giver.name]
        search = finder.find(item, ((giver.gifts[0], giver.anchor) for giver in named))
        yield _make_page(
            renderer, item, words, number, search, template="gifts.html", parts=parts, index=index
        )


def _make_condensed_page(
    renderer: Renderer, item: GiftList, condensed: Condensed, words: GiftWords, finder: DonorFinder
) -> Page:
    anchors = name_anchors(donor.name for donor in condensed.donors)
    donors = list(zip(condensed.donors, anchors, strict=True))
    return _make_page(
        renderer,
        item,
        words,
        1,
        finder.find(item, donors),
        template="gifts_condensed.html",
        condensed=condensed,
        donors=donors,
        with_page=frozenset(renderer.site.thanks.donors),
    )


def _make_page(
    renderer: Renderer,
    item: GiftList,
    words: GiftWords,
    number: int,
    search: tuple[SearchEntry, ...],
    *,
    template: str,
    **values: Any,
) -> Page:
    title, description = words.title(item), words.description(item)
    page = PageContext(item.page_address(number), trail=_trail(renderer, item))
    html = renderer.render(
        template,
        page,
        words=words,
        gifts=item,
        title=title,
        number=number,
        shown=shown_numbers(number, item.page_count),
        comparisons=list_comparisons(renderer, item),
        partial=renderer.maker.books.partial.get(item.key) if item.scope is Scope.CAMPAIGN else None,
        unit=renderer.site.organisation.units[item.key] if item.scope is Scope.WARD else None,
        has_levels=bool(renderer.site.organisation.honour_levels)
        and item.scope in (Scope.CAMPAIGN, Scope.YEAR),
        **values,
    )
    named = title
    if number > 1:
        gettext = renderer.format.gettext
        named = gettext(mark("{title}, page {number}")).format(title=title, number=number)
        place = gettext(mark("Page {number} of {count}.")).format(number=number, count=item.page_count)
        description = f"{description} {place}"
    own = (SearchEntry("page", brief=True),) if number == 1 else ()
    return Page(
        address=page.address,
        title=named,
        description=description,
        html=html,
        kind="gifts",
        updated=item.last_day,
        meta=Meta(card=plain_card(renderer, title), trail=page.trail),
        search=(*own, *search),
    )


def list_comparisons(renderer: Renderer, item: GiftList) -> tuple[Comparison, ...]:
    """Return the figures of what a campaign received beside its list of gifts."""
    if item.scope is not Scope.CAMPAIGN:
        return ()
    found = renderer.maker.books.comparisons.get(item.key, ())
    return tuple(compared for compared in found if compared.measure in RECEIVED)


def _trail(renderer: Renderer, item: GiftList) -> tuple[Crumb, ...]:
    if item.scope is Scope.CAMPAIGN:
        return lay_trail(renderer, (mark("Campaigns"), CAMPAIGNS), (item.name, campaign_address(item.key)))
    return lay_trail(renderer, (mark("Acknowledgments"), RECOGNITION))
