"""What all records share: the base model, and the types of hand-written values.

YAML values arrive as text (``sources.yaml_tree``), so each type here says how its text reads.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from minhbach.prose.typography import set_type
from minhbach.records.period import (
    DayHour,
    Period,
    PeriodError,
    PeriodReversedError,
    parse_day_hour,
    parse_period,
)

VIETNAM = timezone(timedelta(hours=7), "+07:00")
"""Viet Nam has kept UTC+7 without summer time since 1975, so a fixed offset is exact for all our dates."""

MAX_NUMBER = Decimal(10) ** 15
MAX_IDENTIFIER = 120
_NUMBER = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,6})?")
_WRITTEN_NUMBER = re.compile(r"[0-9]{1,18}|(?=.{1,40}$)[0-9]+(?:[.,\u0020\u00a0\u202f][0-9]+)+")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:\d{2})?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MARKUP = re.compile(r"\s+")
_ORIGIN = re.compile(r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[1-9][0-9]{0,4})?")


class Record(BaseModel):
    """A frozen record that accepts exactly the keys it names."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, hide_input_in_errors=True
    )


def _number(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and _NUMBER.fullmatch(value) and (number := Decimal(value)) <= MAX_NUMBER:
        return number
    raise PydanticCustomError("number_text", "not a number")


def _written_number(value: Any) -> str:
    if isinstance(value, (Decimal, int)) and not isinstance(value, bool):
        value = f"{value:f}" if isinstance(value, Decimal) else str(value)
    if isinstance(value, str) and _WRITTEN_NUMBER.fullmatch(written := value.strip()):
        return written
    raise PydanticCustomError("number_text", "not a number")


def read_day(value: Any) -> date:
    """Return the day that a hand-written value means, for a type of record."""
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("day_text", "not a date")


def read_moment(value: Any) -> datetime | None:
    """Return the time that a hand-written value means, in Viet Nam's zone; None if it is none."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, str) and (match := _MOMENT.fullmatch(value)):
        day, time, zone = match.groups()
        try:
            return datetime.fromisoformat(f"{day}T{time}{zone or '+07:00'}").astimezone(VIETNAM)
        except (ValueError, OverflowError):  # the latter beyond the years 1 to 9999
            pass
    return None


def _moment(value: Any) -> datetime:
    if (moment := read_moment(value)) is None:
        raise PydanticCustomError("moment_text", "not a time")
    return moment


def _day_hour(value: Any) -> DayHour:
    if isinstance(value, DayHour):
        return value
    try:
        return parse_day_hour(value.strip() if isinstance(value, str) else "")
    except PeriodError:
        raise PydanticCustomError("day_hour_text", "not a day, with or without an hour") from None


def _period(value: Any) -> Period:
    try:
        return parse_period(value)
    except PeriodError as error:
        raise PydanticCustomError("period_text", "not a period", {"found": str(error)}) from None
    except PeriodReversedError as error:
        ends = {"start": error.start, "end": error.end}
        raise PydanticCustomError("period_reversed", "it ends before it starts", ends) from None


def _identifier(value: Any) -> str:
    if isinstance(value, str) and len(value) <= MAX_IDENTIFIER and _IDENTIFIER.fullmatch(value):
        return value
    raise PydanticCustomError("identifier_text", "not an identifier")


def _line(value: Any) -> str:
    if isinstance(value, str) and (line := _MARKUP.sub(" ", value).strip()):
        return line
    raise PydanticCustomError("line_text", "not a text")


def _origin(value: Any) -> str:
    # People copy the address from the browser, which adds the last "/".
    if isinstance(value, str) and _ORIGIN.fullmatch(origin := value.strip().lower().removesuffix("/")):
        return origin
    raise PydanticCustomError("origin_text", "not the address of a server")


def _truth(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise PydanticCustomError("truth_text", "neither true nor false")


Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": float(MAX_NUMBER)}),
]
"""A number written in digits with an optional decimal point, from 0 to 10^15: ``24600000000``, ``12.5``."""

WrittenNumber = Annotated[
    str,
    BeforeValidator(_written_number),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": float(MAX_NUMBER)},
                {"type": "string", "pattern": r"^[0-9]+(?:[., ][0-9]+)*$"},
            ]
        }
    ),
]
"""A number as it was typed: "3858", "3.858", "12,5". What "3.858" means depends on what is counted, so it is
read where that is known (``numbers.bare``)."""

Day = Annotated[date, BeforeValidator(read_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar day in Viet Nam: ``2025-01-16``."""

AsOf = Annotated[
    DayHour,
    PlainValidator(_day_hour),
    WithJsonSchema({"type": "string", "examples": ["2025-08-14", "2025-08-14 06:30"]}),
]
"""A day in Viet Nam, with the hour where the source gives it: ``2025-08-14 06:30``."""

_END_SCHEMA = {"type": "string", "examples": ["2025-08-14", "2025-08-14 08:00", "2024-01", "2021"]}
PeriodText = Annotated[
    Period,
    PlainValidator(_period),
    WithJsonSchema(
        {
            "anyOf": [
                {
                    "type": "string",
                    "examples": [
                        "2024",
                        "2024-H1",
                        "2024-Q1",
                        "2025-9M",
                        "2024-01",
                        "2024-01-15",
                        "2021-2026",
                    ],
                },
                {"type": "integer"},
                {
                    "type": "object",
                    "properties": {"start": _END_SCHEMA, "end": _END_SCHEMA},
                    "additionalProperties": False,
                    "minProperties": 1,
                },
            ]
        }
    ),
]
"""A stretch of time: ``2024``, ``2024-Q1``, ``{start: 2012-04-01, end: 2012-05-08}``."""

Moment = Annotated[
    datetime, BeforeValidator(_moment), WithJsonSchema({"type": "string", "examples": ["2025-01-16 08:43"]})
]
"""A time, Viet Nam's unless an offset is written: ``2025-01-16 08:43``."""

Identifier = Annotated[
    str,
    BeforeValidator(_identifier),
    WithJsonSchema({"type": "string", "pattern": f"^{_IDENTIFIER.pattern}$"}),
]
"""Small ASCII letters, digits and single hyphens: ``tet-nhan-ai-2025``."""

Line = Annotated[str, BeforeValidator(_line), Field(max_length=2000)]
"""A text on one line, not empty; line breaks and runs of spaces become one space."""

SetLine = Annotated[Line, AfterValidator(set_type)]
"""A text on one line that readers see as a whole, with the marks of print."""

Lines = Annotated[
    tuple[Line, ...],
    BeforeValidator(lambda value: [value] if isinstance(value, str) else value),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""One text, or a list of them."""

Origin = Annotated[
    str,
    BeforeValidator(_origin),
    WithJsonSchema({"type": "string", "pattern": f"^{_ORIGIN.pattern}/?$"}),
]
"""The address of a server, without name, path or question: ``https://ten-hoi.goatcounter.com``."""

Truth = Annotated[bool, BeforeValidator(_truth)]
"""``true`` or ``false``."""
