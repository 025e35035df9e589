"""The columns of the four ledgers: the one place that says what a ledger file may hold and what is published.

Tables live in DuckDB. ``gifts`` and its neighbours hold every row as it was written, names that are
withheld among them; nothing outside ``minhbach.ledger`` may read them. ``public_gifts`` and its neighbours
hold what the public may see, and every page, export and index is made from them alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

LedgerName = Literal["gifts", "expenses", "pledges", "deliveries"]

NOT_VALUED = "not-valued"
"""In the column ``valuation``: goods whose worth in đồng nobody has stated. Outside the totals of money."""
NOT_VALUED_WORDS = ("not-valued", "không quy đổi")
"""How staff may write it."""

CONSENTS = ("given", "refused", "withdrawn")
"""In the column ``consent``: whether the name may be shown with this row."""

MAX_AMOUNT_VND = 10**15 - 1
"""A row of a quadrillion đồng or more is a slip of the keyboard: it is several times the state's budget."""
MAX_QUANTITY = 10**9


@dataclass(frozen=True)
class Column:
    """A column of ledger files. ``required``: the header must hold it, and every row a value."""

    name: str
    required: bool = False
    is_public_text: bool = False
    """Whether what is written in it is published as it is."""


@dataclass(frozen=True)
class LedgerColumns:
    """What the files of one ledger hold. The first kind is meant where a row says none."""

    name: LedgerName
    kinds: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def folder(self) -> str:
        """Where the files lie, relative to the repository."""
        return f"data/{self.name}/"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns in the order in which files are written."""
        return tuple(column.name for column in self.columns)


_RECEIPT = Column("receipt", required=True, is_public_text=True)
_DATE = Column("date", required=True)
_RECEIPT_IF_ANY, _DATE_IF_ANY = Column("receipt", is_public_text=True), Column("date")
"""Of gifts: a list that names who gave, but neither day nor receipt, is true and can be published."""
_KIND = Column("kind")
_WHO = (
    Column("donor"),
    Column("name", is_public_text=True),
    Column("donor_kind"),
    Column("ward"),
    Column("consent"),
)
_GOODS = (
    Column("item", is_public_text=True),
    Column("quantity"),
    Column("unit", is_public_text=True),
)
_LAST = (Column("refers_to"), Column("note", is_public_text=True))

LEDGERS: Mapping[LedgerName, LedgerColumns] = {
    "gifts": LedgerColumns(
        "gifts",
        ("gift", "collection", "refund", "correction"),
        (
            *(_RECEIPT_IF_ANY, _DATE_IF_ANY, _KIND, *_WHO),
            *(Column("campaign"), Column("fund"), Column("amount_vnd")),
            *(*_GOODS, Column("valuation", is_public_text=True), *_LAST),
        ),
    ),
    "expenses": LedgerColumns(
        "expenses",
        ("expense", "transfer", "refund", "correction"),
        (
            *(_RECEIPT, _DATE, _KIND, Column("campaign"), Column("fund"), Column("to_fund")),
            *(Column("purpose"), Column("payee", is_public_text=True), Column("ward")),
            *(Column("amount_vnd", required=True), *_LAST),
        ),
    ),
    "pledges": LedgerColumns(
        "pledges",
        ("pledge", "cancellation"),
        (
            *(_RECEIPT, _DATE, _KIND, *_WHO, Column("campaign", required=True), Column("amount_vnd")),
            *(*_GOODS, *_LAST),
        ),
    ),
    "deliveries": LedgerColumns(
        "deliveries",
        ("delivery", "correction"),
        (
            *(_RECEIPT, _DATE, _KIND, Column("campaign", required=True), Column("ward")),
            *(Column("amount_vnd"), *_GOODS, Column("households"), Column("place", is_public_text=True)),
            *_LAST,
        ),
    ),
}
"""``kind`` and what it means for ``amount_vnd``, which is written without a sign except in corrections:

gifts       gift: received from one donor. collection: received from many who are not listed one by one
            ("not itemised": a collection box). refund: paid back, refers to its gift. correction: a
            difference, with its sign, to the row it refers to.
expenses    expense: paid. transfer: from ``fund`` to ``to_fund``; where both are the same, what is left of
            a campaign becomes free for the fund's other work. refund: came back of the expense it refers
            to. correction: as above.
pledges     pledge: promised. cancellation: taken back, refers to its pledge (all of it where no amount or
            quantity is given).
deliveries  delivery: handed over. correction: as above, in ``quantity`` or ``amount_vnd``.
"""

PUBLIC_TABLES: Mapping[LedgerName, str] = {
    "gifts": """
        receipt VARCHAR, day DATE, kind VARCHAR, listing VARCHAR, donor VARCHAR, name VARCHAR,
        donor_kind VARCHAR, ward VARCHAR, campaign VARCHAR, fund VARCHAR, amount_vnd BIGINT,
        is_goods BOOLEAN, item VARCHAR, quantity DECIMAL(15,3), unit VARCHAR, valuation VARCHAR,
        refers_to VARCHAR, note VARCHAR, folded VARCHAR, sort_key VARCHAR, number INTEGER,
        counted_year INTEGER
    """,
    "expenses": """
        receipt VARCHAR, day DATE, kind VARCHAR, campaign VARCHAR, fund VARCHAR, to_fund VARCHAR,
        purpose VARCHAR, payee VARCHAR, ward VARCHAR, amount_vnd BIGINT, refers_to VARCHAR, note VARCHAR,
        number INTEGER
    """,
    "pledges": """
        receipt VARCHAR, day DATE, kind VARCHAR, donor VARCHAR, name VARCHAR, donor_kind VARCHAR,
        ward VARCHAR, campaign VARCHAR, amount_vnd BIGINT, item VARCHAR, quantity DECIMAL(15,3), unit VARCHAR,
        refers_to VARCHAR, note VARCHAR, number INTEGER
    """,
    "deliveries": """
        receipt VARCHAR, day DATE, kind VARCHAR, campaign VARCHAR, ward VARCHAR, amount_vnd BIGINT,
        item VARCHAR, quantity DECIMAL(15,3), unit VARCHAR, households INTEGER, place VARCHAR,
        refers_to VARCHAR, note VARCHAR, number INTEGER
    """,
}
"""The public tables ``public_<ledger>``. Cells that hold nothing are NULL, never "".

``number``: the row's place in the ledger, from 1, in the order of files and lines. ``amount_vnd`` and
``quantity`` have the sign of their effect: positive for what a gift, expense, pledge or delivery adds,
negative for refunds and cancellations, either for corrections (of expenses: positive is more spent; a refund
of an expense is negative). Goods carry their stated value in ``amount_vnd`` (NULL: not valued) and
``is_goods``. ``fund`` is filled in where the file left it out because the chapter has only one. Gifts:
``listing`` is "named", "anonymous" or "not-itemised"; ``name`` and ``donor`` are NULL unless "named";
``folded`` is the name in small letters without diacritics (đ → d, one space between words), ``sort_key`` puts
names in Vietnamese order; ``receipt`` and ``day`` are NULL where the list states none, and ``counted_year``
is then the year of its campaign if that began and ended in one. ``refers_to`` names a receipt of the same
ledger, for gifts of kind "gift" one of the pledges.
"""
