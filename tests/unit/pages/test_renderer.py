"""Compiled templates are kept between builds, and never stand for another text."""

import tempfile
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from minhbach.pages.renderer import _compiled_templates


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def render(text: str) -> str:
    environment = Environment(
        loader=DictLoader({"a.html": text}), bytecode_cache=_compiled_templates(), autoescape=True
    )
    return environment.get_template("a.html").render(who="<b>")


def test_the_second_build_compiles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert render("Xin chào {{ who }}") == "Xin chào &lt;b&gt;"
    monkeypatch.setattr(Environment, "compile", None)
    assert render("Xin chào {{ who }}") == "Xin chào &lt;b&gt;"


def test_another_text_under_the_same_name_is_compiled_anew() -> None:
    assert render("một") == "một"
    assert render("hai") == "hai"


def test_where_no_folder_is_safe_templates_are_compiled_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/dev/null/none")
    assert _compiled_templates() is None
    assert render("Xin chào") == "Xin chào"
