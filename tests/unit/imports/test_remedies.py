"""Whoever does what a refusal of an import says, each way it offers, is refused no more."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from typer.testing import CliRunner

import minhbach.imports
from minhbach.cli import app
from minhbach.gather import gather_site
from minhbach.imports.existing import BROKEN_LEDGER
from minhbach.language import read_catalogue
from remedies.lessons import Attempt, Cure, Lesson
from remedies.of_imports import EXEMPT, LESSONS

from .sheets import write_csv, write_xlsx

FAULT = re.compile(r"^  (Dòng \d+(?:, cột [A-Z]+ “[^”]*”|, cột [A-Z]+)?: .+)$", re.MULTILINE)
WAYS = [
    (lesson, number)
    for lesson in LESSONS
    for number, (_words, cure) in enumerate(lesson.ways)
    if cure is not None
]


def run(attempt: Attempt, chapter: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is refused: the file as a whole, or its rows, in the words that staff read."""
    for path, content in attempt.chapter.items():
        file = chapter / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        if content is not None:
            file.write_text(content, encoding="utf-8")
    for name, limit in attempt.limits.items():
        module, _, constant = name.partition(".")
        monkeypatch.setattr(importlib.import_module(f"minhbach.imports.{module}"), constant, limit)
    options = [
        f"{name}={value}" if value else name for name, value in attempt.options.items() if value is not None
    ]
    file = write_list(attempt, folder)
    result = CliRunner().invoke(app, ["import", attempt.sort, str(file), *options, "--root", str(chapter)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    refusal = [result.stderr.strip()] if result.stderr.strip() else []
    return refusal + FAULT.findall(result.stdout)


def write_list(attempt: Attempt, folder: Path) -> Path:
    path = folder / attempt.name
    if attempt.raw == b"\0missing":
        return path
    if attempt.raw is not None:
        path.write_bytes(attempt.raw)
    elif path.suffix == ".xlsx":
        write_xlsx(path, dict.fromkeys(attempt.sheets, attempt.rows))
    else:
        write_csv(path, attempt.rows)
    return path


def match(lesson: Lesson, told: Iterable[str]) -> tuple[str, dict[str, str]] | None:
    """Return what is told in just the words of the lesson, and its fields."""
    words = "".join(part for part, _cure in lesson.ways)
    pieces = re.split(r"\{(\w+)\}", words)
    inner = "".join(
        re.escape(piece) if index % 2 == 0 else f"(?P<{piece}>.+?)" for index, piece in enumerate(pieces)
    )
    for one in told:
        found = re.fullmatch(rf"(?:Dòng \d+(?:, cột .+?)?: )?{inner}", one)
        if found:
            return one, found.groupdict()
    return None


@pytest.mark.parametrize(
    ("lesson", "number"), WAYS, ids=[f"{lesson.message[:40]}-{number}" for lesson, number in WAYS]
)
def test_whoever_does_as_a_refusal_says_is_refused_no_more(
    lesson: Lesson, number: int, chapter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = run(lesson.attempt, chapter, tmp_path, monkeypatch)
    matched = match(lesson, told)
    assert matched, f"not told in these words: {told}"
    cure: Cure | None = lesson.ways[number][1]
    assert cure is not None
    after = run(cure(lesson.attempt, **matched[1]), chapter, tmp_path, monkeypatch)
    assert matched[0] not in after
    assert set(after) < set(told), f"told instead: {set(after) - set(told)}"


def test_the_check_that_a_refusal_recommends_tells_what_is_wrong(chapter, tmp_path, monkeypatch) -> None:
    lesson = next(one for one in LESSONS if one.message == BROKEN_LEDGER)
    matched = match(lesson, run(lesson.attempt, chapter, tmp_path, monkeypatch))
    assert matched
    assert matched[1]["command"] == "python -m minhbach check"
    problems = gather_site(chapter, {"SOURCE_DATE_EPOCH": "1764000000"}).problems
    assert any(problem.at.path == matched[1]["path"] and problem.is_error for problem in problems)


def test_every_message_of_an_import_has_its_lesson_or_a_reason_for_none() -> None:
    catalogue = read_catalogue("vi")
    modules = [
        importlib.import_module(f"minhbach.imports.{one.name}")
        for one in pkgutil.iter_modules(minhbach.imports.__path__)
    ]
    messages = {
        value
        for module in modules
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str) and catalogue.gettext(value) != value
    }
    assert messages == {lesson.message for lesson in LESSONS} | EXEMPT.keys()
    assert not {lesson.message for lesson in LESSONS} & EXEMPT.keys()
