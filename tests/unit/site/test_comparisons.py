"""Figures stand side by side over the years only where they count the same and are the same body's."""

from __future__ import annotations

from collections.abc import Callable

from minhbach.derive.years import list_year_rows, list_years_addresses
from minhbach.gather import Gathered
from minhbach.site.comparisons import figures_at, programme_figures, years_figures
from minhbach.site.model import Site

BODIES = """\
thanh-pho: {name: Hội Chữ thập đỏ thành phố Mẫu, short_name: Hội thành phố, kind: parent}
benh-vien: {name: Bệnh viện Mẫu, kind: hospital}
"""


def results(year: int, *figures: str, head: str = "") -> str:
    lines = [f"year: {year}", f"title: Kết quả {year}", head, "source: {document: bao-cao-2024}", "figures:"]
    return "\n".join([line for line in lines if line] + [f"  {figure}" for figure in figures]) + "\n"


CHAPTER = {
    "data/bodies.yml": BODIES,
    "data/results/2021.yml": results(
        2021, "qua: {indicator: suat-qua, value: 100, comparable: Tính cả quà Trung thu.}"
    ),
    "data/results/2022.yml": results(
        2022,
        "suat-qua: {indicator: suat-qua, value: 300}",
        "nguoi: {indicator: luot-nguoi, value: 7}",
        head="programme: tet-mau",
    ),
    "data/results/thanh-pho-2022.yml": results(
        2022,
        "suat-qua: {indicator: suat-qua, value: 9000}",
        "mau: {indicator: luot-nguoi, value: 5, body: benh-vien}",
        head="programme: tet-mau\nbody: thanh-pho",
    ),
    "data/results/thanh-pho-2025.yml": results(
        2025, "suat-qua: {indicator: suat-qua, value: 8000}", head="body: thanh-pho"
    ),
}


def site_of(gather: Callable[..., Gathered]) -> Site:
    gathered = gather(CHAPTER)
    assert gathered.is_publishable, [(str(item.at), item.kind.code) for item in gathered.problems]
    return gathered.site


def addresses(figures: object) -> list[str]:
    return [figure.address for figure in figures]  # type: ignore[attr-defined]


def test_a_files_body_is_that_of_its_figures_but_for_one_that_names_another(
    gather: Callable[..., Gathered],
) -> None:
    figures = site_of(gather).figures
    bodies = {address: figure.body.id if figure.body else None for address, figure in figures.items()}
    assert bodies["thanh-pho-2022.suat-qua"] == "thanh-pho"
    assert bodies["thanh-pho-2022.mau"] == "benh-vien"
    assert bodies["2022.suat-qua"] is None


def test_years_hold_one_indicator_of_one_body_in_order(gather: Callable[..., Gathered]) -> None:
    figures = site_of(gather).figures
    assert addresses(years_figures(figures, "suat-qua")) == [
        "2021.qua",
        "2022.suat-qua",
        "tet-mau-2025.suat-qua",
    ]
    assert addresses(years_figures(figures, "suat-qua", "thanh-pho")) == [
        "thanh-pho-2022.suat-qua",
        "thanh-pho-2025.suat-qua",
    ]


def test_a_programme_holds_our_campaigns_and_results_by_key_or_indicator_and_nothing_of_others(
    gather: Callable[..., Gathered],
) -> None:
    figures = site_of(gather).figures
    expected = ["2022.suat-qua", "tet-mau-2025.suat-qua"]
    assert addresses(programme_figures(figures, "tet-mau", "suat-qua")) == expected
    assert addresses(programme_figures(figures, "tet-mau", "luot-nguoi")) == ["2022.nguoi"]


def test_a_year_without_a_figure_is_a_row_of_its_own(gather: Callable[..., Gathered]) -> None:
    rows = list_year_rows(years_figures(site_of(gather).figures, "suat-qua"))
    assert [(row.first, row.last, row.figure is None) for row in rows] == [
        (2021, 2021, False),
        (2022, 2022, False),
        (2023, 2024, True),
        (2025, 2025, False),
    ]


def test_years_are_offered_where_two_of_them_can_be_compared(gather: Callable[..., Gathered]) -> None:
    found = list_years_addresses(site_of(gather))
    assert "suat-qua.years" in found
    assert "suat-qua.years.thanh-pho" in found
    assert "luot-nguoi.years.benh-vien" not in found


def test_prose_that_shows_years_uses_every_figure_in_them(gather: Callable[..., Gathered]) -> None:
    text = "---\ntitle: Bài\npublished: 2025-01-10 09:00\nsection: tin-tuc\nsummary: Tóm tắt.\n---\n\n"
    text += "![Quà](table:suat-qua.years)\n\n![Quà](chart:tet-mau.suat-qua)\n"
    site = gather({**CHAPTER, "news/2025/so-sanh.md": text}).site
    for address in ("2021.qua", "2022.suat-qua", "tet-mau-2025.suat-qua"):
        assert "2025/so-sanh" in [use.id for use in site.uses[address]]
    assert "thanh-pho-2022.suat-qua" not in site.uses


def test_a_figure_goes_before_years_of_the_same_address(gather: Callable[..., Gathered]) -> None:
    figures = site_of(gather).figures
    assert addresses(figures_at(figures, {"tet-mau"}, "2022.suat-qua")) == ["2022.suat-qua"]
    assert figures_at(figures, {"tet-mau"}, "suat-qua.years.benh-vien.gi-do") == ()
