"""The stylesheet: whole, dated by its content, free of what nobody uses or somebody else serves."""

import re
from pathlib import Path

from minhbach.outputs.stylesheet import STYLES, read_stylesheet, stylesheet_address

HOOKS = STYLES.parents[2]


def rules() -> str:
    return re.sub(r"/\*.*?\*/", "", read_stylesheet(), flags=re.DOTALL)


def test_every_part_of_the_look_is_in_it_in_the_order_of_their_names() -> None:
    css = read_stylesheet()
    places = [css.index(part.read_text(encoding="utf-8")) for part in sorted(STYLES.iterdir())]
    assert len(places) > 5
    assert places == sorted(places)


def test_another_look_has_another_address() -> None:
    assert stylesheet_address("a{}") == stylesheet_address("a{}") != stylesheet_address("b{}")
    assert re.fullmatch(r"assets/minhbach/site\.[0-9a-f]{10}\.css", stylesheet_address("a{}"))


def test_it_asks_for_nothing_else() -> None:
    assert "@import" not in rules()
    assert "@font-face" not in rules()
    assert "url(" not in rules()


def test_it_styles_nothing_that_no_page_has() -> None:
    files = [path for suffix in ("html", "py", "js") for path in HOOKS.rglob(f"*.{suffix}")]
    made = "".join(path.read_text(encoding="utf-8") for path in files)
    styled = set(re.findall(r"\.(mb-[\w-]+)", rules()))
    # "mb-status--running" is made of its parts in a template: "mb-status--{{ status }}".
    unused = {name for name in styled if name not in made and f"{name.rpartition('--')[0]}--{{" not in made}
    assert unused == set()


def test_every_part_says_what_it_is_about() -> None:
    for part in Path(STYLES).iterdir():
        assert part.read_text(encoding="utf-8").startswith("/* "), part.name
