"""Every kind of problem: its stable code, message and remedy.

A code is part of the product: staff look it up in the guide, so it is never renamed. Each has a section in
``docs-dev/staff-guide.md`` and a failing and a passing case under ``tests/cases/``; tests hold both.
"""

from __future__ import annotations

from minhbach.language import mark as _
from minhbach.problems.problem import Kind, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

# Files ------------------------------------------------------------------------------------------------------

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
    _("Rename or move it to where the staff guide says, or delete it."),
)
CONTROL_CHARACTER = Kind(
    "ky-tu-dieu-khien",
    _ERROR,
    _("The text holds the character {character}, which is invisible or not a letter of any writing."),
    _("Delete this character; it often comes with text copied from a PDF."),
)

# YAML -------------------------------------------------------------------------------------------------------

FRONT_MATTER_MISSING = Kind(
    "thieu-phan-dau",
    _ERROR,
    _("The file does not begin with front matter: keys and values between two “---” lines."),
    _("Begin the file with “---”, the keys title, published, …, and “---”."),
)
FRONT_MATTER_UNCLOSED = Kind(
    "phan-dau-khong-dong",
    _ERROR,
    _("The front matter has no closing “---” line."),
    _("Add a line “---” after the last key."),
)
FRONT_MATTER_TOO_LARGE = Kind(
    "phan-dau-qua-lon",
    _ERROR,
    _("The front matter has {size} characters; at most {limit} are allowed."),
    _("Move the text beneath the second “---” line."),
)
YAML_SYNTAX = Kind(
    "sai-cu-phap-yaml",
    _ERROR,
    _("The YAML cannot be read here: {reason}."),
    _("Check quotes, colons and indentation; put a text that contains “: ” or “#” between quotes."),
)
YAML_TAB = Kind(
    "yaml-co-tab",
    _ERROR,
    _("YAML may not be indented with a tab."),
    _("Replace the tab with two spaces."),
)
YAML_TAG = Kind(
    "yaml-co-the",
    _ERROR,
    _("The YAML tag “{tag}” is not allowed."),
    _("Remove the tag; put a text that begins with “!” between quotes."),
)
YAML_ANCHOR = Kind(
    "yaml-co-neo",
    _ERROR,
    _("The YAML anchor or alias “{name}” is not allowed."),
    _("Write the value out in each place; put a text that begins with “&” or “*” between quotes."),
)
YAML_DUPLICATE_KEY = Kind(
    "trung-khoa",
    _ERROR,
    _("The key “{key}” stands twice; the first time on line {line}."),
    _("Keep one of the two."),
)
YAML_KEY_NOT_TEXT = Kind(
    "khoa-khong-hop-le",
    _ERROR,
    _("A key must be a word, neither empty nor a list nor a mapping."),
    _("Write the key as one word followed by “:”."),
)
YAML_TOO_DEEP = Kind(
    "yaml-qua-sau",
    _ERROR,
    _("The YAML is nested deeper than {limit} levels."),
    _("Write it flatter."),
)

# Records ----------------------------------------------------------------------------------------------------

KEY_UNKNOWN = Kind(
    "khoa-la",
    _ERROR,
    _("Unknown key “{key}”.{nearest}"),
    _("Correct the key’s name or delete the line. Known keys here: {known}."),
)
KEY_MISSING = Kind(
    "thieu-khoa",
    _ERROR,
    _("The required key “{key}” is missing."),
    _("Add a line “{key}: …”."),
)
VALUE_MISSING = Kind(
    "khoa-trong",
    _ERROR,
    _("The key “{key}” has no value."),
    _("Write the value after “{key}:”."),
)
VALUE_INVALID = Kind(
    "gia-tri-sai",
    _ERROR,
    _("“{found}” is not a valid value for “{key}”: expected {expected}."),
    _("Correct the value."),
)
DATE_IMPOSSIBLE = Kind(
    "ngay-khong-hop-le",
    _ERROR,
    _("“{found}” is not a date or time that exists (key “{key}”)."),
    _("Write a date as 2025-01-16 and a time as 2025-01-16 08:43."),
)
ID_INVALID = Kind(
    "ma-khong-hop-le",
    _ERROR,
    _("“{found}” cannot be an identifier."),
    _("Use small letters without diacritics, digits and hyphens, for example “{expected}”."),
)
ID_DUPLICATE = Kind(
    "trung-ma",
    _ERROR,
    _("The identifier “{id}” is already used at {other}."),
    _("Choose another identifier; addresses are built from it."),
)
ADDRESS_DUPLICATE = Kind(
    "trung-dia-chi",
    _ERROR,
    _("This page would have the address “/{address}”, which {other} already has."),
    _("Rename one of the two files."),
)
YEAR_FOLDER_WRONG = Kind(
    "sai-thu-muc-nam",
    _ERROR,
    _("The article is published in {year} but stands in the folder “{folder}”."),
    _("Move the file to “news/{year}/”."),
)

# Links between records --------------------------------------------------------------------------------------

CAMPAIGN_UNKNOWN = Kind(
    "dot-van-dong-la",
    _ERROR,
    _("There is no campaign “{found}”.{nearest}"),
    _("Use the name of a file in data/campaigns/."),
)
PROGRAMME_UNKNOWN = Kind(
    "chuong-trinh-la",
    _ERROR,
    _("There is no programme “{found}”.{nearest}"),
    _("Use an identifier of data/programmes.yml, or add the programme there."),
)
INDICATOR_UNKNOWN = Kind(
    "chi-so-la",
    _ERROR,
    _("There is no indicator “{found}”.{nearest}"),
    _("Use an identifier of data/indicators.yml, or add the indicator there."),
)
FIGURE_UNKNOWN = Kind(
    "so-lieu-la",
    _ERROR,
    _("There is no figure “{found}”.{nearest}"),
    _("Use an address such as “{example}”."),
)
CHART_UNKNOWN = Kind(
    "bieu-do-la",
    _ERROR,
    _("There is no chart “{found}”.{nearest}"),
    _("Use the address of a figure, of its “.series” or “.parts”, or “programme.figure”."),
)
UNIT_UNKNOWN = Kind(
    "phuong-la",
    _ERROR,
    _("There is no ward or unit “{found}”.{nearest}"),
    _("Use an identifier under “units” in data/organisation.yml."),
)
SECTION_UNKNOWN = Kind(
    "chuyen-muc-la",
    _ERROR,
    _("There is no section “{found}”.{nearest}"),
    _("Use an identifier of data/sections.yml."),
)
SOURCE_UNKNOWN = Kind(
    "nguon-la",
    _ERROR,
    _("The source “{found}” does not exist.{nearest}"),
    _("Give an article as “2025/file-name”, or a document of data/documents.yml."),
)
LINK_BROKEN = Kind(
    "lien-ket-hong",
    _ERROR,
    _("The link “{found}” leads nowhere."),
    _("Link to a file that exists, relative to this one (for example ../2025/article.md), or remove the link."),
)
LINK_UNSAFE = Kind(
    "lien-ket-khong-an-toan",
    _ERROR,
    _("A link may not begin with “{scheme}”."),
    _("Use https:, mailto:, tel:, or a file of the site."),
)

# Figures ----------------------------------------------------------------------------------------------------

STATED_UNREADABLE = Kind(
    "nguyen-van-khong-doc-duoc",
    _ERROR,
    _("No number can be read in “{found}” (key “{key}”)."),
    _("Write the number as the source does, for example “24,6 tỷ”, “trên 322.000”, “227%”."),
)
STATED_DIFFERS = Kind(
    "nguyen-van-khac-gia-tri",
    _ERROR,
    _("“{found}” as stated is {read}, but `value` is {value}."),
    _("Correct `value` or `stated`; `value` is the stated number written out."),
)
FIGURE_TEXT_WRONG = Kind(
    "so-lieu-sai-lam-tron",
    _ERROR,
    _("“{found}” is not the value of “{address}”, nor a correct rounding or a true bound of {value}."),
    _("Change it to “{expected}”, or correct `value` in {record} if the original figure differs."),
)
FIGURE_TEXT_TOO_PRECISE = Kind(
    "so-lieu-qua-chi-tiet",
    _ERROR,
    _("“{found}” shows more digits than the source of “{address}” gives: {value}."),
    _("Change it to “{expected}”."),
)
FIGURE_TEXT_TOO_CERTAIN = Kind(
    "so-lieu-qua-chac-chan",
    _ERROR,
    _("“{found}” is more certain than the source of “{address}”: {value}."),
    _("Change it to “{expected}”."),
)
FIGURE_TEXT_UNPROVEN = Kind(
    "so-lieu-chua-co-can-cu",
    _ERROR,
    _("“{found}” does not follow from “{address}”: {value}."),
    _("Change it to “{expected}”."),
)
FIGURE_TEXT_UNIT = Kind(
    "so-lieu-sai-don-vi",
    _ERROR,
    _("“{found}” has another unit than “{address}”, which counts “{unit}”."),
    _("Change it to “{expected}”."),
)
FIGURE_TEXT_UNREADABLE = Kind(
    "so-lieu-khong-doc-duoc",
    _ERROR,
    _("“{found}” links to the figure “{address}” but holds no number that can be read, or several."),
    _("Put exactly one number into the brackets, for example [{expected}](figure:{address})."),
)
FIGURE_TEXT_STYLE = Kind(
    "so-lieu-kieu-nuoc-ngoai",
    _WARNING,
    _("“{found}” is not written in the Vietnamese way."),
    _("Write “{expected}”: a full stop between thousands, a comma before decimals."),
)
FIGURE_UNPUBLISHED = Kind(
    "so-lieu-chua-cong-bo",
    _ERROR,
    _("“{found}” links to “{address}”, which has no published value."),
    _("Write the sentence without a number, or enter the value in {record} with its source."),
)
ACHIEVEMENT_CONTRADICTS = Kind(
    "ty-le-mau-thuan",
    _ERROR,
    _("{value} against a target of {target} is {derived}, but the stated achievement is {stated}."),
    _("Correct `value`, the target or `achievement`; check all three against the source."),
)
ACHIEVEMENT_WITHOUT_TARGET = Kind(
    "ty-le-thieu-chi-tieu",
    _ERROR,
    _("An achievement of {stated} is stated, but there is no target it refers to."),
    _("Add `targets: {{assigned: {{by: …, value: not-stated}}}}` if the source does not give the target."),
)
ACHIEVEMENT_WITHOUT_VALUE = Kind(
    "ty-le-thieu-ket-qua",
    _ERROR,
    _("An achievement of {stated} is stated for a figure without a published value."),
    _("Enter the value, or remove `achievement` until it is published."),
)
PARTS_DIFFER = Kind(
    "thanh-phan-lech-tong",
    _ERROR,
    _("The parts add up to {sum}, but the whole is {value}."),
    _("Correct the part or the whole; or set `complete: false` if the source does not list every part."),
)
SERIES_LAST_DIFFERS = Kind(
    "chuoi-lech-gia-tri",
    _ERROR,
    _("The last value of the series is {last}, but `value` is {value}."),
    _("Make `value` the last value of the series, or add the missing day to it."),
)
SERIES_UNORDERED = Kind(
    "chuoi-sai-thu-tu",
    _ERROR,
    _("{found} comes after {before} in the series, but is not later."),
    _("Order the series by `as_of`, each day once."),
)
PERIOD_REVERSED = Kind(
    "ket-thuc-truoc-bat-dau",
    _ERROR,
    _("The end {end} is before the start {start}."),
    _("Correct one of the two dates."),
)
UPDATED_BEFORE_PUBLISHED = Kind(
    "cap-nhat-truoc-dang",
    _ERROR,
    _("`updated` ({updated}) is before `published` ({published})."),
    _("Correct one of the two times."),
)

# Articles ---------------------------------------------------------------------------------------------------

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
ALT_MISSING = Kind(
    "thieu-mo-ta-anh",
    _ERROR,
    _("The image “{found}” has no description for people who do not see it."),
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
SETTING_INVALID = Kind(
    "cau-hinh-sai",
    _ERROR,
    _("mkdocs.yml: “{found}” is not a valid value for “{key}”: expected {expected}."),
    _("Correct mkdocs.yml."),
)

ALL: tuple[Kind, ...] = tuple(
    sorted((value for value in globals().values() if isinstance(value, Kind)), key=lambda kind: kind.code)
)
