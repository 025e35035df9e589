"""Names whose owners have withdrawn consent: they may stand in no text, list or record any more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from minhbach.ledger.withdrawn import NameFinder
from minhbach.problems import Position, Problem, kinds
from minhbach.records.contents import Contents
from minhbach.sources.text import TextSource, read_text

DONORS = "data/donors.yml"


def check_withheld(root: Path, contents: Contents, names: tuple[str, ...]) -> Iterator[Problem]:
    """Look for ``names`` in every text and record under ``root`` that is published.

    Names of one word are not looked for: they are ordinary words too. In data/donors.yml the line that says
    whose consent was withdrawn may keep the name; the program shows it nowhere.
    """
    finder = NameFinder(names)
    if not finder:
        return
    files = contents.files
    for path in (*files.articles, *files.translations, *files.pages, *files.data):
        source = read_text(root, path) if path != DONORS else None
        if isinstance(source, TextSource):
            for name, offset in finder.find(source.text):
                at = source.position(offset)
                yield Problem(kinds.NAME_WITHHELD, at, {"found": name, "other": f"{DONORS}, data/gifts/"})
    for path in sorted(files.assets):
        for name, _offset in finder.find(path):
            yield Problem(kinds.NAME_WITHHELD, Position(path), {"found": name, "other": DONORS})
