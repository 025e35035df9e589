"""The page that says what the site does with what it could learn about its readers: nothing, and how."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.language import mark
from minhbach.outputs.model import Page, SearchEntry
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.sharing import is_on_github_pages
from minhbach.site.addresses import PRIVACY
from minhbach.site.directory import is_written


def make_privacy_page(renderer: Renderer) -> Iterator[Page]:
    """Make the privacy page, unless the chapter has written its own (docs/quyen-rieng-tu.md)."""
    site, gettext = renderer.site, renderer.format.gettext
    if is_written(site, PRIVACY):
        return
    page = PageContext(PRIVACY)
    yield Page(
        address=page.address,
        title=gettext(mark("Privacy")),
        description=gettext(
            mark("What the site of {name} keeps about its readers, and the rights of people in its photos.")
        ).format(name=site.organisation.name),
        html=renderer.render(
            "privacy.html", page, on_github_pages=is_on_github_pages(site.settings.base_url)
        ),
        kind="privacy",
        search=(SearchEntry("page"),),
    )
