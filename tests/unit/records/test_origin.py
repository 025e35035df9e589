"""The address of a counter is that of a server and nothing more."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from minhbach.records.organisation import OrganisationRecord, PageViewsRecord

ORGANISATION = {"name": "Hội Mẫu", "short_name": "Hội", "place": "Hà Nội", "level": "ward"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://ten-hoi.goatcounter.com", "https://ten-hoi.goatcounter.com"),
        ("https://ten-hoi.goatcounter.com/", "https://ten-hoi.goatcounter.com"),
        ("  https://Dem.Ten-Hoi.VN ", "https://dem.ten-hoi.vn"),
        ("https://dem.ten-hoi.vn:8443", "https://dem.ten-hoi.vn:8443"),
    ],
)
def test_address_of_a_server_is_read_without_its_slash(written: str, read: str) -> None:
    assert PageViewsRecord.model_validate({"goatcounter": written}).goatcounter == read


@pytest.mark.parametrize(
    "written",
    [
        "http://ten-hoi.goatcounter.com",
        "//ten-hoi.goatcounter.com",
        "ten-hoi.goatcounter.com",
        "ten-hoi",
        "https://ten-hoi",
        "https://",
        "https://ten-hoi.goatcounter.com/count",
        "https://ten-hoi.goatcounter.com//",
        "https://ten-hoi.goatcounter.com?p=x",
        "https://ten-hoi.goatcounter.com#x",
        "https://ai:mat-khau@ten-hoi.goatcounter.com",
        "https://ten-hoi.goatcounter.com:",
        "https://ten hoi.goatcounter.com",
        'https://ten-hoi.goatcounter.com"onload="x',
        "javascript:alert(1)",
        "",
        None,
        ["https://ten-hoi.goatcounter.com"],
    ],
)
def test_anything_else_is_refused(written: object) -> None:
    with pytest.raises(ValidationError):
        PageViewsRecord.model_validate({"goatcounter": written})


def test_nothing_is_counted_unless_asked_for() -> None:
    assert OrganisationRecord.model_validate(ORGANISATION).page_views is None


@pytest.mark.parametrize(
    ("written", "is_right"),
    [
        ("https://ten-hoi.goatcounter.com", True),
        ("https://ten-hoi.goatcounter.com/", True),
        ("http://ten-hoi.goatcounter.com", False),
        ("https://ten-hoi.goatcounter.com/count", False),
    ],
)
def test_editors_are_told_the_same(written: str, is_right: bool) -> None:
    schema = Draft202012Validator(OrganisationRecord.model_json_schema())
    assert schema.is_valid({**ORGANISATION, "page_views": {"goatcounter": written}}) == is_right
