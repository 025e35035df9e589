"""A name whose owner has withdrawn or refused consent is in no byte of the site, whatever it is packed in."""

from __future__ import annotations

import csv
import gzip
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml
from PIL import Image

from minhbach.search.spelling import spell_word
from minhbach.words import fold, slugify


def read_names(root: Path) -> tuple[set[str], set[str]]:
    """Return the names that may be shown and those that may not, read plainly from the chapter's files."""
    donors = yaml.safe_load((root / "data/donors.yml").read_text(encoding="utf-8"))
    hidden = {donor["name"] for donor in donors.values() if donor.get("consent") == "withdrawn"}
    shown = {donor["name"] for donor in donors.values()} - hidden
    for folder in ("gifts", "pledges"):
        for path in (root / "data" / folder).glob("*.csv"):
            with path.open(encoding="utf-8-sig", newline="") as file:
                for row in csv.DictReader(file):
                    if row.get("name"):
                        (shown if row["consent"] == "given" else hidden).add(row["name"])
    return shown, hidden


def spell(name: str) -> str:
    """Return a name as the search index writes it."""
    return re.sub(r"[^\W\d_]+", lambda word: spell_word(word.group()), name)


def unpack(name: str, content: bytes, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield ``content`` and everything that is packed in it, as deep as it goes."""
    yield name, content
    if content[:2] == b"\x1f\x8b":
        yield from unpack(f"{name}!gzip", gzip.decompress(content), folder)
    elif content[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for inner in archive.namelist():
                yield inner, inner.encode()
                yield from unpack(f"{name}!{inner}", archive.read(inner), folder)
    elif content[:4] == b"PAR1":
        path = folder / "rows.parquet"
        path.write_bytes(content)
        rows = duckdb.execute("SELECT * FROM read_parquet(?)", [str(path)]).fetchall()
        yield f"{name}!rows", repr(rows).encode()
    elif name.endswith((".png", ".webp", ".avif", ".jpg")):
        with Image.open(io.BytesIO(content)) as image:
            yield f"{name}!metadata", repr(image.info).encode()


@pytest.fixture(scope="module")
def everything(demo_chapter: Any, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, bytes]]:
    """Every file of the demonstration site, and what is packed in it, with its name."""
    folder = tmp_path_factory.mktemp("rows")
    return [
        part
        for path in sorted(demo_chapter.site.rglob("*"))
        if path.is_file()
        for part in unpack(path.relative_to(demo_chapter.site).as_posix(), path.read_bytes(), folder)
    ]


def test_the_way_of_looking_finds_what_is_shown(demo_chapter: Any, everything: Any) -> None:
    shown, hidden = read_names(demo_chapter.root)
    assert len(hidden - shown) > 3
    packed = {
        kind: b"".join(content for name, content in everything if mark in name)
        for kind, mark in (("gzip", "!gzip"), ("zip", ".zip!"), ("xlsx", ".xlsx!"), ("parquet", "!rows"))
    }
    for kind, content in packed.items():
        spelt = spell if kind == "gzip" else str
        assert any(spelt(name).encode() in content for name in shown), kind


def test_a_withheld_name_is_in_no_byte_of_the_site(demo_chapter: Any, everything: Any) -> None:
    shown, hidden = read_names(demo_chapter.root)
    forms = {
        form
        for name in hidden - shown
        for form in (
            *(name, unicodedata.normalize("NFD", name), name.upper(), spell(name)),
            *(fold(name), slugify(name)),
        )
    }
    # Someone who may be shown can have the same name but for diacritics.
    forms -= {form for name in shown for form in (fold(name), slugify(name))}
    wanted = [form.encode() for form in sorted(forms)]
    found = [(name, form.decode()) for name, content in everything for form in wanted if form in content]
    assert found == []
