"""Files as such: missing, unreadable, too large, empty."""

from __future__ import annotations

from minhbach.language import mark as _
from minhbach.problems.problem import Kind, Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

PATH_OUTSIDE = Kind(
    "duong-dan-ra-ngoai",
    _ERROR,
    _("“{path}” leads outside the repository."),
    _("Use a file inside the repository, and remove “..” or the symbolic link."),
)
FILE_TOO_LARGE = Kind(
    "tep-qua-lon",
    _ERROR,
    _("The file has {size} MB; a text file may have at most {limit} MB."),
    _("Move data or images out of the text, or split the file."),
)
NOT_UTF8 = Kind(
    "khong-phai-utf8",
    _ERROR,
    _("The file is not UTF-8: byte {byte} here cannot be read."),
    _("Save the file again with the encoding UTF-8."),
)
FILE_UNREADABLE = Kind(
    "tep-khong-doc-duoc",
    _ERROR,
    _("The file cannot be read."),
    _("Add it again as an ordinary file, not as a link, and check its permissions."),
)
FILE_EMPTY = Kind("tep-rong", _ERROR, _("The file is empty."), _("Write its content, or delete the file."))
FILE_MISSING = Kind(
    "thieu-tep",
    _ERROR,
    _("The file “{path}” is required and does not exist."),
    _("Create it; the staff guide shows an example."),
)
FILE_UNUSED = Kind(
    "tep-khong-dung",
    _WARNING,
    _("Nothing reads this file: {reason}"),
    _("{placing}, or delete it."),
)
CONTROL_CHARACTER = Kind(
    "ky-tu-dieu-khien",
    _ERROR,
    _("The text holds the character {character}, which is invisible or not a letter of any writing."),
    _("Delete this character; it often comes with text copied from a PDF."),
)
