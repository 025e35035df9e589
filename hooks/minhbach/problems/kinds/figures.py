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
    _("“{found}” as stated leaves no room for `{key}`: stated is {read}, `{key}` is {value}."),
    _("Remove `{key}` if {read} is all that is known, or correct `{key}` or `stated`."),
)
STATED_DEGREE_UNKNOWN = Kind(
    "nguyen-van-muc-do-la",
    _ERROR,
    _("In “{found}” the words “{words}” are not understood, and may say how certain the number is."),
    _("Of these take the word that says what the source means: {known}. Leave out what says no degree."),
)
STATED_CONTRADICTS = Kind(
    "nguyen-van-tu-mau-thuan",
    _ERROR,
    _("In “{found}” the words beside the number cannot all be true of it (key “{key}”)."),
    _("Keep the source's one word of degree: “hơn 5.000”, “ước hơn 200 tỷ”, “từ 30 người trở lên”."),
)
RANGE_UPSIDE_DOWN = Kind(
    "khoang-nguoc",
    _ERROR,
    _("The range “{found}” does not go from the smaller number to the larger one (key “{key}”)."),
    _("Write the smaller number first, as in “từ 220 đến 260 người”."),
)
STATED_UNIT = Kind(
    "nguyen-van-sai-don-vi",
    _ERROR,
    _("“{found}” is stated in “{stated}”, but the indicator counts “{unit}” (key “{key}”)."),
    _("Choose an indicator that counts “{stated}”; a unit that was only written wrongly is “{unit}”."),
)
STATED_UNIT_UNKNOWN = Kind(
    "nguyen-van-don-vi-la",
    _WARNING,
    _("“{found}” names the unit “{stated}”; the indicator counts “{unit}” (key “{key}”)."),
    _("Add “{stated}” to `unit_forms` in data/indicators.yml if it is the same; or count “{stated}” apart."),
)
NUMBER_AMBIGUOUS = Kind(
    "so-hai-cach-doc",
    _ERROR,
    _("“{found}” can be read as {first} or as {second} (key “{key}”)."),
    _("Write {first_written} for {first}{otherwise}."),
)
ACHIEVEMENT_UNREADABLE = Kind(
    "ty-le-khong-doc-duoc",
    _ERROR,
    _("“{found}” is not a percentage that can be read (key “{key}”)."),
    _("Write it with the sign %, as “227%” or “trên 100%”; “vượt 59%” is “159%”, its words go into `note`."),
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
CHANGE_UNREADABLE = Kind(
    "thay-doi-khong-doc-duoc",
    _ERROR,
    _("“{found}” does not say how much a figure changed, and which way (key “{key}”)."),
    _("Write it as the source does: “tăng 12%”, “giảm 35 đơn vị”, “thêm 6,4 tỷ”, “gấp đôi”, “gần 3 lần”."),
)
CHANGE_CONTRADICTS = Kind(
    "thay-doi-mau-thuan",
    _ERROR,
    _("“{stated}” cannot be: {value} against {other} is {derived}."),
    _("Correct `stated` to “{derived}”, or one of the two figures; check all three against the source."),
)
COMPARED_UNLIKE = Kind(
    "so-sanh-khac-don-vi",
    _ERROR,
    _("“{address}” counts “{unit}”, but “{other}” counts “{other_unit}”: the two cannot be compared."),
    _("Name a figure in the same unit, or say in words what it is compared with (`base:`, `whole:`)."),
)
SHARE_OVER_WHOLE = Kind(
    "ty-trong-qua-tong",
    _ERROR,
    _("A part is more than its whole: {found} of “{whole}”."),
    _("Correct the part or the whole; what exceeds its base is an achievement or a change, not a share."),
)
SHARE_CONTRADICTS = Kind(
    "ty-trong-mau-thuan",
    _ERROR,
    _("{value} of {whole} is {derived}, but the stated share is {stated}."),
    _("Correct the share to “{derived}”, or one of the two figures; check all three against the source."),
)
CONTRADICTION_NEEDLESS = Kind(
    "mau-thuan-thua",
    _ERROR,
    _("“{address}” is said to contradict itself (`contradiction`), but all its numbers agree."),
    _("Remove `contradiction`, or enter the number that does not agree, in `parts` or `also_stated`."),
)
PARTS_DIFFER = Kind(
    "thanh-phan-lech-tong",
    _ERROR,
    _("The parts add up to {sum}, but the whole is {value}."),
    _("Correct part or whole, or set `complete: false`; a source that is wrong itself: `contradiction: …`."),
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
    _("Order the series by `as_of`, each time once; of several readings a day each has its hour."),
)
SERIES_FALLS = Kind(
    "chuoi-luy-ke-giam",
    _WARNING,
    _("“{indicator}” only grows, but falls from {before} ({before_day}) to {after} ({after_day})."),
    _("Correct the reading, or say why in its `note`; an indicator that may fall is “kind: stock”."),
)
PERIOD_UNREADABLE = Kind(
    "ky-khong-doc-duoc",
    _ERROR,
    _("“{found}” is not a period that can be read (key “{key}”).{nearest}"),
    _("Write it as 2024, 2024-H1, 2024-Q1, 2025-9M, 2024-01, 2021-2026, or “{{start: …, end: …}}”."),
)
PERIOD_OUTSIDE = Kind(
    "ky-ngoai-nam",
    _ERROR,
    _("The period “{found}” ({from_to}) shares no day with “{owner}” ({owner_from_to})."),
    _("Correct `period`, or {otherwise}."),
)
FIGURE_TWICE = Kind(
    "so-lieu-trung-ten",
    _ERROR,
    _("“{found}” counts the same as “{other}” in {place}: readers could not tell the two apart."),
    _("Say what is different with `label` or `period`; if they are the same, delete one."),
)
PER_OF_ANOTHER_PERIOD = Kind(
    "chia-khac-ky",
    _ERROR,
    _("“{found}” ({from_to}) is to be divided by “{other}” ({other_from_to}), which is of another time."),
    _("Name a figure of the same period in `per`, or delete the line `per`."),
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
