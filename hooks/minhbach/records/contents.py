"""Everything a repository says, as records, before linking; with every problem met on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from minhbach.language import mark
from minhbach.problems import Position, Problem, kinds
from minhbach.prose.markup import Prose, parse_prose
from minhbach.records.article import ArticleRecord, PageRecord
from minhbach.records.base import Identifier
from minhbach.records.campaign import CampaignRecord, ResultsRecord
from minhbach.records.figure import IndicatorRecord
from minhbach.records.organisation import (
    AcknowledgmentRecord,
    DocumentRecord,
    OrganisationRecord,
    ProgrammeRecord,
    RecognitionRecord,
    SectionRecord,
)
from minhbach.records.read import read_record
from minhbach.sources.files import ContentFiles, list_files
from minhbach.sources.front_matter import split_front_matter
from minhbach.sources.text import TextSource, read_text
from minhbach.sources.yaml_tree import YamlDocument, parse_yaml
from minhbach.words import slugify

T = TypeVar("T")

SINGLE_FILES: Mapping[str, Any] = {
    "data/organisation.yml": OrganisationRecord,
    "data/indicators.yml": dict[Identifier, IndicatorRecord],
    "data/sections.yml": dict[Identifier, SectionRecord],
    "data/programmes.yml": dict[Identifier, ProgrammeRecord],
    "data/documents.yml": dict[Identifier, DocumentRecord],
    "data/recognitions.yml": tuple[RecognitionRecord, ...],
    "data/acknowledgments.yml": tuple[AcknowledgmentRecord, ...],
}
"""The files of which a chapter has one each, and what they hold."""

REQUIRED_FILES = ("data/organisation.yml", "data/indicators.yml", "data/sections.yml")
FOLDERS: Mapping[str, Any] = {"data/campaigns/": CampaignRecord, "data/results/": ResultsRecord}
"""The folders with one file for each record, whose name is the record's identifier."""


@dataclass(frozen=True)
class Entry(Generic[T]):
    """A record and the document it was read from."""

    record: T
    document: YamlDocument

    def at(self, *location: str | int, key: bool = False) -> Position:
        """Return where the value at ``location`` in the document is written."""
        return self.document.position(location, key=key)


@dataclass(frozen=True)
class Written(Generic[T]):
    """A Markdown file: its front matter and its text."""

    path: str
    entry: Entry[T]
    prose: Prose


@dataclass(frozen=True)
class Contents:
    """All records of a repository, not yet linked."""

    single: Mapping[str, Entry[Any]]
    """By path; see ``SINGLE_FILES``."""
    campaigns: Mapping[str, Entry[CampaignRecord]]
    results: Mapping[str, Entry[ResultsRecord]]
    articles: tuple[Written[ArticleRecord], ...]
    pages: tuple[Written[PageRecord], ...]
    files: ContentFiles
    unusable: frozenset[str] = frozenset()
    """Files that could not be used. What refers to their records is not reported a second time."""
    problems: tuple[Problem, ...] = field(default=())


def read_contents(root: Path) -> Contents:
    """Read all content under ``root``. Never raises for content: what is wrong comes as problems."""
    return _Reading(root).run()


class _Reading:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = list_files(root)
        self.problems: list[Problem] = []
        self.unusable: set[str] = set()

    def run(self) -> Contents:
        single: dict[str, Entry[Any]] = {}
        folders: dict[str, dict[str, Entry[Any]]] = {folder: {} for folder in FOLDERS}
        for path in self.files.data:
            self._data_file(path, single, folders)
        for path in REQUIRED_FILES:
            if path not in self.files.data:
                self.problems.append(Problem(kinds.FILE_MISSING, Position(path), {"path": path}))
                self.unusable.add(path)
        articles = [item for path in self.files.articles if (item := self._written(path, ArticleRecord))]
        pages = [item for path in self.files.pages if (item := self._written(path, PageRecord))]
        for path in self.files.unused:
            self._unused(path)
        return Contents(
            single=single,
            campaigns=folders["data/campaigns/"],
            results=folders["data/results/"],
            articles=tuple(articles),
            pages=tuple(pages),
            files=self.files,
            unusable=frozenset(self.unusable),
            problems=tuple(self.problems),
        )

    def _data_file(self, path: str, single: dict[str, Entry[Any]], folders: dict[str, dict[str, Entry[Any]]]) -> None:
        if path in SINGLE_FILES:
            if entry := self._entry(path, SINGLE_FILES[path]):
                single[path] = entry
            return
        for folder, model in FOLDERS.items():
            name = path.removeprefix(folder).removesuffix(".yml")
            if path.startswith(folder) and "/" not in name:
                if name != slugify(name):
                    details = {"found": name, "expected": slugify(name)}
                    self.problems.append(Problem(kinds.ID_INVALID, Position(path), details))
                    self.unusable.add(path)
                elif entry := self._entry(path, model):
                    folders[folder][name] = entry
                return
        self._unused(path)

    def _entry(self, path: str, model: Any) -> Entry[Any] | None:
        text = self._text(path)
        document, problems = parse_yaml(path, text.text) if text else (None, [])
        record = None
        if document is not None:
            record, problems = read_record(model, document)
        self.problems += problems
        if record is None or document is None:
            self.unusable.add(path)
            return None
        return Entry(record, document)

    def _written(self, path: str, model: Any) -> Written[Any] | None:
        text = self._text(path)
        if text is None:
            return None
        parts, problems = split_front_matter(text)
        record = None
        if parts is not None:
            record, problems = read_record(model, parts.front_matter)
        self.problems += problems
        if record is None or parts is None:
            self.unusable.add(path)
            return None
        prose = parse_prose(path, parts.body, parts.body_line)
        return Written(path, Entry(record, parts.front_matter), prose)

    def _text(self, path: str) -> TextSource | None:
        result = read_text(self.root, path)
        if isinstance(result, TextSource):
            return result
        self.problems.append(result)
        self.unusable.add(path)
        return None

    def _unused(self, path: str) -> None:
        reasons = {
            "news": mark("an article belongs into news/<year>/<name>.md."),
            "data": mark("data files end with .yml and have the names of the staff guide."),
        }
        details = {"reason_message": reasons[path.split("/", 1)[0]]}
        self.problems.append(Problem(kinds.FILE_UNUSED, Position(path), details))
