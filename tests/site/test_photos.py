"""Photos are published small, upright and without a trace of the phone that took them."""

import io
import itertools

import pytest

ARTICLE = "news/2025/tong-ket-cong-tac-hoi-2024.md"
FOLDER = ARTICLE.removesuffix(".md")
PAGE = "tin-tuc/2025/tong-ket-cong-tac-hoi-2024/"
MAKER = b"DienThoaiBiMat"
TRACES = (b"Exif", b"EXIF", b"GPS", MAKER, b"eXIf", b"http://ns.adobe.com", b"XMP")
KINDS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "HEIF": "heic"}
IMAGES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic"})


def listed(*names: str) -> str:
    """Write the front matter of photos."""
    words = "alt: Ảnh {0}, caption: Chú thích {0}, credit: Người chụp {0}, basis: consent"
    entries = "".join(f"\n  - {{file: {name}, {words.format(name)}}}" for name in names)
    return f"photos:{entries}\n"


def add_photos(chapter, names: list[str], text: str = "") -> None:
    """List photos in the article, and add to its text."""
    matter = chapter.read(ARTICLE).replace("tags:", f"{listed(*names)}tags:", 1)
    chapter.write(ARTICLE, f"{matter}\n{text}\n")


@pytest.fixture(scope="session")
def photo_of(make_photo):
    """Return a function that writes a photo as a phone does, told apart by its number."""

    def make(kind: str, number: int = 0) -> bytes:
        from PIL import Image

        if kind == "HEIF":
            import pillow_heif

            pillow_heif.register_heif_opener()
        image = Image.open(io.BytesIO(make_photo("JPEG")))
        exif = image.getexif()
        image.paste((255, 255, number), (0, 0, 40, 40))
        buffer = io.BytesIO()
        image.save(buffer, kind, exif=exif.tobytes())
        return buffer.getvalue()

    return make


@pytest.fixture(scope="session")
def photo_chapter(once_per_run, copy_project, chapter_at, photo_of):
    """A chapter with a lead, a photo in the text, a gallery, a link, and every format in docs/."""

    def fill(folder):
        chapter = copy_project(folder / "project")
        names = ["dau-bai.jpg", "giua-bai.heic", "mot.jpg", "hai.png", "ba.webp"]
        for number, name in enumerate(names):
            kind = {suffix: kind for kind, suffix in KINDS.items()}[name.rpartition(".")[2]]
            chapter.write(f"{FOLDER}/{name}", photo_of(kind, number))
        base = FOLDER.rpartition("/")[2]
        add_photos(
            chapter, names, f"![Ảnh giữa bài]({base}/giua-bai.heic)\n\nXem [ảnh thứ nhất]({base}/mot.jpg)."
        )
        shown = ""
        for number, (kind, suffix) in enumerate(KINDS.items(), 10):
            chapter.write(f"docs/anh/tru-so.{suffix}", photo_of(kind, number))
            chapter.write(f"docs/anh/thua.{suffix}", photo_of(kind, number + 10))
            shown += f"\n![Trụ sở {kind}](anh/tru-so.{suffix})\n"
        chapter.write("docs/gioi-thieu.md", chapter.read("docs/gioi-thieu.md") + shown)
        result = chapter.build()
        assert result.returncode == 0, result.stderr

    return chapter_at(once_per_run("photos", fill) / "project")


@pytest.fixture(scope="session")
def photo_pages(photo_chapter, parse_site):
    return parse_site(photo_chapter.site)


def article_of(pages, address: str):
    main = pages[address].main
    return next(iter(main.find("article")), main)


def candidates(element) -> list[str]:
    """Return every address that a picture or a link to one names."""
    sets = ",".join(element.attributes.get(name, "") for name in ("srcset", "data-phone"))
    found = [element.attributes[name] for name in ("src", "href") if name in element.attributes]
    return [*found, *(part.split()[0] for part in sets.split(",") if part)]


# What is published ------------------------------------------------------------------------------------------


def test_no_byte_of_the_place_is_on_the_site(photo_chapter, snapshot) -> None:
    originals = [
        path.read_bytes()
        for folder in ("news", "docs")
        for path in (photo_chapter.root / folder).rglob("*")
        if path.suffix in IMAGES
    ]
    assert len(originals) == 13
    assert all(MAKER in original for original in originals)
    # Degrees, minutes and seconds as EXIF writes them, in either order of bytes.
    places = [
        b"".join(number.to_bytes(4, order) for part in (21, 1, 41) for number in (part, 1))
        for order in ("little", "big")
    ]
    assert all(any(place in original for place in places) for original in originals)
    published = snapshot(photo_chapter.site)
    assert any(name.startswith("anh/") for name in published)
    for name, content in published.items():
        assert MAKER not in content, name
        assert not any(place in content for place in places), name


def test_no_original_is_on_the_site(photo_chapter, snapshot) -> None:
    """Not as a file, and no stretch of its compressed picture within one."""
    published = snapshot(photo_chapter.site)
    for folder in ("news", "docs"):
        for path in (photo_chapter.root / folder).rglob("*"):
            if path.suffix in IMAGES:
                original = path.read_bytes()
                stretch = original[len(original) // 2 :][:200]
                for name, content in published.items():
                    assert stretch not in content, f"{path.name} in {name}"


def test_every_published_image_is_small_upright_and_clean(photo_chapter, snapshot) -> None:
    from PIL import Image

    images = {
        name: content
        for name, content in snapshot(photo_chapter.site).items()
        if name.startswith("anh/") and not name.endswith(".svg")
    }
    # Five of the article and four of the page in three widths of WebP; those from JPEG and HEIC as one AVIF;
    # and the images of docs/ that browsers show, under their own names.
    assert len(images) == 9 * 3 + 5 + 6
    for name, content in images.items():
        image = Image.open(io.BytesIO(content))
        assert max(image.size) <= 1920, name
        assert image.size[0] < image.size[1], "taken upright, so higher than wide"
        assert not image.getexif(), name
        assert not {"exif", "xmp", "icc_profile", "comment"} & image.info.keys(), name
        assert not any(trace in content for trace in TRACES), name
        top, bottom = (image.convert("RGB").getpixel((image.width // 2, y)) for y in (20, image.height - 20))
        assert top[0] > top[2] + 100, f"{name}: the red side is up"
        assert bottom[2] > bottom[0] + 100, f"{name}: the blue side is down"


def test_an_image_of_docs_keeps_its_name(photo_chapter) -> None:
    for name in ("tru-so.jpg", "thua.jpg", "thua.png", "thua.webp"):
        assert (photo_chapter.site / "anh" / name).is_file()
    assert not list(photo_chapter.site.rglob("*.heic")), "which no browser shows"


# What pages say ---------------------------------------------------------------------------------------------


def test_pages_name_only_copies_that_exist_and_all_that_do(photo_chapter, photo_pages) -> None:
    photos = photo_chapter.site / "anh"
    named = set()
    for address, page in photo_pages.items():
        for element in page.main.walk():
            for target in candidates(element) if element.tag in ("img", "source", "a") else ():
                file = (photo_chapter.site / address / target).resolve()
                if file.parent == photos.resolve():
                    assert file.is_file(), f"{address}: {target}"
                    named.add(file.name)
    own = {f"{name}.{suffix}" for name in ("tru-so", "thua") for suffix in ("jpg", "png", "webp")}
    assert named == {path.name for path in photos.iterdir()} - own


def test_width_and_height_are_those_of_the_file(photo_chapter, photo_pages) -> None:
    from PIL import Image

    seen = 0
    for address in (PAGE, "gioi-thieu/"):
        for image in article_of(photo_pages, address).find("img"):
            with Image.open(photo_chapter.site / address / image["src"]) as file:
                assert (int(image["width"]), int(image["height"])) == file.size
            seen += 1
            for part in image["srcset"].split(","):
                target, width = part.split()
                with Image.open(photo_chapter.site / address / target) as file:
                    assert width == f"{file.width}w"
    assert seen == 9


def test_phones_are_offered_avif_before_webp(photo_pages) -> None:
    pictures = article_of(photo_pages, PAGE).find("picture")
    assert len(pictures) == 2, "the lead and the one in the text"
    for picture in pictures:
        source, image = (part for part in picture.content if not isinstance(part, str))
        assert (source.tag, source["type"], image.tag) == ("source", "image/avif", "img")
        assert source["media"] == "(max-width: 600px)"
        assert source["srcset"].endswith("-960.avif")
        assert all(target.endswith(".webp") for target in candidates(image))


def test_the_lead_stands_above_the_text_and_the_others_beneath(photo_pages) -> None:
    article = article_of(photo_pages, PAGE)
    order = [
        "text" if "mb-prose" in element.classes else element["alt"]
        for element in article.walk()
        if element.tag == "img" or "mb-prose" in element.classes
    ]
    expected = ["Ảnh dau-bai.jpg", "text", "Ảnh giữa bài", "Ảnh mot.jpg", "Ảnh hai.png", "Ảnh ba.webp"]
    assert order == expected, "each once; the one in the text with the words written there"
    assert len(article.one(of="mb-gallery").find("li")) == 3


def test_only_the_lead_is_fetched_at_once(photo_pages) -> None:
    images = article_of(photo_pages, PAGE).find("img")
    assert images[0]["fetchpriority"] == "high"
    assert "loading" not in images[0].attributes
    for image in images[1:] + article_of(photo_pages, "gioi-thieu/").find("img"):
        assert image["loading"] == "lazy"
        assert image["decoding"] == "async"
        assert "fetchpriority" not in image.attributes


def test_every_photo_of_an_article_has_caption_credit_and_a_way_to_its_largest_copy(photo_pages) -> None:
    figures = article_of(photo_pages, PAGE).find("figure", of="mb-photo")
    names = ["dau-bai.jpg", "giua-bai.heic", "mot.jpg", "hai.png", "ba.webp"]
    assert len(figures) == len(names)
    for figure, name in zip(figures, names, strict=True):
        words = figure.one("figcaption")
        assert words.text == f"Chú thích {name} Ảnh: Người chụp {name}"
        link = figure.one("a")
        assert link["href"].endswith("-1440.webp"), "1920 px high"
        assert figure.one("img")["alt"] in link["aria-label"]


def test_a_link_to_a_photo_leads_to_its_largest_copy(photo_pages, photo_chapter) -> None:
    (link,) = [item for item in article_of(photo_pages, PAGE).find("a") if item.text == "ảnh thứ nhất"]
    assert link["href"].rpartition("/")[2].startswith("mot-")
    assert link["href"].endswith("-1440.webp")
    assert (photo_chapter.site / PAGE / link["href"]).is_file()


def test_the_script_is_only_on_pages_with_photos(photo_pages, photo_chapter) -> None:
    for address, page in photo_pages.items():
        scripts = [item["src"] for item in page.root.find("script") if "src" in item.attributes]
        found = [source for source in scripts if source.endswith("lightbox.js")]
        assert len(found) == (1 if address == PAGE else 0), address
        for source in found:
            assert (photo_chapter.site / address / source).is_file()


# The cache --------------------------------------------------------------------------------------------------


def test_the_site_is_the_same_with_a_full_an_empty_a_broken_and_no_cache(project, photo_of, snapshot) -> None:
    project.write(f"{FOLDER}/anh.jpg", photo_of("JPEG"))
    add_photos(project, ["anh.jpg"])
    assert project.build().returncode == 0
    expected = snapshot(project.site)
    cache = project.root / ".cache" / "minhbach" / "photos"
    kept = sorted(cache.iterdir())
    assert len(kept) == 4
    assert project.build().returncode == 0
    assert snapshot(project.site) == expected

    kept[0].write_bytes(b"\0" * 100)
    kept[1].write_bytes(kept[1].read_bytes()[:-1])
    kept[2].unlink()
    assert project.build().returncode == 0
    assert snapshot(project.site) == expected
    assert len(list(cache.iterdir())) == 4

    for path in cache.iterdir():
        path.unlink()
    cache.rmdir()
    cache.write_bytes(b"")
    assert project.build().returncode == 0
    assert snapshot(project.site) == expected


def test_the_staged_tree_holds_the_same_copies(photo_chapter, snapshot, tmp_path) -> None:
    result = photo_chapter.minhbach("stage", tmp_path / "tree", "--root", photo_chapter.root)
    assert result.returncode == 0, result.stderr
    assert snapshot(tmp_path / "tree" / "anh") == snapshot(photo_chapter.site / "anh")


# What stops a build -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"GIF89a; not a photo", "không phải ảnh"),
        (b"", "không phải ảnh"),
        ("half", "bị hỏng hoặc bị cắt ngang"),
    ],
)
def test_photo_that_is_no_photo_stops_the_build(content, told, project, photo_of, tmp_path) -> None:
    whole = photo_of("JPEG")
    project.write(f"{FOLDER}/anh.jpg", whole[: len(whole) // 2] if content == "half" else content)
    add_photos(project, ["anh.jpg"])
    result = project.build()
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "anh.jpg" in result.stderr
    assert told in result.stderr
    assert not project.site.exists()

    staged = project.minhbach("stage", tmp_path / "tree")
    assert staged.returncode == 1
    assert "Traceback" not in staged.stderr
    assert not (tmp_path / "tree").exists()


@pytest.mark.parametrize("key", ["alt", "caption", "credit", "basis"])
def test_photo_without_one_of_its_words_stops_the_build(key, project, photo_of) -> None:
    project.write(f"{FOLDER}/anh.jpg", photo_of("JPEG"))
    add_photos(project, ["anh.jpg"])
    written = {"alt": "Ảnh anh.jpg", "caption": "Chú thích anh.jpg", "credit": "Người chụp anh.jpg"}
    value = written.get(key, "consent")
    project.replace(
        ARTICLE, f"{key}: {value}" if key == "basis" else f"{key}: {value}, ", "note: x" * (key == "basis")
    )
    result = project.build()
    assert result.returncode == 1
    assert ARTICLE in result.stderr


def test_formats_are_told_apart_by_content_in_every_pairing(project, photo_of) -> None:
    """A photo whose name claims another format is still published clean."""
    pairs = list(itertools.permutations(KINDS.items(), 2))
    names = []
    for number, ((kind, _own), (_other, suffix)) in enumerate(pairs):
        names.append(f"anh-{number}.{suffix}")
        project.write(f"{FOLDER}/{names[-1]}", photo_of(kind, number))
    add_photos(project, names)
    result = project.build()
    assert result.returncode == 0, result.stderr
    assert len(list((project.site / "anh").glob("*.webp"))) == 3 * len(pairs)
