"""Earlier addresses as small pages that lead on, on any static host and without scripts."""

from __future__ import annotations

from html import escape

from minhbach.outputs.model import Asset
from minhbach.outputs.policy import write_bare_policy


def make_redirect(
    address: str, target: str, words: str, *, base_url: str = "", language: str = "vi"
) -> Asset:
    """Return the file at the earlier ``address`` that leads to the page at ``target``.

    ``words`` name the link for those whose browser does not follow. The way is relative, so that it holds
    wherever the site lies; ``base_url`` is only for search engines.
    """
    way = escape(("../" * address.count("/") + target) or "./")
    canonical = f'<link rel="canonical" href="{escape(base_url + target)}">' if base_url else ""
    html = (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{write_bare_policy()}">'
        f"<title>{escape(words)}</title>"
        f'<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">'
        f'<link rel="icon" href="data:,">{canonical}'
        f'<meta http-equiv="refresh" content="0; url={way}"></head>'
        f'<body><main><h1><a href="{way}">{escape(words)}</a></h1></main></body></html>\n'
    )
    return Asset(f"{address}index.html" if address.endswith("/") else address, html.encode())
