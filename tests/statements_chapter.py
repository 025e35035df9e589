"""A chapter whose figures are the statements of the table, with articles that say something of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from statements_table import Statement, cut_link, indicators, statements

TIME = "1767200400"
"""2026-01-01 in Viet Nam."""
OWNER = "bang-cau"
OTHER = "Hội Chữ thập đỏ thành phố Bảng Câu (mẫu)"
"""The name of the other body whose statements stand among ours."""
ARTICLE = "news/2025/{}.md"

_FILES: Mapping[str, Any] = {
    "data/organisation.yml": {
        "name": "Hội Chữ thập đỏ quận Bảng Câu (mẫu)",
        "short_name": "Hội CTĐ Bảng Câu (mẫu)",
        "place": "Bảng Câu",
        "level": "district",
        "sample": True,
    },
    "data/bodies.yml": {"thanh-pho": {"name": OTHER, "kind": "parent"}},
    "data/sections.yml": {"tin-tuc": {"name": "Tin tức"}},
    "data/documents.yml": {
        "bao-cao": {"title": "Báo cáo mẫu", "publisher": "Nơi lập báo cáo (mẫu)", "published": "2025-12-31"}
    },
}


def figure_address(one: Statement) -> str:
    """Return the address of the figure that a statement is written as, or stands with."""
    return f"{OWNER}.{one.key}"


def value_address(one: Statement) -> str:
    """Return the address of what the statement states."""
    tail = {"compare": ".compare.goc", "share": ".share.phan", "targets": f".target.{target_key(one)}"}
    return figure_address(one) + tail.get(one.place, "")


def target_key(one: Statement) -> str:
    """Return the key of the target that a statement is."""
    return str(one.record["target"]["kind"]) if "target" in one.record else ""


def figure_record(one: Statement) -> dict[str, Any]:
    """Return the figure's record that holds a statement."""
    record: dict[str, Any] = {"indicator": one.indicator, "label": f"câu {one.key}"}
    if not one.is_ours:
        record["body"] = "thanh-pho"
    match one.place:
        case "":
            record["stated"] = one.stated
            if "value" in one.record:
                record["value"] = one.record["value"]
        case "targets":
            target = one.record["target"]
            record["value"] = "not-yet-published"
            record["targets"] = {target["kind"]: {"stated": one.stated} | _assigner(target)}
        case "compare":
            record["value"] = "not-stated"
            record["compare"] = {"goc": {"base": one.record["base"], "stated": one.stated}}
        case "share":
            record["value"] = "not-stated"
            record["share"] = {"phan": {"whole": one.record["whole"], "stated": one.stated}}
    return record


def _assigner(target: Mapping[str, str]) -> dict[str, str]:
    return {"by": target["by"]} if "by" in target else {}


def prose_line(one: Statement, text: str) -> str:
    """Return a paragraph that says ``text`` of a statement, with a link where the table has one."""
    before, link, after = cut_link(text)
    lead = "Câu mẫu" if one.is_ours else OTHER
    return f"{lead}. {before}[{link}](figure:{value_address(one)}){after}"


def article(title: str, paragraphs: Iterable[str]) -> str:
    """Return an article of these paragraphs."""
    head = f"title: {title}\npublished: 2025-12-31 08:00\nsection: tin-tuc\nsummary: Câu mẫu để kiểm thử.\n"
    return f"---\n{head}---\n\n" + "\n\n".join(paragraphs) + "\n"


def write_chapter(
    root: Path, articles: Mapping[str, str], figures: Mapping[str, Mapping[str, Any]] | None = None
) -> None:
    """Write the chapter: every statement of the table, or these ``figures``, and ``articles`` by name."""
    if figures is None:
        figures = {one.key: figure_record(one) for one in statements()}
    results = {
        "year": 2025,
        "title": "Bảng câu mẫu",
        "source": {"document": "bao-cao"},
        "figures": {key: dict(figure) for key, figure in figures.items()},
    }
    files = {
        **_FILES,
        "data/indicators.yml": {key: dict(record) for key, record in indicators().items()},
        f"data/results/{OWNER}.yml": results,
    }
    for path, content in files.items():
        _write(root / path, yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000))
    for name, text in articles.items():
        _write(root / ARTICLE.format(name), text)
    _write(root / "docs/gioi-thieu.md", "---\ntitle: Giới thiệu\nsummary: Trang mẫu.\n---\n\nTrang mẫu.\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
