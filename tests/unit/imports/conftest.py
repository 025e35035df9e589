"""Spreadsheets as chapters write them, made on the spot; every person in them is made up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from minhbach.imports.importing import Import, prepare_import
from minhbach.imports.rows import Options

from .sheets import write_xlsx

ORGANISATION = """name: Hội mẫu
units:
  my-dinh-1: {name: Phường Mỹ Đình 1}
  cau-dien: {name: Phường Cầu Diễn}
"""


@pytest.fixture
def chapter(tmp_path: Path) -> Path:
    """Return a folder with a campaign, a fund and two wards."""
    root = tmp_path / "hoi"
    (root / "data/campaigns").mkdir(parents=True)
    (root / "data/organisation.yml").write_text(ORGANISATION, encoding="utf-8")
    (root / "data/campaigns/tet-2025.yml").write_text("name: Tết\n", encoding="utf-8")
    (root / "data/funds.yml").write_text("quy-mau: {name: Quỹ mẫu}\n", encoding="utf-8")
    return root


@pytest.fixture
def read(chapter: Path, tmp_path: Path) -> Callable[..., Import]:
    """Return a function that reads rows of cells as a list of gifts in a spreadsheet."""

    def run(*rows: Sequence[Any], sort: str = "gifts", merged: Sequence[Any] = (), **options: Any) -> Import:
        path = write_xlsx(tmp_path / "danh-sach.xlsx", {"Sheet1": rows}, merged)
        return prepare_import(chapter, path, sort, Options(**options))

    return run
