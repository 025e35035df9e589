"""The service worker of a site (sw.js): what of this build it fetches ahead, written above its script."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from minhbach.site.addresses import DATA, GIVING, HOME, OFFLINE, SEARCH

WORKER = "sw.js"
"""Its address. It must stay: browsers that know it ask for it there."""
WHOLE_INDEX_BYTES = 1_500_000
"""A search index up to this size is fetched whole while the reader's device is idle."""
_SCRIPTS = Path(__file__).parents[1] / "theme" / "worker"
_ASSETS = "assets/minhbach/"
_INDEX = f"{SEARCH}pagefind/"
_REGISTER = f"{SEARCH}muc-luc.json"
_IN_REGISTER = ".pf_fragment"
"""The pieces that the register names: one a record, too many to be named twice."""
_DIGEST_LETTERS = 12


@dataclass(frozen=True)
class Folder:
    """A finished site, as far as the worker has to know it."""

    files: Mapping[str, bytes]
    """By address: all under ``assets/minhbach/``, the home page, the search page, the offline page, and
    of search what every search needs; that is, whatever ``is_needed`` asks for."""
    pieces: Mapping[str, int]
    """The size in bytes of every other file of the search index, by address."""


PLACES = (f"{HOME}index.html", OFFLINE, SEARCH, _ASSETS)
"""Where all of that lies: a large site has many other files."""


def is_needed(address: str) -> bool:
    """Whether the worker must know the content of the file at ``address`` on the finished site."""
    if address.startswith(SEARCH) and not address.endswith(".html"):
        return not is_piece(address)
    return address.startswith(_ASSETS) or address in {f"{page}index.html" for page in (HOME, SEARCH, OFFLINE)}


def is_piece(address: str) -> bool:
    """Whether the file at ``address`` is a part of the search index that only some searches need."""
    return address.startswith(_INDEX) and address.endswith((".pf_index", _IN_REGISTER))


def write_worker(folder: Folder, banner: str, language: str) -> bytes:
    """Return the service worker of the site in ``folder``; other content gives other bytes.

    ``banner`` is what a kept copy says of itself, plain text with the fields ``{time}`` and ``{day}``, in
    ``language``. Raises KeyError if a page or the stylesheet is missing.
    """
    digests = {address: _digest(content) for address, content in sorted(folder.files.items())}
    pages = {page: digests[f"{page}index.html"] for page in (HOME, OFFLINE, SEARCH)}
    is_small = sum(folder.pieces.values()) <= WHOLE_INDEX_BYTES
    listed = [address for address in sorted(folder.pieces) if not address.endswith(_IN_REGISTER)]
    build = {
        "frame": _only(digests, (address for address in digests if address.startswith(_ASSETS))),
        "search": _only(
            digests,
            (address for address in digests if address.startswith(SEARCH) and address[-5:] != ".html"),
        ),
        "index": _INDEX,
        "register": _REGISTER,
        "pieces": [address.removeprefix(_INDEX) for address in listed] if is_small else None,
        "stylesheet": _find_stylesheet(digests),
        "pages": [HOME, SEARCH],
        "offline": OFFLINE,
        # A kept copy must lead nobody's money to an account that is no longer the right one.
        "passed": [DATA, GIVING],
        "unkept": [GIVING],
        "words": escape(banner),
        "language": language,
    }
    script = (_SCRIPTS / "worker.js").read_text(encoding="utf-8")
    # A piece that no list names still makes another build: its name is by its content.
    of = json.dumps([build, pages, sorted(folder.pieces), script], ensure_ascii=False, sort_keys=True)
    build["id"] = _digest(of.encode())
    told = json.dumps(build, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"const BUILD = {told};\n{script}".encode()


def read_withdrawn_worker() -> bytes:
    """Return what stands at the worker's address where a site wants none: it takes earlier ones away."""
    return (_SCRIPTS / "withdrawn.js").read_bytes()


def _find_stylesheet(addresses: Iterable[str]) -> str:
    for address in addresses:
        name = address.removeprefix(_ASSETS)
        if name.startswith("site.") and name.endswith(".css"):
            return name
    raise KeyError("site.*.css")


def _only(values: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    return {name: values[name] for name in names}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_DIGEST_LETTERS]
