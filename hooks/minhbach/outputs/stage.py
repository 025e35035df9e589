"""Staging: the generated tree as plain files, for any engine that reads Markdown with front matter."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from minhbach.outputs.model import Asset, Page

MARKER = ".minhbach-stage"


class FolderNotOursError(Exception):
    """The folder to stage into holds files that an earlier staging did not write."""


def format_page(page: Page) -> str:
    """Return ``page`` as a Markdown file: front matter, then its HTML as one block."""
    matter = {"title": page.title, "description": page.description, "kind": page.kind}
    if page.updated is not None:
        matter["updated"] = page.updated.isoformat()
    header = yaml.safe_dump(matter, allow_unicode=True, sort_keys=True, width=10_000)
    return f"---\n{header}---\n\n{page.html}\n"


def list_staged(pages: Iterable[Page], assets: Iterable[Asset]) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the generated tree: path and content."""
    for page in pages:
        yield page.file, format_page(page).encode()
    for asset in assets:
        yield asset.path, asset.content


def write_assets(assets: Iterable[Asset], folder: Path) -> None:
    """Write the files besides the pages into ``folder``, which exists."""
    for asset in assets:
        target = folder / asset.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(asset.content)


def write_stage(pages: Iterable[Page], assets: Iterable[Asset], folder: Path) -> int:
    """Write the generated tree into ``folder``, replacing an earlier one whole. Returns the number of files.

    Raises FolderNotOursError for a folder with other content; it is left as it was.
    """
    if folder.exists() and not _is_ours(folder):
        raise FolderNotOursError(str(folder))
    beside = folder.with_name(folder.name + ".partial")
    shutil.rmtree(beside, ignore_errors=True)
    count = 0
    for path, content in list_staged(pages, assets):
        target = beside / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        count += 1
    (beside / MARKER).write_text("", encoding="utf-8")
    if folder.exists():
        shutil.rmtree(folder)
    beside.rename(folder)
    return count


def _is_ours(path: Path) -> bool:
    """Whether ``path`` is a folder that is empty or was staged into before."""
    return path.is_dir() and ((path / MARKER).exists() or not any(path.iterdir()))
