"""The only hook of the site: one short function an event, each a call to ``minhbach.mkdocs_adapter``."""

import sys
from pathlib import Path
from typing import Any

# MkDocs puts this folder on the path only while it loads this file, so the package is imported here.
sys.path.insert(0, str(Path(__file__).parent))

from minhbach.mkdocs_adapter import building, pages, preview


def on_config(config: Any) -> Any:
    """Prepare the settings, and have the site built beside the old one, which a failure then leaves whole."""
    return building.prepare(config)


def on_pre_build(config: Any) -> None:
    """Gather and check the content and make all pages, before MkDocs touches anything."""
    building.make(config)


def on_files(files: Any, config: Any) -> Any:
    """Put the pages made into the build."""
    build = building.build_of(config)
    return pages.add_pages(files, config, build.pages, build.replaced)


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Let the frame's templates be read once."""
    return building.settle_templates(env)


def on_post_build(config: Any) -> None:
    """Write charts and photos, and swap the finished site in."""
    building.publish(config)


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Rebuild the preview when content changes."""
    return preview.watch(server, config)
