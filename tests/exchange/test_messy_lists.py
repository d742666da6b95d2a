"""Class lists as schools really lay them out: what a sharp reader would take from them, row by row."""

from datetime import date

import pytest

from tests.exchange.class_lists import TODAY, sheet_of
from tilts.exchange.rules import read_roster

HEADS = ("Uzvārds", "Vārds", "Dz. datums")
IEVA = ("Ozoliņa", "Ieva", date(2004, 3, 19))
JANIS = ("Kalniņš", "Jānis", date(2003, 12, 1))
ANNA = ("Bite", "Anna", "30.10.2004")


def read(*rows, **options):
    return read_roster([sheet_of(*rows, **options)], TODAY)


def names(*rows):
    """Row number → the person's names; rows to mend as their problems' codes."""
    return {
        row.number: " ".join(str(row.values.get(field, "")) for field in ("family_name", "given_names"))
        if row.is_good
        else {problem.code for problem in row.problems}
        for row in read(*rows).rows
    }


# Heads


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        (
            ("Nr.", "Izglītojamais", "", "Dzimšanas", "Kontakti", ""),
            ("", "Uzvārds", "Vārds", "datums", "Tālr.", "E-pasts"),
            {"phone": "+37126100101", "email": "a@example.org"},
        ),
        (
            ("Nr.", "Audzēknis", "", "Dz. datums", "Vecāki", ""),
            ("", "Uzvārds", "Vārds", "", "Tālr.", "E-pasts"),
            {"guardian_phone": "+37126100101", "guardian_email": "a@example.org"},
        ),
        (
            ("Nr.", "Audzēknis", "", "Dz. datums", "Grupas audzinātājs", ""),
            ("", "Uzvārds", "Vārds", "", "Tālr.", "E-pasts"),
            {},
        ),
        (
            ("Vecāku sapulces dalībnieki", "", "", "", "", ""),
            ("Nr.", "Uzvārds", "Vārds", "Dz. datums", "Tālr.", "E-pasts"),
            {"phone": "+37126100101", "email": "a@example.org"},
        ),
    ],
    ids=["parts", "guardians", "teacher", "title"],
)
def test_heads_in_two_rows_are_read_together(upper, lower, expected):
    (row,) = read(upper, lower, (1, *IEVA, "26100101", "a@example.org")).rows

    contacts = {field: value for field, value in row.values.items() if "phone" in field or "email" in field}
    assert (row.number, row.values["born_on"], contacts) == (3, date(2004, 3, 19), expected)


def test_the_first_person_is_not_taken_for_a_second_row_of_heads():
    assert names(HEADS, ("Ozoliņa", "Ieva", "19.03.2004"), ANNA) == {2: "Ozoliņa Ieva", 3: "Bite Anna"}


@pytest.mark.parametrize(
    "hint",
    [
        (1, 2, 3),
        ("1", "2", "3"),
        ("kā pasē", "kā pasē", "dd.mm.gggg"),
        ("---", "---", "---"),
        ("Ivanovs", "Ivans", "DD.MM.YYYY"),
    ],
    ids=["numbers", "texts", "words", "lines", "example"],
)
def test_a_row_of_numbers_or_hints_below_the_heads_is_no_person(hint):
    assert names(HEADS, hint, IEVA) == {3: "Ozoliņa Ieva"}


def test_a_list_in_two_halves_side_by_side_is_read_whole():
    half = ("Nr.", *HEADS)

    assert [
        (row.number, row.values["family_name"])
        for row in read((*half, "", *half), (1, *IEVA, "", 2, *JANIS), (3, *ANNA)).rows
    ] == [(2, "Ozoliņa"), (3, "Bite"), (2, "Kalniņš")]


@pytest.mark.parametrize("second", ["", "Vārds, uzvārds"], ids=["blank", "merged"])
def test_one_head_above_two_columns_of_names(second):
    rows = [("Vārds, uzvārds", second, "Dz. datums"), ("Ieva", "Ozoliņa", IEVA[2]), ("Jānis", "Kalniņš", JANIS[2])]

    assert names(*rows) == {2: "Ozoliņa Ieva", 3: "Kalniņš Jānis"}


def test_names_and_telephones_of_a_guardian_belong_together():
    heads = (*HEADS, "Mātes vārds", "Mātes uzvārds", "Mātes tālr.", "Tēva vārds, uzvārds", "Tēva tālr.")
    both = (*IEVA, "Māra", "Liepa", "", "Pēteris Liepa", "26100102")
    mother = (*JANIS, "Zane", "Egle", "26100103", "", "")

    told = [(row.values["guardian_name"], row.values.get("guardian_phone")) for row in read(heads, both, mother).rows]

    assert told == [("Māra Liepa", None), ("Zane Egle", "+37126100103")]


@pytest.mark.parametrize(
    ("parts", "day"),
    [(("Diena", "Mēnesis", "Gads"), (19, 3, 2004)), (("Gads", "Mēnesis", "Diena"), (2004, "marts", 19))],
    ids=["day-first", "year-first"],
)
def test_a_date_in_three_columns_is_one_date(parts, day):
    (row,) = read(("Uzvārds", "Vārds", *parts), ("Ozoliņa", "Ieva", *day)).rows

    assert row.values["born_on"] == date(2004, 3, 19)


def test_a_date_in_three_columns_below_one_head():
    upper = ("Uzvārds", "Vārds", "Dzimšanas datums", "Dzimšanas datums", "Dzimšanas datums")

    assert names(upper, ("", "", "diena", "mēnesis", "gads"), ("Ozoliņa", "Ieva", 19, 3, 2004)) == {3: "Ozoliņa Ieva"}


def test_a_second_given_name_in_a_column_of_its_own_is_kept():
    heads = ("Uzvārds", "Pirmais vārds", "Otrais vārds", "Dz. datums")

    assert names(heads, ("Ozoliņa", "Ieva", "Anna", IEVA[2]), ("Bite", "Zane", "", IEVA[2])) == {
        2: "Ozoliņa Ieva Anna",
        3: "Bite Zane",
    }


def test_a_second_table_below_with_other_heads_is_read_by_its_own():
    assert names(HEADS, IEVA, ("First name", "Surname", "Date of birth"), ("Jānis", "Kalniņš", JANIS[2])) == {
        2: "Ozoliņa Ieva",
        4: "Kalniņš Jānis",
    }


@pytest.mark.parametrize(
    "head", ["Student ID", "Mobility type", "Course start date", "Contact person phone", "Bankas konts", "Vārda diena"]
)
def test_heads_that_only_look_like_ours_are_not_used(head):
    roster = read((*HEADS, head), (*IEVA, "26100101"))

    assert roster.columns_not_used == (head,) or roster.columns[head] in {"programme"}


def test_a_list_in_a_hidden_sheet_alone_is_told():
    sheets = [sheet_of(("Sveiki",), name="Sākums"), sheet_of(HEADS, IEVA, name="Dati", is_hidden=True)]

    assert [(problem.code, problem.sheet) for problem in read_roster(sheets, TODAY).problems] == [
        ("hidden_list", "Dati")
    ]


def test_heads_far_below_and_far_to_the_right_are_found():
    notice = [(f"Piezīme par sarakstu, {letter}",) for letter in "abcdefghijklmnopqrstuvwxyzāčēģīķļņšū"]
    far = ("",) * 300

    assert names(*notice, (*far, *HEADS), (*far, *IEVA)) == {38: "Ozoliņa Ieva"}


# Rows that are no people


@pytest.mark.parametrize(
    "foot",
    [
        ("", "Kopā:", 2),
        ("", "Kopā 2 audzēkņi", ""),
        ("", "tai skaitā meitenes", "1"),
        ("", "", "Vidēji", 8),
        ("", "Grupas audzinātāja:", "L. Liepa"),
        ("", "Grupas audzinātāja: Līga Liepa", ""),
        ("", "Direktors", "________ /A. Bērziņš/"),
        ("", "Sagatavoja", "Līga Liepa", "25.01.2022"),
        ("", "2022. gada 25. janvārī", ""),
        ("", "Lapa 1 no 2", ""),
        ("Signature", "", ""),
        ("სულ: 1 სტუდენტი", "", ""),
        ("", "დირექტორი", "გ. კაპანაძე"),
        ("", "ИТОГО:", "", 2),
        ("", "Классный руководитель", "Л. Лиепа"),
        ("", "", "", "-"),
    ],
    ids=lambda foot: " ".join(map(str, foot)).strip(),
)
def test_sums_and_signatures_below_a_list_are_no_people(foot):
    assert names(("Nr.", *HEADS, "Grupa"), (1, *IEVA, "A"), (2, *JANIS, "A"), foot) == {
        2: "Ozoliņa Ieva",
        3: "Kalniņš Jānis",
    }


def test_a_signature_with_a_date_below_full_names_is_no_person():
    rows = [("Vārds, uzvārds", "Dz. datums"), ("Ieva Ozoliņa", IEVA[2]), ("Sagatavoja Līga Liepa", "25.01.2022")]

    assert names(*rows) == {2: "Ozoliņa Ieva"}
    assert [(note.code, note.row) for note in read(*rows).notes] == [("rows_left_out", 3)]


@pytest.mark.parametrize("surname", ["Summa", "Direktore", "Skolotāja", "Kopā"])
def test_people_with_such_names_stay(surname):
    assert names(HEADS, (surname, "Anna", "30.10.2004")) == {2: f"{surname} Anna"}


@pytest.mark.parametrize(
    ("heading", "group"),
    [
        (("LMT-21", "", ""), "LMT-21"),
        (("Pavāri, 2. kurss", "", ""), "Pavāri, 2. kurss"),
        (("Pavāri",) * 3, "Pavāri"),
        (("Grupa LMT-21",) * 3, "LMT-21"),
        (("Meitenes",) * 3, None),
        (("Rezerve", "", ""), None),
    ],
    ids=["name", "words", "merged", "merged-group", "girls", "reserve"],
)
def test_headings_between_rows_may_tell_the_group(heading, group):
    (row,) = read(HEADS, heading, IEVA).rows

    assert (row.number, row.values.get("group")) == (3, group)


def test_a_group_written_once_counts_for_its_block():
    rows = [("Grupa", *HEADS), ("A-1", *IEVA), ("", *JANIS), ("B-2", *ANNA), ("", "Egle", "Zane", "1.2.2004")]

    assert [row.values["group"] for row in read(*rows).rows] == ["A-1", "A-1", "B-2", "B-2"]
    assert [(note.code, note.values["rows"]) for note in read(*rows).notes] == [("group_by_block", "3, 5")]


def test_a_group_that_one_person_lacks_is_not_guessed():
    people = [("A-1", *IEVA), ("A-1", *JANIS), ("", *ANNA)]

    assert [row.values.get("group") for row in read(("Grupa", *HEADS), *people).rows] == ["A-1", "A-1", None]


def test_a_group_that_excel_turned_into_a_date_is_left_empty_and_told():
    roster = read((*HEADS, "Grupa"), (*IEVA, date(2022, 2, 1)), (*JANIS, "1-3"))

    assert [row.values.get("group") for row in roster.rows] == [None, "1-3"]
    assert [(note.code, note.values["rows"]) for note in roster.notes] == [("group_as_date", "2")]


# Names


@pytest.mark.parametrize(
    ("name", "read_as"),
    [
        ("1. Anna Bite", "Bite Anna"),
        ("12) Bite, Anna", "Bite Anna"),
        ("Jan van der Berg", "van der Berg Jan"),
        ("Maria de la Cruz", "de la Cruz Maria"),
        ("ბერიძე ნინო", "ბერიძე ნინო"),
        ("ნინო კაპანაძე", "კაპანაძე ნინო"),
        ("Иванова Анна Петровна", "Иванова Анна Петровна"),
        ("Анна Петровна Иванова", "Иванова Анна Петровна"),
        ("Anna\nBite", "Bite Anna"),
        ("Anna Bite\nZane Bite", {"two_people"}),
        ("Anna Bite un Zane Bite", {"two_people"}),
        ("1. Anna Bite 2. Zane Bite", {"name_signs"}),
    ],
)
def test_full_names_are_parted_by_what_they_tell(name, read_as):
    assert names(("Audzēknis", "Dz. datums"), (name, "30.10.2004")) == {2: read_as}


def test_a_list_sorted_by_the_latvian_alphabet_begins_with_family_names():
    people = ["Cīrulis Uldis", "Čakste Inga", "Ķirsis Zane", "Lācis Anna", "Ļaudams Jānis"]

    assert names(("Audzēknis", "Dz. datums"), *((name, "30.10.2004") for name in people)) == dict(
        enumerate(people, start=2)
    )


def test_names_in_each_others_columns_are_the_same_person():
    assert names(HEADS, IEVA, ("Ieva", "Ozoliņa", IEVA[2])) == {2: "Ozoliņa Ieva", 3: {"duplicate"}}


def test_two_people_in_one_row_give_one_sentence():
    rows = [HEADS, ("Ozoliņa, Kalniņš", "Ieva, Jānis", "19.03.2004, 01.12.2003")]

    assert [problem.code for problem in read(*rows).all_problems] == ["two_people"]


@pytest.mark.parametrize("nothing", ["-", "—", "nav", "N/A", "нет", "არ აქვს"])
def test_a_word_for_nothing_leaves_a_field_empty(nothing):
    (row,) = read((*HEADS, "Tālr.", "E-pasts"), (*IEVA, nothing, nothing)).rows

    assert row.is_good
    assert not {"phone", "email"} & row.values.keys()


def test_dashes_instead_of_a_name_are_a_missing_name():
    assert names(HEADS, ("-", "Ieva", IEVA[2])) == {2: {"missing"}}


# Dates


def doubts(*dates):
    people = (("Bite", f"A{letter}", day) for letter, day in zip("bcdefghijk", dates, strict=False))
    return [(problem.row, problem.code) for problem in read(HEADS, *people).all_problems]


def test_one_date_with_the_month_first_leaves_the_others_in_doubt():
    assert doubts("03/19/2004", "12/01/2003", "05/05/2004") == [(2, "no_such_day"), (3, "day_or_month")]


def test_one_slip_among_many_days_leaves_no_doubt():
    assert doubts("19.03.2004", "03.19.2004", "01.12.2003", "30.10.2004", "28.05.2004") == [(3, "no_such_day")]


def test_an_american_list_that_excel_read_day_first_is_told():
    dates = (date(2004, 9, 3), date(2004, 1, 12), "09/23/2004", "01/13/2004")

    assert doubts(*dates) == [(2, "day_and_month"), (3, "day_and_month")]


def test_a_single_date_among_texts_that_excel_could_not_turn_is_told():
    assert doubts(date(2004, 3, 9), "23.09.2004", "13.01.2004") == [(2, "day_and_month")]


def test_a_date_that_the_personal_code_denies_is_to_be_mended():
    roster = read(
        (*HEADS, "Personas kods"), (*IEVA, "190304-20001"), ("Egle", "Zane", date(2004, 1, 12), "011204-20002")
    )

    (problem,) = roster.all_problems
    assert (problem.row, problem.code, dict(problem.values)) == (
        3,
        "date_and_code",
        {"date": "2004-01-12", "other": "2004-12-01"},
    )


def test_a_personal_code_that_excel_shortened_tells_no_date_and_is_not_shown():
    roster = read(
        ("Uzvārds", "Vārds", "Personas kods"), ("Egle", "Ilze", "9,03042E+09"), ("Bite", "Anna", "90304-20001")
    )

    assert [(problem.row, problem.column, problem.code) for problem in roster.all_problems] == [
        (2, "Personas kods", "code_without_date")
    ]
    assert roster.rows[1].values["born_on"] == date(2004, 3, 9)
    assert "9,03042" not in str(roster)
