"""Flows: who travels, what each is granted, the pages."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.factories import FlowFactory, MobilityFactory, PartnerFactory, PersonFactory, ProjectFactory
from tests.mobilities.printed_papers import keep_all_printed
from tilts.accounts.roles import Role
from tilts.core.spans import Span
from tilts.mobilities.actions import confirm_attendance, take_in
from tilts.mobilities.checklist import checklist_of
from tilts.mobilities.models import Flow, Mobility, StayCosts, StayProvision
from tilts.mobilities.presenting import flow_sheet
from tilts.mobilities.queries import grants_of, mobilities_of
from tilts.mobilities.steps import steps_of
from tilts.people.models import Person
from tilts.projects.models import Project, ProjectOrganisation, ProjectRate


def enter_rates(project: Project) -> None:
    """Learners and staff in country group 2: 54 and 98 EUR, from day 15 38 and 69 EUR."""
    for participant, first, later in (("learner", 54, 38), ("staff", 98, 69)):
        for from_day, euro in ((1, first), (15, later)):
            ProjectRate.objects.create(
                project=project,
                participant=participant,
                country_group="2",
                from_day=from_day,
                eur_per_day=euro,
                source="Annex IV, page 3",
            )


@pytest.fixture
def flow(school):
    flow = FlowFactory()
    enter_rates(flow.project)
    return flow


def test_grants_follow_role_and_kind_of_person(flow, school):
    MobilityFactory(flow=flow, person__family_name="Alksne")
    MobilityFactory(flow=flow, person__family_name="Bite", person__kind=Person.Kind.STAFF)
    MobilityFactory(flow=flow, person__family_name="Cīrule", role=Mobility.Role.ACCOMPANYING)

    grants = grants_of(flow, school)

    # 19 days and 2 of travel to Dresden, 1 001 km: 275 + 14 × 54 + 7 × 38, and 275 + 14 × 98 + 7 × 69
    assert [each.grant.total_eur for each in grants.grants] == [Decimal(1297), Decimal(2130), Decimal(2130)]
    assert grants.total_eur == Decimal(5557)


def test_the_sheet_explains_each_line(flow, school):
    MobilityFactory(flow=flow)

    (row,) = flow_sheet(flow, school).rows

    assert [(line.label, line.amount_eur) for line in row.lines] == [
        ("Travel", Decimal(275)),
        ("Individual support", Decimal(1022)),
    ]
    sentence = row.lines[1].sentence.replace("\N{NO-BREAK SPACE}", " ")
    assert sentence.startswith("14 days × 54.00 EUR + 7 days × 38.00 EUR = 1,022.00 EUR.")
    assert {used.reference.title for used in row.lines[1].parameters} >= {"Annex IV, page 3"}


def test_without_entered_rates_every_sum_becomes_one_clear_problem(flow, school):
    MobilityFactory.create_batch(3, flow=flow)
    ProjectRate.objects.all().delete()

    sheet = flow_sheet(flow, school)

    assert [row.total_eur for row in sheet.rows] == [None, None, None]
    assert [row.status for row in sheet.rows] == ["impossible"] * 3
    assert len(sheet.problems) == 1
    assert "daily rate" in sheet.problems[0]
    assert sheet.total_eur == 0


def test_a_project_without_a_call_year_gives_no_sum_but_says_why(school):
    flow = FlowFactory(project__reference="NPAD-2016/10040")
    MobilityFactory(flow=flow)

    sheet = flow_sheet(flow, school)

    assert [row.status for row in sheet.rows] == ["impossible"]
    assert "“NPAD-2016/10040”" in sheet.problems[0]


def test_a_stay_too_short_for_its_activity_is_told(flow, school):
    flow.ends_on = date(2022, 5, 6)

    assert any("too short" in sentence for sentence in flow_sheet(flow, school).warnings)


def test_people_are_taken_in_once(flow):
    ilze, anna = PersonFactory.create_batch(2)

    assert take_in(flow, [ilze, ilze]) == 1
    assert take_in(flow, [ilze, anna]) == 1
    assert mobilities_of(flow).count() == 2


def test_the_database_keeps_a_person_once_in_a_flow(flow):
    mobility = MobilityFactory(flow=flow)

    with pytest.raises(IntegrityError, match="person_once_in_flow"), transaction.atomic():
        Mobility.objects.create(flow=flow, person=mobility.person)


def test_participants_stand_before_those_who_accompany_them(flow):
    teacher = MobilityFactory(flow=flow, person__family_name="Ābele", role=Mobility.Role.ACCOMPANYING)
    learner = MobilityFactory(flow=flow, person__family_name="Zīle")

    assert list(mobilities_of(flow)) == [learner, teacher]


@pytest.mark.parametrize("people", [1, 3])
def test_the_flow_page_asks_the_same_number_of_queries(flow, school, browse, people, django_assert_num_queries):
    MobilityFactory.create_batch(people, flow=flow)
    client = browse()
    client.get(f"/{school.slug}/flows/{flow.pk}/")

    with django_assert_num_queries(26):
        assert client.get(f"/{school.slug}/flows/{flow.pk}/").status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_number_of_queries(school, browse, rows, django_assert_num_queries):
    FlowFactory.create_batch(rows)
    client = browse()
    client.get(f"/{school.slug}/flows/")

    with django_assert_num_queries(11):
        assert client.get(f"/{school.slug}/flows/").status_code == 200


def test_a_flow_is_planned_changed_and_peopled_on_pages(school, browse):
    client, project, host = browse(), ProjectFactory(), PartnerFactory()
    values = {
        "project": project.pk,
        "name": "Dresden",
        "direction": "out",
        "mode": "physical",
        "activity": "short_term_learner",
        "partner": host.pk,
        "starts_on": "2022-05-02",
        "ends_on": "2022-05-20",
        "travel_days": "2",
        "seats": "2",
    }
    person = PersonFactory()

    client.post(f"/{school.slug}/flows/new/", values)
    flow = Flow.objects.get()
    client.post(f"/{school.slug}/flows/{flow.pk}/change/", values | {"green": "on"})
    client.post(f"/{school.slug}/flows/{flow.pk}/people/new/", {"person": person.pk, "role": "accompanying"})

    assert Flow.objects.get().green
    assert list(Mobility.objects.values_list("person", "role")) == [(person.pk, "accompanying")]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("ends_on", "2022-05-01", "The last day lies before the first day."),
        ("starts_on", "31.02.2022", "Enter a valid date."),
        ("travel_days", "15", "Ensure this value is less than or equal to 14."),
        ("seats", "-1", "Ensure this value is greater than or equal to 0."),
    ],
    ids=["ends-before-start", "no-such-day", "too-many-travel-days", "negative-seats"],
)
def test_a_plan_that_is_none_is_told_in_words(school, browse, field, value, sentence):
    project, host = ProjectFactory(), PartnerFactory()
    values = {
        "project": project.pk,
        "name": "Dresden",
        "direction": "out",
        "mode": "physical",
        "activity": "short_term_learner",
        "partner": host.pk,
        "starts_on": "2022-05-02",
        "ends_on": "2022-05-20",
        "travel_days": "2",
        "seats": "2",
    }

    response = browse().post(f"/{school.slug}/flows/new/", values | {field: value})

    assert sentence in response.text
    assert not Flow.objects.exists()


def test_the_persons_page_names_each_figure_and_its_source(flow, school, browse):
    mobility = MobilityFactory(flow=flow)

    page = browse(Role.FINANCE).get(f"/{school.slug}/flows/{flow.pk}/people/{mobility.pk}/").text

    assert "Annex IV, page 3" in page
    assert "Daily rate from day 15" in page
    assert "1,297.00" in page


def test_a_mobility_is_shown_in_its_own_flow_only(flow, school, browse):
    elsewhere = MobilityFactory()

    assert browse().get(f"/{school.slug}/flows/{flow.pk}/people/{elsewhere.pk}/").status_code == 404


def test_taking_out_needs_the_right_to_change(flow, school, browse):
    mobility = MobilityFactory(flow=flow)
    address = f"/{school.slug}/flows/{flow.pk}/people/{mobility.pk}/remove/"

    assert browse(Role.DIRECTOR).post(address).status_code == 403
    assert browse(Role.COORDINATOR).post(address).status_code == 302
    assert not Mobility.objects.exists()
    assert Person.objects.filter(pk=mobility.person_id).exists()


def test_who_was_taken_out_comes_back_with_all_that_was_written(flow, school, browse):
    mobility, client = MobilityFactory(flow=flow, insurance="Policy 12"), browse()
    gone = client.post(f"/{school.slug}/flows/{flow.pk}/people/{mobility.pk}/remove/", follow=True).text

    client.post(f"/{school.slug}/undo/", {"undo": re.search(r'name="undo" value="([^"]+)"', gone)[1]})

    assert list(Mobility.objects.values_list("pk", "person", "insurance")) == [
        (mobility.pk, mobility.person_id, "Policy 12")
    ]


def test_who_was_taken_in_again_meanwhile_is_not_doubled(flow, school, browse):
    mobility, client = MobilityFactory(flow=flow), browse()
    gone = client.post(f"/{school.slug}/flows/{flow.pk}/people/{mobility.pk}/remove/", follow=True).text
    again = MobilityFactory(flow=flow, person=mobility.person)

    page = client.post(
        f"/{school.slug}/undo/", {"undo": re.search(r'name="undo" value="([^"]+)"', gone)[1]}, follow=True
    )

    assert "taken back any more" in page.text
    assert list(Mobility.objects.values_list("pk", flat=True)) == [again.pk]


def test_texts_typed_once_hold_for_all_but_for_whom_they_differ(flow):
    flow.insurance, flow.journey = "Policy 12", "By train"
    flow.save()
    mobility = MobilityFactory(flow=flow, journey="By car")

    assert [mobility.text(name) for name in ("insurance", "journey", "programme")] == ["Policy 12", "By car", ""]


def test_own_days_change_the_grant_of_one_person(flow, school):
    MobilityFactory(flow=flow, person__family_name="Alksne")
    MobilityFactory(flow=flow, person__family_name="Bite", own_ends_on=date(2022, 5, 15))

    # 14 days and 2 of travel: 275 + 14 × 54 + 2 × 38
    assert [each.grant.total_eur for each in grants_of(flow, school).grants] == [Decimal(1297), Decimal(1107)]


def test_another_distance_counts_and_needs_its_evidence(flow, school):
    MobilityFactory(flow=flow)
    flow.own_distance_km, flow.own_distance_evidence = Decimal("2000"), "Funder's calculator, 3 March 2022"
    flow.save()

    (line, _) = grants_of(flow, school).grants[0].grant.lines
    assert line.amount_eur == Decimal(360)
    flow.own_distance_evidence = ""
    with pytest.raises(IntegrityError, match="flow_distance_has_evidence"), transaction.atomic():
        flow.save()


@pytest.mark.parametrize(
    ("change", "total"),
    [
        ({"direction": "in"}, 0),
        ({"mode": "virtual"}, 0),
        ({"direction": "in", "activity": "invited_expert"}, None),
        ({"mode": "blended", "contact_hours": 12}, 1297),
    ],
    ids=["incoming", "virtual", "incoming-expert-without-rates", "blended"],
)
def test_who_is_paid_elsewhere_or_stays_at_home_has_no_grant(flow, school, change, total):
    MobilityFactory(flow=flow)
    for name, value in change.items():
        setattr(flow, name, value)
    flow.save()

    assert grants_of(flow, school).grants[0].grant.total_eur == total


def test_planned_and_attended_are_counted_apart(flow, school):
    MobilityFactory.create_batch(2, flow=flow)
    MobilityFactory(flow=flow, state=Mobility.State.CANCELLED)
    MobilityFactory(flow=flow, role=Mobility.Role.ACCOMPANYING)
    before = flow_sheet(flow, school)

    confirmed = confirm_attendance(flow, Span(date(2022, 5, 2), date(2022, 5, 19)))
    again = confirm_attendance(flow, Span(date(2022, 5, 2), date(2022, 5, 20)))

    after = flow_sheet(flow, school)
    assert (confirmed, again) == (3, 0)
    assert (before.participants, before.attended) == (2, 0)
    assert (after.participants, after.attended) == (2, 2)
    assert {row.mobility.attended for row in after.rows} == {Span(date(2022, 5, 2), date(2022, 5, 19)), None}


def test_the_database_keeps_that_what_took_place_has_its_days(flow):
    with pytest.raises(IntegrityError, match="mobility_done_has_days"), transaction.atomic():
        MobilityFactory(flow=flow, state=Mobility.State.DONE)


def test_a_stay_is_changed_on_its_page(flow, school, browse):
    mobility = MobilityFactory(flow=flow)
    address = f"/{school.slug}/flows/{flow.pk}/people/{mobility.pk}/change/"
    values = {"role": "participant", "state": "planned", "insurance": "Own policy 7"}

    wrong = browse().post(address, values | {"own_starts_on": "2022-06-01"})
    right = browse().post(address, values | {"own_ends_on": "2022-05-18"}, follow=True)

    assert "The last day lies before the first day." in wrong.text
    assert "Own policy 7" in right.text
    assert browse(Role.FINANCE).get(address).status_code == 403


def test_attendance_is_confirmed_for_all_on_a_page(flow, school, browse):
    MobilityFactory.create_batch(2, flow=flow)
    address = f"/{school.slug}/flows/{flow.pk}/attendance/"
    days = {"attended_from": "2022-05-02", "attended_until": "2022-05-20"}

    wrong = browse().post(address, days | {"attended_until": "2022-05-01"})
    right = browse().post(address, days, follow=True)

    assert "The last day lies before the first day." in wrong.text
    assert "2 stays took place." in right.text
    assert browse(Role.DIRECTOR).post(address, days).status_code == 403


def planned(project: Project, **change: object) -> dict[str, object]:
    """What the form of a flow sends."""
    days = {"starts_on": "2022-05-02", "ends_on": "2022-05-20", "travel_days": "2", "seats": "2"}
    host = PartnerFactory()
    return {
        "project": project.pk,
        "name": "Dresden",
        "direction": "out",
        "mode": "physical",
        "activity": "short_term_learner",
        "partner": host.pk,
        **days,
        **change,
    }


def test_a_new_flow_offers_what_its_project_may_do(school, browse):
    old = ProjectFactory(reference="2019-1-LV01-KA116-000001")
    ProjectFactory()

    of_one = browse().get(f"/{school.slug}/flows/new/?project={old.pk}").context["form"]["activity"]
    of_all = browse().get(f"/{school.slug}/flows/new/").context["form"]["activity"]

    assert [name for name, _ in of_one.field.choices][:2] == ["learner_traineeship", "traineeship_in_company"]
    assert of_one.initial == "learner_traineeship"
    assert {programme for programme, _ in of_all.field.choices} == {"Erasmus+ 2014–2020", "Erasmus+ 2021–2027"}


def test_a_new_flow_begins_with_the_usual_activity_and_keeps_the_one_chosen(school, browse):
    project = ProjectFactory(reference="2021-1-LV01-KA121-VET-000000021")
    address = f"/{school.slug}/flows/new/?project={project.pk}"

    usual, kept, foreign = (
        browse().get(address + more).context["form"]["activity"].initial
        for more in ("", "&activity=job_shadowing", "&activity=learner_traineeship")
    )

    assert (usual, kept, foreign) == ("short_term_learner", "job_shadowing", "short_term_learner")


def test_a_new_flow_begins_with_the_only_partner_of_its_project(school, browse):
    project, host = ProjectFactory(), PartnerFactory()
    ProjectOrganisation.objects.create(project=project, partner=host)

    form = browse().get(f"/{school.slug}/flows/new/?project={project.pk}").context["form"]

    assert form["partner"].initial == host


def test_an_activity_of_another_call_is_refused_with_the_right_ones_to_choose(school, browse):
    old = ProjectFactory(reference="2019-1-LV01-KA116-000001")

    response = browse().post(f"/{school.slug}/flows/new/", planned(old))

    assert "The project has no such activity. Please choose one of these." in response.text
    assert "Traineeship of learners in a company" in response.text
    assert not Flow.objects.exists()


def test_what_was_planned_under_an_earlier_list_stays_valid(flow, school, browse):
    Flow.objects.update(activity="learner_traineeship")
    values = planned(flow.project, activity="learner_traineeship", partner=flow.partner_id)

    response = browse().post(f"/{school.slug}/flows/{flow.pk}/change/", values)

    assert response.status_code == 302
    assert Flow.objects.get().activity == "learner_traineeship"


def test_contact_hours_belong_to_a_virtual_part(school, browse):
    project = ProjectFactory()

    wrong = browse().post(f"/{school.slug}/flows/new/", planned(project, contact_hours="12"))
    browse().post(f"/{school.slug}/flows/new/", planned(project, contact_hours="12", mode="blended"))

    assert "Contact hours belong to a virtual part" in wrong.text
    assert Flow.objects.get().contact_hours == 12


def test_taking_out_can_be_undone_and_brings_back_all_that_was_kept(flow, school, browse):
    mobility = MobilityFactory(flow=flow, own_ends_on=date(2022, 5, 18), insurance="Policy 7")
    StayCosts.objects.create(flow=flow, mobility=mobility, course_days=5)
    StayProvision.objects.create(flow=flow, mobility=mobility, category="travel", by="bought", eur=180)
    client, page = browse(), f"/{school.slug}/flows/{flow.pk}/"

    told = client.post(f"{page}people/{mobility.pk}/remove/", follow=True).text
    token = re.search(r'name="undo" value="([^"]+)"', told)
    gone = not Mobility.objects.exists()
    client.post(f"/{school.slug}/undo/", {"undo": token[1]})

    assert (gone, "is no longer in this flow." in told) == (True, True)
    assert Mobility.objects.get() == mobility
    assert (Mobility.objects.get().own_ends_on, Mobility.objects.get().insurance) == (date(2022, 5, 18), "Policy 7")
    assert StayCosts.objects.get(mobility=mobility).course_days == 5
    assert StayProvision.objects.get(mobility=mobility).eur == 180


def test_nobody_is_put_back_beside_themselves(flow, school, browse):
    mobility = MobilityFactory(flow=flow)
    client = browse()
    told = client.post(f"/{school.slug}/flows/{flow.pk}/people/{mobility.pk}/remove/", follow=True).text
    MobilityFactory(flow=flow, person=mobility.person)

    client.post(f"/{school.slug}/undo/", {"undo": re.search(r'name="undo" value="([^"]+)"', told)[1]})

    assert Mobility.objects.count() == 1


def test_planned_and_achieved_stand_apart_on_the_page(flow, school, browse):
    MobilityFactory.create_batch(2, flow=flow)
    MobilityFactory(flow=flow, role=Mobility.Role.ACCOMPANYING)
    MobilityFactory(flow=flow, state=Mobility.State.CANCELLED)
    client, page = browse(), f"/{school.slug}/flows/{flow.pk}/"

    before = " ".join(client.get(page).text.split())
    confirm_attendance(flow, Span(date(2022, 5, 3), date(2022, 5, 19)))
    after = " ".join(client.get(page).text.split())

    assert "2 participants for 20 seats, 1 accompanying" in before
    assert "nothing yet" in before
    assert "1 cancelled" in before
    assert "2 May 2022 – 20 May 2022 (19 days)" in after
    assert "3 May 2022 – 19 May 2022<br>2 participants attended, 1 accompanying" in after


@pytest.mark.parametrize(
    ("prepare", "todo"),
    [
        ([], "Drop the class list, or add people one by one."),
        (["people"], "Ask the participants for what no class list holds."),
        (["people", "asked"], "Print the papers."),
        (["people", "asked", "printed"], ""),
        (
            ["people", "asked", "printed", "changed"],
            "Something changed since the papers were printed. Print them anew.",
        ),
        (["people", "asked", "printed", "over"], "The trip is over. Confirm who took part."),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_the_page_says_what_comes_next(flow, school, prepare, todo):
    today = date(2022, 4, 20)
    for each in prepare:
        match each:
            case "people":
                MobilityFactory(flow=flow)
            case "asked":
                Mobility.objects.update(asked_at="2022-04-19T10:00Z")
            case "printed":
                keep_all_printed(flow)
            case "changed":
                Person.objects.update(family_name="Ozola")
            case "over":
                today = date(2022, 5, 21)
    flow = Flow.objects.select_related("project", "partner").get()

    steps = steps_of(checklist_of(flow, school, today), papers=3 * ("printed" in prepare))

    assert [step.todo for step in steps if step.is_next] == ([todo] if todo else [])
