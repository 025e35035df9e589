"""What a chapter has that imported rows may refer to: its wards, campaigns and funds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from minhbach.imports.headings import plain
from minhbach.sources.text import TextSource, read_text
from minhbach.sources.yaml_tree import parse_yaml
from minhbach.words import slugify

_PREFIXES = ("phuong ", "xa ", "thi tran ")


@dataclass(frozen=True)
class Chapter:
    """Identifiers of a chapter's records; ``wards`` by every way of writing a ward's name, folded."""

    wards: Mapping[str, str] = field(default_factory=dict)
    campaigns: frozenset[str] = frozenset()
    funds: frozenset[str] = frozenset()

    def find_ward(self, text: str) -> str | None:
        """Return the identifier of the ward that ``text`` names, with or without "Phường" before it."""
        return self.wards.get(plain(text)) or self.wards.get(_without_prefix(plain(text)))


def read_chapter(root: Path) -> Chapter:
    """Read the identifiers under ``root``; a file that cannot be read has none, which the check tells."""
    organisation = _read_mapping(root, "data/organisation.yml")
    units = organisation.get("units")
    campaigns = (root / "data/campaigns").glob("*.yml")
    return Chapter(
        name_wards(units if isinstance(units, dict) else {}),
        frozenset(path.stem for path in campaigns if path.stem == slugify(path.stem)),
        frozenset(map(str, _read_mapping(root, "data/funds.yml"))),
    )


def name_wards(units: Mapping[str, Any]) -> dict[str, str]:
    """Return the identifier of each ward by its folded names; a name that two wards share is left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for identifier, unit in units.items():
        name = unit.get("name") if isinstance(unit, dict) else None
        for words in (plain(identifier), plain(name) if isinstance(name, str) else ""):
            found[words].add(identifier)
            found[_without_prefix(words)].add(identifier)
    return {words: min(owners) for words, owners in found.items() if words and len(owners) == 1}


def _without_prefix(words: str) -> str:
    return next((words.removeprefix(one) for one in _PREFIXES if words.startswith(one)), words)


def _read_mapping(root: Path, path: str) -> dict[str, Any]:
    source = read_text(root, path)
    document = parse_yaml(path, source.text)[0] if isinstance(source, TextSource) else None
    return document.data if document is not None and isinstance(document.data, dict) else {}
