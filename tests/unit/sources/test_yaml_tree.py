"""YAML keeps every value as written with its place, and refuses what could mislead or overwhelm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counting import count_calls
from hostile import NESTINGS
from minhbach.problems import Problem
from minhbach.sources.text import decode_text
from minhbach.sources.yaml_tree import MAX_DEPTH, YamlDocument, parse_yaml

TEXT = """\
title: Hội nghị
at: {start: 12:30, end: ~}
list:
  - no
  - "null"
  - 2025-01-16
"""


def parse(text: str) -> YamlDocument:
    document, problems = parse_yaml("a.yml", text)
    assert document is not None, problems
    return document


def refused(text: str, first_line: int = 1) -> list[tuple[str, int, int]]:
    document, problems = parse_yaml("a.yml", text, first_line=first_line)
    assert document is None
    return [(problem.kind.code, problem.at.line, problem.at.column) for problem in problems]


def test_every_scalar_stays_text_and_only_an_unquoted_null_is_nothing() -> None:
    assert parse(TEXT).data == {
        "title": "Hội nghị",
        "at": {"start": "12:30", "end": None},
        "list": ["no", "null", "2025-01-16"],
    }
    assert parse("a:\nb: null\nc: ''\n").data == {"a": None, "b": None, "c": ""}


@pytest.mark.parametrize(
    ("location", "key", "place"),
    [
        ((), False, (1, 1)),
        (("title",), False, (1, 8)),
        (("title",), True, (1, 1)),
        (("at", "end"), False, (2, 25)),
        (("list", 2), False, (6, 5)),
        (("at", "missing"), False, (2, 5)),
        (("list", 9, "x"), False, (4, 3)),
    ],
)
def test_every_value_has_its_place(
    location: tuple[str | int, ...], key: bool, place: tuple[int, int]
) -> None:
    at = parse(TEXT).position(location, key=key)
    assert (at.line, at.column) == place


def test_front_matter_counts_lines_from_the_top_of_the_file() -> None:
    document, _ = parse_yaml("a.md", "\ntitle: x\n", first_line=1)
    assert document is not None
    assert document.position(("title",)).line == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", ("trung-khoa", 3, 1)),
        ("a: &x 1\n", ("yaml-co-neo", 1, 4)),
        ("a: *x\n", ("yaml-co-neo", 1, 4)),
        ("a: !!str 1\n", ("yaml-co-the", 1, 4)),
        ("a:\n\tb: 1\n", ("yaml-co-tab", 2, 1)),
        ("a:\n  \tb: 1\n", ("yaml-co-tab", 2, 3)),
        ("[a]: 1\n", ("khoa-khong-hop-le", 1, 1)),
        ("'': 1\n", ("khoa-khong-hop-le", 1, 1)),
        ('a: "x\nb: 1\n', ("sai-cu-phap-yaml", 1, 4)),
        ("a: [1, 2\nb: 3\n", ("sai-cu-phap-yaml", 1, 4)),
        ("a: b: c\n", ("sai-cu-phap-yaml", 1, 5)),
        ("a: 1\nfoo\nb: 2\n", ("sai-cu-phap-yaml", 2, 1)),
        ("a: 1\n---\nb: 1\n", ("sai-cu-phap-yaml", 2, 1)),
        ("a: @x\n", ("sai-cu-phap-yaml", 1, 4)),
        ('a: "\\u001b"\n', ("ky-tu-dieu-khien", 1, 4)),
        ('"\\u0000": 1\n', ("ky-tu-dieu-khien", 1, 1)),
        ("# nothing\n", ("tep-rong", 1, 1)),
    ],
)
def test_what_could_mislead_is_refused_where_it_stands(text: str, expected: tuple[str, int, int]) -> None:
    assert refused(text)[0] == expected


def test_a_quoted_text_may_begin_with_any_sign() -> None:
    assert parse("a: '&x'\nb: \"*y\"\nc: '!z'\n").data == {"a": "&x", "b": "*y", "c": "!z"}


@pytest.mark.parametrize("opening", NESTINGS)
def test_nesting_is_refused_before_anything_recurses(opening: str) -> None:
    assert refused(opening * 200_000)[0][0] == "yaml-qua-sau"
    assert count_calls(parse_yaml, "a.yml", opening * 200_000) <= 20 * MAX_DEPTH, (
        "what comes later is not read"
    )


def test_the_deepest_allowed_nesting_is_read() -> None:
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH).data
    assert refused("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == [("yaml-qua-sau", 1, MAX_DEPTH + 1)]


def test_anchors_are_refused_before_they_multiply() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert refused(bomb) == [("yaml-co-neo", 1, 4)]


yaml_like = st.text(st.sampled_from("ab:-[]{}&*!|>'\"#%@`?, \t\n\\~0"), max_size=60) | st.text(max_size=60)


@given(yaml_like)
def test_any_text_gives_a_document_or_problems_within_it(text: str) -> None:
    source = decode_text("a.yml", text.encode("utf-8", "replace"))
    if isinstance(source, Problem):
        return
    document, problems = parse_yaml("a.yml", source.text)
    assert (document is None) == bool(problems)
    lines = source.text.split("\n")
    for problem in problems:
        assert 1 <= problem.at.line <= len(lines)
        assert 1 <= problem.at.column <= len(lines[problem.at.line - 1]) + 1
