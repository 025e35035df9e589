"""Linking: from records that name each other to one value in which every name leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from minhbach.ledger.tables import Ledger
from minhbach.problems import Position, Problem, kinds
from minhbach.records.campaign import CampaignRecord, PeriodRecord, ResultsRecord
from minhbach.records.contents import Contents, Entry, Written
from minhbach.records.figure import SourceRecord
from minhbach.records.knowing import Missing, known_day
from minhbach.records.money import may_be_named
from minhbach.records.organisation import OrganisationRecord
from minhbach.records.read import nearest
from minhbach.site.articles import ArticleLinker
from minhbach.site.bodies import BODIES, BodyLinker
from minhbach.site.comparisons import figures_at
from minhbach.site.documents import link_document_files
from minhbach.site.figure import Figure
from minhbach.site.figures import FigureLinker
from minhbach.site.identities import article_id, page_id
from minhbach.site.model import (
    Acknowledgment,
    Article,
    BuildSettings,
    Campaign,
    CampaignPeriod,
    Recognition,
    Results,
    Site,
    State,
    Status,
    Use,
    WrittenPage,
)
from minhbach.site.money import FUNDS, check_money_references
from minhbach.site.owner import Owner
from minhbach.site.periods import campaign_period
from minhbach.site.quantities import Location
from minhbach.site.redirects import link_redirects
from minhbach.site.references import References
from minhbach.site.source import Source
from minhbach.site.sourcing import DOCUMENTS, SourceLinker

_NOBODY = OrganisationRecord(name="—", short_name="—", place="—", level="district")
"""Stands in where data/organisation.yml cannot be used, so that everything else is still checked."""


def link_site(
    contents: Contents, settings: BuildSettings, ledger: Ledger | None = None
) -> tuple[Site, list[Problem]]:
    """Link ``contents`` and the ``ledger`` read with it for a build.

    Returns the site and every reference that leads nowhere.

    With problems that are errors the site is only good for further checks, never for publishing.
    """
    return _Linking(contents, settings, ledger or Ledger()).run()


def link_period(record: PeriodRecord) -> CampaignPeriod:
    """Return the two days of a period, and why one is not known where the record says so."""
    return CampaignPeriod(
        known_day(record.start),
        known_day(record.end),
        record.start if isinstance(record.start, Missing) else None,
        record.end if isinstance(record.end, Missing) else None,
    )


def campaign_status(period: CampaignPeriod, year: int, now: datetime, *, ended: bool = False) -> Status:
    """Return where a campaign stands at ``now``.

    It has ended where its last day is past, or the source says so (``ended``). That its year is over says
    nothing of that: it is then not known.
    """
    today = now.date()
    if ended or (period.end is not None and period.end < today):
        return Status.ENDED
    if period.start is not None and period.start > today:
        return Status.UPCOMING
    if period.start is not None and period.end is not None:
        return Status.RUNNING
    return Status.RUNNING if period.start is not None and year >= today.year else Status.UNKNOWN


class _Linking:
    def __init__(self, contents: Contents, settings: BuildSettings, ledger: Ledger) -> None:
        self.contents = contents
        self.ledger = ledger
        self.settings = settings
        self.references = References(contents.unusable)
        self.problems = self.references.problems
        self.figures: dict[str, Figure] = {}
        self.organisation = self._single("data/organisation.yml", _NOBODY)
        self.indicators = self._single("data/indicators.yml", {})
        self.sections = self._single("data/sections.yml", {})
        self.authors = self._single("data/authors.yml", {})
        self.programmes = self._single("data/programmes.yml", {})
        self.documents = self._single("data/documents.yml", {})
        self.donors = self._single("data/donors.yml", {})
        self.bodies = BodyLinker(self._single(BODIES, {}), self.references)
        self.unit_names = {key: unit.name for key, unit in self.organisation.units.items()}
        linker = ArticleLinker(
            contents,
            self.references,
            settings.now,
            authors=self.authors,
            sections=self.sections,
            documents=self.documents,
        )
        self.all_articles: dict[str, Article] = {}
        for article in linker.link():  # of two with one id, which is reported, a draft gives way
            if article.id not in self.all_articles or self.all_articles[article.id].state is State.DRAFT:
                self.all_articles[article.id] = article
        self.unusable_articles = {
            article_id(path) for path in contents.files.articles if path in contents.unusable
        }
        self.recorded = recorded_figures(contents)
        self.sources = SourceLinker(
            self.references,
            self.documents,
            self.all_articles,
            self.unusable_articles,
            preview=settings.preview,
        )

    def _single(self, path: str, default: Any) -> Any:
        entry = self.contents.single.get(path)
        return default if entry is None else entry.record

    def run(self) -> tuple[Site, list[Problem]]:
        campaigns = [self._campaign(key, entry) for key, entry in self.contents.campaigns.items()]
        results = [self._results(key, entry) for key, entry in self.contents.results.items()]
        campaigns.sort(key=lambda item: (-item.year, str(item.period.start or ""), item.id))
        results.sort(key=lambda item: (-item.year, item.id))
        self._check_includes()
        self._check_headline()
        check_money_references(self.contents, self.references, self.organisation, self.documents)
        everything = self.all_articles
        shown = {State.LIVE, State.DRAFT, State.SCHEDULED} if self.settings.preview else {State.LIVE}
        articles = [item for item in everything.values() if item.state in shown]
        hidden = {State.DRAFT, State.SCHEDULED} - shown
        pages = {page_id(item.path): item for item in self.contents.pages}
        site = Site(
            settings=self.settings,
            organisation=self.organisation,
            organisation_sources=self._entry_sources("data/organisation.yml", self.organisation),
            indicators=self.indicators,
            sections=self.sections,
            authors=self.authors,
            programmes=self.programmes,
            documents=self.documents,
            document_files=link_document_files(self.contents, self.references),
            bodies=self.bodies.known,
            figures=self.figures,
            campaigns={item.id: item for item in campaigns},
            results={item.id: item for item in results},
            articles={item.id: item for item in articles},
            unpublished={key: item for key, item in everything.items() if item.state in hidden},
            withdrawn={key: item for key, item in everything.items() if item.state is State.WITHDRAWN},
            pages={
                key: WrittenPage(key, item.path, item.entry.record, item.prose) for key, item in pages.items()
            },
            recognitions=tuple(self._list("data/recognitions.yml", Recognition)),
            acknowledgments=tuple(self._list("data/acknowledgments.yml", Acknowledgment)),
            funds=self._single(FUNDS, {}),
            fund_sources=self._fund_sources(),
            donors={key: donor for key, donor in self.donors.items() if may_be_named(donor)},
            purposes=self._single("data/purposes.yml", {}),
            accounts=self._single("data/accounts.yml", {}),
            account_confirmations=self._single("data/account-confirmations.yml", {}),
            postings=self._single("data/postings.yml", ()),
            ledger=self.ledger,
            gift_codes=self._single("data/gift-codes.yml", None),
            uses=self._uses(articles, pages.values()),
            articles_by_campaign=_by_campaign(articles),
            assets=self.contents.files.assets,
            redirects=link_redirects(everything.values(), self.contents.pages, hidden),
        )
        return site, self.problems

    # Campaigns and results ---------------------------------------------------------------------------------

    def _programme(self, entry: Entry[CampaignRecord] | Entry[ResultsRecord]) -> str | None:
        """Return the programme that a file belongs to, reported where there is none of the name."""
        programme = entry.record.programme
        if programme is not None:
            self.references.known(
                kinds.PROGRAMME_UNKNOWN,
                programme,
                self.programmes,
                "data/programmes.yml",
                entry.at("programme"),
            )
        return programme

    def _campaign(self, key: str, entry: Entry[CampaignRecord]) -> Campaign:
        record = entry.record
        period, programme = link_period(record.period), self._programme(entry)
        body = self.bodies.find(record.body, entry.at("body"))
        owner = Owner("campaign", key, record.name, record.year, campaign_period(period), programme, body)
        self._check_documents(entry)
        sources = self.sources.link(record.source, entry, ("source",))
        own = self._figures(entry, owner, sources)
        return Campaign(
            id=key,
            name=record.name,
            programme_id=record.programme,
            year=record.year,
            period=period,
            status=campaign_status(period, record.year, self.settings.now, ended=record.ended),
            purpose=record.purpose,
            description=record.description,
            sources=sources,
            figures=(*own, *record.includes),
            at=entry.at(),
            ledger=record.ledger,
            account_id=record.account,
            memo=record.memo,
            disclosure=record.disclosure,
            ended=record.ended,
            evidence=dict(self._evidence(entry)),
            documents=record.documents,
            body=body,
        )

    def _check_documents(self, entry: Entry[CampaignRecord]) -> None:
        for kind, keys in entry.record.documents:
            for index, key in enumerate(keys):
                at = entry.at("documents", kind, index)
                self.references.known(kinds.DOCUMENT_UNKNOWN, key, self.documents, DOCUMENTS, at)

    def _evidence(self, entry: Entry[CampaignRecord]) -> Iterator[tuple[str, tuple[Source, ...]]]:
        disclosure = entry.record.disclosure
        for duty, met in disclosure.met.items() if disclosure is not None else ():
            if met.article is not None or met.document is not None:
                record = SourceRecord(article=met.article, document=met.document, place=met.place)
                yield duty, self.sources.link((record,), entry, ("disclosure", "met", duty))

    def _results(self, key: str, entry: Entry[ResultsRecord]) -> Results:
        record = entry.record
        if key in self.contents.campaigns:
            other = str(self.contents.campaigns[key].at())
            self.problems.append(Problem(kinds.ID_DUPLICATE, entry.at(), {"id": key, "other": other}))
        body = self.bodies.find(record.body, entry.at("body"))
        owner = Owner("results", key, record.title, record.year, record.period, self._programme(entry), body)
        sources = self.sources.link(record.source, entry, ("source",))
        figures = self._figures(entry, owner, sources)
        return Results(key, record.year, record.title, sources, figures, entry.at())

    def _figures(self, entry: Entry[Any], owner: Owner, file_sources: tuple[Source, ...]) -> tuple[str, ...]:
        units = None if "data/organisation.yml" in self.contents.unusable else self.unit_names

        def find_sources(records: tuple[SourceRecord, ...], place: Location) -> tuple[Source, ...]:
            return self.sources.link(records, entry, place)

        linker = FigureLinker(entry, owner, units, self.indicators, find_sources, self.problems)
        addresses = []
        for key, written in entry.record.figures.items():
            record, place = written, ("figures", key)
            known = self.references.known(
                kinds.INDICATOR_UNKNOWN,
                record.indicator,
                self.indicators,
                "data/indicators.yml",
                entry.at(*place, "indicator"),
            )
            if record.per is not None and (record.per not in entry.record.figures or record.per == key):
                others = [other for other in entry.record.figures if other != key]
                self._unknown_figure(record.per, entry.at(*place, "per"), others)
                record = record.model_copy(update={"per": None})
            sources = file_sources
            if record.source is not None:
                sources = self.sources.link(record.source, entry, (*place, "source"))
            body = self.bodies.find(record.body, entry.at(*place, "body")) if record.body else owner.body
            if not known or (body is None and (record.body or entry.record.body)):
                continue  # whose it is must never be guessed
            known_problems = len(self.problems)
            figure = linker.link(key, record, self.indicators[record.indicator], sources, body)
            if any(problem.is_error for problem in self.problems[known_problems:]):
                continue  # its value is in doubt, and with it all that prose says of it
            self.figures[figure.address] = figure
            addresses.append(figure.address)
        return tuple(addresses)

    def _check_includes(self) -> None:
        for entry in self.contents.campaigns.values():
            for index, address in enumerate(entry.record.includes):
                if address not in self.figures and not self.is_unusable_figure(address):
                    self._unknown_figure(address, entry.at("includes", index))

    def _check_headline(self) -> None:
        entry = self.contents.single.get("data/organisation.yml")
        for index, address in enumerate(self.organisation.headline):
            if entry is not None and address not in self.figures and not self.is_unusable_figure(address):
                self._unknown_figure(address, entry.at("headline", index))

        for item in self.contents.articles:
            address = item.entry.record.headline
            is_gone = item.entry.record.withdrawn is not None
            if (
                address
                and not is_gone
                and address not in self.figures
                and not self.is_unusable_figure(address)
            ):
                self._unknown_figure(address, item.entry.at("headline"))

    def _unknown_figure(self, address: str, at: Position, known: list[str] | None = None) -> None:
        known = list(self.figures) if known is None else known
        details = {
            "found": address,
            "nearest": nearest(address, known),
            "example": (known or ["2024.hien-mau"])[0],
        }
        self.problems.append(Problem(kinds.FIGURE_UNKNOWN, at, details))

    def is_unusable_figure(self, address: str) -> bool:
        """Whether the figure, or the file that would hold it, was refused, which is reported already."""
        if address in self.recorded:
            return True
        owner = address.partition(".")[0]
        paths = {f"data/campaigns/{owner}.yml", f"data/results/{owner}.yml", "data/indicators.yml"}
        return not paths.isdisjoint(self.contents.unusable)

    # Sources and lists -------------------------------------------------------------------------------------

    def _entry_sources(self, path: str, record: OrganisationRecord) -> tuple[Source, ...]:
        entry = self.contents.single.get(path)
        return self.sources.link(record.source, entry, ("source",)) if entry is not None else ()

    def _fund_sources(self) -> dict[str, tuple[Source, ...]]:
        entry = self.contents.single.get(FUNDS)
        records = entry.record.items() if entry is not None else ()
        return {key: self.sources.link(fund.source, entry, (key, "source")) for key, fund in records if entry}

    def _list(self, path: str, make: Any) -> Iterable[Any]:
        entry = self.contents.single.get(path)
        for index, record in enumerate(entry.record if entry else ()):
            assert entry is not None
            if (campaign := getattr(record, "campaign", None)) is not None:
                self.references.known(
                    kinds.CAMPAIGN_UNKNOWN,
                    campaign,
                    self.contents.campaigns,
                    f"data/campaigns/{campaign}.yml",
                    entry.at(index, "campaign"),
                )
            for number, unit in enumerate(getattr(record, "units", ())):
                self.references.known(
                    kinds.UNIT_UNKNOWN,
                    unit,
                    self.unit_names,
                    "data/organisation.yml",
                    entry.at(index, "units", number),
                )
            yield make(record, self.sources.link(record.source, entry, (index, "source")))

    def _uses(self, articles: list[Article], pages: Iterable[Written[Any]]) -> dict[str, tuple[Use, ...]]:
        uses: dict[str, dict[tuple[str, str], Use]] = {}
        places: list[tuple[Use, Any]] = [
            (Use("article", item.id, item.record.title), item.prose) for item in articles
        ]
        places += [(Use("page", page_id(item.path), item.entry.record.title), item.prose) for item in pages]
        for use, prose in places:
            for reference in prose.references:
                if reference.kind in ("figure", "chart", "table"):
                    for figure in figures_at(self.figures, self.programmes, reference.target):
                        uses.setdefault(figure.address, {}).setdefault((use.kind, use.id), use)
        return {address: tuple(found.values()) for address, found in uses.items()}


def recorded_figures(contents: Contents) -> frozenset[str]:
    """Return the address of every figure in a usable file, also of those that could not be linked."""
    return frozenset(
        f"{owner}.{key}"
        for entries in (contents.campaigns, contents.results)
        for owner, entry in entries.items()
        for key in entry.record.figures
    )


def _by_campaign(articles: list[Article]) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, list[str]] = {}
    for article in articles:
        for campaign in dict.fromkeys(article.record.campaigns):
            grouped.setdefault(campaign, []).append(article.id)
    return {campaign: tuple(ids) for campaign, ids in grouped.items()}
