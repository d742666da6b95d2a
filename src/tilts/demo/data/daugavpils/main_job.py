"""The main job: a project of our own making, its partners and flows; all of it invented."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from tilts.demo.data.ahead import plan_ahead
from tilts.demo.making import encounter, partner, staff
from tilts.mobilities.actions import take_in
from tilts.mobilities.models import Flow, Mobility, WishedFlow
from tilts.projects.models import Project, ProjectOrganisation, ProjectRate

#: Invented daily rates: kind, country group → EUR from day 1, EUR from day 15.
EXAMPLE_RATES = {
    ("learner", "1"): (Decimal(62), Decimal("43.40")),
    ("learner", "2"): (Decimal(54), Decimal("37.80")),
    ("learner", "3"): (Decimal(46), Decimal("32.20")),
    ("staff", "1"): (Decimal(110), Decimal(77)),
    ("staff", "2"): (Decimal(98), Decimal("68.60")),
    ("staff", "3"): (Decimal(86), Decimal("60.20")),
}

RATE_SOURCE = "Piemērs Tilta izmēģināšanai, nav no dotācijas līguma"

PROJECT = {
    "title": "Prakse Eiropā",
    "in_other_languages": {"en": {"title": "Placements in Europe"}, "ka": {"title": "პრაქტიკა ევროპაში"}},
    "reference": "2021-1-LV01-KA121-VET-000000021",
    "starts_on": date(2021, 9, 1),
    "ends_on": date(2022, 11, 30),
}

#: name, kind, country, town, address
PARTNERS = (
    ("Berufliches Schulzentrum Elbtal", "school", "DE", "Dresden", "Musterstraße 1, 01067 Dresden"),
    ("Rakvere Ametikool", "school", "EE", "Rakvere", "Piiri 8, 44316 Rakvere"),
    ("Colegiul Tehnic Podul Nou", "school", "RO", "Cluj-Napoca", "Strada Exemplului 1, Cluj-Napoca"),
    ("Zespół Szkół Mostowych", "school", "PL", "Poznań", "ul. Przykładowa 1, Poznań"),
)

#: What else is known of these partners, by town.
MORE: dict[str, dict[str, Any]] = {
    "Dresden": {
        "priority": 1,
        "tags": ["IT", "prakse"],
        "names": [("Elbtal Vocational School Centre", "en", "official"), ("BSZ Elbtal", "de", "short")],
        "numbers": {"oid": "E10099901", "pic": "999000001"},
        "contacts": [
            {
                "name": "Heike Brückner",
                "role": "International office",
                "email": "heike@elbtal.example",
                "language": "de",
            },
            {"role": "Service desk", "email": "praktikum@elbtal.example", "language": "en"},
        ],
        "teaches": [("0611", 4, {"de": "Fachinformatiker Systemintegration", "en": "IT systems integration"})],
        "website": "https://elbtal.example",
    },
    "Rakvere": {
        "names": [("Rakvere Vocational School", "en", "official"), ("Rakveres arodskola", "lv", "official")],
        "teaches": [("1013", 4, {"et": "Kokk", "en": "Cookery", "lv": "Pavārs"})],
    },
    "Cluj-Napoca": {"names": [("Liceul Tehnologic Podul Vechi", "ro", "former")]},
}

#: How the school and the one in Dresden met: invented.
MET: tuple[tuple[str, str, dict[str, Any]], ...] = (
    (
        "first_contact",
        "11.2019",
        {
            "what": {
                "lv": "Saruna profesionālo skolu kontaktu dienā",
                "en": "Talk on a contact day of vocational schools",
                "ka": "საუბარი პროფესიული სასწავლებლების საკონტაქტო დღეზე",
            },
            "place": "Rīga",
            "who": {
                "lv": "projektu nodaļa un starptautiskais birojs",
                "en": "the department for projects and the international office",
                "ka": "პროექტების განყოფილება და საერთაშორისო ოფისი",
            },
            "is_public": True,
        },
    ),
    (
        "meeting",
        "14.9.2020",
        {
            "what": {
                "lv": "Prakses vietu pārrunas",
                "en": "Talk about places for practice",
                "ka": "საუბარი პრაქტიკის ადგილებზე",
            },
            "place": "Zoom",
        },
    ),
    (
        "visit_here",
        "6.10.2021",
        {
            "what": {
                "lv": "Divi pedagogi iepazīst tīklu laboratoriju",
                "en": "Two teachers see the laboratory for networks",
                "ka": "ორი მასწავლებელი ეცნობა ქსელების ლაბორატორიას",
            },
            "place": "Daugavpils",
            "is_public": True,
        },
    ),
)

DRESDEN = {
    "name": "Drēzdene, 2022. gada maijs",
    "activity": "short_term_learner",
    "starts_on": date(2022, 5, 2),
    "ends_on": date(2022, 5, 20),
    "travel_days": 2,
    "seats": 20,
    "learning_outcomes": "Ierīko un dokumentē nelielu datortīklu\nAtrod un novērš darbstaciju bojājumus\n"
    "Ievēro uzņēmējorganizācijas drošības un datu aizsardzības noteikumus",
    "programme": "1. un 2. nedēļa: datortīklu darbnīca\n3. nedēļa: lietotāju atbalsts, savs projekts, prezentācija",
    "insurance": "Skola apdrošina veselību, nelaimes gadījumus un civiltiesisko atbildību: polise PARAUGS-2022-05",
    "journey": "Ar autobusu no Daugavpils 1. maijā, atpakaļ 21. maijā",
}

RAKVERE = {
    "name": "Rakvere, darba vērošana",
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


def plan_wishes() -> None:
    """What the office would like to do in the next call, for the planner."""
    for activity, to, km, participants, accompanying, days in (
        ("short_term_learner", "Dresden", "1000.68", 18, 2, 19),
        ("job_shadowing", "Tartu", "277.93", 4, 0, 5),
    ):
        WishedFlow.objects.create(
            activity=activity,
            country="DE" if to == "Dresden" else "EE",
            town=to,
            distance_km=Decimal(km),
            participants=participants,
            accompanying=accompanying,
            days=days,
        )


def do_main_job() -> None:
    hosts = {
        place_name: partner(name, kind, country, place_name, address=where, **MORE.get(place_name, {}))
        for name, kind, country, place_name, where in PARTNERS
    }
    for kind, on, facts in MET:
        encounter(hosts["Dresden"], kind, on, **facts)
    made = Project.objects.create(**PROJECT)
    for host in hosts.values():
        ProjectOrganisation.objects.create(project=made, partner=host)
    enter_example_rates(made)
    dresden = Flow.objects.create(project=made, partner=hosts["Dresden"], **DRESDEN)
    rakvere = Flow.objects.create(project=made, partner=hosts["Rakvere"], **RAKVERE)
    teachers = staff(ACCOMPANYING)
    take_in(dresden, teachers, Mobility.Role.ACCOMPANYING)
    take_in(rakvere, staff(SHADOWING))
    enter_example_rates(plan_ahead(timezone.localdate(), hosts["Poznań"], teachers[-1]))


def enter_example_rates(made: Project) -> None:
    """The demo's rates, marked as examples."""
    for (participant, group), tiers in EXAMPLE_RATES.items():
        for from_day, euro in zip((1, 15), tiers, strict=True):
            ProjectRate.objects.create(
                project=made,
                participant=participant,
                country_group=group,
                from_day=from_day,
                eur_per_day=euro,
                source=RATE_SOURCE,
                is_example=True,
            )
