"""The way from the home page to a page, which the page shows above its title."""

from __future__ import annotations

from minhbach.language import mark
from minhbach.outputs.model import Crumb
from minhbach.pages.renderer import Renderer
from minhbach.site.addresses import HOME


def lay_trail(renderer: Renderer, *steps: tuple[str, str]) -> tuple[Crumb, ...]:
    """Return the home page and then ``steps``, each a message or name and the address it leads to."""
    gettext = renderer.format.gettext
    home = Crumb(gettext(mark("Home")), HOME)
    return (home, *(Crumb(gettext(name), address) for name, address in steps))
