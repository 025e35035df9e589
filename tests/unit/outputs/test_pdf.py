"""Printing to PDF: the program is found or its absence told; a program that prints nothing is an error."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from minhbach.cli import app
from minhbach.outputs.pdf import PdfError, find_chromium, print_pdf


def program(folder: Path, name: str, text: str = "exit 3") -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


def test_named_program_goes_before_common_names(tmp_path: Path) -> None:
    other, chromium = program(tmp_path, "trinh-duyet"), program(tmp_path, "chromium")
    assert find_chromium({"PATH": str(tmp_path)}) == str(chromium)
    assert find_chromium({"PATH": str(tmp_path), "CHROMIUM": str(other)}) == str(other)
    assert find_chromium({"PATH": str(tmp_path), "CHROMIUM": "trinh-duyet"}) == str(other)
    assert find_chromium({"PATH": str(tmp_path), "CHROMIUM": str(tmp_path / "khong-co")}) is None


def test_program_that_fails_is_told_with_its_words(tmp_path: Path) -> None:
    silent = program(tmp_path, "hong", "echo khong in duoc >&2; exit 3")
    with pytest.raises(PdfError, match="khong in duoc"):
        print_pdf(str(silent), "<p>Thử", tmp_path / "to.pdf")
    assert not (tmp_path / "to.pdf").exists()
    with pytest.raises(PdfError):
        print_pdf(str(tmp_path / "khong-co"), "<p>Thử", tmp_path / "to.pdf")


def test_document_is_handed_over_and_the_result_taken(tmp_path: Path) -> None:
    copies = """for word in "$@"; do
        case $word in --print-to-pdf=*) to=${word#*=};; file:*) from=${word#file://};; esac
    done
    cp "$from" "$to"
    """
    print_pdf(str(program(tmp_path, "chep", copies)), "<p>Thử", tmp_path / "to.pdf")
    assert (tmp_path / "to.pdf").read_text(encoding="utf-8") == "<p>Thử"


def test_absence_is_told_before_anything_is_read(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        app, ["sheets", str(tmp_path / "to"), "--root", str(tmp_path)], env={"CHROMIUM": "khong-co-dau"}
    )
    assert result.exit_code == 1
    assert "Không tìm thấy Chromium, Chrome hay Edge." in result.output
    assert not (tmp_path / "to").exists()
