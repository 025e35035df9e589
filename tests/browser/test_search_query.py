"""The parts of the search script that touch neither page nor network, against what they must agree with."""

from pathlib import Path

import pytest

from minhbach.search.spelling import Speller, list_words, spell_word

pytestmark = pytest.mark.browser

REPOSITORY = Path(__file__).resolve().parents[2]

CALL = """async ([file, name, argumentsOfCalls]) => {
    const script = await import(new URL(`../assets/minhbach/search-${file}.js`, location.href));
    return argumentsOfCalls.map((values) => script[name](...values));
}"""
TEXT = (
    "“Đường” DƯỠNG đơn, Đỗ Thị Thúy Hà; nghiêng; 3.858 đơn vị, 24,6 tỷ; 16/01/2025 – Covid-19: München, "
    "quýt quỹ quý QUẢ; a|b; ƠN Ơ Ư ư ữ; 1.000đ"
)


@pytest.fixture
def call(visit, real):
    """Return a function that calls one of the script's many times."""
    page = visit(real).open("tim-kiem/")
    return lambda name, *values: page.evaluate(CALL, ["query", name, [list(item) for item in values]])


def test_script_spells_words_as_the_index_does(call) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (REPOSITORY / "examples/demo/texts").glob("*.yml")]
    words = sorted({word.lower() for text in texts for word in list_words(text)})
    assert len(words) > 800
    spelled = call("spell", *([word, "exact"] for word in words))
    assert dict(zip(words, spelled, strict=True)) == {word: spell_word(word) for word in words}


def test_script_reads_back_what_the_index_spells(call) -> None:
    assert call("unspell", [Speller().spell(TEXT)]) == [TEXT]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ddoong", "đông"), ("dond", "đon"), ("hieens", "hiến"), ("hieesn", "hiến"), ("maus", "máu"),
        ("dduwowngf", "đường"), ("dduowngf", "đường"), ("duongdwf", "đường"), ("nguoiwf", "người"),
        ("tieengs", "tiếng"), ("tienges", "tiếng"), ("quyx", "quỹ"), ("hoaf", "hòa"), ("hoawcj", "hoặc"),
        ("twf", "từ"), ("gias", "giá"), ("ddaats", "đất"), ("Ddoox", "đỗ"), ("yeeu", "yêu"),
        ("khuyeens", "khuyến"), ("xuaan", "xuân"), ("mausf", "màu"),
        ("hien", "hien"), ("SVG", "SVG"), ("covid", "covid"), ("hiến", "hiến"), ("2024", "2024"),
        ("chrome", "chrome"), ("dd", "dd"), ("tw", "tư"), ("đường", "đường"),
    ],
)  # fmt: skip
def test_telex_is_read(typed, read, call) -> None:
    assert call("readTelex", [typed]) == [read]


def test_query_is_read_as_words_phrases_and_numbers(call) -> None:
    queries = [
        "3 858 đơn vị",
        "3.858",
        "nam 2024 100",
        'a "b c" d',
        "“b c”",
        '"một',
        "16/01/2025",
        " ,. ",
        "12 345 678",
    ]
    read = call("readQuery", *([query] for query in queries))
    assert [item["words"] for item in read] == [
        [["3858"], ["đơn"], ["vị"]],
        [["3.858"]],
        [["nam"], ["2024"], ["100"]],
        [["a"], ["b"], ["c"], ["d"]],
        [["b"], ["c"]],
        [["một"]],
        [["16", "01", "2025"]],
        [],
        [["12345678"]],
    ]
    assert [item["phrases"] for item in read] == [[], [], [], [[1, 2]], [[0, 1]], [], [], [], []]


def test_composed_and_decomposed_typing_are_one(call) -> None:
    assert call("readQuery", ["hie\u0302\u0301n"]) == call("readQuery", ["hiến"])


def test_distance_counts_keys(call) -> None:
    pairs = [
        ["hien", "hien"],
        ["hein", "hien"],
        ["hienn", "hien"],
        ["hin", "hien"],
        ["tet", "mau"],
        ["a", "abcdef"],
    ]
    assert call("distance", *pairs) == [0, 1, 1, 1, 3, 3]


def test_nearest_words_are_the_most_frequent_of_the_least_distant(call) -> None:
    vocabulary = ["máu", "hiện", "hiến", "hội", "gọi", "quyên"]
    assert call(
        "nearest", ["hienn", vocabulary], ["quyn", vocabulary], ["gop", vocabulary], ["xyzzy", vocabulary]
    ) == [
        ["hiện", "hiến"],
        ["quyên"],
        [],
        [],
    ]


def test_excerpt_is_where_most_of_the_words_stand(call) -> None:
    # Term 0 often at the beginning; both terms together at 200.
    hits = [[10, 0], [11, 0], [12, 0], [200, 0], [201, 1]]
    (excerpt,) = call("chooseExcerpt", [hits, 400])
    assert excerpt[0] <= 200
    assert excerpt[1] > 201
    assert call("chooseExcerpt", [[], 10], [[[3, 0]], 5], [[[399, 0]], 400]) == [[0, 10], [0, 5], [368, 400]]


def test_title_that_goes_on_as_a_word_was_begun_is_closer(call) -> None:
    titles = ["Quyên góp sách cũ", "Quyền riêng tư", "Quỹ và quy định"]
    assert call("closeness", *([title, ["quyê"]] for title in titles)) == [2, 1, 0]
    assert call("closeness", *([title, ["quyề"]] for title in titles)) == [0, 2, 0]
    assert call("closeness", ["Lớp dưỡng sinh", ["dươ"]], ["Đường về", ["dươ"]]) == [1, 0]


def test_title_that_holds_the_words_in_their_order_is_told_from_others(call) -> None:
    titles = ["Phoǀbsǁ Doǀacarasǁ Ducǀ", "Ducǀ vaǀ Doǀ"]
    assert call("holdsInOrder", *([title, ["doǀ", "ducǀ"]] for title in titles)) == [True, False]
