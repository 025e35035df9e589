"""Scripts that old phones must be able to read: one word they do not know, and nothing of the file runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

THEME = Path(__file__).resolve().parents[3] / "hooks/minhbach/theme"
SCRIPTS = sorted(THEME.rglob("*.js"))
TOO_NEW = {
    r"\(\?<[!=]": "lookbehind: Safari 16.4",
    r"\.at\(": "at(): Safari 15.4",
    r"\.(?:toSorted|toReversed|toSpliced|with|findLast|findLastIndex)\(": "Safari 15.4 to 16",
    r"\b(?:structuredClone|Object\.hasOwn|Object\.groupBy|Array\.fromAsync|Promise\.withResolvers)\b": (
        "Safari 15.4 to 17.4"
    ),
    r"\bstatic\s*\{": "static blocks: Safari 16.4",
    r"(?m)^(?:const [^=\n]+ = )?await\b": "await at the top: Safari 15",
    r"/[dgimsuy]*v[dgimsuy]*\.": "the flag v: Safari 17",
    r"#\w+ in ": "private names looked for: Safari 15",
}


def too_new(script: str) -> list[str]:
    code = re.sub(r"(?m)^\s*//.*$|/\*.*?\*/", "", script, flags=re.DOTALL | re.MULTILINE)
    return [reason for pattern, reason in TOO_NEW.items() if re.search(pattern, code)]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_has_nothing_that_phones_of_2021_cannot_read(script: Path) -> None:
    assert too_new(script.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "script",
    [
        "const a = /(?<!x)y/;",
        "list.at(-1)",
        "class A { static { } }",
        "await load();",
        "const b = await load();",
    ],
)
def test_what_they_cannot_read_is_found(script: str) -> None:
    assert len(too_new(script)) == 1


def test_scripts_are_looked_at() -> None:
    assert len(SCRIPTS) > 15
