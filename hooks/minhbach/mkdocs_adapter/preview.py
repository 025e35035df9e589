"""The live preview: which folders besides docs/ it watches."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from minhbach.mkdocs_adapter.building import root_of

WATCHED = ("news", "data")


def watch(server: LiveReloadServer, config: MkDocsConfig) -> LiveReloadServer:
    """Have ``server`` rebuild when an article or a data file changes."""
    for name in WATCHED:
        folder = root_of(config) / name
        if folder.is_dir():
            server.watch(str(folder))
    return server
