"""The page that readers without a connection see in place of one they have not read: what they can read."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.language import mark
from minhbach.outputs.model import Meta, Page
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.site.addresses import OFFLINE

COPY_BANNER = mark("You are reading the copy kept at {time} on {day}; figures may have changed since.")
"""What a kept copy says above its content; the service worker fills in the time in Viet Nam."""


def make_offline_page(renderer: Renderer) -> Iterator[Page]:
    """Make the page, unless the chapter has pages not kept."""
    site, gettext = renderer.site, renderer.format.gettext
    if not site.organisation.offline:
        return
    page = PageContext(OFFLINE)
    title = gettext(mark("Reading without a connection"))
    yield Page(
        address=page.address,
        title=title,
        description=gettext(mark("The pages of {name} that are kept on your device.")).format(
            name=site.organisation.name
        ),
        html=renderer.render("offline.html", page, title=title),
        kind="offline",
        meta=Meta(listed=False),
    )
