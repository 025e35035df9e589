"""From article files to linked articles: authors, photos, attachments, and where each stands in its life."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePosixPath

from minhbach.problems import Position, kinds
from minhbach.records.article import ArticleRecord, AttachmentRecord, PhotoRecord, TranslationRecord
from minhbach.records.contents import Contents, Written
from minhbach.records.document import DocumentRecord
from minhbach.records.organisation import AuthorRecord, SectionRecord
from minhbach.records.read import nearest
from minhbach.site.identities import article_id, resolve_path
from minhbach.site.model import Article, Attachment, Photo, State, Translation
from minhbach.site.references import References
from minhbach.sources.files import TRANSLATION_SUFFIX

AUTHORS, SECTIONS, DOCUMENTS = "data/authors.yml", "data/sections.yml", "data/documents.yml"


def article_state(record: ArticleRecord, now: datetime) -> State:
    """Return where an article stands at ``now``. It is live from the time of ``published`` on."""
    if record.draft:
        return State.DRAFT
    if record.published > now:
        return State.SCHEDULED
    return State.LIVE if record.withdrawn is None else State.WITHDRAWN


class ArticleLinker:
    """Builds the articles of a chapter."""

    def __init__(
        self,
        contents: Contents,
        references: References,
        now: datetime,
        *,
        authors: Mapping[str, AuthorRecord],
        sections: Mapping[str, SectionRecord],
        documents: Mapping[str, DocumentRecord],
    ) -> None:
        self.contents = contents
        self.references = references
        self.now = now
        self.authors = authors
        self.author_ids: dict[str, list[str]] = {}
        for key, record in authors.items():
            self.author_ids.setdefault(record.name, []).append(key)
        self.author_ids |= {key: [key] for key in authors}
        self.sections = sections
        self.documents = documents
        self.translations = {
            article_id(item.path.removesuffix(TRANSLATION_SUFFIX) + ".md"): item
            for item in contents.translations
        }

    def link(self) -> list[Article]:
        """Return every article, newest first; report summaries in other languages that belong to none."""
        articles = [self._article(item) for item in self.contents.articles]
        articles.sort(key=lambda item: (item.record.published, item.id), reverse=True)
        known = {article.id for article in articles}
        for key, item in self.translations.items():
            path = item.path.removesuffix(TRANSLATION_SUFFIX) + ".md"
            if key not in known and path not in self.references.unusable:
                self.references.report(kinds.TRANSLATION_ORPHAN, Position(item.path), {"path": path})
        return articles

    def _article(self, item: Written[ArticleRecord]) -> Article:
        record = item.entry.record
        key = article_id(item.path)
        state = article_state(record, self.now)
        # Of a withdrawn article only a notice is shown; what it named may be gone.
        shown = record if state is not State.WITHDRAWN else None
        if shown is not None:
            self._check_names(item)
        photos = [
            self._photo(item, index, photo) for index, photo in enumerate(shown.photos if shown else ())
        ]
        attachments = [
            self._attachment(item, index, each)
            for index, each in enumerate(shown.attachments if shown else ())
        ]
        return Article(
            id=key,
            path=item.path,
            record=record,
            prose=item.prose,
            state=state,
            authors=self._authors(item) if shown is not None else (),
            photos=tuple(photo for photo in photos if photo),
            attachments=tuple(attachment for attachment in attachments if attachment),
            translation=_translation(self.translations.get(key)),
        )

    def _check_names(self, item: Written[ArticleRecord]) -> None:
        entry, record, known = item.entry, item.entry.record, self.references.known
        known(kinds.SECTION_UNKNOWN, record.section, self.sections, SECTIONS, entry.at("section"))
        for index, campaign in enumerate(record.campaigns):
            path = f"data/campaigns/{campaign}.yml"
            at = entry.at("campaigns", index)
            known(kinds.CAMPAIGN_UNKNOWN, campaign, self.contents.campaigns, path, at)
        for key, document in (("source", record.source), ("based_on", record.based_on)):
            if document is not None:
                known(kinds.DOCUMENT_UNKNOWN, document, self.documents, DOCUMENTS, entry.at(key))

    def _authors(self, item: Written[ArticleRecord]) -> tuple[str, ...]:
        """Return the authors' identifiers, each once; they may be given by name."""
        found: dict[str, None] = {}
        for index, name in enumerate(item.entry.record.author or ()):
            keys = self.author_ids.get(name, [])
            if len(keys) == 1:
                found[keys[0]] = None
            elif keys:
                details = {"found": name, "known": ", ".join(keys)}
                self.references.report(kinds.AUTHOR_AMBIGUOUS, item.entry.at("author", index), details)
            elif AUTHORS not in self.references.unusable:
                details = {"found": name, "nearest": nearest(name, list(self.author_ids))}
                self.references.report(kinds.AUTHOR_UNKNOWN, item.entry.at("author", index), details)
        return tuple(found)

    def _photo(self, item: Written[ArticleRecord], index: int, record: PhotoRecord) -> Photo | None:
        at = item.entry.at("photos", index, "file")
        folder = PurePosixPath(item.path).with_suffix("")
        path = resolve_path(str(folder), record.file)
        if path is None:
            self.references.report(kinds.PATH_OUTSIDE, at, {"path": record.file})
            return None
        if not path.startswith(f"{folder}/"):
            self.references.report(kinds.PHOTO_ELSEWHERE, at, {"found": record.file, "folder": str(folder)})
            return None
        if not record.alt:
            at_photo = item.entry.at("photos", index)
            self.references.report(kinds.ALT_MISSING, at_photo, {"found": record.file})
        if path in self.contents.unusable:
            return None
        if path not in self.contents.files.assets:
            self.references.report(kinds.PHOTO_MISSING, at, {"found": record.file, "path": path})
            return None
        return Photo(path, record)

    def _attachment(
        self, item: Written[ArticleRecord], index: int, record: AttachmentRecord
    ) -> Attachment | None:
        at = item.entry.at("attachments", index, "file")
        path = self._beside(item, record.file, at)
        if path is None or path in self.contents.unusable:
            return None
        if path not in self.contents.files.assets:
            self.references.report(kinds.ATTACHMENT_MISSING, at, {"found": record.file, "path": path})
            return None
        if not path.lower().endswith((".pdf", ".docx", ".xlsx")):
            self.references.report(kinds.ATTACHMENT_FORMAT, at, {"found": record.file})
            return None
        return Attachment(path, record, self.contents.asset_sizes_bytes[path])

    def _beside(self, item: Written[ArticleRecord], file: str, at: Position) -> str | None:
        """Return the path of a file in the folder beside the article; None (reported) if it is elsewhere."""
        path = resolve_path(str(PurePosixPath(item.path).with_suffix("")), file)
        if path is None or not path.startswith("news/"):
            self.references.report(kinds.PATH_OUTSIDE, at, {"path": file})
            return None
        return path


def _translation(item: Written[TranslationRecord] | None) -> Translation | None:
    return Translation("en", item.path, item.entry.record, item.prose) if item is not None else None
