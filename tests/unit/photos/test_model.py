"""Which copies of a photo there are: never larger than the original, never above 1920 px."""

from hypothesis import given
from hypothesis import strategies as st

from minhbach.photos.model import MAX_SIDE_PX, WebPhoto, fit, plan_variants

SIDES = st.integers(1, 20_000)


def widths(width: int, height: int, source: str, encoding: str) -> list[int]:
    return [item.width_px for item in plan_variants("a", width, height, source) if item.encoding == encoding]


def test_a_phone_photo_comes_in_three_widths_and_the_one_for_phones_as_avif_too() -> None:
    assert widths(4000, 3000, "JPEG", "webp") == [480, 960, 1920]
    assert widths(4000, 3000, "JPEG", "avif") == [960]
    assert widths(3000, 4000, "HEIC", "webp") == [480, 960, 1440]
    assert widths(3000, 4000, "HEIC", "avif") == [960]
    assert widths(1200, 4000, "JPEG", "avif") == []
    assert widths(1200, 800, "JPEG", "avif") == [1200]


def test_drawings_and_small_pictures_come_as_webp_alone() -> None:
    assert widths(4000, 3000, "PNG", "avif") == []
    assert widths(900, 600, "JPEG", "avif") == []
    assert widths(900, 600, "JPEG", "webp") == [480, 900]


def test_a_step_that_would_save_too_little_is_left_out() -> None:
    assert widths(1000, 700, "PNG", "webp") == [480, 1000]
    assert widths(500, 700, "PNG", "webp") == [500]
    assert widths(1280, 700, "PNG", "webp") == [480, 960, 1280]


@given(SIDES, SIDES, st.sampled_from(["JPEG", "PNG", "WebP", "HEIC"]))
def test_no_copy_is_enlarged_too_large_distorted_or_named_twice(width: int, height: int, source: str) -> None:
    variants = plan_variants("anh", width, height, source)
    for item in variants:
        assert 1 <= item.width_px <= min(width, MAX_SIDE_PX)
        assert 1 <= item.height_px <= min(height, MAX_SIDE_PX)
        # Within the rounding of either side.
        assert abs(item.width_px * height - item.height_px * width) <= max(width, height) * 2
        assert item.address.endswith(f"-{item.width_px}.{item.encoding}")
    assert len({item.address for item in variants}) == len(variants)
    assert [item.width_px for item in variants] == sorted(item.width_px for item in variants)
    largest = WebPhoto("a.jpg", "0", variants, 1).largest
    assert (largest.width_px, largest.height_px) == fit(width, height)
    assert largest.encoding == "webp"
