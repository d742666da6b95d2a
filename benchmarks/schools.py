"""Schools with any number of people in flows, for the benchmarks that need a database."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice

from benchmarks.names import full_names
from tilts.accounts.models import Membership, School, User
from tilts.accounts.roles import Role
from tilts.accounts.schools import in_school
from tilts.mobilities.models import Flow, Mobility
from tilts.partners.models import Partner
from tilts.people.models import Person
from tilts.projects.models import Project

FLOW_SIZE = 20  # people
BATCH = 100 * FLOW_SIZE  # people written at once
PARTNERS = 40
PROJECTS = 10

_numbers = count()


def new_school() -> School:
    """An empty school of its own."""
    return School.objects.create(
        slug=f"skola-{next(_numbers)}",
        name="Lielupes tehnikums",
        town="Jelgava",
        country="LV",
        latitude=56.65,
        longitude=23.71278,
        language="lv",
    )


def new_coordinator(school: School) -> User:
    """Somebody who may see all pages of the school."""
    user = User.objects.create_user(f"{school.slug}@example.org", None, first_name="Baiba", last_name="Vītoliņa")
    Membership.objects.create(school=school, user=user, role=Role.COORDINATOR)
    return user


def new_partner(number: int = 0) -> Partner:
    return Partner.objects.create(
        name=f"Berufsschule {number}", town="Dresden", country="DE", latitude=51.05089, longitude=13.73832
    )


def new_project(number: int = 0) -> Project:
    return Project.objects.create(
        title=f"Prasmes, kas ceļo {number}",
        reference=f"2021-1-LV01-KA121-VET-{number:09}",
        starts_on=date(2021, 9, 1),
        ends_on=date(2022, 11, 30),
    )


def flow(number: int, project: Project, host: Partner, *, seats: int = FLOW_SIZE) -> Flow:
    """A flow that is not saved yet."""
    starts_on = date(2021, 10, 4) + timedelta(days=number % 300)
    return Flow(
        project=project,
        host=host,
        name=f"Drēzdene {number}",
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=18),
        seats=seats,
    )


def filled_school(mobilities: int) -> School:
    """A school with so many people, each in one flow of at most 20."""
    school = new_school()
    with in_school(school):
        partners = [new_partner(number) for number in range(PARTNERS)]
        projects = [new_project(number) for number in range(PROJECTS)]
        people = _people(mobilities)
        flow_numbers = count()
        while batch := list(islice(people, BATCH)):
            Person.objects.bulk_create(batch)
            groups = [batch[start : start + FLOW_SIZE] for start in range(0, len(batch), FLOW_SIZE)]
            flows = [
                flow(number, projects[number % PROJECTS], partners[number % PARTNERS])
                for number in islice(flow_numbers, len(groups))
            ]
            Flow.objects.bulk_create(flows)
            Mobility.objects.bulk_create(
                Mobility(flow=one, person=person) for one, group in zip(flows, groups, strict=True) for person in group
            )
    return school


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
