"""Articles: text, photos, charts in the text."""

from __future__ import annotations

from minhbach.language import mark as _
from minhbach.problems.problem import Kind, Severity

_ERROR = Severity.ERROR

PHOTO_MISSING = Kind(
    "thieu-anh",
    _ERROR,
    _("The photo “{found}” does not exist; looked for it at {path}."),
    _("Add the photo there, or remove it from the article."),
)
PHOTO_UNREADABLE = Kind(
    "anh-khong-doc-duoc",
    _ERROR,
    _("The photo “{found}” cannot be read: {reason}."),
    _("Save it again as JPEG or PNG."),
)
PHOTO_TOO_LARGE = Kind(
    "anh-qua-lon",
    _ERROR,
    _("The photo “{found}” is too large: {reason}."),
    _("Save it smaller, for example 4,000 pixels wide, as JPEG."),
)
PHOTO_ELSEWHERE = Kind(
    "anh-ngoai-thu-muc",
    _ERROR,
    _("The photo “{found}” is not in the article's own folder, {folder}/."),
    _("Copy the photo into this folder and write only its name."),
)
PHOTO_NOT_LISTED = Kind(
    "anh-chua-khai",
    _ERROR,
    _("The photo “{found}” is used in the text but not listed under `photos` in the front matter."),
    _("List it under `photos` with file, alt, caption, credit and basis; copy it here first if need be."),
)
PHOTO_NOT_ALONE = Kind(
    "anh-trong-dong",
    _ERROR,
    _("The photo “{found}” stands within a paragraph, a list or a table."),
    _("Put the photo on a line of its own, with an empty line before and after."),
)
ALT_MISSING = Kind(
    "thieu-mo-ta-anh",
    _ERROR,
    _("The image or chart “{found}” has no description for people who do not see it."),
    _("Say in a sentence what it shows: `alt: …`, or ![description](…)."),
)
CHART_NOT_ALONE = Kind(
    "bieu-do-trong-dong",
    _ERROR,
    _("The chart “{found}” stands within a paragraph."),
    _("Put the chart on a line of its own, with an empty line before and after."),
)
IMAGE_FOREIGN = Kind(
    "anh-tu-noi-khac",
    _ERROR,
    _("The image “{found}” would be fetched from another site."),
    _("Copy the image beside the article, if its licence allows, and name the file."),
)
TEXT_TOO_DEEP = Kind(
    "bai-long-qua-sau",
    _ERROR,
    _("Brackets, quotations or lists are nested too deeply here (at most {limit} levels)."),
    _("Write it flatter; put a backslash before a bracket that is meant as a character."),
)
TEXT_TOO_LONG = Kind(
    "doan-qua-dai",
    _ERROR,
    _("This passage has more than {lines} lines or {characters} characters without an empty line."),
    _("Divide it into paragraphs with empty lines between them."),
)
HTML_IN_TEXT = Kind(
    "html-trong-bai",
    _ERROR,
    _("HTML (“{found}”) is not carried out in articles; it would be shown as text."),
    _("Use Markdown: **bold**, *italic*, [link](address), tables with “|”."),
)
BODY_EMPTY = Kind(
    "bai-khong-noi-dung",
    _ERROR,
    _("The article has front matter but no text."),
    _("Write the text beneath the second “---” line."),
)
