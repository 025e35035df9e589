"""Links for sharing carry exactly the address of the page, whatever is in it."""

from __future__ import annotations

import json
from base64 import b64decode
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.pages.sharing import facebook_share_url, is_on_github_pages, zalo_share_url

ADDRESS = "https://ten-hoi.github.io/minh-bach/tin-tuc/2025/tong-ket/"
URLS = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x1EFF, exclude_categories=["Cs", "Zs", "Cc"])
).map("https://hoi.example/{}".format)


def questions(url: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(url).query, strict_parsing=True)


@given(URLS)
def test_zalo_is_given_the_address_in_base64(url: str) -> None:
    link = zalo_share_url(url)
    assert link.startswith("https://button-share.zalo.me/share_external?")
    asked = questions(link)
    assert json.loads(b64decode(asked.pop("d")[0], validate=True)) == {"url": url}
    assert asked == {"layout": ["1"], "color": ["blue"], "customize": ["false"], "shareType": ["0"]}


def test_zalo_link_is_the_one_its_own_button_opens() -> None:
    encoded = "eyJ1cmwiOiJodHRwczovL2hvaS5leGFtcGxlL3Rpbi10dWMvIn0%3D"
    assert f"&d={encoded}&shareType=0" in zalo_share_url("https://hoi.example/tin-tuc/")


@given(URLS)
def test_facebook_is_given_the_address(url: str) -> None:
    link = facebook_share_url(url)
    assert link.startswith("https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fhoi.example%2F")
    assert questions(link) == {"u": [url]}


@given(URLS)
def test_links_are_plain_ascii_without_anything_that_ends_an_attribute(url: str) -> None:
    for link in (zalo_share_url(url), facebook_share_url(url)):
        assert link.isascii()
        assert not set(link) & set(" \"'<>`\\")


@pytest.mark.parametrize(
    ("site", "is_there"),
    [
        ("https://ten-hoi.github.io/minh-bach/", True),
        ("https://TEN-HOI.GitHub.io/", True),
        ("https://hoi.example/", False),
        ("https://github.io.example/", False),
        ("", False),
    ],
)
def test_host_is_told_from_the_address(site: str, is_there: bool) -> None:
    assert is_on_github_pages(site) == is_there
