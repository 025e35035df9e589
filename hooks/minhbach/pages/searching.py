"""The page on which readers search the site."""

from __future__ import annotations

import json
from collections.abc import Iterable

from minhbach.language import mark
from minhbach.outputs.model import Page
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.site.addresses import CAMPAIGNS, FIGURES, NEWS, RECOGNITION, RESULTS, SEARCH

KINDS = {
    "article": mark("Article"),
    "campaign": mark("Campaign"),
    "figure": mark("Figure"),
    "donor": mark("Supporter"),
    "award": mark("Award"),
    "document": mark("Document"),
    "page": mark("Other page"),
}
"""What a search can be narrowed to, in the order of the choice."""
_BROWSED = (
    (NEWS, mark("News")),
    (CAMPAIGNS, mark("Campaigns")),
    (RESULTS, mark("Results")),
    (FIGURES, mark("All figures")),
    (RECOGNITION, mark("Acknowledgments")),
)
MESSAGES = {
    "loading": mark("Searching…"),
    "failed": mark("The search could not be loaded. Check the connection and try again."),
    "found": mark("{count} results for “{query}”"),
    "none": mark("No results for “{query}”."),
    "instead": mark("{count} results for “{read}”. There is none for “{query}”."),
    "narrow": mark("No results for “{query}” within these choices; {count} without them."),
    "widen": mark("Search without these choices"),
    "nearest": mark("Did you mean:"),
    "suggestion": mark("{words} ({count} results)"),
    "more": mark("Show more results"),
}
"""What the script says (theme/assets/minhbach/search.js)."""


def make_search_page(renderer: Renderer, pages: Iterable[Page]) -> Page:
    """Make the page that searches ``pages``: a form with what they can be narrowed to."""
    gettext = renderer.format.gettext
    entries = [entry for page in pages for entry in page.search]
    kinds = {entry.kind for entry in entries}
    assert kinds <= KINDS.keys(), kinds
    sections = {entry.section for entry in entries}
    years = {entry.day.year if entry.day else entry.year for entry in entries}
    page = PageContext(SEARCH)
    html = renderer.render(
        "search.html",
        page,
        kinds=[(kind, gettext(words)) for kind, words in KINDS.items() if kind in kinds],
        sections=[(key, item.name) for key, item in renderer.site.sections.items() if key in sections],
        years=sorted((year for year in years if year), reverse=True),
        browsed=[(address, gettext(words)) for address, words in _BROWSED],
        messages=json.dumps(
            {key: gettext(words) for key, words in MESSAGES.items()}, ensure_ascii=False, sort_keys=True
        ),
    )
    return Page(
        address=page.address,
        title=gettext(mark("Search")),
        description=gettext(mark("Search the articles, campaigns, figures and supporters of {name}.")).format(
            name=renderer.site.organisation.name
        ),
        html=html,
        kind="search",
    )
