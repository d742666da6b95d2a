"""Rows for tests, with invented people. School-owned ones need `in_school`."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from tilts.accounts.models import School, User
from tilts.agreements.models import Agreement
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.past.models import PastActivity
from tilts.partners.models import Partner
from tilts.people.models import Person
from tilts.projects.models import Project


class SchoolFactory(DjangoModelFactory[School]):
    class Meta:
        model = School

    slug = factory.Sequence(lambda n: f"skola-{n}")
    name = factory.Sequence(lambda n: f"Skola {n}")
    town = "Daugavpils"
    country = "LV"
    latitude = 55.88333
    longitude = 26.53333
    language = "lv"


class UserFactory(DjangoModelFactory[User]):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    first_name = "Baiba"
    last_name = factory.Sequence(lambda n: f"Paraudziņa {n}")


class PartnerFactory(DjangoModelFactory[Partner]):
    class Meta:
        model = Partner

    name = factory.Sequence(lambda n: f"Berufsschule {n}")
    town = "Dresden"
    country = "DE"
    latitude = 51.05089
    longitude = 13.73832


class PersonFactory(DjangoModelFactory[Person]):
    class Meta:
        model = Person

    family_name = factory.Sequence(lambda n: f"Liepa {n}")
    given_names = "Ilze"
    born_on = date(2004, 3, 9)
    group = "LMT-21"


class ProjectFactory(DjangoModelFactory[Project]):
    class Meta:
        model = Project

    title = "Prakse Eiropā"
    reference = factory.Sequence(lambda n: f"2021-1-LV01-KA121-VET-{n:09}")
    starts_on = date(2021, 9, 1)
    ends_on = date(2022, 11, 30)


class FlowFactory(DjangoModelFactory[Flow]):
    class Meta:
        model = Flow

    project = factory.SubFactory(ProjectFactory)
    partner = factory.SubFactory(PartnerFactory)
    name = "Dresden, May"
    starts_on = date(2022, 5, 2)
    ends_on = date(2022, 5, 20)
    travel_days = 2
    seats = 20


class MobilityFactory(DjangoModelFactory[Mobility]):
    class Meta:
        model = Mobility

    flow = factory.SubFactory(FlowFactory)
    person = factory.SubFactory(PersonFactory)


class AgreementFactory(DjangoModelFactory[Agreement]):
    class Meta:
        model = Agreement

    title = factory.Sequence(lambda n: f"Agreement of cooperation {n}")


class PastActivityFactory(DjangoModelFactory[PastActivity]):
    class Meta:
        model = PastActivity

    title = factory.Sequence(lambda n: f"Visit {n}")
    kind = "training"
    partner = factory.SubFactory(PartnerFactory)
    begins_on = date(2017, 9, 2)
