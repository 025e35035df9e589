"""Numbers that do not agree: with their source, with each other, with the words of a text."""

from __future__ import annotations

from minhbach.language import mark as _
from minhbach.problems.problem import Kind, Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

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
ACHIEVEMENT_UNREADABLE = Kind(
    "ty-le-khong-doc-duoc",
    _ERROR,
    _("“{found}” is not a percentage that can be read (key “{key}”)."),
    _("Write it as the source does, with the sign %, for example “227%” or “trên 100%”."),
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
    _("“{found}” is not written in the way of {language}."),
    _("Write “{expected}”: {thousands} between thousands, {decimals} before decimals."),
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
