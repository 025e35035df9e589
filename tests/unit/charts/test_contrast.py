"""Text has a contrast of 4.5 and graphics of 3 on their background, in both schemes."""

import pytest

from minhbach.charts.palette import (
    GRAPHIC_ROLES,
    PALETTE,
    TEXT_ROLES,
    contrast,
    css_variables,
    role_of,
)


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("role", TEXT_ROLES)
def test_text_contrast(scheme, role):
    # Labels of a series may lie on the soft area under the curve.
    for ground in ("background", "result_soft"):
        assert contrast(getattr(PALETTE[role], scheme), getattr(PALETTE[ground], scheme)) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("role", GRAPHIC_ROLES)
def test_graphic_contrast(scheme, role):
    assert contrast(getattr(PALETTE[role], scheme), getattr(PALETTE["background"], scheme)) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bar_stands_out_from_its_track(scheme):
    assert contrast(getattr(PALETTE["result"], scheme), getattr(PALETTE["track"], scheme)) >= 3
    assert contrast(getattr(PALETTE["result"], scheme), getattr(PALETTE["result_soft"], scheme)) >= 3


def test_every_role_has_its_own_colour_and_variable():
    assert all(role_of(colour.light) == role for role, colour in PALETTE.items())
    assert len({name for name, _ in css_variables("dark")}) == len(PALETTE)
