"""Which programme can pay for stays with a partner."""

import pytest

from tests.factories import PartnerFactory
from tilts.accounts.roles import Role
from tilts.funding.loading import ParameterError
from tilts.funding.sentences.ways import WAYS_TO_PAY
from tilts.funding.ways import FILE, load, newest_known, ways_to_pay


@pytest.mark.parametrize(
    ("school", "partner", "direction", "call_year", "ways"),
    [
        ("LV", "DE", "out", 2026, ["own_project"]),
        ("LV", "DE", "in", 2026, ["partners_project"]),
        ("LV", "GE", "out", 2021, ["share_outside"]),
        ("LV", "GE", "out", 2026, ["share_outside", "capacity_building"]),
        ("LV", "GE", "in", 2026, ["host_only", "capacity_building"]),
        ("GE", "LV", "in", 2026, ["partners_share_outside", "capacity_building"]),
        ("GE", "LV", "out", 2026, ["host_only_here", "capacity_building"]),
        ("LV", "GB", "out", 2019, ["own_project"]),
        ("LV", "GB", "out", 2021, ["share_outside"]),
        ("LV", "DE", "out", 2031, []),
    ],
)
def test_a_partner_can_be_paid_for_in_these_ways(school, partner, direction, call_year, ways):
    assert [way.name for way in ways_to_pay(school, partner, direction, call_year)] == ways


def test_how_sure_it_is_depends_on_the_call():
    statuses = [ways_to_pay("LV", "GE", "out", year)[0].status for year in (2021, 2024)]

    assert statuses == ["confirmed", "derived"]


def test_every_way_has_its_sentence():
    assert {entry.way.name for entry in load()} <= WAYS_TO_PAY.keys()
    assert newest_known() == 2026


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("way: own_project", "way: lottery", "no such way"),
        ("status: confirmed", "status: certain", "status"),
        ("direction: [out]", "direction: [up]", "direction"),
        ("school: programme", "school: moon", "school"),
        ("to_call: 2026", "to_call: 2013", "to_call"),
    ],
)
def test_a_malformed_file_is_refused_by_its_place(tmp_path, before, after, message):
    file = tmp_path / "ways.yaml"
    file.write_text(FILE.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")

    with pytest.raises(ParameterError, match=message):
        list(load(file))


def test_the_partners_page_says_which_programme_can_pay(school, browse):
    partner = PartnerFactory(name="Kolleji", town="Kutaisi", country="GE")

    page = browse(Role.TEACHER).get(f"/{school.slug}/partners/{partner.pk}/").text

    assert "spend a share of its grant on stays outside the programme" in page
    assert "Own funds" in page
