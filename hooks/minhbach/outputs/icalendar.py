"""Calendars that phones and offices subscribe to: iCalendar (RFC 5545), events of whole days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

PRODUCT = "-//Minh Bach//Minh Bach//VI"
LONGEST_LINE = 75
"""Octets, without the line break (section 3.1)."""
# Section 3.3.11: no control characters but the tab, and line breaks as "\n".
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class DayEvent:
    """Something that falls on a day."""

    uid: str
    """Unique in the world, and the same in every build."""
    day: date
    summary: str
    description: str = ""
    url: str = ""
    """Absolute; "" for none."""


def write_calendar(name: str, events: Iterable[DayEvent], stamp: datetime) -> bytes:
    """Return a calendar called ``name``. ``stamp`` is the time of the build, with its zone."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{escape_text(name)}")
    for event in events:
        lines += _event(event, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{fold_line(line)}\r\n" for line in lines).encode()


def escape_text(text: str) -> str:
    """Return ``text`` as a value of the type TEXT (section 3.3.11)."""
    plain = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold_line(line: str) -> str:
    """Break a line so that none has more than 75 octets (section 3.1), never within a letter."""
    return "\r\n ".join(_pieces(line))


def _pieces(line: str) -> Iterator[str]:
    start, size, room = 0, 0, LONGEST_LINE
    for index, letter in enumerate(line):
        length = len(letter.encode())
        if size + length > room:
            yield line[start:index]
            start, size, room = index, 0, LONGEST_LINE - 1  # the space that begins the next line counts
        size += length
    yield line[start:]


def _event(event: DayEvent, stamp: datetime) -> list[str]:
    following = event.day + timedelta(days=1)
    return [
        "BEGIN:VEVENT",
        f"UID:{escape_text(event.uid)}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{following:%Y%m%d}",
        f"SUMMARY:{escape_text(event.summary)}",
        *([f"DESCRIPTION:{escape_text(event.description)}"] if event.description else []),
        *([f"URL:{event.url}"] if event.url else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]
