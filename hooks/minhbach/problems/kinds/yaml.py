"""YAML and front matter."""

from __future__ import annotations

from minhbach.language import mark as _
from minhbach.problems.problem import Kind, Severity

_ERROR = Severity.ERROR

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
