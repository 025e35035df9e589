"""Copies hold the picture and nothing else, and are the same bytes every time."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from minhbach.photos.describing import describe_own_copy, describe_photo
from minhbach.photos.encoding import describe_encoders, encode_variants
from minhbach.photos.model import plan_variants
from minhbach.photos.reading import read_photo

from .pictures import MAKER, SPOKEN, SUFFIXES, TRACES, seen_corners, tagged


def copies(root: Path, path: str) -> list[bytes]:
    return encode_variants(read_photo(root, path), describe_photo(root, path).variants)


@pytest.mark.parametrize("kind", SUFFIXES)
def test_no_copy_holds_anything_but_the_picture(kind: str, write, tmp_path: Path) -> None:
    path = write(f"a.{SUFFIXES[kind]}", tagged(kind, (2400, 1600), 6))
    original = (tmp_path / path).read_bytes()
    assert MAKER.encode() in original
    assert SPOKEN.encode() in original
    variants = describe_photo(tmp_path, path).variants
    assert {item.encoding for item in variants} == ({"webp"} if kind in ("PNG", "WEBP") else {"webp", "avif"})
    for variant, content in zip(variants, copies(tmp_path, path), strict=True):
        assert not [trace for trace in TRACES if trace in content], variant.address
        with Image.open(io.BytesIO(content)) as image:
            assert image.format == variant.encoding.upper()
            assert image.size == (variant.width_px, variant.height_px)
            assert not image.getexif()
            assert not {"exif", "xmp", "icc_profile", "comment"} & image.info.keys()
            assert seen_corners(image) == "RGBW"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_an_image_of_docs_keeps_name_and_format_but_no_metadata(kind: str, write, tmp_path: Path) -> None:
    path = write(f"docs/anh/logo.{SUFFIXES[kind]}", tagged(kind, (2400, 1600), 8))
    copy = describe_own_copy(tmp_path, path)
    assert [item.address for item in copy.variants] == [f"anh/logo.{SUFFIXES[kind]}"]
    (content,) = encode_variants(read_photo(tmp_path, path), copy.variants)
    assert not [trace for trace in TRACES if trace in content]
    with Image.open(io.BytesIO(content)) as image:
        assert (image.format, image.size) == (kind, (1920, 1280))
        assert seen_corners(image) == "RGBW"


def test_a_transparent_logo_stays_transparent(write, tmp_path: Path) -> None:
    for name in ("docs/logo.png", "docs/logo.webp"):
        buffer = io.BytesIO()
        Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(buffer, "PNG")
        path = write(name, buffer.getvalue())
        (content,) = encode_variants(read_photo(tmp_path, path), describe_own_copy(tmp_path, path).variants)
        with Image.open(io.BytesIO(content)) as image:
            assert image.convert("RGBA").getpixel((0, 0))[3] == 0  # type: ignore[index]


def test_what_is_transparent_lies_on_white_where_the_format_knows_no_transparency(
    write, tmp_path: Path
) -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(buffer, "PNG")
    path = write("docs/logo.jpg", buffer.getvalue())
    (content,) = encode_variants(read_photo(tmp_path, path), describe_own_copy(tmp_path, path).variants)
    with Image.open(io.BytesIO(content)) as image:
        assert image.format == "JPEG"
        assert image.getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "HEIF"])
def test_the_same_photo_gives_the_same_bytes(kind: str, write, tmp_path: Path) -> None:
    path = write(f"a.{SUFFIXES[kind]}", tagged(kind, (1400, 900)))
    assert copies(tmp_path, path) == copies(tmp_path, path)


def test_avif_is_clearly_smaller_than_webp_where_it_is_offered() -> None:
    fine = Image.effect_noise((1920, 1280), 40).convert("RGB")
    coarse = Image.effect_noise((60, 40), 120).convert("RGB").resize((1920, 1280), Image.Resampling.BICUBIC)
    picture = Image.blend(fine, coarse, 0.8)
    variants = plan_variants("a", 1920, 1280, "JPEG")
    sizes = {
        (item.width_px, item.encoding): len(content)
        for item, content in zip(variants, encode_variants(picture, variants), strict=True)
    }
    assert sizes[960, "avif"] < 0.9 * sizes[960, "webp"]


def test_settings_and_versions_are_part_of_what_a_copy_is_kept_under() -> None:
    described = describe_encoders()
    for part in ("quality", "speed", "method", "aom", "webp"):
        assert part in described


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1), (3, 1921), (1921, 3)])
def test_odd_shapes_can_be_published(size: tuple[int, int], write, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", size, "red").save(buffer, "JPEG")
    path = write("a.jpg", buffer.getvalue())
    variants = describe_photo(tmp_path, path).variants
    for variant, content in zip(variants, copies(tmp_path, path), strict=True):
        with Image.open(io.BytesIO(content)) as image:
            assert image.size == (variant.width_px, variant.height_px)
