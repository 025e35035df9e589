"""Which files of a repository are content, and of which kind; sorted, so that order is not the disk's."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

NEWS, DATA, DOCS = "news", "data", "docs"
LEDGER_FOLDERS = ("data/gifts/", "data/expenses/", "data/pledges/", "data/deliveries/")
LEDGER_SUFFIXES = (".csv", ".csv.gz")
CODES_FOLDER = "data/codes/"
DOCUMENTS_FOLDER = "data/documents/"
"""The files of the register of documents."""
ARTICLE_DEPTH = 2
"""How many folders an article stands in: news/<year>/."""
LEDGER_DEPTH = 2
"""How many folders a ledger file stands in: data/gifts/."""
TRANSLATION_SUFFIX = ".en.md"
"""How the file of an article's summary in English ends; "vi" is the language of every other text."""
_IGNORED = frozenset({".gitkeep", ".DS_Store", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True)
class ContentFiles:
    """Paths relative to the repository, with forward slashes."""

    articles: tuple[str, ...]
    """news/<year>/<name>.md"""
    translations: tuple[str, ...]
    """news/<year>/<name>.en.md"""
    pages: tuple[str, ...]
    """docs/**/*.md"""
    data: tuple[str, ...]
    """data/**/*.yml"""
    ledgers: tuple[str, ...]
    """data/<ledger>/*.csv and *.csv.gz"""
    assets: frozenset[str]
    """Every other file under news/ and docs/, and what lies in data/documents/: photos, papers."""
    codes: tuple[str, ...] = ()
    """data/codes/*.csv: hashes of the codes with which donors look up their gifts."""
    unused: tuple[str, ...] = ()
    """Files that stand where content belongs and that nothing reads."""


def list_files(root: Path) -> ContentFiles:
    """List the content files under ``root``. A folder that is missing counts as empty."""
    articles: list[str] = []
    translations: list[str] = []
    pages: list[str] = []
    data: list[str] = []
    ledgers: list[str] = []
    assets: list[str] = []
    codes: list[str] = []
    unused: list[str] = []
    for path in _walk(root, NEWS):
        if path.endswith(".md"):
            texts = translations if path.endswith(TRANSLATION_SUFFIX) else articles
            (texts if path.count("/") == ARTICLE_DEPTH else unused).append(path)
        else:
            assets.append(path)
    for path in _walk(root, DOCS):
        (pages if path.endswith(".md") else assets).append(path)
    for path in _walk(root, DATA):
        if path.startswith("data/schema/"):
            continue
        if (
            path.startswith(LEDGER_FOLDERS)
            and path.endswith(LEDGER_SUFFIXES)
            and path.count("/") == LEDGER_DEPTH
        ):
            ledgers.append(path)
        elif path.startswith(CODES_FOLDER) and path.endswith(".csv") and path.count("/") == LEDGER_DEPTH:
            codes.append(path)
        elif path.startswith(DOCUMENTS_FOLDER) and not path.endswith(".yml"):
            assets.append(path)
        else:
            (data if path.endswith(".yml") else unused).append(path)
    return ContentFiles(
        articles=tuple(articles),
        translations=tuple(translations),
        pages=tuple(pages),
        data=tuple(data),
        ledgers=tuple(ledgers),
        assets=frozenset(assets),
        codes=tuple(codes),
        unused=tuple(unused),
    )


def _is_ledger(path: str) -> bool:
    return (
        path.startswith(LEDGER_FOLDERS) and path.endswith(LEDGER_SUFFIXES) and path.count("/") == LEDGER_DEPTH
    )


def _walk(root: Path, folder: str) -> list[str]:
    found: list[str] = []
    for directory, folders, names in os.walk(root / folder):
        relative = Path(directory).relative_to(root).as_posix()
        # A link to a folder counts as a file: it is not followed, and so nothing beneath it is read.
        names += [name for name in folders if (Path(directory) / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [f"{relative}/{name}" for name in names if name not in _IGNORED and not name.startswith(".")]
    return sorted(found)
