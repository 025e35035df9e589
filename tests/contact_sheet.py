"""A page on which the pictures of all pages stand side by side, a row for each page."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

WIDTHS, SCHEMES = (360, 768, 1280), ("light", "dark")


def picture_name(page: str, width: int, scheme: str) -> str:
    """Return the name of the file with the picture of a page."""
    return f"{page}-{width}-{scheme}.jpg"


def write_contact_sheet(folder: Path, pages: Iterable[str]) -> None:
    """Write ``folder``/index.html with the pictures that are there."""
    rows = []
    for page in pages:
        names = [picture_name(page, width, scheme) for width in WIDTHS for scheme in SCHEMES]
        cells = [
            f'<a href="{escape(name)}"><img src="{escape(name)}" alt="{escape(name)}" loading="lazy"></a>'
            for name in names
            if (folder / name).is_file()
        ]
        rows.append(f'<h2 id="{escape(page)}">{escape(page)}</h2><p>{"".join(cells)}</p>')
    html = f"""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Pages in three widths and two schemes</title>
<style>
  body {{ font: 16px/1.5 system-ui; margin: 1rem; background: #888; }}
  p {{ display: flex; gap: 8px; align-items: start; overflow-x: auto; }}
  a {{ flex: none; height: 480px; overflow: hidden; }}
  img {{ width: 300px; }}
</style>
{"".join(rows)}
</html>
"""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(html, encoding="utf-8")
