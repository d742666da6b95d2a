"""A list of people written in any dialect, order and wording reads back the same."""

import csv
import io
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.class_lists import TODAY, workbook_of
from tilts.exchange.reading import read_book
from tilts.exchange.rules import read_roster

LATIN = st.from_regex(r"[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]{2,11}(-[A-ZĀČĒ][a-zāčē]{2,8})?", fullmatch=True)
GEORGIAN = st.from_regex(r"[ა-ჰ]{3,10}", fullmatch=True)
CYRILLIC = st.from_regex(r"[А-Я][а-я]{2,10}", fullmatch=True)
BORN = st.dates(date(1950, 1, 1), TODAY - timedelta(days=366 * 12))

HEADS = {
    "family_name": ("Uzvārds", "SURNAME", "Family name", "გვარი", "Фамилия", "Izglītojamā uzvārds"),
    "given_names": ("Vārds", "FIRST NAME", "Given name(s)", "სახელი", "Имя", "Vārds (-i)"),
    "born_on": ("Dz. dat.", "Date of birth", "დაბადების თარიღი", "Дата рождения", "Dzimšanas datums (dd.mm.gggg)"),
    "group": ("Grupa", "Class", "ჯგუფი", "Группа"),
    "email": ("E-pasts", "E-mail", "ელ. ფოსტა", "Эл. почта"),
}
DATES = {
    "iso": "%Y-%m-%d",
    "dots": "%d.%m.%Y",
    "dots-end": "%d.%m.%Y.",
    "slashes": "%d/%m/%Y",
    "year-first": "%Y.%m.%d",
    "english": "%d %B %Y",
}


def people_of(names):
    person = st.tuples(names, names, BORN, st.sampled_from(["LMT-21", "2.a"]), st.just(""))
    return st.lists(person, min_size=1, max_size=6, unique_by=lambda person: frozenset(person[:2]))


def table(draw, people, shape):
    """Rows with heads, their columns in any order."""
    fields = draw(st.permutations(list(HEADS)))
    heads = {field: draw(st.sampled_from(HEADS[field])) for field in fields}
    records = [dict(zip(HEADS, person, strict=True)) for person in people]
    written = [{**record, "born_on": shape(record["born_on"])} for record in records]
    return [[heads[field] for field in fields], *([record[field] for field in fields] for record in written)]


def read(data):
    rows = read_roster(read_book(data).sheets, TODAY).rows
    assert [row.problems for row in rows] == [()] * len(rows)
    return [
        tuple(row.values.get(field, "") for field in ("family_name", "given_names", "born_on", "group")) for row in rows
    ]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_text_tables_read_back_the_same(data):
    encoding = data.draw(
        st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1257", "cp1251"])
    )
    names = {"cp1257": LATIN, "cp1251": CYRILLIC}.get(encoding, st.one_of(LATIN, GEORGIAN, CYRILLIC))
    people = data.draw(people_of(names))
    shape = data.draw(st.sampled_from(list(DATES.values())))
    rows = table(data.draw, people, lambda day: day.strftime(shape))
    if encoding.startswith("cp"):  # a code page holds the heads of its own language
        at = {"cp1257": 0, "cp1251": -1}[encoding]
        own = {head: heads[4 if at and len(heads) > 4 else at] for heads in HEADS.values() for head in heads}
        own |= dict.fromkeys(HEADS["born_on"], "Dz. dat." if not at else "Дата рождения")
        rows[0] = [own[head] for head in rows[0]]
    file = io.StringIO()
    csv.writer(
        file,
        delimiter=data.draw(st.sampled_from(";,\t|")),
        quoting=data.draw(st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL])),
        lineterminator=data.draw(st.sampled_from(["\r\n", "\n", "\r"])),
    ).writerows(rows)

    assert read(file.getvalue().encode(encoding)) == [person[:4] for person in people]


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_workbooks_read_back_the_same(data):
    people = data.draw(people_of(st.one_of(LATIN, GEORGIAN, CYRILLIC)))
    title = data.draw(st.lists(st.sampled_from([(), ("Dalībnieku saraksts",), ("Erasmus+ 2022",)]), max_size=3))
    rows = table(data.draw, people, lambda day: day)
    foot = data.draw(st.lists(st.sampled_from([(), ("Kopā: 3",), ("Grupas audzinātāja: L. Liepa",)]), max_size=2))

    assert read(workbook_of({"Saraksts": [*title, *rows, *foot]})) == [person[:4] for person in people]
