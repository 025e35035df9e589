"""A copy of the content on somebody's desk, and the small changes that staff make to it by hand.

YAML and CSV are changed where they are written, never read and written anew: what nobody asked to change
stays as it is, byte by byte.
"""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from .told import Place

WRITTEN = "Do người biên tập viết."
"""What staff write where anything may be written."""


@dataclass(frozen=True)
class Desk:
    """The content under ``root``. ``twin`` is what the case's passing folder lays over the base.

    The twin is what git still holds and what a source says, for remedies that send people there.
    """

    root: Path
    twin: Path

    def copied(self, root: Path) -> Desk:
        """Return another desk with the same on it."""
        shutil.copytree(self.root, root, symlinks=True)
        return Desk(root, self.twin)

    # Files --------------------------------------------------------------------------------------------------

    def path(self, path: str) -> Path:
        return self.root / path

    def read(self, path: str) -> str:
        with (self.root / path).open(encoding="utf-8", newline="") as file:
            return file.read()

    def write(self, path: str, text: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def move(self, path: str, to: str) -> None:
        (self.root / to).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).rename(self.root / to)

    def copy(self, path: str, to: str) -> None:
        (self.root / to).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self.root / path, self.root / to)

    def delete(self, path: str) -> None:
        (self.root / path).unlink()

    def take_from_twin(self, path: str) -> None:
        """Bring a file back as git has it."""
        held = self.twin / path
        base = self.twin.parents[2] / "base"
        self.write(path, (held if held.exists() else base / path).read_bytes())

    def files(self) -> dict[str, bytes]:
        """Return every file of the content."""
        paths = sorted(path for path in self.root.rglob("*") if path.is_file() or path.is_symlink())
        relative = {path.relative_to(self.root).as_posix(): path for path in paths}
        return {
            name: str(path.readlink()).encode() if path.is_symlink() else _content(path)
            for name, path in relative.items()
            if not name.startswith(".git/")
        }

    # Lines --------------------------------------------------------------------------------------------------

    def offset(self, at: Place) -> int:
        """Return where ``at`` lies in the text of its file."""
        lines = self.read(at.path).splitlines(keepends=True)
        return sum(map(len, lines[: at.line - 1])) + at.column - 1

    def line(self, at: Place) -> str:
        return self.read(at.path).split("\n")[at.line - 1]

    def replace(self, at: Place, old: str, new: str) -> None:
        """Replace ``old``, which must stand at just this place, by ``new``."""
        text, start = self.read(at.path), self.offset(at)
        assert text.startswith(old, start), f"{old!r} does not stand at {at}: {text[start : start + 80]!r}"
        self.write(at.path, text[:start] + new + text[start + len(old) :])

    def replace_in_line(self, at: Place, old: str, new: str) -> None:
        """Replace ``old``, which must stand in this line once."""
        line = self.line(at)
        assert line.count(old) == 1, f"{old!r} does not stand once in {line!r}"
        self.replace_line(at, line.replace(old, new))

    def replace_line(self, at: Place, *new: str) -> None:
        """Put ``new`` lines, or none, in the place of one."""
        lines = self.read(at.path).split("\n")
        lines[at.line - 1 : at.line] = new
        self.write(at.path, "\n".join(lines))

    def link_at(self, at: Place) -> str:
        """Return the Markdown link or image whose words begin at ``at``: ``[words](target)``."""
        text, words = self.read(at.path), self.offset(at)
        start = words - 1
        if start and text[start - 1] == "!":
            start -= 1
        return text[start : text.index(")", text.index("](", start)) + 1]

    def change_link(self, at: Place, new: str) -> None:
        """Write ``new`` in the place of the link whose words begin at ``at``."""
        old = self.link_at(at)
        before = Place(at.path, at.line, at.column - old.index("[") - 1)
        self.replace(before, old, new)

    # YAML ---------------------------------------------------------------------------------------------------

    def yaml(self, path: str) -> Yaml:
        """Return the YAML of a data file, or of the front matter of a text."""
        text = self.read(path)
        if path.endswith(".md"):
            start = text.index("\n") + 1
            return Yaml(self, path, start, text.index("\n---", start - 1) + 1)
        return Yaml(self, path, 0, len(text))

    def node(self, at: Place) -> tuple[Yaml, yaml.Node]:
        tree = self.yaml(at.path)
        return tree, tree.node_at(self.offset(at))

    def set_value(self, at: Place, new: str) -> None:
        """Write another value at ``at``."""
        tree, node = self.node(at)
        tree.splice(node, new)

    def set_key(self, at: Place, key: str, value: str) -> None:
        """Write ``key: value`` into the mapping at ``at`` (or that holds what is there), anew or changed."""
        tree, node = self.node(at)
        tree.set_key(tree.mapping_of(node), key, value)

    def value(self, at: Place, key: str) -> str:
        """Return the value of ``key`` in the mapping at or around ``at``, as it is written."""
        tree, node = self.node(at)
        return tree.source(tree.find(tree.mapping_of(node), key)[1])

    def remove_entry(self, at: Place) -> None:
        """Remove the key or the item of a list at ``at``, with all that belongs to it."""
        tree, node = self.node(at)
        tree.remove(node)

    # CSV ----------------------------------------------------------------------------------------------------

    def header(self, path: str) -> list[str]:
        return self._cells(self.read(path).split("\n")[0], path)

    def row(self, at: Place) -> dict[str, str]:
        """Return the cells of a row by their columns."""
        return dict(zip(self.header(at.path), self._cells(self.line(at), at.path), strict=False))

    def set_cell(self, at: Place, column: str, value: str) -> None:
        """Write ``value`` into a cell of the row at ``at``."""
        header = self.header(at.path)
        cells = self._cells(self.line(at), at.path)
        cells[header.index(column)] = value
        self.replace_line(at, self._write(cells, at.path))

    def column_at(self, at: Place) -> str:
        """Return the column of the cell that begins at ``at``."""
        before = self.line(at)[: at.column - 1]
        return self.header(at.path)[len(self._cells(before + "x", at.path)) - 1]

    def add_row(self, path: str, **cells: str) -> None:
        """Write a row at the end of a ledger, with a new column for each that it lacks."""
        for column in cells:
            if column not in self.header(path):
                self.add_column(path, column, "")
        row = self._write([cells.get(name, "") for name in self.header(path)], path)
        self.write(path, f"{self.read(path).rstrip()}\n{row}\n")

    def add_column(self, path: str, column: str, value: str) -> None:
        """Write a column at the end of the first line, and a value into every row."""
        mark = self._separator(path)
        head, *rows = self.read(path).rstrip("\n").split("\n")
        lines = [f"{head}{mark}{column}", *(f"{row}{mark}{value}" for row in rows)]
        self.write(path, "\n".join(lines) + "\n")

    def remove_row(self, at: Place) -> None:
        self.replace_line(at)

    def _separator(self, path: str) -> str:
        return ";" if ";" in self.read(path).split("\n")[0] else ","

    def _cells(self, line: str, path: str) -> list[str]:
        return next(csv.reader([line], delimiter=self._separator(path)), [])

    def _write(self, cells: Iterable[str], path: str) -> str:
        buffer = io.StringIO()
        csv.writer(buffer, delimiter=self._separator(path), lineterminator="").writerow(cells)
        return buffer.getvalue()


def _content(path: Path) -> bytes:
    # What counts of a file of a hundred megabytes is whether it is the same.
    size = path.stat().st_size
    return path.read_bytes() if size < 5_000_000 else f"{size} {path.stat().st_mtime_ns}".encode()


class Yaml:
    """The YAML between two places of a file, changed node by node."""

    def __init__(self, desk: Desk, path: str, start: int, end: int) -> None:
        self.desk, self.path, self.start = desk, path, start
        self.text = desk.read(path)
        self.parents: dict[int, yaml.Node] = {}
        self.keys: set[int] = set()
        self.top = yaml.compose(self.text[start:end], Loader=yaml.SafeLoader)
        self.nodes = list(self._walk(self.top)) if self.top is not None else []

    def _walk(self, node: yaml.Node) -> Iterable[yaml.Node]:
        yield node
        children: list[yaml.Node] = []
        if isinstance(node, yaml.MappingNode):
            children = [one for pair in node.value for one in pair]
            self.keys |= {id(key) for key, _value in node.value}
        elif isinstance(node, yaml.SequenceNode):
            children = node.value
        for child in children:
            self.parents[id(child)] = node
            yield from self._walk(child)

    def begin(self, node: yaml.Node) -> int:
        return self.start + node.start_mark.index

    def end(self, node: yaml.Node) -> int:
        """Return where ``node`` ends, without the empty lines behind a block."""
        return self.begin(node) + len(self.text[self.begin(node) : self.start + node.end_mark.index].rstrip())

    def source(self, node: yaml.Node) -> str:
        return self.text[self.begin(node) : self.end(node)]

    def node_at(self, offset: int) -> yaml.Node:
        """Return the innermost node that begins at ``offset``."""
        matches = [node for node in self.nodes if self.begin(node) == offset]
        if not matches:
            # The tree of the program calls the brace or the quotation mark the beginning too; an item of a
            # list begins behind its "- ".
            matches = [node for node in self.nodes if self.begin(node) == offset + 2]
        assert matches, f"nothing begins at {offset} of {self.path}"
        return matches[-1]

    def mapping_of(self, node: yaml.Node) -> yaml.MappingNode:
        """Return the mapping at or around ``node``; a key stands for its value, if that is a mapping."""
        if id(node) in self.keys:
            parent = self.parents[id(node)]
            assert isinstance(parent, yaml.MappingNode)
            value = next(value for key, value in parent.value if key is node)
            if isinstance(value, yaml.MappingNode):
                return value
        while not isinstance(node, yaml.MappingNode):
            node = self.parents[id(node)]
        return node

    def find(self, mapping: yaml.MappingNode, key: str) -> tuple[yaml.Node, yaml.Node]:
        return next((one, value) for one, value in mapping.value if one.value == key)

    def splice(self, node: yaml.Node, new: str) -> None:
        """Write ``new`` in the place of ``node``."""
        self._write(self.begin(node), self.end(node), new)

    def set_key(self, mapping: yaml.MappingNode, key: str, value: str) -> None:
        for one, old in mapping.value:
            if one.value == key:
                begin, end = self.begin(old), self.end(old)
                self._write(begin, end, value if begin > self.end(one) + 1 else f" {value}")
                return
        if mapping.flow_style:
            end = self.end(mapping) - 1
            self._write(end, end, f"{', ' if mapping.value else ''}{key}: {value}")
        else:
            indent = " " * mapping.start_mark.column
            end = self.end(mapping)
            self._write(end, end, f"\n{indent}{key}: {value}")

    def remove(self, node: yaml.Node) -> None:
        """Remove a key with its value, or an item of a list."""
        parent = self.parents[id(node)]
        if isinstance(parent, yaml.MappingNode):
            pairs = parent.value
            number = next(number for number, pair in enumerate(pairs) if node in pair)
            spans = [(self.begin(key), self.end(value)) for key, value in pairs]
        else:
            number = parent.value.index(node)
            spans = [(self.begin(item), self.end(item)) for item in parent.value]
        begin, end = spans[number]
        if parent.flow_style:
            if number + 1 < len(spans):
                end = spans[number + 1][0]
            elif number:
                begin = spans[number - 1][1]
            if len(spans) == 1 and id(parent) in self.parents and isinstance(parent, yaml.SequenceNode):
                # An empty list says nothing: the key goes with its only item.
                self.remove(parent)
                return
        else:
            begin = self.text.rindex("\n", 0, begin) + 1 if "\n" in self.text[:begin] else 0
            end = self.text.index("\n", end) + 1
        self._write(begin, end, "")

    def _write(self, begin: int, end: int, new: str) -> None:
        self.desk.write(self.path, self.text[:begin] + new + self.text[end:])
