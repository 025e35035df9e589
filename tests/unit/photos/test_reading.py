"""Whatever a camera or a program wrote is read upright, small and in sRGB, or refused with the reason."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pillow_heif
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from minhbach.language import read_catalogue
from minhbach.photos import opening
from minhbach.photos.opening import UnreadablePhotoError
from minhbach.photos.reading import fingerprint, inspect_photo, read_photo
from minhbach.problems.report import tell

from .pictures import ORIENTATION, SUFFIXES, corners, seen_corners, stored, tagged


def reason(error: UnreadablePhotoError) -> str:
    return tell(error.problem, read_catalogue("vi")).message


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


# Orientation ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", SUFFIXES)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_applied(orientation: int, kind: str, write, tmp_path: Path) -> None:
    path = write(f"a.{SUFFIXES[kind]}", tagged(kind, (400, 300), orientation))
    original = inspect_photo(tmp_path, path)
    assert (original.width_px, original.height_px) == (400, 300)
    image = read_photo(tmp_path, path)
    assert image.size == (400, 300)
    assert seen_corners(image) == "RGBW"


@pytest.mark.parametrize("orientation", [0, 9, 42])
def test_an_orientation_that_does_not_exist_is_upright(orientation: int, write, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    path = write("a.jpg", saved(corners((40, 30)), "JPEG", exif=exif))
    assert seen_corners(read_photo(tmp_path, path)) == "RGBW"


def test_broken_exif_leaves_the_picture(write, tmp_path: Path) -> None:
    path = write("a.jpg", saved(corners((40, 30)), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff"))
    assert seen_corners(read_photo(tmp_path, path)) == "RGBW"


def test_orientation_of_a_png_counts_behind_the_pixels_too(write, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    data = exif.tobytes().removeprefix(b"Exif\0\0")
    chunk = struct.pack(">I", len(data)) + b"eXIf" + data + struct.pack(">I", zlib.crc32(b"eXIf" + data))
    plain = saved(stored(corners((30, 40)), 6), "PNG")
    end = plain.rindex(b"IEND") - 4
    path = write("a.png", plain[:end] + chunk + plain[end:])
    assert inspect_photo(tmp_path, path).orientation == 6
    image = read_photo(tmp_path, path)
    assert image.size == (30, 40)
    assert seen_corners(image) == "RGBW"


# Kinds of pictures ------------------------------------------------------------------------------------------


def test_a_jpeg_with_further_pictures_behind_it_is_a_photo(write, tmp_path: Path) -> None:
    content = saved(
        corners((80, 60)), "MPO", save_all=True, append_images=[Image.new("RGB", (80, 60), "black")]
    )
    path = write("a.jpg", content)
    assert inspect_photo(tmp_path, path).format == "JPEG"
    assert seen_corners(read_photo(tmp_path, path)) == "RGBW"


def test_the_name_does_not_decide_what_a_photo_is(write, tmp_path: Path) -> None:
    path = write("a.jpg", tagged("HEIF"))
    assert inspect_photo(tmp_path, path).format == "HEIC"
    assert seen_corners(read_photo(tmp_path, path)) == "RGBW"


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "CMYK", "I;16", "LA", "RGBA"])
def test_every_mode_becomes_plain_colours(mode: str, write, tmp_path: Path) -> None:
    grey = Image.linear_gradient("L").resize((60, 40))
    match mode:
        case "CMYK":
            path = write("a.jpg", saved(corners((60, 40), "CMYK"), "JPEG", quality=95))
        case "I;16":
            wide = Image.frombytes("I;16", (60, 40), b"".join(bytes((7, value)) for value in grey.tobytes()))
            path = write("a.png", saved(wide, "PNG"))
        case _:
            path = write("a.png", saved(corners((60, 40)).convert(mode), "PNG"))
    image = read_photo(tmp_path, path)
    assert image.mode == "RGB"
    assert image.size == (60, 40)
    if mode == "I;16":
        assert image.getchannel("R").tobytes() == grey.tobytes()
    if mode in ("P", "RGB", "CMYK", "RGBA"):
        assert seen_corners(image) == "RGBW"


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "PA"])
def test_what_is_transparent_stays_so(mode: str, write, tmp_path: Path) -> None:
    image = Image.new("RGBA", (2500, 20), (0, 0, 0, 0))
    image.paste("red", (0, 0, 1250, 20))
    if mode == "P":
        content = saved(image.quantize(4), "PNG")
    elif mode == "LA":
        content = saved(image.convert("LA"), "PNG")
    else:
        content = saved(image, "PNG")
    read = read_photo(tmp_path, write("a.png", content))
    assert read.mode == "RGBA"
    assert read.size == (1920, 15)
    alpha = read.getchannel("A")
    assert (alpha.getpixel((10, 7)), alpha.getpixel((1900, 7))) == (255, 0)


def test_a_heic_may_be_grey_transparent_or_of_ten_bits(write, tmp_path: Path) -> None:
    grey = read_photo(tmp_path, write("a.heic", saved(corners((2500, 1500)).convert("L"), "HEIF")))
    assert (grey.mode, grey.size) == ("RGB", (1920, 1152))
    image = corners((64, 64)).convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize((64, 64)))
    read = read_photo(tmp_path, write("b.heic", saved(image, "HEIF")))
    assert read.mode == "RGBA"
    top, bottom = (read.getchannel("A").getpixel((32, y)) for y in (2, 61))
    assert isinstance(top, int)
    assert isinstance(bottom, int)
    assert top < 40
    assert bottom > 200
    samples = (value << 8 for value in corners((64, 48)).tobytes())
    deep = pillow_heif.from_bytes(
        "RGB;16", (64, 48), b"".join(value.to_bytes(2, "little") for value in samples)
    )
    deep.save(tmp_path / "c.heic")
    ten_bits = read_photo(tmp_path, "c.heic")
    assert ten_bits.mode == "RGB"
    assert seen_corners(ten_bits) == "RGBW"


def test_a_large_heic_is_the_same_as_decoded_whole(write, tmp_path: Path) -> None:
    noise = Image.effect_noise((50, 38), 120).resize((4001, 3003), Image.Resampling.BICUBIC).convert("RGB")
    path = write("a.heic", saved(noise, "HEIF", quality=60, enc_params={"preset": "ultrafast"}))
    with Image.open(tmp_path / path) as whole:  # through the plugin of the tests
        expected = whole.reduce(2).resize((1920, 1441), Image.Resampling.LANCZOS)
    assert read_photo(tmp_path, path).tobytes() == expected.convert("RGB").tobytes()


def test_a_transparent_colour_is_transparent(write, tmp_path: Path) -> None:
    path = write("a.png", saved(corners((60, 40)), "PNG", transparency=(255, 255, 255)))
    read = read_photo(tmp_path, path)
    assert read.getchannel("A").getpixel((10, 35)) == 0
    assert read.getchannel("A").getpixel((10, 5)) == 255


def test_colours_of_a_profile_are_turned_into_those_of_srgb(write, tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB", 6500)).tobytes()
    wide = swapped_profile()
    image = Image.new("RGB", (40, 30), (200, 40, 40))
    as_is = read_photo(tmp_path, write("a.png", saved(image, "PNG"))).getpixel((5, 5))
    turned = read_photo(tmp_path, write("b.png", saved(image, "PNG", icc_profile=wide))).getpixel((5, 5))
    unfit = read_photo(tmp_path, write("c.png", saved(image, "PNG", icc_profile=lab))).getpixel((5, 5))
    broken = read_photo(tmp_path, write("d.png", saved(image, "PNG", icc_profile=b"no profile"))).getpixel(
        (5, 5)
    )
    assert as_is == unfit == broken == (200, 40, 40)
    assert isinstance(turned, tuple)
    assert turned[0] < 100 < turned[1] - 50, "red and green are exchanged in this profile"


def swapped_profile() -> bytes:
    """Return a profile in which red and green are exchanged: sRGB's with two of its tags swapped."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile).replace(b"s\0R\0G\0B", b"t\0e\0s\0t").replace(b"\0s\0R\0G\0B", b"\0t\0e\0s\0t")


# What is refused --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content", [b"", b"not a photo", b"GIF89a", b"%PDF-1.7", saved(Image.new("RGB", (9, 9)), "AVIF")]
)
def test_what_is_not_a_photo_is_refused_with_its_path(content: bytes, write, tmp_path: Path) -> None:
    path = write("a.jpg", content)
    with pytest.raises(UnreadablePhotoError, match=r"a\.jpg") as caught:
        inspect_photo(tmp_path, path)
    assert caught.value.problem.at.path == "a.jpg"
    assert "không phải ảnh JPEG" in reason(caught.value)


@pytest.mark.parametrize("kind", SUFFIXES)
def test_a_photo_cut_short_is_refused_when_it_is_read(kind: str, write, tmp_path: Path) -> None:
    noise = Image.effect_noise((400, 300), 80).convert("RGB")
    whole = saved(noise, kind)
    path = write(f"a.{SUFFIXES[kind]}", whole[: len(whole) // 2])
    with pytest.raises(UnreadablePhotoError) as caught:
        read_photo(tmp_path, path)
    assert "bị hỏng hoặc bị cắt ngang" in reason(caught.value)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_an_animation_is_refused(kind: str, write, tmp_path: Path) -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue")]
    path = write(f"a.{SUFFIXES[kind]}", saved(frames[0], kind, save_all=True, append_images=frames[1:]))
    with pytest.raises(UnreadablePhotoError) as caught:
        inspect_photo(tmp_path, path)
    assert "ảnh động" in reason(caught.value)


def test_a_bomb_is_refused_by_its_header_with_numbers(write, tmp_path: Path) -> None:
    path = write("a.png", saved(Image.new("1", (20_000, 20_000)), "PNG"))
    assert (tmp_path / path).stat().st_size < 100_000
    with pytest.raises(UnreadablePhotoError) as caught:
        inspect_photo(tmp_path, path)
    assert "400 triệu điểm ảnh (20.000 × 20.000)" in reason(caught.value)
    assert "tối đa 52 triệu" in reason(caught.value)


def test_the_limit_on_pixels_depends_on_what_decoding_takes(monkeypatch, write, tmp_path: Path) -> None:
    monkeypatch.setattr(opening, "MAX_MEMORY_MB", 1)
    image = Image.new("RGB", (400, 350))
    for name, content in (
        ("a.jpg", saved(image, "JPEG")),  # any size, as it is decoded small
        ("b.jpg", saved(image, "JPEG", progressive=True)),  # 142,857
    ):
        assert inspect_photo(tmp_path, write(name, content)).width_px == 400
    larger = saved(Image.new("RGB", (400, 360)), "JPEG", progressive=True)
    for name, content, limited in (
        ("c.jpg", larger, "JPEG lũy tiến"),
        ("d.webp", saved(image, "WEBP"), "WebP"),
    ):
        with pytest.raises(UnreadablePhotoError, match="anh-qua-lon") as caught:
            inspect_photo(tmp_path, write(name, content))
        assert f"ảnh {limited} chỉ được tối đa" in reason(caught.value)


def test_a_file_that_is_too_heavy_is_refused_unread(monkeypatch, write, tmp_path: Path) -> None:
    monkeypatch.setattr(opening, "MAX_BYTES", 1_500_000)
    path = write("a.jpg", saved(Image.new("RGB", (40, 30)), "JPEG") + b"\0" * 1_600_000)
    with pytest.raises(UnreadablePhotoError) as caught:
        inspect_photo(tmp_path, path)
    assert "tối đa 1,5 MB" in reason(caught.value)


def test_texts_that_unpack_to_too_much_are_refused(write, tmp_path: Path) -> None:
    data = b"Comment\0\0" + zlib.compress(b"x" * 70_000_000)
    chunk = struct.pack(">I", len(data)) + b"zTXt" + data + struct.pack(">I", zlib.crc32(b"zTXt" + data))
    plain = saved(corners((30, 40)), "PNG")
    start = plain.index(b"IDAT") - 4
    with pytest.raises(UnreadablePhotoError):
        read_photo(tmp_path, write("a.png", plain[:start] + chunk + plain[start:]))


WHOLE = {kind: tagged(kind, (40, 30)) for kind in SUFFIXES}


@pytest.mark.parametrize("kind", SUFFIXES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(kind: str, data, tmp_path: Path) -> None:
    content = bytearray(WHOLE[kind])
    for _change in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(1, len(content)))]
    (tmp_path / "a.jpg").write_bytes(content)
    try:
        image = read_photo(tmp_path, "a.jpg")
    except UnreadablePhotoError:
        return
    assert max(image.size) <= 1920
    assert image.mode in ("RGB", "RGBA")


# Fingerprints -----------------------------------------------------------------------------------------------


def test_a_fingerprint_changes_with_size_beginning_middle_and_end(write, tmp_path: Path) -> None:
    content = bytes(1_000_000)
    seen = {fingerprint(tmp_path, write("a", content))}
    for place in (0, 500_000, 999_999):
        changed = bytearray(content)
        changed[place] = 1
        seen.add(fingerprint(tmp_path, write("a", bytes(changed))))
    seen.add(fingerprint(tmp_path, write("a", content + b"\0")))
    assert len(seen) == 5


@given(one=st.binary(max_size=200), other=st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_small_files_have_the_same_fingerprint_only_if_they_are_the_same(one, other, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(one)
    (tmp_path / "b").write_bytes(other)
    assert (fingerprint(tmp_path, "a") == fingerprint(tmp_path, "b")) == (one == other)
