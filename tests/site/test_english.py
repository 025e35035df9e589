"""A site in English has no Vietnamese words of the program's own."""

import re
from pathlib import Path

from babel.messages.pofile import read_po

PO = Path(__file__).parents[2] / "hooks/minhbach/language/locale/vi/LC_MESSAGES/pages.po"


def vietnamese_words() -> list[str]:
    """What readers see of the program's own words, in pieces between the fields that are filled in."""
    with PO.open("rb") as file:
        messages = [message for message in read_po(file, locale="vi") if message.id]
    pieces = []
    for message in messages:
        text = message.string if isinstance(message.string, str) else message.string[0]
        pieces += re.split(r"\{\w*\}|%\(\w+\)s", text)
    return sorted({piece.strip(" .,:;()“”") for piece in pieces if len(piece.split()) >= 4})


def test_a_site_in_english_speaks_english(project, parse_site) -> None:
    project.replace(
        "mkdocs.yml",
        "INHERIT: hooks/minhbach/base.yml\n",
        "INHERIT: hooks/minhbach/base.yml\ntheme: {language: en}\n",
    )
    result = project.build(SITE_URL="https://site.test/")
    assert result.returncode == 0, result.stderr
    own = vietnamese_words()
    assert len(own) > 60
    content = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("news", "data", "docs")
        for path in sorted((project.root / folder).rglob("*"))
        if path.suffix in (".md", ".yml")
    )
    own = [words for words in own if words not in content]
    pages = parse_site(project.site)
    for address, page in pages.items():
        assert page.root.one("html")["lang"] == "en", address
        text = " ".join(page.text.split())
        assert [words for words in own if words in text] == [], address
    article = pages["tin-tuc/2025/tong-ket-cong-tac-hoi-2024/"]
    assert "08:43, Thursday 16/01/2025" in article.main.text
    assert "1 article" in pages["tin-tuc/"].main.text
