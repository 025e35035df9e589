"""Each photo of an article stands in one place: in the text, above it or beneath it."""

from __future__ import annotations

from minhbach.pages.photos import place_photos
from minhbach.prose.markup import parse_prose
from minhbach.records.article import ArticleRecord, PhotoRecord
from minhbach.site.links import Link, LinkKind
from minhbach.site.model import Article, Photo, State

FOLDER = "news/2025/bai-thu/"
RECORD = {"title": "x", "published": "2025-01-16 08:43", "section": "a", "summary": "y"}
WORDS = {"alt": "a", "caption": "b", "credit": "c", "basis": "no-people"}


class Links:
    """Resolves a file's name to the article's folder, and an address to elsewhere."""

    def resolve(self, _path: str, target: str) -> Link:
        if "//" in target:
            return Link(LinkKind.FOREIGN, target)
        return Link(LinkKind.ASSET, FOLDER + target)


def places(names: str, text: str) -> tuple[list[str], str | None, list[str]]:
    """Return the names of the photos in the text, the lead's, and the gallery's."""
    photos = tuple(Photo(FOLDER + name, PhotoRecord(file=name, **WORDS)) for name in names.split())
    prose = parse_prose("news/2025/bai-thu.md", text, 1)
    article = Article(
        id="2025/bai-thu",
        path="news/2025/bai-thu.md",
        record=ArticleRecord(**RECORD),
        prose=prose,
        state=State.LIVE,
        authors=(),
        photos=photos,
        attachments=(),
    )
    found = place_photos(article, Links())  # type: ignore[arg-type]
    short = [[photo.path.removeprefix(FOLDER) for photo in group] for group in (found.placed, found.gallery)]
    return short[0], found.lead.path.removeprefix(FOLDER) if found.lead else None, short[1]


def test_the_first_leads_and_the_others_make_the_gallery() -> None:
    assert places("a b c", "Nội dung.") == ([], "a", ["b", "c"])
    assert places("a", "Nội dung.") == ([], "a", [])
    assert places("", "Nội dung.") == ([], None, [])


def test_a_photo_in_the_text_is_not_shown_again() -> None:
    assert places("a b c", "![x](b)") == (["b"], "a", ["c"])
    assert places("a b c", "![x](a)\n\n![y](a)") == (["a"], "b", ["c"])
    assert places("a", "![x](a)") == (["a"], None, [])


def test_a_link_or_a_foreign_image_moves_nothing() -> None:
    assert places("a b", "Xem [ảnh](b) và ![x](https://example.vn/b).") == ([], "a", ["b"])


def test_a_photo_listed_twice_is_shown_once() -> None:
    assert places("a b a", "Nội dung.") == ([], "a", ["b"])
