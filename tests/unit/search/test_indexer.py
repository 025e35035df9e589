"""The indexer turns documents into files, the same every time; whatever fails is told, never passed over."""

import os
import stat
from pathlib import Path

import pytest

from minhbach.search.indexer import SearchIndexError, run_indexer

DOCUMENTS = [(f"page/{number}/", f"<html><body><p>chữ số {number}</p></body></html>") for number in range(60)]


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Return a function that puts a program of these lines in the place of Pagefind."""
    if os.name == "nt":
        pytest.skip("writes a shell script")

    def install(lines: str) -> None:
        path = tmp_path / "pagefind"
        path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(path))

    return install


def test_same_documents_give_the_same_bytes() -> None:
    assert run_indexer(DOCUMENTS, ["h1"]) == run_indexer(DOCUMENTS, ["h1"])


def test_every_document_is_a_fragment() -> None:
    files = run_indexer(DOCUMENTS, [])
    assert sum(path.endswith(".pf_fragment") for path in files) == len(DOCUMENTS)
    assert "pagefind.js" in files


def test_version_whose_files_our_script_may_not_read_is_refused(monkeypatch) -> None:
    monkeypatch.setattr("minhbach.search.indexer.FORMAT", "1.4.0")
    with pytest.raises(SearchIndexError, match=r"Pagefind 1\.5\.2, 1\.4\.0"):
        run_indexer(DOCUMENTS, [])


def test_document_that_the_program_leaves_out_is_told() -> None:
    with pytest.raises(SearchIndexError, match="60 / 61"):
        run_indexer([*DOCUMENTS, ("page/", "<html><body></body></html>")], [])


def test_settings_lying_around_are_not_read(tmp_path, monkeypatch) -> None:
    (tmp_path / "pagefind.yml").write_text("exclude_selectors: ['p']\n", encoding="utf-8")
    expected = run_indexer(DOCUMENTS, [])
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    assert run_indexer(DOCUMENTS, []) == expected


def test_missing_program_is_told(monkeypatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(Path(__file__).parent / "khong-co"))
    with pytest.raises(SearchIndexError, match="khong-co"):
        run_indexer(DOCUMENTS, [])


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("echo 'hết chỗ trên đĩa' >&2; exit 3", "hết chỗ trên đĩa"),
        ("exit 3", "exit status 3|Broken pipe"),
        ("head -c 20 >/dev/null; printf 'khong phai base64,'; sleep 5", "."),
        # {"message_id":1,"payload":{"type":"Error","message":"no"}}
        (
            "head -c 20 >/dev/null; printf "
            "'eyJtZXNzYWdlX2lkIjoxLCJwYXlsb2FkIjp7InR5cGUiOiJFcnJvciIsIm1lc3NhZ2UiOiJubyJ9fQ==,'; sleep 5",
            "^no$",
        ),
    ],
)
def test_failing_program_is_told(lines, told, program) -> None:
    program(lines)
    with pytest.raises(SearchIndexError, match=told):
        run_indexer(DOCUMENTS, [])
