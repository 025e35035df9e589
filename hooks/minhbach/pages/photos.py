"""Where an article shows its photos: in the text, above it, and beneath it."""

from __future__ import annotations

from dataclasses import dataclass

from minhbach.site.links import LinkKind, LinkResolver
from minhbach.site.model import Article, Photo


@dataclass(frozen=True)
class PhotoPlaces:
    """The photos of an article by place; each stands in one."""

    placed: tuple[Photo, ...]
    """In the text, where its author put them."""
    lead: Photo | None
    """Above the text."""
    gallery: tuple[Photo, ...]
    """Beneath the text."""


def place_photos(article: Article, links: LinkResolver) -> PhotoPlaces:
    """Return the places of an article's photos: in its text, else as its lead or in the gallery."""
    images = (item.target for item in article.prose.references if item.kind == "image")
    resolved = (links.resolve(article.path, target) for target in images)
    shown = {link.address for link in resolved if link.kind is LinkKind.ASSET}
    photos = {photo.path: photo for photo in article.photos}.values()
    placed = tuple(photo for photo in photos if photo.path in shown)
    others = tuple(photo for photo in photos if photo.path not in shown)
    return PhotoPlaces(placed, others[0] if others else None, others[1:])
