"""A small chapter with what a test lays over it, gathered and ready to render."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from minhbach.gather import Gathered, gather_site
from minhbach.language import read_catalogue
from minhbach.pages.renderer import Renderer

BASE = Path(__file__).resolve().parents[2] / "cases" / "base"
DURING = "1737000000"
"""2025-01-16 in Viet Nam: while the base's campaign runs."""


@pytest.fixture
def gather(tmp_path: Path) -> Callable[..., Gathered]:
    """Return a function that gathers the base with ``files`` ({path: text}) laid over it."""

    def make(files: dict[str, str], *, now: str = DURING, base_url: str = "") -> Gathered:
        root = tmp_path / "kho"
        if not root.exists():
            shutil.copytree(BASE, root)
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        return gather_site(root, {"SOURCE_DATE_EPOCH": now}, base_url=base_url)

    return make


@pytest.fixture
def render(gather: Callable[..., Gathered]) -> Callable[..., Renderer]:
    """Return a function that gives a renderer for the base with ``files`` laid over it."""

    def make(files: dict[str, str], **options: str) -> Renderer:
        gathered = gather(files, **options)
        assert gathered.is_publishable, [(str(item.at), item.kind.code) for item in gathered.problems]
        return Renderer(gathered.site, read_catalogue("vi"), {}, gathered.photos)

    return make
