"""Calendars keep to RFC 5545: lines, breaks, escapes, days, and the same ids in every build."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.outputs.icalendar import LONGEST_LINE, DayEvent, escape_text, fold_line, write_calendar

STAMP = datetime(2025, 1, 16, 11, 0, tzinfo=timezone(timedelta(hours=7)))
TEXT = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=300)


def unfold(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def read_text(value: str) -> str:
    """Undo the escapes, as a reader does."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


@given(TEXT)
def test_no_line_is_too_long_and_folding_can_be_undone(text: str) -> None:
    folded = fold_line(text)
    assert all(len(line.encode()) <= LONGEST_LINE for line in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == text


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"], whitelist_characters="\n\t"), max_size=80))
def test_escapes_can_be_undone(text: str) -> None:
    value = escape_text(text)
    assert "\n" not in value
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value)
    assert read_text(value) == text


def test_line_of_the_longest_length_is_not_folded() -> None:
    assert fold_line("x" * 75) == "x" * 75
    assert fold_line("x" * 76) == "x" * 75 + "\r\n x"
    assert fold_line("ố" * 26) == "ố" * 25 + "\r\n ố"


def test_calendar_holds_its_events_as_whole_days() -> None:
    event = DayEvent(
        "viec@hoi.example",
        date(2024, 12, 31),
        "Hạn: một, hai; ba",
        "Dòng 1\nDòng 2\0",
        "https://hoi.example/",
    )
    content = write_calendar("Lịch", [event], STAMP)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    lines = unfold(content)
    assert lines[0:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    start, end = lines.index("BEGIN:VEVENT"), lines.index("END:VEVENT")
    assert lines[start + 1 : end] == [
        "UID:viec@hoi.example",
        "DTSTAMP:20250116T040000Z",
        "DTSTART;VALUE=DATE:20241231",
        "DTEND;VALUE=DATE:20250101",
        "SUMMARY:Hạn: một\\, hai\\; ba",
        "DESCRIPTION:Dòng 1\\nDòng 2",
        "URL:https://hoi.example/",
        "TRANSP:TRANSPARENT",
    ]


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=-5))])
def test_same_moment_gives_the_same_bytes_in_every_zone(zone) -> None:
    event = DayEvent("a@b.example", date(2025, 1, 1), "Hạn")
    assert write_calendar("Lịch", [event], STAMP) == write_calendar("Lịch", [event], STAMP.astimezone(zone))
