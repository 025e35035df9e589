"""Why a value is missing is said in its own words on every page, chart, card and file, and is never zero."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from html import unescape

import pytest

from minhbach.derive.charts import figure_charts, find_chart
from minhbach.outputs.model import Page
from minhbach.pages.campaigns import make_campaign_list, make_campaign_page
from minhbach.pages.carding import figure_card
from minhbach.pages.figures import make_figure_index, make_figure_page
from minhbach.pages.recognition import make_recognition_page
from minhbach.pages.renderer import Renderer
from minhbach.pages.results import make_results_index
from minhbach.records.knowing import Missing
from minhbach.search.records import list_records

WORDS = {
    Missing.NOT_YET_PUBLISHED: "chưa công bố",
    Missing.NOT_STATED: "nguồn không nêu",
    Missing.NOT_RECORDED: "chưa có ghi chép",
    Missing.UNKNOWN: "chưa có thông tin",
}
KINDS = pytest.mark.parametrize("missing", Missing)
ADDRESS = "tet-mau-2025.quy-mo"
FIGURE = """\
  quy-mo:
    indicator: luot-nguoi
    value: {0}
    targets:
      assigned: {{by: Thành phố, value: {0}}}
      own: {{value: 40}}
    series:
      - {{as_of: 2025-01-10, value: 5}}
      - {{as_of: 2025-01-12, value: 7}}
      - {{as_of: 2025-01-20, value: {0}}}
    parts:
      complete: false
      items:
        - {{unit: to-1, value: {0}}}
        - {{label: Nơi khác, value: 3}}
"""
THANKS = """\
- who: Nhóm mẫu
  kind: gift
  what: Góp quà.
  campaign: tet-mau-2025
  amount: {0}
  source: {{article: 2025/bai-mau}}
"""


@pytest.fixture
def tell(render: Callable[..., Renderer], campaign_text: str) -> Callable[[Missing], Renderer]:
    """Return a function that gives the base with a figure that is missing in one way everywhere."""

    def make(missing: Missing) -> Renderer:
        period = "period: {start: 2025-01-09, end: 2025-01-26}"
        assert period in campaign_text
        text = campaign_text.replace(period, f"period: {{start: {missing}, end: {missing}}}")
        files = {
            "data/campaigns/tet-mau-2025.yml": text.replace(
                "figures:\n", "figures:\n" + FIGURE.format(missing)
            ),
            "data/acknowledgments.yml": THANKS.format(missing),
        }
        renderer = render(files)
        renderer.charts = {key: renderer.maker.make(plan) for key, plan in renderer.plans.items()}
        return renderer

    return make


def text_of(html: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)))


def others(missing: Missing, text: str) -> list[str]:
    return [words for kind, words in WORDS.items() if kind is not missing and words in text]


@KINDS
def test_a_figure_says_why_it_has_no_value_on_its_page_its_card_and_in_search(tell, missing: Missing) -> None:
    renderer = tell(missing)
    figure = renderer.site.figures[ADDRESS]
    assert (figure.quantity, figure.missing) == (None, missing)
    page = make_figure_page(renderer, figure)
    text = text_of(page.html)
    assert f"Giá trị {WORDS[missing]}" in text
    assert f"Chỉ tiêu giao {WORDS[missing]} (cấp giao: Thành phố)" in text
    told = f"Kết quả: {WORDS[missing]}. Chỉ tiêu giao (Thành phố): {WORDS[missing]}. "
    assert page.description.endswith(f": {told}Chỉ tiêu phấn đấu: 40\u00a0lượt người.")
    assert figure_card(renderer, figure).note == WORDS[missing]
    (record,) = list_records([page])
    assert WORDS[missing] in record.html


@KINDS
def test_every_list_of_figures_says_why_one_has_no_value(tell, missing: Missing) -> None:
    renderer = tell(missing)
    for page in (make_figure_index(renderer), make_results_index(renderer), make_campaign_list(renderer)):
        assert WORDS[missing] in text_of(page.html), page.address


@KINDS
def test_charts_say_why_in_bar_description_and_table_and_leave_a_gap_in_the_course(
    tell, missing: Missing
) -> None:
    renderer = tell(missing)
    figure = renderer.site.figures[ADDRESS]
    assert figure_charts(figure) == [ADDRESS, f"{ADDRESS}.series", f"{ADDRESS}.parts"]
    target, series, parts = (
        renderer.maker.make(find_chart(renderer.site, key)) for key in figure_charts(figure)
    )
    assert target.bar.value is None
    assert target.bar.value_label == WORDS[missing]
    assert WORDS[missing] in target.text.description
    assert target.table.rows[0][2:4] == (WORDS[missing], WORDS[missing])
    assert [point.value for point in series.points] == [5, 7]
    assert series.table.rows[-1] == ("20/01/2025", WORDS[missing])
    assert [(bar.value, bar.value_label) for bar in parts.bars] == [(None, WORDS[missing]), (3, "3")]
    assert not others(missing, target.text.description + parts.text.description)


@KINDS
def test_open_data_name_the_kind_beside_an_empty_cell(tell, missing: Missing) -> None:
    renderer = tell(missing)
    folder = renderer.exports.root

    def rows(name: str) -> list[dict[str, str]]:
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    (figure,) = (row for row in rows("so-lieu") if row["address"] == ADDRESS)
    assert (figure["value"], figure["missing"], figure["precision"]) == ("", missing, "")
    assert (figure["target_assigned"], figure["target_assigned_missing"]) == ("", missing)
    assert (figure["target_own"], figure["target_own_missing"]) == ("40", "")
    assert [(row["value"], row["missing"]) for row in rows("so-lieu-theo-ngay")] == [
        ("5", ""),
        ("7", ""),
        ("", missing),
    ]
    assert [(row["value"], row["missing"]) for row in rows("so-lieu-thanh-phan")] == [
        ("", missing),
        ("3", ""),
    ]
    (campaign,) = rows("chien-dich")
    assert (campaign["start"], campaign["start_missing"]) == ("", missing)
    assert (campaign["end"], campaign["end_missing"]) == ("", missing)
    assert campaign["ended"] == "false"


@KINDS
def test_a_campaign_says_why_its_days_are_not_known(tell, missing: Missing) -> None:
    renderer = tell(missing)
    page = make_campaign_page(renderer, renderer.site.campaigns["tet-mau-2025"])
    assert f"Năm 2025; ngày bắt đầu, ngày kết thúc: {WORDS[missing]}" in text_of(page.html)


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        (Missing.NOT_STATED, "Nguồn không nêu số tiền, số lượng."),
        (Missing.NOT_RECORDED, "Số tiền, số lượng: chưa có ghi chép."),
        (Missing.UNKNOWN, "Số tiền, số lượng: chưa có thông tin."),
        (Missing.NOT_YET_PUBLISHED, "Số tiền, số lượng: chưa công bố."),
    ],
)
def test_support_without_an_amount_says_why(tell, missing: Missing, words: str) -> None:
    renderer = tell(missing)
    pages: list[Page] = [
        make_recognition_page(renderer),
        make_campaign_page(renderer, renderer.site.campaigns["tet-mau-2025"]),
    ]
    for page in pages:
        assert words in text_of(page.html), page.address


def test_support_of_which_the_source_states_no_amount_is_not_said_to_be_withheld(tell) -> None:
    text = text_of(make_recognition_page(tell(Missing.NOT_STATED)).html)
    assert "chưa công bố" not in text


def test_every_target_has_its_achievement_in_tables_with_whose_target_it_is(
    render, campaign_text: str
) -> None:
    figure = (
        "  hai-muc:\n    indicator: luot-nguoi\n    label: đợt một\n    value: 30\n"
        "    targets: {assigned: {value: 20}, own: {value: 40}}\n"
        "  mot-muc:\n    indicator: luot-nguoi\n    label: đợt hai\n    value: 34\n"
        "    targets: {own: {value: 50}}\n"
    )
    renderer = render({"data/campaigns/tet-mau-2025.yml": campaign_text + figure})
    both = renderer.site.figures["tet-mau-2025.hai-muc"]
    own = renderer.site.figures["tet-mau-2025.mot-muc"]
    renderer.charts = {key: renderer.maker.make(plan) for key, plan in renderer.plans.items()}
    chart = renderer.maker.make(find_chart(renderer.site, both.address))
    assert chart.table.rows[0][-1] == "đạt 150% chỉ tiêu giao; đạt 75% chỉ tiêu phấn đấu"
    chart = renderer.maker.make(find_chart(renderer.site, own.address))
    assert chart.table.rows[0][-1] == "đạt 68% chỉ tiêu phấn đấu"
    page = make_campaign_page(renderer, renderer.site.campaigns["tet-mau-2025"])
    table = text_of(page.html.partition("</table>")[0])
    assert "đạt 150% chỉ tiêu giao đạt 75% chỉ tiêu phấn đấu" in table
    assert "đạt 68% chỉ tiêu phấn đấu" in table
