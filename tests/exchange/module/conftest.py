"""A project with its rates, a flow to Dresden with two learners, and the address of its page of the module."""

import pytest

from tests.factories import FlowFactory, MobilityFactory, PartnerFactory, PersonFactory, ProjectFactory
from tilts.projects.models import ProjectRate


@pytest.fixture
def project(school):
    project = ProjectFactory(reference="2021-1-LV01-KA121-VET-000012345")
    for participant, group, rate in (("learner", "2", 57), ("staff", "2", 104)):
        for day, share in ((1, rate), (15, rate - 17)):
            ProjectRate.objects.create(
                project=project,
                participant=participant,
                country_group=group,
                from_day=day,
                eur_per_day=share,
                source="x",
            )
    return project


@pytest.fixture
def flow(project):
    partner = PartnerFactory(name="Elbtal GmbH", kind="company", address="Hafenstraße 7, 01067")
    flow = FlowFactory(project=project, partner=partner, name="Dresden, May")
    for family, given, gender in (("Ābola", "Anna", "female"), ("Zariņš", "Jānis", "male")):
        person = PersonFactory(
            family_name=family,
            given_names=given,
            gender=gender,
            nationality="LV",
            email=f"{given[0]}@example.org".lower(),
        )
        MobilityFactory(flow=flow, person=person)
    return flow


@pytest.fixture
def address(school, project):
    return f"/{school.slug}/module/{project.pk}/"
