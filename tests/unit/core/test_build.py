"""What a build writes outside the site is gone when it is done with."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from minhbach import build
from minhbach.gather import gather_site
from minhbach.language.catalogue import read_catalogue

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """The folder for temporary files."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="module")
def site():
    return gather_site(ROOT, {"SOURCE_DATE_EPOCH": "1795000000"}).site


def test_open_data_stay_until_the_last_file_is_read(folder, site) -> None:
    exports = build.write_exports(site, read_catalogue("vi"))
    assets = exports.assets()
    del exports
    gc.collect()
    assert len(list(folder.iterdir())) == 1
    assert all(asset.content for asset in assets)
    del assets
    gc.collect()
    assert list(folder.iterdir()) == []


def test_failed_open_data_leave_nothing_behind(folder, site, monkeypatch) -> None:
    def fail(_site, _catalogue, root: Path) -> None:
        (root / "half").write_text("x", encoding="utf-8")
        raise OSError("no room")

    monkeypatch.setattr(build, "make_exports", fail)
    with pytest.raises(OSError, match="no room"):
        build.write_exports(site, read_catalogue("vi"))
    assert list(folder.iterdir()) == []
