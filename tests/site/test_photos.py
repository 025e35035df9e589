"""Photos are published small, upright and without a trace of the phone that took them."""

import io

import pytest

ARTICLE = "news/2025/tong-ket-cong-tac-hoi-2024.md"
PAGE = "tin-tuc/2025/tong-ket-cong-tac-hoi-2024/"
TRACES = (b"Exif", b"EXIF", b"GPS", b"DienThoaiBiMat", b"eXIf", b"http://ns.adobe.com", b"XMP")


@pytest.fixture
def with_photos(project, make_photo):
    """A project with a photo beside the article, one in its text, and photos of three formats in docs/."""
    folder = ARTICLE.removesuffix(".md")
    photo = "photos: [{file: anh.jpg, alt: Hội nghị, credit: Hội, basis: public-event}]\n"
    text = project.read(ARTICLE).replace("tags:", f"{photo}tags:", 1)
    project.write(ARTICLE, f"{text}\n![Quà Tết](tong-ket-cong-tac-hoi-2024/qua.jpg)\n")
    project.write(f"{folder}/anh.jpg", make_photo())
    project.write(f"{folder}/qua.jpg", make_photo())
    project.write("docs/anh/tru-so.jpg", make_photo())
    project.write("docs/anh/tru-so.png", make_photo("PNG"))
    project.write("docs/anh/tru-so.webp", make_photo("WEBP"))
    shown = "".join(f"\n![Trụ sở {kind}](anh/tru-so.{kind})\n" for kind in ("jpg", "png", "webp"))
    project.write("docs/gioi-thieu.md", project.read("docs/gioi-thieu.md") + shown)
    return project


def published(chapter, parse_site, address: str) -> list[tuple[bytes, object]]:
    """Return bytes and element of every photo on a page."""
    page = parse_site(chapter.site)[address]
    folder = chapter.site / address
    return [((folder / image["src"]).read_bytes(), image) for image in page.main.one("article").find("img")]


def assert_clean(content: bytes) -> None:
    from PIL import Image

    image = Image.open(io.BytesIO(content))
    assert image.format == "WEBP"
    assert max(image.size) <= 1280
    assert image.size[0] < image.size[1], "taken upright, so higher than wide"
    assert not image.getexif()
    assert "exif" not in image.info
    assert "xmp" not in image.info
    top, bottom = (image.convert("RGB").getpixel((image.width // 2, y)) for y in (20, image.height - 20))
    assert top[0] > top[2] + 100, "the red side is up"
    assert bottom[2] > bottom[0] + 100, "the blue side is down"
    assert not any(trace in content for trace in TRACES)


def test_photos_are_published_upright_small_and_clean(with_photos, parse_site) -> None:
    from PIL import Image

    result = with_photos.build()
    assert result.returncode == 0, result.stderr
    photos = published(with_photos, parse_site, PAGE)
    assert len(photos) == 2
    assert len(published(with_photos, parse_site, "gioi-thieu/")) == 3
    for content, element in photos + published(with_photos, parse_site, "gioi-thieu/"):
        assert_clean(content)
        if "width" in element.attributes:
            assert (int(element["width"]), int(element["height"])) == Image.open(io.BytesIO(content)).size


def test_originals_and_their_places_are_nowhere_on_the_site(with_photos, snapshot) -> None:
    originals = {
        path.read_bytes()
        for folder in ("news", "docs")
        for path in (with_photos.root / folder).rglob("*")
        if path.suffix in {".jpg", ".png", ".webp"}
    }
    assert len(originals) == 3, "one picture in three formats"
    assert all(b"DienThoaiBiMat" in original for original in originals)
    assert with_photos.build().returncode == 0
    for name, content in snapshot(with_photos.site).items():
        assert content not in originals, name
        assert b"DienThoaiBiMat" not in content, name


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_unused_photo_in_docs_is_not_published_with_its_place(kind, project, make_photo, snapshot) -> None:
    project.write(f"docs/anh/thua.{kind.lower()}", make_photo(kind))
    assert project.build().returncode == 0
    for name, content in snapshot(project.site).items():
        assert b"DienThoaiBiMat" not in content, name


@pytest.mark.parametrize("path", ["news/2025/tong-ket-cong-tac-hoi-2024/anh.jpg", "docs/anh.jpg"])
def test_photo_that_is_only_linked_is_published_without_its_place(
    path, project, make_photo, snapshot, parse_site
) -> None:
    project.write(path, make_photo())
    where = {"news": ARTICLE, "docs": "docs/gioi-thieu.md"}[path.partition("/")[0]]
    target = path.removeprefix("news/2025/").removeprefix("docs/")
    project.write(where, f"{project.read(where)}\n[Xem ảnh]({target})\n")
    assert project.build().returncode == 0
    for name, content in snapshot(project.site).items():
        assert b"DienThoaiBiMat" not in content, name
    for address, page in parse_site(project.site).items():
        for link in page.main.find("a"):
            if link.text == "Xem ảnh":
                assert (project.site / address / link["href"]).is_file(), "the link leads to the photo"


def test_photo_that_is_no_photo_stops_the_build(with_photos) -> None:
    with_photos.write(ARTICLE.removesuffix(".md") + "/anh.jpg", b"GIF89a; not a photo")
    result = with_photos.build()
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "anh.jpg" in result.stderr


def test_photo_without_a_description_stops_the_build(with_photos) -> None:
    with_photos.replace(ARTICLE, "alt: Hội nghị, ", "")
    result = with_photos.build()
    assert result.returncode == 1
    assert ARTICLE in result.stderr
