"""Titles fit the cards that are shown where pages are shared."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.cards.layout import cut_title, fits_card
from minhbach.problems import Problem, kinds
from minhbach.records.contents import Contents


def check_cards(contents: Contents) -> Iterator[Problem]:
    """Warn of every article whose short title, or else its title, would be cut on its card."""
    for item in contents.articles:
        record = item.entry.record
        title = record.short_title or record.title
        if not fits_card(title):
            at = item.entry.at("short_title" if record.short_title else "title")
            yield Problem(kinds.TITLE_TOO_LONG, at, {"shown": cut_title(title)})
