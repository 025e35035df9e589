"""Identifiers of articles and pages from the paths of their files."""

from __future__ import annotations

from minhbach.words import slugify


def article_id(path: str) -> str:
    """Return the id of the article in file ``path``: "news/2025/Tổng kết.md" → "2025/tong-ket"."""
    year, name = path.removeprefix("news/").removesuffix(".md").split("/")
    return f"{year}/{slugify(name)}"


def page_id(path: str) -> str:
    """Return the id of the hand-written page in file ``path``: "docs/gioi-thieu.md" → "gioi-thieu"."""
    parts = path.removeprefix("docs/").removesuffix(".md").split("/")
    return "/".join(slugify(part) for part in parts)


def resolve_path(folder: str, relative: str) -> str | None:
    """Return ``relative``, seen from ``folder``, as a path in the repository; None if it leads out of it."""
    if relative.startswith("/") or "\\" in relative or ":" in relative:
        return None
    parts: list[str] = folder.split("/") if folder else []
    for part in relative.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
