"""Names and notes that hold a number of a person are found; amounts, dates and years are none."""

import pytest

from minhbach.imports import private
from minhbach.imports.private import find_private, names_somebody


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Trần Thị Mẫu 0912345678", private.PHONE),
        ("ĐT 0912 345 678", private.IDENTITY),
        ("gọi 0912 345 678 nhé", private.PHONE),
        ("0912.345.678", private.PHONE),
        ("+84 912 345 678", private.PHONE),
        ("(024) 3765-4321", private.PHONE),
        ("\uff10\uff19\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18", private.PHONE),
        ("thẻ 001099012345", private.IDENTITY),
        ("012 345 678 (cũ)", private.IDENTITY),
        ("chuyển từ 19031234567890", private.IDENTITY),
        ("STK: 123456", private.IDENTITY),
        ("Số TK 0011 0012", private.IDENTITY),
        ("mau@example.vn", private.EMAIL),
    ],
)
def test_numbers_of_persons_are_found(text, reason) -> None:
    assert find_private(text) == reason


@pytest.mark.parametrize(
    "text",
    [
        *("Trần Thị Mẫu", "Lớp 5A2", "ủng hộ 1.500.000.000 đồng", "Tết 2025", "ngày 16/01/2025", "K66-2024"),
        *(
            "ủng hộ đợt 16.01.2025 và 17.01.2025",
            "tổ 12, khu 3",
            "100.000.000",
            "Hội @ Mẫu",
            "Chuyến 2024-2025",
        ),
    ],
)
def test_amounts_and_dates_are_no_numbers_of_persons(text) -> None:
    assert find_private(text) is None


def test_a_note_that_names_the_donor_is_found() -> None:
    assert names_somebody("TRAN THI MAU ung ho", "Trần Thị Mẫu")
    assert names_somebody("chi mau gui", "Trần Thị Mẫu")
    assert names_somebody("nhờ bà Thử nộp hộ", "")
    assert not names_somebody("ủng hộ bà con vùng lũ", "Trần Thị Mẫu")
    assert not names_somebody("làm mẫu", "Trần Thị Mẫu")
    assert not names_somebody("", "Trần Thị Mẫu")
