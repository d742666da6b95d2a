"""What is missing for a trip, on one list."""

import io
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from tests.factories import FlowFactory, MobilityFactory
from tests.mobilities.printed_papers import keep_all_printed
from tests.mobilities.test_flows import enter_rates
from tilts.accounts.roles import Role
from tilts.mobilities import checklist
from tilts.mobilities.checklist import Finding, checklist_of
from tilts.mobilities.models import Flow, Mobility
from tilts.people.models import BankAccount, EmergencyContact, Guardian, Person, TravelDocument

BEFORE, AFTER = date(2022, 4, 20), date(2022, 5, 21)
GROWN_UP, MINOR = date(2000, 1, 1), date(2005, 6, 1)
EIGHTEEN_ON_THE_WAY = date(2004, 5, 10)


@pytest.fixture
def flow(school):
    flow = FlowFactory(name="Dresden")
    enter_rates(flow.project)
    return flow


def missing(mobility: Mobility, today: date = BEFORE) -> list[str]:
    found = _of(mobility, today)
    return [point.sentence for point in found.missing]


def notes(mobility: Mobility, today: date = BEFORE) -> list[str]:
    return [point.sentence for point in _of(mobility, today).notes]


def _of(mobility: Mobility, today: date) -> checklist.PersonChecklist:
    flow = Flow.objects.select_related("project", "partner").get(pk=mobility.flow_id)
    return checklist_of(flow, flow.school, today).of(mobility)


def put_on_file(person: Person, document_until: date = date(2030, 1, 1)) -> None:
    BankAccount.objects.create(person=person, iban="LV80BANK0000435195001")
    TravelDocument.objects.create(person=person, number="LV1234567", country="LV", expires_on=document_until)
    EmergencyContact.objects.create(person=person, name="Māra", phone="+37126100100")


def test_of_a_new_participant_everything_is_missing(flow):
    assert missing(MobilityFactory(flow=flow, person__born_on=GROWN_UP)) == [
        "is not asked yet",
        "bank account",
        "travel document",
        "emergency contact",
        "papers are not printed",
    ]


def test_of_a_minor_the_guardian_is_missing_too_and_the_account_may_be_theirs(flow):
    mobility = MobilityFactory(flow=flow, person__born_on=MINOR)
    put_on_file(mobility.person)
    BankAccount.objects.all().delete()

    before = missing(mobility)
    Guardian.objects.create(person=mobility.person, name="Māra")

    assert before[1:3] == ["bank account, of the participant or a guardian", "guardian of a minor"]
    assert "guardian of a minor" not in missing(mobility)


@pytest.mark.parametrize(
    ("born_on", "told"),
    [
        (EIGHTEEN_ON_THE_WAY, ["becomes 18 during the journey, on 10 May 2022"]),
        (date(2004, 5, 1), []),
        (date(2004, 5, 21), ["becomes 18 during the journey, on 21 May 2022"]),
        (date(2004, 5, 22), []),
    ],
    ids=["in-the-middle", "on-the-day-of-departure", "on-the-day-of-return", "the-day-after"],
)
def test_who_becomes_18_on_the_way_is_told_and_counts_as_nothing_missing(flow, born_on, told):
    mobility = MobilityFactory(flow=flow, person__born_on=born_on)

    assert notes(mobility) == told
    assert ("guardian of a minor" in missing(mobility)) == (born_on > date(2004, 5, 1))


@pytest.mark.parametrize(
    ("until", "is_told"), [(date(2022, 5, 20), True), (date(2022, 5, 21), False)], ids=["too-early", "day-of-return"]
)
def test_a_document_must_last_until_the_day_of_return(flow, until, is_told):
    mobility = MobilityFactory(flow=flow, person__born_on=GROWN_UP)
    put_on_file(mobility.person, until)

    expected = ["travel document ends on 20 May 2022, before the journey does"] if is_told else []
    assert [each for each in missing(mobility) if "document" in each] == expected


def test_without_a_daily_rate_the_sum_is_missing(flow):
    mobility = MobilityFactory(flow=flow, person__born_on=GROWN_UP)
    flow.project.rates.all().delete()

    assert "no sum of the grant" in missing(mobility)


def test_towns_in_the_same_place_have_no_distance(flow, school):
    MobilityFactory(flow=flow)
    flow.partner.latitude, flow.partner.longitude = school.latitude, school.longitude
    flow.partner.save()

    found = checklist_of(Flow.objects.select_related("project", "partner").get(), school, BEFORE)

    assert [point.sentence for point in found.of_flow] == ["The distance is not known."]


def test_printed_papers_are_there_until_something_in_them_changes(flow):
    mobility = MobilityFactory(flow=flow, person__born_on=GROWN_UP)
    keep_all_printed(flow)
    assert [each for each in missing(mobility) if "papers" in each] == []

    mobility.person.family_name = "Ozola"
    mobility.person.save()
    assert [each for each in missing(mobility) if "papers" in each] == ["papers were printed before something changed"]

    keep_all_printed(flow)
    assert [each for each in missing(mobility) if "papers" in each] == []


def test_after_the_trip_only_attendance_is_missing_and_then_the_certificate(flow):
    mobility = MobilityFactory(flow=flow, person__born_on=GROWN_UP)
    assert missing(mobility, AFTER) == ["attendance is not confirmed"]

    mobility.state = Mobility.State.DONE
    mobility.attended_from, mobility.attended_until = date(2022, 5, 2), date(2022, 5, 20)
    mobility.save()
    assert missing(mobility, AFTER) == ["certificate is not printed"]

    keep_all_printed(flow)
    assert missing(mobility, AFTER) == []


def test_a_certificate_from_before_the_stay_was_confirmed_is_out_of_date(flow):
    mobility = MobilityFactory(flow=flow, person__born_on=GROWN_UP)
    keep_all_printed(flow)
    assert missing(mobility, AFTER) == ["attendance is not confirmed"]

    mobility.state = Mobility.State.DONE
    mobility.attended_from, mobility.attended_until = date(2022, 5, 2), date(2022, 5, 18)
    mobility.save()

    assert missing(mobility, AFTER) == ["papers were printed before something changed"]


@pytest.mark.parametrize(
    ("change", "left"),
    [
        ({"direction": "in"}, ["papers are not printed"]),
        ({"mode": "virtual"}, ["is not asked yet", "papers are not printed"]),
    ],
    ids=["incoming", "virtual"],
)
def test_who_does_not_leave_needs_no_papers_for_the_way(flow, change, left):
    mobility = MobilityFactory(flow=flow, person__born_on=GROWN_UP)
    Flow.objects.update(**change)

    assert missing(mobility) == left


def test_nothing_is_missing_of_a_cancelled_stay(flow):
    mobility = MobilityFactory(flow=flow, state=Mobility.State.CANCELLED)

    assert missing(mobility) == []


def test_another_subject_adds_an_item_and_the_list_shows_it(flow, school, monkeypatch):
    mobility = MobilityFactory(flow=flow, person__born_on=GROWN_UP)
    monkeypatch.setattr(checklist, "_items", {})

    def unsigned(trips):
        return [Finding(trip.flow.pk, "is not signed", each.pk) for trip in trips for each in trip.mobilities]

    checklist.register("second", "Seals", lambda trips: [Finding(trips[0].flow.pk, "no seal")], order=2)
    checklist.register("first", "Signatures", unsigned, order=1)
    checklist.register("secret", "Secret", unsigned, permission="people.needs")
    found = checklist_of(flow, school, BEFORE, may=lambda permission: False)

    assert [(whose, point.label, point.sentence) for whose, point in found.lines()] == [
        (None, "Seals", "no seal"),
        (mobility, "Signatures", "is not signed"),
    ]
    assert (found.count, found.people_count) == (2, 1)


@pytest.mark.parametrize("people", [1, 3])
def test_the_list_asks_the_same_number_of_queries(flow, school, browse, people, django_assert_num_queries):
    MobilityFactory.create_batch(people, flow=flow)
    client = browse()
    client.get(f"/{school.slug}/flows/{flow.pk}/missing/")

    with django_assert_num_queries(20):
        assert client.get(f"/{school.slug}/flows/{flow.pk}/missing/").status_code == 200


def test_the_list_is_a_page_a_spreadsheet_and_part_of_the_persons_page(flow, school, browse):
    Flow.objects.update(starts_on=date(2099, 5, 2), ends_on=date(2099, 5, 20))
    mobility = MobilityFactory(flow=flow, person__family_name="Liepa", person__born_on=GROWN_UP)
    client, page = browse(Role.FINANCE), f"/{school.slug}/flows/{flow.pk}/"

    assert "5 things are missing, for 1 person" in " ".join(client.get(f"{page}missing/").text.split())
    assert "5 missing" in client.get(page).text
    assert "emergency contact" in client.get(f"{page}people/{mobility.pk}/").text
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(client.get(f"{page}missing/export/").content)).get_sheet_by_index(
        0
    )
    assert sheet.to_python()[1] == ["Liepa", "Ilze", "LMT-21", "Answers", "is not asked yet", ""]


def test_who_may_not_see_flows_does_not_see_the_list(flow, school, browse):
    for address in ("missing/", "missing/export/"):
        assert browse(Role.EDITOR).get(f"/{school.slug}/flows/{flow.pk}/{address}").status_code == 403
