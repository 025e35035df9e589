"""Everything a repository says, as records, before linking; with every problem met on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from typing import Any, Generic, TypeVar

from minhbach.background import Background
from minhbach.language import mark
from minhbach.problems import Position, Problem, kinds
from minhbach.prose.markup import Prose, parse_prose
from minhbach.records.article import ArticleRecord, PageRecord, TranslationRecord
from minhbach.records.base import MAX_IDENTIFIER, Identifier
from minhbach.records.campaign import CampaignRecord, ResultsRecord
from minhbach.records.document import DocumentRecord, document_path
from minhbach.records.figure import IndicatorRecord
from minhbach.records.gift_codes import GiftCodesRecord
from minhbach.records.money import (
    AccountConfirmationRecord,
    AccountRecord,
    DonorRecord,
    FundRecord,
    PostingRecord,
    PurposeRecord,
)
from minhbach.records.organisation import (
    AcknowledgmentRecord,
    AuthorRecord,
    BodyRecord,
    OrganisationRecord,
    ProgrammeRecord,
    RecognitionRecord,
    SectionRecord,
)
from minhbach.records.read import read_record, suggest_identifier
from minhbach.sources.files import LEDGER_FOLDERS, ContentFiles, list_files
from minhbach.sources.front_matter import split_front_matter
from minhbach.sources.images import refuse_image, suffix_of
from minhbach.sources.text import TextSource, leads_outside, read_text
from minhbach.sources.yaml_tree import YamlDocument, parse_yaml
from minhbach.words import slugify

T = TypeVar("T")

SINGLE_FILES: Mapping[str, Any] = {
    "data/organisation.yml": OrganisationRecord,
    "data/indicators.yml": dict[Identifier, IndicatorRecord],
    "data/sections.yml": dict[Identifier, SectionRecord],
    "data/authors.yml": dict[Identifier, AuthorRecord],
    "data/programmes.yml": dict[Identifier, ProgrammeRecord],
    "data/documents.yml": dict[Identifier, DocumentRecord],
    "data/bodies.yml": dict[Identifier, BodyRecord],
    "data/recognitions.yml": tuple[RecognitionRecord, ...],
    "data/acknowledgments.yml": tuple[AcknowledgmentRecord, ...],
    "data/funds.yml": dict[Identifier, FundRecord],
    "data/donors.yml": dict[Identifier, DonorRecord],
    "data/purposes.yml": dict[Identifier, PurposeRecord],
    "data/accounts.yml": dict[Identifier, AccountRecord],
    "data/account-confirmations.yml": dict[Identifier, AccountConfirmationRecord],
    "data/postings.yml": tuple[PostingRecord, ...],
    "data/gift-codes.yml": GiftCodesRecord,
}
"""The files of which a chapter has one each, and what they hold."""

REQUIRED_FILES = ("data/organisation.yml", "data/indicators.yml", "data/sections.yml")
FOLDERS: Mapping[str, Any] = {"data/campaigns/": CampaignRecord, "data/results/": ResultsRecord}
"""The folders with one file for each record, whose name is the record's identifier."""

_MOVE = mark("Rename or move it to where the staff guide says")
_DOCUMENT_BEGINNINGS = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04"}


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
    translations: tuple[Written[TranslationRecord], ...]
    """Summaries of articles in other languages."""
    pages: tuple[Written[PageRecord], ...]
    files: ContentFiles
    unusable: frozenset[str] = frozenset()
    """Files that could not be used. What refers to their records is not reported a second time."""
    asset_sizes_bytes: Mapping[str, int] = field(default_factory=dict)
    """How large each usable file beside the texts is, by path."""
    document_hashes: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of each usable file that the register of documents names, by path."""
    drafts: frozenset[str] = frozenset()
    """Articles that call themselves drafts, those among them that could not be used."""
    unlisted: Mapping[str, Prose] = field(default_factory=dict)
    """The texts of Markdown files whose front matter could not be used, by path: they are still checked."""
    problems: tuple[Problem, ...] = field(default=())


def read_contents(root: Path, background: Background) -> Contents:
    """Read all content under ``root``. Never raises for content: what is wrong comes as problems.

    Texts are parsed in the ``background`` while front matter is read.
    """
    return _Reading(root, background).run()


Body = tuple[str, str, int]
"""A text to parse: its file's path, the text, and the line of the file on which it begins."""
_CHUNK = 25


def parse_bodies(bodies: Sequence[Body]) -> list[Prose]:
    """Parse several texts; one job for the background."""
    return [parse_prose(*body) for body in bodies]


@dataclass(frozen=True)
class _Drafts:
    drafts: Sequence[tuple[str, Entry[Any] | None]]
    collect: Callable[[], list[list[Prose]]]


class _Reading:
    def __init__(self, root: Path, background: Background) -> None:
        self.root = root
        self.background = background
        self.files = list_files(root)
        self.problems: list[Problem] = []
        self.unusable: set[str] = set()
        self.unlisted: dict[str, Prose] = {}
        self.asset_sizes_bytes: dict[str, int] = {}
        self.drafts: set[str] = set()

    def run(self) -> Contents:
        single: dict[str, Entry[Any]] = {}
        folders: dict[str, dict[str, Entry[Any]]] = {folder: {} for folder in FOLDERS}
        for path in self.files.data:
            self._data_file(path, single, folders)
        for path in REQUIRED_FILES:
            if path not in self.files.data:
                self.problems.append(Problem(kinds.FILE_MISSING, Position(path), {"path": path}))
                self.unusable.add(path)
        article_drafts = self._drafts(self.files.articles, ArticleRecord)
        translation_drafts = self._drafts(self.files.translations, TranslationRecord)
        page_drafts = self._drafts(self.files.pages, PageRecord)
        articles = self._finish(article_drafts)
        translations = self._finish(translation_drafts)
        pages = self._finish(page_drafts)
        for path in self.files.unused:
            self._unused(path)
        for path in sorted(self.files.assets):
            self._asset(path)
        return Contents(
            single=single,
            campaigns=folders["data/campaigns/"],
            results=folders["data/results/"],
            articles=tuple(articles),
            translations=tuple(translations),
            pages=tuple(pages),
            files=self.files,
            unusable=frozenset(self.unusable),
            asset_sizes_bytes=self.asset_sizes_bytes,
            document_hashes=self._hash_documents(single.get("data/documents.yml")),
            drafts=frozenset(self.drafts),
            unlisted=self.unlisted,
            problems=tuple(self.problems),
        )

    def _data_file(
        self, path: str, single: dict[str, Entry[Any]], folders: dict[str, dict[str, Entry[Any]]]
    ) -> None:
        if path in SINGLE_FILES:
            if entry := self._entry(path, SINGLE_FILES[path]):
                single[path] = entry
            return
        for folder, model in FOLDERS.items():
            name = path.removeprefix(folder).removesuffix(".yml")
            if path.startswith(folder) and "/" not in name:
                if name != slugify(name) or len(name) > MAX_IDENTIFIER:
                    details = {"found": name, "expected": suggest_identifier(name)}
                    self.problems.append(Problem(kinds.ID_INVALID, Position(path), details))
                    # What refers to the file by the name it should have is right.
                    self.unusable |= {path, f"{folder}{slugify(name)}.yml"}
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

    def _drafts(self, paths: Sequence[str], model: Any) -> _Drafts:
        """Read the front matter of the texts at ``paths`` and begin the parsing of their bodies."""
        drafts: list[tuple[str, Entry[Any] | None]] = []
        bodies: list[Body] = []
        for path in paths:
            text = self._text(path)
            if text is None:
                continue
            parts, problems = split_front_matter(text)
            record = None
            if parts is not None:
                record, problems = read_record(model, parts.front_matter)
            if parts is not None and parts.front_matter.data.get("draft") == "true":
                self.drafts.add(path)
            self.problems += problems
            usable = record is not None and parts is not None
            drafts.append((path, Entry(record, parts.front_matter) if usable and parts else None))
            bodies.append((path, parts.body, parts.body_line) if parts is not None else (path, "", 1))
        chunks = [(bodies[start : start + _CHUNK],) for start in range(0, len(bodies), _CHUNK)]
        collect = self.background.start(parse_bodies, chunks, expected_ms=2.0 * len(bodies))
        return _Drafts(drafts, collect)

    def _finish(self, drafts: _Drafts) -> list[Written[Any]]:
        """Join front matter and parsed texts; one whose front matter is unusable is kept for the checks."""
        written: list[Written[Any]] = []
        texts = (prose for chunk in drafts.collect() for prose in chunk)
        for (path, entry), prose in zip(drafts.drafts, texts, strict=True):
            if entry is not None:
                written.append(Written(path, entry, prose))
            else:
                self.unusable.add(path)
                self.unlisted[path] = prose
        return written

    def _text(self, path: str) -> TextSource | None:
        result = read_text(self.root, path)
        if isinstance(result, TextSource):
            return result
        self.problems.append(result)
        self.unusable.add(path)
        return None

    def _asset(self, path: str) -> None:
        if leads_outside(self.root, path):
            self.problems.append(Problem(kinds.PATH_OUTSIDE, Position(path), {"path": path}))
            self.unusable.add(path)
        elif not (self.root / path).is_file():
            self.problems.append(Problem(kinds.FILE_UNREADABLE, Position(path)))
            self.unusable.add(path)
        elif reason := refuse_image(self.root, path):
            details = {"found": path, "format": suffix_of(path), "reason_message": reason}
            self.problems.append(Problem(kinds.PHOTO_UNREADABLE, Position(path), details))
            self.unusable.add(path)
        elif (beginning := _DOCUMENT_BEGINNINGS.get(PurePosixPath(path).suffix.lower())) and not _begins(
            self.root / path, beginning
        ):
            self.problems.append(Problem(kinds.ATTACHMENT_UNREADABLE, Position(path), {"found": path}))
            self.unusable.add(path)
        else:
            self.asset_sizes_bytes[path] = (self.root / path).stat().st_size

    def _hash_documents(self, register: Entry[dict[str, DocumentRecord]] | None) -> dict[str, str]:
        files = [record.file for record in register.record.values() if record.file] if register else []
        paths = [document_path(file) for file in files]
        return {path: _hash(self.root / path) for path in paths if path and path in self.asset_sizes_bytes}

    def _unused(self, path: str) -> None:
        reasons = {
            "news": mark("an article belongs in news/<year>/<name>.md."),
            "data": mark("data files end with .yml and have the names of the staff guide."),
        }
        if path.startswith(LEDGER_FOLDERS):
            details = {"ledger": path.split("/")[1]}
            self.problems.append(Problem(kinds.LEDGER_NOT_READ, Position(path), details))
            return
        details = {"reason_message": reasons[path.split("/", 1)[0]], "placing_message": _MOVE}
        self.problems.append(Problem(kinds.FILE_UNUSED, Position(path), details))


def _begins(path: Path, beginning: bytes) -> bool:
    return _read_beginning(path).startswith(beginning)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _read_beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(16)
    except OSError:
        return b""
