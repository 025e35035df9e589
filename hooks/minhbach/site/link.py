"""Linking: from records that name each other to one value in which every name leads somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from minhbach.language import mark
from minhbach.problems import Kind, Position, Problem, kinds
from minhbach.records.article import ArticleRecord, PhotoRecord
from minhbach.records.base import Record
from minhbach.records.campaign import CampaignRecord, PeriodRecord, ResultsRecord
from minhbach.records.contents import Contents, Entry, Written
from minhbach.records.figure import SourceRecord
from minhbach.records.organisation import DocumentRecord, OrganisationRecord
from minhbach.records.read import nearest
from minhbach.site.figures import FigureLinker
from minhbach.site.model import (
    Acknowledgment,
    Article,
    Campaign,
    Figure,
    Owner,
    Photo,
    Recognition,
    Results,
    Site,
    Source,
    Status,
    Use,
    WrittenPage,
)
from minhbach.words import slugify

_SOURCE_KEYS = mark("article” or “document")
_NOBODY = OrganisationRecord(name="—", short_name="—", place="—", level="district")
"""Stands in where data/organisation.yml cannot be used, so that everything else is still checked."""


def link_site(contents: Contents, now: datetime) -> tuple[Site, list[Problem]]:
    """Link ``contents`` as of ``now``. Returns the site and every reference that leads nowhere.

    With problems that are errors the site is only good for further checks, never for publishing.
    """
    return _Linking(contents, now).run()


def campaign_status(period: PeriodRecord, year: int, now: datetime) -> Status:
    """Return where a campaign stands at ``now``; its year decides where the source gives no dates."""
    today = now.date()
    if period.end is not None and period.end < today:
        return Status.ENDED
    if period.start is not None and period.start > today:
        return Status.UPCOMING
    if period.start is not None and period.end is not None:
        return Status.RUNNING
    if year < today.year:
        return Status.ENDED
    return Status.RUNNING if period.start is not None else Status.UNKNOWN


class _Linking:
    def __init__(self, contents: Contents, now: datetime) -> None:
        self.contents = contents
        self.now = now
        self.problems: list[Problem] = []
        self.figures: dict[str, Figure] = {}
        self.organisation = self._single("data/organisation.yml", _NOBODY)
        self.indicators = self._single("data/indicators.yml", {})
        self.sections = self._single("data/sections.yml", {})
        self.programmes = self._single("data/programmes.yml", {})
        self.documents = self._single("data/documents.yml", {})
        self.unit_names = {key: unit.name for key, unit in self.organisation.units.items()}
        self.article_ids = {article_id(item.path): item for item in contents.articles}
        self.unusable_articles = {
            article_id(path) for path in contents.files.articles if path in contents.unusable
        }
        self.recorded = recorded_figures(contents)

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
        articles = [self._article(item) for item in self.contents.articles]
        articles.sort(key=lambda item: (item.record.published, item.id), reverse=True)
        pages = {page_id(item.path): item for item in self.contents.pages}
        site = Site(
            now=self.now,
            organisation=self.organisation,
            organisation_source=self._entry_source("data/organisation.yml", self.organisation),
            indicators=self.indicators,
            sections=self.sections,
            programmes=self.programmes,
            documents=self.documents,
            figures=self.figures,
            campaigns={item.id: item for item in campaigns},
            results={item.id: item for item in results},
            articles={item.id: item for item in articles},
            pages={
                key: WrittenPage(key, item.path, item.entry.record, item.prose) for key, item in pages.items()
            },
            recognitions=tuple(self._list("data/recognitions.yml", Recognition)),
            acknowledgments=tuple(self._list("data/acknowledgments.yml", Acknowledgment)),
            uses=self._uses(articles, pages.values()),
            articles_by_campaign=_by_campaign(articles),
            assets=self.contents.files.assets,
        )
        return site, self.problems

    # Campaigns and results ---------------------------------------------------------------------------------

    def _campaign(self, key: str, entry: Entry[CampaignRecord]) -> Campaign:
        record = entry.record
        if record.programme is not None:
            self._known(
                kinds.PROGRAMME_UNKNOWN,
                record.programme,
                self.programmes,
                "data/programmes.yml",
                entry.at("programme"),
            )
        owner = Owner("campaign", key, record.name, record.year)
        source = self._source(record.source, entry, ("source",))
        own = self._figures(entry, owner, source)
        return Campaign(
            id=key,
            name=record.name,
            programme_id=record.programme,
            year=record.year,
            period=record.period,
            status=campaign_status(record.period, record.year, self.now),
            purpose=record.purpose,
            description=record.description,
            source=source,
            figures=(*own, *record.includes),
            at=entry.at(),
        )

    def _results(self, key: str, entry: Entry[ResultsRecord]) -> Results:
        record = entry.record
        if key in self.contents.campaigns:
            other = str(self.contents.campaigns[key].at())
            self.problems.append(Problem(kinds.ID_DUPLICATE, entry.at(), {"id": key, "other": other}))
        owner = Owner("results", key, record.title, record.year)
        source = self._source(record.source, entry, ("source",))
        figures = self._figures(entry, owner, source)
        return Results(key, record.year, record.title, source, figures, entry.at())

    def _figures(self, entry: Entry[Any], owner: Owner, file_source: Source | None) -> tuple[str, ...]:
        units = None if "data/organisation.yml" in self.contents.unusable else self.unit_names
        linker = FigureLinker(entry, owner, units, self.problems)
        addresses = []
        for key, written in entry.record.figures.items():
            record, place = written, ("figures", key)
            known = self._known(
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
            source = self._source(record.source, entry, (*place, "source")) if record.source else file_source
            if not known:
                continue
            known_problems = len(self.problems)
            figure = linker.link(key, record, self.indicators[record.indicator], source)
            if len(self.problems) > known_problems:
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

    # Articles ----------------------------------------------------------------------------------------------

    def _article(self, item: Written[ArticleRecord]) -> Article:
        entry, record = item.entry, item.entry.record
        self._known(
            kinds.SECTION_UNKNOWN, record.section, self.sections, "data/sections.yml", entry.at("section")
        )
        for index, campaign in enumerate(record.campaigns):
            self._known(
                kinds.CAMPAIGN_UNKNOWN,
                campaign,
                self.contents.campaigns,
                f"data/campaigns/{campaign}.yml",
                entry.at("campaigns", index),
            )
        if record.source is not None:
            self._known(
                kinds.SOURCE_UNKNOWN, record.source, self.documents, "data/documents.yml", entry.at("source")
            )
        photos = [self._photo(item, index, photo) for index, photo in enumerate(record.photos)]
        return Article(article_id(item.path), item.path, record, item.prose, tuple(p for p in photos if p))

    def _photo(self, item: Written[ArticleRecord], index: int, record: PhotoRecord) -> Photo | None:
        folder = PurePosixPath(item.path).with_suffix("")
        path = resolve_path(str(folder), record.file)
        at = item.entry.at("photos", index, "file")
        if path is None:
            self.problems.append(Problem(kinds.PATH_OUTSIDE, at, {"path": record.file}))
            return None
        if not path.startswith(f"{folder}/"):
            details = {"found": record.file, "folder": str(folder)}
            self.problems.append(Problem(kinds.PHOTO_ELSEWHERE, at, details))
            return None
        if not record.alt:
            at_photo = item.entry.at("photos", index)
            self.problems.append(Problem(kinds.ALT_MISSING, at_photo, {"found": record.file}))
        if path in self.contents.unusable:
            return None
        if path not in self.contents.files.assets:
            self.problems.append(Problem(kinds.PHOTO_MISSING, at, {"found": record.file, "path": path}))
            return None
        return Photo(path, record)

    # Sources and lists -------------------------------------------------------------------------------------

    def _source(
        self, record: SourceRecord | None, entry: Entry[Any], place: tuple[str | int, ...]
    ) -> Source | None:
        if record is None:
            return None
        if record.article is not None:
            article = self.article_ids.get(record.article)
            if article is not None:
                about = article.entry.record
                return Source("article", record.article, about.title, about.published.date())
            if record.article not in self.unusable_articles:
                details = {
                    "found": record.article,
                    "nearest": nearest(record.article, list(self.article_ids)),
                }
                self.problems.append(Problem(kinds.SOURCE_UNKNOWN, entry.at(*place, "article"), details))
            return None
        if record.document is None:
            self.problems.append(Problem(kinds.KEY_MISSING, entry.at(*place), {"key_message": _SOURCE_KEYS}))
            return None
        if self._known(
            kinds.SOURCE_UNKNOWN,
            record.document,
            self.documents,
            "data/documents.yml",
            entry.at(*place, "document"),
        ):
            return document_source(record.document, self.documents[record.document])
        return None

    def _entry_source(self, path: str, record: Record) -> Source | None:
        entry = self.contents.single.get(path)
        wanted = getattr(record, "source", None)
        return self._source(wanted, entry, ("source",)) if entry is not None else None

    def _list(self, path: str, make: Any) -> Iterable[Any]:
        entry = self.contents.single.get(path)
        for index, record in enumerate(entry.record if entry else ()):
            assert entry is not None
            if (campaign := getattr(record, "campaign", None)) is not None:
                self._known(
                    kinds.CAMPAIGN_UNKNOWN,
                    campaign,
                    self.contents.campaigns,
                    f"data/campaigns/{campaign}.yml",
                    entry.at(index, "campaign"),
                )
            for number, unit in enumerate(getattr(record, "units", ())):
                self._known(
                    kinds.UNIT_UNKNOWN,
                    unit,
                    self.unit_names,
                    "data/organisation.yml",
                    entry.at(index, "units", number),
                )
            yield make(record, self._source(record.source, entry, (index, "source")))

    def _known(self, kind: Kind, found: str, known: Collection[str], path: str, at: Position) -> bool:
        """Return whether ``found`` is known; if not, report it, unless ``path`` itself could not be used."""
        if found in known:
            return True
        if path not in self.contents.unusable:
            details = {"found": found, "nearest": nearest(found, list(known))}
            self.problems.append(Problem(kind, at, details))
        return False

    def _uses(self, articles: list[Article], pages: Iterable[Written[Any]]) -> dict[str, tuple[Use, ...]]:
        uses: dict[str, dict[tuple[str, str], Use]] = {}
        places: list[tuple[Use, Any]] = [
            (Use("article", item.id, item.record.title), item.prose) for item in articles
        ]
        places += [(Use("page", page_id(item.path), item.entry.record.title), item.prose) for item in pages]
        for use, prose in places:
            for reference in prose.references:
                if reference.kind in ("figure", "chart"):
                    address = ".".join(reference.target.split(".")[:2])
                    uses.setdefault(address, {}).setdefault((use.kind, use.id), use)
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


def document_source(key: str, record: DocumentRecord) -> Source:
    """Return the source that a document is."""
    return Source("document", key, record.title, record.published, record.url, record.publisher)


def article_id(path: str) -> str:
    """Return the id of the article in file ``path``: "news/2025/Tổng kết.md" → "2025/tong-ket"."""
    year, name = path.removeprefix("news/").removesuffix(".md").split("/")
    return f"{year}/{slugify(name)}"


def page_id(path: str) -> str:
    """Return the id of the hand-written page in file ``path``: "docs/gioi-thieu.md" → "gioi-thieu"."""
    parts = path.removeprefix("docs/").removesuffix(".md").split("/")
    return "/".join(slugify(part) for part in parts)


def resolve_path(folder: str, relative: str) -> str | None:
    """Return ``relative``, seen from ``folder``, as a path in the repository; None if it leads out of it."""
    if relative.startswith("/") or "\\" in relative or ":" in relative:
        return None
    parts: list[str] = folder.split("/") if folder else []
    for part in relative.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
