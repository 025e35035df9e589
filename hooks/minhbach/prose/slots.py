"""Filling the slots of parsed prose: addresses, values, charts and tables, once the site is linked."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

Resolve = Callable[[str, str, str], str]
"""From a slot's kind, target and text to the HTML (or attribute value, escaped) that takes its place."""

_SLOT = re.compile("\ue010([a-z]+)\ue011([^\ue011\ue012]*)\ue011([^\ue012]*)\ue012")
_MARKUP = re.compile("<[^>]*>|\ue010[^\ue012]*\ue012")


def without_links(html: str, address: str) -> str:
    """Return ``html`` with every link to ``address`` replaced by its words. Links never nest."""
    if address not in html:
        return html
    return re.sub(rf'<a [^>]*href="{re.escape(address)}"[^>]*>(.*?)</a>', r"\1", html, flags=re.DOTALL)


def plain_text(html: str) -> str:
    """Return the words of parsed prose in one line, without tags and slots."""
    return " ".join(unescape(_MARKUP.sub(" ", html)).split())


def fill_slots(html: str, resolve: Resolve) -> str:
    """Return ``html`` with every slot replaced by what ``resolve`` gives for it."""
    return _SLOT.sub(
        lambda match: resolve(match.group(1), unescape(match.group(2)), unescape(match.group(3))), html
    )
