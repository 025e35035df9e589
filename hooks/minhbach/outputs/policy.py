"""What a page may load and run, as the content security policy that stands in it (W3C, CSP Level 3).

Everything comes from the site itself. The one exception is the counter of views, where a chapter asks for it.
A policy in a page cannot forbid others to frame it (`frame-ancestors`): only a server's header could.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path

EARLY_SCRIPT = Path(__file__).parents[1] / "theme" / "inline" / "early.js"
"""The only script inside pages: it must have run before anything is painted."""
COUNTED_KIND = "article"


def read_early_script() -> str:
    """Return the script exactly as it stands in pages, between its tags."""
    return EARLY_SCRIPT.read_text(encoding="utf-8").strip()


def write_policy(kind: str, early_script: str, counter: str = "") -> str:
    """Return the policy of a page of this ``kind``.

    ``early_script`` is allowed by its hash. ``counter`` is the address of the counter of views, or "".
    """
    counts = (counter,) if kind == COUNTED_KIND and counter else ()
    return _join(
        {
            "default-src": ("'none'",),
            "script-src": ("'self'", hash_source(early_script)),
            "style-src": ("'self'",),
            "img-src": ("'self'",),
            "connect-src": ("'self'", *counts),
            "worker-src": ("'self'",),
            "base-uri": ("'none'",),
            "form-action": ("'self'",),
        }
    )


def write_bare_policy() -> str:
    """Return the policy of a page that loads nothing, such as one that leads on to another."""
    return _join({"default-src": ("'none'",), "img-src": ("data:",), "base-uri": ("'none'",)})


def hash_source(script: str) -> str:
    """Return what allows the inline ``script`` and no other: "'sha256-…'"."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _join(directives: dict[str, Iterable[str]]) -> str:
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())
