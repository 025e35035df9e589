"""What a page loads is found in its HTML, its styles and its scripts, and nothing else is."""

import pytest

from minhbach.weight.loading import Loads, list_further_loads, list_loads, resolve

ADDRESS = "tin-tuc/2025/bai/"


def loads(html: str, address: str = ADDRESS, base_path: str = "/") -> Loads:
    return list_loads(html.encode(), address, base_path)


def test_styles_scripts_and_icons_are_loaded() -> None:
    html = """<head><link rel="stylesheet" href="../../../assets/site.css">
    <link rel="icon" href="../../../a.svg">
    <link rel="stylesheet" media="print" href="in.css?v=1"><link rel="modulepreload" href="m.js">
    <script defer src="../../../assets/frame.js"></script><script type="module" src="x.js"></script></head>"""
    assert loads(html).files == (
        *("assets/site.css", "a.svg", f"{ADDRESS}in.css", f"{ADDRESS}m.js", "assets/frame.js"),
        f"{ADDRESS}x.js",
    )


@pytest.mark.parametrize(
    "html",
    [
        '<link rel="canonical" href="https://hoi.example/"><link rel="alternate" href="feed.xml">',
        '<link rel="prefetch" href="next.html"><a href="anh.webp">Ảnh</a>',
        '<script>let a = 1;</script><script type="application/ld+json">{"image": "a.png"}</script>',
        '<script nomodule src="old.js"></script>',
        '<script src="https://hoi.example/count.js"></script><script src="//hoi.example/count.js"></script>',
        '<link rel="icon" href="data:,"><img src="data:image/gif;base64,R0lGODlhAQ" alt="">',
        '<p>“&lt;img src="a.webp"&gt;”</p>',
        '<img src="../../../../outside.webp" alt="">',
        '<linkage rel="icon" href="a.svg">',
    ],
)
def test_what_is_not_fetched_with_the_page_is_not_loaded(html) -> None:
    assert loads(html) == Loads((), ())


def test_each_file_is_loaded_once() -> None:
    html = (
        '<link rel="icon" href="a.svg"><link rel="icon" href="./a.svg"><img src="b.webp"><img src="b.webp">'
    )
    assert loads(html, "") == Loads(("a.svg",), ("b.webp",))


def test_images_of_the_frame_are_no_photos() -> None:
    html = '<img src="../assets/minhbach/mark.svg" alt=""><img src="../anh/a.webp" alt="" loading="lazy">'
    assert loads(html, "tin-tuc/") == Loads(("assets/minhbach/mark.svg",), ("anh/a.webp",))


def test_picture_is_loaded_once_in_the_first_form_that_fits() -> None:
    narrow = '<source type="image/avif" media="(max-width: 600px)" srcset="a.avif">'
    wide = '<source media="(min-width: 601px)" srcset="wide.webp">'
    image = '<img src="a.webp" srcset="s.webp 480w, a.webp 960w" sizes="100vw">'
    assert loads(f"<picture>{wide}{narrow}{image}</picture>", "").images == ("a.avif",)
    assert loads(f"<picture>{wide}{image}</picture>{image}", "").images == ("a.webp",)
    assert loads(f'<picture>{narrow}{image}</picture><img src="b.png">', "").images == ("a.avif", "b.png")


def test_characters_are_read_as_a_browser_reads_them() -> None:
    assert loads('<img src="a%20b.webp?x=1&amp;y=2#z">', "").images == ("a b.webp",)


def test_addresses_in_full_are_those_of_the_site() -> None:
    html = '<link rel="stylesheet" href="/repo/assets/a.css"><script src="/other/b.js"></script>'
    assert loads(html, "404.html", "/repo/").files == ("assets/a.css",)


def test_imports_of_scripts_are_followed() -> None:
    script = """import { a } from "./a.js";
import "../b.js";
export * from './c.js';
const later = import("./later.js"), { d } = await import(new URL("d.js", here));
// data from "elsewhere" or import x"""
    assert list_further_loads(script, "assets/minhbach/x.js") == (
        *("assets/minhbach/a.js", "assets/b.js", "assets/minhbach/c.js"),
    )


def test_files_of_styles_are_followed() -> None:
    css = """@import "a.css"; @import url(b.css);
    p { background: url("../c.png"), url(data:image/png;base64,AA) }
    q { mask: url(#shape) }"""
    assert list_further_loads(css, "assets/x.css") == ("assets/a.css", "assets/b.css", "c.png")


def test_ways_out_of_the_site_lead_nowhere() -> None:
    assert resolve("../x", "a/") == "x"
    assert resolve("../../x", "a/") is None
    assert resolve("", "a/") is None
