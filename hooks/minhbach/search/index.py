"""The files that search needs on the site: Pagefind's index, a register of what is in it, a vocabulary."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import PurePosixPath
from typing import Any

from minhbach.outputs.model import Asset
from minhbach.search.indexer import SearchIndexError, run_indexer
from minhbach.search.records import EXCLUDED, Record
from minhbach.search.spelling import END, Speller
from minhbach.search.vocabulary import list_vocabulary
from minhbach.site.addresses import SEARCH

INDEX = f"{SEARCH}pagefind/"
REGISTER = f"{SEARCH}muc-luc.json"
"""Which kind, section and day each record has, for filters and for sorting by time."""
CONTENTS = f"{INDEX}muc-luc.pf_meta"
"""Pagefind's list of records and of the parts of the words, under a name that stays (search-files.js)."""
VOCABULARY = f"{SEARCH}tu-vung.json"
MILLISECONDS_A_RECORD = 3.0
"""About what a record takes on one core."""
_PUBLISHED = frozenset({".pf_index", ".pf_fragment"})
_SIGNATURE = b"pagefind_dcd"


def make_index(records: Sequence[Record]) -> list[Asset]:
    """Return every file of the index of ``records``; the same records give the same bytes.

    Raises SearchIndexError.
    """
    speller = Speller()
    files = run_indexer(((record.url, format_document(record, speller)) for record in records), EXCLUDED)
    texts = (part for record in records for part in (escape(record.title), record.html))
    return [
        *(Asset(INDEX + path, content) for path, content in files.items() if _is_published(path)),
        *(Asset(CONTENTS, content) for path, content in files.items() if path.endswith(".pf_meta")),
        Asset(REGISTER, _to_json(make_register(records, _identify(files)))),
        Asset(VOCABULARY, _to_json(list_vocabulary(texts))),
    ]


def format_document(record: Record, speller: Speller) -> str:
    """Return a record as the HTML that is indexed: title and text apart, both in the index's spelling."""
    title = speller.spell(escape(record.title))
    # Ignored as text, Pagefind still keeps it as the title, which it searches too.
    head = f'<p data-pagefind-ignore data-pagefind-meta="title">{title}</p>'
    # Pagefind drops what has no words. This one nobody can type; it is left out when a result is shown.
    return f'<html lang="vi"><body>{head}<p>{END}</p>{speller.spell(record.html)}</body></html>'


def make_register(records: Sequence[Record], identities: Mapping[str, str]) -> dict[str, Any]:
    """Return kind, section and day of every record, in columns; ``identities`` are Pagefind's, by address.

    Kinds and sections are given as places in the lists of them.
    """
    kinds = list(dict.fromkeys(record.kind for record in records))
    sections = list(dict.fromkeys(record.section for record in records))
    return {
        "kinds": kinds,
        "sections": sections,
        "id": " ".join(identities[record.url] for record in records),
        "kind": [kinds.index(record.kind) for record in records],
        "section": [sections.index(record.section) for record in records],
        "day": [record.day for record in records],
    }


def _identify(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return what Pagefind calls each record in its answers, by the record's address."""
    identities: dict[str, str] = {}
    for path, content in files.items():
        name = PurePosixPath(path)
        if name.suffix == ".pf_fragment":
            data = gzip.decompress(content)
            if not data.startswith(_SIGNATURE):
                raise SearchIndexError(path)
            identities[json.loads(data[len(_SIGNATURE) :])["url"]] = name.stem
    return identities


def _is_published(path: str) -> bool:
    """Whether our page asks for this file of Pagefind's; its own program and interfaces are left out."""
    return PurePosixPath(path).suffix in _PUBLISHED


def _to_json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
