"""Schools with any number of people in flows, for the benchmarks that need a database; rows as the tests make them."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice

from benchmarks.names import full_names
from tests.factories import FlowFactory, PartnerFactory, ProjectFactory, SchoolFactory, UserFactory
from tilts.accounts.models import Membership, School, User
from tilts.accounts.roles import Role
from tilts.accounts.schools import in_school
from tilts.mobilities.models import Flow, Mobility
from tilts.people.models import Person

FLOW_SIZE = 20  # people
BATCH = 100 * FLOW_SIZE  # people written at once
PAGEFUL = 60  # a list of so many has a second page


def new_coordinator(school: School) -> User:
    """Somebody who may see all pages of the school."""
    user: User = UserFactory()
    Membership.objects.create(school=school, user=user, role=Role.COORDINATOR)
    return user


def filled_school(mobilities: int) -> School:
    """A school with so many people, each in one flow of at most 20; a new partner for 50 of them, a project for 200."""
    school: School = SchoolFactory()
    with in_school(school):
        partners = PartnerFactory.create_batch(PAGEFUL + mobilities // 50)
        projects = ProjectFactory.create_batch(PAGEFUL + mobilities // 200)
        people = _people(mobilities)
        numbers = count()
        while batch := list(islice(people, BATCH)):
            Person.objects.bulk_create(batch)
            groups = [batch[start : start + FLOW_SIZE] for start in range(0, len(batch), FLOW_SIZE)]
            flows = [_flow(number, partners, projects) for number in islice(numbers, len(groups))]
            Flow.objects.bulk_create(flows)
            Mobility.objects.bulk_create(
                Mobility(flow=flow, person=person)
                for flow, group in zip(flows, groups, strict=True)
                for person in group
            )
    return school


def _flow(number: int, partners: list[object], projects: list[object]) -> Flow:
    starts_on = date(2021, 10, 4) + timedelta(days=number % 300)
    flow: Flow = FlowFactory.build(
        project=projects[number % len(projects)],
        partner=partners[number % len(partners)],
        name=f"Drēzdene {number}",
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=18),
        seats=FLOW_SIZE,
    )
    flow.make_keys()
    return flow


def _people(wanted: int) -> Iterator[Person]:
    for number, (given, family) in enumerate(full_names(wanted)):
        person = Person(
            given_names=given,
            family_name=family,
            born_on=date(2002, 1, 1) + timedelta(days=number % 2000),
            group=f"LMT-{number % 90 + 10}",
            email=f"audzeknis{number}@example.org",
            phone=f"+3712{number + 6_000_000:07}",
        )
        person.make_keys()  # a bulk insert doesn't do it
        yield person
