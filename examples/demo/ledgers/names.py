"""Names of people and groups; every one says that it is a sample."""

from __future__ import annotations

from examples.demo.dice import Dice

SAMPLE = "(mẫu)"

# The commoner names stand more than once.
_FAMILY = (
    *("Nguyễn",) * 8,
    *("Trần",) * 3,
    *("Lê", "Phạm") * 2,
    *("Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Trịnh"),
)
_WOMEN = (
    *("Thị", "Thị", "Thị", "Ngọc", "Thu", "Minh"),
    *("Thuý", "Thanh", "Phương", "Khánh"),
)
_MEN = ("Văn", "Văn", "Văn", "Đức", "Minh", "Quang", "Hữu", "Xuân", "Thế", "Đình")
_GIVEN_WOMEN = (
    *("Lan", "Hương", "Hoa", "Mai", "Hà", "Thảo", "Linh", "Trang", "Yến", "Ngân"),
    *("Nhung", "Oanh", "Quỳnh", "Tuyết", "Vân", "Đào", "Hạnh", "Hiền", "Loan", "Nga"),
)
_GIVEN_MEN = (
    *("Hùng", "Dũng", "Nam", "Sơn", "Tuấn", "Long", "Thắng", "Bình", "Cường", "Đạt"),
    *("Hải", "Khoa", "Lâm", "Phúc", "Quân", "Tài", "Tiến", "Trung", "Việt", "Ý"),
)
_SHOPS = ("Cửa hàng Thí Dụ", "Công ty Minh Hoạ", "Nhà thuốc Ví Dụ", "Quán ăn Thí Dụ", "Xưởng may Minh Hoạ")
_GROUPS = ("Tổ dân phố số", "Nhóm bạn đồng niên Ví Dụ", "Lớp học cũ Thí Dụ", "Chi hội xóm Ví Dụ")


def name_person(dice: Dice) -> str:
    """Return a person's name."""
    middle, given = (_WOMEN, _GIVEN_WOMEN) if dice.chance(0.55) else (_MEN, _GIVEN_MEN)
    return f"{dice.pick(_FAMILY)} {dice.pick(middle)} {dice.pick(given)} {SAMPLE}"


def name_family(dice: Dice) -> str:
    """Return the name of a family, called after one of it."""
    return f"Gia đình {dice.pick(('ông', 'bà'))} {name_person(dice)}"


def name_business(dice: Dice) -> str:
    """Return the name of a small business."""
    return f"{dice.pick(_SHOPS)} {dice.number(1, 60)} {SAMPLE}"


def name_group(dice: Dice) -> str:
    """Return the name of a group of people."""
    return f"{dice.pick(_GROUPS)} {dice.number(1, 40)} {SAMPLE}"
