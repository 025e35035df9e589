"""All pages of a site, in the order in which they are handed on."""

from __future__ import annotations

from minhbach.outputs.model import Page
from minhbach.pages.accessibility import make_accessibility_page
from minhbach.pages.campaign_money import make_campaign_money_pages
from minhbach.pages.campaigns import make_campaign_list, make_campaign_pages
from minhbach.pages.data import make_data_page
from minhbach.pages.disclosure import make_disclosure_page
from minhbach.pages.documents import make_documents_page
from minhbach.pages.donors import make_donor_pages
from minhbach.pages.figures import make_figure_index, make_figure_pages
from minhbach.pages.find_gift import make_find_gift_page
from minhbach.pages.funds import make_fund_pages
from minhbach.pages.gift_lists import make_gift_list_pages
from minhbach.pages.giving import make_giving_page
from minhbach.pages.head import add_head
from minhbach.pages.home import make_home
from minhbach.pages.lists import make_list_pages
from minhbach.pages.money import make_money_page
from minhbach.pages.news import make_article_pages, make_notices
from minhbach.pages.offline import make_offline_page
from minhbach.pages.privacy import make_privacy_page
from minhbach.pages.recognition import make_recognition_page
from minhbach.pages.renderer import Renderer
from minhbach.pages.results import make_results_index, make_year_pages
from minhbach.pages.searching import make_search_page
from minhbach.pages.sheets import make_sheet_pages
from minhbach.pages.unknowns import make_unknowns_page
from minhbach.pages.written import make_written_pages


def make_pages(renderer: Renderer) -> tuple[Page, ...]:
    """Make every page of the renderer's site. Its notes of charts and files are complete afterwards."""
    return tuple(add_head(renderer, page) for page in _make_bodies(renderer))


def _make_bodies(renderer: Renderer) -> tuple[Page, ...]:
    pages = (
        make_home(renderer),
        *make_list_pages(renderer),
        *make_article_pages(renderer),
        *make_notices(renderer),
        make_campaign_list(renderer),
        *make_campaign_pages(renderer),
        make_results_index(renderer),
        *make_year_pages(renderer),
        make_figure_index(renderer),
        *make_figure_pages(renderer),
        make_unknowns_page(renderer),
        make_recognition_page(renderer),
        make_data_page(renderer),
        *make_documents_page(renderer),
        *make_giving_page(renderer),
        make_disclosure_page(renderer),
        *make_sheet_pages(renderer),
        make_money_page(renderer),
        *make_fund_pages(renderer),
        *make_campaign_money_pages(renderer),
        *make_gift_list_pages(renderer),
        *make_donor_pages(renderer),
        *make_find_gift_page(renderer),
        *make_privacy_page(renderer),
        *make_accessibility_page(renderer),
        *make_offline_page(renderer),
        *make_written_pages(renderer),
    )
    return (*pages, make_search_page(renderer, pages))
