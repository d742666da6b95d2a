"""Invented records to make papers from."""

from datetime import date
from decimal import Decimal

from tilts.mobilities.papers.records import (
    FlowRecord,
    GrantLineRecord,
    GrantRecord,
    GrantStatus,
    IssueRecord,
    OrderRecord,
    OrganisationRecord,
    ParameterRecord,
    ParameterStatus,
    PersonRecord,
    Role,
    SchoolRecord,
    StayRecord,
)

SCHOOL = SchoolRecord("Lielupes tehnikums", "40900012345", "Pasta iela 37", "Jelgava", "LV", "Ilze Vītoliņa")
SENDING = OrganisationRecord("Lielupes tehnikums", "Jelgava", "LV", "Pasta iela 37", "Ilze Vītoliņa", "Director")
HOST = OrganisationRecord("Taller Monte Verde", "Valencia", "ES", "Calle del Mar 12", "Lucía Ferrer", "Tutor")
FLOW = FlowRecord(
    "Spring group",
    "Skills that travel",
    "2026-1-XX01",
    "Short-term stay",
    SENDING,
    HOST,
    date(2027, 4, 5),
    date(2027, 4, 23),
    travel_days=2,
)
STAY = StayRecord(date(2027, 4, 5), date(2027, 4, 23), activity_days=19, travel_days=2)
ISSUE = IssueRecord("2027/14", date(2027, 3, 1), "en")
ORDER = OrderRecord("1-9/45", date(2027, 3, 2))

LEARNER = PersonRecord("Jānis", "Ķēniņš", Role.LEARNER, date(2006, 5, 6), "GT-21")
MINOR = PersonRecord("Žanete", "Šķēle", Role.LEARNER, date(2010, 5, 6), "GT-21", guardian="Baiba Šķēle")
TEACHER = PersonRecord("ქეთევან", "მახარაძე", Role.STAFF)
ACCOMPANYING = PersonRecord("Dace", "Liepiņa", Role.ACCOMPANYING, date(1980, 2, 3))

TRAVEL = GrantLineRecord(
    "Travel",
    Decimal("275.00"),
    "2 618 km: the band from 2 000 to 2 999 km.",
    (
        ParameterRecord(
            "Travel", "275 EUR", "call 2021", ParameterStatus.CONFIRMED, "Guide 2021", "https://example.org"
        ),
    ),
)
SUPPORT = GrantLineRecord("Individual support", Decimal("1039.50"), "14 days in full, 7 days at 70 %.")
GRANT = GrantRecord((TRAVEL, SUPPORT), GrantStatus.FINAL)
