"""All copies are made, in the background or here, with the cache or without: the same bytes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from minhbach.background import Background
from minhbach.photos import making
from minhbach.photos.cache import FOLDER, PhotoCache
from minhbach.photos.describing import describe_photo
from minhbach.photos.encoding import encode_variants
from minhbach.photos.making import make_photos, start_photos
from minhbach.photos.model import WebPhoto
from minhbach.photos.opening import UnreadablePhotoError
from minhbach.photos.reading import read_photo

from .pictures import SUFFIXES, tagged

Copies = dict[str, bytes]


@pytest.fixture
def photos(write, tmp_path: Path) -> list[WebPhoto]:
    paths = [write(f"news/{kind}.{suffix}", tagged(kind, (1100, 700))) for kind, suffix in SUFFIXES.items()]
    return [describe_photo(tmp_path, path) for path in paths]


@pytest.fixture
def here() -> Iterator[Background]:
    background = Background(processes=0)
    yield background
    background.close()


def direct(root: Path, photos: list[WebPhoto]) -> Copies:
    """Make the copies with nothing between."""
    return {
        item.address: content
        for photo in photos
        for item, content in zip(
            photo.variants, encode_variants(read_photo(root, photo.path), photo.variants), strict=True
        )
    }


def no_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise AssertionError("encoded again")

    monkeypatch.setattr(making, "encode_variants", refuse)


def test_copies_are_the_same_with_an_empty_a_full_and_no_cache(photos, here, tmp_path, monkeypatch) -> None:
    expected = direct(tmp_path, photos)
    assert dict(start_photos(tmp_path, photos, here)()) == expected
    assert len(PhotoCache(tmp_path / FOLDER).names()) == len(expected)
    with monkeypatch.context() as changed:
        no_encoding(changed)
        assert dict(start_photos(tmp_path, photos, here)()) == expected
    shutil.rmtree(tmp_path / FOLDER)
    (tmp_path / FOLDER).write_bytes(b"a file where the folder should be")
    assert dict(start_photos(tmp_path, photos, here)()) == expected


def test_copies_made_in_other_processes_are_the_same(photos, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(making, "_MAKING_MS", 1e6)
    background = Background(processes=1)
    try:
        assert dict(start_photos(tmp_path, photos, background)()) == direct(tmp_path, photos)
    finally:
        background.close()


def test_entries_that_are_damaged_or_gone_are_made_again(photos, here, tmp_path) -> None:
    expected = dict(start_photos(tmp_path, photos, here)())
    folder = tmp_path / FOLDER
    whole = {path.name: path.read_bytes() for path in folder.iterdir()}
    for number, name in enumerate(sorted(whole)):
        if number % 3 == 0:
            (folder / name).unlink()
        elif number % 3 == 1:
            os.truncate(folder / name, 40)
    assert dict(start_photos(tmp_path, photos, here)()) == expected
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == whole


def test_entries_that_another_build_deletes_meanwhile_are_made_again(photos, here, tmp_path) -> None:
    expected = direct(tmp_path, photos)
    copies = start_photos(tmp_path, photos, here)()
    first = next(copies)
    shutil.rmtree(tmp_path / FOLDER)
    assert dict([first, *copies]) == expected


def test_a_photo_that_changes_is_made_again(photos, here, write, tmp_path) -> None:
    dict(start_photos(tmp_path, photos[:1], here)())
    path = write(photos[0].path, tagged("JPEG", (1100, 700), 3))
    changed = [describe_photo(tmp_path, path)]
    assert dict(start_photos(tmp_path, changed, here)()) == direct(tmp_path, changed)


def test_a_photo_replaced_while_it_is_read_is_not_kept(photos, here, write, tmp_path, monkeypatch) -> None:
    real = making.read_photo

    def replaced(root: Path, path: str) -> object:
        write(path, tagged("JPEG", (1100, 700), 3))
        return real(root, path)

    monkeypatch.setattr(making, "read_photo", replaced)
    make_photos(tmp_path, photos[:1])
    assert PhotoCache(tmp_path / FOLDER).names() == frozenset()


def test_other_settings_have_entries_of_their_own(photos, here, tmp_path, monkeypatch) -> None:
    dict(start_photos(tmp_path, photos[:1], here)())
    before = PhotoCache(tmp_path / FOLDER).names()
    monkeypatch.setattr(making, "describe_encoders", lambda: "another version")
    dict(start_photos(tmp_path, photos[:1], here)())
    after = PhotoCache(tmp_path / FOLDER).names()
    assert before < after
    assert len(after) == 2 * len(before)


def test_a_damaged_photo_is_told_before_the_first_copy(photos, here, write, tmp_path) -> None:
    whole = (tmp_path / photos[0].path).read_bytes()
    path = write("news/hong.jpg", whole[: len(whole) // 2])
    collect = start_photos(tmp_path, [*photos, describe_photo(tmp_path, path)], here)
    with pytest.raises(UnreadablePhotoError, match=r"hong\.jpg"):
        collect()


def test_a_damaged_photo_is_told_from_another_process_too(photos, write, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(making, "_MAKING_MS", 1e6)
    whole = (tmp_path / photos[0].path).read_bytes()
    path = write("news/hong.jpg", whole[: len(whole) // 2])
    background = Background(processes=1)
    try:
        with pytest.raises(UnreadablePhotoError, match=r"hong\.jpg") as caught:
            start_photos(tmp_path, [describe_photo(tmp_path, path), *photos], background)()
        assert caught.value.problem.at.path == path
    finally:
        background.close()


def test_photos_that_take_much_memory_are_one_job_and_the_first(photos) -> None:
    heavy = [WebPhoto(f"{number}.png", "0", photos[0].variants, 400) for number in range(3)]
    groups = making._groups([photos[0], heavy[0], photos[1], *heavy[1:]])
    assert groups == [tuple(heavy), (photos[0],), (photos[1],)]


def test_no_photos_leave_no_folder(here, tmp_path) -> None:
    assert dict(start_photos(tmp_path, [], here)()) == {}
    assert not (tmp_path / ".cache").exists()
