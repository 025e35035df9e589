"""Text, addresses and times as machine files hold them: what XML 1.0 allows, ASCII, Viet Nam's time."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import quote

from minhbach.records.base import VIETNAM

# https://www.w3.org/TR/xml/#charsets. Sources refuse these already, so nothing is lost that anyone wrote.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RESERVED = "/#%[]=:;$&()+,!?*@'~"
"""What RFC 3986 gives a meaning in an address, and the sign of what is encoded already."""


def clean_text(text: str) -> str:
    """Return ``text`` without what XML 1.0 forbids, and with the line ends that its parsers read."""
    text = _FORBIDDEN.sub("", text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def encode_url(url: str) -> str:
    """Return an absolute address in ASCII (RFC 3987, section 3.1); one that is so already stays as it is."""
    return quote(clean_text(url), safe=_RESERVED)


def local_time(moment: datetime) -> datetime:
    """Return ``moment`` in Viet Nam's time, to the second. Raises ValueError where it has no time zone."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment.isoformat()} has no time zone")
    return moment.astimezone(VIETNAM).replace(microsecond=0)
