"""An earlier address may be written in the ways people copy it, and only within the site."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.site.redirects import read_alias


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("/tin-tuc/2025/ten-cu/", "tin-tuc/2025/ten-cu/"),
        ("tin-tuc/2025/ten-cu", "tin-tuc/2025/ten-cu/"),
        ("2025/ten-cu", "tin-tuc/2025/ten-cu/"),
        ("/tin/12/index.html", "tin/12/"),
        ("/tin-cu.html", "tin-cu.html"),
        ("/v1.2/", "v1.2/"),
        ("/tin-tức/", "tin-tức/"),
    ],
)
def test_ways_to_write_an_address(written: str, address: str) -> None:
    assert read_alias(written) == address


@pytest.mark.parametrize(
    "written",
    [
        "",
        "/",
        "//",
        "//example.org/x",
        "https://example.org/x",
        "../x",
        "/a/../b",
        "/a//b",
        "/x?y=1",
        "/x#y",
        "a b",
        "\\x",
        ".",
    ],
)
def test_what_is_no_address_of_the_site(written: str) -> None:
    assert read_alias(written) is None


@given(st.text())
def test_no_text_leads_out_of_the_site(text: str) -> None:
    address = read_alias(text)
    if address is not None:
        assert not address.startswith("/")
        assert ".." not in address.split("/")
        assert read_alias(address) == address
