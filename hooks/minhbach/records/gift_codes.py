"""How the codes are hashed with which donors look up their gifts (data/gift-codes.yml)."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from minhbach.records.base import Record

FEWEST_ITERATIONS = 100_000
MOST_ITERATIONS = 2_000_000
"""A cheap phone then takes some seconds for one code."""
_SALT = re.compile(r"(?:[0-9a-f]{2}){16,64}")


def _salt(value: Any) -> str:
    if isinstance(value, str) and _SALT.fullmatch(value):
        return value
    raise PydanticCustomError("salt_text", "not a salt")


Salt = Annotated[
    str, BeforeValidator(_salt), WithJsonSchema({"type": "string", "pattern": f"^{_SALT.pattern}$"})
]
"""At least 16 random bytes in small hexadecimal digits."""


class GiftCodesRecord(Record):
    """The salt and the slowness of the hashes in data/codes/; made by ``minhbach codes``, and never changed.

    A code has 80 random bits, which nobody can try out; that trying one is slow costs a donor a second.
    """

    salt: Salt
    iterations: int = Field(ge=FEWEST_ITERATIONS, le=MOST_ITERATIONS)
    """Of PBKDF2 with HMAC-SHA-256."""
