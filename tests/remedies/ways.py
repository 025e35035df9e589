"""The printed words of a remedy, and what is done by whoever follows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from .desk import Desk
from .told import Told

Apply = Callable[..., None]
"""Called with the desk, the problem as told, and the ``{fields}`` of the words as keywords."""


@dataclass(frozen=True)
class Way:
    """One way that a remedy offers.

    ``words`` is the part of the printed remedy that offers it, ``{name}`` where it differs from problem to
    problem (``{name?}`` where there may be nothing); the parts of all ways, one after another, are the whole
    remedy. Two ways in the same words ("one of the two dates") have "" as the second's. ``apply`` None:
    nobody here can do it, which needs an entry in ``exempt``. ``then`` are codes of other problems that may
    rightly come to light by it; they must be cured too. ``elsewhere``: it changes files that the report
    cannot know, such as the page an article has become. ``optional``: the words may be missing, and the way
    with them.
    """

    words: str
    apply: Apply | None
    then: tuple[str, ...] = ()
    elsewhere: bool = False
    optional: bool = False


@dataclass(frozen=True)
class Words:
    """Words of a remedy that offer no way of their own: its end, or what follows whichever way is taken."""

    words: str


Remedies = Mapping[str, Sequence[Way | Words]]


@dataclass(frozen=True)
class Offer:
    """The ways that the remedy of one problem offers, each with what stands for its ``{fields}``."""

    ways: tuple[tuple[Way, Mapping[str, str]], ...]


def do(way: Way, fields: Mapping[str, str], desk: Desk, told: Told) -> None:
    """Do what ``way`` says of the problem ``told``."""
    assert way.apply is not None
    way.apply(desk, told, **fields)


def find_offer(told: Told, remedies: Remedies) -> Offer | None:
    """Return what the remedy of ``told`` offers; None if no ways are known in just these words."""
    parts = remedies.get(told.code)
    if parts is None:
        return None
    pattern = "".join(_pattern(part, number) for number, part in enumerate(parts))
    match = re.fullmatch(pattern, told.remedy)
    if match is None:
        return None
    ways: list[tuple[Way, Mapping[str, str]]] = []
    for number, part in enumerate(parts):
        if isinstance(part, Way) and match[f"_{number}"] is not None:
            names = re.findall(r"\{(\w+)\??\}", part.words)
            ways.append((part, {name: match[f"{name}_{number}"] for name in names}))
    return Offer(tuple(ways))


def _pattern(part: Way | Words, number: int) -> str:
    """Return the words of a part as a pattern; a field may stand in them once."""
    pieces = re.split(r"\{(\w+\??)\}", part.words)
    inner = "".join(
        re.escape(piece) if index % 2 == 0 else _field(piece, number) for index, piece in enumerate(pieces)
    )
    is_optional = isinstance(part, Way) and part.optional
    return f"(?P<_{number}>{inner}){'?' if is_optional else ''}"


def _field(piece: str, number: int) -> str:
    name = piece.removesuffix("?")
    return f"(?P<{name}_{number}>.{'*' if piece.endswith('?') else '+'}?)"
