"""A report in Vietnamese, taken apart again into what it says of each problem."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BLOCK = re.compile(
    r"^(?P<severity>LỖI|CẢNH BÁO)  (?P<path>.+):(?P<line>\d+):(?P<column>\d+)  \[(?P<code>[a-z0-9-]+)\]\n"
    r"     (?P<message>.*)\n     → (?P<remedy>.*)$",
    re.MULTILINE,
)
_PATH = re.compile(r"(?:news|data|docs)/(?:[\w./-]|\s(?=[\w -]*\.(?:yml|md|csv)\b))*[\w/]")
_PLACE = re.compile(r"((?:news|data|docs)/[\w./ -]*\w):(\d+)(?::(\d+))?")


@dataclass(frozen=True)
class Place:
    """A place in a file as staff are told it; line and column count from 1."""

    path: str
    line: int
    column: int = 1


@dataclass(frozen=True)
class Told:
    """One problem as the report tells it."""

    severity: str
    at: Place
    code: str
    message: str
    remedy: str

    @property
    def identity(self) -> tuple[str, str, str]:
        """What makes it the same problem in another report, wherever its line has moved to."""
        message = re.sub(r" Có phải là “[^”]*” không\?", "", self.message)
        return self.code, self.at.path, re.sub(r"(?<=\w:)\d+(:\d+)?", "…", message)

    @property
    def quoted(self) -> list[str]:
        """What the message quotes, in order; the first is mostly what was found."""
        return re.findall(r"“([^”]*)”", self.message)

    @property
    def found(self) -> str:
        """What was found, which the message quotes first."""
        return self.quoted[0]

    @property
    def nearest(self) -> str | None:
        """The word that the message asks about: “Có phải là “…” không?”."""
        match = re.search(r"Có phải là “([^”]*)” không\?", self.message)
        return match[1] if match else None

    @property
    def named_paths(self) -> list[str]:
        """The files and folders that message and remedy name."""
        return _PATH.findall(f"{self.message} {self.remedy}")

    def place_named(self) -> Place:
        """Return the place that message or remedy names with its line."""
        match = _PLACE.search(f"{self.message} {self.remedy}")
        assert match, f"no place is named: {self}"
        return Place(match[1], int(match[2]), int(match[3] or 1))


def read_report(report: str) -> list[Told]:
    """Return the problems that a report tells, in its order."""
    return [
        Told(
            match["severity"],
            Place(match["path"], int(match["line"]), int(match["column"])),
            match["code"],
            match["message"],
            match["remedy"],
        )
        for match in _BLOCK.finditer(report)
    ]
