"""Addresses on the site: stable, ASCII, without a leading "/"; those of pages end with "/"."""

from __future__ import annotations

from minhbach.words import slugify

HOME = ""
NEWS = "tin-tuc/"
CAMPAIGNS = "chien-dich/"
RESULTS = "ket-qua/"
FIGURES = "so-lieu/"
UNKNOWNS = "chua-biet/"
"""What is not known, and why."""
RECOGNITION = "ghi-nhan/"
MONEY = "thu-chi/"
GIVING = "ung-ho/"
FIND_GIFT = "tim-ung-ho/"
DATA = "du-lieu/"
DOCUMENTS = "tai-lieu/"
DOCUMENT_FILES = f"{DOCUMENTS}tep/"
DISCLOSURE = "cong-khai/"
DISCLOSURE_CALENDAR = f"{DISCLOSURE}lich.ics"
SHEETS = "niem-yet/"
"""Sheets for the notice board, one a campaign."""
PRIVACY = "quyen-rieng-tu/"
ACCESSIBILITY = "kha-nang-tiep-can/"
OFFLINE = "ngoai-tuyen/"
"""What readers see, without a connection, in place of a page they have not read yet."""
SEARCH = "tim-kiem/"
CHARTS = "bieu-do/"
PHOTOS = "anh/"
CARDS = "anh-chia-se/"
ARCHIVE = f"{NEWS}luu-tru/"
TOPICS = f"{NEWS}chu-de/"
AUTHORS = f"{NEWS}tac-gia/"
DONOR_KINDS = {"organisation": "to-chuc", "ward": "phuong", "group": "nhom", "person": "ca-nhan"}
"""The kinds of donor, each with its part of an address, in the order in which they are offered."""
PAGE = "trang/"
"""Before the number of a further page of a list."""


def article_address(article_id: str) -> str:
    """Return the address of an article: "tin-tuc/2025/tong-ket/"."""
    return f"{NEWS}{article_id}/"


def translation_address(article_id: str) -> str:
    """Return the address of an article's summary in English."""
    return f"en/news/{article_id}/"


def section_address(section_id: str) -> str:
    """Return the address of a section's articles."""
    return f"{NEWS}chuyen-muc/{section_id}/"


def tag_address(tag: str) -> str:
    """Return the address of a topic's articles: "Tết Nhân ái" → "tin-tuc/chu-de/tet-nhan-ai/"."""
    return f"{TOPICS}{slugify(tag)}/"


def author_address(author_id: str) -> str:
    """Return the address of an author's profile and articles."""
    return f"{AUTHORS}{author_id}/"


def news_year_address(year: int) -> str:
    """Return the address of the articles of a year: "tin-tuc/2025/"."""
    return f"{NEWS}{year:04}/"


def news_month_address(year: int, month: int) -> str:
    """Return the address of the articles of a month: "tin-tuc/2025/thang-01/"."""
    return f"{NEWS}{year:04}/thang-{month:02}/"


def campaign_news_address(campaign_id: str) -> str:
    """Return the address of a campaign's articles."""
    return f"{CAMPAIGNS}{campaign_id}/tin-tuc/"


def campaign_address(campaign_id: str) -> str:
    """Return the address of a campaign."""
    return f"{CAMPAIGNS}{campaign_id}/"


def donor_address(donor_id: str) -> str:
    """Return the address of a donor's own page."""
    return f"{RECOGNITION}don-vi/{donor_id}/"


def fund_address(fund_id: str) -> str:
    """Return the address of a fund's money in and out."""
    return f"{MONEY}quy/{fund_id}/"


def expense_year_address(fund_id: str, year: int) -> str:
    """Return the address of the expenses of a fund in a year, row by row."""
    return f"{fund_address(fund_id)}nam-{year:04}/"


def campaign_money_address(campaign_id: str) -> str:
    """Return the address of a campaign's money in and out."""
    return f"{CAMPAIGNS}{campaign_id}/thu-chi/"


def campaign_gifts_address(campaign_id: str) -> str:
    """Return the address of the gifts to a campaign, one by one."""
    return f"{CAMPAIGNS}{campaign_id}/ung-ho/"


def qr_address(key: str, kind: str) -> str:
    """Return the address of the code of a way to give, as a file of the ``kind`` "svg" or "png"."""
    return f"{GIVING}ma-{key}.{kind}"


def gifts_year_address(year: int) -> str:
    """Return the address of the gifts of a year."""
    return f"{RECOGNITION}nam/{year:04}/"


def gifts_ward_address(unit_id: str) -> str:
    """Return the address of the gifts that came from a ward or another unit."""
    return f"{RECOGNITION}phuong/{unit_id}/"


def gifts_kind_address(donor_kind: str) -> str:
    """Return the address of the gifts of one kind of donor: "person" → "ghi-nhan/loai/ca-nhan/"."""
    return f"{RECOGNITION}loai/{DONOR_KINDS[donor_kind]}/"


def sheet_address(campaign_id: str) -> str:
    """Return the address of a campaign's sheet for the notice board."""
    return f"{SHEETS}{campaign_id}/"


def year_address(year: int) -> str:
    """Return the address of the results of a year."""
    return f"{RESULTS}{year}/"


def figure_address(address: str) -> str:
    """Return the address of a figure's page: "2024.hien-mau" → "so-lieu/2024/hien-mau/"."""
    return f"{FIGURES}{address.replace('.', '/')}/"


def written_page_address(page_id: str) -> str:
    """Return the address of a hand-written page: "gioi-thieu/"; that of docs/index.md is the folder's own."""
    is_index = page_id == "index" or page_id.endswith("/index")
    return page_id.removesuffix("index") if is_index else f"{page_id}/"


def document_anchor(document_id: str) -> str:
    """Return the id of a document's entry in the register; every other id there has two hyphens in it."""
    return document_id


def document_address(document_id: str) -> str:
    """Return the address of a document's entry in the register: "tai-lieu/#bao-cao-2024"."""
    return f"{DOCUMENTS}#{document_anchor(document_id)}"


def file_address(path: str) -> str:
    """Return the address of a file of docs/, news/ or data/documents/ that is published as it is."""
    if path.startswith("docs/"):
        return path.removeprefix("docs/")
    if path.startswith("data/documents/"):
        return DOCUMENT_FILES + path.removeprefix("data/documents/")
    return NEWS + path.removeprefix("news/")
