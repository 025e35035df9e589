"""The page that says who can use this site, how that was tried, and whom to tell of a barrier."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.language import mark
from minhbach.outputs.model import Page, SearchEntry
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.site.addresses import ACCESSIBILITY
from minhbach.site.directory import is_written


def make_accessibility_page(renderer: Renderer) -> Iterator[Page]:
    """Make the accessibility statement, unless the chapter has its own (docs/kha-nang-tiep-can.md)."""
    site, gettext = renderer.site, renderer.format.gettext
    if is_written(site, ACCESSIBILITY):
        return
    page = PageContext(ACCESSIBILITY)
    yield Page(
        address=page.address,
        title=gettext(mark("Accessibility statement")),
        description=gettext(
            mark("Whom the site of {name} is made for, how that was tried, and whom to tell of a barrier.")
        ).format(name=site.organisation.name),
        html=renderer.render("accessibility.html", page),
        kind="accessibility",
        search=(SearchEntry("page", brief=True),),
    )
