"""Money and quantities as cells give them; what could mean two things is refused."""

from __future__ import annotations

import re
from decimal import Decimal

from minhbach.imports.faults import CellError
from minhbach.imports.headings import FOREIGN, plain, read_unit
from minhbach.imports.tables import Cell, is_blank, write_cell
from minhbach.language import mark as _
from minhbach.ledger.columns import MAX_AMOUNT_VND, MAX_QUANTITY
from minhbach.numbers.bare import counts_whole_things, write_bare
from minhbach.numbers.reading import UnreadableNumber, read_quantities

NO_AMOUNT = _("no amount is given.")
NOT_AN_AMOUNT = _("“{found}” is not an amount in digits. Write it as 1.500.000.")
AMBIGUOUS = _("“{found}” may mean {first} or {second} đồng. Write every digit: 1.500.000.")
FOREIGN_MONEY = _("“{found}” is not in đồng. Write what the bank or treasury took it in at, in đồng.")
NOT_WHOLE = _("“{found}” is not a whole number of đồng.")
NOT_POSITIVE = _("“{found}” is not above zero. A refund is entered in the ledger by hand.")
TOO_LARGE = _("“{found}” is a quadrillion đồng or more.")
UNIT_UNCLEAR = _("“{found}”: đồng or nghìn đồng? Name the unit in the heading, such as “Số tiền (đồng)”.")
TWO_UNITS = _("“{found}” has a unit of its own, though the heading has another. Write the number alone.")
NO_QUANTITY = _("goods need a quantity. Write it in a column “Số lượng”.")
NO_UNIT = _("goods need a unit. Write it in a column “ĐVT”.")
NOT_A_QUANTITY = _("“{found}” is not one clear quantity. Write it in digits, the unit in another column.")

SMALLEST_CLEAR_VND = 1000
"""Below it, a number without a unit is far likelier meant in thousands: there is hardly a smaller note."""

_SPACED_GROUPS = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))")
_NEGATIVE = re.compile(r"[-\u2212\u2013]|\(.*[0-9].*\)$")
_THOUSANDTH = Decimal("0.001")
_PREFIXES = frozenset({"", "vnd", "₫"})
_SHORT_SCALES = {"k": Decimal(1000), "tr": Decimal(10) ** 6}
_ITEM = re.compile(
    r"([0-9][0-9.,]*) ?"
    r"(kg|tấn|tạ|yến|lít|thùng|suất|bộ|chiếc|cái|hộp|gói|túi|chai|quyển|cuốn|đôi|phần) (\S.*)"
)


def read_amount(cell: Cell, unit: Decimal | None) -> int:
    """Return how many đồng a cell states. ``unit`` is the heading's: None where it names none.

    Raises CellError for what is no amount, may mean two, is in other money, is not a whole number of đồng,
    not above zero or 10^15 and more, and for a small number without any unit.
    """
    if is_blank(cell):
        raise CellError(NO_AMOUNT)
    found = write_cell(cell)
    if unit == FOREIGN:
        raise CellError(FOREIGN_MONEY, found=found)
    factor = unit or Decimal(1)
    if isinstance(cell, str):
        values, has_unit = _read_text(found, factor)
    elif isinstance(cell, int | float) and not isinstance(cell, bool):
        values, has_unit = [Decimal(repr(cell)) * factor], False
    else:
        raise CellError(NOT_AN_AMOUNT, found=found)
    whole = sorted({value for value in values if value == value.to_integral_value()})
    if not whole:
        raise CellError(NOT_WHOLE, found=found)
    if len(whole) > 1:
        raise CellError(AMBIGUOUS, found=found, first=_dotted(whole[0]), second=_dotted(whole[1]))
    if whole[0] <= 0:
        raise CellError(NOT_POSITIVE, found=found)
    if whole[0] > MAX_AMOUNT_VND:
        raise CellError(TOO_LARGE, found=found)
    if unit is None and not has_unit and whole[0] < SMALLEST_CLEAR_VND:
        raise CellError(UNIT_UNCLEAR, found=found)
    return int(whole[0])


def _read_text(found: str, factor: Decimal) -> tuple[list[Decimal], bool]:
    """Return what a text may mean in đồng, and whether it states a unit or scale itself."""
    if _NEGATIVE.match(found):
        raise CellError(NOT_POSITIVE, found=found)
    try:
        reading = read_quantities(_SPACED_GROUPS.sub("\u00a0", found))
    except UnreadableNumber:
        raise CellError(NOT_AN_AMOUNT, found=found) from None
    unit_text = reading.unit_text.rstrip(" .,;/-").removesuffix(" chẵn").strip()
    before = reading.before.casefold()
    scale = _SHORT_SCALES.get(unit_text.casefold(), Decimal(1)) if not reading.has_scale else Decimal(1)
    own_unit = read_unit(unit_text) if plain(unit_text) else None
    if FOREIGN in (own_unit, read_unit(before)) or "$" in found or "€" in found:
        raise CellError(FOREIGN_MONEY, found=found)
    is_dong = own_unit == 1 or unit_text in ("", "₫") or scale != 1
    if reading.is_qualified or reading.rate or not is_dong or before not in _PREFIXES:
        raise CellError(NOT_AN_AMOUNT, found=found)
    has_unit = bool(unit_text or before or reading.has_scale)
    if has_unit and factor != 1:
        raise CellError(TWO_UNITS, found=found)
    factor *= scale
    # There are no thousandths of a đồng: in "500,000" the comma stands between groups.
    meant = [
        candidate.value * factor
        for candidate in reading.candidates
        if reading.has_scale or factor != 1 or candidate.step > _THOUSANDTH
    ]
    return meant, has_unit


def _dotted(value: Decimal) -> str:
    return f"{int(value):,}".replace(",", ".")


def read_goods(quantity: Cell, unit: str, item: str) -> tuple[str, str, str]:
    """Return quantity (plain digits, "." before decimals, four where three could be a group), unit and name.

    A quantity with its unit in one cell ("50 kg"), and goods that begin with both ("50 kg gạo"), are taken
    apart where the sheet gives no other. Raises CellError where either is missing or unclear.
    """
    if is_blank(quantity):
        match = _ITEM.fullmatch(item)
        if match is None or unit:
            raise CellError(NO_QUANTITY)
        quantity, unit, item = match[1], match[2], match[3]
    if isinstance(quantity, bool) or not isinstance(quantity, str | int | float):
        raise CellError(NOT_A_QUANTITY, found=write_cell(quantity))
    found = write_cell(quantity)
    if isinstance(quantity, str):
        try:
            reading = read_quantities(found)
        except UnreadableNumber:
            raise CellError(NOT_A_QUANTITY, found=found) from None
        values = {candidate.value for candidate in reading.candidates}
        own_unit = reading.unit_text
        # "1.500 thùng" is no box and a half: what comes whole is read as Vietnamese writes it.
        if counts_whole_things(unit or own_unit) and "," not in found:
            values = {reading.candidates[0].value}
        if reading.is_qualified or reading.before or reading.rate or len(values) != 1:
            raise CellError(NOT_A_QUANTITY, found=found)
        if own_unit and unit and plain(own_unit) != plain(unit):
            raise CellError(NOT_A_QUANTITY, found=found)
        unit = unit or own_unit
        value = values.pop()
    else:
        value = Decimal(repr(quantity))
    if not value.is_finite() or not 0 < value <= MAX_QUANTITY or value != round(value, 3):
        raise CellError(NOT_A_QUANTITY, found=found)
    if not unit:
        raise CellError(NO_UNIT)
    # A ledger reads "2.375 kg" in two ways, and asks; "2.3750" it cannot misread.
    return write_bare(value).replace(",", "."), unit, item
