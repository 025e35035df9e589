"""The links of the footer: those of the pages that a site has, in one order."""

from minhbach.outputs.model import Page
from minhbach.pages.frame import list_footer_links
from minhbach.site.addresses import DATA, GIVING, NEWS, PRIVACY


def page(address: str) -> Page:
    return Page(address=address, title="", description="", html="", kind="")


def test_a_page_that_is_missing_is_not_linked() -> None:
    assert list_footer_links([page(PRIVACY)], str.upper) == ((PRIVACY, "PRIVACY"),)


def test_what_the_menu_has_is_not_repeated() -> None:
    assert list_footer_links([page(NEWS)], str) == ()


def test_the_order_does_not_depend_on_that_of_the_pages() -> None:
    pages = [page(address) for address in (PRIVACY, GIVING, DATA)]
    links = list_footer_links(pages, str)
    assert [address for address, _words in links] == [GIVING, DATA, PRIVACY]
    assert links == list_footer_links(reversed(pages), str)
