"""Reports put the worst first, stay short, and let nothing from a file act on a terminal or on GitHub."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.language import Catalogue, read_catalogue
from minhbach.problems import Position, Problem, kinds
from minhbach.problems.report import SHOWN_PER_KIND, format_annotations, format_report, order, tell

VI = read_catalogue("vi")
ENGLISH = Catalogue("en", {})


def broken(found: str, line: int = 1, path: str = "a.md") -> Problem:
    return Problem(kinds.LINK_BROKEN, Position(path, line, 1), {"found": found})


def test_no_problems_are_no_report() -> None:
    assert format_report([], VI) == ""
    assert format_annotations([], VI) == ""


def test_errors_come_first_then_places_and_each_once() -> None:
    warning = Problem(kinds.FILE_UNUSED, Position("a.md"), {"reason": "x", "placing": "y"})
    problems = [warning, broken("x", 10), broken("x", 9), broken("x", 9), broken("y", 1, "Z.md")]
    assert [str(problem.at) for problem in order(problems)] == [
        "Z.md:1:1",
        "a.md:9:1",
        "a.md:10:1",
        "a.md:1:1",
    ]
    assert format_report(problems, VI).endswith("\n\n3 lỗi, 1 cảnh báo.")


def test_a_report_is_in_english_where_no_words_are_known() -> None:
    assert format_report([broken("b.md", 3)], ENGLISH).startswith(
        "ERROR  a.md:3:1  [lien-ket-hong]\n     The link “b.md” leads nowhere.\n     → "
    )


def test_a_kind_is_told_fifty_times_and_then_counted() -> None:
    problems = [broken("x", line) for line in range(1, SHOWN_PER_KIND + 8)]
    report = format_report(problems, VI)
    assert report.count("[lien-ket-hong]\n") == SHOWN_PER_KIND
    assert "… và 7 chỗ khác cùng loại [lien-ket-hong]." in report
    assert report.endswith("57 lỗi, 0 cảnh báo.")


def test_a_nearest_word_is_asked_for_only_where_there_is_one() -> None:
    for nearest, end in (("tin-tuc", "Có phải là “tin-tuc” không?"), ("", "“x”.")):
        problem = Problem(kinds.SECTION_UNKNOWN, Position("a.md"), {"found": "x", "nearest": nearest})
        assert tell(problem, VI).message.endswith(end)


def test_braces_in_content_are_only_characters() -> None:
    for found in ("{", "{found}", "{0}", "}}{{", "{x.__class__}"):
        assert f"“{found}”" in tell(broken(found), VI).message


@pytest.mark.parametrize("bad", ["\x1b[31m", "\r\n", "\x07", "\u202e", "\u200b", "\udcff", "\x9b", "\ue000"])
def test_nothing_in_content_or_names_reaches_the_terminal(bad: str) -> None:
    report = format_report([broken(f"a{bad}b", path=f"news/{bad}.md")], VI)
    assert bad not in report
    assert all(character.isprintable() or character == "\n" for character in report)
    assert report.count("\n") == 4


def test_a_long_detail_is_cut() -> None:
    assert len(format_report([broken("x" * 10_000)], VI)) < 700


def test_annotations_escape_as_github_asks() -> None:
    problem = broken("100%\n::error::x", 7, "news/2025/a,b:c%.md")
    line = format_annotations([problem], VI)
    assert "\n" not in line
    assert line.startswith("::error file=news/2025/a%2Cb%3Ac%25.md,line=7,col=1,title=lien-ket-hong::")
    assert "100%25 ::error::x" in line
    assert "%0A→ " in line


@given(st.text(max_size=50), st.text(min_size=1, max_size=30))
def test_any_content_gives_one_line_for_each_annotation(found: str, path: str) -> None:
    line = format_annotations([broken(found, path=path)], VI)
    assert len(line.splitlines()) == 1
    assert re.match(r"::error file=[^,\n]*,line=1,col=1,title=lien-ket-hong::", line)
    report = format_report([broken(found, path=path)], VI)
    assert all(character.isprintable() or character == "\n" for character in report)
