"""A strategy of the demo's main school for 2021 to 2027: goals, regions, figures for each year. Invented."""

from datetime import date
from typing import Any

from tilts.demo.making import worded
from tilts.partners.models import Partner
from tilts.projects.actions import set_state
from tilts.projects.models import (
    Accreditation,
    Application,
    Goal,
    Indicator,
    Project,
    ProjectOrganisation,
    Strategy,
    StrategyRegion,
    Target,
)

_SOURCE = {
    "lv": "Piemērs, lai izmēģinātu Tilts",
    "en": "Example for trying Tilts",
    "ka": "მაგალითი Tilts-ის მოსასინჯად",
}
#: Goals by name, with their indicators: title, what it is counted from, the figure planned for some years.
_GOALS: tuple[tuple[dict[str, str], tuple[tuple[dict[str, str], str, dict[int, int]], ...]], ...] = (
    (
        {
            "lv": "Vairāk izglītojamo un pedagogu ārzemēs",
            "en": "More learners and teachers abroad",
            "ka": "მეტი სტუდენტი და მასწავლებელი საზღვარგარეთ",
        },
        (
            (
                {"lv": "Izglītojamie praksē ārzemēs", "en": "Learners abroad", "ka": "სტუდენტები საზღვარგარეთ"},
                "learners_abroad",
                {2022: 20, 2026: 20, 2027: 24},
            ),
            (
                {"lv": "Pedagogi ārzemēs", "en": "Teachers abroad", "ka": "მასწავლებლები საზღვარგარეთ"},
                "staff_abroad",
                {2026: 4, 2027: 6},
            ),
        ),
    ),
    (
        {
            "lv": "Partneri kaimiņos un ārpus Eiropas Savienības",
            "en": "Partners nearby and outside the European Union",
            "ka": "პარტნიორები მეზობლად და ევროკავშირის გარეთ",
        },
        (
            (
                {
                    "lv": "Partneri prioritārajos reģionos",
                    "en": "Partners in priority regions",
                    "ka": "პარტნიორები პრიორიტეტულ რეგიონებში",
                },
                "partners_in_priority_regions",
                {2021: 1, 2024: 1, 2027: 4},
            ),
            (
                {"lv": "Jauni projekti", "en": "New projects", "ka": "ახალი პროექტები"},
                "projects_granted",
                {2021: 1, 2027: 1},
            ),
        ),
    ),
)
_REGIONS: tuple[tuple[dict[str, str], list[str], bool], ...] = (
    ({"lv": "Tuvākie kaimiņi", "en": "Nearest neighbours", "ka": "უახლოესი მეზობლები"}, ["EE", "LT"], False),
    (
        {"lv": "Ārpus Eiropas Savienības", "en": "Outside the European Union", "ka": "ევროკავშირის გარეთ"},
        [],
        True,
    ),
)


def add_regions(strategy: Strategy) -> None:
    """Neighbours and all outside the European Union come first."""
    for name, countries, is_outside_eu in _REGIONS:
        StrategyRegion.objects.create(
            strategy=strategy, countries=countries, is_outside_eu=is_outside_eu, **worded(name=name)
        )


def plan_2021_to_2027() -> None:
    """A strategy whose figures are counted from the school's own records, and the accreditation that it leans on."""
    source: dict[str, Any] = {"source_title": _SOURCE}
    strategy = Strategy.objects.create(
        **worded(
            title={
                "lv": "Internacionalizācijas stratēģija",
                "en": "Internationalisation strategy",
                "ka": "ინტერნაციონალიზაციის სტრატეგია",
            },
            from_year=2021,
            to_year=2027,
            isced_codes=["0611", "0714", "0716"],
            approved_by={"lv": "Skolas padome", "en": "School council", "ka": "სკოლის საბჭო"},
            approved_on=date(2021, 1, 20),
            **source,
        )
    )
    add_regions(strategy)
    for title, indicators in _GOALS:
        goal = Goal.objects.create(strategy=strategy, **worded(title=title))
        for name, counted_from, planned in indicators:
            indicator = Indicator.objects.create(
                strategy=strategy, goal=goal, source=counted_from, **worded(title=name)
            )
            Target.objects.bulk_create(
                Target(indicator=indicator, year=year, planned=figure) for year, figure in planned.items()
            )
    Accreditation.objects.create(
        **worded(
            title={
                "lv": "Erasmus akreditācija profesionālajā izglītībā",
                "en": "Erasmus accreditation in vocational education",
                "ka": "Erasmus-ის აკრედიტაცია პროფესიულ განათლებაში",
            },
            sectors=["vet"],
            state="granted",
            applied_year=2020,
            decided_on=date(2021, 2, 1),
            number="2020-1-LV01-KA120-VET-000000009",
            valid_from=date(2021, 3, 1),
            valid_until=date(2027, 12, 31),
            **source,
        )
    )


def apply_for_projects() -> None:
    """An idea for the next call, one on the reserve list, one that was refused, each as far as it is known."""
    idea = Project.objects.create(
        **worded(
            title={"lv": "Zaļās prasmes", "en": "Green skills", "ka": "მწვანე უნარები"},
            programme="erasmus-2021",
            action="KA210",
            state="idea",
            starts_on=date(2027, 9, 1),
            ends_on=date(2028, 8, 31),
        )
    )
    Application.objects.create(project=idea, deadline_on=date(2027, 3, 4), requested_eur=60_000)
    refused = Project.objects.create(
        **worded(
            title={"lv": "Digitālā darbnīca", "en": "The digital workshop", "ka": "ციფრული სახელოსნო"},
            programme="erasmus-2021",
            action="KA210",
            state="applied",
            starts_on=date(2024, 9, 1),
            ends_on=date(2025, 8, 31),
        )
    )
    Application.objects.create(
        project=refused,
        deadline_on=date(2024, 3, 5),
        requested_eur=60_000,
        score=58,
        score_of=100,
        reasons="Skaidra vajadzība un labi partneri. Nav pateikts, kā rezultāti paliks pēc projekta.",
    )
    set_state(refused, Project.State.APPLIED, date(2024, 3, 4))
    set_state(refused, Project.State.REFUSED, date(2024, 7, 12))
    waiting = Project.objects.create(
        **worded(
            title={"lv": "Darbnīcas pāri jūrai", "en": "Workshops across the sea", "ka": "სახელოსნოები ზღვის გაღმა"},
            programme="nordplus-2023",
            action="NPJR",
            state="applied",
            starts_on=date(2027, 3, 1),
            ends_on=date(2028, 2, 29),
        )
    )
    Application.objects.create(
        project=waiting,
        deadline_on=date(2026, 2, 2),
        number="NPJR-2026-P7",
        requested_eur=18_400,
        expected_on=date(2027, 1, 29),
        score=74,
        score_of=100,
        reserve_place=2,
    )
    ProjectOrganisation.objects.create(project=waiting, partner=Partner.objects.get(name="Rakvere Ametikool"))
    set_state(waiting, Project.State.APPLIED, date(2026, 1, 30))
    set_state(waiting, Project.State.RESERVE, date(2026, 6, 5))
