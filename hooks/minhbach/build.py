"""The second half of a build: from a checked site to pages and files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from minhbach.background import Background
from minhbach.charts.contract import TableChart
from minhbach.charts.outputs import draw_png, draw_svg
from minhbach.charts.spreadsheet import write_csv
from minhbach.derive.charts import list_published_charts
from minhbach.gather import Gathered
from minhbach.language import Catalogue
from minhbach.outputs.model import Asset, Page
from minhbach.pages.charting import ChartMaker, chart_key
from minhbach.pages.everything import make_pages
from minhbach.pages.formatting import Formatter
from minhbach.pages.renderer import Renderer
from minhbach.photos.making import start_photos
from minhbach.site.addresses import CHARTS, file_address
from minhbach.site.model import Site
from minhbach.sources.images import is_photo


class SiteBuild:
    """A build under way: its pages are made, its charts and photos may still be drawn on other cores.

    Collect the assets when they are needed, as late as possible.
    """

    def __init__(self, root: Path, gathered: Gathered, catalogue: Catalogue, background: Background) -> None:
        """Make all pages of what was ``gathered`` under ``root``, and begin its charts and photos.

        It is publishable; a fault met here is a fault of the program.
        """
        self._root = root
        site = gathered.site
        charts = make_charts(site, catalogue)
        shown = {photo.address: photo for photo in (*gathered.photos.values(), *gathered.own_copies)}
        self._collect_charts = background.start(draw_downloads, list(charts.items()), 70.0 * len(charts))
        self._collect_photos = start_photos(root, list(shown.values()), background)
        self._renderer = Renderer(site, catalogue, charts, gathered.photos)
        self.pages: tuple[Page, ...] = make_pages(self._renderer)
        self._docs = frozenset(path for path in site.assets if path.startswith("docs/"))
        self.replaced = frozenset(path for path in self._docs if is_photo(path))
        """Images in docs/ that may be published only as copies without metadata."""

    def collect_assets(self) -> Iterator[Asset]:
        """Return every file to publish besides the pages, in a fixed order; waits until they are drawn.

        Raises UnreadablePhotoError, before the first file, for a photo whose pixels turn out to be damaged.
        Files are read as they are asked for: all photos of a chapter are more than memory should hold.
        """
        photos = self._collect_photos()
        charts = self._collect_charts()
        return chain(
            (Asset(address, content) for address, content in photos),
            self._publish_files(),
            (asset for assets in charts for asset in assets),
        )

    def _publish_files(self) -> Iterator[Asset]:
        """Give out, as they are, the files of docs/ and those that texts link to; photos are none of them."""
        for path in sorted(self._renderer.published_files.union(self._docs).difference(self.replaced)):
            yield Asset(file_address(path), (self._root / path).read_bytes())


def make_charts(site: Site, catalogue: Catalogue) -> Mapping[str, TableChart]:
    """Return every chart that a page shows, by address."""
    maker = ChartMaker(site, Formatter(catalogue))
    return {plan.address: maker.make(plan) for plan in list_published_charts(site)}


def draw_downloads(address: str, chart: TableChart) -> list[Asset]:
    """Draw the files that readers can download for a chart: SVG, PNG and CSV."""
    name = f"{CHARTS}{chart_key(address)}"
    return [
        Asset(f"{name}.svg", draw_svg(chart)),
        Asset(f"{name}.png", draw_png(chart)),
        Asset(f"{name}.csv", write_csv(chart)),
    ]
