"""The only hook of the site: one short function an event, each a sentence over ``minhbach.mkdocs_adapter``."""

import sys
from pathlib import Path
from typing import Any

# MkDocs puts this folder on the path only while it loads this file, so the package is imported here.
sys.path.insert(0, str(Path(__file__).parent))

from minhbach.mkdocs_adapter import building, pages, preview  # noqa: E402


def on_config(config: Any) -> Any:
    """Prepare the settings, and have the site built beside the old one so that a failure leaves that whole."""
    return building.prepare(config)


def on_pre_build(config: Any) -> None:
    """Gather and check the content and make all pages, before MkDocs touches anything."""
    building.make(config)


def on_files(files: Any, config: Any) -> Any:
    """Put the pages and files made into the build."""
    return pages.add_outputs(files, config, building.outputs_of(config))


def on_post_build(config: Any) -> None:
    """Swap the finished site in."""
    building.publish(config)


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Rebuild the preview when content changes."""
    return preview.watch(server, config)
