"""HTML tags in Markdown outside of code: they are refused, so each must be found where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

_RAW_HTML = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*(?=[\s/>])|!--|!\[CDATA\[)")
_FENCE = re.compile(r"^(```+|~~~+)", re.MULTILINE)
_TICKS_OR_GAP = re.compile(r"`+|\n[ \t]*(?=\n)")


def find_raw_html(body: str) -> Iterator[tuple[str, int]]:
    """Yield every HTML tag outside of code with its offset, but no closing tag of one that was yielded."""
    if "<" not in body:
        return
    opened: set[str] = set()
    for match in _RAW_HTML.finditer(_blank_code(body)):
        closing, name = match.groups()
        if closing and name in opened:
            continue
        opened.add(name)
        yield match.group() + "…", match.start()


def _blank_code(body: str) -> str:
    """Return ``body`` with code replaced by as many spaces."""
    spans: list[tuple[int, int]] = []
    text = _blank(body, list(_fenced(body)))
    runs: list[re.Match[str]] = []
    for match in (*_TICKS_OR_GAP.finditer(text), None):
        if match is not None and match.group()[0] == "`":
            runs.append(match)
            continue
        spans += _code_spans(runs)
        runs = []
    return _blank(text, spans)


def _fenced(body: str) -> Iterator[tuple[int, int]]:
    opening: re.Match[str] | None = None
    for match in _FENCE.finditer(body):
        if opening is None:
            opening = match
        elif match.group() == opening.group():
            yield opening.start(), match.end()
            opening = None


def _code_spans(runs: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield the code spans of one paragraph: from each run of backticks to the next one as long."""
    later: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        later.setdefault(len(runs[index].group()), []).append(index)
    index = 0
    while index < len(runs):
        same = later[len(runs[index].group())]
        while same and same[-1] <= index:
            same.pop()
        if same:
            yield runs[index].start(), runs[same[-1]].end()
            index = same[-1]
        index += 1


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    pieces, last = [], 0
    for start, end in spans:
        pieces += [text[last:start], re.sub(r"[^\n]", " ", text[start:end])]
        last = end
    return "".join([*pieces, text[last:]])
