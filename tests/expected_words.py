"""What pages must say, must not say, and may say only with the source's own word of degree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

_NUMBER = re.compile(r"\d")


def one_line(text: str) -> str:
    """Return ``text`` with every run of spaces, no-break spaces among them, as one space."""
    return " ".join(text.split())


def missing(text: str, words: Sequence[str]) -> list[str]:
    """Return those of ``words`` that do not stand in ``text``, whatever their capitals."""
    read = one_line(text).casefold()
    return [each for each in words if one_line(each).casefold() not in read]


def forbidden(text: str, words: Sequence[str]) -> list[str]:
    """Return those of ``words`` that stand in ``text`` though they must not, with what is around them."""
    read = one_line(text)
    found = []
    for each in words:
        at = read.casefold().find(one_line(each).casefold())
        if at >= 0:
            found.append(f"{each}: “…{read[max(0, at - 60) : at + 80]}…”")
    return found


def bare(text: str, bounds: Sequence[str]) -> list[str]:
    """Return where the number of a bound stands without its word of degree.

    "hơn 412 triệu" asks that "412 triệu" never stands but behind "hơn".
    """
    read = one_line(text).casefold()
    found = []
    for bound in bounds:
        degree, number = split_bound(one_line(bound).casefold())
        found += [
            f"{bound}: “…{read[max(0, match.start() - 60) : match.end() + 60]}…”"
            for match in re.finditer(rf"(?<![\d.,]){re.escape(number)}(?![\d.,]*\d)", read)
            if not read[: match.start()].rstrip().endswith(degree)
        ]
    return found


def split_bound(words: str) -> tuple[str, str]:
    """Return the word of degree and the number of "hơn 412 triệu"; the first is "" where there is none."""
    match = _NUMBER.search(words)
    at = match.start() if match else len(words)
    return words[:at].rstrip(), words[at:]


def judge(text: str, wanted: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield every fault of a page's text: what is missing, forbidden, or said without its word of degree."""
    yield from (f"not said: {words}" for words in missing(text, wanted.get("says", ())))
    yield from (f"must not be said: {words}" for words in forbidden(text, wanted.get("never", ())))
    yield from (
        f"said without its word of degree: {words}" for words in bare(text, wanted.get("only_as", ()))
    )
