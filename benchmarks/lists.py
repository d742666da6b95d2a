"""Pages of a school with 10, 1 000 and 100 000 mobilities: how many queries they ask, how long they take."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.measuring import Row, Say, Side, at_most, in_turns, percentile_95, seconds
from benchmarks.schools import filled_school, new_coordinator
from tilts.accounts.models import School
from tilts.accounts.schools import in_school
from tilts.core.database import as_owner
from tilts.core.installation import set_up
from tilts.mobilities.models import Mobility

FEW, SOME, MANY = 10, 1_000, 100_000  # mobilities
ROUNDS = 5
EACH_ROUND = 20  # requests: the 95th percentile of a round is the second slowest


@dataclass(frozen=True)
class Page:
    """A page of a school; its address begins behind the school's name."""

    title: str
    address: Callable[["Office"], str]


def _list(address: str, **query: str) -> Callable[["Office"], str]:
    whole = f"{address}?{urlencode(query)}" if query else address
    return lambda office: whole


BEHIND_ALL = "99999"  # a page that is not there shows the last one

# Each shows a full page of rows in the school of 1 000 as in that of 100 000: both sides write out as much.
PAGES = {
    "flows": Page("Flows", _list("flows/")),
    "flows_search": Page("Flows found by a name", _list("flows/", q="Drēzdene")),
    "flows_sorted": Page("Flows by number of participants", _list("flows/", sort="-participant_count")),
    "flows_last": Page("Flows, the last page", _list("flows/", page=BEHIND_ALL)),
    "people": Page("People", _list("people/")),
    "people_search": Page("People found by a name", _list("people/", q="B")),
    "people_filtered": Page("People, the learners", _list("people/", kind="learner")),
    "people_sorted": Page("People by date of birth", _list("people/", sort="born_on")),
    "people_last": Page("People, the last page", _list("people/", page=BEHIND_ALL)),
    "partners": Page("Partners", _list("partners/")),
    "partners_search": Page("Partners found by a name", _list("partners/", q="Beruf")),
    "projects": Page("Projects", _list("projects/")),
    "projects_search": Page("Projects found by a title", _list("projects/", q="Prakse")),
    "mobility": Page("A mobility", lambda office: office.mobility),
}
NAMES = tuple(f"lists.{page}{kind}" for page in PAGES for kind in ("", "_queries"))


@dataclass(frozen=True)
class Office:
    """A signed-in coordinator of a school with so many mobilities, in a database of its own."""

    database: str
    school: School
    client: Client
    mobility: str  # address of one mobility's page

    def get(self, page: str) -> str:
        """Ask for the page; raises RuntimeError if it is none."""
        response = self.client.get(f"/{self.school.slug}/{PAGES[page].address(self)}")
        if response.status_code != 200:
            raise RuntimeError(f"the page {page} answered {response.status_code}")
        return response.text


def measure(wanted: frozenset[str], say: Say) -> Iterator[Row]:
    """The rows that are wanted. Each size has a database of its own: the small school shares no table with the big."""
    say(f"Pages: making schools of {FEW}, {SOME} and {MANY} mobilities")
    few, some, many = (open_office(size) for size in (FEW, SOME, MANY))
    for page in PAGES:
        if f"lists.{page}" in wanted:
            say(f"Pages: {page}, {ROUNDS} rounds of {EACH_ROUND} requests")
            ours, peer = in_turns([_slowest(many, page), _slowest(some, page)], ROUNDS)
            yield replace(ROWS[f"lists.{page}"], ours=ours, peer=peer)
        if f"lists.{page}_queries" in wanted:
            yield replace(ROWS[f"lists.{page}_queries"], ours=(_queries(many, page),), peer=(_queries(few, page),))


def _row(page: str, kind: str, what: str, unit: str, bound: float) -> Row:
    return Row(f"lists.{page}{kind}", f"{PAGES[page].title}: {what}.", unit, at_most(bound))


ROWS = {
    row.name: row
    for page in PAGES
    for row in (
        _row(page, "", f"95th percentile with {MANY} mobilities against {SOME}", "ms", 2),
        _row(page, "_queries", f"queries with {MANY} mobilities against {FEW}", "queries", 1),
    )
}


def open_office(mobilities: int) -> Office:
    """A new database with such a school."""
    name = f"bench_{mobilities}"
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(f"create database {name}")
    with _in_database(name):
        set_up()
        office = office_here(mobilities)
        with as_owner(), connection.cursor() as cursor:
            cursor.execute("vacuum analyze")  # as the database itself does some minutes after so many rows
    return replace(office, database=name)


def office_here(mobilities: int) -> Office:
    """Such a school in the database in use."""
    school = filled_school(mobilities)
    client = Client(headers={"host": "localhost"})
    client.force_login(new_coordinator(school))
    with in_school(school):
        mobility = Mobility.objects.order_by("pk")[mobilities // 2]
    return Office("", school, client, f"flows/{mobility.flow_id}/people/{mobility.pk}/")


@contextmanager
def _in_database(name: str) -> Iterator[None]:
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def _slowest(office: Office, page: str) -> Side:
    def once() -> float:
        with _in_database(office.database):
            office.get(page)  # opens the connection, which a server keeps open
            return percentile_95([seconds(lambda: office.get(page)) for _ in range(EACH_ROUND)]) * 1000

    return once


def _queries(office: Office, page: str) -> int:
    with _in_database(office.database):
        office.get(page)  # what is asked once and kept is not the page's
        with CaptureQueriesContext(connection) as queries:
            office.get(page)
    return len(queries)
