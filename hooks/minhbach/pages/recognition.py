"""Acknowledgments of support, and recognition received."""

from __future__ import annotations

from minhbach.language import mark
from minhbach.outputs.model import Page
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.prose.markup import Heading
from minhbach.site.addresses import RECOGNITION

# Pledged, received and recognised are different things and are never listed together.
_GROUPS = (
    ("gift", "ung-ho", mark("Given")),
    ("pledge", "dang-ky", mark("Registered, not yet reported as received")),
    ("recognition", "ghi-nhan", mark("Recognised for their support")),
)


def make_recognition_page(renderer: Renderer) -> Page:
    """Make the page of acknowledgments and recognition."""
    site, gettext = renderer.site, renderer.format.gettext
    groups = []
    for kind, identity, words in _GROUPS:
        items = [item for item in site.acknowledgments if item.record.kind == kind]
        if items:
            groups.append((Heading(2, identity, gettext(words)), items))
    page = PageContext(RECOGNITION)
    recognitions = sorted(site.recognitions, key=lambda item: -item.record.year)
    return Page(
        address=page.address,
        title=gettext(mark("Acknowledgments")),
        description=gettext(mark("Who supported {name}, and the recognition it received.")).format(
            name=site.organisation.name
        ),
        html=renderer.render("recognition.html", page, groups=groups, recognitions=recognitions),
        kind="recognition",
        headings=tuple(heading for heading, _items in groups),
    )
