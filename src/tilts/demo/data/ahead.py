"""What lies ahead at Daugavpils tehnikums: a flow soon after the day on which the demo is set up."""

from datetime import date, timedelta
from typing import Any

from tilts.demo.making import project
from tilts.mobilities.actions import take_in
from tilts.mobilities.models import Flow, Mobility
from tilts.partners.models import Partner
from tilts.people.models import Person
from tilts.projects.models import Project

#: From the set-up: at least so long until the flow begins; about so long since the project began; how long it takes.
AHEAD_DAYS, BEHIND_DAYS, PROJECT_DAYS = 10, 150, 450
STAY_DAYS = 12

NEW_PROJECT: dict[str, Any] = {
    "title": "Prakse Eiropā. Otrais gads",
    "means": {"en": "Placements in Europe. The second year", "ka": "პრაქტიკა ევროპაში. მეორე წელი"},
    "reference": "2025-1-LV01-KA121-VET-000000025",
}
POZNAN: dict[str, Any] = {
    "name": "Poznaņa, mehāniķu prakse",
    "activity": "short_term_learner",
    "travel_days": 2,
    "green": True,
    "seats": 4,
    "learning_outcomes": "Pārbauda automobiļa bremzes un novērš to bojājumus\nLasa ražotāja tehnisko dokumentāciju angļu valodā",
    "programme": "1. nedēļa: ievads darbnīcā, drošība\n2. nedēļa: darbs pie klientu automobiļiem meistara vadībā",
    "journey": "Ar vilcienu un autobusu caur Viļņu un Varšavu",
}
#: given names, family name, years of age at the set-up
LEARNERS = (
    ("Artis", "Krastmalis", 18),
    ("Elza", "Laivniece", 18),
    ("Kaspars", "Pāržers", 17),
    ("Rolands", "Straumnieks", 19),
)
GROUP = "MH-24"


def plan_ahead(today: date, host: Partner, teacher: Person) -> Project:
    """A project under way and its next flow, with people whom nobody has asked yet; the project, without rates."""
    begins = first_day(today)
    first = (today - timedelta(days=BEHIND_DAYS)).replace(day=1)
    last = (first + timedelta(days=PROJECT_DAYS)).replace(day=1) - timedelta(days=1)
    made = project(
        begins=f"{first:%d.%m.%Y}", ends=f"{last:%d.%m.%Y}", organisations=[(host, "partner")], **NEW_PROJECT
    )
    flow = Flow.objects.create(
        project=made, partner=host, starts_on=begins, ends_on=begins + timedelta(days=STAY_DAYS - 1), **POZNAN
    )
    learners = [
        Person.objects.create(
            given_names=given,
            family_name=family,
            born_on=(today - timedelta(days=age * 365 + 120)),
            kind=Person.Kind.LEARNER,
            group=GROUP,
            email=f"{given.lower()}@daugavpils.example",
        )
        for given, family, age in LEARNERS
    ]
    take_in(flow, learners)
    take_in(flow, [teacher], Mobility.Role.ACCOMPANYING)
    return made


def first_day(today: date) -> date:
    """A Monday soon after the day; not one of a stay over Christmas.

    >>> first_day(date(2026, 11, 25)), first_day(date(2026, 12, 8))
    (datetime.date(2026, 12, 7), datetime.date(2027, 1, 4))
    """
    begins = today + timedelta(days=AHEAD_DAYS)
    begins += timedelta(days=-begins.weekday() % 7)
    while begins.month == 12 and begins.day + STAY_DAYS > 24:
        begins += timedelta(days=7)
    return begins
