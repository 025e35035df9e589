"""Prose becomes HTML with every link at its exact place, and no text makes it forge, hang or raise."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counting import assert_linear, count_calls
from hostile import MILLION, PASSAGES, TEXTS, fill
from minhbach.problems import Problem, kinds
from minhbach.prose.markup import (
    MAX_NESTING,
    MAX_PASSAGE_CHARACTERS,
    MAX_PASSAGE_LINES,
    Prose,
    parse_prose,
    slot,
)
from minhbach.sources.text import TextSource, decode_text

SLOT = re.compile("\ue010([a-z]+)\ue011([^\ue011\ue012]*)\ue011([^\ue012]*)\ue012")
PRIVATE = re.compile("[\ue000-\uf8ff]")


def parse(body: str, first_line: int = 1) -> Prose:
    return parse_prose("a.md", body, first_line)


def found(body: str, first_line: int = 1) -> list[tuple[str, str, str, int, int]]:
    return [
        (item.kind, item.target, item.text, item.at.line, item.at.column)
        for item in parse(body, first_line).references
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[5](figure:a.b)", ("figure", "a.b", "5", 1, 2)),
        ("Tết [5](figure:a.b)", ("figure", "a.b", "5", 1, 6)),
        ("một\n\nhai [**5** tỷ](figure:a.b)", ("figure", "a.b", "5 tỷ", 3, 6)),
        ("![mô tả](chart:a.b)", ("chart", "a.b", "mô tả", 1, 3)),
        ('![mô tả](a/b.jpg "tên")', ("image", "a/b.jpg", "mô tả", 1, 3)),
        ("[a](<b c.md>)", ("link", "b c.md", "a", 1, 2)),
        ("[a]( b.md )", ("link", "b.md", "a", 1, 2)),
        ("[a [b] c](d.md)", ("link", "d.md", "a [b] c", 1, 2)),
        ("\\[x\\] [a](b.md)", ("link", "b.md", "a", 1, 8)),
        ("[a](b\\_c.md)", ("link", "b_c.md", "a", 1, 2)),
        ("[a]()", ("link", "", "a", 1, 2)),
        ("> - [a](b.md)", ("link", "b.md", "a", 1, 6)),
        ("a | b\n--|--\n[x](y.md) | z", ("link", "y.md", "x", 3, 2)),
        ("Xem [a][b].\n\n[b]: c.md", ("link", "c.md", "a", 3, 1)),
        ("Xem https://a.vn/b nhé", ("link", "https://a.vn/b", "https://a.vn/b", 1, 5)),
        ("Xem <https://a.vn/b>", ("link", "https://a.vn/b", "https://a.vn/b", 1, 6)),
        ("Viết cho <hoi@example.vn>", ("link", "mailto:hoi@example.vn", "hoi@example.vn", 1, 11)),
    ],
)
def test_a_reference_is_found_with_the_place_of_its_words(
    body: str, expected: tuple[str, str, str, int, int]
) -> None:
    (item,) = found(body)
    if "@" in body:  # Python-Markdown writes the letters of an e-mail as numbers
        item = (*item[:2], expected[2], *item[3:])
    assert item == expected
    (later,) = found(body, first_line=10)
    assert later[3] == expected[3] + 9


def test_places_are_those_in_the_text_for_many_links() -> None:
    body = "\n\n".join(f"{'chữ ' * n}[{n}](figure:x.y{n}) và ![{n}](z{n}.jpg)" for n in range(50))
    lines = body.split("\n")
    prose = parse(body)
    assert len(prose.references) == 100
    for item in prose.references:
        assert lines[item.at.line - 1][item.at.column - 1 :].startswith(f"{item.text}](")


def test_an_image_within_a_link_is_found_with_both_places() -> None:
    assert sorted(found("[![a](b.jpg)](c.md)")) == [("image", "b.jpg", "a", 1, 4), ("link", "c.md", "", 1, 2)]


@pytest.mark.parametrize("body", ["`[a](b.md)`", "```\n[a](b.md)\n```", "    [a](b.md)\n", "\\[a](b.md)"])
def test_what_is_shown_as_code_or_escaped_is_no_link(body: str) -> None:
    prose = parse(body)
    assert prose.references == ()
    assert not PRIVATE.search(prose.html)
    assert "[a](b.md)" in prose.html


def test_a_chart_alone_is_told_from_one_within_a_paragraph() -> None:
    assert parse("![a](chart:b.c)").references[0].alone
    assert not parse("xem ![a](chart:b.c)").references[0].alone
    assert not parse("![a](chart:b.c) sau").references[0].alone
    assert not any(item.alone for item in parse("[![a](chart:b.c)](d.md)").references if item.kind == "chart")


def test_headings_have_distinct_ids_and_the_first_level_is_left_to_the_page() -> None:
    headings = parse("# Một\n\n## Một\n\n## Một\n\n## 一\n\n### `[a](b)`\n").headings
    assert [(heading.level, heading.id) for heading in headings] == [
        (2, "mot"),
        (2, "mot-2"),
        (2, "mot-3"),
        (2, "muc"),
        (3, "a-b"),
    ]
    assert not any(PRIVATE.search(heading.text) for heading in headings)


# HTML -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "tags"),
    [
        ("a <b>c</b>", [("<b…", 1, 3)]),
        ("một\n\n</div>", [("</div…", 3, 1)]),
        ("<!-- x -->", [("<!--…", 1, 1)]),
        ("<script>alert(1)</script>", [("<script…", 1, 1)]),
        ("`<b>`", []),
        ("``<b> ` <i>``", []),
        ("```\n<b>\n```", []),
        ("~~~\n<b>\n~~~\n<i>", [("<i…", 4, 1)]),
        ("` một\n\n<b> `", [("<b…", 3, 1)]),
        ("2 < 3, a<b, <https://a.vn>", []),
    ],
)
def test_html_is_found_outside_of_code_and_shown_as_text(body: str, tags: list[tuple[str, int, int]]) -> None:
    prose = parse(body)
    assert [(tag, at.line, at.column) for tag, at in prose.raw_html] == tags
    for tag, _ in prose.raw_html:
        assert tag.rstrip("…") not in prose.html


# Hostile text -----------------------------------------------------------------------------------------------


def test_a_slot_cannot_be_forged() -> None:
    forged = slot("value", "2024.gia-tri", "999")
    refused = decode_text("a.md", f"Trao {forged} suất.".encode())
    assert isinstance(refused, Problem)
    assert refused.kind is kinds.CONTROL_CHARACTER
    for body in ("&#xE010;value&#xE011;x&#xE011;&#xE012;", "[a](&#57360;b)", "\\ue010value", "`&#xE010;`"):
        prose = parse(body)
        assert all(kind == "link" for kind, _, _ in SLOT.findall(prose.html))
        assert len(SLOT.findall(prose.html)) == len(prose.references)


@pytest.mark.parametrize("piece", TEXTS)
def test_a_million_hostile_characters_are_refused_unparsed_by_work_that_grows_no_faster(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def convert(*_arguments: object) -> str:
        pytest.fail("Python-Markdown was asked")

    monkeypatch.setattr("markdown.Markdown.convert", convert)
    assert parse(fill(piece, MILLION)).is_refused
    assert_linear(lambda size: count_calls(parse, fill(piece, size)), MILLION // 2)


@pytest.mark.parametrize("piece", PASSAGES)
def test_work_for_a_passage_grows_no_faster_than_its_length(piece: str) -> None:
    parse(piece)  # what is made once is made
    assert_linear(lambda size: count_calls(parse, fill(piece, size)), MAX_PASSAGE_CHARACTERS // 8)


@pytest.mark.parametrize("piece", PASSAGES)
def test_the_longest_allowed_passage_is_answered(piece: str) -> None:
    assert parse(fill(piece, MAX_PASSAGE_CHARACTERS - 10)).too_long is None


def test_nesting_is_refused_where_it_becomes_too_deep() -> None:
    assert parse("[" * MAX_NESTING).too_deep is None
    deep = parse("một\n\n" + "[" * (MAX_NESTING + 1)).too_deep
    assert deep is not None
    assert (deep.line, deep.column) == (3, MAX_NESTING + 1)
    quoted = parse("một\n\n" + "> " * (MAX_NESTING + 1) + "x").too_deep
    assert quoted is not None
    assert quoted.line == 3
    assert parse("- " * 40).too_deep is None  # a rule across the page
    assert parse("[ " + "\n\n[ " * 100).too_deep is None  # closed by the end of each paragraph


def test_a_passage_is_refused_where_it_begins() -> None:
    assert parse("a\n" * MAX_PASSAGE_LINES).too_long is None
    long = parse("một\n\n\n" + "a\n" * (MAX_PASSAGE_LINES + 2)).too_long
    assert long is not None
    assert (long.line, long.column) == (4, 1)


def test_running_out_of_stack_is_a_problem_and_leaves_the_next_text_unharmed() -> None:
    before = parse("- a\n- b\n").html
    refused = parse("\n\n".join("    " * depth + "- x" for depth in range(600)))
    assert refused.too_deep is not None
    assert (refused.too_deep.line, refused.too_deep.column) == (1199, 2397)
    assert parse("- a\n- b\n").html == before


markdown_like = st.text(st.sampled_from("ab 1.:-[]()!<>*_`~#|\\&/\"'{}\n\t@^=+$%"), max_size=80)


@given(markdown_like | st.text(max_size=80))
def test_any_text_is_parsed_or_refused_with_places_within_it(text: str) -> None:
    source = decode_text("a.md", unicodedata.normalize("NFC", text).encode("utf-8", "replace"))
    if not isinstance(source, TextSource):
        return
    prose = parse(source.text)
    lines = source.text.split("\n")
    places = [item.at for item in prose.references] + [at for _, at in prose.raw_html]
    for at in (*places, prose.too_deep, prose.too_long):
        if at is not None:
            assert 1 <= at.line <= len(lines)
            assert 1 <= at.column <= len(lines[at.line - 1]) + 1
    assert not PRIVATE.search(SLOT.sub("", prose.html))
    assert not re.search(r"<(script|iframe|style|object|embed)", prose.html, re.IGNORECASE)
