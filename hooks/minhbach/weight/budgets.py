"""How heavy a page may be, by its kind.

The limits for articles and for the home page are the project's promise to a reader on an old phone and a slow
line. Nothing else may be heavier than an article. Measured on the demonstration (5,000 articles, 3,000 gifts,
16 campaigns): no page of any kind weighs more than 33 KB without photos, save the search, so a page that
reaches its limit is no full page but a mistake: a table of thousands of rows, dozens of charts, a list that
ought to be divided.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from minhbach.language import mark
from minhbach.site.addresses import SEARCH

MOST_REQUESTS = 12
"""Before photos."""


@dataclass(frozen=True)
class Budget:
    """What pages of some kinds may weigh, and what to call them."""

    name: str
    """A key of the catalogue."""
    most_bytes: int
    most_requests: int = MOST_REQUESTS
    kinds: frozenset[str] = frozenset()
    with_images: bool = True
    """Whether photos count. They do not where a gallery may be part of what is told: they are loaded when a
    reader comes near them."""


BUDGETS = (
    Budget(mark("Home page"), 250_000, kinds=frozenset({"home"})),
    Budget(
        mark("Articles, before photos"),
        150_000,
        kinds=frozenset({"article", "translation", "withdrawn"}),
        with_images=False,
    ),
    # A page of a list shows up to twenty photos, each as small as on the home page.
    Budget(mark("Lists of articles"), 250_000, kinds=frozenset({"news", "archive", "overview"})),
    Budget(
        mark("Campaigns and results"),
        150_000,
        kinds=frozenset({"campaigns", "campaign", "results", "year", "figures", "figure", "unknowns"}),
    ),
    Budget(
        mark("Money and gifts"),
        150_000,
        kinds=frozenset({"money", "campaign-money", "fund", "expenses", "recognition", "gifts", "donor"}),
    ),
    # The list of all that can be found (60 KB at 5,000 articles) is part of the 300 KB that a first search
    # may take. It is loaded when the page is opened, because whoever opens it searches, with a program in
    # more files than other pages have: nearly all of them are asked for at once, and kept.
    Budget(mark("Search"), 150_000, 16, kinds=frozenset({"search", "find-gift"})),
    Budget(mark("Other pages, before photos"), 150_000, with_images=False),
)
"""The last is for every kind that no other names."""
_BY_KIND = {kind: budget for budget in BUDGETS for kind in budget.kinds}
FETCHED: Mapping[str, tuple[str, ...]] = {"search": (f"{SEARCH}pagefind/muc-luc.pf_meta",)}
"""By kind of page: what its scripts fetch as soon as it is opened (tests/browser/test_weight.py)."""


def budget_of(kind: str) -> Budget:
    """Return the limits for pages of a kind."""
    return _BY_KIND.get(kind, BUDGETS[-1])
