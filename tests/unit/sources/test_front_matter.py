"""A Markdown file comes apart into keys and text, each with the line of the file it stands on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.problems import Problem
from minhbach.sources.front_matter import MAX_FRONT_MATTER_CHARACTERS, split_front_matter
from minhbach.sources.text import TextSource, decode_text


def codes(text: str) -> list[str]:
    parts, problems = split_front_matter(TextSource("a.md", text))
    assert parts is None
    return [problem.kind.code for problem in problems]


@pytest.mark.parametrize("blank", ["", "\n", "\n\n\n"])
@pytest.mark.parametrize("gap", ["", "\n", "\n\n"])
def test_lines_are_counted_through_empty_lines(blank: str, gap: str) -> None:
    text = f"---\n{blank}title: x\n---\n{gap}Nội dung.\n"
    parts, problems = split_front_matter(TextSource("a.md", text))
    assert parts is not None
    assert problems == []
    lines = text.split("\n")
    assert lines[parts.front_matter.position(("title",)).line - 1] == "title: x"
    offset = parts.body.index("Nội")
    assert lines[parts.body_line + parts.body.count("\n", 0, offset) - 1] == "Nội dung."


def test_a_rule_in_the_text_does_not_end_it() -> None:
    parts, _ = split_front_matter(TextSource("a.md", "---\ntitle: x\n---\nmột\n\n---\n\nhai\n"))
    assert parts is not None
    assert parts.body.strip() == "một\n\n---\n\nhai"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nội dung.\n", "thieu-phan-dau"),
        ("\n---\ntitle: x\n---\n", "thieu-phan-dau"),
        ("---\n---\nNội dung.\n", "thieu-phan-dau"),
        ("---\n# chú thích\n---\nNội dung.\n", "thieu-phan-dau"),
        ("---\nchỉ có chữ\n---\nNội dung.\n", "thieu-phan-dau"),
        ("---\n- x\n---\nNội dung.\n", "thieu-phan-dau"),
        ("---\ntitle: x\n", "phan-dau-khong-dong"),
        ("---\na: b: c\n---\n", "sai-cu-phap-yaml"),
        (f"---\na: {'x' * MAX_FRONT_MATTER_CHARACTERS}\n---\n", "phan-dau-qua-lon"),
    ],
)
def test_what_is_wrong_is_named(text: str, code: str) -> None:
    assert codes(text) == [code]


@given(st.text(st.sampled_from("-ab: \n#[]\t"), max_size=60) | st.text(max_size=60))
def test_any_text_comes_apart_or_gives_problems_within_it(text: str) -> None:
    source = decode_text("a.md", ("---\n" + text).encode("utf-8", "replace"))
    if isinstance(source, Problem):
        return
    parts, problems = split_front_matter(source)
    assert (parts is None) == bool(problems)
    lines = source.text.split("\n")
    for problem in problems:
        assert 1 <= problem.at.line <= len(lines)
        assert 1 <= problem.at.column <= len(lines[problem.at.line - 1]) + 1
    if parts is not None:
        assert source.text.endswith(parts.body)
