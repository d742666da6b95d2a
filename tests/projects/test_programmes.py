"""The file of programmes, held against what it must have."""

import csv
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from tilts.projects.programmes import FILE, ProgrammeError, load, programmes

FACTS = Path(__file__).parents[2].parent / "shared" / "facts" / "funding"
SURENESS = {"V": "confirmed", "T": "derived", "R": "recalled"}


def test_the_programmes_of_the_last_thirty_years_are_there():
    assert {code: (each.from_year, each.to_year) for code, each in programmes().items()} == {
        "erasmus-2021": (2021, 2027),
        "erasmus-2014": (2014, 2020),
        "llp": (2007, 2013),
        "leonardo-2": (2000, 2006),
        "leonardo-1": (1995, 1999),
        "socrates-2": (2000, 2006),
        "socrates-1": (1995, 1999),
        "nordplus-2023": (2023, 2027),
        "nordplus-2018": (2018, 2022),
        "nordplus-2012": (2012, 2017),
        "eea-norway-2021": (2021, 2028),
        "eea-norway-2014": (2014, 2021),
        "eea-norway-2009": (2009, 2014),
        "eea-norway-2004": (2004, 2009),
    }


@pytest.mark.skipif(not FACTS.exists(), reason="the facts (../shared/facts) are not here")
def test_every_action_of_the_facts_is_there_as_sure_as_they_are():
    rows = csv.DictReader((FACTS / "action_codes.csv").read_text(encoding="utf-8").splitlines())
    told = {
        (f"{row['code']}-{field}" if "/" in row["field"] else row["code"], SURENESS[row["confidence"]])
        for row in rows
        for field in row["field"].split("/")
    }
    erasmus = ("erasmus-2014", "erasmus-2021")

    assert {(each.code, each.status) for code in erasmus for each in programmes()[code].actions} == told


@pytest.mark.parametrize(
    ("programme", "code", "title"),
    [
        ("erasmus-2021", "KA121-VET", "Accredited projects for mobility of learners and staff"),
        ("erasmus-2021", "KA131-HED", "HE mobility supported by internal policy funds"),
        ("erasmus-2014", "KA116", "VET learner and staff mobility with VET Mobility Charter"),
        ("erasmus-2014", "KA121-VET", None),
        ("erasmus-2021", "KA121", None),
    ],
    ids=["with-field", "field-not-named", "2014", "of-the-next-programme", "without-its-field"],
)
def test_an_action_is_found_by_its_code(programme, code, title):
    found = programmes()[programme].action(code)

    assert (found.title("en") if found else None) == title


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_every_action_has_a_title_in_every_language_of_the_pages(language):
    actions = [action for programme in programmes().values() for action in programme.actions]

    assert [action.code for action in actions if not action.titles.get(language)] == []


def test_a_title_falls_back_to_english():
    action = programmes()["erasmus-2021"].action("KA121-VET")

    assert [action.title(language) for language in ("lv", "et")] == [
        "Akreditēts mobilitātes projekts",
        "Accredited projects for mobility of learners and staff",
    ]


PROGRAMME = {
    "code": "tilts-2030",
    "name": "Bridges 2030",
    "from_year": 2030,
    "to_year": 2035,
    "status": "confirmed",
    "reference": {"title": "A guide made up for this test"},
    "actions_reference": {"title": "A guide made up for this test"},
    "actions": [{"code": "B1", "title": {"en": "Small bridges"}, "status": "confirmed"}],
}


def written(tmp_path, *rows):
    file = tmp_path / "programmes.yaml"
    file.write_text(yaml.safe_dump({"checked_on": "2026-11-21", "programmes": list(rows)}), encoding="utf-8")
    return file


def test_a_file_of_programmes_is_read(tmp_path):
    (programme,) = load(written(tmp_path, PROGRAMME)).values()

    assert (programme.code, programme.actions[0].code, programme.actions[0].from_year) == ("tilts-2030", "B1", 2030)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"status": "sure"}, "tilts-2030.status: must be one of confirmed"),
        ({"to_year": 2029}, "tilts-2030.to_year: must not be before 2030: 2029"),
        ({"budget": 5}, "tilts-2030.budget: no such key"),
        ({"references": ["letters"]}, "tilts-2030.references: no such form: 'letters'"),
        ({"actions": []}, "tilts-2030.actions_reference: goes with actions"),
        (
            {"actions": [{"code": "B1", "title": {"lv": "Tilti"}, "status": "confirmed"}]},
            "tilts-2030.B1.title: must have",
        ),
        ({"actions": [{"code": "B1", "status": "confirmed"}]}, "tilts-2030.B1.title: is missing"),
    ],
    ids=["status", "years", "key", "form", "source-without-actions", "no-english", "no-title"],
)
def test_a_malformed_programme_is_refused_by_its_place(tmp_path, changes, message):
    with pytest.raises(ProgrammeError) as refused:
        load(written(tmp_path, PROGRAMME | changes))

    assert str(refused.value).startswith(message)


def test_a_programme_stands_once(tmp_path):
    with pytest.raises(ProgrammeError, match="tilts-2030: stands twice"):
        load(written(tmp_path, PROGRAMME, PROGRAMME))


def test_every_programme_tells_where_its_years_stand():
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))["programmes"]

    assert [row["code"] for row in rows if not row["reference"]["title"]] == []


def test_a_programme_is_called_as_the_reader_s_language_calls_it():
    grants = programmes()["eea-norway-2014"]

    assert [grants.title(language) for language in ("en", "lv", "de")] == [
        "EEA and Norway Grants 2014–2021",
        "EEZ un Norvēģijas granti 2014–2021",
        "EEA and Norway Grants 2014–2021",
    ]
