"""Documents: what is cited without being in the register, and files that are not what it says of them."""

from __future__ import annotations

from minhbach.language import mark as _
from minhbach.problems.problem import Kind, Severity

_ERROR = Severity.ERROR

DOCUMENT_UNKNOWN = Kind(
    "van-ban-la",
    _ERROR,
    _("“{found}” is read as the identifier of a document, and data/documents.yml has none such.{nearest}"),
    _("Enter it in data/documents.yml (`{found}:` with `title` and `publisher`), or name one that is there."),
)
DOCUMENT_FILE_MISSING = Kind(
    "thieu-tep-van-ban",
    _ERROR,
    _("The document’s file “{found}” does not exist; looked for it at {path}.{nearest}"),
    _("Add the file there, correct its name, or remove `file` and let `url` lead to the original."),
)
DOCUMENT_FILE_FORMAT = Kind(
    "tep-van-ban-sai-loai",
    _ERROR,
    _("“{found}” cannot be published as a document: only PDF, DOCX, XLSX files and images can."),
    _("Save the document as PDF in data/documents/ and name that file."),
)
DOCUMENT_CHANGED = Kind(
    "van-ban-doi-tep",
    _ERROR,
    _("The file “{found}” is not the one that was entered: its SHA-256 is {hash}, not {stated}."),
    _("Put the right file back at {path}; or, if this one is meant, write `sha256: {hash}`."),
)
