"""Further costs of a stay, who pays for what, and what is left to be paid to the person."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from tests.factories import FlowFactory, MobilityFactory
from tests.mobilities.test_flows import enter_rates
from tilts.accounts.roles import Role
from tilts.mobilities.costs.actions import Choice, keep_costs, keep_inclusion_cost
from tilts.mobilities.costs.models import COSTS, InclusionCost, StayCosts, StayProvision
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.money import promises_of
from tilts.mobilities.presenting import flow_sheet
from tilts.mobilities.queries import activities_of, grants_of, school_grant_of_project, to_pay
from tilts.mobilities.recording import grant_record

NOTHING = dict.fromkeys(COSTS) | {"evidence": ""}


@pytest.fixture
def flow(school):
    flow = FlowFactory()
    enter_rates(flow.project)
    return flow


def costs(flow: Flow, mobility: Mobility | None = None, **told: object) -> None:
    keep_costs(flow, mobility, NOTHING | told, {})


def lines_of(flow: Flow) -> list[dict[str, Decimal]]:
    return [
        {line.category: line.amount_eur for line in each.grant.lines} for each in grants_of(flow, flow.school).grants
    ]


def test_what_is_bought_is_not_paid_to_the_person(flow, school):
    mobility = MobilityFactory(flow=flow)
    keep_costs(flow, None, NOTHING, {"travel": Choice("bought", Decimal(180), "tickets")})

    assert to_pay(mobility) == {"travel": Decimal(95), "individual_support": Decimal(1022)}
    (row,) = flow_sheet(flow, school).rows
    assert (row.total_eur, row.to_person_eur, row.kept) == (1297, 1117, (("bought", Decimal(180)),))


def test_a_persons_own_choice_replaces_the_flows(flow):
    common, own = MobilityFactory(flow=flow), MobilityFactory(flow=flow)
    keep_costs(flow, None, NOTHING, {"travel": Choice("bought")})
    keep_costs(flow, own, NOTHING, {"travel": Choice("person")})

    assert to_pay(common)["travel"] == 0
    assert to_pay(own)["travel"] == 275


def test_nothing_is_to_be_paid_while_there_is_no_sum(flow):
    mobility = MobilityFactory(flow=flow)
    flow.project.rates.all().delete()

    assert to_pay(mobility) == {}


def test_further_costs_are_lines_of_the_grant(flow):
    MobilityFactory(flow=flow)
    costs(flow, course_days=5, linguistic=True, real_travel_eur=Decimal(1000), evidence="Offer of 3 March")

    (lines,) = lines_of(flow)

    # 275 is 27.5 % of 1 000: 80 % of the real cost is paid instead; 5 days of a course at 80.
    assert lines == {
        "travel": Decimal(0),
        "exceptional_costs": Decimal(800),
        "individual_support": Decimal(1022),
        "course_fees": Decimal(400),
        "linguistic_support": Decimal(150),
    }


def test_who_accompanies_takes_no_course(flow):
    MobilityFactory(flow=flow, role=Mobility.Role.ACCOMPANYING)
    costs(flow, course_days=5, linguistic=True)

    (lines,) = lines_of(flow)

    assert set(lines) == {"travel", "individual_support"}


def test_what_is_empty_for_a_person_is_as_for_all(flow):
    MobilityFactory(flow=flow, person__family_name="Alksne")
    other = MobilityFactory(flow=flow, person__family_name="Bite")
    costs(flow, course_days=5, linguistic=True)
    costs(flow, other, linguistic=False)

    assert [set(lines) - {"travel", "individual_support"} for lines in lines_of(flow)] == [
        {"course_fees", "linguistic_support"},
        {"course_fees"},
    ]


def test_a_zero_grant_pays_nothing_and_counts_for_the_school(flow, school):
    mobility = MobilityFactory(flow=flow)
    costs(flow, mobility, zero_grant=True)

    (row,) = flow_sheet(flow, school).rows

    assert (row.total_eur, row.lines, row.is_zero_grant) == (0, (), True)
    assert grants_of(flow, school, with_own=True).own.total_eur == 350


def test_the_schools_own_money_is_no_part_of_anybodys_grant(flow, school):
    MobilityFactory.create_batch(2, flow=flow)
    MobilityFactory(flow=flow, role=Mobility.Role.ACCOMPANYING)

    sheet = flow_sheet(flow, school)

    assert [(line.category, line.amount_eur) for line in sheet.school_lines] == [("organisational_support", 700)]
    assert all(line.category != "organisational_support" for row in sheet.rows for line in row.lines)
    assert all(line.label != "Organisational support" for row in sheet.rows for line in grant_record(row).lines)


def test_participants_of_earlier_flows_count_before_later_ones(flow):
    MobilityFactory.create_batch(99, flow=flow)
    later = FlowFactory(project=flow.project, starts_on=date(2022, 9, 5), ends_on=date(2022, 9, 23))
    MobilityFactory.create_batch(2, flow=later)

    # The 100th brings 350, the 101st 200.
    assert grants_of(later, flow.school, with_own=True).own.total_eur == 550
    assert school_grant_of_project(flow.project).total_eur == 99 * 350 + 550


def test_a_preparatory_visit_is_paid_to_the_school_for_each_person(flow, school):
    flow.activity, flow.partner.address = "preparatory_visit", "Hauptstraße 5"
    flow.partner.save()
    flow.save()
    MobilityFactory.create_batch(2, flow=flow)

    sheet = flow_sheet(flow, school)

    assert "preparatory_visit" in [choice.name for choice in activities_of(flow.project)]
    assert [row.lines for row in sheet.rows] == [(), ()]
    assert [(line.category, line.amount_eur) for line in sheet.school_lines] == [("preparatory_visit", 1150)]
    assert sheet.warnings == ()


def test_inclusion_costs_are_sealed_and_paid(flow, school):
    mobility = MobilityFactory(flow=flow)
    keep_inclusion_cost(mobility, Decimal("612.40"), "receipts of the assistant")

    with connection.cursor() as cursor:
        cursor.execute("SELECT real_eur, evidence FROM mobilities_inclusioncost")
        (stored,) = cursor.fetchall()
    assert all(b"612" not in bytes(each) and b"assistant" not in bytes(each) for each in stored)
    assert to_pay(mobility)["inclusion_support_participants"] == Decimal("612.40")

    keep_inclusion_cost(mobility, None, "")

    assert not InclusionCost.objects.exists()


def test_what_inclusion_costs_are_for_only_those_see_whose_work_needs_it(flow, school, browse):
    mobility = MobilityFactory(flow=flow)
    keep_inclusion_cost(mobility, Decimal("612.40"), "receipts of the assistant")
    stay = f"/{school.slug}/flows/{flow.pk}/people/{mobility.pk}/"

    assert "Inclusion support" in browse(Role.COORDINATOR).get(stay).text
    finance = browse(Role.FINANCE)
    assert "Inclusion" not in finance.get(stay).text
    assert "612.40" in finance.get(stay).text
    assert "Inclusion" not in browse(Role.COORDINATOR).get(f"/{school.slug}/flows/{flow.pk}/").text


def test_costs_are_told_on_pages(flow, school, browse):
    mobility = MobilityFactory(flow=flow)
    client = browse(Role.COORDINATOR)
    of_all = f"/{school.slug}/flows/{flow.pk}/costs/"
    of_one = f"/{school.slug}/flows/{flow.pk}/people/{mobility.pk}/costs/"

    client.post(of_all, {"course_days": "5", "travel-by": "bought", "travel-eur": "180,50", "travel-what": "tickets"})
    client.post(of_one, {"linguistic": "yes", "inclusion_eur": "90", "inclusion_evidence": "Receipt 7"})

    assert StayCosts.objects.get(mobility=None).course_days == 5
    assert StayProvision.objects.get().eur == Decimal("180.50")
    assert StayCosts.objects.get(mobility=mobility).linguistic is True
    assert InclusionCost.objects.get().eur == 90
    assert "180" in client.get(of_all).text
    assert "Bought by the school (tickets)" in client.get(f"/{school.slug}/flows/{flow.pk}/").text


def test_costs_need_the_right_to_change(flow, school, browse):
    address = f"/{school.slug}/flows/{flow.pk}/costs/"

    assert browse(Role.FINANCE).post(address, {"course_days": "5"}).status_code == 403
    assert browse(Role.COORDINATOR).post(address, {"course_days": "5"}).status_code == 302


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"real_travel_eur": "900"}, "Real costs need their evidence."),
        ({"real_travel_eur": "-3", "evidence": "Offer"}, "greater than or equal to 0.01"),
        ({"course_days": "0"}, "greater than or equal to 1"),
        ({"travel-eur": "20"}, "Say who buys or provides it"),
        ({"travel-by": "thief"}, "not one of the available choices"),
    ],
    ids=["no-evidence", "negative", "no-days", "nobody-buys", "unknown"],
)
def test_costs_that_are_none_are_told_in_words(flow, school, browse, values, sentence):
    response = browse().post(f"/{school.slug}/flows/{flow.pk}/costs/", values)

    assert sentence in response.text
    assert not StayCosts.objects.exists()
    assert not StayProvision.objects.exists()


def test_the_database_keeps_one_choice_for_a_category(flow):
    StayProvision.objects.create(flow=flow, category="travel", by="bought")

    with pytest.raises(IntegrityError, match="provision_once_for_a_stay"), transaction.atomic():
        StayProvision.objects.create(flow=flow, category="travel", by="provided")


def test_a_payment_is_promised_of_what_is_not_bought(flow, school):
    MobilityFactory(flow=flow)
    costs(flow, MobilityFactory(flow=flow), zero_grant=True)
    keep_costs(flow, None, NOTHING, {"travel": Choice("bought", Decimal(180), "tickets")})

    (promise,) = promises_of(flow.project, school)

    assert promise.parts == {"travel": Decimal(95), "individual_support": Decimal(1022)}
