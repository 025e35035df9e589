"""The words of a site, so that a search without a result can offer the nearest ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from minhbach.search.spelling import list_words
from minhbach.words import fold

MOST_WORDS = 6_000
"""About 40 KB; the vocabulary of Vietnamese news is smaller."""
_FEWEST_LETTERS = 2


def list_vocabulary(texts: Iterable[str]) -> list[str]:
    """Return the words of ``texts`` (HTML), the most frequent first, in small letters.

    Of words that differ only in diacritics it is the most frequent one.
    """
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(list_words(text))
    small: Counter[str] = Counter()
    for word, count in counts.items():
        small[word.lower()] += count
    ranked = sorted(small.items(), key=lambda item: (-item[1], item[0]))
    chosen: dict[str, str] = {}
    for word, _count in ranked:
        if len(word) >= _FEWEST_LETTERS:
            chosen.setdefault(fold(word), word)
    return list(chosen.values())[:MOST_WORDS]
