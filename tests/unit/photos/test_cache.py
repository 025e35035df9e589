"""The cache gives back what was kept, whole, or nothing."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from minhbach.photos.cache import PhotoCache


@pytest.fixture
def cache(tmp_path: Path) -> PhotoCache:
    return PhotoCache(tmp_path / "deep" / "cache")


def test_what_is_kept_is_given_back(cache: PhotoCache) -> None:
    assert cache.read("a") is None
    assert cache.names() == frozenset()
    for content in (b"", b"content", bytes(100_000)):
        assert cache.write("a", content)
        assert cache.read("a") == content
    assert cache.names() == {"a"}


@pytest.mark.parametrize("length", [0, 10, 32, 50])
def test_an_entry_cut_short_counts_as_missing(length: int, cache: PhotoCache) -> None:
    cache.write("a", b"content" * 10)
    os.truncate(cache.folder / "a", length)
    assert cache.read("a") is None


@pytest.mark.parametrize("place", [0, 31, 32, 60])
def test_a_damaged_entry_counts_as_missing(place: int, cache: PhotoCache) -> None:
    cache.write("a", b"content" * 10)
    kept = bytearray((cache.folder / "a").read_bytes())
    kept[place] ^= 1
    (cache.folder / "a").write_bytes(kept)
    assert cache.read("a") is None


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = PhotoCache(tmp_path / "file" / "cache")
    assert not cache.write("a", b"content")
    assert cache.read("a") is None
    assert cache.names() == frozenset()
    cache.prune(())


def test_an_entry_whose_place_is_taken_is_not_kept_and_leaves_nothing(cache: PhotoCache) -> None:
    (cache.folder / "a" / "b").mkdir(parents=True)
    assert not cache.write("a", b"content")
    assert cache.read("a") is None
    assert cache.names() == {"a"}


def test_writers_at_the_same_time_leave_one_whole_entry(cache: PhotoCache) -> None:
    contents = [bytes([number]) * 50_000 for number in range(8)]
    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(lambda content: cache.write("a", content), contents))
    assert cache.read("a") in contents
    assert cache.names() == {"a"}


def test_what_was_not_used_is_deleted_longest_unused_first(cache: PhotoCache) -> None:
    for age, name in enumerate("abcd"):
        cache.write(name, bytes(1000))
        os.utime(cache.folder / name, (1000 - age, 1000 - age))  # "a" was used last
    cache.prune({"d"}, unused_bytes=2100)
    assert cache.names() == {"a", "b", "d"}
    cache.prune({"d"}, unused_bytes=0)
    assert cache.names() == {"d"}


def test_reading_counts_as_use(cache: PhotoCache) -> None:
    for name in "ab":
        cache.write(name, bytes(1000))
        os.utime(cache.folder / name, (1000, 1000))
    cache.read("a")
    cache.prune((), unused_bytes=1100)
    assert cache.names() == {"a"}
