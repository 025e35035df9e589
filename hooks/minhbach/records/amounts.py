"""Sums of money in đồng as YAML files write them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from minhbach.numbers.bare import read_bare
from minhbach.records.base import MAX_NUMBER


def _amount(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    try:
        amount = read_bare(value, whole=True) if isinstance(value, str) else None
    except ValueError:
        amount = None
    # There is no smaller coin than a đồng.
    if amount is None or amount != amount.to_integral_value() or amount > MAX_NUMBER:
        raise PydanticCustomError("amount_text", "not a whole number of đồng")
    return amount


Amount = Annotated[
    Decimal,
    BeforeValidator(_amount),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": int(MAX_NUMBER)},
                {"type": "string", "pattern": r"^[1-9][0-9]{0,2}(\.[0-9]{3})+$"},
            ]
        }
    ),
]
"""A sum of money in đồng, in digits or in groups of three: ``125000000``, ``125.000.000``."""
