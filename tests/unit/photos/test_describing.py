"""What will be published of a photo is known from its header."""

from __future__ import annotations

from pathlib import Path

import pytest

from minhbach.photos.describing import describe_own_copy, describe_photo, has_own_copy

from .pictures import SUFFIXES, tagged


@pytest.mark.parametrize("kind", SUFFIXES)
def test_a_photo_is_described_without_decoding_it(kind: str, monkeypatch, write, tmp_path: Path) -> None:
    from PIL import Image, ImageFile

    def refuse(*_arguments: object) -> None:
        raise AssertionError("decoded")

    path = write(f"a.{SUFFIXES[kind]}", tagged(kind, (900, 600), 6))
    monkeypatch.setattr(ImageFile.ImageFile, "load", refuse)
    monkeypatch.setattr(Image.Image, "load", refuse)
    photo = describe_photo(tmp_path, path)
    assert (photo.width_px, photo.height_px) == (900, 600)


def test_photos_of_one_name_have_addresses_of_their_own(write, tmp_path: Path) -> None:
    one = describe_photo(tmp_path, write("a/Ảnh đẹp.jpg", tagged("JPEG", (90, 60)))).address
    other = describe_photo(tmp_path, write("b/Ảnh đẹp.jpg", tagged("JPEG", (80, 60)))).address
    assert one != other
    assert one.startswith("anh/anh-dep-")
    assert one.endswith("-90.webp")
    assert one.isascii()


def test_a_photo_without_a_letter_in_its_name_has_an_address(write, tmp_path: Path) -> None:
    assert describe_photo(tmp_path, write("图.jpg", tagged("JPEG"))).address.startswith("anh/anh-")


def test_a_photo_that_changes_has_a_new_address(write, tmp_path: Path) -> None:
    before = describe_photo(tmp_path, write("a.jpg", tagged("JPEG", (90, 60)))).address
    after = describe_photo(tmp_path, write("a.jpg", tagged("JPEG", (90, 60), 3))).address
    assert before != after


def test_an_image_of_docs_is_published_at_its_own_name(write, tmp_path: Path) -> None:
    path = write("docs/anh/Logo mới.PNG", tagged("PNG", (2400, 1200)))
    copy = describe_own_copy(tmp_path, path)
    assert (copy.address, copy.width_px, copy.height_px) == ("anh/Logo mới.PNG", 1920, 960)


def test_only_what_browsers_show_has_a_copy_of_its_own_name() -> None:
    assert has_own_copy("docs/a.JPG")
    assert has_own_copy("docs/a.webp")
    assert not has_own_copy("docs/a.heic")
