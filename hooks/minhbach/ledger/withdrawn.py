"""Names whose owners have withdrawn consent: which they are, and where public words still tell them.

Words are compared without regard to case, punctuation and kind of space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from minhbach.ledger.columns import LEDGERS
from minhbach.ledger.surroundings import Surroundings
from minhbach.ledger.telling import Finding
from minhbach.problems import kinds
from minhbach.problems.report import SHOWN_PER_KIND

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SMALLEST_NAME = 2
"""Words. A name of one word, such as “Mai”, is an ordinary word too and cannot be looked for in texts."""
_WORD = re.compile(r"[^\W_]+")
_BETWEEN_WORDS = r"[^\p{L}\p{N}]+"
"""The same for DuckDB."""


def list_withdrawn(database: DuckDBPyConnection, around: Surroundings) -> tuple[str, ...]:
    """Return the names whose owners have withdrawn consent, except those that a namesake agrees to show."""
    rows = database.execute(
        "SELECT who FROM (SELECT who FROM who_gifts WHERE is_withdrawn UNION SELECT who FROM who_pledges "
        "WHERE is_withdrawn) WHERE who IS NOT NULL EXCEPT (SELECT name FROM public_gifts UNION "
        "SELECT name FROM public_pledges UNION SELECT name FROM known_donors WHERE may_be_named) ORDER BY who"
    ).fetchall()
    shown = {item.name for item in around.donors.values() if item.consent != "withdrawn"}
    return tuple(sorted(({name for (name,) in rows} | set(around.withdrawn_donors())) - shown))


class NameFinder:
    """Finds names of two words and more in texts, however many names there are."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {words: name for name in names if len(words := _split(name)) >= SMALLEST_NAME}
        self._lengths = sorted({len(words) for words in self._names})

    def __bool__(self) -> bool:
        return bool(self._names)

    def keys(self) -> list[tuple[str, str, int]]:
        """Return each name with its words joined by blanks, and how many they are."""
        return [(name, " ".join(words), len(words)) for words, name in sorted(self._names.items())]

    def find(self, text: str) -> list[tuple[str, int]]:
        """Return the names that ``text`` tells, each with the offset of its first place, in their order."""
        matches = list(_WORD.finditer(text))
        words = [match.group().lower() for match in matches]
        found: dict[str, int] = {}
        for length in self._lengths:
            for start in range(len(words) - length + 1):
                name = self._names.get(tuple(words[start : start + length]))
                if name is not None:
                    found.setdefault(name, matches[start].start())
        return sorted(found.items(), key=lambda item: (item[1], item[0]))


def _split(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(text))


def find_withdrawn(database: DuckDBPyConnection, names: tuple[str, ...]) -> Iterator[Finding]:
    """Yield the rows whose public words still tell a name of ``names``."""
    finder = NameFinder(names)
    if not finder:
        return
    database.execute("CREATE TABLE withdrawn (who VARCHAR, key VARCHAR, length INTEGER)")
    database.executemany("INSERT INTO withdrawn VALUES (?, ?, ?)", finder.keys())
    for ledger in LEDGERS.values():
        columns = [column for column in ledger.columns if column.is_public_text and column.name != "name"]
        for column in columns:
            rows = database.execute(
                f"WITH texts AS (SELECT DISTINCT {column.name} AS text FROM {ledger.name} "
                f"WHERE {column.name} IS NOT NULL), "
                f"split AS (SELECT text, regexp_split_to_array(lower(text), '{_BETWEEN_WORDS}') AS words "
                "FROM texts), lengths AS (SELECT DISTINCT length FROM withdrawn), "
                "phrases AS (SELECT text, unnest(list_transform(range(1, len(words) - length + 2), "
                "lambda i: array_to_string(words[i:i + length - 1], ' '))) AS phrase FROM split, lengths "
                "WHERE len(words) >= length) "
                f"SELECT min(row), any_value(who), count(*) FROM phrases JOIN withdrawn ON phrase = key "
                f"JOIN {ledger.name} ON {column.name} = text GROUP BY text, key ORDER BY min(row) LIMIT ?",
                [SHOWN_PER_KIND],
            ).fetchall()
            for row, name, count in rows:
                details = {"found": name, "other": ledger.folder}
                yield Finding(kinds.NAME_WITHHELD, ledger.name, row, column.name, details, more=count - 1)
    database.execute("DROP TABLE withdrawn")
