"""What every single row of a ledger must keep to, as questions in SQL that find the rows which do not.

A rule's ``where`` is asked of the ledger's view (see ``loading``): its columns as text, ``day``, ``amount``,
``measure`` and ``household_count`` as what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from minhbach.language import mark
from minhbach.ledger.columns import CONSENTS, MAX_AMOUNT_VND, MAX_QUANTITY, NOT_VALUED, LedgerColumns
from minhbach.ledger.numerals import ONE_GROUP
from minhbach.problems import Kind, kinds
from minhbach.sources.text import write_count

PRIVATE_NUMBER = (
    r"(?:\+84|\b84|\b0)(?:[ .\-]?[0-9]){9}\b"  # phone numbers, as people write them
    r"|\b[0-9]{9,}\b"  # identity numbers and accounts; amounts are written with points
    r"|(?:stk|số tk|tài khoản|tk)\W{0,3}[0-9]{6,}"
    r"|[^\s@]+@[^\s@]+\.[^\s@]+"
)
"""What may stand in no public column (Law 91/2025: phone numbers, identity numbers, accounts)."""

_DAY_WORDS = mark("a whole number, not negative")
_QUANTITY_WORDS = mark("a number in digits, such as 12, 1.500 or 12,5, greater than zero")
_ONE_OF = mark("one of: {choices}")


INCOMPLETE = "campaign IN (SELECT id FROM known_campaigns WHERE NOT lists_all)"
"""Whether a gift is one of a list that is declared incomplete."""
FREE_OF_FUNDS = f"""campaign IS NOT NULL AND ("date" IS NULL OR {INCOMPLETE})"""
"""Whether a gift may be in no fund: a balance of a day can count neither money without a day nor examples."""


@dataclass(frozen=True)
class Rule:
    """What is wrong with the rows for which ``where`` holds, told at the cell in ``column``."""

    kind: Kind
    column: str
    where: str
    details: Mapping[str, str] = field(default_factory=dict)
    """By name: words that are the same for all rows."""
    known: str = ""
    """The table of identifiers that the cell should have named, for the nearest one to be suggested."""
    needs: str = ""
    """Another table that must have been read for the rule to say anything."""


def list_rules(ledger: LedgerColumns, today: str) -> Iterator[Rule]:
    """Yield the rules for single rows of ``ledger``; ``today`` is the day of the build (2025-01-16)."""
    for column in ledger.columns:
        if column.required:
            yield Rule(kinds.CELL_MISSING, column.name, f'"{column.name}" IS NULL', {"key": column.name})
    yield Rule(kinds.DATE_IMPOSSIBLE, "date", '"date" IS NOT NULL AND day IS NULL', {"key": "date"})
    yield Rule(kinds.ROW_IN_FUTURE, "date", f"day > DATE '{today}'")
    yield _one_of("kind", ledger.kinds)
    yield from _amounts(ledger)
    if "item" in ledger.names:
        yield from _goods(ledger)
    if "name" in ledger.names:
        yield _one_of("consent", CONSENTS)
        yield _one_of("donor_kind", ("person", "organisation", "ward", "group"))
        yield Rule(kinds.DONOR_UNKNOWN, "donor", _unknown("donor", "donors"), known="donors")
    yield Rule(kinds.CAMPAIGN_UNKNOWN, "campaign", _unknown("campaign", "campaigns"), known="campaigns")
    if "ward" in ledger.names:
        yield Rule(kinds.UNIT_UNKNOWN, "ward", _unknown("ward", "units"), known="units")
    yield from _own_rules(ledger)
    for column in ledger.columns:
        if column.is_public_text and column.name != "receipt":
            found = f"regexp_matches(\"{column.name}\", '{PRIVATE_NUMBER}', 'i')"
            yield Rule(kinds.PRIVATE_NUMBER, column.name, found, {"key": column.name})


def kind_of(ledger: LedgerColumns) -> str:
    """Return the SQL for the kind of a row, the ledger's first where none is written."""
    return f"coalesce(kind, '{ledger.kinds[0]}')"


def _one_of(column: str, choices: tuple[str, ...]) -> Rule:
    listed = ", ".join(f"'{choice}'" for choice in choices)
    details = {"key": column, "expected_message": _ONE_OF, "choices": ", ".join(choices)}
    return Rule(kinds.CELL_INVALID, column, f'"{column}" NOT IN ({listed})', details)


def _unknown(column: str, table: str) -> str:
    return f'"{column}" IS NOT NULL AND "{column}" NOT IN (SELECT id FROM known_{table})'


def _amounts(ledger: LedgerColumns) -> Iterator[Rule]:
    kind = kind_of(ledger)
    foreign = "regexp_matches(amount_vnd, '(?i)usd|eur|gbp|jpy|cny|aud|[$€£¥]')"
    written = "amount_vnd IS NOT NULL AND amount IS NULL"
    huge = "regexp_full_match(amount_vnd, '-?[0-9]{16,}')"
    details = {"key": "amount_vnd"}
    yield Rule(kinds.CURRENCY_FOREIGN, "amount_vnd", f"{written} AND {foreign}")
    yield Rule(kinds.AMOUNT_INVALID, "amount_vnd", f"{written} AND NOT {foreign} AND NOT {huge}", details)
    yield Rule(kinds.AMOUNT_NOT_POSITIVE, "amount_vnd", f"amount <= 0 AND {kind} <> 'correction'")
    yield Rule(kinds.AMOUNT_NOT_POSITIVE, "amount_vnd", f"amount = 0 AND {kind} = 'correction'")
    limit = {"limit": f"{write_count(MAX_AMOUNT_VND + 1)} đồng"}
    # A number of more than 18 digits has no meaning as an amount at all.
    too_large = f"{huge} OR abs(amount) > {MAX_AMOUNT_VND}"
    yield Rule(kinds.AMOUNT_TOO_LARGE, "amount_vnd", too_large, limit)


def _goods(ledger: LedgerColumns) -> Iterator[Rule]:
    """A row is of money or of goods; goods have a quantity and a unit, and say on what their value rests."""
    kind = kind_of(ledger)
    plain = f"{kind} IN ('gift', 'pledge', 'delivery', 'collection')"
    details = {"key": "quantity", "expected_message": _QUANTITY_WORDS}
    two_ways = f"quantity IS NOT NULL AND measure IS NULL AND regexp_full_match(quantity, '{ONE_GROUP}')"
    yield Rule(kinds.QUANTITY_AMBIGUOUS, "quantity", two_ways)
    sign = f"measure < 0 AND {kind} <> 'correction'"
    wrong = f"measure IS NULL OR abs(measure) > {MAX_QUANTITY} OR measure = 0 OR ({sign})"
    where = f"quantity IS NOT NULL AND ({wrong}) AND NOT coalesce({two_ways}, false)"
    yield Rule(kinds.CELL_INVALID, "quantity", where, details)
    if ledger.name == "gifts":
        needed = "item IS NULL"
        goods = f"{plain} AND item IS NOT NULL"
        yield Rule(
            kinds.CELL_MISSING,
            "valuation",
            f"{goods} AND valuation IS NULL",
            {"key": "valuation"},
        )
        valued = f"amount_vnd IS NOT NULL AND valuation = '{NOT_VALUED}'"
        yield Rule(kinds.CELL_SUPERFLUOUS, "amount_vnd", valued, {"key": "amount_vnd"})
        unvalued = f"{goods} AND amount_vnd IS NULL AND valuation <> '{NOT_VALUED}'"
        yield Rule(kinds.CELL_MISSING, "amount_vnd", unvalued, {"key": "amount_vnd"})
        money = "valuation IS NOT NULL AND item IS NULL"
        yield Rule(kinds.CELL_SUPERFLUOUS, "valuation", money, {"key": "valuation"})
    else:
        needed = "item IS NULL AND unit IS NULL AND quantity IS NULL"
    yield Rule(
        kinds.CELL_MISSING,
        "amount_vnd",
        f"{plain} AND {needed} AND amount_vnd IS NULL",
        {"key": "amount_vnd"},
    )
    for column in ("quantity", "unit"):
        other = "item IS NOT NULL" if ledger.name == "gifts" else "(item IS NOT NULL OR quantity IS NOT NULL)"
        where = f'{plain} AND {other} AND "{column}" IS NULL'
        yield Rule(kinds.CELL_MISSING, column, where, {"key": column})


def _own_rules(ledger: LedgerColumns) -> Iterator[Rule]:
    """The rules of one ledger alone, and where a row must refer to another."""
    kind = kind_of(ledger)
    referring = [name for name in ("refund", "correction", "cancellation") if name in ledger.kinds]
    listed = ", ".join(f"'{name}'" for name in referring)
    yield Rule(
        kinds.CELL_MISSING, "refers_to", f"{kind} IN ({listed}) AND refers_to IS NULL", {"key": "refers_to"}
    )
    yield Rule(
        kinds.CELL_MISSING,
        "amount_vnd" if ledger.name != "deliveries" else "quantity",
        f"{kind} IN ('refund', 'correction') AND amount_vnd IS NULL"
        + ("" if ledger.name == "expenses" else " AND quantity IS NULL"),
        {"key": "amount_vnd" if ledger.name != "deliveries" else "quantity"},
    )
    if "fund" in ledger.names:
        yield Rule(kinds.FUND_UNKNOWN, "fund", _unknown("fund", "funds"), known="funds")
        money = "amount_vnd IS NOT NULL" + (" AND item IS NULL" if "item" in ledger.names else "")
        # A row that refers to another takes its fund; the only fund of a chapter need not be named.
        several = "fund IS NULL AND refers_to IS NULL AND (SELECT count(*) FROM known_funds) <> 1"
        if ledger.name == "gifts":  # what no fund's balance could count need not say where it lies
            several += f" AND NOT ({FREE_OF_FUNDS})"
        yield Rule(kinds.CELL_MISSING, "fund", f"{several} AND {money}", {"key": "fund"}, needs="funds")
    if ledger.name == "gifts":
        for column in ("receipt", "date"):
            where = f'{kind} IN ({listed}) AND "{column}" IS NULL'
            yield Rule(kinds.CELL_MISSING, column, where, {"key": column})
        nowhere = '"date" IS NULL AND campaign IS NULL AND fund IS NULL AND refers_to IS NULL'
        yield Rule(kinds.CELL_MISSING, "date", f"{kind} NOT IN ({listed}) AND {nowhere}", {"key": "date"})
        for column in ("donor", "name", "consent", "donor_kind"):
            where = f"{kind} = 'collection' AND \"{column}\" IS NOT NULL"
            yield Rule(kinds.CELL_SUPERFLUOUS, column, where, {"key": column})
        for column in ("donor", "name"):
            where = f"{kind} IN ('refund', 'correction') AND \"{column}\" IS NOT NULL"
            yield Rule(kinds.CELL_SUPERFLUOUS, column, where, {"key": column})
        goods = f"{kind} = 'refund' AND item IS NOT NULL"
        yield Rule(kinds.CELL_SUPERFLUOUS, "item", goods, {"key": "item"})
    if ledger.name == "expenses":
        yield from _expense_rules(kind)
    if ledger.name == "deliveries":
        wrong = "households IS NOT NULL AND (household_count IS NULL OR household_count < 0)"
        details = {"key": "households", "expected_message": _DAY_WORDS}
        yield Rule(kinds.CELL_INVALID, "households", wrong, details)


def _expense_rules(kind: str) -> Iterator[Rule]:
    yield Rule(kinds.PURPOSE_UNKNOWN, "purpose", _unknown("purpose", "purposes"), known="purposes")
    yield Rule(kinds.FUND_UNKNOWN, "to_fund", _unknown("to_fund", "funds"), known="funds")
    yield Rule(kinds.CELL_MISSING, "purpose", f"{kind} = 'expense' AND purpose IS NULL", {"key": "purpose"})
    yield Rule(kinds.CELL_MISSING, "to_fund", f"{kind} = 'transfer' AND to_fund IS NULL", {"key": "to_fund"})
    yield Rule(
        kinds.CELL_SUPERFLUOUS,
        "to_fund",
        f"{kind} <> 'transfer' AND to_fund IS NOT NULL",
        {"key": "to_fund"},
    )
    # What is left of a campaign becomes free: which campaign, and why, must be said.
    within = f"{kind} = 'transfer' AND fund = to_fund"
    yield Rule(kinds.CELL_MISSING, "campaign", f"{within} AND campaign IS NULL", {"key": "campaign"})
    yield Rule(kinds.CELL_MISSING, "note", f"{within} AND note IS NULL", {"key": "note"})
