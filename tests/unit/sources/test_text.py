"""Text files are read strictly or refused with a place, never half-read, and nothing makes reading raise."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.problems import Problem, kinds
from minhbach.sources.text import MAX_TEXT_BYTES, TextSource, decode_text, read_text

PATH = "news/2025/bai.md"


def refused(raw: bytes) -> Problem:
    result = decode_text(PATH, raw)
    assert isinstance(result, Problem)
    return result


def test_text_is_composed_and_its_line_ends_are_made_one_character() -> None:
    result = decode_text(PATH, "\ufeffTe\u0302\u0301t\r\nhai\rba\n".encode())
    assert result == TextSource(PATH, "Tết\nhai\nba\n")


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("Tết\nn".encode() + b"\xff", (2, 2)),
        ("\ufeffTế".encode() + b"\xff", (1, 3)),
        ("Tết".encode("utf-16"), (1, 1)),
        ("Tết".encode("cp1258", "replace") + b"\xea", (1, 4)),
        ("Tết".encode()[:3], (1, 2)),
    ],
)
def test_bytes_that_are_not_utf8_are_shown_in_characters(raw: bytes, place: tuple[int, int]) -> None:
    problem = refused(raw)
    assert problem.kind is kinds.NOT_UTF8
    assert (problem.at.line, problem.at.column) == place


@pytest.mark.parametrize(
    "character",
    [
        "\0",
        "\x1b",
        "\x7f",
        "\x85",
        "\xad",
        "\u200b",
        "\u202e",
        "\u2028",
        "\u2066",
        "\ue000",
        "\uf8ff",
        "\U000f0000",
    ],
)
def test_characters_that_nobody_sees_or_that_the_program_uses_are_refused(character: str) -> None:
    problem = refused(f"Tết\nan{character}".encode())
    assert problem.kind is kinds.CONTROL_CHARACTER
    assert (problem.at.line, problem.at.column) == (2, 3)
    assert problem.details["character"] == f"U+{ord(character):04X}"


@pytest.mark.parametrize("raw", [b"", b" \n\t\n", "\ufeff".encode()])
def test_an_empty_file_is_refused(raw: bytes) -> None:
    assert refused(raw).kind is kinds.FILE_EMPTY


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_give_a_text_or_a_problem_within_them(raw: bytes) -> None:
    result = decode_text(PATH, raw)
    if isinstance(result, Problem):
        lines = raw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= result.at.line <= len(lines)
        assert result.at.column >= 1
    else:
        assert "\r" not in result.text
        assert result.position(0).line == 1
        end = result.position(len(result.text))
        assert end.line == result.text.count("\n") + 1
        assert end.column == len(result.text.rpartition("\n")[2]) + 1


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"x" * (MAX_TEXT_BYTES + 1))
    problem = read_text(tmp_path, "a.md")
    assert isinstance(problem, Problem)
    assert problem.kind is kinds.FILE_TOO_LARGE
    assert problem.details == {"size": "1", "limit": "1"}


def test_links_are_followed_only_within_the_repository(tmp_path: Path) -> None:
    root = tmp_path / "kho"
    root.mkdir()
    (tmp_path / "ngoai.md").write_text("bí mật", encoding="utf-8")
    (root / "trong.md").write_text("chữ", encoding="utf-8")
    (root / "a.md").symlink_to(tmp_path / "ngoai.md")
    (root / "b.md").symlink_to(root / "trong.md")
    (root / "c.md").symlink_to(root / "khong-co.md")
    (root / "d.md").symlink_to(root / "d.md")
    (root / "e.md").mkdir()
    told = {}
    for name in "abcde":
        result = read_text(root, f"{name}.md")
        told[name] = result.kind.code if isinstance(result, Problem) else result.text
    assert told == {
        "a": "duong-dan-ra-ngoai",
        "b": "chữ",
        "c": "tep-khong-doc-duoc",
        "d": "duong-dan-ra-ngoai",
        "e": "tep-khong-doc-duoc",
    }
