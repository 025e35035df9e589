"""The one stylesheet of a site, joined from the files that each hold one part of the look."""

from __future__ import annotations

import hashlib
from pathlib import Path

STYLES = Path(__file__).parents[1] / "theme" / "styles"
"""The parts, named by the order in which they are joined: 10-tokens.css first."""


def read_stylesheet() -> str:
    """Return all parts of the look as one text."""
    parts = sorted(STYLES.glob("*.css"), key=lambda part: part.name)
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


def stylesheet_address(css: str) -> str:
    """Return where ``css`` is published: by its content, so that no reader is left with an old look."""
    return f"assets/minhbach/site.{hashlib.sha256(css.encode()).hexdigest()[:10]}.css"
