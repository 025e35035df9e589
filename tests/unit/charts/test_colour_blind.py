"""What differs in colour still differs for readers who do not see red, or not green.

The matrices are those of Viénot, Brettel and Mollon (1999) for linear RGB, distances CIE 1976 ΔE*ab (D65).
"""

import itertools

import pytest

from minhbach.charts.palette import PALETTE, Role

MATRICES = {
    "without red": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "without green": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}
TOLD_APART: tuple[Role, ...] = ("result", "target_assigned", "target_own", "track")
CLEARLY = 15.0
"""ΔE*ab; 2.3 is just noticeable."""


def seen(colour: str, matrix: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    """Return L*, a*, b* of ``colour`` as somebody sees it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    red, green, blue = (
        min(1.0, max(0.0, sum(part * c for part, c in zip(row, linear, strict=True)))) for row in matrix
    )
    white = (0.95047, 1.0, 1.08883)
    xyz = (
        0.4124 * red + 0.3576 * green + 0.1805 * blue,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        0.0193 * red + 0.1192 * green + 0.9505 * blue,
    )
    x, y, z = (
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116
        for t in (part / full for part, full in zip(xyz, white, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("eyes", MATRICES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(TOLD_APART, 2)))
def test_roles_stay_apart(eyes: str, scheme: str, one: Role, other: Role) -> None:
    first, second = (seen(getattr(PALETTE[role], scheme), MATRICES[eyes]) for role in (one, other))
    distance = sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5
    assert distance > CLEARLY
