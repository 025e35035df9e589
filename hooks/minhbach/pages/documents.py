"""The register of documents: every document that something here rests on, and what that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby

from minhbach.derive.citations import Citation, list_citations
from minhbach.disclosure.clock import find_profile
from minhbach.language import mark
from minhbach.outputs.model import Meta, Page, SearchEntry
from minhbach.pages.carding import plain_card
from minhbach.pages.recognition import anchor_awards, anchor_support
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.trail import lay_trail
from minhbach.prose.markup import Heading
from minhbach.records.document import DocumentRecord
from minhbach.site import addresses
from minhbach.site.model import Site
from minhbach.site.source import DocumentFile

_GROUPS = {
    "figure": mark("Published figures"),
    "results": mark("Results"),
    "campaign": mark("Campaigns"),
    "legal_basis": mark("Legal basis of"),
    "statements": mark("Bank statement of"),
    "reports": mark("Reports on"),
    "balance": mark("Balances of funds"),
    "fund": mark("Funds"),
    "disclosure": mark("Shows what was published"),
    "acknowledgment": mark("Acknowledgments"),
    "recognition": mark("Awards and ratings"),
    "rewritten": mark("Articles rewritten from it"),
    "article": mark("Articles that draw on it"),
    "organisation": mark("About the organisation"),
}
"""What each kind of citation is called, above the list of them."""


FEW = 6
"""Of more documents, what rests on each is folded: who looks for one does not scroll past all the rest."""
SHOWN_OPEN = 8
"""A longer list of what rests on a document is folded even among few."""


@dataclass(frozen=True)
class Resting:
    """Something that rests on a document: its words, where it stands, and where in the document it is."""

    words: str
    address: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class RegisterEntry:
    """A document as the register shows it."""

    key: str
    record: DocumentRecord
    file: DocumentFile | None
    file_address: str
    """Where the file, or the copy of an image without what a camera notes in it, can be had."""
    is_copy: bool
    groups: tuple[tuple[str, tuple[Resting, ...]], ...]
    """What rests on it, by kind."""

    @property
    def anchor(self) -> str:
        """The id of the entry on the page."""
        return addresses.document_anchor(self.key)

    @property
    def count(self) -> int:
        """How many things rest on it."""
        return sum(len(items) for _words, items in self.groups)

    @property
    def sha256(self) -> str:
        """The hash of the file; that which was entered where the file itself is not published."""
        return self.file.sha256 if self.file is not None else self.record.sha256 or ""


def make_documents_page(renderer: Renderer) -> Iterator[Page]:
    """Make the register, newest document first; nothing where no document is registered."""
    site, gettext = renderer.site, renderer.format.gettext
    if not site.documents:
        return
    entries = list_entries(renderer)
    page = PageContext(addresses.DOCUMENTS, trail=lay_trail(renderer))
    title = gettext(mark("Documents"))
    yield Page(
        address=page.address,
        title=title,
        description=gettext(
            mark("The documents that the figures of {name} rest on, and what rests on each of them.")
        ).format(name=site.organisation.name),
        html=renderer.render(
            "documents.html",
            page,
            entries=entries,
            is_folded=len(entries) > FEW,
            shown_open=SHOWN_OPEN,
        ),
        kind="documents",
        headings=tuple(Heading(2, entry.anchor, entry.record.title) for entry in entries),
        updated=max((day for entry in entries if (day := _last_day(entry.record))), default=None),
        meta=Meta(card=plain_card(renderer, title), trail=page.trail),
        search=(
            SearchEntry("page", brief=True),
            *(_find_document(renderer, entry) for entry in entries),
        ),
    )


def list_entries(renderer: Renderer) -> list[RegisterEntry]:
    """Return every document of the register with what rests on it, the newest first, undated ones last."""
    site = renderer.site
    citations = list_citations(site)
    describe = _describers(renderer)
    entries = []
    for key, record in site.documents.items():
        groups = [
            (
                renderer.format.gettext(_GROUPS[kind]),
                tuple(Resting(*describe[kind](citation), citation.places) for citation in found),
            )
            for kind, found in groupby(citations[key], key=lambda citation: citation.kind)
        ]
        file = site.document_files.get(key)
        is_copy = file is not None and file.path in renderer.photos
        address = ""
        if file is not None:
            address = renderer.photos[file.path].address if is_copy else renderer.publish_file(file.path)
        entries.append(RegisterEntry(key, record, file, address, is_copy, tuple(groups)))
    return sorted(entries, key=lambda entry: -(entry.record.published or date.min).toordinal())


def _describers(renderer: Renderer) -> dict[str, Callable[[Citation], tuple[str, str]]]:
    """Return, by kind of citation, what gives the words and the address of one."""
    site, words = renderer.site, renderer.format
    support, awards = anchor_support(site), anchor_awards(site)

    def figure(citation: Citation) -> tuple[str, str]:
        item = site.figures[citation.key]
        name = f"{words.figure_name_beside(item)}: {words.figure(item)}"
        return name, addresses.figure_address(item.address)

    def results(citation: Citation) -> tuple[str, str]:
        item = site.results[citation.key]
        owners = [site.figures[address].owner for address in item.figures]
        return owners[0].title if owners else item.title, addresses.year_address(item.year)

    def campaign(citation: Citation) -> tuple[str, str]:
        item = site.campaigns[citation.key]
        return words.owner_name(item), addresses.campaign_address(item.id)

    def balance(citation: Citation) -> tuple[str, str]:
        name, address = fund(citation)
        day = words.day(date.fromisoformat(citation.detail))
        told = words.gettext(mark("{fund}, end of {day}")).format(fund=name, day=day)
        return told, f"{address}#sao-ke" if address != addresses.MONEY else address

    def fund(citation: Citation) -> tuple[str, str]:
        address = addresses.fund_address(citation.key)
        is_shown = address in renderer.links.anchors
        return site.funds[citation.key].name, address if is_shown else addresses.MONEY

    def disclosure(citation: Citation) -> tuple[str, str]:
        item = site.campaigns[citation.key]
        duty = find_profile(site).duties.get(citation.detail)
        told = f"{words.gettext(duty.what)} – {item.name}" if duty is not None else item.name
        return told, f"{addresses.DISCLOSURE}#{item.id}--cong-khai"

    def acknowledgment(citation: Citation) -> tuple[str, str]:
        number = int(citation.key)
        return site.acknowledgments[number].record.who, f"{addresses.RECOGNITION}#{support[number]}"

    def recognition(citation: Citation) -> tuple[str, str]:
        number = int(citation.key)
        return site.recognitions[number].record.title, f"{addresses.RECOGNITION}#{awards[number]}"

    def article(citation: Citation) -> tuple[str, str]:
        item = site.articles[citation.key]
        return item.record.title, addresses.article_address(item.id)

    def organisation(_citation: Citation) -> tuple[str, str]:
        return site.organisation.name, _about_address(site)

    return {
        "figure": figure,
        "results": results,
        **dict.fromkeys(("campaign", "legal_basis", "statements", "reports"), campaign),
        "balance": balance,
        "fund": fund,
        "disclosure": disclosure,
        "acknowledgment": acknowledgment,
        "recognition": recognition,
        **dict.fromkeys(("rewritten", "article"), article),
        "organisation": organisation,
    }


def _about_address(site: Site) -> str:
    """Return the page that tells of the organisation; the home page where the chapter has none."""
    about = (page.id for page in site.pages.values() if page.record.layout == "about")
    return addresses.written_page_address(next(about, "index"))


def _last_day(record: DocumentRecord) -> date | None:
    return max((day for day in (record.published, record.archived) if day), default=None)


def _find_document(renderer: Renderer, entry: RegisterEntry) -> SearchEntry:
    """Return how search finds a document: by its title, number, issuer and kind."""
    record = entry.record
    told = [
        renderer.format.document_kind(record.kind),
        record.number or "",
        record.publisher,
        record.note or "",
    ]
    html = "".join(f"<p>{escape(text)}</p>" for text in told if text)
    return SearchEntry("document", day=record.published, title=record.title, html=html, anchor=entry.anchor)
