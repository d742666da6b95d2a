"""What the demo schools are made of. Organisations are real or invented, people are invented, rates are examples."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tilts.accounts.roles import Role


@dataclass(frozen=True)
class DemoSchool:
    """A school of the demo, with somebody for each role."""

    slug: str
    name: str
    town: str
    country: str
    language: str
    address: str
    registration_number: str
    director: str
    people: tuple[tuple[Role, str, str], ...]  # role, given name, family name


DAUGAVPILS = DemoSchool(
    slug="daugavpils",
    name="Daugavpils tehnikums",
    town="Daugavpils",
    country="LV",
    language="lv",
    address="Parauga iela 1, Daugavpils, LV-5401",
    registration_number="90000000001",
    director="Maruta Saulgrieze",
    people=(
        (Role.COORDINATOR, "Anita", "Tiltiņa"),
        (Role.DIRECTOR, "Maruta", "Saulgrieze"),
        (Role.FINANCE, "Guntars", "Rēķinis"),
        (Role.TEACHER, "Inga", "Ceļmalniece"),
        (Role.COMMITTEE, "Valdis", "Vērtiņš"),
        (Role.EDITOR, "Dace", "Ziņģe"),
    ),
)
KUTAISI = DemoSchool(
    slug="kutaisi",
    name="ქუთაისის საზოგადოებრივი კოლეჯი",
    town="Kutaisi",
    country="GE",
    language="ka",
    address="ნიმუშის ქუჩა 1, ქუთაისი 4600",
    registration_number="200000001",
    director="თამარ ხიდაშელი",
    people=((Role.COORDINATOR, "ნინო", "ხიდელი"), (Role.DIRECTOR, "თამარ", "ხიდაშელი")),
)
SCHOOLS = (DAUGAVPILS, KUTAISI)

#: Invented daily rates: kind, country group → EUR from day 1, EUR from day 15.
EXAMPLE_RATES = {
    ("learner", "1"): (Decimal(62), Decimal("43.40")),
    ("learner", "2"): (Decimal(54), Decimal("37.80")),
    ("learner", "3"): (Decimal(46), Decimal("32.20")),
    ("staff", "1"): (Decimal(110), Decimal(77)),
    ("staff", "2"): (Decimal(98), Decimal("68.60")),
    ("staff", "3"): (Decimal(86), Decimal("60.20")),
}
RATE_SOURCE = "Example for trying Tilts, from no grant agreement"

PROJECT = {
    "title": "Prakse Eiropā",
    "reference": "2021-1-LV01-KA121-VET-000000021",
    "starts_on": date(2021, 9, 1),
    "ends_on": date(2022, 11, 30),
}
#: As a page of 2021 tells it; the years are known, the days are not.
INNOVATION = {
    "title": "Inovāciju centra izveidošana Daugavpilī",
    "programme": "eea-norway-2014",
    "reference": "NFI/IC/VIAA/2020/4",
    "own_role": "partner",
    "starts_on": date(2020, 1, 1),
    "starts_precision": "year",
    "ends_on": date(2023, 12, 31),
    "ends_precision": "year",
    "total_eur": Decimal(2_011_605),
    "grant_eur": Decimal(1_810_444),
    "cofinancing_eur": Decimal(201_161),
    "grant_percent": Decimal(90),
}
#: name, kind, country, town, address
PARTNERS = (
    ("Berufliches Schulzentrum Elbtal", "school", "DE", "Dresden", "Musterstraße 1, 01067 Dresden"),
    ("Rakvere Ametikool", "school", "EE", "Rakvere", "Piiri 8, 44316 Rakvere"),
    ("Colegiul Tehnic Podul Nou", "school", "RO", "Cluj-Napoca", "Strada Exemplului 1, Cluj-Napoca"),
    ("Zespół Szkół Mostowych", "school", "PL", "Poznań", "ul. Przykładowa 1, Poznań"),
)
DRESDEN = {
    "name": "Dresden, May 2022",
    "activity": "short_term_learner",
    "starts_on": date(2022, 5, 2),
    "ends_on": date(2022, 5, 20),
    "travel_days": 2,
    "seats": 20,
    "learning_outcomes": "Sets up a small network and documents it\nFinds and mends faults of a workstation\n"
    "Works by the host's rules of safety and data protection",
    "programme": "Weeks 1 and 2: workshop for networks\nWeek 3: service desk, own project, presentation",
    "insurance": "The school insures health, accident and liability: policy EXAMPLE-2022-05",
    "journey": "By coach from Daugavpils on 1 May, back on 21 May",
}
RAKVERE = {
    "name": "Rakvere, job shadowing",
    "activity": "job_shadowing",
    "starts_on": date(2022, 3, 14),
    "ends_on": date(2022, 3, 18),
    "travel_days": 2,
    "green": True,
    "seats": 2,
}
#: given names, family name, date of birth
ACCOMPANYING = (("Inga", "Ceļmalniece", date(1979, 11, 4)), ("Ralfs", "Kalnbērzs", date(1984, 6, 21)))
SHADOWING = (("Solvita", "Upmale", date(1986, 2, 17)),)
