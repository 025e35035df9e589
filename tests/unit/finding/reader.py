"""Finds gifts in the published files as the browser does, written apart from it."""

import gzip
import json
import unicodedata
from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

FOLDER = "tim-ung-ho/du-lieu/"


def fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.lower())
    bare = "".join(letter for letter in decomposed if unicodedata.category(letter)[0] != "M")
    return unicodedata.normalize("NFC", bare).replace("đ", "d")


def key_of(text: str) -> str:
    letters = (
        letter if unicodedata.category(letter)[0] in "LN" and ord(letter) < 0x10000 else " "
        for letter in fold(text)
    )
    return " ".join("".join(letters).split())[:160].rstrip()


class Reader:
    """Reads the files of one index; ``asked`` are those that the last question needed besides the root."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.asked: list[str] = []
        self.root: dict[str, Any] = json.loads(self._text("goc"))

    def by_name(self, typed: str) -> list[dict[str, Any]]:
        self.asked = []
        key = key_of(typed)
        found: dict[int, None] = {}
        if "names" not in self.root:
            found[0] = None
        else:
            for at in range(bisect_left(self.root["names"]["keys"], key), len(self.root["names"]["keys"])):
                endings = [ending for ending in self._endings(at) if ending.startswith(key)]
                if not endings:
                    break
                found.update(dict.fromkeys(place for ending in endings for place in self._places(ending)))
        rows = [row for place in sorted(found) for row in self._rows(place)]
        return [row for row in rows if f" {key}" in f" {key_of(row['name'])}" and not row["follows"]]

    def by_receipt(self, typed: str) -> list[dict[str, Any]]:
        self.asked = []
        receipt = key_of(typed).replace(" ", "")
        places = [0]
        if "receipts" in self.root:
            at = bisect_left(self.root["receipts"]["keys"], receipt)
            keys = self.root["receipts"]["keys"]
            places = [] if at == len(keys) else [place for key, place in self._receipts(at) if key == receipt]
        rows = [row for place in sorted(set(places)) for row in self._rows(place)]
        return [row for row in rows if key_of(row["receipt"]).replace(" ", "") == receipt]

    def by_hash(self, digest: str) -> list[dict[str, Any]]:
        self.asked = []
        at = bisect_left(self.root["rows"]["keys"], digest)
        rows = self._rows(at) if at < len(self.root["rows"]["keys"]) else []
        return [row for row in rows if row["receipt"] == digest]

    def _places(self, ending: str) -> range:
        rows = self.root["rows"]
        turned = " ".join(reversed(ending.split(" ")))
        return range(bisect_left(rows["keys"], turned), bisect_left(rows["firsts"], turned + "!"))

    def _text(self, name: str) -> str:
        self.asked.append(name)
        return gzip.decompress(self.files[f"{FOLDER}{name}.gz"]).decode()

    def _columns(self, kind: str, prefix: str, at: int) -> list[list[str]]:
        ids = self.root[kind]["ids"]
        text = self._text(prefix + ids[at * 10 : at * 10 + 10])
        return [column.split("\n") for column in text.split("\n\x1e\n")]

    def _endings(self, at: int) -> list[str]:
        texts, gifts = self._columns("names", "ten-", at)
        assert len(texts) == len(gifts)
        found, before = [], ""
        for text in texts:
            before = before[: ord(text[0]) - ord("0")] + text[1:]
            found.append(before)
        return found

    def _receipts(self, at: int) -> list[tuple[str, int]]:
        lines, places = self._columns("receipts", "bien-nhan-", at)
        found: list[tuple[str, int]] = []
        for line, place in zip(lines, places, strict=True):
            if line.startswith("="):
                receipt = line[1:]
            else:
                before = found[-1][0]
                digits = len(before) - len(before.rstrip("0123456789"))
                digits = min(digits, 15)
                number = int(before[len(before) - digits :]) + int(line)
                receipt = before[: len(before) - digits] + str(number).zfill(digits)
            found.append((receipt, int(place)))
        return found

    def _rows(self, at: int) -> list[dict[str, Any]]:
        columns = self._columns("rows", "khoan-", at)
        names = []
        for name in columns[0]:
            names.append(name[1:] if name else names[-1])
        rows = []
        for name, receipt, day, amount, purpose, kind, goods in zip(names, *columns[1:], strict=True):
            rows.append(
                {
                    "name": name,
                    "receipt": receipt,
                    "day": int(day) if day else None,
                    "amount": int(amount) if amount else None,
                    "purpose": self.root["purposes"][int(purpose)],
                    "kind": kind.removeprefix("+"),
                    "follows": kind.startswith("+"),
                    "goods": goods,
                }
            )
        return rows
