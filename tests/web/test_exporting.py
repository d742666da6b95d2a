"""Lists as spreadsheets, read back with another program."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import django_tables2 as tables
import pytest
from django.test import RequestFactory
from django_tables2 import RequestConfig
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import load_workbook

from tilts.web.exporting import CONTENT_TYPE, Column, export_rows, export_table, workbook


def read(content):
    return load_workbook(BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)


@pytest.mark.parametrize(
    "text",
    [
        "+371 67 000 000",
        "=x",
        "=1+1",
        "-5",
        "@home",
        "007",
        "1E5",
        "https://example.org",
        "Ģirts\nრიგა",
        "{=x}",
        "_x0041_",
    ],
)
def test_a_text_comes_back_as_it_was(text):
    assert read(workbook(["Head"], [[text]])) == [["Head"], [text]]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1))
def test_any_text_comes_back_as_it_was(text):
    assert read(workbook(["Head"], [[text]])) == [["Head"], [text]]


def test_numbers_and_days_stay_numbers_and_days():
    values = [3, Decimal("1810.44"), date(2022, 5, 2), datetime(2022, 5, 2, 10, 30, tzinfo=UTC), True, None]

    rows = read(workbook(["a", "b", "c", "d", "e", "f"], [values]))

    assert rows[1] == [3.0, 1810.44, date(2022, 5, 2), datetime(2022, 5, 2, 13, 30), "yes", ""]  # noqa: DTZ001


def test_what_a_cell_cannot_hold_is_left_out_of_it():
    assert read(workbook(["Head"], [["a\x00b\x0bc" + "d" * 40_000]])) == [["Head"], ["abc" + "d" * 32_764]]


def test_rows_are_answered_as_a_file():
    response = export_rows(["Liepa", "Kalns"], [Column("Name", str), Column("Letters", len)], "people")

    assert read(response.content) == [["Name", "Letters"], ["Liepa", 5.0], ["Kalns", 5.0]]
    assert response["Content-Type"] == CONTENT_TYPE
    assert response["Content-Disposition"] == 'attachment; filename="people.xlsx"'


class PlaceTable(tables.Table):
    name = tables.Column("Name", linkify=lambda record: f"/{record['name']}/")
    code = tables.Column("Country")
    seats = tables.Column("Seats")
    button = tables.TemplateColumn("<button>x</button>", verbose_name="")

    def render_code(self, value):
        return {"LV": "Latvia"}[value]


def test_a_table_is_exported_as_it_is_sorted_without_links_and_buttons():
    table = PlaceTable([{"name": f"={number}", "code": "LV", "seats": number} for number in range(60)])
    RequestConfig(RequestFactory().get("/?sort=-seats"), paginate=False).configure(table)

    rows = read(export_table(table, "places", extra=[Column("Code", lambda row: row["code"])]).content)

    assert rows[:3] == [
        ["Name", "Country", "Seats", "Code"],
        ["=59", "Latvia", 59.0, "LV"],
        ["=58", "Latvia", 58.0, "LV"],
    ]
    assert len(rows) == 61


def test_nothing_is_exported_as_heads_alone():
    assert read(export_table(PlaceTable([]), "places").content) == [["Name", "Country", "Seats"]]
