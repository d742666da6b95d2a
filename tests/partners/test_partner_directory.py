"""The directory of organisations: what comes with the package, lists of projects, filling in a new partner."""

import csv
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st

from tilts.accounts.roles import Role
from tilts.core.database import as_owner
from tilts.partners import actions
from tilts.partners.directory import Listed, NoProjectList, merged, one_each, packaged, read_project_list
from tilts.partners.models import DirectoryEntry, Partner
from tilts.partners.queries import directory, directory_nearly
from tilts.partners.rules.spelling import nearest, traces

HEADS = [
    *("Programme", "Key Action", "Action Type", "Call year", "Project Identifier", "Project Title", "Project Summary"),
    *("Project Status", "Participating countries", "Coordinating organisation name", "Coordinating organisation type"),
    *("Coordinator's address", "Coordinator's region", "Coordinator's country", "Coordinator's website"),
    *("Partner 1 name", "Partner 1 organisation type", "Partner 1 address", "Partner 1 country", "Partner 1 region"),
    *("Partner 1 website", "Partner 2 name", "Partner 2 organisation type", "Partner 2 address", "Partner 2 country"),
]
COORDINATOR = {
    "Call year": "2021",
    "Project Identifier": "2021-1-LV01-KA120-VET-000099001",
    "Project Status": "Accredited",
    "Project Summary": "x" * 200_000,
    "Coordinating organisation name": " Tiltu  tehnikums ",
    "Coordinating organisation type": "School/Institute/Educational centre – Vocational Training (secondary level)",
    "Coordinator's address": "Parauga iela 1, LV-4101, Cesis",
    "Coordinator's country": "LV",
    "Coordinator's website": "www.example.org",
}
TILTU = Listed(
    name="Tiltu tehnikums",
    country="LV",
    town="Cēsis",
    address="Parauga iela 1, LV-4101, Cesis",
    kind="school",
    website="https://www.example.org",
    oid="",
    accreditation="2021-1-LV01-KA120-VET-000099001",
    call_year=2021,
)


def project_list(path, *rows, heads=HEADS, delimiter=",", encoding="utf-8"):
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, heads, delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_what_comes_with_the_package_is_read_whole():
    read = list(packaged())

    assert len(read) == 100
    assert {each.kind for each in read} <= set(Partner.Kind.values)
    assert [each for each in read if each.name == "Alfrēda Kalniņa Cēsu Mūzikas vidusskola"] == [
        Listed(
            name="Alfrēda Kalniņa Cēsu Mūzikas vidusskola",
            country="LV",
            town="Cēsis",
            address="",
            kind="school",
            website="https://www.akcmv.gov.lv",
            oid="",
            accreditation="2021-1-LV01-KA120-VET-000045655",
            call_year=2021,
        )
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Rēzeknes tehnikums", "school"),
        ("Staatliches Berufliches Schulzentrum Immenstadt", "school"),
        ("Mailand videregående skole", "school"),
        ("Kekavas novada pasvaldiba", "municipality"),
    ],
)
def test_a_public_school_is_a_school(name, kind):
    assert {each.kind for each in packaged() if each.name == name} == {kind}


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-8")], ids=["comma", "semicolon", "tab"]
)
def test_a_list_of_projects_names_coordinator_and_partners(tmp_path, delimiter, encoding):
    row = COORDINATOR | {
        "Partner 1 name": "Athens Bridge SA",
        "Partner 1 organisation type": "Small and medium sized enterprise",
        "Partner 1 address": "Odos 1, Athina",
        "Partner 1 country": "EL",
        "Partner 2 name": "Somebody",
        "Partner 2 organisation type": "Natural person",
        "Partner 2 country": "LV",
    }
    path = project_list(tmp_path / "list.csv", row, delimiter=delimiter, encoding=encoding)

    assert list(read_project_list(path)) == [
        TILTU,
        Listed("Athens Bridge SA", "GR", "Athens", "Odos 1, Athina", "company", "", "", "", 2021),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"Coordinating organisation name": ""},
        {"Coordinator's country": "XX"},
        {"Call year": "soon"},
        {"Coordinating organisation type": "Informal group of young people"},
    ],
    ids=["no-name", "no-country", "no-year", "persons"],
)
def test_what_is_no_organisation_is_left_out(tmp_path, changes):
    assert list(read_project_list(project_list(tmp_path / "list.csv", COORDINATOR | changes))) == []


def test_a_file_that_is_no_list_of_projects_names_what_is_missing(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Call year,Name\n2021,Tiltu tehnikums\n", encoding="utf-8")

    with pytest.raises(NoProjectList) as refused:
        list(read_project_list(path))

    assert refused.value.missing == ("Project Identifier", "Coordinating organisation name", "Coordinator's country")


def test_the_newest_row_tells_and_older_ones_fill_in():
    newer = Listed("TILTU TEHNIKUMS", "LV", "", "", "other", "", "E10012345", "", 2024)

    assert list(merged([TILTU, newer]).values()) == [
        Listed(
            name="TILTU TEHNIKUMS",
            country="LV",
            town="Cēsis",
            address=TILTU.address,
            kind="school",
            website=TILTU.website,
            oid="E10012345",
            accreditation=TILTU.accreditation,
            call_year=2024,
        )
    ]
    assert merged([newer, TILTU]) == merged([TILTU, newer])


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("ogres teh", ["OGRES TEHNIKUMS"]),
        ("bregenz", ["Schule für Sozialbetreuungsberufe Bregenz"]),
        ("KA120 000046167", ["HTL Mödling"]),
        ("павлик", ['Profesionalna gimnazia po agrarni tehnologii "Tzanko Tzerkovski"']),
        ("'); drop", []),
        ("–", []),
    ],
    ids=["name", "town", "number", "cyrillic", "hostile", "sign"],
)
def test_the_directory_is_searched_by_name_town_and_number(db, typed, names):
    assert [entry.name for entry in directory(typed)] == names


@pytest.mark.parametrize(
    "typed",
    ["ogers tehnikums", "ogrs tehnikums", "oggres tehnikums", "ogrez tehnikums", "ogre technikum", "оргес техникумс"],
    ids=["swapped", "too-few", "too-many", "wrong", "two-words", "cyrillic"],
)
def test_a_misspelt_organisation_is_found_nearly(db, typed):
    assert [entry.name for entry in directory_nearly(typed)] == ["OGRES TEHNIKUMS"]


@pytest.mark.parametrize("typed", ["", "–", "ogrx 2021", "qqqqqq"])
def test_what_is_near_nothing_finds_nothing(db, typed):
    assert list(directory_nearly(typed)) == []


def test_the_page_says_that_it_shows_what_is_nearly_so(db, school, browse):
    page = browse().get(f"/{school.slug}/partners/directory/?q=ogers").text

    assert "Nothing is called “ogers”. These are spelled nearly so:" in page
    assert "OGRES TEHNIKUMS" in page


def test_an_organisation_with_the_same_number_is_one_and_keeps_its_other_names():
    other_country = replace(TILTU, name="Bridge School", country="EE")
    newer = replace(TILTU, name="Tiltu koledža", call_year=2024, website="")

    assert list(one_each(merged([TILTU, newer, other_country])).values()) == [
        replace(newer, website=TILTU.website, other_names=("Tiltu tehnikums",)),
        other_country,
    ]


@pytest.mark.django_db(transaction=True)
def test_a_new_name_of_a_known_organisation_takes_the_place_of_the_old(tmp_path):
    old = project_list(tmp_path / "old.csv", COORDINATOR)
    new = project_list(
        tmp_path / "new.csv", COORDINATOR | {"Call year": "2024", "Coordinating organisation name": "Tiltu koledža"}
    )

    call_command("read_project_list", old)
    call_command("read_project_list", new)
    call_command("read_project_list", old)

    assert [(entry.name, entry.other_names) for entry in directory("tiltu")] == [("Tiltu koledža", ["Tiltu tehnikums"])]
    assert list(directory("tiltu tehn")) == list(directory("ტილტუ")) == list(directory("tiltu"))
    with as_owner():
        DirectoryEntry.objects.filter(name="Tiltu koledža").delete()


WORDS = st.text(alphabet="abcdegijkoz", min_size=4, max_size=12)


@given(word=WORDS, place=st.integers(0, 11), letter=st.sampled_from("aekz"))
def test_words_that_differ_by_one_slip_have_a_trace_in_common(word, place, letter):
    at = place % len(word)
    slips = [
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    ]

    assert all(set(traces(slip)) & set(traces(word)) for slip in slips if len(slip) >= 4)


@pytest.mark.parametrize("word", ["rīg", "ogr", "120", "ka120x"])
def test_short_words_and_numbers_are_looked_for_as_they_are(word):
    assert traces(word) == []


def test_the_likeliest_word_stands_first():
    assert nearest("technikum", ["technikas", "tehnikums", "technikum", "kum"]) == [
        "technikum",
        "tehnikums",
        "technikas",
    ]


def test_the_app_reads_the_directory_and_does_not_write_it(db):
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        DirectoryEntry.objects.all().delete()
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        actions.update_directory([TILTU])

    assert DirectoryEntry.objects.count() == 100


@pytest.mark.django_db(transaction=True)
def test_a_list_is_taken_in_twice_without_a_second_copy(tmp_path, capsys):
    path = project_list(tmp_path / "list.csv", COORDINATOR)

    call_command("read_project_list", path)
    call_command("read_project_list", path)

    assert capsys.readouterr().out == f"{path}: 1 organisations\n" * 2
    assert [(entry.name, entry.town) for entry in directory("tiltu 099001")] == []
    assert [(entry.name, entry.town) for entry in directory("tiltu 000099001")] == [("Tiltu tehnikums", "Cēsis")]
    with as_owner():
        DirectoryEntry.objects.filter(name="Tiltu tehnikums").delete()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("Call year,Name\n", "is no list of projects: it has no column Project Identifier, "),
        (None, "can't be opened: No such file or directory"),
    ],
    ids=["other-file", "no-file"],
)
@pytest.mark.django_db(transaction=True)
def test_the_command_says_what_is_wrong_with_a_file(tmp_path, content, sentence):
    path = tmp_path / "list.csv"
    if content:
        path.write_text(content, encoding="utf-8")

    with pytest.raises(CommandError, match=sentence):
        call_command("read_project_list", path)


def test_a_new_partner_is_filled_in_from_the_directory(school, browse):
    client = browse()
    entry = DirectoryEntry.objects.get(name="HTL Mödling")

    listed = client.get(f"/{school.slug}/partners/directory/", {"q": "modling"}).text
    form = client.get(f"/{school.slug}/partners/new/", {"directory": entry.pk}).context["form"]
    sent = {name: form[name].value() for name in form.fields if form[name].value()}
    client.post(f"/{school.slug}/partners/new/", sent)
    again = client.get(f"/{school.slug}/partners/new/", {"directory": entry.pk}).text

    assert f'href="/{school.slug}/partners/new/?directory={entry.pk}"' in listed
    partner = Partner.objects.get()
    assert (partner.name, partner.country, partner.town) == ("HTL Mödling", "AT", "Mödling")
    assert [str(number) for number in partner.numbers.all()] == [
        "Erasmus accreditation 2021-1-AT01-KA120-VET-000046167"
    ]
    assert "It has the same number: 2021-1-AT01-KA120-VET-000046167." in again


def test_the_filled_in_form_is_saved_where_the_browser_sends_it(school, browse):
    client = browse()
    entry = DirectoryEntry.objects.get(name="HTL Mödling")
    address = f"/{school.slug}/partners/new/?directory={entry.pk}"
    form = client.get(address).context["form"]
    sent = {name: form[name].value() for name in form.fields if form[name].value()}

    refused = client.post(address, sent | {"town": ""})
    client.post(address, sent)
    twice = client.post(address, sent)

    assert "town" in refused.context["form"].errors
    assert "It has the same number: 2021-1-AT01-KA120-VET-000046167." in twice.text
    assert Partner.objects.count() == 1


@pytest.mark.parametrize("chosen", ["0", "x", ""], ids=["gone", "no-number", "none"])
def test_an_unknown_entry_gives_an_empty_form(school, browse, chosen):
    response = browse().get(f"/{school.slug}/partners/new/", {"directory": chosen})

    assert (response.status_code, response.context["form"].initial.get("name")) == (200, None)


def test_who_may_not_add_partners_sees_the_directory_without_buttons(school, browse):
    page = browse(Role.EDITOR).get(f"/{school.slug}/partners/directory/", {"q": "ogres"}).text

    assert "OGRES TEHNIKUMS" in page
    assert "?directory=" not in page
