"""Everything a reader needs can be done with the keys alone."""

import pytest

pytestmark = pytest.mark.browser

MENU = ("Tin tức", "Chiến dịch", "Kết quả", "Ghi nhận", "Thu – chi", "Dữ liệu mở", "Giới thiệu")
FOCUSED = "(document.activeElement.getAttribute('aria-label') || document.activeElement.textContent).trim()"


def press_until(page, words: str, most: int = 80) -> None:
    """Press Tab until what has the focus reads ``words``."""
    for _press in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == words:
            return
    pytest.fail(f"no key leads to “{words}”")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_first_key_leads_past_the_menu(width, visit, demo) -> None:
    page = visit(demo, width=width).open("tin-tuc/")
    page.keyboard.press("Tab")
    assert "nội dung" in page.evaluate(FOCUSED)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_menu_is_in_sight_and_opens_by_key(width, visit, demo) -> None:
    window = visit(demo, width=width)
    page = window.open("")
    for words in MENU:
        press_until(page, words)
        box = page.evaluate(
            "(box => [box.width, box.height])(document.activeElement.getBoundingClientRect())"
        )
        assert min(box) >= 24, words
    page.keyboard.press("Shift+Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == f"{demo}du-lieu/"
    assert window.faults == []


def test_the_pages_of_a_list_are_walked_by_key(visit, demo) -> None:
    window = visit(demo, width=360)
    page = window.open("tin-tuc/")
    press_until(page, "Cũ hơn")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == f"{demo}tin-tuc/trang/2/"
    press_until(page, "Trang 3")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == f"{demo}tin-tuc/trang/3/"
    press_until(page, "Mới hơn")
    assert window.faults == []


def test_an_article_leads_on_by_key(visit, demo, demo_addresses) -> None:
    page = visit(demo, width=360).open(demo_addresses["article"])
    press_until(page, "Sao chép liên kết")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.mb-neighbours') !== null")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.startswith(f"{demo}tin-tuc/2")
