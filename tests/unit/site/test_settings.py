"""A page has a public address where its site has one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from minhbach.gather import gather_site
from minhbach.site.model import BuildSettings

NOW = datetime(2025, 1, 1, tzinfo=UTC)
BASE = "https://ten-hoi.github.io/minh-bach"


def test_without_an_address_of_the_site_no_page_has_one() -> None:
    assert BuildSettings(NOW).absolute("tin-tuc/") == ""


@pytest.mark.parametrize("base_url", [BASE, f"{BASE}/"])
def test_the_address_of_the_site_may_end_with_a_stroke_or_not(base_url: str, tmp_path: Path) -> None:
    settings = gather_site(tmp_path, {"SOURCE_DATE_EPOCH": "0"}, base_url=base_url).site.settings
    assert settings.absolute("") == f"{BASE}/"
    assert settings.absolute("tin-tuc/2025/tong-ket/") == f"{BASE}/tin-tuc/2025/tong-ket/"
