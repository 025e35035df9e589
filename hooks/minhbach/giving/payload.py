"""What a VietQR code says: an account, and what to write with the transfer.

The text is that of EMVCo's "QR Code Specification for Payment Systems: Merchant-Presented Mode" in the form
that NAPAS gives it ("Technical Specifications on NAPAS QR Switching", part IV, version 1.5.2, January 2021),
for the service QRIBFTTA: a transfer to an account, at once, between banks.
"""

from __future__ import annotations

import re

NO_BANK = "000000"
"""Six digits that no bank has: NAPAS knows its members by numbers such as 970436."""

_GUID = "A000000727"
"""NAPAS among those whom EMVCo's codes can name."""
_TRANSFER_TO_ACCOUNT = "QRIBFTTA"
_DONG, _VIET_NAM = "704", "VN"  # ISO 4217, ISO 3166-1
_BANK = re.compile(r"[0-9]{6}")
_ACCOUNT = re.compile(r"[0-9A-Za-z]{1,19}")
_MEMO = re.compile(r"[ -~]{0,25}")
MAX_AMOUNT_VND = 10**13 - 1
"""The field holds 13 characters."""
_MAX_FIELD = 99


class PayloadError(ValueError):
    """A value that a VietQR code cannot hold; the message names the field and the value."""


def write_payload(bank_bin: str, number: str, memo: str = "", amount_vnd: int | None = None) -> str:
    """Return the text of a VietQR code for a transfer to account ``number`` of the bank ``bank_bin``.

    ``memo`` is what is written with the transfer: at most 25 printable ASCII characters. With ``amount_vnd``
    the code is for one transfer of that sum (in đồng), without it for any number of any sums. Raises
    PayloadError for what the format cannot hold.
    """
    _require(_BANK, "bank_bin", bank_bin)
    _require(_ACCOUNT, "number", number)
    _require(_MEMO, "memo", memo)
    if amount_vnd is not None and not 0 < amount_vnd <= MAX_AMOUNT_VND:
        raise PayloadError(f"amount_vnd: {amount_vnd}")
    beneficiary = _field("00", bank_bin) + _field("01", number)
    account = _field("00", _GUID) + _field("01", beneficiary) + _field("02", _TRANSFER_TO_ACCOUNT)
    body = (
        _field("00", "01")
        + _field("01", "11" if amount_vnd is None else "12")
        + _field("38", account)
        + _field("53", _DONG)
        + (_field("54", str(amount_vnd)) if amount_vnd is not None else "")
        + _field("58", _VIET_NAM)
        + (_field("62", _field("08", memo)) if memo else "")
        + "6304"
    )
    return f"{body}{crc16(body.encode('ascii')):04X}"


def crc16(data: bytes) -> int:
    """Return the checksum that EMVCo asks for: polynomial 0x1021, begun with 0xFFFF, not reflected.

    That is the one catalogued as CRC-16/IBM-3740, also called CCITT-FALSE.
    """
    crc = 0xFFFF
    for byte in data:
        crc ^= byte << 8
        for _bit in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def _field(tag: str, value: str) -> str:
    assert len(value) <= _MAX_FIELD, tag  # the lengths of its parts are limited above
    return f"{tag}{len(value):02}{value}"


def _require(pattern: re.Pattern[str], name: str, value: str) -> None:
    if not pattern.fullmatch(value):
        raise PayloadError(f"{name}: {value!r}")
