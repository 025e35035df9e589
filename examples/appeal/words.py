"""The words of names, and how often each comes in a thousand: some are far commoner than others."""

from __future__ import annotations

_FAMILIES = """
    Nguyễn 384, Trần 121, Lê 95, Phạm 70, Hoàng 51, Phan 45, Vũ 39, Đặng 21, Bùi 20, Đỗ 18, Hồ 15, Ngô
    15, Dương 12, Lý 8, Đinh 12, Đoàn 9, Mai 8, Trịnh 8, Lương 7, Tạ 5, Đào 7, Cao 5, Chu 4, Lưu 4, Thái
    3, Võ 14
"""
_MIDDLES = """
    Thị 256, Văn 180, Đức 40, Thị Thu 30, Ngọc 40, Minh 45, Thị Thanh 30, Quang 30, Xuân 25, Hữu 22, Thị
    Ngọc 25, Thanh 30, Thuý 15, Phương 18, Hải 15, Anh 15, Thị Kim 15, Đình 18, Công 12, Thị Minh 14,
    Hồng 12, Khánh 12, Gia 10, Bảo 10, Quốc 18, Thành 14, Trọng 8, Thị Hồng 12, Duy 10, Tuấn 10, Mạnh 9
"""
_GIVENS = """
    Anh 40, Hương 30, Hà 28, Linh 38, Lan 34, Hùng 34, Hoa 32, Trang 30, Mai 28, Dũng 28, Thảo 28, Nam
    26, Tuấn 26, Hạnh 26, Minh 26, Huyền 24, Thuỷ 24, Nga 24, Sơn 22, Bình 22, Long 22, Cường 22, Yến
    22, Ngọc 20, Hằng 20, Vân 20, Thắng 18, Phương 22, Hải 18, Nhung 18, Tâm 16, Dung 16, Quân 14, Đạt
    14, Hiền 14, Loan 12, Tùng 12, Ánh 10, Đức 14, Khánh 12, Quỳnh 12, Tú 10, Oanh 8, Phúc 10, Việt 8,
    Kiên 8, Uyên 6, Ý 2, Đào 4, Xuân 6, Thuỳ 6, Ngân 10, Lộc 4
"""
TICKETS = 1000


def families() -> list[str]:
    """Return family names, a thousand in all, each as often as it is met."""
    return _tickets(_FAMILIES)


def middles() -> list[str]:
    """Return middle names."""
    return _tickets(_MIDDLES)


def givens() -> list[str]:
    """Return given names."""
    return _tickets(_GIVENS)


def _tickets(text: str) -> list[str]:
    pairs = [entry.strip().rpartition(" ") for entry in text.replace("\n", " ").split(",")]
    tickets = [word for word, _space, weight in pairs for _ in range(int(weight))]
    if len(tickets) != TICKETS:
        raise ValueError(f"{len(tickets)} in a thousand")
    return tickets
