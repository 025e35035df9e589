"""What rests on each document of the register: all that cites it, with the place in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from minhbach.site.model import Article, Campaign, Site
from minhbach.site.source import Source

CitingKind = Literal[
    "figure",
    "results",
    "campaign",
    "legal_basis",
    "statements",
    "reports",
    "balance",
    "fund",
    "disclosure",
    "acknowledgment",
    "recognition",
    "rewritten",
    "article",
    "organisation",
]
"""What cites a document: in the order in which a register tells it."""


@dataclass(frozen=True)
class Citation:
    """Something that rests on a document."""

    kind: CitingKind
    key: str
    """What tells it apart among those of its kind: an address of a figure, an identifier, a position."""
    places: tuple[str, ...] = ()
    """Where in the document, as far as it is said."""
    detail: str = ""
    """Of a bank balance its day, of a disclosure the duty."""


def list_citations(site: Site) -> dict[str, list[Citation]]:
    """Return, by document, everything that cites it, in the order of ``CitingKind`` and then of the site."""
    found: dict[str, list[Citation]] = {key: [] for key in site.documents}
    for document, citation in _citations(site):
        if document in found:
            found[document].append(citation)
    order = get_args(CitingKind)
    return {key: sorted(cited, key=lambda item: order.index(item.kind)) for key, cited in found.items()}


def _citations(site: Site) -> Iterator[tuple[str, Citation]]:
    for figure in site.figures.values():
        further = [source for target in figure.targets for source in target.sources]
        further += [source for item in figure.also_stated for source in item.sources]
        yield from _of("figure", figure.address, dict.fromkeys((*figure.sources, *further)))
    for results in site.results.values():
        yield from _of("results", results.id, results.sources)
    for campaign in site.campaigns.values():
        yield from _of("campaign", campaign.id, campaign.sources)
    yield from _campaign_documents(site.campaigns.values())
    for key, fund in site.funds.items():
        for statement in fund.statements:
            if statement.document is not None:
                yield statement.document, Citation("balance", key, detail=statement.day.isoformat())
    for key, sources in site.fund_sources.items():
        yield from _of("fund", key, sources)
    for campaign in site.campaigns.values():
        for duty, sources in campaign.evidence.items():
            yield from _of("disclosure", campaign.id, sources, duty)
    for number, acknowledgment in enumerate(site.acknowledgments):
        yield from _of("acknowledgment", str(number), acknowledgment.sources)
    for number, recognition in enumerate(site.recognitions):
        yield from _of("recognition", str(number), recognition.sources)
    yield from _articles(site.articles.values())
    yield from _of("organisation", "", site.organisation_sources)


def _campaign_documents(campaigns: Iterable[Campaign]) -> Iterator[tuple[str, Citation]]:
    for campaign in campaigns:
        for document in dict.fromkeys(campaign.documents.legal_basis):
            yield document, Citation("legal_basis", campaign.id)
        for document in dict.fromkeys(campaign.documents.statements):
            yield document, Citation("statements", campaign.id)
        for document in dict.fromkeys(campaign.documents.reports):
            yield document, Citation("reports", campaign.id)


def _articles(articles: Iterable[Article]) -> Iterator[tuple[str, Citation]]:
    for article in articles:
        if article.record.based_on is not None:
            yield article.record.based_on, Citation("rewritten", article.id)
        if article.record.source is not None and article.record.source != article.record.based_on:
            yield article.record.source, Citation("article", article.id)


def _of(
    kind: CitingKind, key: str, sources: Iterable[Source], detail: str = ""
) -> Iterator[tuple[str, Citation]]:
    places: dict[str, list[str]] = {}
    for source in sources:
        if source.kind == "document":
            places.setdefault(source.id, []).extend([source.place] if source.place else [])
    for document, found in places.items():
        yield document, Citation(kind, key, tuple(dict.fromkeys(found)), detail)
