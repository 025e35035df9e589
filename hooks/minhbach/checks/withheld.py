"""Names whose owners have withdrawn consent: they may stand in no text, list or record any more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from minhbach.ledger.withdrawn import NameFinder
from minhbach.problems import Position, Problem, kinds
from minhbach.records.contents import Contents
from minhbach.records.money import may_be_named
from minhbach.sources.text import TextSource, read_text

DONORS = "data/donors.yml"


def check_withheld(root: Path, contents: Contents, names: tuple[str, ...]) -> Iterator[Problem]:
    """Look for ``names`` in every text and record under ``root`` that is published.

    Names of one word are not looked for: they are ordinary words too. In data/donors.yml the line that says
    whose consent was withdrawn may keep the name; the program shows it nowhere. Whoever signs articles is
    named there.
    """
    authors = contents.single.get("data/authors.yml")
    signed = {author.name for author in authors.record.values()} if authors else set()
    finder = NameFinder(name for name in names if name not in signed)
    if not finder:
        return
    files = contents.files
    for path in (*files.articles, *files.translations, *files.pages, *files.data):
        source = read_text(root, path) if path != DONORS else None
        if isinstance(source, TextSource):
            for name, offset in finder.find(source.text):
                at = source.position(offset)
                yield Problem(kinds.NAME_WITHHELD, at, {"found": name, "other": f"{DONORS}, data/gifts/"})
    donors = contents.single.get(DONORS)
    if donors is not None:
        for key, donor in donors.record.items():
            for name, _offset in finder.find(donor.about or "") if may_be_named(donor) else ():
                yield Problem(kinds.NAME_WITHHELD, donors.at(key, "about"), {"found": name, "other": DONORS})
    for path in sorted(files.assets):
        for name, _offset in finder.find(path):
            yield Problem(kinds.NAME_WITHHELD, Position(path), {"found": name, "other": DONORS})
