"""Projects: what a reference tells, rates of the grant agreement, the pages."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.factories import PartnerFactory, ProjectFactory
from tilts.accounts.roles import Role
from tilts.projects.models import Project, ProjectOrganisation, ProjectRate
from tilts.projects.rules import ProjectReference, read_reference

RATE = {"participant": "learner", "country_group": "2", "from_day": "1", "eur_per_day": "54.50", "source": "Annex IV"}


@pytest.mark.parametrize(
    ("reference", "parts"),
    [
        (
            "2021-1-LV01-KA121-VET-000012345",
            ProjectReference(2021, 1, "LV01", "KA121", "VET", "000012345"),
        ),
        ("2019-1-LV01-KA116-060226", ProjectReference(2019, 1, "LV01", "KA116", "", "060226")),
        ("2020-1_PL01-KA103-078074", None),
        ("2020-1-PL01_KA103-078074", ProjectReference(2020, 1, "PL01", "KA103", "", "078074")),
        ("2020-1-DE02-KA226-VET-008138", ProjectReference(2020, 1, "DE02", "KA226", "VET", "008138")),
        ("NPAD-2016/10040", None),
        ("2021-1-LV01-KA121-VET-12345", None),
        ("", None),
    ],
    ids=["2021", "2019", "underscore-early", "underscore", "2020-with-field", "nordplus", "too-short", "empty"],
)
def test_a_reference_tells_call_year_agency_and_action(reference, parts):
    assert read_reference(reference) == parts


def test_the_action_is_named_with_its_field():
    parts = read_reference("2021-1-LV01-KA121-VET-000012345")

    assert parts is not None
    assert parts.action_with_field == "KA121-VET"


def test_a_reference_stands_once_in_a_school(school):
    first = ProjectFactory()

    with pytest.raises(IntegrityError, match="project_reference_once"), transaction.atomic():
        ProjectFactory(reference=first.reference)


def test_a_second_project_with_the_same_reference_is_told_in_words(school, browse):
    first = ProjectFactory()
    values = {"title": "Again", "reference": first.reference, "starts_on": "2021-09-01", "ends_on": "2022-08-31"}

    response = browse().post(f"/{school.slug}/projects/new/", values)

    assert "There is already a project with this reference." in response.text
    assert Project.objects.count() == 1


def test_a_project_that_ends_before_it_starts_is_refused(school, browse):
    values = {"title": "Back", "reference": "X", "starts_on": "2022-09-01", "ends_on": "2021-08-31"}

    response = browse().post(f"/{school.slug}/projects/new/", values)

    assert "The last day lies before the first day." in response.text


def test_a_reference_of_no_known_form_is_kept_with_a_warning(school, browse):
    client = browse()
    values = {"title": "Nordplus", "reference": "NPAD-2016/10040", "starts_on": "2016-09-01", "ends_on": "2017-08-31"}

    response = client.post(f"/{school.slug}/projects/new/", values, follow=True)

    assert "no form that Tilts knows" in response.text


def test_a_partner_joins_a_project_once(school, browse):
    client, project, partner = browse(), ProjectFactory(), PartnerFactory()
    address = f"/{school.slug}/projects/{project.pk}/organisations/new/"

    client.post(address, {"partner": partner.pk, "role": "coordinator"})
    again = client.post(address, {"partner": partner.pk, "role": "partner"})

    assert list(ProjectOrganisation.objects.values_list("partner", "role")) == [(partner.pk, "coordinator")]
    assert "This partner is already in the project." in again.text


def test_a_rate_is_entered_by_finance_and_says_by_whom(school, browse):
    client, project = browse(Role.FINANCE), ProjectFactory()

    client.post(f"/{school.slug}/projects/{project.pk}/rates/new/", RATE)

    rate = ProjectRate.objects.get()
    assert (rate.eur_per_day, rate.country_group, rate.is_example) == (Decimal("54.50"), "2", False)
    assert rate.entered_by is not None


@pytest.mark.parametrize(
    ("field", "value"),
    [("eur_per_day", "-1"), ("eur_per_day", "many"), ("source", ""), ("from_day", "-1")],
    ids=["negative", "no-number", "no-source", "day-before-the-first"],
)
def test_a_rate_that_is_none_is_refused(school, browse, field, value):
    project = ProjectFactory()

    response = browse().post(f"/{school.slug}/projects/{project.pk}/rates/new/", RATE | {field: value})

    assert list(response.context["form"].errors) == [field]
    assert not ProjectRate.objects.exists()


def test_an_entered_rate_can_be_taken_back_by_post_only(school, browse):
    client, project = browse(), ProjectFactory()
    client.post(f"/{school.slug}/projects/{project.pk}/rates/new/", RATE)
    address = f"/{school.slug}/projects/{project.pk}/rates/{ProjectRate.objects.get().pk}/remove/"

    assert client.get(address).status_code == 405
    assert client.post(address).status_code == 302
    assert not ProjectRate.objects.exists()


def test_rates_are_not_for_the_accompanying_teacher(school, browse):
    project = ProjectFactory()

    response = browse(Role.TEACHER).post(f"/{school.slug}/projects/{project.pk}/rates/new/", RATE)

    assert response.status_code == 403
    assert not ProjectRate.objects.exists()


def test_the_page_shows_what_the_reference_tells(school, browse):
    project = ProjectFactory(reference="2021-1-LV01-KA121-VET-000012345", starts_on=date(2021, 9, 1))

    page = browse().get(f"/{school.slug}/projects/{project.pk}/").text

    assert "KA121-VET" in page
    assert "LV01" in page
