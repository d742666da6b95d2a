"""A class list from the file to people in a flow: dropped, checked, mended, taken over."""

import io
from datetime import date

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories import FlowFactory, PersonFactory
from tilts.accounts.roles import Role
from tilts.exchange.actions import RosterRefused, drop_roster, leave_out, mend_row, part_row, take_over
from tilts.exchange.models import Roster, RosterRow
from tilts.exchange.presenting import check_sheet
from tilts.exchange.queries import checked_rows
from tilts.mobilities.models import Mobility
from tilts.people.models import Person
from tilts.people.queries import people

HEADS = ("Uzvārds", "Vārds", "Dzimšanas datums", "Grupa", "E-pasts", "Tālrunis")
GOOD = ("Alksne", "Ilze", "9.03.2004", "LMT-21", "ilze@example.org", "26100100")
OTHER = ("Bite", "Jānis", "1.12.2003", "LMT-21", "", "")
NO_SUCH_DAY = ("Cīrule", "Anna", "31.02.2004", "LMT-21", "", "")
FORMULA = ('=HYPERLINK("http://example.org")', "Dace", "4.05.2004", "LMT-21", "", "")


def spreadsheet(*rows: tuple[str, ...], heads: tuple[str, ...] = HEADS) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("LMT-21")
        for number, row in enumerate((heads, *rows)):
            sheet.write_row(number, 0, row)
    return out.getvalue()


@pytest.fixture
def flow(school):
    return FlowFactory()


def drop(flow, *rows, **options) -> Roster:
    return drop_roster(flow, file_name="list.xlsx", content=spreadsheet(*rows, **options), by=None)


def test_good_rows_become_people_in_the_flow_and_bad_ones_stay(flow):
    roster = drop(flow, GOOD, NO_SUCH_DAY, OTHER)

    assert take_over(roster) == 2
    roster.refresh_from_db()

    assert list(Person.objects.values_list("family_name", "born_on", "phone")) == [
        ("Alksne", date(2004, 3, 9), "+37126100100"),
        ("Bite", date(2003, 12, 1), ""),
    ]
    assert [person.family_name for person in people("Ilze")] == ["Alksne"]
    assert Mobility.objects.filter(flow=flow).count() == 2
    assert list(roster.rows.values_list("number", flat=True)) == [3]
    assert (roster.people_added, roster.finished_at) == (2, None)


def test_a_second_take_over_changes_nothing(flow):
    roster = drop(flow, GOOD, NO_SUCH_DAY)

    assert [take_over(roster), take_over(roster)] == [1, 0]
    assert Person.objects.count() == Mobility.objects.count() == 1


def test_what_is_taken_over_leaves_no_copy_of_personal_data(flow):
    take_over(drop(flow, GOOD, OTHER))

    assert not RosterRow.objects.exists()
    assert Roster.objects.get().finished_at is not None


def test_each_row_to_mend_says_row_column_and_cure(flow):
    sheet = check_sheet(drop(flow, GOOD, NO_SUCH_DAY, FORMULA))

    assert [item.sentences for item in sheet.to_mend] == [
        ("Row 3, column “Dzimšanas datums”: there is no day “31.02.2004”; correct the day, the month or the year.",),
        (sheet.to_mend[1].sentences[0],),
    ]
    assert sheet.to_mend[1].sentences[0].startswith("Row 4, column “Uzvārds”:")
    assert len(sheet.good) == 1


def test_a_mended_row_is_good(flow):
    roster = drop(flow, NO_SUCH_DAY)

    mend_row(roster.rows.get(), {"born_on": "28.02.2004"})

    assert [checked.row.is_good for checked in checked_rows(roster)] == [True]
    assert take_over(roster) == 1
    assert Person.objects.get().born_on == date(2004, 2, 28)


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        (("Uzvārds, vārds",), ("Liepa Anna / Liepa-Roze Juris",)),
        (("Vārds, uzvārds",), ("Anna Liepa un Juris Liepa-Roze",)),
        (("Uzvārds", "Vārds"), ("Liepa; Liepa-Roze", "Anna; Juris")),
    ],
)
def test_of_a_row_with_two_people_two_rows_are_made(flow, heads, names):
    rest = ("Dzimšanas datums", "Grupa", "E-pasts", "Tālrunis")
    both = (*names, "9.03.2004", "LMT-21", "anna@example.org; juris@example.org", "26100100")
    roster = drop(
        flow,
        GOOD[: len(names)] + GOOD[2:] if len(names) > 1 else ("Alksne Ilze", *GOOD[2:]),
        both,
        heads=(*heads, *rest),
    )
    two = next(each for each in check_sheet(roster).to_mend if each.names_two_people)

    part_row(two.checked.stored)

    first, second = (each.row for each in checked_rows(roster) if each.row.number == 3)
    assert (first.is_good, first.values["given_names"], first.values["email"]) == (True, "Anna", "anna@example.org")
    assert (first.values["family_name"], first.values["phone"]) == ("Liepa", "+37126100100")
    assert second.raw == {
        "family_name": "Liepa-Roze",
        "given_names": "Juris",
        "email": "juris@example.org",
        "group": "LMT-21",
    }
    assert [problem.field for problem in second.problems] == ["born_on"]


def test_brother_and_sister_in_one_row_keep_the_family_name(flow):
    roster = drop(flow, ("Liepa", "Anna / Juris", "9.03.2004", "LMT-21", "", ""))

    part_row(roster.rows.get())

    assert [(row.raw["family_name"], row.raw["given_names"]) for row in roster.rows.all()] == [
        ("Liepa", "Anna"),
        ("Liepa", "Juris"),
    ]


def test_the_page_offers_two_rows_only_where_two_people_are_named(flow, school, browse):
    client, roster = browse(), drop(flow, NO_SUCH_DAY, ("Liepa", "Anna / Juris", "9.03.2004", "LMT-21", "", ""))
    address = f"/{school.slug}/rosters/{roster.pk}/"

    before = client.get(address).text
    client.post(f"{address}rows/{roster.rows.get(number=3).pk}/", {"part": "1"})
    after = client.get(address).text

    assert (before.count("Make two rows of it"), after.count("Make two rows of it")) == (1, 0)
    assert roster.rows.count() == 3


def test_a_row_mended_into_another_ones_copy_is_told(flow):
    roster = drop(flow, GOOD, OTHER)

    mend_row(roster.rows.get(number=3), {"family_name": "Alksne", "given_names": "Ilze", "born_on": "9.3.2004"})

    assert [checked.row.is_good for checked in checked_rows(roster)] == [True, False]


def test_a_row_left_out_is_forgotten_and_the_last_one_finishes_the_list(flow):
    roster = drop(flow, NO_SUCH_DAY)

    leave_out(roster.rows.get())

    roster.refresh_from_db()
    assert roster.finished_at is not None
    assert not Person.objects.exists()


def test_a_known_person_is_not_made_twice_and_gets_what_was_blank(flow):
    known = PersonFactory(
        family_name="Alksne", given_names="Ilze", born_on=date(2004, 3, 9), group="", phone="+37120000000"
    )

    roster = drop(flow, GOOD)
    (checked,) = checked_rows(roster)
    take_over(roster)
    known.refresh_from_db()

    assert checked.known == known
    assert Person.objects.count() == 1
    assert (known.group, known.phone, known.email) == ("LMT-21", "+37120000000", "ilze@example.org")


def test_a_sister_with_the_same_family_name_is_another_person(flow):
    PersonFactory(family_name="Alksne", given_names="Anna", born_on=date(2004, 3, 9))

    take_over(drop(flow, GOOD))

    assert Person.objects.count() == 2


def test_the_same_file_goes_on_while_it_is_open_and_is_refused_once_it_is_done(flow):
    content = spreadsheet(GOOD)
    first = drop_roster(flow, file_name="list.xlsx", content=content, by=None)
    assert drop_roster(flow, file_name="again.xlsx", content=content, by=None) == first
    take_over(first)

    with pytest.raises(RosterRefused, match="Nothing has changed"):
        drop_roster(flow, file_name="again.xlsx", content=content, by=None)
    assert Mobility.objects.count() == 1


def test_another_list_replaces_one_that_nobody_took_over(flow):
    drop(flow, GOOD)

    second = drop(flow, OTHER)

    assert list(Roster.objects.all()) == [second]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty"),
        (b"\x89PNG\r\n\x1a\n", "This is a picture, not a spreadsheet"),
        (spreadsheet(), "No person stands in this file"),
        (spreadsheet(("Ilze", "LMT-21"), heads=("Vārds", "Grupa")), "“Family name”"),
    ],
    ids=["empty", "picture", "no-rows", "missing-column"],
)
def test_a_file_that_is_no_class_list_is_refused_with_a_sentence(flow, content, sentence):
    with pytest.raises(RosterRefused, match=sentence):
        drop_roster(flow, file_name="list.xlsx", content=content, by=None)
    assert not Roster.objects.exists()


def test_a_kill_in_the_middle_leaves_all_or_nothing(flow, monkeypatch):
    roster = drop(flow, GOOD, OTHER)

    def killed(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("tilts.exchange.actions._finish_if_empty", killed)
        with pytest.raises(KeyboardInterrupt):
            take_over(roster)

    assert (Person.objects.count(), Mobility.objects.count(), roster.rows.count()) == (0, 0, 2)
    assert take_over(roster) == 2


def test_the_check_page_is_mended_in_place_by_htmx_and_without(flow, school, browse):
    client, roster = browse(), drop(flow, GOOD, NO_SUCH_DAY)
    address = f"/{school.slug}/rosters/{roster.pk}/rows/{roster.rows.get(number=3).pk}/"

    part = client.post(address, {"born_on": "30.02.2004"}, headers={"HX-Request": "true"})
    whole = client.post(address, {"born_on": "28.02.2004"})

    assert part.status_code == 200
    assert part.text.lstrip().startswith('<div id="check"')
    assert "1 to mend" in part.text
    assert whole.url == f"/{school.slug}/rosters/{roster.pk}/"
    assert "2 good rows" in client.get(whole.url).text


def test_the_page_takes_over_and_goes_back_to_the_flow(flow, school, browse):
    client, roster = browse(), drop(flow, GOOD)

    response = client.post(f"/{school.slug}/rosters/{roster.pk}/take-over/", follow=True)

    assert response.redirect_chain == [(f"/{school.slug}/flows/{flow.pk}/", 302)]
    assert "1 person is now in the flow." in response.text


def test_a_list_is_dropped_on_the_flows_page(flow, school, browse):
    file = SimpleUploadedFile("klase.xlsx", spreadsheet(GOOD))

    response = browse().post(f"/{school.slug}/rosters/flow/{flow.pk}/", {"file": file})

    assert response.url == f"/{school.slug}/rosters/{Roster.objects.get().pk}/"


def test_no_file_and_one_too_large_are_told_in_words(flow, school, browse, settings):
    settings.TILTS_MAX_UPLOAD_BYTES = 1024 * 1024
    client, address = browse(), f"/{school.slug}/rosters/flow/{flow.pk}/"
    large = SimpleUploadedFile("klase.xlsx", bytes(1024 * 1024 + 1))

    assert "This field is required." in client.post(address, follow=True).text
    assert "larger than 1 MB" in client.post(address, {"file": large}, follow=True).text
    assert not Roster.objects.exists()


def test_only_who_may_import_sees_the_drop_zone(flow, school, browse):
    assert "Read the list" in browse(Role.COORDINATOR).get(f"/{school.slug}/flows/{flow.pk}/").text
    assert "Read the list" not in browse(Role.DIRECTOR).get(f"/{school.slug}/flows/{flow.pk}/").text
    assert browse(Role.DIRECTOR).post(f"/{school.slug}/rosters/flow/{flow.pk}/").status_code == 403


@pytest.mark.parametrize("rows", [1, 3])
def test_the_check_page_asks_the_same_number_of_queries(flow, school, browse, rows, django_assert_num_queries):
    people = [(f"Alksne{letter}", *GOOD[1:]) for letter in "abc"[:rows]]
    client, roster = browse(), drop(flow, *people)
    client.get(f"/{school.slug}/rosters/{roster.pk}/")

    with django_assert_num_queries(9):
        assert client.get(f"/{school.slug}/rosters/{roster.pk}/").status_code == 200
