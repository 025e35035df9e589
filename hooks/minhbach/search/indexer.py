"""The indexer: Pagefind's program, which is given documents and gives back the files of an index.

It is spoken to as its own Python package does, over pipes, each message JSON in Base64 with a comma behind.
That package waits a tenth of a second after every answer, which is minutes for a thousand pages.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from types import TracebackType
from typing import Any

from minhbach.language import mark

FAILED = mark("The search index could not be made: {reason}.")
LIMIT_SECONDS = 900.0
"""Far more than an index takes; a program that hangs must not hold up the build for ever."""
FORMAT = "1.5.2"
"""The version of Pagefind whose files our script reads (theme/assets/minhbach/search-files.js)."""
_READ_BYTES = 1 << 20


class SearchIndexError(Exception):
    """The index could not be made; the message is what is known of the reason, for ``FAILED``."""


def run_indexer(documents: Iterable[tuple[str, str]], excluded: Iterable[str]) -> dict[str, bytes]:
    """Return the files of an index of ``documents`` (address and HTML of each) by their paths.

    Elements that match ``excluded`` (CSS selectors) are not indexed. The same documents in the same order
    give the same bytes. Raises SearchIndexError.
    """
    with TemporaryDirectory(prefix="minhbach-") as folder, _Indexer(Path(folder)) as indexer:
        config = {"force_language": "vi", "exclude_selectors": list(excluded)}
        index = indexer.ask("NewIndex", config=config)["index_id"]
        count = 0
        for url, html in documents:
            indexer.ask("AddFile", index_id=index, url=url, file_path=None, file_contents=html)
            count += 1
        answer = indexer.ask("GetFiles", index_id=index)
    files = {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}
    entry = json.loads(files["pagefind-entry.json"])
    if entry["version"] != FORMAT:
        raise SearchIndexError(f"Pagefind {entry['version']}, {FORMAT}")
    found = entry["languages"].get("vi", {}).get("page_count", 0)
    if found != count:
        raise SearchIndexError(f"{found} / {count}")
    return dict(sorted(files.items()))


class _Indexer:
    """The running program."""

    def __init__(self, folder: Path) -> None:
        """Start it in ``folder``, which holds no settings that it could read."""
        self._errors = folder / "errors.txt"
        self._count = 0
        environ = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
        try:
            with self._errors.open("wb") as errors:
                self._process = subprocess.Popen(
                    [_find_program(), "--service"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=errors,
                    cwd=folder,
                    env=environ,
                )
        except OSError as error:
            raise SearchIndexError(str(error)) from error
        self._timer = Timer(LIMIT_SECONDS, self._process.kill)

    def __enter__(self) -> _Indexer:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        # Its work is done or given up, and it keeps nothing; a write that was cut short may still be pending.
        self._process.kill()
        self._process.communicate()

    def ask(self, kind: str, **values: Any) -> Any:
        """Send a request; return the payload of the answer. Raises SearchIndexError."""
        assert self._process.stdin is not None
        self._count += 1
        request = {"message_id": self._count, "payload": {"type": kind, **values}}
        message = base64.b64encode(json.dumps(request, ensure_ascii=False).encode()) + b","
        try:
            self._process.stdin.write(message)
            self._process.stdin.flush()
            payload = json.loads(base64.b64decode(self._read()))["payload"]
        except (OSError, ValueError, KeyError) as error:
            raise SearchIndexError(self._reason() or repr(error)) from error
        if payload["type"] == "Error":
            raise SearchIndexError(payload.get("message") or kind)
        return payload

    def _read(self) -> bytes:
        """Return the next answer; it ends with a comma. Raises SearchIndexError if the program has ended."""
        assert self._process.stdout is not None
        parts: list[bytes] = []
        while not parts or not parts[-1].endswith(b","):
            parts.append(os.read(self._process.stdout.fileno(), _READ_BYTES))
            if not parts[-1]:
                code = self._process.wait()
                raise SearchIndexError(self._reason() or f"exit status {code}")
        return b"".join(parts)[:-1]

    def _reason(self) -> str:
        """Return the last line the program has written of its troubles, or ""."""
        lines = self._errors.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return lines[-1] if lines else ""


def _find_program() -> Path:
    """Return the program that pagefind[bin] brings. Raises SearchIndexError if it is not there."""
    # It is imported here because it loads asyncio, which nothing else needs.
    from pagefind.service import get_executable

    program = get_executable()
    if program is None:
        raise SearchIndexError("pagefind[bin]")
    return program
