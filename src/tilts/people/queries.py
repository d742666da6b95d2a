"""Reads: people of the school."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from tilts.core.names import search_key
from tilts.core.prefixes import begins
from tilts.people.models import BankAccount, EmergencyContact, Guardian, OneOfAPerson, Person, TravelDocument
from tilts.web.slots import Found

One = TypeVar("One", bound=OneOfAPerson)


def people(search: str = "") -> QuerySet[Person]:
    """The school's people by name; with `search`, those whose name begins so, in whatever letters.

    The family name may come first or the given names; either may be all that is typed.
    """
    found = Person.objects.all()
    if key := search_key(search):
        found = found.filter(begins("search_key", key) | begins("given_key", key))
    return found


# From each group to the next one, by the index `person_by_group`: a plain DISTINCT would look at every person.
_GROUPS = """
    with recursive found as (
        (select "group" from people_person where "group" > '' order by "group" limit 1)
        union all
        select (select "group" from people_person where "group" > found."group" order by "group" limit 1)
        from found where found."group" is not null
    )
    select "group" from found where "group" is not null
"""


def groups() -> list[str]:
    """The groups that the school's people are in, in the order of their letters."""
    with connection.cursor() as cursor:
        cursor.execute(_GROUPS)
        return [group for (group,) in cursor]


def one_of(model: type[One], person: Person) -> One | None:
    """The person's bank account, travel document or emergency contact."""
    found = model._default_manager.filter(person=person).first()
    if found is not None:
        found.person = person  # type: ignore[attr-defined]
    return found


@dataclass(frozen=True)
class OnFile:
    """What of a person is there, without what it says: sealed numbers stay sealed."""

    has_account: bool
    document_expires_on: date | None  # None: no document is known
    has_emergency_contact: bool
    guardians: int


def expiries_of(people: Iterable[int]) -> dict[int, date]:
    """The last day of each of these people's travel document, where there is one."""
    return dict(TravelDocument.objects.filter(person__in=set(people)).values_list("person_id", "expires_on"))


def on_file(people: Iterable[int]) -> dict[int, OnFile]:
    """What is there of each of these people, by their number; four queries, however many they are."""
    numbers = set(people)
    accounts, contacts = (
        set(model._default_manager.filter(person__in=numbers).values_list("person_id", flat=True))
        for model in (BankAccount, EmergencyContact)
    )
    expiries = expiries_of(numbers)
    guardians = Counter(Guardian.objects.filter(person__in=numbers).order_by().values_list("person_id", flat=True))
    return {
        number: OnFile(number in accounts, expiries.get(number), number in contacts, guardians[number])
        for number in numbers
    }


def known_people(wanted: Iterable[tuple[str, date]]) -> dict[tuple[str, date], Person]:
    """Those of the wanted (search key, date of birth) pairs who are known, in one query.

    Names and date of birth together say that it is the same person: a sister has another date, a
    namesake too.
    """
    wanted = set(wanted)
    if not wanted:
        return {}
    # One array, not a parameter each: a big class list asks for thousands.
    keys = RawSQL("select unnest(%s::text[])", [[key for key, _ in wanted]])
    found = Person.objects.filter(search_key__in=keys, born_on__in={born_on for _, born_on in wanted})
    return {
        (person.search_key, person.born_on): person for person in found if (person.search_key, person.born_on) in wanted
    }


def find(text: str, most: int) -> list[Found]:
    """For the search of the house: people with their group."""
    return [Found(str(each), each.get_absolute_url(), each.group) for each in people(text)[:most]]
