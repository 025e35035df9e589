"""Photos are published upright, small enough and without a trace of the camera or phone."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from minhbach.outputs.photos import (
    MAX_SIDE_PX,
    UnreadablePhotoError,
    clean_image,
    describe_photo,
    make_web_photo,
)

GPS_TAG = 0x8825
ORIENTATION = 0x0112


def write_jpeg(path: Path, size: tuple[int, int], *, orientation: int = 1) -> None:
    image = Image.new("RGB", size, "white")
    image.paste("red", (0, 0, size[0] // 2, size[1] // 2))  # red at the top left, as stored
    exif = image.getexif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = "PhoneMakerOfTheTest"
    exif.get_ifd(GPS_TAG)[1] = "N"
    image.save(path, "JPEG", exif=exif, comment=b"a comment of the test")


def test_metadata_is_left_behind(tmp_path: Path) -> None:
    write_jpeg(tmp_path / "a.jpg", (400, 300))
    assert b"PhoneMakerOfTheTest" in (tmp_path / "a.jpg").read_bytes()
    content = make_web_photo(tmp_path, describe_photo(tmp_path, "a.jpg"))
    assert b"PhoneMakerOfTheTest" not in content
    assert b"comment of the test" not in content
    with Image.open(io.BytesIO(content)) as image:
        assert image.format == "WEBP"
        assert not image.getexif()


def test_a_photo_lying_on_its_side_is_turned_upright(tmp_path: Path) -> None:
    write_jpeg(tmp_path / "a.jpg", (400, 300), orientation=6)
    photo = describe_photo(tmp_path, "a.jpg")
    assert (photo.width_px, photo.height_px) == (300, 400)
    with Image.open(io.BytesIO(make_web_photo(tmp_path, photo))) as image:
        assert image.size == (300, 400)
        right, left = image.convert("RGB").getpixel((280, 20)), image.convert("RGB").getpixel((20, 20))
    assert isinstance(right, tuple)
    assert isinstance(left, tuple)
    assert right[1] < 100 < left[1]  # what was stored at the top left is red at the top right


def test_the_size_told_to_pages_is_the_size_published(tmp_path: Path) -> None:
    for width, height in ((3000, 2001), (1281, 17), (10, 5000), (1, 1)):
        write_jpeg(tmp_path / "a.jpg", (width, height))
        photo = describe_photo(tmp_path, "a.jpg")
        assert max(photo.width_px, photo.height_px) <= MAX_SIDE_PX
        with Image.open(io.BytesIO(make_web_photo(tmp_path, photo))) as image:
            assert image.size == (photo.width_px, photo.height_px)


def test_photos_of_one_name_have_addresses_of_their_own(tmp_path: Path) -> None:
    for folder, colour in (("a", "red"), ("b", "blue")):
        (tmp_path / folder).mkdir()
        Image.new("RGB", (9, 9), colour).save(tmp_path / folder / "Ảnh đẹp.jpg")
    one = describe_photo(tmp_path, "a/Ảnh đẹp.jpg").address
    other = describe_photo(tmp_path, "b/Ảnh đẹp.jpg").address
    assert one != other
    assert one.startswith("anh/anh-dep-")
    assert one.isascii()


@pytest.mark.parametrize("content", [b"", b"not a photo", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", b"GIF89a"])
def test_what_is_not_a_photo_is_refused_with_its_path(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    with pytest.raises(UnreadablePhotoError) as caught:
        describe_photo(tmp_path, "a.jpg")
    assert caught.value.path == "a.jpg"


def test_a_photo_cut_short_is_refused_when_it_is_made(tmp_path: Path) -> None:
    write_jpeg(tmp_path / "a.jpg", (400, 300))
    whole = (tmp_path / "a.jpg").read_bytes()
    (tmp_path / "a.jpg").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnreadablePhotoError):
        make_web_photo(tmp_path, describe_photo(tmp_path, "a.jpg"))


def test_an_image_of_too_many_pixels_is_refused_unread(tmp_path: Path) -> None:
    Image.new("1", (20_000, 20_000)).save(tmp_path / "a.png")
    with pytest.raises(UnreadablePhotoError) as caught:
        describe_photo(tmp_path, "a.png")
    assert "MP" in caught.value.reason


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_an_image_keeps_its_format_and_size_but_no_metadata(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a.{kind.lower()}"
    image = Image.new("RGB", (40, 30), "white")
    exif = image.getexif()
    exif[0x010F] = "PhoneMakerOfTheTest"
    exif[ORIENTATION] = 6
    image.save(path, kind, exif=exif)
    assert b"PhoneMakerOfTheTest" in path.read_bytes()
    content = clean_image(tmp_path, path.name)
    assert b"PhoneMakerOfTheTest" not in content
    with Image.open(io.BytesIO(content)) as cleaned:
        assert (cleaned.format, cleaned.size) == (kind, (30, 40))


def test_a_transparent_logo_stays_transparent(tmp_path: Path) -> None:
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(tmp_path / "logo.png")
    with Image.open(io.BytesIO(clean_image(tmp_path, "logo.png"))) as cleaned:
        assert cleaned.convert("RGBA").getpixel((0, 0)) == (0, 0, 0, 0)
