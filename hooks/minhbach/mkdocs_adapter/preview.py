"""The live preview: what it watches besides docs/, and that a broken edit leaves the last good pages."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from minhbach.mkdocs_adapter.building import root_of

WATCHED = ("news", "data")


def watch(server: LiveReloadServer, config: MkDocsConfig) -> LiveReloadServer:
    """Have ``server`` rebuild when an article or a data file changes."""
    server.builder = _go_on(server.builder)
    for name in WATCHED:
        folder = root_of(config) / name
        if folder.is_dir():
            server.watch(str(folder))
    return server


def _go_on(build: Callable[[], None]) -> Callable[[], None]:
    """Wrap ``build`` so that a failure is told and over; MkDocs would answer nothing until it is mended."""

    def rebuild() -> None:
        try:
            build()
        except Abort as stop:
            print(stop, file=sys.stderr)  # noqa: T201 - the problems have been told just before
        except Exception:
            traceback.print_exc()

    return rebuild
