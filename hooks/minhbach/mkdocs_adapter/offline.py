"""The service worker of a finished site, from the files as they lie on disk."""

from __future__ import annotations

from pathlib import Path

from minhbach.language import Catalogue
from minhbach.outputs.worker import PLACES, Folder, is_needed, is_piece, write_worker
from minhbach.pages.offline import COPY_BANNER


def make_worker(site: Path, catalogue: Catalogue) -> bytes:
    """Return the service worker of the finished site in the folder ``site``, frames and all."""
    found = (path for place in PLACES for path in _walk(site / place))
    paths = {path.relative_to(site).as_posix(): path for path in found}
    folder = Folder(
        files={address: path.read_bytes() for address, path in paths.items() if is_needed(address)},
        pieces={address: path.stat().st_size for address, path in paths.items() if is_piece(address)},
    )
    return write_worker(folder, catalogue.gettext(COPY_BANNER), catalogue.language)


def _walk(place: Path) -> list[Path]:
    return [path for path in place.rglob("*") if path.is_file()] if place.is_dir() else [place]
