"""The pages of projects: what is kept, what is told, who may."""

import re
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from tests.factories import PartnerFactory, ProjectFactory
from tilts.accounts.models import Membership
from tilts.accounts.roles import Role
from tilts.accounts.schools import in_school
from tilts.core.partial_dates import PartialDate
from tilts.projects import actions, queries
from tilts.projects.models import (
    OwnProgramme,
    Project,
    ProjectLink,
    ProjectOrganisation,
    ProjectResponsible,
    ProjectStep,
)

NEW = {
    "title": "Prakse Eiropā",
    "reference": "2021-1-LV01-KA121-VET-000012345",
    "own_role": "applicant",
    "state": "granted",
    "starts_on": "2021-09-01",
    "ends_on": "2022-11-30",
}
CENTRE = {
    "title": "Inovāciju centrs",
    "reference": "NFI/IC/VIAA/2020/4",
    "programme": "eea-norway-2014",
    "own_role": "partner",
    "state": "running",
    "starts_on": "2020",
    "ends_on": "2023",
    "total_eur": "2 011 605",
    "grant_eur": "1 810 444",
    "cofinancing_eur": "201 161",
    "grant_percent": "90",
}


def added(client, school, **changes):
    """What the page of a new project answers, following it."""
    return client.post(f"/{school.slug}/projects/new/", NEW | changes, follow=True)


# A new project


def test_a_project_is_added_with_all_that_is_known(school, browse, member):
    client, colleague = browse(), member(Role.FINANCE)
    fields = CENTRE | {"responsible": [colleague.pk]}

    client.post(f"/{school.slug}/projects/new/", fields)

    project = Project.objects.get()
    assert (project.programme_name, project.reference, project.get_own_role_display(), project.state) == (
        "EEA and Norway Grants 2014–2021",
        "NFI/IC/VIAA/2020/4",
        "Partner",
        "running",
    )
    assert (project.starts, project.ends) == (PartialDate(2020), PartialDate(2023))
    assert (project.starts_on, project.ends_on) == (date(2020, 1, 1), date(2023, 12, 31))
    assert (project.total_eur, project.grant_eur, project.cofinancing_eur) == (2011605, 1810444, 201161)
    assert [each.user for each in queries.responsible_for(project)] == [colleague]


def test_the_reference_tells_programme_and_action(school, browse):
    page = added(browse(), school, reference="2021–1_lv01-KA121 VET-000012345").text

    project = Project.objects.get()
    assert (project.reference, project.programme, project.action_code) == (
        "2021-1-LV01-KA121-VET-000012345",
        "erasmus-2021",
        "KA121-VET",
    )
    assert "Accredited projects for mobility of learners and staff" in page
    assert "LV01" in page


def test_the_half_euro_of_the_innovation_centre_is_explained_on_its_page(school, browse):
    page = added(browse(), school, **CENTRE).text.replace("\u00a0", " ")

    assert "The amounts add up within the donor's rounding" in page
    assert "90 % of 2,011,605.00 EUR is 1,810,444.50 EUR; rounded, the grant is 1,810,444.00 EUR" in page
    assert "2020 – 2023" in page


def test_money_that_does_not_add_up_is_kept_and_told_with_the_difference(school, browse):
    page = added(browse(), school, total_eur="1000", grant_eur="900,50", cofinancing_eur="90.00").text

    assert "The amounts do not add up" in page
    assert "9.50\u00a0EUR less than the total of 1,000.00\u00a0EUR" in page
    assert Project.objects.get().grant_eur == Decimal("900.50")


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("2 011 605", "2011605"),
        ("2\u00a0011\u00a0605,50 €", "2011605.50"),
        ("2,011,605.50", "2011605.50"),
        ("2.011.605,50", "2011605.50"),
        ("2.011.605", "2011605"),
        ("54,5", "54.50"),
        ("54.5 EUR", "54.50"),
    ],
)
def test_amounts_are_read_as_people_write_them(school, browse, written, amount):
    added(browse(), school, total_eur=written)

    assert Project.objects.get().total_eur == Decimal(amount)


@pytest.mark.parametrize(
    ("written", "first", "last", "shown"),
    [
        ("2012", date(2012, 1, 1), date(2012, 12, 31), "2012"),
        ("05.2012", date(2012, 5, 1), date(2012, 5, 31), "May 2012"),
        ("24.05.2012", date(2012, 5, 24), date(2012, 5, 24), "24 May 2012"),
        ("2012-05-24", date(2012, 5, 24), date(2012, 5, 24), "24 May 2012"),
    ],
    ids=["year", "month", "day", "iso"],
)
def test_dates_are_kept_and_shown_as_far_as_they_are_known(school, browse, written, first, last, shown):
    page = added(browse(), school, reference="", starts_on=written, ends_on=written).text

    project = Project.objects.get()
    assert (project.starts_on, project.ends_on) == (first, last)
    assert f"<dd>{shown} – {shown}</dd>" in page


def test_dates_come_back_into_the_form_as_they_were_known(school, browse):
    project = ProjectFactory(starts_precision="month", ends_on=date(2022, 12, 31), ends_precision="year")

    form = browse().get(f"/{school.slug}/projects/{project.pk}/change/").text

    assert 'value="09.2021"' in form
    assert 'value="2022"' in form


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("starts_on", "31.02.2021", "“31.02.2021” is no date."),
        ("starts_on", "soon", "“soon” is no date."),
        ("starts_on", "", "This field is required."),
        ("ends_on", "2020", "The last day lies before the first day."),
        ("total_eur", "-5", "Ensure this value is greater than or equal to 0."),
        ("total_eur", "much", "Enter a number."),
        ("total_eur", "1.000", "Ensure that there are no more than 2 decimal places."),
        ("grant_percent", "101", "Ensure this value is less than or equal to 100."),
        ("total_eur", "99999999999", "Ensure that there are no more than"),
        ("programme", "marshall-plan", "Select a valid choice."),
        ("programme", "own-999", "Select a valid choice."),
        ("action", "NPAD", "Erasmus+ 2021–2027: there is no such action."),
        ("state", "lost", "Select a valid choice."),
        ("own_role", "king", "Select a valid choice."),
        ("responsible", "999999", "Select a valid choice."),
        ("title", "", "This field is required."),
    ],
)
def test_what_cannot_be_is_refused_in_words(school, browse, field, value, sentence):
    answer = added(browse(), school, **{field: value})

    assert sentence in answer.text
    assert not Project.objects.exists()


def test_somebody_of_another_school_can_t_be_responsible(school, other_school, browse, member):
    stranger = member(at=other_school)

    added(browse(), school, responsible=[stranger.pk])

    assert not ProjectResponsible.objects.exists()


# References


def test_a_reference_stands_once_in_a_school(school):
    first = ProjectFactory()

    with pytest.raises(IntegrityError, match="project_reference_once"), transaction.atomic():
        ProjectFactory(reference=first.reference)


def test_several_projects_may_have_no_reference(school, browse):
    for title in ("Idea", "Another idea"):
        added(browse(), school, title=title, reference="", state="idea")

    assert list(Project.objects.order_by("pk").values_list("title", "reference")) == [
        ("Idea", ""),
        ("Another idea", ""),
    ]


def test_a_second_project_with_the_same_reference_is_told_in_words(school, browse):
    ProjectFactory(reference=NEW["reference"])

    page = added(browse(), school, reference="2021-1_LV01-KA121-VET-000012345").text

    assert "There is already a project with this reference." in page
    assert Project.objects.count() == 1


def test_an_unusual_reference_is_kept_with_a_warning(school, browse):
    page = added(browse(), school, reference="2021-LV01-12").text

    assert "The reference “2021-LV01-12” is unusual." in page
    assert "The call year can't be read from the reference" in page


def test_a_reference_of_nordplus_is_usual(school, browse):
    page = added(browse(), school, reference="NPAD-2016/10040", starts_on="2016", ends_on="2017").text

    assert Project.objects.get().programme == "nordplus-2012"
    assert "is unusual" not in page
    assert "call year" not in page


# Programmes


def test_a_school_adds_a_programme_that_nobody_else_knows(school, browse):
    client = browse()
    client.post(f"/{school.slug}/projects/programmes/new/", {"name": "Pilsētas fonds", "website": "fonds.example"})
    own = OwnProgramme.objects.get()

    page = added(client, school, reference="12/3", programme=f"own-{own.pk}").text

    project = Project.objects.get()
    assert (project.programme_name, project.programme, own.website) == ("Pilsētas fonds", "", "https://fonds.example")
    assert "is unusual" not in page
    assert f'value="own-{own.pk}" selected' in client.get(f"/{school.slug}/projects/{project.pk}/change/").text


def test_a_programme_of_the_school_stands_once_however_it_is_written(school, browse):
    OwnProgramme.objects.create(name="Pilsētas fonds")

    page = browse().post(f"/{school.slug}/projects/programmes/new/", {"name": "pilsetas  FONDS"}).text

    assert "There is already a programme of this name." in page


def test_a_project_of_a_school_s_programme_may_change_to_a_known_one(school, browse):
    project = ProjectFactory(reference="", own_programme=OwnProgramme.objects.create(name="Pilsētas fonds"))

    browse().post(
        f"/{school.slug}/projects/{project.pk}/change/",
        NEW | {"reference": "", "programme": "llp", "action": "Comenius"},
    )

    project.refresh_from_db()
    assert (project.programme, project.own_programme, project.action) == ("llp", None, "Comenius")


def test_a_programme_of_another_school_can_t_be_chosen(school, other_school, browse):
    with in_school(other_school):
        theirs = OwnProgramme.objects.create(name="Theirs")

    page = added(browse(), school, programme=f"own-{theirs.pk}").text

    assert "Select a valid choice." in page


def test_the_known_programmes_say_how_sure_they_are(school, browse):
    page = browse(Role.TEACHER).get(f"/{school.slug}/projects/programmes/").text

    assert "Lifelong Learning Programme 2007–2013" in page
    assert "recalled, not confirmed" in page
    assert "projects/programmes/new/" not in page


# States


def test_the_latest_state_is_the_project_s(school, browse):
    client, project = browse(), ProjectFactory(state="idea")
    address = f"/{school.slug}/projects/{project.pk}/state/"

    for state, since in (("granted", "2021-06-30"), ("applied", "2021-02-11"), ("running", "2021-09-01")):
        client.post(address, {"state": state, "since": since})

    project.refresh_from_db()
    assert project.state == "running"
    assert [(step.state, str(step.since)) for step in queries.steps_of(project)] == [
        ("applied", "2021-02-11"),
        ("granted", "2021-06-30"),
        ("running", "2021-09-01"),
    ]
    assert "11 February 2021" in client.get(f"/{school.slug}/projects/{project.pk}/").text


def test_of_two_states_on_one_day_the_later_in_life_counts(school):
    project = ProjectFactory(state="idea")

    for state in ("running", "granted"):
        actions.set_state(project, state, date(2021, 9, 1))

    project.refresh_from_db()
    assert project.state == "running"


def test_a_day_typed_again_replaces_the_first(school):
    project = ProjectFactory()

    for day in (1, 2):
        actions.set_state(project, "granted", date(2021, 9, day))

    assert [str(step.since) for step in ProjectStep.objects.all()] == ["2021-09-02"]


@pytest.mark.parametrize("since", ["", "soon", "31.02.2021"])
def test_a_state_needs_its_day(school, browse, since):
    project = ProjectFactory(state="idea")

    answer = browse().post(f"/{school.slug}/projects/{project.pk}/state/", {"state": "applied", "since": since})

    project.refresh_from_db()
    assert (answer.status_code, project.state) == (200, "idea")
    assert "There is a problem" in answer.text


# Organisations and links


def test_a_partner_joins_a_project_once(school, browse):
    client, project, partner = browse(), ProjectFactory(), PartnerFactory()
    address = f"/{school.slug}/projects/{project.pk}/organisations/new/"

    client.post(address, {"partner": partner.pk, "role": "applicant"})
    again = client.post(address, {"partner": partner.pk, "role": "partner"})

    assert list(ProjectOrganisation.objects.values_list("partner", "role")) == [(partner.pk, "applicant")]
    assert "This partner is already in the project." in again.text


def test_a_partner_s_role_is_changed_and_the_partner_taken_out(school, browse):
    client, project, partner = browse(), ProjectFactory(), PartnerFactory()
    organisation = ProjectOrganisation.objects.create(project=project, partner=partner)
    address = f"/{school.slug}/projects/{project.pk}/organisations/{organisation.pk}"

    client.post(f"{address}/change/", {"partner": partner.pk, "role": "associated"})
    assert list(ProjectOrganisation.objects.values_list("role", flat=True)) == ["associated"]

    assert client.get(f"{address}/remove/").status_code == 405
    client.post(f"{address}/remove/")
    assert not ProjectOrganisation.objects.exists()


def test_an_organisation_of_another_project_is_not_found(school, browse):
    organisation = ProjectOrganisation.objects.create(project=ProjectFactory(), partner=PartnerFactory())

    answer = browse().post(f"/{school.slug}/projects/{ProjectFactory().pk}/organisations/{organisation.pk}/remove/")

    assert answer.status_code == 404


def test_a_link_stands_beside_the_project_and_goes_again(school, browse):
    client, project = browse(), ProjectFactory()
    address = f"/{school.slug}/projects/{project.pk}/links/"

    page = client.post(f"{address}new/", {"title": "Album", "url": "album.example/2022"}, follow=True).text
    assert '<a href="https://album.example/2022" rel="noopener noreferrer">Album</a>' in page

    client.post(f"{address}{ProjectLink.objects.get().pk}/remove/")
    assert not ProjectLink.objects.exists()


@pytest.mark.parametrize(("roles", "back"), [((), ["Album"]), ((Role.FINANCE,), [])], ids=["may", "may-not-any-more"])
def test_a_removed_link_is_taken_back_by_who_may(school, browse, roles, back):
    client, project = browse(), ProjectFactory()
    link = ProjectLink.objects.create(project=project, title="Album", url="https://album.example")
    gone = client.post(f"/{school.slug}/projects/{project.pk}/links/{link.pk}/remove/", follow=True)
    token = re.search(r'name="undo" value="([^"]+)"', gone.text)[1]
    if roles:
        Membership.objects.update(role=roles[0])

    answer = client.post(f"/{school.slug}/undo/", {"undo": token})

    assert answer.status_code == (403 if roles else 302)
    assert list(ProjectLink.objects.values_list("title", flat=True)) == back


def test_a_partner_taken_out_of_a_project_comes_back(school, browse):
    client, project = browse(), ProjectFactory()
    organisation = ProjectOrganisation.objects.create(project=project, partner=PartnerFactory(), role="associated")
    gone = client.post(f"/{school.slug}/projects/{project.pk}/organisations/{organisation.pk}/remove/", follow=True)

    client.post(f"/{school.slug}/undo/", {"undo": re.search(r'name="undo" value="([^"]+)"', gone.text)[1]})

    assert list(ProjectOrganisation.objects.values_list("pk", "role")) == [(organisation.pk, "associated")]


@pytest.mark.parametrize(
    "url", ["http://album.example", "javascript:alert(1)", "ftp://album.example", "https://", "a b"]
)
def test_a_link_that_is_not_https_is_refused(school, browse, url):
    project = ProjectFactory()

    answer = browse().post(f"/{school.slug}/projects/{project.pk}/links/new/", {"title": "Album", "url": url})

    assert list(answer.context["form"].errors) == ["url"]
    assert not ProjectLink.objects.exists()


# The list


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Otrais", "Trešais", "Šauriķis"]),
        ("?q=sauri", ["Šauriķis"]),
        ("?q=2021-1_lv01", ["Otrais"]),
        ("?q=zzz", []),
        ("?state=closed", ["Trešais"]),
        ("?programme=erasmus-2021", ["Otrais"]),
        ("?sort=title", ["Otrais", "Šauriķis", "Trešais"]),
        ("?sort=state", ["Šauriķis", "Otrais", "Trešais"]),
        ("?sort=-state", ["Trešais", "Otrais", "Šauriķis"]),
    ],
)
def test_the_list_is_searched_narrowed_and_sorted(school, browse, query, titles):
    ProjectFactory(title="Otrais", starts_on=date(2021, 9, 1), reference=NEW["reference"])
    ProjectFactory(title="Trešais", starts_on=date(2019, 9, 1), reference="", state="closed")
    ProjectFactory(title="Šauriķis", starts_on=date(2018, 9, 1), reference="", state="idea")

    answer = browse().get(f"/{school.slug}/projects/{query}")

    assert [row.record.title for row in answer.context["table"].rows] == titles


def test_the_list_is_narrowed_to_a_programme_of_the_school(school, browse):
    own = OwnProgramme.objects.create(name="Pilsētas fonds")
    ProjectFactory()
    ProjectFactory(title="Ours", reference="", own_programme=own)

    answer = browse().get(f"/{school.slug}/projects/?programme=own-{own.pk}")

    assert [row.record.title for row in answer.context["table"].rows] == ["Ours"]


def test_the_list_is_exported_as_it_stands(school, browse):
    ProjectFactory(title="Trešais", starts_precision="year", state="closed", total_eur=Decimal("1000.50"))
    ProjectFactory(title="Otrais")

    answer = browse().get(f"/{school.slug}/projects/export/?state=closed")

    head, row = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    told = dict(zip(head, row, strict=True))
    assert {name: told[name] for name in ("Title", "State", "Begins", "Total cost in EUR")} == {
        "Title": "Trešais",
        "State": "Closed",
        "Begins": "2021",
        "Total cost in EUR": 1000.5,
    }
    assert told["Ends"] == date(2022, 11, 30)


def test_the_list_asks_as_much_for_one_row_as_for_three(school, browse):
    client, own = browse(), OwnProgramme.objects.create(name="Pilsētas fonds")
    counts = []
    for more in (1, 2):
        for _ in range(more):
            ProjectFactory(reference="", own_programme=own)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(f"/{school.slug}/projects/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_the_page_asks_as_much_for_one_part_of_each_as_for_three(school, browse, member):
    client, project = browse(), ProjectFactory()
    counts = []
    for more in (1, 2):
        for number in range(more):
            ProjectOrganisation.objects.create(project=project, partner=PartnerFactory())
            ProjectLink.objects.create(project=project, title="Album", url=f"https://album.example/{more}/{number}")
            ProjectResponsible.objects.create(project=project, user=member())
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/{school.slug}/projects/{project.pk}/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


# Who may


@pytest.mark.parametrize(
    "address",
    ["new/", "programmes/new/", "{pk}/change/", "{pk}/organisations/new/", "{pk}/links/new/", "{pk}/rates/"],
)
def test_a_teacher_sees_projects_and_changes_nothing(school, browse, address):
    project, client = ProjectFactory(), browse(Role.TEACHER)

    assert client.get(f"/{school.slug}/projects/{address.format(pk=project.pk)}").status_code == 403
    page = client.get(f"/{school.slug}/projects/{project.pk}/")
    assert page.status_code == 200
    assert "<form" not in page.text.partition("<main")[2].partition("</main")[0]


def test_a_state_is_not_set_by_the_finance_officer(school, browse):
    project = ProjectFactory(state="idea")

    answer = browse(Role.FINANCE).post(
        f"/{school.slug}/projects/{project.pk}/state/", {"state": "closed", "since": "2021-01-01"}
    )

    assert answer.status_code == 403
    assert not ProjectStep.objects.exists()


@pytest.mark.parametrize(
    ("state", "ends_on", "told"),
    [
        ("running", date(2022, 11, 30), "Ended"),
        ("running", date(2999, 11, 30), "Running"),
        ("closed", date(2022, 11, 30), "Closed"),
    ],
)
def test_a_project_whose_last_day_is_over_is_told_as_ended_until_it_is_closed(school, state, ends_on, told):
    assert ProjectFactory(state=state, ends_on=ends_on).state_word == told
