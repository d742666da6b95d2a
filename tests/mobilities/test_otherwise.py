"""What changes if a stay were otherwise; the same sentence everywhere; who may not be paid, or not twice."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from tests.factories import FlowFactory, MobilityFactory, PartnerFactory
from tests.mobilities.test_flows import enter_rates
from tilts.accounts.roles import Role
from tilts.core.spans import Span
from tilts.funding.cases import answer
from tilts.funding.rules import Grant, Line, Problem, compare
from tilts.mobilities.checklist import checklist_of
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.presenting import flow_sheet
from tilts.mobilities.queries import Otherwise, grant_otherwise, mobilities_of, overlapping
from tilts.mobilities.recording import grant_record
from tilts.mobilities.rules import HostNotIdentified, Organisation, SameOrganisation, side_problems
from tilts.partners.models import PartnerNumber

SCHOOL = Organisation("Daugavpils tehnikums", "Daugavpils", numbers=frozenset({"90000009999"}))


@pytest.fixture
def flow(school):
    flow = FlowFactory()
    enter_rates(flow.project)
    return flow


def line(category: str, amount: int) -> Line:
    return Line(category, Decimal(amount), "travel_standard", {}, ())


# What if


def test_two_grants_are_compared_category_by_category():
    before = Grant((line("travel", 275), line("individual_support", 1022)))
    after = Grant((line("travel", 320), line("course_fees", 400)))

    assert [(each.category, each.difference_eur) for each in compare(before, after)] == [
        ("travel", 45),
        ("individual_support", -1022),
        ("course_fees", 400),
    ]


def test_what_a_grant_with_a_problem_misses_is_not_known():
    before = Grant((line("travel", 275), line("individual_support", 1022)))

    found = compare(before, Grant((line("travel", 320),), (Problem("daily_rate_missing"),)))

    assert [each.difference_eur for each in found] == [45, None]


@pytest.mark.parametrize(
    ("days", "green", "call_year", "total"),
    [
        (Span(date(2022, 5, 2), date(2022, 5, 20)), False, 2021, 1297),
        (Span(date(2022, 5, 2), date(2022, 5, 20)), True, 2021, 1342),
        (Span(date(2022, 5, 2), date(2022, 5, 13)), False, 2021, 275 + 14 * 54),
    ],
    ids=["as-planned", "green", "shorter"],
)
def test_a_stay_otherwise_is_worked_out_by_the_same_rules(flow, school, days, green, call_year, total):
    (mobility,) = [MobilityFactory(flow=flow)]

    assert grant_otherwise(mobility, flow, school, Otherwise(days, green, call_year)).total_eur == total


def test_of_another_call_the_published_figures_alone_are_known(flow, school):
    mobility = MobilityFactory(flow=flow)

    found = grant_otherwise(mobility, flow, school, Otherwise(flow.span, False, 2024))

    assert [(each.category, each.amount_eur) for each in found.lines] == [("travel", 309)]
    assert found.total_eur is None


def test_what_changes_stands_side_by_side_on_the_stays_page(flow, school, browse):
    mobility = MobilityFactory(flow=flow)
    address = f"/{school.slug}/flows/{flow.pk}/people/{mobility.pk}/"
    asked = {"first_day": "2022-05-02", "last_day": "2022-05-20", "call_year": "2021", "green": "on"}

    page = browse(Role.FINANCE).get(address, asked).text.replace("\N{NO-BREAK SPACE}", " ")

    assert [amount in page for amount in ("275.00 EUR", "320.00 EUR", "45.00 EUR", "1,342.00 EUR")] == [True] * 4


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"last_day": "2022-05-01"}, "The last day lies before the first day."),
        ({"last_day": "2029-05-01"}, "A stay lasts two years at most."),
        ({"call_year": "1999"}, "greater than or equal to 2014"),
        ({"call_year": "2031"}, "The action KA121-VET is not known for call 2031."),
    ],
    ids=["return-before-departure", "too-long", "before-the-programme", "call-not-known"],
)
def test_what_can_not_be_is_told_in_words(flow, school, browse, changed, sentence):
    mobility = MobilityFactory(flow=flow)
    asked = {"first_day": "2022-05-02", "last_day": "2022-05-20", "call_year": "2021"} | changed

    response = browse().get(f"/{school.slug}/flows/{flow.pk}/people/{mobility.pk}/", asked)

    assert response.status_code == 200
    assert sentence in response.text


# The same sentence everywhere


def test_page_agreement_and_api_say_the_same_sentence(school, browse):
    flow = FlowFactory(project__reference="2021-1-ES01-KA121-VET-000012345")
    mobility = MobilityFactory(flow=flow)
    (row,) = flow_sheet(flow, school).rows

    asked = {
        "call_year": 2021,
        "action": "KA121-VET",
        "national_agency": "ES01",
        "activity": "short_term_learner",
        "receiving_country": "DE",
        "distance_km": float(flow_sheet(flow, school).distance_km),
        "activity_days": 19,
        "travel_days": 2,
    }
    told = [each["explanation"] for each in answer(asked)["lines"] if each["recipient"] == "participant"]
    page = browse().get(f"/{school.slug}/flows/{flow.pk}/people/{mobility.pk}/").text

    assert [each.sentence for each in row.lines] == told
    assert [each.sentence for each in grant_record(row).lines] == told
    assert [sentence in page for sentence in told] == [True, True]


# Who may be paid


@pytest.mark.parametrize(
    ("partner", "problems"),
    [
        (Organisation("Daugavpils Tehnikums", "Daugavpils", "Strādnieku 16", "E10000001"), SameOrganisation),
        (Organisation("Other", "Rīga", "Brīvības 1", "", frozenset({"90000009999"})), SameOrganisation),
        (Organisation("Autohaus Krause", "Dresden", "Hauptstr. 5"), None),
        (Organisation("Autohaus Krause", "Dresden"), HostNotIdentified),
        (Organisation("BSZ", "Dresden", "", "E10000002"), None),
    ],
    ids=["same-name", "same-number", "company-with-address", "company-without", "oid"],
)
def test_sender_and_host_are_two_known_organisations(partner, problems):
    assert side_problems(SCHOOL, partner) == ((problems(partner.name),) if problems else ())


def test_a_host_that_nobody_can_identify_is_told_on_the_flows_page(flow, school):
    assert any("has no OID" in sentence for sentence in flow_sheet(flow, school).warnings)

    PartnerNumber.objects.create(partner=flow.partner, kind="oid", number="E10000002")

    assert not any("has no OID" in sentence for sentence in flow_sheet(flow, school).warnings)


def test_the_school_itself_is_no_host(school):
    flow = FlowFactory(partner=PartnerFactory(name=school.name, town=school.town))

    assert any("is your own school" in sentence for sentence in flow_sheet(flow, school).warnings)


def test_the_same_days_are_not_paid_twice(flow, school):
    first = MobilityFactory(flow=flow)
    other = FlowFactory(project=flow.project, name="Rīga", starts_on=date(2022, 5, 20), ends_on=date(2022, 5, 31))
    second = MobilityFactory(flow=other, person=first.person)
    after = FlowFactory(project=flow.project, starts_on=date(2022, 6, 1), ends_on=date(2022, 6, 20))
    MobilityFactory(flow=after, person=first.person)

    (stay,) = mobilities_of(flow)
    stay.flow = flow
    assert {key: each.pk for key, each in overlapping([stay]).items()} == {first.pk: second.pk}
    found = checklist_of(flow, school, timezone.localdate(), may=lambda _permission: True)
    assert "would be paid twice: the days overlap with “Rīga”" in [point.sentence for point in found.of(stay).missing]


@pytest.mark.parametrize("changed", ["cancelled", "virtual"])
def test_what_is_not_paid_is_not_paid_twice(flow, changed):
    first = MobilityFactory(flow=flow)
    other = FlowFactory(project=flow.project, mode=Flow.Mode.VIRTUAL if changed == "virtual" else Flow.Mode.PHYSICAL)
    state = Mobility.State.CANCELLED if changed == "cancelled" else Mobility.State.PLANNED
    MobilityFactory(flow=other, person=first.person, state=state)

    assert overlapping([first]) == {}
