"""Articles: text, photos, charts in the text."""

from __future__ import annotations

from minhbach.language import mark as _
from minhbach.problems.problem import Kind, Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

PHOTO_MISSING = Kind(
    "thieu-anh",
    _ERROR,
    _("The photo “{found}” does not exist; looked for it at {path}."),
    _("Add the photo there, listed under `photos`, or remove it from the article."),
)
PHOTO_UNREADABLE = Kind(
    "anh-khong-doc-duoc",
    _ERROR,
    _("The photo “{found}” cannot be read: {reason}."),
    _("Save it again as JPEG or PNG in its place; change its name where it is shown too, if it changes."),
)
PHOTO_TOO_LARGE = Kind(
    "anh-qua-lon",
    _ERROR,
    _("The photo “{found}” is too large: {reason}."),
    _("Save it smaller as JPEG, say 4,000 pixels wide; change its name where it is shown, if it changes."),
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
    _("The photo “{found}” is used in the text, but {article} does not list it under `photos`."),
    _("List it there under `photos` with file, alt, caption, credit and basis{copying}."),
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
    _("The chart or table “{found}” stands within a paragraph."),
    _("Put it on a line of its own, with an empty line before and after."),
)
IMAGE_FOREIGN = Kind(
    "anh-tu-noi-khac",
    _ERROR,
    _("The image “{found}” would be fetched from another site."),
    _("If its licence allows, copy it into the article’s folder, list it under `photos` and name the copy."),
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
TITLE_TOO_LONG = Kind(
    "tieu-de-qua-dai",
    _WARNING,
    _("The title is too long for the picture shown where the article is shared; it is cut: “{shown}”."),
    _("Shorten it, or write a shorter `short_title: …`, which the picture, previews and paths use."),
)
ATTACHMENT_MISSING = Kind(
    "thieu-tep-dinh-kem",
    _ERROR,
    _("The attachment “{found}” does not exist; looked for it at {path}."),
    _("Add the file there, or remove it from `attachments`."),
)
ATTACHMENT_FORMAT = Kind(
    "tep-dinh-kem-sai-loai",
    _ERROR,
    _("“{found}” cannot be an attachment: only PDF, DOCX and XLSX files can."),
    _("Save the document as PDF and name that file."),
)
ATTACHMENT_UNREADABLE = Kind(
    "tep-dinh-kem-hong",
    _ERROR,
    _("“{found}” is not what its name says: its content is not that of such a document."),
    _("Export it again from the program it was written with, and replace the file."),
)
TAG_WITHOUT_LETTERS = Kind(
    "chu-de-khong-chu",
    _ERROR,
    _("The topic “{found}” has neither a letter nor a digit, so it can have no page."),
    _("Name the topic in words, or remove it."),
)
TAG_SPELT_TWICE = Kind(
    "chu-de-hai-cach-viet",
    _WARNING,
    _("The topic “{found}” is spelt “{other}” in a newer article; both are one topic."),
    _("Spell it the same way in all articles."),
)
TRANSLATION_ORPHAN = Kind(
    "tom-tat-khong-bai",
    _ERROR,
    _("This summary in English belongs to no article: there is no {path}."),
    _("Give both files the same name, for example trao-qua.md and trao-qua.en.md."),
)
WITHDRAWN_BEFORE_PUBLISHED = Kind(
    "go-truoc-dang",
    _ERROR,
    _("The article was withdrawn on {withdrawn}, before it was published on {published}."),
    _("Correct one of the two dates; an article that was never published may simply be deleted."),
)
DATE_IN_FUTURE = Kind(
    "ngay-chua-toi",
    _WARNING,
    _("{found} has not come yet, but it is told here as past."),
    _("Correct the date; only `published` may lie in the future."),
)
FILE_UNPUBLISHED = Kind(
    "tep-cua-bai-khong-dang",
    _ERROR,
    _("“{found}” belongs to {other}, which is not public, and would be published with this text."),
    _("Put a copy beside this article if it may be public; otherwise remove the link."),
)
