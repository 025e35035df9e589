"""From a YAML document to a record: validation by pydantic, its errors put as problems with positions."""

from __future__ import annotations

import types
from difflib import get_close_matches
from functools import lru_cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from minhbach.language import mark
from minhbach.problems import Position, Problem, kinds
from minhbach.records.base import MAX_IDENTIFIER
from minhbach.records.period_words import suggest_period
from minhbach.sources.yaml_tree import YamlDocument
from minhbach.words import slugify

T = TypeVar("T")
Location = tuple[str | int, ...]

_KEY = "[key]"
"""With this pydantic ends the location of a key that is itself at fault."""
_NUMBER_OR = mark("a number written in digits, such as 24600000000 or 12.5, or else {choices}")
_EXPECTED = {
    "number_text": mark("a number written in digits, such as 24600000000 or 12.5"),
    "literal_error": mark("one of: {choices}"),
    "enum": mark("one of: {choices}"),
    "day_or_missing_text": mark("a date such as 2025-01-16, or else {choices}"),
    "line_text": mark("a text"),
    "amount_text": mark("a whole number of đồng, such as 1500000 or 1.500.000"),
    "truth_text": mark("true or false"),
    "origin_text": mark("the address of a server: https:// and its name, nothing after it"),
    "bank_text": mark("six digits"),
    "account_text": mark("4 to 19 letters and digits, without spaces or dots"),
    "sha256_text": mark("64 digits 0–9 and a–f, as “sha256sum” prints them"),
    "memo_text": mark("at most 25 letters without diacritics, digits and single spaces"),
    "int_parsing": mark("a whole number"),
    "int_parsing_size": mark("a whole number"),
    "int_type": mark("a whole number"),
    "greater_than_equal": mark("at least {ge}"),
    "less_than_equal": mark("at most {le}"),
    "string_too_long": mark("a text of at most {max_length} characters"),
    "string_pattern_mismatch": mark("an address that begins with https://"),
    "tuple_type": mark("a list"),
    "dict_type": mark("a mapping"),
    "model_type": mark("a mapping"),
    "model_attributes_type": mark("a mapping"),
    "salt_text": mark("32 to 128 digits 0–9 and a–f, as “minhbach codes” has written them"),
    "too_short": mark("at least one entry"),
}


def read_record(model: Any, document: YamlDocument) -> tuple[Any | None, list[Problem]]:
    """Validate ``document`` as ``model`` (a record class, or a container of them).

    Returns the record (None if it cannot be used) and every problem found in the document.
    """
    try:
        return _adapter(model).validate_python(document.data), []
    except ValidationError as error:
        return None, _problems(model, document, error)


@lru_cache(maxsize=64)
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def nearest(found: str, known: list[str]) -> str:
    """Return the known word that ``found`` was most probably meant to be, or ""."""
    matches = get_close_matches(found, known, n=1, cutoff=0.6)
    return matches[0] if matches else ""


def nearest_address(found: str, known: list[str]) -> str:
    """Return the known address that ``found`` was most probably meant to be, or "".

    A figure of the same name in another file comes first: it was moved, or the year is a slip.
    """
    same = [address for address in known if address.partition(".")[2] == found.partition(".")[2] != ""]
    return nearest(found, same) or nearest(found, known)


def _problems(model: Any, document: YamlDocument, error: ValidationError) -> list[Problem]:
    problems: dict[tuple[Position, str, str], Problem] = {}
    for details in error.errors():
        location = _plain_location(document, tuple(part for part in details["loc"] if part != _KEY))
        problem = _translate(model, document, location, details)
        place = (problem.at, problem.kind.code, problem.details.get("key", ""))
        if place in problems and "choices" in problem.details:
            # A union of a number and a word reports both; one message names both.
            both = {**problem.details, "expected_message": _NUMBER_OR}
            problems[place] = Problem(problem.kind, problem.at, both)
        problems.setdefault(place, problem)
    return list(problems.values())


def _plain_location(document: YamlDocument, location: Location) -> Location:
    """Keep the parts of a pydantic location that are keys and indexes of the document (not union tags)."""
    plain: list[str | int] = []
    value = document.data
    for index, part in enumerate(location):
        if isinstance(value, dict) and isinstance(part, str):
            if part in value:
                value = value[part]
            elif index < len(location) - 1:
                continue
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            continue
        plain.append(part)
    return tuple(plain)


def _translate(model: Any, document: YamlDocument, location: Location, details: ErrorDetails) -> Problem:
    key = str(location[-1]) if location else ""
    value = _value(document, location)
    found = _show(value)
    match details["type"]:
        case "extra_forbidden":
            known = _known_keys(model, location[:-1])
            # Who wrote the right key too did not mean it by the wrong one: it would stand there twice.
            absent = [name for name in known if name not in _value(document, location[:-1])]
            return Problem(
                kinds.KEY_UNKNOWN,
                document.position(location, key=True),
                {"key": key, "nearest": nearest(key, absent), "known": ", ".join(known)},
            )
        case "missing":
            return Problem(kinds.KEY_MISSING, document.position(location[:-1]), {"key": key})
        case "identifier_text" if details["loc"][-1] == _KEY:
            return Problem(
                kinds.ID_INVALID,
                document.position(location, key=True),
                {"found": key, "expected": suggest_identifier(key)},
            )
        case _ if value is None and location:
            return Problem(kinds.VALUE_MISSING, document.position(location, key=True), {"key": key})
        case "period_text" | "period_reversed":
            return _period_problem(details, key, document.position(location))
        case "day_text" | "moment_text" | "day_hour_text":
            return Problem(kinds.DATE_IMPOSSIBLE, document.position(location), {"found": found, "key": key})
        case "identifier_text":
            return Problem(
                kinds.ID_INVALID,
                document.position(location),
                {"found": found, "expected": suggest_identifier(found)},
            )
        case kind:
            return Problem(
                kinds.VALUE_INVALID,
                document.position(location),
                {"found": found, **_expected(kind, key, details)},
            )


def _period_problem(details: ErrorDetails, key: str, at: Position) -> Problem:
    context = {name: str(value) for name, value in details["ctx"].items()}
    if details["type"] == "period_reversed":
        return Problem(kinds.PERIOD_REVERSED, at, context)
    meant = suggest_period(context["found"])
    return Problem(kinds.PERIOD_UNREADABLE, at, context | {"key": key, "nearest": meant})


def _expected(kind: str, key: str, details: ErrorDetails) -> dict[str, str]:
    """Return what a value should have been, as details of a problem."""
    expected = {name: str(value) for name, value in details.get("ctx", {}).items() if name != "expected"}
    if kind in ("literal_error", "enum"):
        choices = str(details.get("ctx", {}).get("expected", ""))
        expected["choices"] = choices.replace("'", "").replace(" or ", ", ")
    expected["expected_message"] = _EXPECTED.get(kind, mark("another value"))
    # Only a file as a whole has no key.
    return expected | ({"key": key} if key else {"key_message": mark("the whole file")})


def suggest_identifier(text: str) -> str:
    """Return an identifier made of ``text``, for a message."""
    return slugify(text)[:MAX_IDENTIFIER].strip("-") or "ten-khong-dau"


def _value(document: YamlDocument, location: Location) -> Any:
    value = document.data
    for part in location:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _show(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return "{" + ", ".join(map(str, value)) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_show, value)) + "]"
    return str(value)


def _known_keys(model: Any, location: Location) -> list[str]:
    """Return the keys that the record at ``location`` within ``model`` accepts."""
    here = model
    for part in location:
        here = _below(here, part)
        if here is None:
            return []
    # The only entry of a list may stand without it.
    here = _record_of(here) or _record_of(_below(here, 0))
    return (
        sorted(field.alias or name for name, field in here.model_fields.items()) if here is not None else []
    )


def _below(model: Any, part: str | int) -> Any:
    record = _record_of(model)
    if record is not None:
        named = {field.alias or name: field for name, field in record.model_fields.items()}
        field = named.get(str(part))
        return field.annotation if field else None
    origin, arguments = get_origin(model), get_args(model)
    if origin is Annotated:
        return _below(arguments[0], part)
    if origin is dict:
        return arguments[1]
    if origin in (list, tuple):
        return arguments[0]
    if origin in (Union, types.UnionType):
        for argument in arguments:
            if (found := _below(argument, part)) is not None:
                return found
    return None


def _record_of(model: Any) -> type[BaseModel] | None:
    if isinstance(model, type) and issubclass(model, BaseModel):
        return model
    for argument in get_args(model) if get_origin(model) in (Union, types.UnionType) else ():
        if (found := _record_of(argument)) is not None:
            return found
    return None
