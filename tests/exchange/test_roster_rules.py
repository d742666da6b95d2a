from datetime import date

import pytest

from tests.exchange.class_lists import TODAY, sheet_of
from tilts.exchange.fields import split_name
from tilts.exchange.records import Problem
from tilts.exchange.rules import check_row, mark_duplicates, read_roster

HEADS = ("Uzvārds", "Vārds", "Dzimšanas datums")
IEVA = ("Ozoliņa", "Ieva", date(2004, 3, 19))
JANIS = ("Kalniņš", "Jānis", date(2003, 12, 1))


def people(*sheets):
    """Row number → the values read, in one line."""
    roster = read_roster(sheets, TODAY)
    return {row.number: " ".join(map(str, row.values.values())) for row in roster.rows}


def codes(*sheets):
    return [(problem.code, problem.row, problem.column) for problem in read_roster(sheets, TODAY).all_problems]


def notes(*sheets):
    return [note.code for note in read_roster(sheets, TODAY).notes]


def test_a_plain_list_is_read_whole():
    roster = read_roster([sheet_of((*HEADS, "Grupa", "IBAN"), (*IEVA, "LMT-21", "x"))], TODAY)

    (row,) = roster.rows
    assert roster.columns == {
        "Uzvārds": "family_name",
        "Vārds": "given_names",
        "Dzimšanas datums": "born_on",
        "Grupa": "group",
    }
    assert roster.columns_not_used == ("IBAN",)
    assert (row.number, row.is_good) == (2, True)
    assert row.raw == {"family_name": "Ozoliņa", "given_names": "Ieva", "born_on": "2004-03-19", "group": "LMT-21"}
    assert row.values == {
        "family_name": "Ozoliņa",
        "given_names": "Ieva",
        "born_on": date(2004, 3, 19),
        "group": "LMT-21",
    }
    assert (roster.problems, roster.notes) == ((), ())


def test_titles_above_and_blank_rows_between_keep_the_row_numbers():
    sheet = sheet_of(("Praktikanti",), ("2021./2022. m. g.",), (), HEADS, IEVA, (), (), JANIS)

    assert people(sheet) == {5: "Ozoliņa Ieva 2004-03-19", 8: "Kalniņš Jānis 2003-12-01"}


@pytest.mark.parametrize(
    "heads",
    [
        ("Surname", "First name", "Date of birth"),
        ("გვარი", "სახელი", "დაბადების თარიღი"),
        ("Фамилия", "Имя", "Дата рождения"),
        ("UZVĀRDS", "VĀRDS", "DZ. DAT."),
        ("Surname", "Name", "DOB"),
    ],
    ids=["en", "ka", "ru", "lv-capitals", "en-short"],
)
def test_heads_of_each_language_are_known(heads):
    assert people(sheet_of(heads, IEVA)) == {2: "Ozoliņa Ieva 2004-03-19"}


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Vārds, uzvārds", "Ieva Ozoliņa"),
        ("Uzvārds, vārds", "Ozoliņa Ieva"),
        ("Uzvārds, vārds", "Ozoliņa, Ieva"),
        ("Audzēknis", "Ozoliņa, Ieva"),
        ("Audzēknis", "Ieva Ozoliņa"),
        ("Name", "OZOLIŅA Ieva"),
        ("Vārds", "Ieva Ozoliņa"),
        ("Uzvārds", "Ozoliņa Ieva"),
        ("ФИО", "Ozoliņa Ieva"),
    ],
)
def test_full_names_are_split(head, name):
    sheet = sheet_of((head, "Dz. dat."), (name, "19.03.2004"))

    assert people(sheet) == {2: "Ozoliņa Ieva 2004-03-19"}


def test_a_list_sorted_by_its_first_words_begins_with_family_names():
    names = ("Ābele Zane", "Bērziņa Inga", "Kalniņš Uldis", "Ozols Jānis")
    sheet = sheet_of(("Skolēns", "Dz. dat."), *((name, "19.03.2004") for name in names))

    assert people(sheet)[4] == "Kalniņš Uldis 2004-03-19"
    assert notes(sheet) == ["name_order"]


@pytest.mark.parametrize(
    ("text", "order", "family_name", "given_names"),
    [
        ("Anna Marija Ozola", "given_first", "Ozola", "Anna Marija"),
        ("Ozola Anna Marija", "family_first", "Ozola", "Anna Marija"),
        ("Ozola", "given_first", "Ozola", ""),
        ("Ieva Ozola, Jānis Kalns", "", "Ieva Ozola, Jānis Kalns", ""),
        ("=A2 & B2", "", "=A2 & B2", ""),
        ("", "", "", ""),
    ],
    ids=["two-given", "family-first", "one-word", "two-people", "formula", "empty"],
)
def test_split_name(text, order, family_name, given_names):
    assert split_name(text, order) == {"family_name": family_name, "given_names": given_names}


def test_groups_come_from_headings_between_the_rows():
    sheet = sheet_of(HEADS, ("LMT-21",), IEVA, ("Grupa: AMT-20",), JANIS)

    assert people(sheet) == {3: "Ozoliņa Ieva 2004-03-19 LMT-21", 5: "Kalniņš Jānis 2003-12-01 AMT-20"}


def test_a_group_comes_from_the_title_when_nothing_else_tells_it():
    sheet = sheet_of(("LMT-21 grupas saraksts",), HEADS, IEVA)

    assert people(sheet) == {3: "Ozoliņa Ieva 2004-03-19 LMT-21"}
    assert notes(sheet) == ["group_from_title"]


def test_numbers_sums_and_prepared_rows_are_no_people():
    sheet = sheet_of(
        ("Nr.p.k.", *HEADS, "Grupa"),
        (1, *IEVA, "LMT-21"),
        (2, "", "", "", "LMT-21"),
        (3, "", "", "", ""),
        ("Kopā:", 1, "", "", ""),
        ("", "Kopā 1", "", "", ""),
        ("Sagatavoja:", "", "", "", "klases audzinātāja"),
    )

    assert people(sheet) == {2: "Ozoliņa Ieva 2004-03-19 LMT-21"}


def test_remarks_below_the_list_are_left_out_and_told():
    sheet = sheet_of(HEADS, IEVA, ("Klases audzinātāja: L. Straumīte",), ("Datums 12.01.2022",), ("=cmd|x",))

    roster = read_roster([sheet], TODAY)

    assert [row.number for row in roster.rows] == [2, 5]
    assert [(note.code, note.values["rows"]) for note in roster.notes] == [("rows_left_out", "3, 4")]


def test_a_count_below_the_names_is_no_person():
    assert people(sheet_of(HEADS, IEVA, ("1", "", ""))) == {2: "Ozoliņa Ieva 2004-03-19"}


def test_telephones_under_georgian_heads_are_completed_as_georgian_ones():
    heads = ("გვარი", "სახელი", "დაბადების თარიღი", "ტელეფონი")
    sheet = sheet_of(heads, (*IEVA, "599 12 34 56"), (*JANIS, "26123456"))

    assert [row.values["phone"] for row in read_roster([sheet], TODAY).rows] == ["+995599123456", "+37126123456"]


def test_heads_that_come_again_are_no_person():
    sheet = sheet_of(HEADS, IEVA, ("Vārds", "Uzvārds", "Dzimšanas datums"), ("Jānis", "Kalniņš", "01.12.2003"))

    assert people(sheet) == {2: "Ozoliņa Ieva 2004-03-19", 4: "Kalniņš Jānis 2003-12-01"}


def test_two_sheets_are_joined_and_others_passed_over():
    first, second = sheet_of(HEADS, IEVA, name="LMT-21"), sheet_of(HEADS, JANIS, name="AMT-20")
    menu, old = sheet_of(("Pirmdiena", "Zupa"), name="Ēdienkarte"), sheet_of(HEADS, IEVA, name="2020", is_hidden=True)

    roster = read_roster([menu, first, second, old], TODAY)

    assert [(row.sheet, row.number, row.values["group"]) for row in roster.rows] == [
        ("LMT-21", 2, "LMT-21"),
        ("AMT-20", 2, "AMT-20"),
    ]
    assert [(note.code, note.sheet) for note in roster.notes if note.code == "sheet_not_used"] == [
        ("sheet_not_used", "Ēdienkarte"),
        ("sheet_not_used", "2020"),
    ]


@pytest.mark.parametrize(
    ("sheets", "problems"),
    [
        ([], [("empty_file", None, "")]),
        ([sheet_of()], [("empty_file", None, "")]),
        ([sheet_of(("Pirmdiena", "Zupa"))], [("no_heads", 1, "")]),
        ([sheet_of((), ("Uzvārds", "Vārds", "Grupa"), ("Ozola", "Ieva", "x"))], [("column_missing", 2, "")]),
        (
            [sheet_of(("Vārds", "Dz. dat."), ("Ieva", "1.1.2004"), ("Anna Zane", "1.2.2004"))],
            [("column_missing", 1, "")],
        ),
        ([sheet_of(("Uzvārds", "Dz. dat."), ("Ozola", "1.1.2004"))], [("column_missing", 1, "")]),
        ([sheet_of(("E-pasts", "Dz. dat.", "Grupa"), ("a@example.org", "1.1.2004", "x"))], [("column_missing", 1, "")]),
        ([sheet_of(HEADS, name="x", is_hidden=True)], [("hidden_sheets_only", None, "")]),
    ],
    ids=["no-sheet", "empty", "no-list", "no-birth-date", "no-surname", "no-given", "no-name", "hidden"],
)
def test_a_list_that_cannot_be_used_gives_one_problem(sheets, problems):
    assert codes(*sheets) == problems


def test_a_missing_column_is_not_told_again_in_each_row():
    sheet = sheet_of(("Uzvārds", "Vārds", "Tālrunis"), ("Ozola", "Ieva", "x"), ("Kalne", "", "26123456"))

    assert codes(sheet) == [("column_missing", 1, ""), ("no_phone", 2, "Tālrunis"), ("missing", 3, "Vārds")]


def test_a_bad_field_keeps_the_good_ones():
    heads = (*HEADS, "Tālrunis", "E-pasts")
    sheet = sheet_of(heads, ("Ozoliņa", "=Ieva", "31.02.2004", "3,71E+10", "ieva@example.org"))

    (row,) = read_roster([sheet], TODAY).rows

    assert row.values == {"family_name": "Ozoliņa", "email": "ieva@example.org"}
    assert [(problem.code, problem.column) for problem in row.problems] == [
        ("formula", "Vārds"),
        ("no_such_day", "Dzimšanas datums"),
        ("phone_as_power", "Tālrunis"),
    ]
    assert not row.names_a_person


def test_a_mended_row_is_good():
    sheet = sheet_of(HEADS, ("Ozoliņa", "Ieva", "31.02.2004"))
    (row,) = read_roster([sheet], TODAY).rows

    mended = check_row({**row.raw, "born_on": "29.02.2004"}, TODAY, number=row.number)

    assert mended.is_good
    assert mended.values["born_on"] == date(2004, 2, 29)


def test_check_row_names_the_heads_of_the_file():
    row = check_row({"family_name": "Ozola"}, TODAY, number=7, sheet="A", written={"born_on": "Dz. dat."})

    assert row.problems == (
        Problem("missing", 7, "", "given_names", "A"),
        Problem("missing", 7, "Dz. dat.", "born_on", "A"),
    )


@pytest.mark.parametrize(
    "row",
    [
        ("Ozoliņa\nKalniņš", "Ieva\nJānis", "19.03.2004"),
        ("Ozoliņa / Kalniņš", "Ieva / Jānis", "19.03.2004"),
        ("Ozoliņa", "Ieva un Anna", "19.03.2004"),
    ],
    ids=["lines", "strokes", "and"],
)
def test_two_people_in_a_row_are_told_once(row):
    assert [code for code, _, _ in codes(sheet_of(HEADS, row))] == ["two_people"]


def test_the_same_person_again_is_to_be_mended():
    sheet = sheet_of(HEADS, IEVA, JANIS, ("OZOLINA", "ieva", "19.3.2004"), ("Ozoliņa", "Anna", date(2004, 3, 19)))

    roster = read_roster([sheet], TODAY)

    assert [(problem.code, problem.row, problem.values["first_row"]) for problem in roster.all_problems] == [
        ("duplicate", 4, 2)
    ]
    assert [row.number for row in roster.good_rows] == [2, 3, 5]
    assert mark_duplicates(roster.good_rows) == roster.good_rows


def test_dates_of_an_american_list_are_read_month_first():
    sheet = sheet_of(HEADS, ("A", "B", "03/19/2004"), ("C", "D", "12/31/2003"), ("E", "F", "02/01/2004"))

    assert people(sheet) == {2: "A B 2004-03-19", 3: "C D 2003-12-31", 4: "E F 2004-02-01"}
    assert notes(sheet) == ["month_first"]


def test_days_and_months_that_excel_swapped_are_told():
    sheet = sheet_of(
        HEADS,
        ("A", "B", date(2004, 3, 9)),
        ("C", "D", date(2004, 5, 5)),
        ("E", "F", "23.09.2004"),
        ("G", "H", "13.01.2004"),
    )

    (row, *others) = read_roster([sheet], TODAY).rows

    assert row.problems == (
        Problem("day_and_month", 2, "Dzimšanas datums", "born_on", "", {"date": "2004-03-09", "other": "2004-09-03"}),
    )
    assert [other.problems for other in others] == [(), (), ()]


def test_real_dates_after_the_twelfth_clear_the_suspicion():
    sheet = sheet_of(HEADS, ("A", "B", date(2004, 3, 9)), ("C", "D", date(2004, 5, 25)), ("E", "F", "23.09.2004"))

    assert codes(sheet) == []


def test_personal_codes_give_a_missing_birth_date_and_are_not_kept():
    sheet = sheet_of(
        ("Uzvārds", "Vārds", "Personas kods"),
        ("Ozoliņa", "Ieva", "190304-20001"),
        ("Kalniņš", "Jānis", 1120320002),
        ("Liepa", "Rūta", "320001-20003"),
    )

    roster = read_roster([sheet], TODAY)

    assert [row.values.get("born_on") for row in roster.rows] == [date(2004, 3, 19), date(2003, 12, 1), None]
    assert codes(sheet) == [("code_without_date", 4, "Personas kods")]
    assert [note.code for note in roster.notes] == ["code_gave_birth_date"]
    assert "2000" not in str([row.raw for row in roster.rows])


def test_personal_codes_beside_birth_dates_are_not_taken():
    sheet = sheet_of((*HEADS, "Personas kods"), (*IEVA, "190304-20001"))

    (row,) = read_roster([sheet], TODAY).rows

    assert set(row.raw) == {"family_name", "given_names", "born_on"}
    assert notes(sheet) == ["code_not_taken"]


@pytest.mark.parametrize(
    ("letters", "genders"),
    [
        (("M", "F", ""), ["male", "female", None]),
        (("M", "Z", ""), ["female", "male", None]),
        (("V", "S", "vīr."), ["male", "female", "male"]),
        (("კ", "ქ", "მამრობითი"), ["male", "female", "male"]),
        (("М", "Ж", "?"), ["male", "female", None]),
    ],
    ids=["en", "lv-children", "lv", "ka", "ru"],
)
def test_genders_are_understood_by_their_column(letters, genders):
    rows = ((name, "A", "19.03.2004", letter) for name, letter in zip("BCD", letters, strict=True))

    roster = read_roster([sheet_of((*HEADS, "Dzimums"), *rows)], TODAY)

    assert [row.values.get("gender") for row in roster.rows] == genders
    assert [note.code for note in roster.notes] == (["not_understood"] if "?" in letters else [])


def test_of_two_telephones_the_first_that_is_filled_counts():
    sheet = sheet_of((*HEADS, "Tel.", "Mob."), (*IEVA, "", 26123456), (*JANIS, "26123457", 26123456))

    assert [row.values["phone"] for row in read_roster([sheet], TODAY).rows] == ["+37126123456", "+37126123457"]


def test_a_guardians_telephone_is_not_the_learners():
    sheet = sheet_of((*HEADS, "Vecāku tālr."), (*IEVA, "26123456"))

    (row,) = read_roster([sheet], TODAY).rows

    assert (row.values.get("phone"), row.values["guardian_phone"]) == (None, "+37126123456")
