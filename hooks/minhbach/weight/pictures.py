"""Which file a phone takes for a picture that offers several: the rules of HTML for ``srcset`` and ``sizes``.

The phone is 360 px wide and has two pixels for each, as cheap ones do; it knows AVIF and WebP. It takes the
smallest file that fills all its pixels. Chromium may settle for the next smaller one where that is nearly
enough, so what is said here is the most that a phone transfers.
"""

from __future__ import annotations

import operator
import re
from functools import lru_cache

WIDTH_PX = 360.0
HEIGHT_PX = 800.0
PIXEL_RATIO = 2.0
_UNITS = {
    "px": 1.0,
    "em": 16.0,
    "rem": 16.0,
    "vw": WIDTH_PX / 100,
    "vh": HEIGHT_PX / 100,
}
_CANDIDATE = re.compile(r"\s*(?P<address>\S*[^\s,])(?:\s+(?P<value>[\d.]+)(?P<unit>[wx]))?\s*(?:,|$)")
_CONDITION = re.compile(
    r"(?P<limit>min|max)-width:\s*(?P<length>[\d.]+(?:px|em|rem))|prefers-color-scheme:\s*dark|print"
)
_TOKEN = re.compile(r"\s*(?:(?P<number>\d*\.?\d+)(?P<unit>[a-z]*)|(?P<sign>calc|min|max|[-+*/(),]))")
_OPERATIONS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
_CHOICES = {"min": min, "max": max}


@lru_cache(maxsize=4096)
def choose_picture(srcset: str, sizes: str) -> str:
    """Return the address that the phone takes of ``srcset``, shown as wide as ``sizes`` says, or ""."""
    found: list[tuple[float, str]] = []
    for match in _CANDIDATE.finditer(srcset):
        value = float(match["value"] or 1.0)
        density = value / max(slot_width_px(sizes), 1.0) if match["unit"] == "w" else value
        found.append((density, match["address"]))
    enough = [candidate for candidate in found if candidate[0] >= PIXEL_RATIO]
    if enough:
        return min(enough)[1]
    return max(found)[1] if found else ""


def slot_width_px(sizes: str) -> float:
    """Return how wide a picture is shown on the phone; the whole screen where ``sizes`` cannot be read."""
    for item in re.split(r",(?![^(]*\))", sizes):
        condition, _space, length = _split_size(item.strip())
        if holds_on_phone(condition):
            try:
                return _Length(length).read()
            except ValueError:
                continue
    return WIDTH_PX


def holds_on_phone(condition: str) -> bool:
    """Whether a media condition holds: limits of the width, joined by "and"; no condition always does."""
    for match in _CONDITION.finditer(condition):
        if match["limit"] is None:
            return False
        limit = _Length(match["length"]).read()
        if not (limit <= WIDTH_PX if match["limit"] == "min" else limit >= WIDTH_PX):
            return False
    return True


def _split_size(item: str) -> tuple[str, str, str]:
    """Split an item of ``sizes`` into its condition, which may be "", and its length."""
    match = re.fullmatch(r"((?:\([a-z-]+:[^()]*\)(?:\s+and\s+)?)*)(\s*)(.*)", item)
    assert match is not None
    return match[1], match[2], match[3]


class _Length:
    """A length of CSS, read from the left: "720px", "calc(100vw - 2rem)", "min(50vw, 300px)"."""

    def __init__(self, text: str) -> None:
        self._tokens: list[tuple[str, float]] = []
        end = 0
        while match := _TOKEN.match(text, end):
            end = match.end()
            if match["sign"]:
                self._tokens.append((match["sign"], 0.0))
            elif match["unit"] in _UNITS or not match["unit"]:
                self._tokens.append(("", float(match["number"]) * _UNITS.get(match["unit"], 1.0)))
            else:
                raise ValueError(text)
        if text[end:].strip():
            raise ValueError(text)

    def read(self) -> float:
        """Return the length in px. Raises ValueError."""
        value = self._sum()
        if self._tokens:
            raise ValueError(self._tokens[0][0])
        return value

    def _sum(self) -> float:
        value = self._product()
        while self._next in ("+", "-"):
            value = _OPERATIONS[self._take()](value, self._product())
        return value

    def _product(self) -> float:
        value = self._one()
        while self._next in ("*", "/"):
            try:
                value = _OPERATIONS[self._take()](value, self._one())
            except ZeroDivisionError as error:
                raise ValueError("/ 0") from error
        return value

    def _one(self) -> float:
        if self._next == "":
            return self._tokens.pop(0)[1]
        name = self._take() if self._next in ("calc", "min", "max") else "calc"
        self._expect("(")
        values = [self._sum()]
        while self._next == ",":
            self._take()
            values.append(self._sum())
        self._expect(")")
        if name == "calc" and len(values) > 1:
            raise ValueError(",")
        return float(_CHOICES[name](values)) if name in _CHOICES else values[0]

    @property
    def _next(self) -> str | None:
        return self._tokens[0][0] if self._tokens else None

    def _take(self) -> str:
        return self._tokens.pop(0)[0]

    def _expect(self, sign: str) -> None:
        if self._next != sign:
            raise ValueError(sign)
        self._take()
