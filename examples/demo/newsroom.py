"""What a newsroom does besides writing: authors, pinning, moving, attaching, translating, withdrawing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from examples.demo.articles import Plan
from examples.demo.chapter import AUTHORS, Chapter
from examples.demo.yaml_text import Value, to_yaml

ALIAS_EVERY, ATTACHMENT_EVERY, TRANSLATION_EVERY, SECOND_AUTHOR_EVERY = 29, 23, 41, 9
ATTACHMENT = "ke-hoach-mau.pdf"
_SCHEDULED_AFTER = 4
"""In how many years the scheduled article comes out: late enough that no build shows it by accident."""


def author_records() -> dict[str, Value]:
    """Return data/authors.yml."""
    return {key: dict(record) for key, record in AUTHORS.items()}


def newsroom_keys(plan: Plan, count: int) -> dict[str, Value]:
    """Return the keys of front matter that an article has for its place in the newsroom."""
    authors = list(AUTHORS)
    writers = [authors[plan.number % len(authors)]]
    if _is_every(plan, SECOND_AUTHOR_EVERY):
        writers.append(authors[(plan.number + 1) % len(authors)])
    return {
        "author": writers if len(writers) > 1 else writers[0],
        "pinned": True if plan.number == max(0, count - 3) else None,
        "aliases": [f"/tin-cu/{plan.number}/"] if _is_every(plan, ALIAS_EVERY) else None,
        "attachments": [_attachment(plan)] if _is_every(plan, ATTACHMENT_EVERY) else None,
    }


def _is_every(plan: Plan, step: int) -> bool:
    return plan.number % step == step - 1


def _attachment(plan: Plan) -> dict[str, Value]:
    return {
        "file": ATTACHMENT,
        "title": "Kế hoạch hoạt động (tài liệu mẫu)",
        "number": f"{plan.number + 1}/KH-MẪU",
        "date": (plan.published - timedelta(days=7)).date(),
        "issued_by": "Hội mẫu",
    }


def attachments(plans: list[Plan]) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every attached document."""
    for plan in plans:
        if _is_every(plan, ATTACHMENT_EVERY):
            yield f"news/{plan.id}/{ATTACHMENT}", sample_pdf(f"SAMPLE DOCUMENT {plan.number + 1}")


def sample_pdf(words: str) -> bytes:
    """Return a PDF of one page with ``words`` (plain ASCII) on it."""
    drawing = f"BT /F1 28 Tf 72 720 Td ({words}) Tj ET".encode("ascii")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        count,
        out.index(b"xref\n0 "),
    )


def translations(plans: list[Plan]) -> Iterator[tuple[str, str]]:
    """Yield path and text of every summary in English."""
    for plan in plans:
        if _is_every(plan, TRANSLATION_EVERY):
            matter = to_yaml(
                {
                    "title": f"Sample summary of article {plan.number + 1}",
                    "summary": "A made-up summary in English that shows how an article can be told abroad.",
                }
            )
            body = (
                f"This is a made-up summary of an article published on {plan.published:%d %B %Y}. "
                "People, organisations and figures in it are invented."
            )
            yield f"news/{plan.id}.en.md", f"---\n{matter}---\n\n{body}\n"


def special_articles(chapter: Chapter) -> Iterator[tuple[str, str]]:
    """Yield path and text of articles that are not simply published: scheduled, draft, withdrawn."""
    last = chapter.today.year
    when = datetime(last, 3, 4, 8, 30)  # noqa: DTZ001 - front matter without a zone is Viet Nam's time
    later = when.replace(year=last + _SCHEDULED_AFTER)
    author = next(iter(AUTHORS))
    common: dict[str, Value] = {"section": "tin-tuc-su-kien", "author": author}
    scheduled = {
        "title": "Bài hẹn giờ mẫu, chưa đến ngày đăng",
        "published": later,
        "summary": "Bài này chỉ hiện sau giờ đăng.",
        **common,
    }
    draft = {
        "title": "Bản nháp mẫu, đang viết dở",
        "published": when,
        "summary": "Bài này không hiện ở đâu.",
        "draft": True,
        **common,
    }
    withdrawn: dict[str, Value] = {
        "title": "Bài mẫu đã được gỡ",
        "published": when,
        "summary": "Bài này chỉ còn thông báo gỡ.",
        "aliases": ["/tin-cu/bai-da-go/"],
        "withdrawn": {
            "date": when.date() + timedelta(days=2),
            "reason": f"Bài đăng nhầm hai lần (bộ dữ liệu mẫu số {chapter.seed}).",
        },
        **common,
    }
    yield (
        f"news/{later.year}/bai-hen-gio-mau.md",
        _file(scheduled, f"Nội dung của bài hẹn giờ, bộ dữ liệu mẫu số {chapter.seed}."),
    )
    yield (
        f"news/{last}/ban-nhap-mau.md",
        _file(draft, f"Nội dung của bản nháp, bộ dữ liệu mẫu số {chapter.seed}."),
    )
    yield f"news/{last}/bai-mau-da-go.md", _file(withdrawn, "")


def _file(matter: dict[str, Value], body: str) -> str:
    return f"---\n{to_yaml(matter)}---\n" + (f"\n{body}\n" if body else "")
