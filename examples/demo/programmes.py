"""The programmes of the made-up chapter: when each campaign runs and what it counts. Nothing but data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from examples.demo.amounts import Style

INDICATORS: dict[str, dict[str, str | list[str]]] = {
    "luot-nguoi-tro-giup": {
        "name": "Lượt người được trợ giúp",
        "unit": "lượt người",
        "unit_forms": ["lượt"],
        "definition": "Số lần có người được trợ giúp trong kỳ. Một người được giúp ba lần tính là ba lượt.",
    },
    "gia-tri-tro-giup": {
        "name": "Giá trị trợ giúp",
        "unit": "đồng",
        "unit_forms": ["đ", "VNĐ"],
        "definition": "Tổng giá trị tiền và hàng đã dùng để trợ giúp trong kỳ, quy ra đồng Việt Nam.",
        "measures": "none",
    },
    "don-vi-mau": {
        "name": "Đơn vị máu tiếp nhận",
        "unit": "đơn vị máu",
        "unit_forms": ["đơn vị"],
        "definition": "Số đơn vị máu hiến tình nguyện đã tiếp nhận, không tính người phải hoãn hiến.",
    },
    "nguoi-dang-ky-hien-mau": {
        "name": "Người đăng ký hiến máu",
        "unit": "người",
        "definition": "Số người đã đăng ký hiến máu, kể cả người sau đó chưa đủ điều kiện hiến.",
    },
    "suat-qua-tet": {
        "name": "Suất quà Tết trao tặng",
        "unit": "suất quà Tết",
        "unit_forms": ["suất quà", "suất"],
        "definition": "Số suất quà Tết đã trao cho người có hoàn cảnh khó khăn trong một đợt Tết Nhân ái.",
        "measures": "handed-over",
    },
    "gia-tri-qua-tet": {
        "name": "Giá trị quà Tết trao tặng",
        "unit": "đồng",
        "unit_forms": ["đ", "VNĐ"],
        "definition": "Tổng giá trị các suất quà đã trao trong một đợt Tết Nhân ái, quy ra đồng Việt Nam.",
        "measures": "none",
    },
    "tien-ung-ho": {
        "name": "Tiền ủng hộ tiếp nhận",
        "unit": "đồng",
        "unit_forms": ["đ", "VNĐ"],
        "definition": "Số tiền đã tiếp nhận và kiểm đếm, không gồm hàng hoá và số tiền mới đăng ký.",
        "measures": "received-money",
    },
    "ho-gia-dinh": {
        "name": "Hộ gia đình được hỗ trợ",
        "unit": "hộ gia đình",
        "unit_forms": ["hộ"],
        "definition": "Số hộ gia đình nhận hỗ trợ ít nhất một lần trong đợt; mỗi hộ chỉ tính một lần.",
        "measures": "households",
    },
    "suat-hoc-bong": {
        "name": "Suất học bổng trao tặng",
        "unit": "suất học bổng",
        "unit_forms": ["suất"],
        "definition": "Số suất học bổng đã trao; mỗi học sinh nhận nhiều nhất một suất trong năm học.",
    },
    "gia-tri-hoc-bong": {
        "name": "Giá trị học bổng",
        "unit": "đồng",
        "unit_forms": ["đ", "VNĐ"],
        "definition": "Tổng số tiền học bổng đã chuyển cho học sinh trong năm học.",
        "measures": "none",
    },
    "suat-an": {
        "name": "Suất ăn miễn phí",
        "unit": "suất ăn",
        "unit_forms": ["suất"],
        "definition": "Số suất cháo và suất cơm đã phát miễn phí cho người bệnh và người nhà.",
    },
    "nguoi-duoc-kham": {
        "name": "Người được khám bệnh",
        "unit": "người",
        "definition": "Số người được khám trong đợt; khám nhiều chuyên khoa vẫn tính là một người.",
    },
    "can-nha": {
        "name": "Nhà Chữ thập đỏ bàn giao",
        "unit": "căn nhà",
        "unit_forms": ["căn", "ngôi nhà"],
        "definition": "Số căn nhà xây mới đã nghiệm thu và bàn giao, không tính nhà sửa chữa.",
    },
    "gia-tri-nha": {
        "name": "Kinh phí xây nhà",
        "unit": "đồng",
        "unit_forms": ["đ", "VNĐ"],
        "definition": "Số tiền Hội đã chi cho các căn nhà bàn giao, không gồm phần gia đình tự góp.",
        "measures": "none",
    },
    "nguoi-tap-huan": {
        "name": "Người được tập huấn sơ cấp cứu",
        "unit": "học viên",
        "unit_forms": ["người"],
        "definition": "Số người học hết khoá sơ cấp cứu cộng đồng và tự làm được các thao tác cơ bản.",
    },
    "ao-am": {
        "name": "Áo ấm trao tặng",
        "unit": "chiếc áo ấm",
        "unit_forms": ["áo ấm", "chiếc áo", "chiếc"],
        "definition": "Số áo ấm đã giao cho trường và điểm trường nơi nhận, có biên bản bàn giao.",
    },
    "xe-lan": {
        "name": "Xe lăn trao tặng",
        "unit": "chiếc xe lăn",
        "unit_forms": ["xe lăn", "chiếc"],
        "definition": "Số xe lăn đã trao và chỉnh cho vừa người dùng, không tính xe cho mượn.",
    },
    "diem-nuoc-sach": {
        "name": "Điểm nước sạch lắp đặt",
        "unit": "điểm nước sạch",
        "unit_forms": ["điểm"],
        "definition": "Số điểm lấy nước sạch đã lắp và có kết quả xét nghiệm đạt.",
    },
    "hoi-vien": {
        "name": "Hội viên",
        "unit": "hội viên",
        "definition": "Số hội viên Chữ thập đỏ có trong danh sách của các chi hội ở thời điểm báo cáo.",
    },
    "tinh-nguyen-vien": {
        "name": "Tình nguyện viên",
        "unit": "tình nguyện viên",
        "unit_forms": ["người"],
        "definition": "Số người tham gia ít nhất một hoạt động tình nguyện của Hội trong năm.",
    },
}


@dataclass(frozen=True)
class FigureSpec:
    """How one figure comes about each year.

    ``styles`` take turns from year to year. ``told`` is a sentence around the value: ``{x}`` stands for the
    amount, ``{owner}`` for the campaign or year.
    """

    key: str
    indicator: str
    base: int
    """The size in the first year; with ``per``, the money for one."""
    styles: tuple[Style, ...]
    told: str
    targets: Literal["", "assigned", "own", "both", "unstated", "turns"] = ""
    """``turns``: both in one year, in the next an assigned one that the source does not state."""
    wards: bool = False
    kinds: tuple[str, ...] = ()
    kinds_complete: bool = True
    kinds_heading: str = ""
    points: int = 0
    """How many days the series has; 0 for none."""
    per: str | None = None
    in_progress: bool = False
    """Whether a value is published before the campaign or year is over."""
    from_ledger: bool = False
    """Whether it is what the rows of the campaign's gifts add up to, where there are any."""


@dataclass(frozen=True)
class ProgrammeSpec:
    """A programme, its yearly window and what its campaigns count. Days are (month, day)."""

    id: str
    name: str
    description: str
    campaign_id: str
    campaign_name: str
    purpose: str
    start: tuple[int, int]
    end: tuple[int, int]
    known: tuple[int, int]
    """When the result is published."""
    figures: tuple[FigureSpec, ...]
    starts_year_before: bool = False
    includes: str | None = None
    """A figure of the year's results that belongs to the campaign too."""


PROGRAMMES: tuple[ProgrammeSpec, ...] = (
    ProgrammeSpec(
        "tet-nhan-ai",
        "Tết Nhân ái",
        "Phong trào vận động quà Tết cho người có hoàn cảnh khó khăn, mỗi năm một đợt trước Tết Nguyên đán.",
        "tet-nhan-ai",
        "Tết Nhân ái Xuân {tet} {year}",
        "Trao quà Tết {tet} {year} cho người có hoàn cảnh khó khăn trên địa bàn.",
        (12, 10),
        (1, 15),
        (1, 22),
        (
            FigureSpec(
                "suat-qua",
                "suat-qua-tet",
                4200,
                ("exact", "exact", "more-than"),
                "Kết thúc {owner}, {x} đã đến tay bà con.",
                targets="turns",
                wards=True,
            ),
            FigureSpec(
                "gia-tri",
                "gia-tri-qua-tet",
                650_000,
                ("rounded", "exact", "nearly"),
                "Tổng giá trị quà trao trong {owner} là {x}.",
                per="suat-qua",
            ),
            FigureSpec(
                "tien-ung-ho",
                "tien-ung-ho",
                420_000_000,
                ("exact",),
                "Số tiền ủng hộ nhận được trong {owner} là {x}.",
                targets="own",
                wards=True,
                kinds_complete=False,
                from_ledger=True,
            ),
        ),
        starts_year_before=True,
    ),
    ProgrammeSpec(
        "hien-mau-tinh-nguyen",
        "Hiến máu tình nguyện",
        "Vận động và tiếp nhận máu hiến tình nguyện trên địa bàn, cao điểm vào những tháng hè thiếu máu.",
        "hien-mau",
        "Hành trình Giọt máu yêu thương {year}",
        "Bổ sung nguồn máu cho điều trị trong mùa hè {year}.",
        (7, 1),
        (9, 20),
        (10, 10),
        (
            FigureSpec(
                "don-vi-mau",
                "don-vi-mau",
                1900,
                ("exact",),
                "{owner_start} tiếp nhận {x}.",
                targets="both",
                kinds=("Nhóm máu O", "Nhóm máu A", "Nhóm máu B", "Nhóm máu AB"),
                kinds_heading="Nhóm máu",
            ),
            FigureSpec(
                "dang-ky",
                "nguoi-dang-ky-hien-mau",
                2600,
                ("about", "more-than", "nearly"),
                "Đã có {x} đăng ký tham gia {owner}.",
            ),
        ),
        includes="hien-mau",
    ),
    ProgrammeSpec(
        "ung-ho-vung-bao",
        "Ủng hộ đồng bào vùng bão",
        "Tiếp nhận và chuyển tiền, hàng ủng hộ đồng bào bị thiệt hại do bão, lũ.",
        "ung-ho-vung-bao",
        "Hướng về đồng bào vùng bão {year}",
        "Kêu gọi ủng hộ đồng bào bị thiệt hại do bão, lũ trong mùa mưa {year}.",
        (9, 12),
        (10, 10),
        (10, 25),
        (
            FigureSpec(
                "tien-ung-ho",
                "tien-ung-ho",
                1_850_000_000,
                ("exact",),
                "Số tiền tiếp nhận qua {owner} là {x}.",
                targets="own",
                points=9,
                kinds=("Cá nhân và gia đình", "Cơ quan và doanh nghiệp", "Trường học"),
                kinds_heading="Bên ủng hộ",
                kinds_complete=False,
                in_progress=True,
                from_ledger=True,
            ),
            FigureSpec(
                "ho-gia-dinh",
                "ho-gia-dinh",
                640,
                ("nearly", "about", "exact"),
                "Nhờ {owner}, {x} đã nhận được hỗ trợ.",
            ),
        ),
    ),
    ProgrammeSpec(
        "hoc-bong",
        "Học bổng Ươm mầm",
        "Học bổng hằng năm cho học sinh có hoàn cảnh khó khăn, trao trước ngày khai giảng.",
        "hoc-bong",
        "Học bổng Ươm mầm {year}",
        "Giúp học sinh có hoàn cảnh khó khăn bước vào năm học bắt đầu từ mùa thu {year}.",
        (8, 1),
        (9, 5),
        (9, 20),
        (
            FigureSpec(
                "suat-hoc-bong",
                "suat-hoc-bong",
                320,
                ("exact",),
                "{owner_start} đã trao {x}.",
                targets="own",
                kinds=("Tiểu học", "Trung học cơ sở", "Trung học phổ thông"),
                kinds_heading="Cấp học",
            ),
            FigureSpec(
                "gia-tri",
                "gia-tri-hoc-bong",
                1_500_000,
                ("exact", "more-than"),
                "Giá trị học bổng của {owner} là {x}.",
                per="suat-hoc-bong",
            ),
        ),
    ),
    ProgrammeSpec(
        "bep-an-nhan-ai",
        "Bếp ăn nhân ái",
        "Nấu và phát suất ăn miễn phí cho người bệnh và người nhà ở bệnh viện.",
        "bep-an-nhan-ai",
        "Bếp ăn nhân ái mùa hè {year}",
        "Phát suất ăn miễn phí ở bệnh viện từ tháng Ba đến hết tháng Tám năm {year}.",
        (3, 1),
        (8, 31),
        (9, 15),
        (
            FigureSpec(
                "suat-an",
                "suat-an",
                42_000,
                ("rounded", "about", "more-than"),
                "{owner_start} đã phát {x}.",
                targets="own",
            ),
        ),
    ),
    ProgrammeSpec(
        "kham-benh-cap-thuoc",
        "Khám bệnh, cấp thuốc lưu động",
        "Đưa bác sĩ tình nguyện về khu phố khám bệnh, cấp thuốc miễn phí.",
        "kham-benh",
        "Bác sĩ về khu phố {year}",
        "Khám bệnh và cấp thuốc miễn phí cho người cao tuổi, người nghèo trong tháng Sáu năm {year}.",
        (6, 1),
        (6, 30),
        (7, 12),
        (
            FigureSpec(
                "nguoi-duoc-kham",
                "nguoi-duoc-kham",
                3100,
                ("more-than", "exact"),
                "Có {x} được khám trong {owner}.",
                targets="assigned",
                wards=True,
            ),
        ),
    ),
    ProgrammeSpec(
        "nha-chu-thap-do",
        "Nhà Chữ thập đỏ",
        "Xây nhà ở kiên cố cho gia đình khó khăn về chỗ ở.",
        "nha-chu-thap-do",
        "Mái ấm Chữ thập đỏ {year}",
        "Xây và bàn giao nhà cho gia đình khó khăn trước mùa mưa {year}.",
        (2, 15),
        (7, 27),
        (8, 10),
        (
            FigureSpec(
                "can-nha",
                "can-nha",
                16,
                ("exact",),
                "{owner_start} đã bàn giao {x}.",
                targets="assigned",
            ),
            FigureSpec(
                "gia-tri",
                "gia-tri-nha",
                80_000_000,
                ("rounded", "exact"),
                "Kinh phí của {owner} là {x}.",
                per="can-nha",
            ),
            FigureSpec(
                "tien-ung-ho",
                "tien-ung-ho",
                650_000_000,
                ("exact",),
                "Người dân và doanh nghiệp đã góp {x} cho {owner}.",
                targets="own",
                points=5,
                from_ledger=True,
            ),
        ),
    ),
    ProgrammeSpec(
        "thang-nhan-dao",
        "Tháng Nhân đạo",
        "Cao điểm hoạt động nhân đạo vào tháng Năm hằng năm.",
        "thang-nhan-dao",
        "Tháng Nhân đạo {year}",
        "Vận động và trợ giúp các địa chỉ nhân đạo trong tháng Năm năm {year}.",
        (5, 1),
        (5, 31),
        (6, 15),
        (
            FigureSpec(
                "gia-tri",
                "gia-tri-tro-giup",
                2_400_000_000,
                ("rounded", "more-than"),
                "Giá trị trợ giúp trong {owner} là {x}.",
                targets="own",
                wards=True,
            ),
            FigureSpec(
                "luot-tro-giup",
                "luot-nguoi-tro-giup",
                5100,
                ("about", "rounded"),
                "{owner_start} trợ giúp {x}.",
            ),
        ),
    ),
    ProgrammeSpec(
        "so-cap-cuu",
        "Sơ cấp cứu cộng đồng",
        "Tập huấn sơ cấp cứu cho người dân, lái xe, giáo viên và bảo vệ.",
        "so-cap-cuu",
        "Tháng Sơ cấp cứu {year}",
        "Tập huấn sơ cấp cứu miễn phí ở các phường trong tháng Tư năm {year}.",
        (4, 1),
        (4, 30),
        (5, 15),
        (
            FigureSpec(
                "nguoi-tap-huan",
                "nguoi-tap-huan",
                860,
                ("exact", "more-than"),
                "{owner_start} đã tập huấn cho {x}.",
                targets="both",
            ),
        ),
    ),
    ProgrammeSpec(
        "ao-am-mua-dong",
        "Áo ấm mùa đông",
        "Quyên góp áo ấm cho học sinh vùng cao.",
        "ao-am-mua-dong",
        "Áo ấm mùa đông {year}",
        "Gửi áo ấm cho học sinh vùng cao trước đợt rét cuối năm {year}.",
        (11, 1),
        (12, 20),
        (12, 30),
        (
            FigureSpec(
                "ao-am",
                "ao-am",
                2700,
                ("about", "exact"),
                "{owner_start} đã gửi đi {x}.",
                targets="own",
            ),
        ),
    ),
    ProgrammeSpec(
        "xe-lan",
        "Xe lăn cho người khuyết tật",
        "Trao xe lăn vừa người dùng và hướng dẫn sử dụng tại nhà.",
        "xe-lan",
        "Bước chân mới {year}",
        "Trao xe lăn nhân Ngày Người khuyết tật Việt Nam 18/4 năm {year}.",
        (3, 20),
        (4, 18),
        (4, 28),
        (
            FigureSpec(
                "xe-lan",
                "xe-lan",
                46,
                ("exact",),
                "{owner_start} đã trao {x}.",
                targets="unstated",
            ),
        ),
    ),
    ProgrammeSpec(
        "nuoc-sach",
        "Nước sạch",
        "Lắp bình lọc và điểm lấy nước sạch ở trường học và xóm ven sông.",
        "nuoc-sach",
        "Nước sạch cho em {year}",
        "Lắp điểm nước sạch nhân Ngày Nước thế giới 22/3 năm {year}.",
        (2, 1),
        (3, 22),
        (4, 1),
        (
            FigureSpec(
                "diem-nuoc",
                "diem-nuoc-sach",
                14,
                ("exact",),
                "{owner_start} đã lắp {x}.",
                targets="assigned",
            ),
            FigureSpec(
                "ho-gia-dinh",
                "ho-gia-dinh",
                900,
                ("more-than", "about"),
                "{owner_start} giúp {x} có nước sạch dùng chung.",
            ),
        ),
    ),
)

YEARLY: tuple[FigureSpec, ...] = (
    FigureSpec(
        "luot-tro-giup",
        "luot-nguoi-tro-giup",
        24_200,
        ("more-than",),
        "Trong {owner}, Hội trợ giúp {x}.",
        points=4,
        in_progress=True,
    ),
    FigureSpec(
        "gia-tri",
        "gia-tri-tro-giup",
        24_600_000_000,
        ("rounded",),
        "Giá trị trợ giúp trong {owner} là {x}.",
        wards=True,
        in_progress=True,
    ),
    FigureSpec(
        "hien-mau",
        "don-vi-mau",
        3850,
        ("exact",),
        "Toàn quận tiếp nhận {x} trong {owner}.",
        targets="turns",
    ),
    FigureSpec(
        "hoi-vien",
        "hoi-vien",
        12_400,
        ("about",),
        "Hội có {x} trong {owner}.",
        in_progress=True,
    ),
    FigureSpec(
        "tinh-nguyen-vien",
        "tinh-nguyen-vien",
        1850,
        ("nearly",),
        "Đã có {x} tham gia hoạt động của Hội trong {owner}.",
        kinds=("Học sinh và sinh viên", "Người đi làm", "Người nghỉ hưu"),
        kinds_heading="Nhóm tình nguyện viên",
        in_progress=True,
    ),
)
"""What every year's results count."""
