"""Every place that prints a figure of another body says whose it is, and none counts it among ours."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from minhbach.background import Background
from minhbach.build import SiteBuild
from minhbach.derive.achievement import derive_implied_target
from minhbach.disclosure.clock import is_tracked
from minhbach.gather import Gathered
from minhbach.language import read_catalogue
from minhbach.outputs.model import Page
from minhbach.pages.home import headline_figures, shown_campaigns
from minhbach.search.records import list_records
from minhbach.site.giving import list_ways
from minhbach.site.sheets import sheet_campaigns

SHORT, NAME = "Hội CTĐ thành phố Mẫu", "Hội Chữ thập đỏ thành phố Mẫu"
NUMBER = "136.774"
HEAD = (
    "---\ntitle: Tết của thành phố\npublished: 2025-01-10 09:00\nsection: tin-tuc\nsummary: Tóm tắt.\n---\n\n"
)
CHAPTER = {
    "data/bodies.yml": f"""\
thanh-pho:
  name: {NAME}
  short_name: {SHORT}
  kind: parent
  relation: cấp trên trực tiếp
""",
    "data/results/thanh-pho-2025.yml": """\
year: 2025
title: Tết 2025 của cả nơi
programme: tet-mau
body: thanh-pho
source: {document: bao-cao-2024}
figures:
  suat-qua:
    indicator: suat-qua
    value: 136774
    achievement: 256%
    targets: {assigned: {by: Trung ương Hội, value: not-stated}}
    parts: {complete: false, items: [{label: Một nơi, value: 136774}]}
    series: [{as_of: 2025-01-09, value: 1}, {as_of: 2025-01-16, value: 136774}]
""",
    "data/results/thanh-pho-2024.yml": """\
year: 2024
title: Tết 2024 của cả nơi
body: thanh-pho
source: {document: bao-cao-2024}
figures:
  suat-qua: {indicator: suat-qua, value: 100200}
""",
    "data/campaigns/tet-thanh-pho-2025.yml": """\
name: Tết cả nơi
programme: tet-mau
body: thanh-pho
year: 2025
period: {start: 2025-01-09, end: 2025-02-26}
purpose: Dữ liệu mẫu.
source: {document: bao-cao-2024}
figures:
  gia-tri: {indicator: gia-tri, value: 107500000000}
includes: [thanh-pho-2025.suat-qua]
""",
    "news/2025/thanh-pho.md": f"""{HEAD}{NAME} có [136.774 suất quà](figure:thanh-pho-2025.suat-qua).

![Quà Tết của thành phố](chart:suat-qua.years.thanh-pho)

![Quà Tết của thành phố](table:suat-qua.years.thanh-pho)
""",
}


Built = tuple[Gathered, SiteBuild]


@pytest.fixture
def built(gather: Callable[..., Gathered], organisation_text: str, tmp_path: Path) -> Built:
    headline = "headline: [thanh-pho-2025.suat-qua]\n"
    gathered = gather({**CHAPTER, "data/organisation.yml": f"{organisation_text}{headline}"})
    assert gathered.is_publishable, [(str(item.at), item.kind.code) for item in gathered.problems]
    root = tmp_path / "kho"
    return gathered, SiteBuild(root, gathered, read_catalogue("vi"), Background(processes=0))


def page_at(build: SiteBuild, address: str) -> Page:
    return next(page for page in build.pages if page.address == address)


def test_no_page_prints_the_number_far_from_whose_it_is(built: Built) -> None:
    pages = {page.address: page for page in built[1].pages if NUMBER in page.html}
    assert {"", "ket-qua/", "ket-qua/2025/", "so-lieu/", "chien-dich/tet-thanh-pho-2025/"} <= pages.keys()
    for page in pages.values():
        words = re.sub(r"\s+", " ", page.html)
        for match in re.finditer(re.escape(NUMBER), words):
            around = words[max(0, match.start() - 1500) : match.end() + 300]
            assert SHORT in around or NAME in around, (page.address, around)


def test_its_page_its_search_record_and_its_card_name_the_body(built: Built) -> None:
    page = page_at(built[1], "so-lieu/thanh-pho-2025/suat-qua/")
    assert page.title == f"Suất quà trao tặng ({SHORT}) – Tết 2025 của cả nơi"
    assert page.description.startswith(page.title)
    assert f"{NAME} (cấp trên trực tiếp)" in page.html
    assert page.meta.card is not None
    assert page.meta.card.unit == f"suất quà – {SHORT}"
    (record,) = (item for item in list_records([page]))
    assert SHORT in record.title


def test_the_card_of_an_article_says_whose_number_it_shows(built: Built) -> None:
    card = page_at(built[1], "tin-tuc/2025/thanh-pho/").meta.card
    assert card is not None
    assert (card.number, card.unit) == (NUMBER, f"suất quà – {SHORT}")


def test_every_chart_of_it_and_every_file_of_a_chart_names_the_body(
    built: Built,
) -> None:
    assets = {asset.path: asset.content for asset in built[1].collect_assets()}
    charts = [name for name in assets if name.startswith("bieu-do/") and "thanh-pho" in name]
    assert len({name.rpartition(".")[0] for name in charts}) == 4
    for name in charts:
        if not name.endswith(".png"):
            assert SHORT in assets[name].decode("utf-8-sig"), name


def test_the_open_data_hold_the_body_in_columns_of_their_own(built: Built) -> None:
    assets = {asset.path: asset.content for asset in built[1].collect_assets()}
    rows = list(csv.DictReader(io.StringIO(assets["du-lieu/so-lieu.csv"].decode("utf-8-sig"))))
    bodies = {row["address"]: (row["body"], row["body_name"], row["programme"]) for row in rows}
    assert bodies["thanh-pho-2025.suat-qua"] == ("thanh-pho", NAME, "tet-mau")
    assert bodies["tet-mau-2025.suat-qua"] == ("", "", "tet-mau")
    others = list(csv.DictReader(io.StringIO(assets["du-lieu/don-vi-khac.csv"].decode("utf-8-sig"))))
    assert [(row["id"], row["short_name"]) for row in others] == [("thanh-pho", SHORT)]


def test_the_home_page_shows_such_a_figure_only_where_the_chapter_names_it(
    built: Built,
) -> None:
    site = built[0].site
    assert [figure.address for figure in headline_figures(site)] == ["thanh-pho-2025.suat-qua"]
    unasked = replace(site, organisation=site.organisation.model_copy(update={"headline": ()}))
    assert headline_figures(unasked)
    assert all(figure.is_ours for figure in headline_figures(unasked))


def test_a_campaign_of_another_body_collects_and_posts_nothing_here(
    built: Built,
) -> None:
    site = built[0].site
    assert "tet-thanh-pho-2025" in site.campaigns
    assert all(item.is_ours for item in (*shown_campaigns(site), *sheet_campaigns(site)))
    assert not is_tracked(site, site.campaigns["tet-thanh-pho-2025"])
    assert list_ways(site) == ()
    html = page_at(built[1], "chien-dich/tet-thanh-pho-2025/").html
    assert f"Đây là đợt vận động của {NAME}." in html
    assert "Đợt vận động của tổ chức khác" in page_at(built[1], "chien-dich/").html


def test_figures_of_others_come_last_among_the_results_of_a_year(built: Built) -> None:
    html = page_at(built[1], "ket-qua/2025/").html
    assert html.index("Tết mẫu 2025") < html.index("Dưới đây là số liệu của tổ chức khác")
    assert html.index("Dưới đây là số liệu của tổ chức khác") < html.index(f"Tết 2025 của cả nơi ({SHORT})")


def test_what_is_not_known_of_others_is_told_under_their_name(built: Built) -> None:
    html = page_at(built[1], "chua-biet/").html
    assert f"Tết 2025 của cả nơi ({SHORT})" in html
    assert "Tết 2025 của cả nơi<" not in html


def test_what_rests_on_a_document_says_whose_it_is(built: Built) -> None:
    html = page_at(built[1], "tai-lieu/").html
    assert f"Suất quà trao tặng (Tết 2025 của cả nơi; {SHORT}): {NUMBER}" in html


def test_a_stated_achievement_of_an_own_target_bounds_it_too(gather: Callable[..., Gathered]) -> None:
    text = CHAPTER["data/results/thanh-pho-2024.yml"].replace(
        "value: 100200", "value: 72910, targets: {own: {value: not-stated, achievement: 23%}}"
    )
    site = gather({**CHAPTER, "data/results/thanh-pho-2024.yml": text}).site
    assert derive_implied_target(site.figures["thanh-pho-2024.suat-qua"], "own") == (310256, 324044)
