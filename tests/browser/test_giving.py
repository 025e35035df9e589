"""How to give, as readers meet it: the code is read from the screen, and the number can be copied."""

import io

import pytest
import zxingcpp
from PIL import Image

pytestmark = pytest.mark.browser

GIVING = "ung-ho/"
CODE = (
    "00020101021138560010A000000727012600060000000112MAU1234567890208QRIBFTTA53037045802VN"
    "62250821MAU KHONG CHUYEN TIEN63041397"
)
"""Of the made-up chapter's account. No bank has the number 000000."""


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_code_is_read_from_the_screen(width, scheme, visit, demo) -> None:
    window = visit(demo, width=width, scheme=scheme)
    page = window.open(GIVING)
    picture = page.locator(".mb-qr__svg").first.screenshot()
    with Image.open(io.BytesIO(picture)) as image:
        assert image.convert("RGB").getpixel((3, 3)) == (255, 255, 255), "dark on light in every scheme"
        assert [found.text for found in zxingcpp.read_barcodes(image.convert("L"))] == [CODE]
    assert window.faults == []


def test_number_is_copied_without_spaces(visit, demo) -> None:
    window = visit(demo, width=360)
    page = window.open(GIVING)
    give = page.locator(".mb-give").first
    selected = give.locator(".mb-digits").evaluate(
        "element => { getSelection().selectAllChildren(element); return String(getSelection()); }"
    )
    assert selected == "MAU123456789"
    button = give.get_by_role("button", name="Sao chép số tài khoản")
    assert button.bounding_box()["height"] >= 24
    button.click()
    page.wait_for_function("document.querySelector('[data-mb=\"copy-status\"]').textContent !== ''")
    assert give.get_by_role("status").inner_text() == "Đã sao chép: MAU123456789"
    assert window.faults == []
