"""The files of the register of documents: where they lie, and that they are the ones that were entered."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from minhbach.language import mark
from minhbach.problems import Position, Problem, kinds
from minhbach.records.contents import Contents, Entry
from minhbach.records.document import FOLDER, DocumentRecord, document_path
from minhbach.site.references import References
from minhbach.site.source import DocumentFile
from minhbach.site.sourcing import DOCUMENTS
from minhbach.sources.images import is_photo

_PAPERS = (".pdf", ".docx", ".xlsx")
_NOT_NAMED = mark("no document of data/documents.yml names it as its `file`.")
_NAME_IT = mark("Name it as `file` of its document in data/documents.yml")


def link_document_files(contents: Contents, references: References) -> dict[str, DocumentFile]:
    """Return the file of each document that has one; report files that are missing, changed or idle."""
    entry = contents.single.get(DOCUMENTS)
    found: dict[str, DocumentFile] = {}
    named: set[str] = set()
    for key, record in entry.record.items() if entry is not None else ():
        if entry is None or record.file is None:
            continue
        path = document_path(record.file)
        if path is not None:
            named.add(path)
        file = _find(contents, references, entry, key, path)
        if file is not None:
            found[key] = file
    if DOCUMENTS not in contents.unusable:
        references.problems += _idle(contents, named)
    return found


def _find(
    contents: Contents,
    references: References,
    entry: Entry[dict[str, DocumentRecord]],
    key: str,
    path: str | None,
) -> DocumentFile | None:
    record = entry.record[key]
    at = entry.at(key, "file")
    assert record.file is not None
    if path is None:
        references.report(kinds.PATH_OUTSIDE, at, {"path": record.file})
        return None
    if path in contents.unusable:
        return None
    if not (path.lower().endswith(_PAPERS) or is_photo(path)):
        references.report(kinds.DOCUMENT_FILE_FORMAT, at, {"found": record.file})
        return None
    if path not in contents.files.assets:
        details = {"found": record.file, "path": path, "nearest": _nearest(contents, record.file)}
        references.report(kinds.DOCUMENT_FILE_MISSING, at, details)
        return None
    file = DocumentFile(path, contents.asset_sizes_bytes[path], contents.document_hashes[path])
    if record.sha256 is not None and record.sha256 != file.sha256:
        details = {"found": record.file, "hash": file.sha256, "stated": record.sha256}
        references.report(kinds.DOCUMENT_CHANGED, entry.at(key, "sha256"), details)
        return None
    return file


def _nearest(contents: Contents, file: str) -> str:
    """Return the file of the folder that was most probably meant: a letter's case counts on a server."""
    names = [path.removeprefix(FOLDER) for path in contents.files.assets if path.startswith(FOLDER)]
    small = {name.casefold(): name for name in sorted(names)}
    return next((small[name] for name in get_close_matches(file.casefold(), small, n=1)), "")


def _idle(contents: Contents, named: set[str]) -> Iterator[Problem]:
    """Yield the files of the folder that no document names: they would be published nowhere."""
    for path in sorted(contents.files.assets - contents.unusable - named):
        if path.startswith(FOLDER):
            details = {"reason_message": _NOT_NAMED, "placing_message": _NAME_IT}
            yield Problem(kinds.FILE_UNUSED, Position(path), details)
