"""What follows from the figures of the first site, and what must not be made of them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from minhbach.derive.achievement import (
    derive_achievement,
    derive_implied_target,
    derive_own_against_assigned,
    derive_per_unit,
)
from minhbach.derive.charts import figure_charts, find_chart, list_published_charts, programme_charts
from minhbach.derive.values import find_value, list_value_addresses
from minhbach.gather import gather_site
from minhbach.numbers.writing import write_interval, write_percent
from minhbach.records.base import VIETNAM
from minhbach.records.knowing import Missing
from minhbach.site.link import campaign_status
from minhbach.site.model import CampaignPeriod, Site, Status

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def site() -> Site:
    return gather_site(ROOT, {"SOURCE_DATE_EPOCH": "1795000000"}).site


def test_a_stated_achievement_goes_before_a_calculated_one(site: Site) -> None:
    achievement = derive_achievement(site.figures["2024.hien-mau"])
    assert achievement is not None
    assert achievement.stated
    assert write_percent(achievement.percent) == "227%"


@pytest.mark.parametrize(
    ("address", "implied"),
    [
        ("tet-nhan-ai-2024.suat-qua", (1218, 1220)),
        ("2024.hien-mau", (1696, 1703)),
        ("tet-nhan-ai-2025.suat-qua", None),
        ("2024.gia-tri", None),
    ],
)
def test_an_unstated_target_is_only_ever_an_interval(
    site: Site, address: str, implied: tuple[int, int] | None
) -> None:
    figure = site.figures[address]
    assert derive_implied_target(figure) == implied
    if implied:
        target = figure.target("assigned")
        assert target is not None
        assert target.quantity is None


def test_the_own_target_is_measured_against_the_assigned_one(site: Site) -> None:
    percent = derive_own_against_assigned(site.figures["tet-nhan-ai-2025.suat-qua"])
    assert percent is not None
    assert write_percent(percent) == "150%"


def test_no_result_means_no_achievement(site: Site) -> None:
    assert derive_achievement(site.figures["tet-nhan-ai-2025.suat-qua"]) is None


def test_money_a_package_keeps_the_uncertainty_of_the_money(site: Site) -> None:
    interval = derive_per_unit(site, site.figures["tet-nhan-ai-2024.gia-tri"])
    assert interval is not None
    assert write_interval(interval, digits=3) == "667–687\u00a0nghìn"


def test_every_listed_address_leads_to_a_value(site: Site) -> None:
    addresses = list_value_addresses(site)
    assert "tet-nhan-ai-2025.suat-qua.target.own" in addresses
    assert all(find_value(site, address) for address in addresses)


@pytest.mark.parametrize(
    "address",
    [
        "2024",
        "2024.nope",
        "2024.hien-mau.nope",
        "2024.hien-mau.target.own",
        "2024.hien-mau.series.2024-01-01",
        "",
    ],
)
def test_other_addresses_lead_nowhere(site: Site, address: str) -> None:
    assert find_value(site, address) is None


def test_a_lone_number_draws_no_chart(site: Site) -> None:
    assert figure_charts(site.figures["2024.gia-tri"]) == []
    assert figure_charts(site.figures["2024.hien-mau"]) == ["2024.hien-mau"]


def test_a_programme_is_charted_where_two_years_share_a_figure(site: Site) -> None:
    assert programme_charts(site, "tet-nhan-ai") == ["tet-nhan-ai.suat-qua"]
    plan = find_chart(site, "tet-nhan-ai.suat-qua")
    assert plan is not None
    assert [figure.owner.year for figure in plan.figures] == [2024, 2025]
    assert plan.address in {published.address for published in list_published_charts(site)}


PAST, TODAY = 2024, datetime(2025, 6, 1, 12, 0, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("period", "year", "ended", "status"),
    [
        (CampaignPeriod(), PAST, False, Status.UNKNOWN),
        (CampaignPeriod(start=date(2024, 1, 9)), PAST, False, Status.UNKNOWN),
        (CampaignPeriod(end_missing=Missing.NOT_STATED), PAST, False, Status.UNKNOWN),
        (CampaignPeriod(), PAST, True, Status.ENDED),
        (CampaignPeriod(end=date(2024, 2, 9)), PAST, False, Status.ENDED),
        (CampaignPeriod(end=date(2025, 7, 1)), 2025, False, Status.UNKNOWN),
        (CampaignPeriod(start=date(2025, 1, 9)), 2025, False, Status.RUNNING),
        (CampaignPeriod(start=date(2025, 7, 1)), 2025, False, Status.UPCOMING),
    ],
)
def test_a_campaign_has_ended_only_when_its_end_is_past_or_the_source_says_so(
    period: CampaignPeriod, year: int, ended: bool, status: Status
) -> None:
    assert campaign_status(period, year, TODAY, ended=ended) is status


def test_a_source_that_gives_no_end_and_does_not_say_so_ends_nothing(site: Site) -> None:
    assert site.campaigns["tet-nhan-ai-2024"].status is Status.UNKNOWN
    assert site.campaigns["hien-mau-2024"].status is Status.ENDED


def test_a_campaign_is_over_after_its_last_day(site: Site) -> None:
    assert site.campaigns["tet-nhan-ai-2025"].status is Status.ENDED
    for day, status in (
        ("1736355600", Status.RUNNING),
        ("1737910799", Status.RUNNING),
        ("1737910800", Status.ENDED),
    ):
        then = gather_site(ROOT, {"SOURCE_DATE_EPOCH": day}).site
        assert then.campaigns["tet-nhan-ai-2025"].status is status
