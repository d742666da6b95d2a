"""Pages of long lists: every row once, whichever end a page is asked from."""

import django_tables2 as tables
import pytest
from django.core.paginator import EmptyPage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import PersonFactory
from tilts.people.models import Person
from tilts.web.paging import FromBothEnds


class NameTable(tables.Table):
    family_name = tables.Column(order_by=("family_name", "pk"))
    group = tables.Column()

    class Meta:
        model = Person
        fields = ("family_name", "group")


@pytest.fixture
def people(school):
    return PersonFactory.create_batch(7, family_name="Ozola", group="LMT-21")


def page(number, **options):
    table = NameTable(Person.objects.all(), **options)
    table.paginate(FromBothEnds, per_page=2, page=number)
    with CaptureQueriesContext(connection) as queries:
        found = [row.record.pk for row in table.page.object_list]
    return found, "OFFSET" in "".join(query["sql"] for query in queries)


@pytest.mark.parametrize("order_by", [(), "family_name", "-family_name"])
def test_pages_hold_every_row_once_in_the_order_of_the_list(people, order_by):
    options = {"order_by": order_by} if order_by else {}

    found = [key for number in range(1, 5) for key in page(number, **options)[0]]

    assert found == [row.record.pk for row in NameTable(Person.objects.all(), **options).rows]


def test_the_last_page_is_asked_for_from_the_end(people):
    paged = NameTable(Person.objects.all())

    with CaptureQueriesContext(connection) as queries:
        paged.paginate(FromBothEnds, per_page=2, page=4)

    assert [row.record for row in paged.page.object_list] == people[-1:]
    assert "OFFSET" not in queries[-1]["sql"]


def test_an_order_with_ties_is_walked_from_the_front(people):
    paged = NameTable(Person.objects.all(), order_by="group")
    paged.paginate(FromBothEnds, per_page=2, page=4)

    with CaptureQueriesContext(connection) as queries:
        list(paged.page.object_list)

    assert "OFFSET 6" in queries[-1]["sql"]


def test_there_is_no_page_behind_the_last(people):
    with pytest.raises(EmptyPage):
        page(5)


def test_a_list_in_memory_has_pages_too(school):
    table = NameTable([{"family_name": f"Ozola {number}", "group": ""} for number in range(5)])

    table.paginate(FromBothEnds, per_page=2, page=3)

    assert [row.record["family_name"] for row in table.page.object_list] == ["Ozola 4"]


def test_an_empty_list_has_one_page(school):
    assert page(1) == ([], False)
