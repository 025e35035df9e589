"""Codes are read back from what is drawn, by a reader that knows nothing of the library that drew them."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree as ET

import pytest
import zxingcpp
from PIL import Image

from minhbach.giving.drawing import QUIET_ZONE, draw_png, draw_svg
from minhbach.giving.payload import write_payload

LONGEST = write_payload("970403", "Z" * 19, "Y" * 25, 9_999_999_999_999)
PAYLOAD = write_payload("970403", "0011012345678", "TET NHAN AI 2025")


def read(png: bytes) -> list[str]:
    with Image.open(io.BytesIO(png)) as image:
        return [found.text for found in zxingcpp.read_barcodes(image.convert("L"))]


@pytest.mark.parametrize("overprint", ["", "MẪU"])
@pytest.mark.parametrize("payload", [PAYLOAD, LONGEST])
def test_image_is_read_back(payload: str, overprint: str) -> None:
    assert read(draw_png(payload, overprint)) == [payload]


def test_overprint_is_seen() -> None:
    with Image.open(io.BytesIO(draw_png(PAYLOAD, "MẪU"))) as image:
        colours = {colour for _count, colour in image.convert("RGB").getcolors(1 << 20)}
    assert (179, 38, 30) in colours
    with Image.open(io.BytesIO(draw_png(PAYLOAD))) as image:
        assert {colour for _count, colour in image.convert("RGB").getcolors()} == {(0, 0, 0), (255, 255, 255)}


def test_code_stands_in_a_white_margin_of_four_modules() -> None:
    with Image.open(io.BytesIO(draw_png(PAYLOAD))) as image:
        grey = image.convert("L")
        dark = grey.point(lambda value: 255 - value).getbbox()
    assert dark is not None
    assert dark[0] == dark[1] == grey.width - dark[2] == 10 * QUIET_ZONE


def test_image_says_nothing_but_the_code_and_is_the_same_each_time() -> None:
    for overprint in ("", "MẪU"):
        png = draw_png(PAYLOAD, overprint)
        assert png == draw_png(PAYLOAD, overprint)
        with Image.open(io.BytesIO(png)) as image:
            assert image.info.keys() <= {"transparency", "srgb", "gamma", "dpi"}


def test_drawing_for_a_page_has_a_name_and_brings_no_ids_or_styles() -> None:
    svg = draw_svg(PAYLOAD, "Mã <VietQR> & tài khoản", "MẪU")
    assert "<title>Mã &lt;VietQR&gt; &amp; tài khoản</title>" in svg
    assert 'role="img"' in svg
    assert not re.search(r"\b(?:id|style|on\w+)=", svg)


def test_drawing_as_a_file_is_xml_with_a_size() -> None:
    root = ET.fromstring(draw_svg(PAYLOAD, "Mã", "MẪU", xml=True))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.attrib["width"] == root.attrib["height"]
    assert "MẪU" in "".join(root.itertext())
