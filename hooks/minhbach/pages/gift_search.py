"""Donors as the site's search finds them: each once, where their newest gift is listed."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from minhbach.derive.thanks import DonorSums, Gift
from minhbach.outputs.model import SearchEntry
from minhbach.pages.gift_words import GiftWords
from minhbach.site.model import Site
from minhbach.site.thanks import GiftList, Scope

MOST_FOUND = 1_000
"""Names. Where a ledger has more, search finds those that are not people's, and of these so many; the others
are found by the page that looks through the ledger alone."""


class DonorFinder:
    """Remembers whom search finds already, while the lists of years are made from the newest on."""

    def __init__(self, site: Site, words: GiftWords) -> None:
        self.words = words
        self.with_page = frozenset(site.thanks.donors)
        self.finds_people = site.thanks.named <= MOST_FOUND
        self.found: set[tuple[str | None, ...]] = set()

    def find(self, item: GiftList, places: Iterable[tuple[Gift | DonorSums, str]]) -> tuple[SearchEntry, ...]:
        """Return the entries for donors on a page of ``item``: each with the id of its place there.

        Donors with a page of their own are found by that.
        """
        if item.scope is not Scope.YEAR:
            return ()
        entries = []
        for donor, anchor in places:
            who = donor.name, donor.donor, donor.donor_kind
            is_person = donor.donor_kind == "person" and donor.donor is None
            if who in self.found or donor.donor in self.with_page or len(self.found) >= MOST_FOUND:
                continue
            if donor.name and donor.donor_kind and (self.finds_people or not is_person):
                self.found.add(who)
                entries.append(
                    SearchEntry(
                        "donor",
                        year=int(item.key),
                        title=donor.name,
                        html=f"<p>{escape(self.words.kind(donor.donor_kind))}</p>",
                        anchor=anchor,
                    )
                )
        return tuple(entries)
