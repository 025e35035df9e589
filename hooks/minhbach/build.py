"""The second half of a build: from a checked site to pages and files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from minhbach.charts.contract import TableChart
from minhbach.charts.outputs import draw_png, draw_svg
from minhbach.charts.spreadsheet import write_csv
from minhbach.language import Catalogue
from minhbach.outputs.model import Asset, Outputs
from minhbach.outputs.photos import SUFFIXES, WebPhoto, make_web_photo
from minhbach.pages.charting import chart_key
from minhbach.pages.everything import make_pages
from minhbach.pages.renderer import Renderer
from minhbach.site.addresses import CHARTS
from minhbach.site.links import LinkKind, LinkResolver
from minhbach.site.model import Site


def build_site(root: Path, site: Site, catalogue: Catalogue) -> Outputs:
    """Make all pages and files of ``site``, whose content lies under ``root``.

    ``site`` has passed its checks; a fault met here is a fault of the program.
    """
    photos = {path: make_web_photo(root / path, path) for path in list_photos(site)}
    renderer = Renderer(site, catalogue, photos)
    pages = make_pages(renderer)
    assets = [
        *(Asset(photo.address, photo.content) for photo in _unique(photos.values())),
        *(Asset(renderer.publish_file(path), (root / path).read_bytes()) for path in sorted(renderer.published_files)),
        *draw_downloads(renderer.published_charts),
    ]
    return Outputs(pages, tuple(assets))


def list_photos(site: Site) -> list[str]:
    """Return the photos that pages show, as repository paths, sorted: they are published smaller and clean."""
    wanted = {photo.path for article in site.articles.values() for photo in article.photos}
    resolver = LinkResolver(site)
    texts = [(item.path, item.prose) for item in (*site.articles.values(), *site.pages.values())]
    for path, prose in texts:
        for reference in prose.references:
            if reference.kind == "image":
                link = resolver.resolve(path, reference.target)
                if link.kind is LinkKind.ASSET and Path(link.address).suffix.lower() in SUFFIXES:
                    wanted.add(link.address)
    return sorted(wanted)


def draw_downloads(charts: dict[str, TableChart]) -> Iterator[Asset]:
    """Draw the files that readers can download for each chart: SVG, PNG and CSV."""
    for address, chart in sorted(charts.items()):
        name = f"{CHARTS}{chart_key(address)}"
        yield Asset(f"{name}.svg", draw_svg(chart))
        yield Asset(f"{name}.png", draw_png(chart))
        yield Asset(f"{name}.csv", write_csv(chart))


def _unique(photos: Iterable[WebPhoto]) -> list[WebPhoto]:
    return list({photo.address: photo for photo in photos}.values())
