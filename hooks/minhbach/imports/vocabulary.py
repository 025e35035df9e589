"""What chapters and banks write over their columns. All phrases are folded: small, without diacritics.

Gathered from the headings of published lists of donors, receipt books and bank statements.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from minhbach.language import mark as _


class Meaning(StrEnum):
    """What a column says; the value is how it is told to staff, a catalogue key."""

    ORDINAL = _("number in the list, not used")
    NAME = _("who gave")
    BODY = _("the donor's organisation")
    DATE = _("day of the gift")
    AMOUNT = _("amount of money")
    PART = _("part of the amount of money")
    ROW_TOTAL = _("amount of money of the row")
    VALUE = _("stated value of the goods")
    VALUATION = _("how the goods were valued")
    CONTENT = _("content, into the note")
    REMARK = _("remark, into the note")
    RECEIPT = _("number of the receipt")
    WARD = _("ward of the donor")
    DONOR_KIND = _("kind of the donor")
    CONSENT = _("whether the name may be shown")
    ITEM = _("which goods")
    QUANTITY = _("quantity of the goods")
    UNIT = _("unit of the quantity")
    CREDIT = _("money that came in")
    DEBIT = _("money out, counted only")
    BALANCE = _("balance, checked only")
    MEMO = _("the sender's words, never written to the ledger")
    PHONE = _("phone number: dropped")
    IDENTITY = _("identity number: dropped")
    ACCOUNT = _("bank account: dropped")
    ADDRESS = _("address: dropped")
    PERSONAL = _("other personal data: dropped")
    UNUSED = _("not used here")


DROPPED = frozenset({Meaning.PHONE, Meaning.IDENTITY, Meaning.ACCOUNT, Meaning.ADDRESS, Meaning.PERSONAL})
"""Columns that hold what may not be published; they are not even looked at."""


@dataclass(frozen=True)
class Vocabulary:
    """The headings of one sort of table.

    ``exact``: whole headings. ``beginnings``: how longer ones begin. ``needed``: of each group of meanings
    a table must have one column.
    """

    exact: Mapping[str, Meaning]
    beginnings: tuple[tuple[str, Meaning], ...]
    needed: tuple[frozenset[Meaning], ...]


def _phrases(table: Mapping[Meaning, str]) -> dict[str, Meaning]:
    return {phrase.strip(): meaning for meaning, text in table.items() for phrase in text.split("|")}


PRIVATE: tuple[tuple[str, Meaning], ...] = (
    *((phrase, Meaning.PHONE) for phrase in ("dien thoai", "sdt", "so dt", "di dong", "zalo", "hotline")),
    *((phrase, Meaning.IDENTITY) for phrase in ("cmnd", "cmt", "cmtnd", "cccd", "can cuoc", "dinh danh")),
    *((phrase, Meaning.IDENTITY) for phrase in ("ho chieu", "ma so thue", "chung minh")),
    *((phrase, Meaning.ACCOUNT) for phrase in ("tai khoan", "stk", "so tk", "account")),
    *((phrase, Meaning.ADDRESS) for phrase in ("dia chi", "thuong tru", "tam tru", "noi o", "ho khau")),
    *((phrase, Meaning.ADDRESS) for phrase in ("so nha", "que quan", "cho o")),
    *((phrase, Meaning.PERSONAL) for phrase in ("ngay sinh", "nam sinh", "email", "thu dien tu", "facebook")),
)
"""Words that make a column private wherever in its heading they stand."""

_PRIVATE_EXACT = {
    Meaning.PHONE: "dt | tel | phone | lien he | dien thoai lien he",
    Meaning.ADDRESS: "d c | dc | address | thon | xom | to dan pho",
    Meaning.PERSONAL: "tuoi | gioi tinh | dan toc | ton giao | benh | tinh trang suc khoe",
    Meaning.ACCOUNT: "tk | ngan hang",
    Meaning.IDENTITY: "mst",
}
_ORDINALS = {Meaning.ORDINAL: "stt | tt | so tt | so thu tu | thu tu"}

GIFTS = Vocabulary(
    exact=_phrases(
        {
            **_PRIVATE_EXACT,
            **_ORDINALS,
            Meaning.NAME: "ho va ten | ho ten | ten | nguoi ung ho | nha hao tam | nha tai tro | nguoi nop"
            " | nguoi nop tien | nguoi dong gop | nguoi tang | ca nhan | ca nhan don vi | don vi ca nhan"
            " | to chuc ca nhan | ca nhan to chuc | ca nhan tap the | tap the ca nhan"
            " | ten ca nhan don vi | ten don vi ca nhan | ten to chuc ca nhan | nguoi gui | nguoi chuyen"
            " | manh thuong quan | don vi ca nhan ung ho | ca nhan don vi ung ho | ho ten nguoi nop",
            Meaning.BODY: "don vi | co quan | to chuc | doanh nghiep | cong ty | tap the | noi cong tac"
            " | co quan don vi | don vi cong tac | truong",
            Meaning.DATE: "ngay | ngay thang | ngay thang nam | ngay nop | ngay nop tien | ngay ung ho"
            " | ngay nhan | ngay thu | ngay chuyen | ngay chuyen khoan | ngay lap phieu | ngay giao dich"
            " | thoi gian | ngay dong gop | ngay tiep nhan | ngay gd | ngay chung tu",
            Meaning.AMOUNT: "so tien | tong tien | so tien ung ho | so tien dong gop | tien ung ho"
            " | muc ung ho | so tien nop | so tien da nop | muc dong gop | kinh phi",
            Meaning.PART: "tien mat | chuyen khoan | tm | ck | qua ngan hang",
            Meaning.ROW_TOTAL: "cong | tong | tong so | tong cong | cong tien",
            Meaning.VALUE: "gia tri quy doi | quy doi | tri gia | quy doi thanh tien | gia tri hien vat"
            " | tri gia hien vat | thanh tien | gia tri | tri gia quy doi | quy ra tien",
            Meaning.VALUATION: "can cu quy doi | co so quy doi | can cu dinh gia | cach quy doi",
            Meaning.CONTENT: "noi dung | noi dung ung ho | dien giai | ly do | noi dung thu | muc dich"
            " | ly do nop | ly do thu | noi dung dong gop",
            Meaning.REMARK: "ghi chu | chu thich",
            Meaning.RECEIPT: "so phieu | so bien lai | bien lai | so phieu thu | phieu thu | so bl | so pt"
            " | ma bien lai | so chung tu | so ct | ma phieu | so bien nhan | bien nhan | so hoa don",
            Meaning.WARD: "phuong | xa | phuong xa | xa phuong | dia ban | thi tran | phuong xa thi tran"
            " | xa phuong thi tran",
            Meaning.DONOR_KIND: "loai nha hao tam | doi tuong | phan loai | loai nguoi ung ho",
            Meaning.CONSENT: "dong y cong khai | cong khai ten | dong y neu ten | dong y cong khai ten",
            Meaning.ITEM: "hien vat | ten hien vat | hang hoa | ten hang | ten hang hoa | mat hang"
            " | qua tang | vat pham | loai hang | hien vat ung ho",
            Meaning.QUANTITY: "so luong | sl | luong",
            Meaning.UNIT: "dvt | don vi tinh | dv tinh",
        }
    ),
    beginnings=(
        ("don vi tinh", Meaning.UNIT),
        ("so tien chi", Meaning.UNUSED),
        ("so tien dang ky", Meaning.UNUSED),
        ("so tien con", Meaning.UNUSED),
        ("so tien chua", Meaning.UNUSED),
        ("so tien", Meaning.AMOUNT),
        ("ho va ten", Meaning.NAME),
        ("ho ten", Meaning.NAME),
        ("ten nguoi", Meaning.NAME),
        ("ten nha", Meaning.NAME),
        ("ten don vi", Meaning.NAME),
        ("ten to chuc", Meaning.NAME),
        ("ten ca nhan", Meaning.NAME),
        ("nguoi ung ho", Meaning.NAME),
        ("nha hao tam", Meaning.NAME),
        ("don vi ung ho", Meaning.BODY),
        ("don vi dong gop", Meaning.BODY),
        ("ten hien vat", Meaning.ITEM),
        ("hien vat", Meaning.ITEM),
        ("noi dung", Meaning.CONTENT),
        ("ghi chu", Meaning.REMARK),
        ("so phieu", Meaning.RECEIPT),
        ("so bien lai", Meaning.RECEIPT),
        ("gia tri quy doi", Meaning.VALUE),
        ("ngay ung ho", Meaning.DATE),
        ("ngay nop", Meaning.DATE),
    ),
    needed=(frozenset({Meaning.AMOUNT, Meaning.PART, Meaning.ROW_TOTAL, Meaning.VALUE, Meaning.ITEM}),),
)

STATEMENT = Vocabulary(
    exact=_phrases(
        {
            **_PRIVATE_EXACT,
            **_ORDINALS,
            Meaning.DATE: "ngay | ngay giao dich | ngay gd | ngay hieu luc | ngay hach toan"
            " | transaction date"
            " | ngay gio giao dich | thoi gian giao dich | thoi gian | ngay thang | date | value date"
            " | posting date | ngay chung tu | trans date | tnx date",
            Meaning.RECEIPT: "so tham chieu | ma giao dich | so giao dich | so gd | ma gd | so but toan"
            " | so ct | so chung tu | ma tham chieu | reference | reference number | ref | ref no | doc no"
            " | transaction number | transaction id | so ref | reference no",
            Meaning.CREDIT: "ghi co | co | phat sinh co | so tien ghi co | credit | ps co | tien vao"
            " | so tien co | credit amount | so tien gui | phat sinh tang",
            Meaning.DEBIT: "ghi no | no | phat sinh no | so tien ghi no | debit | ps no | tien ra"
            " | so tien no | debit amount | so tien rut | phat sinh giam",
            Meaning.BALANCE: "so du | balance | so du cuoi | so du sau giao dich | running balance"
            " | so du kha dung",
            Meaning.MEMO: "noi dung | dien giai | mo ta | noi dung giao dich | chi tiet giao dich | details"
            " | description | noi dung chi tiet | chi tiet | transactions in detail | remark | ghi chu"
            " | transaction detail | noi dung thanh toan | transaction description",
            Meaning.UNUSED: "ten nguoi chuyen | nguoi chuyen | doi tac | ten doi tac | teller",
        }
    ),
    beginnings=(
        ("noi dung", Meaning.MEMO),
        ("so tien ghi co", Meaning.CREDIT),
        ("so tien ghi no", Meaning.DEBIT),
        ("phat sinh co", Meaning.CREDIT),
        ("phat sinh no", Meaning.DEBIT),
        ("ngay giao dich", Meaning.DATE),
        ("so du", Meaning.BALANCE),
    ),
    needed=(frozenset({Meaning.CREDIT}), frozenset({Meaning.DATE})),
)

MONEY = frozenset(
    {Meaning.AMOUNT, Meaning.PART, Meaning.ROW_TOTAL, Meaning.VALUE}
    | {Meaning.CREDIT, Meaning.DEBIT, Meaning.BALANCE}
)
"""Columns whose heading may say in which unit their numbers are."""

UNITS: Mapping[str, Decimal] = {
    **dict.fromkeys(("d", "dong", "vnd", "viet nam dong", "dong viet nam", "vn dong"), Decimal(1)),
    **dict.fromkeys(
        ("nghin dong", "ngan dong", "1 000 dong", "1000 dong", "1000d", "1 000d", "1000 d", "1 000 d"),
        Decimal(1000),
    ),
    **dict.fromkeys(("nghin d", "ngan d", "nghin", "ngan", "1000 vnd", "1 000 vnd", "k"), Decimal(1000)),
    **dict.fromkeys(("trieu dong", "trieu", "trieu d", "tr dong", "tr d", "trieu vnd"), Decimal(10) ** 6),
    **dict.fromkeys(("1 000 000 dong", "1000000 dong", "1 000 000 d", "1 000 000 vnd"), Decimal(10) ** 6),
    **dict.fromkeys(("ty dong", "ti dong", "ty", "ty d"), Decimal(10) ** 9),
}
"""How the unit of a column is written, folded, and how many đồng it is."""
CURRENCIES = ("usd", "eur", "do la", "my kim", "euro", "jpy", "yen", "cny", "nhan dan te", "won", "aud")

ANONYMOUS = frozenset(
    (
        "an danh",
        "nguoi an danh",
        "nha hao tam an danh",
        "giau ten",
        "nguoi giau ten",
        "nha hao tam giau ten",
        "khong neu ten",
        "khong ghi ten",
        "khong ten",
        "vo danh",
        "xin giau ten",
        "nha hao tam",
        "mot nha hao tam",
        "khach an danh",
        "khong ro ten",
        "nguoi ung ho an danh",
        "xin duoc giau ten",
    )
)
"""In the place of a name, folded: nobody."""
WISHES_ANONYMITY = ("giau ten", "an danh", "khong neu ten", "khong cong khai")
"""Anywhere in a row's words, folded: whoever gave does not want to be named."""

DONOR_KINDS: Mapping[str, str] = {
    "ca nhan": "person",
    **dict.fromkeys(
        ("to chuc", "don vi", "co quan", "doanh nghiep", "cong ty", "truong hoc"), "organisation"
    ),
    **dict.fromkeys(("tap the", "nhom", "gia dinh", "ho gia dinh"), "group"),
    **dict.fromkeys(("phuong", "xa", "hoi phuong", "hoi xa"), "ward"),
}
CONSENTS: Mapping[str, str] = {
    **dict.fromkeys(("co", "dong y", "x", "yes"), "given"),
    **dict.fromkeys(("khong", "khong dong y", "no"), "refused"),
}
MONEY_ITEMS = frozenset({"tien", "tien mat", "chuyen khoan", "tm", "ck"})
"""In a column of goods: no goods, but money."""
