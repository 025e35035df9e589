"""Addresses for sharing a page: plain links, made when the site is built, that load nothing from anyone."""

from __future__ import annotations

import json
from base64 import b64encode
from urllib.parse import quote, urlsplit

ZALO = "https://button-share.zalo.me/share_external"
FACEBOOK = "https://www.facebook.com/sharer/sharer.php"


def zalo_share_url(url: str) -> str:
    """Return the page of Zalo that shares ``url``.

    It is the address that Zalo's own button opens: the link as JSON, in Base64. The result is a URL to be
    escaped for HTML like any other.
    """
    link = json.dumps({"url": url}, separators=(",", ":"), ensure_ascii=False)
    data = quote(b64encode(link.encode()).decode("ascii"), safe="")
    return f"{ZALO}?layout=1&color=blue&customize=false&d={data}&shareType=0"


def facebook_share_url(url: str) -> str:
    """Return the page of Facebook that shares ``url``."""
    return f"{FACEBOOK}?u={quote(url, safe='')}"


def is_on_github_pages(site_url: str) -> bool:
    """Whether the site's address by itself says that GitHub Pages serves it."""
    host = urlsplit(site_url).hostname or ""
    return host.endswith(".github.io")
