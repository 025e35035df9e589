"""The four kinds of not knowing: why a value is not there. Each has its own words, and none is zero."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from minhbach.records.base import read_day


class Missing(StrEnum):
    """Why there is no value.

    ``not-yet-published`` says that the chapter has it and has not released it, which is a statement about the
    chapter: the other three are for all that only nobody said, wrote down or entered.
    """

    NOT_YET_PUBLISHED = "not-yet-published"
    """chưa công bố: it exists, and has not been released."""
    NOT_STATED = "not-stated"
    """nguồn không nêu: the source does not say."""
    NOT_RECORDED = "not-recorded"
    """chưa có ghi chép: nobody wrote it down."""
    UNKNOWN = "unknown"
    """chưa có thông tin: nothing at all is known of it here."""


def _day_or_missing(value: Any) -> date | Missing:
    if isinstance(value, str) and not value[:1].isdigit():
        try:
            return Missing(value)
        except ValueError:
            details = {"choices": ", ".join(Missing)}
            raise PydanticCustomError(
                "day_or_missing_text", "no date, nor why there is none", details
            ) from None
    return read_day(value)


DayOrMissing = Annotated[
    date | Missing,
    BeforeValidator(_day_or_missing),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"enum": list(Missing)}]}),
]
"""A calendar day in Viet Nam, or why it is not known: ``2025-01-16``, ``not-stated``."""


def known_day(value: date | Missing | None) -> date | None:
    """Return the day that a record gives, if it gives one."""
    return value if isinstance(value, date) else None
