"""Hand-written pages of docs/."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.outputs.model import Page, SearchEntry
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.site.addresses import written_page_address


def make_written_pages(renderer: Renderer) -> Iterator[Page]:
    """Make the page of every text in docs/."""
    for written in renderer.site.pages.values():
        page = PageContext(written_page_address(written.id))
        html = renderer.render(
            "written.html", page, written=written, body=renderer.prose(page, written.path, written.prose)
        )
        yield Page(
            address=page.address,
            title=written.record.title,
            description=written.record.summary,
            html=html,
            kind="written",
            headings=written.prose.headings,
            source=written.path.removeprefix("docs/"),
            search=(SearchEntry("page"),),
        )
