"""Addresses that pages had, have and must keep."""

from __future__ import annotations

from minhbach.language import mark as _
from minhbach.problems.problem import Kind, Severity

_ERROR = Severity.ERROR

ADDRESS_DUPLICATE = Kind(
    "trung-dia-chi",
    _ERROR,
    _("This page would have the address “/{address}”, which {other} already has."),
    _("Rename this file."),
)
ADDRESS_LOST = Kind(
    "mat-dia-chi",
    _ERROR,
    _("The address “/{address}” was public and would show nothing now: whoever follows a link is lost."),
    _("Add `aliases: [{alias}]` to the page it has become, or keep {path} with `withdrawn: …`."),
)
ALIAS_INVALID = Kind(
    "dia-chi-cu-sai",
    _ERROR,
    _("“{found}” cannot be an earlier address on this site."),
    _("Write the address without the site’s name, for example “/tin-tuc/2025/ten-cu/”."),
)
ALIAS_LOOP = Kind(
    "dia-chi-cu-vong-lap",
    _ERROR,
    _("“{found}” is this page’s own address, so it would lead in a circle."),
    _("Name the address that the page had before, or remove this one."),
)
ALIAS_HIDES_PAGE = Kind(
    "dia-chi-cu-che-trang",
    _ERROR,
    _("“{found}” would hide {other}, which has this address now."),
    _("Remove it from `aliases`{otherwise}."),
)
ALIAS_DUPLICATE = Kind(
    "dia-chi-cu-trung",
    _ERROR,
    _("“{found}” is also an earlier address of {other}; it can lead to one page only."),
    _("Remove it from one of the two."),
)
