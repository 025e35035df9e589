"""A phone takes of several files the smallest that fills its pixels, whatever way its width is told."""

import pytest

from minhbach.weight.pictures import choose_picture, holds_on_phone, slot_width_px

THREE = "a-480.webp 480w, a-960.webp 960w, a-1600.webp 1600w"


@pytest.mark.parametrize(
    ("sizes", "px"),
    [
        ("", 360),
        ("720px", 720),
        ("100vw", 360),
        ("20rem", 320),
        ("(max-width: 752px) calc(100vw - 32px), 720px", 328),
        ("(max-width: 752px) calc((100vw - 3rem) / 2), 172px", 156),
        ("(min-width: 752px) 720px, 50vw", 180),
        ("(min-width: 20em) and (max-width: 40em) 90px, 50vw", 90),
        ("(max-width: 752px) min(50vw, 172px), 300px", 172),
        ("max(50vw, 172px)", 180),
        ("auto, 50vw", 180),
        ("(max-width: 752px) clamp(1px, 2px, 3px), 90px", 90),
        ("calc(100vw / 0)", 360),
        ("calc(100vw -)", 360),
        ("wide", 360),
    ],
)
def test_width_is_that_of_a_phone_of_360_px(sizes, px) -> None:
    assert slot_width_px(sizes) == pytest.approx(px)


@pytest.mark.parametrize(
    ("srcset", "sizes", "chosen"),
    [
        (THREE, "100px", "a-480.webp"),
        (THREE, "240px", "a-480.webp"),
        (THREE, "241px", "a-960.webp"),
        (THREE, "calc(100vw - 32px)", "a-960.webp"),
        (THREE, "2000px", "a-1600.webp"),
        ("a-480.webp 480w", "100vw", "a-480.webp"),
        ("a.png, b.png 2x, c.png 3x", "", "b.png"),
        ("../anh/a.avif", "", "../anh/a.avif"),
        ("", "", ""),
    ],
)
def test_smallest_file_that_fills_all_pixels_is_taken(srcset, sizes, chosen) -> None:
    assert choose_picture(srcset, sizes) == chosen


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("", True),
        ("(max-width: 600px)", True),
        ("(max-width: 359px)", False),
        ("(min-width: 360px)", True),
        ("(min-width: 601px)", False),
        ("(min-width: 20em) and (max-width: 30em)", True),
        ("(prefers-color-scheme: dark)", False),
        ("print", False),
    ],
)
def test_condition_is_that_of_the_phone_by_day(condition, holds) -> None:
    assert holds_on_phone(condition) is holds
