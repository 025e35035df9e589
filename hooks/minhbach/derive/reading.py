"""How long an article takes to read."""

from __future__ import annotations

SYLLABLES_PER_MINUTE = 250
"""An estimate: adults read about 240 English words a minute (Brysbaert 2019, a review of 190 studies), and
Vietnamese, which sets a space after every syllable, is counted in syllables here."""


def reading_minutes(syllables: int) -> int:
    """Return the reading time of a text of so many syllables, in whole minutes, at least one."""
    return max(1, round(syllables / SYLLABLES_PER_MINUTE))
