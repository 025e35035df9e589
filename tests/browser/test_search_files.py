"""Our script reads Pagefind's files as Pagefind has written them; another version may write others."""

import base64
import gzip
import random

import pytest

pytestmark = pytest.mark.browser

READ_ALL = """async () => {
    const load = (name) => import(new URL(`../assets/minhbach/search-${name}.js`, location.href));
    const { Files } = await load("files"), { collect } = await load("matching");
    const files = new Files(new URL("pagefind/", location.href)), { records } = await files.contents();
    const texts = await Promise.all(records.map(([id]) => files.text(id)));
    const bare = (word) => word.toLowerCase().replace(/[^\\p{L}\\p{N}]/gu, "");
    // Pagefind also indexes pieces: "Git" and "Hub" of "GitHub", and with its dash "626–652".
    const isWhole = (word = "", entry) =>
        [bare(word), ...word.toLowerCase().split(/[^\\p{L}\\p{N}]+/u)].includes(entry);
    const isPiece = (word = "", entry) => bare(word).includes(bare(entry));
    let whole = 0, pieces = 0;
    const wrong = [], seen = records.map(() => new Set());
    for (const entry of await files.words("", Infinity)) {
        for (const [record, { places, title }] of collect([entry])) {
            const { content, title: words } = texts[record];
            places.forEach((place) => seen[record].add(place));
            for (const [text, found] of [[content, places], [words, title]]) {
                for (const word of found.map((place) => text.split(/\\s+/)[place])) {
                    if (isWhole(word, entry[0])) whole++;
                    else if (isPiece(word, entry[0])) pieces++;
                    else wrong.push([word, entry[0]]);
                }
            }
        }
    }
    const missed = texts.flatMap(({ content }, record) => content.split(/\\s+/)
        .filter((word, place) => bare(word) && !seen[record].has(place)).map((word) => [word, record]));
    return { records: records.length, wrong: wrong.slice(0, 5), missed: missed.slice(0, 5), whole, pieces };
}"""
GUNZIP = """async (packed) => {
    const { gunzip } = await import(new URL("../assets/minhbach/search-inflate.js", location.href));
    return packed.map((text) => {
        const bytes = gunzip(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    });
}"""
DECODE = """async (values) => {
    const { decode } = await import(new URL("../assets/minhbach/search-files.js", location.href));
    const attempt = (bytes) => { try { return decode(bytes); } catch (error) { return String(error); } };
    return values.map((bytes) => attempt(Uint8Array.from(bytes)));
}"""


def test_every_word_of_the_index_stands_where_it_says(visit, demo) -> None:
    window = visit(demo)
    found = window.open("tim-kiem/").evaluate(READ_ALL)
    assert found["wrong"] == []
    assert found["missed"] == []
    assert found["records"] > 200
    assert found["whole"] > 20_000
    assert found["pieces"] < found["whole"] / 100
    assert window.faults == []


def test_gzip_is_unpacked_as_others_do(visit, demo, demo_chapter) -> None:
    chance = random.Random(7)
    texts = [
        *(b"", b"a", b"ab" * 5000, bytes(300), chance.randbytes(70_000)),
        " ".join(chance.choice(["hiến", "máu", "phường", "x" * 400]) for _word in range(3000)).encode(),
    ]
    packed = [gzip.compress(text, level) for text in texts for level in (0, 1, 6, 9)]
    # A file name, as "gzip" on a command line leaves one.
    packed.append(packed[0][:3] + b"\x08" + packed[0][4:10] + b"ten.txt\0" + packed[0][10:])
    packed += [path.read_bytes() for path in sorted(demo_chapter.site.rglob("*.pf_index"))]
    page = visit(demo).open("tim-kiem/")
    unpacked = page.evaluate(GUNZIP, [base64.b64encode(item).decode() for item in packed])
    expected = [*(text for text in texts for _level in range(4)), texts[0]]
    expected += [gzip.decompress(item) for item in packed[len(expected) :]]
    assert [base64.b64decode(item) for item in unpacked] == expected


def test_values_are_decoded_as_the_standard_says(visit, demo) -> None:
    """Examples of RFC 8949, appendix A; what no index holds is refused."""
    examples = {
        "00": 0,
        "17": 23,
        "1818": 24,
        "1903e8": 1000,
        "1a000f4240": 1_000_000,
        "20": -1,
        "3903e7": -1000,
        "6449455446": "IETF",
        "62c3bc": "ü",
        "80": [],
        "8301820203820405": [1, [2, 3], [4, 5]],
        "9f018202039f0405ffff": [1, [2, 3], [4, 5]],
    }
    page = visit(demo).open("tim-kiem/")
    assert page.evaluate(DECODE, [list(bytes.fromhex(text)) for text in examples]) == [*examples.values()]
    refused = page.evaluate(DECODE, [[0xF5], [0xA0], [0x1B, 0, 0, 0, 0, 0, 0, 0, 1]])
    assert all(answer.startswith("Error: CBOR") for answer in refused)
