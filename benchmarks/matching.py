"""What a school of 30 study programmes has in common with 1 000 partners that teach 10 000."""

import random
from collections.abc import Collection, Iterator
from dataclasses import replace

from benchmarks.measuring import Row, Say, Side, at_most, in_turns, seconds
from tests.factories import SchoolFactory
from tilts.accounts.models import School
from tilts.accounts.schools import in_school
from tilts.partners.classifications import fields
from tilts.partners.models import Partner, StudyProgramme
from tilts.partners.teaching.queries import possible_partners

OWN = 30  # programmes of the school
EACH = 10  # programmes of a partner
MANY, FEW = 1_000, 200  # partners
ROUNDS = 7
WHAT = {
    "matching.second": f"{OWN} study programmes of a school against {MANY * EACH:,} of {MANY:,} partners, from the database "
    "to the ranked list of who teaches the same, beside one second.",
    "matching.growth": f"The same for each programme of the partners: {MANY * EACH:,} of them against {FEW * EACH:,}.",
}
NAMES = tuple(WHAT)

_STEMS = ("elektr", "būv", "metāl", "kok", "auto", "dator", "viesnīc", "ēdin", "mod", "mūzik", "lauk", "dārz", "grāmat")
_ENDS = (
    "ika",
    "niecība",
    "apstrāde",
    "transports",
    "serviss",
    "mehānika",
    "vadība",
    "tehnoloģijas",
    "dizains",
    "māksla",
)
_ENGLISH = (
    "Electronics",
    "Construction",
    "Metalworking",
    "Woodworking",
    "Motor vehicles",
    "Networks",
    "Hotels",
    "Music",
)
_GEORGIAN = ("ელექტრონიკა", "მშენებლობა", "ლითონის დამუშავება", "ტრანსპორტი", "ქსელები", "სასტუმრო საქმე", "მუსიკა")
_UNITS = ("Safety at work", "Networks", "Drawing", "Materials", "Measuring", "Customers", "Planning", "English")


def measure(wanted: Collection[str], say: Say) -> Iterator[Row]:
    """The rows that are wanted."""
    say(f"Matching: making schools with {FEW:,} and {MANY:,} partners")
    few, many = school_with(FEW), school_with(MANY)
    say(f"Matching: {ROUNDS} rounds")
    ours, smaller = in_turns([_ranking(many), _ranking(few)], ROUNDS)
    second = Row("matching.second", WHAT["matching.second"], "s", at_most(1), ours, (1.0,) * ROUNDS)
    growth = Row("matching.growth", WHAT["matching.growth"], "ms each", at_most(1))
    each = {MANY: tuple(1000 * time / (MANY * EACH) for time in ours)}
    each[FEW] = tuple(1000 * time / (FEW * EACH) for time in smaller)
    yield from (row for row in (second, replace(growth, ours=each[MANY], peer=each[FEW])) if row.name in wanted)


def school_with(partners: int) -> School:
    """A school that teaches, with so many partners that teach; one programme in five tells its units."""
    chance = random.Random(partners)
    school: School = SchoolFactory()
    with in_school(school):
        made = Partner.objects.bulk_create(
            Partner(
                name=f"Skola {number}",
                country="EE",
                town="Tartu",
                latitude=58.4,
                longitude=26.7,
                sort_key=b"",
                search_key=f"skola {number}",
            )
            for number in range(partners)
        )
        StudyProgramme.objects.bulk_create(programme(None, chance) for _ in range(OWN))
        StudyProgramme.objects.bulk_create(programme(partner, chance) for partner in made for _ in range(EACH))
    return school


def programme(partner: Partner | None, chance: random.Random) -> StudyProgramme:
    """A study programme drawn by chance, with titles in one to three languages."""
    detailed = [code for code in fields() if len(code) == 4]
    latvian = " ".join(f"{chance.choice(_STEMS)}{chance.choice(_ENDS)}" for _ in range(chance.randint(1, 2)))
    titles = {"lv": latvian, "en": chance.choice(_ENGLISH), "ka": chance.choice(_GEORGIAN)}
    told = chance.sample(sorted(titles), chance.randint(1, 3))
    units = {"en": "\n".join(chance.sample(_UNITS, 5))} if chance.random() < 0.2 else {}
    return StudyProgramme(
        partner=partner,
        titles={language: titles[language] for language in told},
        isced_code=chance.choice(detailed),
        eqf_level=chance.choice([3, 4, 4, 4, 5]),
        units=units,
        sort_key=b"",
    )


def _ranking(school: School) -> Side:
    def once() -> float:
        with in_school(school):
            return seconds(possible_partners)

    return once
