"""The demo's grants as docs/funding/worked-demo.md works them by hand, with the entered rates and without them."""

import math
import re
from datetime import date
from decimal import Decimal

import pytest

from tests.factories import MobilityFactory, PartnerFactory, PersonFactory
from tests.funding.test_funding_docs import DOCS, tables_of
from tilts.core.places import distance_km, town
from tilts.demo import data
from tilts.demo.data.daugavpils.main_job import enter_example_rates
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.presenting import flow_sheet
from tilts.mobilities.queries import grants_of
from tilts.people.models import Person
from tilts.projects.actions import remove_rate
from tilts.projects.models import Project
from tilts.projects.queries import rates_of

PAGE = "worked-demo.md"
TOWNS, WAYS, DAYS, RATES, GRANTS = tables_of(PAGE)
LEARNERS = 18


@pytest.fixture
def flows(school):
    """The demo's flows by name, with the people of the worked grants and the example rates entered."""
    home = town(data.DAUGAVPILS.town, data.DAUGAVPILS.country).point
    school.latitude, school.longitude = home.latitude, home.longitude
    project = Project.objects.create(**data.PROJECT)
    enter_example_rates(project)
    dresden = Flow.objects.create(project=project, partner=host("Dresden"), **data.DRESDEN)
    rakvere = Flow.objects.create(project=project, partner=host("Rakvere"), **data.RAKVERE)
    for _ in range(LEARNERS):
        MobilityFactory(flow=dresden)
    for _ in data.ACCOMPANYING:
        MobilityFactory(flow=dresden, person=PersonFactory(kind=Person.Kind.STAFF), role=Mobility.Role.ACCOMPANYING)
    for _ in data.SHADOWING:
        MobilityFactory(flow=rakvere, person=PersonFactory(kind=Person.Kind.STAFF))
    return {flow.name: flow for flow in (dresden, rakvere)}


def host(place_name):
    country = next(country for _, _, country, place, _ in data.PARTNERS if place == place_name)
    place = town(place_name, country).point
    return PartnerFactory(town=place_name, country=country, latitude=place.latitude, longitude=place.longitude)


def sum_of(expression):
    """ "14 × 54.00 + 7 × 37.80 = 1020.60" worked out; what stands behind = must be that."""
    sides = expression.split("=")
    left, *said = (
        sum(math.prod(map(Decimal, re.findall(r"[\d.]+", term))) for term in side.split("+")) for side in sides
    )
    assert said in ([], [left])
    return left


def kind_of(mobility):
    """As the page names them: learner, staff or accompanying."""
    return mobility.role if mobility.role == Mobility.Role.ACCOMPANYING else mobility.person.kind


def test_distances_by_hand_are_those_between_the_towns():
    points = {row["town"]: town(row["town"], row["country"]).point for row in TOWNS}
    home = points[data.DAUGAVPILS.town]

    assert [(str(each.latitude), str(each.longitude)) for each in points.values()] == [
        (row["latitude"], row["longitude"]) for row in TOWNS
    ]
    assert [distance_km(home, points[row["to"]]) for row in WAYS] == [Decimal(row["km"]) for row in WAYS]
    assert [f"{2 * 6371 * math.asin(math.sqrt(float(row['h']))):.2f}" for row in WAYS] == [row["km"] for row in WAYS]


def test_days_by_hand_are_those_of_the_flows():
    assert [
        (flow["name"], str(flow["starts_on"]), str(flow["ends_on"]), str(flow["travel_days"]))
        for flow in (data.DRESDEN, data.RAKVERE)
    ] == [(row["flow"], row["first day"], row["last day"], row["travel days"]) for row in DAYS]
    for row in DAYS:
        days = (date.fromisoformat(row["last day"]) - date.fromisoformat(row["first day"])).days + 1
        travel_days = min(int(row["travel days"]), int(row["paid at most"]))
        assert (days, days + travel_days) == (int(row["days of activity"]), int(row["days paid"]))


def test_rates_by_hand_are_the_examples():
    written = {
        (kind, row["group"]): (Decimal(row[f"{kind}, from day 1"]), Decimal(row[f"{kind}, from day 15"]))
        for row in RATES
        for kind in ("learner", "staff")
    }

    assert written == {key: data.EXAMPLE_RATES[key] for key in written}


def test_grants_by_hand_agree_with_the_demo_to_the_cent(flows, school):
    by_hand = {
        (row["who"], row["flow"]): (Decimal(row["travel"]), sum_of(row["individual support"]), Decimal(row["EUR"]))
        for row in GRANTS
    }

    worked_out = {
        (kind_of(each.mobility), name): (*(line.amount_eur for line in each.grant.lines), each.grant.total_eur)
        for name, flow in flows.items()
        for each in grants_of(flow, school).grants
    }

    assert worked_out == by_hand
    assert all(travel + support == total for travel, support, total in by_hand.values())


def test_the_flows_sum_by_hand_is_the_sum_of_its_grants(flows, school):
    page = (DOCS / PAGE).read_text(encoding="utf-8")
    expression, said = re.search(r"(18 × .*) = \*\*([\d.]+)\*\*", page).groups()

    assert sum_of(expression) == Decimal(said)
    assert grants_of(flows[data.DRESDEN["name"]], school).total_eur == Decimal(said)


def test_without_the_entered_rates_every_sum_becomes_a_problem_that_says_what_to_enter(flows, school):
    page = (DOCS / PAGE).read_text(encoding="utf-8")
    quoted = [
        " ".join(line.removeprefix("> ") for line in quote.splitlines())
        for quote in re.findall(r"(?:^> .*\n?)+", page, re.MULTILINE)
    ]
    project = Project.objects.get()
    with_rates = {name: [row.total_eur for row in flow_sheet(flow, school).rows] for name, flow in flows.items()}

    for rate in rates_of(project):
        remove_rate(rate)

    sheets = {name: flow_sheet(flow, school) for name, flow in flows.items()}
    assert {
        name: [(row.total_eur, row.status, len(row.problems)) for row in sheet.rows] for name, sheet in sheets.items()
    } == {name: [(None, "impossible", 1)] * len(sums) for name, sums in with_rates.items()}
    assert None not in [total for sums in with_rates.values() for total in sums]
    assert [problem for sheet in sheets.values() for problem in sheet.problems] == quoted
