"""The drawing in place of a photo where an article has none: quiet, and the same wherever it stands."""

from __future__ import annotations

import hashlib

from markupsafe import Markup

WIDTH, HEIGHT = 160, 100
"""In units of the drawing, which fills the place of a photo of 16 to 10."""
_BARS = 5


def draw_fallback(article_id: str) -> Markup:
    """Return the drawing for an article as SVG: circles, and rising bars as in the mark of the site.

    Its shapes follow from the id alone. Colours come from the stylesheet, so it suits light and dark.
    """
    dice = hashlib.sha256(article_id.encode()).digest()
    circles = "".join(
        f'<circle class="mb-drawn__{1 + index}" cx="{dice[3 * index] * WIDTH // 255}" '
        f'cy="{dice[3 * index + 1] * HEIGHT // 255}" r="{26 + dice[3 * index + 2] % 34}"/>'
        for index in range(3)
    )
    heights = sorted(10 + dice[9 + bar] % 46 for bar in range(_BARS))
    bars = "".join(f"M{96 + 11 * bar} {HEIGHT}v-{height}h7v{height}z" for bar, height in enumerate(heights))
    return Markup(  # noqa: S704 - of numbers alone
        f'<span class="mb-thumb"><svg class="mb-drawn" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" '
        f'preserveAspectRatio="xMidYMid slice">{circles}<path d="{bars}"/></svg></span>'
    )
