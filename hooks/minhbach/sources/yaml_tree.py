"""YAML with the position of every key and value.

libyaml (through PyYAML) turns the text into a tree of nodes; everything else is decided here, because
PyYAML's own reading of values is YAML 1.1 (``12:30`` is 750, ``no`` is false, the last of two equal keys
wins). Every scalar stays text, and the record that asks for a number, a date or a truth value decides
(``docs-dev/decisions/0001-yaml.md``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import yaml

from minhbach.language import mark
from minhbach.problems import Kind, Position, Problem, kinds
from minhbach.sources.text import FORBIDDEN

MAX_DEPTH = 20
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INDENTATION = re.compile(r"(?:[ \t]|-[ \t])*")


@dataclass(frozen=True)
class YamlDocument:
    """A YAML document as plain values (dict, list, str, None) that still knows where each one stands."""

    path: str
    data: Any
    root: yaml.Node
    first_line: int = 1
    """The line of the file on which the document begins (front matter begins on line 2)."""

    def position(self, location: tuple[str | int, ...], *, key: bool = False) -> Position:
        """Return where the value at ``location`` (keys and indexes from the top) is written.

        With ``key`` the place of the key itself. A location that does not exist gives the nearest one above.
        """
        node = self.root
        found = node
        for part in location:
            below = _child(node, part)
            if below is None:
                break
            key_node, node = below
            found = key_node if key and key_node is not None else node
        return self._place(found)

    def _place(self, node: yaml.Node) -> Position:
        return Position(self.path, self.first_line + node.start_mark.line, node.start_mark.column + 1)


def _child(node: yaml.Node, part: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return None, node.value[part]
    return None


def parse_yaml(path: str, text: str, *, first_line: int = 1) -> tuple[YamlDocument | None, list[Problem]]:
    """Parse ``text``, the YAML of file ``path`` beginning on line ``first_line`` of it.

    Returns the document (None when it cannot be used) and every problem found: syntax, tabs, tags, anchors,
    nesting deeper than ``MAX_DEPTH``, duplicate keys, keys that are not text.
    """
    problems: list[Problem] = []
    try:
        if refused := _refuse_events(path, text, first_line):
            return None, [refused]
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        return None, [_syntax_problem(path, text, first_line, error)]
    if root is None:
        return None, [Problem(kinds.FILE_EMPTY, Position(path, first_line))]
    reader = _Reader(path, first_line, problems)
    data = reader.read(root)
    if problems:
        return None, problems
    return YamlDocument(path, data, root, first_line), []


def _refuse_events(path: str, text: str, first_line: int) -> Problem | None:
    """Refuse anchors, aliases, tags and deep nesting as they come, before anything is expanded.

    libyaml builds its tree by recursion in C, where deep nesting ends the whole program.
    """
    depth = 0
    events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
    for event in events:
        where = Position(path, first_line + event.start_mark.line, event.start_mark.column + 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            return Problem(kinds.YAML_ANCHOR, where, {"name": f"{sign}{event.anchor}"})
        if tag := getattr(event, "tag", None):
            return Problem(kinds.YAML_TAG, where, {"tag": _as_written(str(tag))})
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return Problem(kinds.YAML_TOO_DEEP, where, {"limit": str(MAX_DEPTH)})
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def _as_written(tag: str) -> str:
    """Return a tag as it stands in the file: "!!str" for what the parser calls "tag:yaml.org,2002:str"."""
    short = tag.removeprefix("tag:yaml.org,2002:")
    return tag if short == tag else f"!!{short}"


_NOT_FINISHED = mark("a quotation mark, a bracket or a brace that opens here is not closed")
_UNQUOTED = mark("a text may not begin with this character unless it stands between quotes")
_REASONS: Mapping[str, tuple[str, Literal["fault", "opening"]]] = {
    "did not find expected ',' or ']'": (_NOT_FINISHED, "opening"),
    "did not find expected ',' or '}'": (_NOT_FINISHED, "opening"),
    "found unexpected end of stream": (_NOT_FINISHED, "opening"),
    "found unexpected document indicator": (_NOT_FINISHED, "opening"),
    "could not find expected ':'": (mark("a “:” is missing after the key"), "opening"),
    "mapping values are not allowed in this context": (
        mark(
            "this “:” is out of place (a text with “: ” but no quotes, a missing “:” above, or indentation)"
        ),
        "fault",
    ),
    "block sequence entries are not allowed in this context": (
        mark("a list with “-” may not begin here; begin it on a line of its own"),
        "fault",
    ),
    "did not find expected key": (
        mark("a key was expected here; look at the indentation and at what follows a closing quotation mark"),
        "fault",
    ),
    "did not find expected alphabetic or numeric character": (_UNQUOTED, "fault"),
    "did not find expected '-' indicator": (
        mark("the next “-” of the list was expected here; perhaps the indentation is wrong"),
        "fault",
    ),
    "did not find expected node content": (mark("a value was expected here"), "fault"),
    "found character that cannot start any token": (_UNQUOTED, "fault"),
    "found unknown escape character": (
        mark("after “\\” between double quotes stands an unknown character; write “\\\\”"),
        "fault",
    ),
    "but found another document": (
        mark("a line “---” begins a second document; a file holds only one"),
        "fault",
    ),
}
"""What libyaml reports: the words, and whether the place to show is the fault or what it belongs to."""


def _syntax_problem(path: str, text: str, first_line: int, error: yaml.YAMLError) -> Problem:
    reason, place = _REASONS.get(
        str(getattr(error, "problem", "")), (mark("it does not follow the rules"), "fault")
    )
    found = getattr(error, "problem_mark", None)
    opening = getattr(error, "context_mark", None)
    if place == "opening" and opening is not None:
        found = opening
    if found is None:
        return Problem(kinds.YAML_SYNTAX, Position(path, first_line), {"reason_message": reason})
    lines = text.split("\n")
    number, column = found.line, found.column
    # A fault at the end of the text is shown at its last line, not beneath it.
    while number > 0 and (number >= len(lines) or not lines[number].strip()):
        number -= 1
        column = len(lines[number]) if number < len(lines) else 0
    indentation = _INDENTATION.match(lines[number])
    if indentation is not None and "\t" in indentation.group():
        return Problem(kinds.YAML_TAB, Position(path, first_line + number, lines[number].index("\t") + 1))
    return Problem(
        kinds.YAML_SYNTAX, Position(path, first_line + number, column + 1), {"reason_message": reason}
    )


class _Reader:
    """Turns nodes into plain values, collecting problems on the way."""

    def __init__(self, path: str, first_line: int, problems: list[Problem]) -> None:
        self.path = path
        self.first_line = first_line
        self.problems = problems

    def read(self, node: Any) -> Any:
        """Return the value of ``node``; its depth has been checked."""
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item) for item in node.value]
        text: str = node.value
        if found := FORBIDDEN.search(text):
            # Between double quotes YAML can write any character by its number.
            self._report(kinds.CONTROL_CHARACTER, node, {"character": f"U+{ord(found.group()):04X}"})
        return None if not node.style and text in _NULLS else text  # a plain scalar's style is None or ""

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        result: dict[str, Any] = {}
        first: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or not key.value.strip():
                self._report(kinds.YAML_KEY_NOT_TEXT, key, {})
                continue
            if key.value in result:
                details = {"key": key.value, "line": str(first[key.value])}
                self._report(kinds.YAML_DUPLICATE_KEY, key, details)
                continue
            first[key.value] = self.first_line + key.start_mark.line
            self.read(key)
            result[key.value] = self.read(value)
        return result

    def _report(self, kind: Kind, node: yaml.Node, details: dict[str, str]) -> None:
        where = Position(self.path, self.first_line + node.start_mark.line, node.start_mark.column + 1)
        self.problems.append(Problem(kind, where, details))
