"""The second half of a build: from a checked site to pages and files."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from weakref import finalize

from minhbach.background import Background
from minhbach.cards.drawing import draw_cards
from minhbach.cards.model import Card
from minhbach.charts.contract import TableChart
from minhbach.charts.outputs import draw_png, draw_svg
from minhbach.charts.spreadsheet import write_csv
from minhbach.derive.books import Books, derive_books
from minhbach.derive.charts import list_published_charts
from minhbach.exports.making import make_exports
from minhbach.exports.model import Exports
from minhbach.finding.index import make_gift_index
from minhbach.gather import Gathered
from minhbach.language import Catalogue, mark
from minhbach.outputs.model import Asset, Page
from minhbach.outputs.redirects import make_redirect
from minhbach.outputs.stylesheet import read_stylesheet
from minhbach.pages.charting import ChartMaker, chart_key
from minhbach.pages.disclosure import make_disclosure_calendar
from minhbach.pages.everything import make_pages
from minhbach.pages.feeding import make_feeds
from minhbach.pages.formatting import Formatter
from minhbach.pages.giving import make_giving_files
from minhbach.pages.head import card_address
from minhbach.pages.machines import make_machine_files
from minhbach.pages.renderer import Renderer
from minhbach.pages.sheets import make_document, make_sheet_pages
from minhbach.photos.making import start_photos
from minhbach.problems.problem import Position
from minhbach.search.index import MILLISECONDS_A_RECORD, make_index
from minhbach.search.records import list_records
from minhbach.site.addresses import CHARTS, file_address
from minhbach.site.directory import has_find_gift_page
from minhbach.site.model import Site
from minhbach.site.origins import list_origins
from minhbach.sources.images import is_photo

CARDS_A_JOB = 50


class SiteBuild:
    """A build under way: its pages are made; charts, photos and the search index may still be on other cores.

    Collect the assets when they are needed, as late as possible.
    """

    def __init__(self, root: Path, gathered: Gathered, catalogue: Catalogue, background: Background) -> None:
        """Make all pages of what was ``gathered`` under ``root``, and begin what other cores can do.

        It is publishable; a fault met here is a fault of the program.
        """
        self._root = root
        site = self._site = gathered.site
        books = derive_books(site)
        charts = make_charts(site, catalogue, books)
        shown = {photo.address: photo for photo in (*gathered.photos.values(), *gathered.own_copies)}
        self._collect_charts = background.start(draw_downloads, list(charts.items()), 70.0 * len(charts))
        self._collect_photos = start_photos(root, list(shown.values()), background)
        self._exports = write_exports(site, catalogue)
        self._renderer = Renderer(site, catalogue, charts, gathered.photos, self._exports, books)
        self.pages: tuple[Page, ...] = make_pages(self._renderer)
        self._texts = (
            *make_feeds(self._renderer),
            *make_machine_files(site, self.pages),
            *make_giving_files(self._renderer),
            *make_disclosure_calendar(self._renderer),
        )
        records = list_records(self.pages)
        self._collect_index = background.start(make_index, [(records,)], MILLISECONDS_A_RECORD * len(records))
        self._docs = frozenset(path for path in site.assets if path.startswith("docs/"))
        self._cards = list_cards(self.pages)
        cards = list(self._cards.values())
        batches = [(cards[start : start + CARDS_A_JOB],) for start in range(0, len(cards), CARDS_A_JOB)]
        self._collect_cards = background.start(draw_cards, batches, 4.0 * len(cards))
        self._redirects = tuple(
            make_redirect(
                address,
                target,
                catalogue.gettext(mark("The page has moved.")),
                base_url=site.settings.base_url,
                language=catalogue.language,
            )
            for address, target in sorted(site.redirects.items())
        )
        self.replaced = frozenset(path for path in self._docs if is_photo(path))
        """Images in docs/ that may be published only as copies without metadata."""
        self.is_preview = site.settings.preview

    def list_origins(self) -> dict[str, Position]:
        """Return where staff can change each page, by address, for what is told about pages."""
        return list_origins(self._site)

    def collect_assets(self) -> Iterator[Asset]:
        """Return every file to publish besides the pages, in a fixed order; waits until they are made.

        Before the first file: raises UnreadablePhotoError for a photo whose pixels turn out to be damaged,
        SearchIndexError if the search index cannot be made. Files are read as they are asked for: all photos
        of a chapter are more than memory should hold.
        """
        photos = self._collect_photos()
        charts = self._collect_charts()
        cards = zip(self._cards, chain.from_iterable(self._collect_cards()), strict=True)
        index = self._collect_index()
        return chain(
            (Asset(address, content) for address, content in photos),
            self._publish_files(),
            chain.from_iterable(charts),
            (Asset(address, content) for address, content in cards),
            self._redirects,
            self._texts,
            self._exports.assets(),
            chain.from_iterable(index),
            list_gift_index(self._site),
        )

    def _publish_files(self) -> Iterator[Asset]:
        """Give out, as they are, the files of docs/ and those that texts link to; photos are none of them."""
        for path in sorted(self._renderer.published_files.union(self._docs).difference(self.replaced)):
            yield Asset(file_address(path), (self._root / path).read_bytes())


def write_exports(site: Site, catalogue: Catalogue) -> Exports:
    """Write the open data into a temporary folder, which goes away with what is returned.

    Pages tell the hashes of these files, so they are made before the pages, and published after them.
    """
    folder = Path(tempfile.mkdtemp(prefix="minhbach-"))
    try:
        exports = make_exports(site, catalogue, folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    finalize(exports, shutil.rmtree, folder, ignore_errors=True)
    return exports


def list_sheet_documents(gathered: Gathered, catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return the sheets for the notice board: the campaign's identifier, and a document to print."""
    exports = write_exports(gathered.site, catalogue)
    renderer = Renderer(gathered.site, catalogue, {}, gathered.photos, exports)
    pages = [page for page in make_sheet_pages(renderer) if page.kind == "sheet"]
    return [
        (
            page.address.rstrip("/").rpartition("/")[2],
            make_document(page, read_stylesheet(), catalogue.language),
        )
        for page in pages
    ]


def list_gift_index(site: Site) -> Iterator[Asset]:
    """Yield the files with which the page that finds a gift works; made as they are asked for."""
    if has_find_gift_page(site):
        yield from make_gift_index(site.ledger, coded=site.organisation.gift_lookup == "codes")


def list_cards(pages: Iterable[Page]) -> dict[str, Card]:
    """Return the social card of every page by its address; pages with equal words share one."""
    return {card_address(page): page.meta.card for page in pages if page.meta.card is not None}


def make_charts(site: Site, catalogue: Catalogue, books: Books | None = None) -> Mapping[str, TableChart]:
    """Return every chart that a page shows, by address. ``books``: as in ``ChartMaker``."""
    maker = ChartMaker(site, Formatter(catalogue), books)
    return {plan.address: maker.make(plan) for plan in list_published_charts(site)}


def draw_downloads(address: str, chart: TableChart) -> list[Asset]:
    """Draw the files that readers can download for a chart: SVG, PNG and CSV."""
    name = f"{CHARTS}{chart_key(address)}"
    return [
        Asset(f"{name}.svg", draw_svg(chart)),
        Asset(f"{name}.png", draw_png(chart)),
        Asset(f"{name}.csv", write_csv(chart)),
    ]
