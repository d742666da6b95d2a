"""The list of flows: found by words, narrowed, sorted, exported."""

import io
from datetime import date, timedelta

import pytest
from django.utils import timezone
from python_calamine import CalamineWorkbook

from tests.factories import FlowFactory, MobilityFactory, PartnerFactory, ProjectFactory
from tilts.accounts.roles import Role
from tilts.core.spans import Span
from tilts.mobilities.models import Mobility
from tilts.mobilities.queries import flows
from tilts.mobilities.rules import FlowTime, time_of

STAY = Span(date(2022, 5, 2), date(2022, 5, 20))


@pytest.mark.parametrize(
    ("today", "time"),
    [
        (date(2022, 5, 1), FlowTime.COMING),
        (date(2022, 5, 2), FlowTime.UNDER_WAY),
        (date(2022, 5, 20), FlowTime.UNDER_WAY),
        (date(2022, 5, 21), FlowTime.OVER),
    ],
)
def test_first_and_last_day_belong_to_the_stay(today, time):
    assert time_of(STAY, today) == time


@pytest.fixture
def three(school):
    """Drēzdene with 2 people (1 more cancelled), Rakvere in another project, and one that is coming."""
    dresden = FlowFactory(name="Drēzdene, tīklu prakse", partner=PartnerFactory(name="Schulzentrum Elbtal"))
    MobilityFactory.create_batch(2, flow=dresden)
    MobilityFactory(flow=dresden, state=Mobility.State.CANCELLED)
    rakvere = FlowFactory(
        name="Rakvere",
        direction="in",
        project=ProjectFactory(title="Tilts uz Igauniju"),
        partner=PartnerFactory(name="Ametikool", town="Rakvere"),
        starts_on=date(2023, 3, 14),
        ends_on=date(2023, 3, 18),
    )
    soon = timezone.localdate() + timedelta(days=10)
    coming = FlowFactory(name="Čehija", starts_on=soon, ends_on=soon + timedelta(days=5))
    return {"Drēzdene": dresden, "Rakvere": rakvere, "Čehija": coming}


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("drez", ["Drēzdene"]),
        ("PRAKSE tīk", ["Drēzdene"]),
        ("rakse", []),
        ("elbt", ["Drēzdene"]),
        ("amet", ["Rakvere"]),
        ("tilts uz", ["Rakvere"]),
        ("Чех", []),
        ("ceh", ["Čehija"]),
        ("%", []),
        ("  ", ["Čehija", "Rakvere", "Drēzdene"]),
    ],
)
def test_flows_are_found_by_the_beginning_of_any_word(three, search, found):
    assert [flow.name.partition(",")[0] for flow in flows(search)] == found


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ("state=coming", {"Čehija"}),
        ("state=over", {"Drēzdene", "Rakvere"}),
        ("state=under_way", set()),
        ("year=2023", {"Rakvere"}),
        ("direction=in", {"Rakvere"}),
        ("direction=out&year=2022", {"Drēzdene"}),
        ("project={Rakvere.project_id}", {"Rakvere"}),
        ("partner={Drēzdene.partner_id}", {"Drēzdene"}),
        ("state=nonsense", {"Drēzdene", "Rakvere", "Čehija"}),
    ],
)
def test_the_list_is_narrowed(three, school, browse, narrowed, found):
    page = browse().get(f"/{school.slug}/flows/?{narrowed.format(**three)}")

    assert {row.record.name.partition(",")[0] for row in page.context["table"].rows} == found


def test_choices_that_are_too_many_are_not_offered(three, school, browse, monkeypatch):
    monkeypatch.setattr("tilts.mobilities.filters.MOST_OFFERED", 2)
    address = f"/{school.slug}/flows/"

    assert 'name="partner"' not in browse().get(address).text
    page = browse().get(address, {"partner": three["Rakvere"].partner_id})
    assert [row.record for row in page.context["table"].page.object_list] == [three["Rakvere"]]
    assert 'name="partner"' in page.text


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("name", "Čehija"),
        ("-name", "Rakvere"),
        ("starts_on", "Drēzdene"),
        ("-participant_count", "Drēzdene"),
        ("partner", "Rakvere"),
        ("-project", "Rakvere"),
    ],
)
def test_the_list_is_sorted_as_latvian_does(three, school, browse, order, first):
    page = browse().get(f"/{school.slug}/flows/?sort={order}")

    assert next(iter(page.context["table"].rows)).record == three[first]


def test_the_list_becomes_a_spreadsheet_in_the_same_choice(three, school, browse):
    answer = browse(Role.FINANCE).get(f"/{school.slug}/flows/export/?q=drez")

    sheet = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert sheet[0][:6] == ["Flow", "Partner organisation", "Project", "First day", "Participants", "State"]
    assert sheet[1][:8] == [
        *("Drēzdene, tīklu prakse", "Schulzentrum Elbtal", "Prakse Eiropā"),
        *(date(2022, 5, 2), 2, "over", date(2022, 5, 20), 20),
    ]
    assert len(sheet) == 2
    assert browse(Role.EDITOR).get(f"/{school.slug}/flows/export/").status_code == 403


def test_an_empty_list_says_what_it_is_for(school, browse):
    page = browse().get(f"/{school.slug}/flows/").text

    assert "A flow is a planned group of stays" in page
    assert "Plan the first flow" in page
