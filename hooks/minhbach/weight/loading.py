"""What a browser loads for a page, told from the page's HTML and from the styles and scripts it names.

Pages are ours and regular (attributes in double quotes, no "<" or ">" in them), so tags are found by a quick
expression; a whole parser would take longer than the rest of the weighing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from posixpath import dirname, normpath
from urllib.parse import unquote

from minhbach.weight.pictures import choose_picture, holds_on_phone

_TAG = re.compile(rb"</?(?:picture|source|img|link|script)\b[^>]*>")
_ATTRIBUTE = re.compile(r'([a-z-]+)(?:="([^"]*)")?')
_LINKS = {"stylesheet", "icon", "manifest", "preload", "modulepreload"}
"""Of the kinds of ``<link>`` those that are fetched while the page is opened."""
_STYLE_LOAD = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])(?!data:|#)([^"')\s]+)""")
_SCRIPT_LOAD = re.compile(r"""\b(?:import|from)\s*["'](\.\.?/[^"']+)["']""")
OWN_IMAGES = "assets/"
"""Images below it belong to the frame; all others are photos and pictures of the content."""


@dataclass(frozen=True)
class Loads:
    """What a page names, each address of the site once, in the order of the page."""

    files: tuple[str, ...]
    """Styles, scripts, icons, and images of the frame."""
    images: tuple[str, ...]
    """Photos and other pictures, those too that are loaded when a reader comes near them."""


def list_loads(html: bytes, address: str, base_path: str = "/") -> Loads:
    """Return what the page at ``address`` loads, as addresses on the site; nothing of other sites.

    ``base_path`` is the way from the root of the host to the site, for pages that give addresses in full.
    """
    files: dict[str, None] = {}
    images: dict[str, None] = {}
    for target, is_image in _list_targets(html):
        found = resolve(target, address, base_path)
        if found is not None:
            (images if is_image and not found.startswith(OWN_IMAGES) else files)[found] = None
    return Loads(tuple(files), tuple(images))


def _list_targets(html: bytes) -> Iterator[tuple[str, bool]]:
    """Yield the addresses that a page loads, as it gives them, and whether each is an image."""
    chosen: str | None = None
    in_picture = False
    for match in _TAG.finditer(html):
        name, attributes = _read_tag(match[0])
        if name == "picture":
            in_picture, chosen = True, None
        elif name == "/picture":
            in_picture = False
        elif name == "source":
            if in_picture and chosen is None and holds_on_phone(attributes.get("media", "")):
                chosen = choose_picture(attributes["srcset"], attributes.get("sizes", ""))
        elif name == "img":
            own = attributes.get("srcset", "")
            plain = attributes.get("src", "")
            yield (
                (in_picture and chosen)
                or (choose_picture(own, attributes.get("sizes", "")) if own else plain),
                True,
            )
        elif name == "script":
            if "nomodule" not in attributes:
                yield attributes.get("src", ""), False
        elif name == "link" and _LINKS.intersection(attributes.get("rel", "").split()):
            yield attributes.get("href", ""), False


@lru_cache(maxsize=1024)
def _read_tag(tag: bytes) -> tuple[str, dict[str, str]]:
    """Return the name of a tag ("/" before it at an end) and its attributes."""
    text = tag.decode().strip("<>")
    name, _space, rest = text.partition(" ")
    return name, {key: unescape(value) for key, value in _ATTRIBUTE.findall(rest)}


def list_further_loads(content: str, address: str) -> tuple[str, ...]:
    """Return what a style or script at ``address`` loads at once: imports of either, files in styles.

    What a script imports or fetches later is not told here.
    """
    pattern = _STYLE_LOAD if address.endswith(".css") else _SCRIPT_LOAD
    found = (resolve(target, address) for target in pattern.findall(content))
    return tuple(dict.fromkeys(target for target in found if target is not None))


def resolve(target: str, address: str, base_path: str = "/") -> str | None:
    """Return where ``target``, named at ``address``, lies on the site; None outside of it or for nothing."""
    path = re.split(r"[?#]", target, maxsplit=1)[0]
    if not path or path.startswith("//") or re.match(r"[a-z][a-z0-9+.-]*:", path):
        return None
    if path.startswith("/"):
        return unquote(path.removeprefix(base_path)) if path.startswith(base_path) else None
    folder = address if address.endswith("/") else dirname(address)
    found = normpath(f"{folder}/{path}" if folder else path)
    return None if found.startswith("..") else unquote(found)
