"""The service worker: what it fetches ahead, and that every build which differs has another one."""

import json
import re

import pytest

from minhbach.outputs.worker import (
    WHOLE_INDEX_BYTES,
    Folder,
    is_needed,
    is_piece,
    read_withdrawn_worker,
    write_worker,
)

FILES = {
    "assets/minhbach/site.0123456789.css": b"a{}",
    "assets/minhbach/frame.js": b"1",
    "index.html": b"home",
    "ngoai-tuyen/index.html": b"offline",
    "tim-kiem/index.html": b"search",
    "tim-kiem/muc-luc.json": b"{}",
}
PIECES = {"tim-kiem/pagefind/index/vi_1.pf_index": 1000, "tim-kiem/pagefind/fragment/vi_2.pf_fragment": 10}


def build_of(script: bytes) -> dict:
    (told,) = re.findall(r"^const BUILD = (.*);$", script.decode(), re.MULTILINE)
    return json.loads(told)


def write(files=FILES, pieces=PIECES, banner="Lúc {time} ngày {day}") -> bytes:
    return write_worker(Folder(files, pieces), banner, "vi")


def test_the_same_site_has_the_same_worker() -> None:
    assert write() == write(dict(reversed(FILES.items())), dict(reversed(PIECES.items())))


@pytest.mark.parametrize("changed", FILES)
def test_a_change_of_any_file_makes_another_build(changed: str) -> None:
    assert build_of(write({**FILES, changed: b"changed"}))["id"] != build_of(write())["id"]


def test_a_change_of_the_index_makes_another_build() -> None:
    assert (
        build_of(write(pieces={"tim-kiem/pagefind/fragment/vi_3.pf_fragment": 10}))["id"]
        != build_of(write())["id"]
    )


def test_a_small_index_is_fetched_whole_and_a_large_one_is_not() -> None:
    assert build_of(write())["pieces"] == ["index/vi_1.pf_index"]
    large = {"tim-kiem/pagefind/index/vi_1.pf_index": WHOLE_INDEX_BYTES + 1}
    assert build_of(write(pieces=large))["pieces"] is None


def test_ways_to_give_are_never_kept() -> None:
    assert build_of(write())["unkept"] == ["ung-ho/"]
    assert "ung-ho/" in build_of(write())["passed"], "nor the codes that banks' apps read"


def test_words_of_the_banner_cannot_become_markup() -> None:
    assert build_of(write(banner="<b>{time}"))["words"] == "&lt;b&gt;{time}"


def test_a_site_without_a_stylesheet_is_a_fault() -> None:
    files = {name: content for name, content in FILES.items() if not name.endswith(".css")}
    with pytest.raises(KeyError):
        write(files)


def test_downloads_and_gifts_are_not_fetched_ahead() -> None:
    for address in ("du-lieu/ung-ho.csv", "tim-ung-ho/ten/0.json.gz", "bieu-do/a.png", "tin-tuc/index.html"):
        assert not is_needed(address)
    assert is_piece("tim-kiem/pagefind/index/vi_1.pf_index")
    assert not is_needed("tim-kiem/pagefind/index/vi_1.pf_index")


def test_the_worker_that_takes_others_away_keeps_nothing() -> None:
    script = read_withdrawn_worker().decode()
    assert "unregister" in script
    assert "caches.delete" in script
    assert "fetch" not in script
