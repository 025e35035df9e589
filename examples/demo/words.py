"""The words of the articles, from ``texts/*.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True)
class Topic:
    """What articles about one kind of work are made of."""

    id: str
    section: str
    tags: tuple[str, ...]
    titles: tuple[str, ...]
    openings: tuple[str, ...]
    body: tuple[str, ...]
    list_heading: str
    list_intro: str
    items: tuple[str, ...]
    general: bool = False
    """Whether it is everyday work that belongs to no campaign."""


@lru_cache(maxsize=1)
def read_topics() -> Mapping[str, Topic]:
    """Return the topics by id; those of programmes bear the programme's id."""
    return {key: Topic(id=key, **_frozen(value)) for key, value in _read("topics.yml").items()}


@lru_cache(maxsize=1)
def read_common() -> Mapping[str, tuple[Any, ...]]:
    """Return the words that all articles share, by what they are for."""
    return _frozen(_read("common.yml"))


def _read(name: str) -> dict[str, Any]:
    # Read as UTF-8 whatever the machine's locale is.
    content: dict[str, Any] = yaml.safe_load((_TEXTS / name).read_text(encoding="utf-8"))
    return content


def _frozen(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
