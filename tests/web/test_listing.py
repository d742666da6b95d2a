"""A list's page and its spreadsheet read the same query."""

from io import BytesIO

import django_filters
import django_tables2 as tables
import pytest
from python_calamine import CalamineWorkbook

from tests.factories import PersonFactory
from tilts.people.models import Person
from tilts.people.queries import people
from tilts.web.exporting import Column
from tilts.web.listing import Listing


class GroupFilter(django_filters.FilterSet):
    class Meta:
        model = Person
        fields = ("group",)


class NameTable(tables.Table):
    class Meta:
        model = Person
        fields = ("family_name",)


@pytest.fixture
def listed(school):
    """Two who are in group A and begin with “Ozo”, and two others."""
    for name, group in (("Ozola", "A"), ("Ozoliņa", "A"), ("Ozols", "B"), ("Bērziņa", "A")):
        PersonFactory(family_name=name, group=group)
    return Listing(NameTable, people, GroupFilter, [Column("Group", lambda person: person.group)])


def test_page_and_spreadsheet_hold_what_is_searched_and_narrowed_in_the_order_asked_for(listed, rf):
    request = rf.get("/", {"q": "ozo", "group": "A", "sort": "-family_name"})

    page, spreadsheet = listed.page(request, export_url="/export/"), listed.spreadsheet(request, "people")

    rows = CalamineWorkbook.from_filelike(BytesIO(spreadsheet.content)).get_sheet_by_index(0).to_python()
    assert [row.record.family_name for row in page["table"].rows] == ["Ozoliņa", "Ozola"]
    assert (page["search"], page["export_url"]) == ("ozo", "/export/")
    assert rows == [["Family name", "Group"], ["Ozoliņa", "A"], ["Ozola", "A"]]


def test_a_page_holds_fifty_rows_and_the_spreadsheet_all(listed, rf):
    PersonFactory.create_batch(60)
    request = rf.get("/")

    page, spreadsheet = listed.page(request), listed.spreadsheet(request, "people")

    rows = CalamineWorkbook.from_filelike(BytesIO(spreadsheet.content)).get_sheet_by_index(0).to_python()
    assert (len(page["table"].page.object_list), len(rows)) == (50, 65)


def test_a_list_without_a_filter_is_narrowed_by_nothing(listed, rf):
    page = Listing(NameTable, people).page(rf.get("/", {"group": "B"}))

    assert (page["filter"], len(page["table"].rows)) == (None, 4)
