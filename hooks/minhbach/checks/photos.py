"""Photos in texts: each is listed with its credit and basis, and stands where they can be shown with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from minhbach.language import mark
from minhbach.problems import Problem, kinds
from minhbach.prose.markup import Prose, Reference
from minhbach.records.article import ArticleRecord
from minhbach.records.contents import Contents, Written
from minhbach.site.identities import resolve_path
from minhbach.site.links import LinkKind, LinkResolver
from minhbach.site.model import Site
from minhbach.sources.images import is_photo

_COPYING = mark("; before that, copy it into {folder} and name the copy in the text")


def check_photos(site: Site, contents: Contents) -> Iterator[Problem]:
    """Check every photo that an article or a hand-written page shows in its text or links to.

    An article shows only photos that its own front matter lists. A photo in news/ that is linked to, or that
    a hand-written page shows, is listed by the article it belongs to; images in docs/ need no listing there.
    """
    resolver = LinkResolver(site)
    listed = {item.path: frozenset(list_photo_paths(item)) for item in contents.articles}
    anywhere = frozenset().union(*listed.values())
    withdrawn = {article.path for article in site.withdrawn.values()}
    for article in contents.articles:
        if article.path in withdrawn:
            continue
        for reference, photo in _photos_in(resolver, article.path, article.prose):
            if reference.kind == "link":
                yield from _check_owned(photo, reference, anywhere, contents.unusable)
            elif photo not in listed[article.path]:
                yield _unlisted(reference, photo, article.path)
            elif not reference.alone:
                yield Problem(kinds.PHOTO_NOT_ALONE, reference.at, {"found": reference.target})
    for page in contents.pages:
        for reference, photo in _photos_in(resolver, page.path, page.prose):
            yield from _check_owned(photo, reference, anywhere, contents.unusable)


def _check_owned(
    photo: str, reference: Reference, listed: frozenset[str], unusable: frozenset[str]
) -> Iterator[Problem]:
    owner = f"{PurePosixPath(photo).parent}.md"
    if photo.startswith("news/") and photo not in listed and owner not in unusable:
        yield _unlisted(reference, photo, owner)


def _unlisted(reference: Reference, photo: str, article: str) -> Problem:
    """A photo that ``article`` has to list, and before that to have in its folder."""
    folder = str(PurePosixPath(article).with_suffix(""))
    details = {"found": reference.target, "article": article, "folder": f"{folder}/"}
    if str(PurePosixPath(photo).parent) == folder:
        details["copying"] = ""
    else:
        details["copying_message"] = _COPYING
    return Problem(kinds.PHOTO_NOT_LISTED, reference.at, details)


def list_photo_paths(article: Written[ArticleRecord]) -> Iterator[str]:
    """Yield where the photos that an article lists would be, whether they are there or not."""
    folder = str(PurePosixPath(article.path).with_suffix(""))
    for photo in article.entry.record.photos:
        if (path := resolve_path(folder, photo.file)) is not None:
            yield path


def _photos_in(resolver: LinkResolver, path: str, prose: Prose) -> Iterator[tuple[Reference, str]]:
    """Yield the references of a text that lead to photos, with the photos' paths."""
    for reference in prose.references:
        if reference.kind in ("image", "link"):
            link = resolver.resolve(path, reference.target)
            if link.kind is LinkKind.ASSET and is_photo(link.address):
                yield reference, link.address
