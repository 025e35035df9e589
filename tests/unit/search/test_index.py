"""The files of search on the site belong together."""

import gzip
import json

import pytest

from minhbach.search.index import CONTENTS, INDEX, REGISTER, VOCABULARY, format_document, make_index
from minhbach.search.records import Record
from minhbach.search.spelling import Speller
from minhbach.search.vocabulary import MOST_WORDS, list_vocabulary

RECORDS = [
    Record("tin-tuc/2025/a/", "article", "hoat-dong", 20250116, "Hiến máu", "<p>Sáng nay, Hội tổ chức</p>"),
    Record("chien-dich/b/", "campaign", "", 20240000, "Tết & <b>", "<p>quà Tết quà Tết</p>"),
    Record("ghi-nhan/#mb--c", "donor", "", 0, "Bà Mẫu", "<p></p>"),
]


@pytest.fixture(scope="module")
def files():
    return {asset.path: asset.content for asset in make_index(RECORDS)}


def test_register_tells_of_every_record_under_its_name_in_the_index(files) -> None:
    register = json.loads(files[REGISTER])
    names = register["id"].split(" ")
    for row, (name, record) in enumerate(zip(names, RECORDS, strict=True)):
        fragment = gzip.decompress(files[f"{INDEX}fragment/{name}.pf_fragment"]).removeprefix(b"pagefind_dcd")
        assert json.loads(fragment)["url"] == record.url
        assert register["kinds"][register["kind"][row]] == record.kind
        assert register["sections"][register["section"][row]] == record.section
        assert register["day"][row] == record.day


def test_only_the_files_that_our_page_asks_for_are_published(files) -> None:
    own = {CONTENTS, REGISTER, VOCABULARY}
    assert own < files.keys()
    others = files.keys() - own
    assert {path.rpartition(".")[2] for path in others} == {"pf_index", "pf_fragment"}
    assert all(path.startswith(INDEX) for path in others)


def test_same_records_give_the_same_files(files) -> None:
    assert {asset.path: asset.content for asset in make_index(RECORDS)} == files


def test_title_is_kept_apart_from_the_text_and_escaped(files) -> None:
    document = format_document(RECORDS[1], Speller())
    assert "<b>" not in document
    fragments = [
        json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))
        for path, content in files.items()
        if path.endswith(".pf_fragment")
    ]
    campaign = next(item for item in fragments if item["url"].startswith("campaign"))
    assert campaign["meta"] == {"title": "Tetǀbcbsǁ & <bǀ>"}
    assert campaign["content"] == "ǀ. quaǀcfǁ Tetǀbcbsǁ quaǀcfǁ Tetǀbcbsǁ."


def test_vocabulary_has_each_word_once_the_most_frequent_first(files) -> None:
    assert json.loads(files[VOCABULARY])[:2] == ["tết", "quà"]
    assert list_vocabulary(["<p>Máu máu màu MÁU a</p>"]) == ["máu"]
    assert (
        len(
            list_vocabulary(
                [
                    " ".join(
                        f"a{chr(97 + n // 676)}{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}"
                        for n in range(9000)
                    )
                ]
            )
        )
        == MOST_WORDS
    )
