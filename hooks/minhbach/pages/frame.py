"""What stands in the frame around every page besides the sections: the links of its footer."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from minhbach.language import mark
from minhbach.outputs.model import Page
from minhbach.site.addresses import (
    ACCESSIBILITY,
    DATA,
    DISCLOSURE,
    DOCUMENTS,
    FIGURES,
    FIND_GIFT,
    GIVING,
    PRIVACY,
    SEARCH,
    SHEETS,
    UNKNOWNS,
)

_FOOTER = (
    (GIVING, mark("How to give")),
    (FIND_GIFT, mark("Find my gift")),
    (DISCLOSURE, mark("Published as the law asks")),
    (SHEETS, mark("Sheets for the notice board")),
    (FIGURES, mark("All figures")),
    (DOCUMENTS, mark("Documents")),
    (UNKNOWNS, mark("What is not known")),
    (DATA, mark("Open data")),
    (SEARCH, mark("Search")),
    (PRIVACY, mark("Privacy")),
    (ACCESSIBILITY, mark("Accessibility")),
)
"""In the order in which they stand; a site shows those of its pages that it has."""


def list_footer_links(pages: Iterable[Page], gettext: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    """Return the address and the words of every link of the footer, given all ``pages`` of the site."""
    addresses = {page.address for page in pages}
    return tuple((address, gettext(words)) for address, words in _FOOTER if address in addresses)
