"""The demo tells what five pages of real offices tell, figure by figure, and names none of the people on them."""

import re
import subprocess
from datetime import date
from decimal import Decimal
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from django.apps import apps as django_apps
from django.db import transaction
from django.test import Client
from django.utils import timezone

from tilts.accounts.in_languages import InLanguages
from tilts.accounts.models import User
from tilts.accounts.schools import in_school
from tilts.agreements.models import Agreement
from tilts.agreements.queries import activities_of, parties_of
from tilts.core.names import search_key
from tilts.core.partial_dates import PartialDate
from tilts.demo import data
from tilts.demo.actions import address, open_school
from tilts.demo.data.ahead import POZNAN
from tilts.mobilities.models import Flow, PastActivity
from tilts.mobilities.past.queries import past_activities_with
from tilts.partners.models import Partner, StudyProgramme
from tilts.projects.models import Accreditation, Award, Project, StatedTotal, Strategy
from tilts.projects.queries import money_of, organisations_of

ROOT = Path(__file__).parents[2]

#: Of every name on the pages, in both orders: the first 16 digits of SHA-256 of its two plain words.
NAMES = frozenset(
    [
        "0193bbd6758e9f8b",
        "0c05bc63f40ebe85",
        "16fd724fe4967686",
        "216f3926c4a399e5",
        "21e1b5fe788e2bb8",
        "30da3ed53cd3f5a5",
        "33e43e37ecd2088f",
        "3dcf4d6d0c048368",
        "48fd1cb40355750e",
        "60c9a761ca7c1cad",
        "64e01473c3c574ba",
        "6ac062d0a7ed494c",
        "71e9901d907b3799",
        "72ca31699c1811c3",
        "73746d06e251029c",
        "783e0e7b0056856b",
        "79e4103b71f911c9",
        "7a4d8cb706517513",
        "7bb54ae3559118b5",
        "86eec24c55344504",
        "8bb470982c6132e5",
        "920c40c455f3b909",
        "945003b82690cf1a",
        "b43a183784079b20",
        "c43a170ade29bf2a",
        "c4a3d87c524c73cb",
        "d36dee35fb78cdfc",
        "d6726b40f0ce4953",
        "dcbaed963146880e",
        "dcdd2aa22f111e03",
        "eb2fcd42ebb775d7",
        "f22d18211fe4aa22",
    ]
)


@pytest.fixture(scope="module")
def schools(django_db_setup, django_db_blocker):
    """The three schools of the demo, without the main job; taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield {each.slug: open_school(each, "secret") for each in data.SCHOOLS}
        transaction.set_rollback(True)


@pytest.fixture
def daugavpils(schools):
    with in_school(schools["daugavpils"]) as school:
        yield school


@pytest.fixture
def buvniecibas(schools):
    with in_school(schools["buvniecibas"]) as school:
        yield school


@pytest.fixture
def kutaisi(schools):
    with in_school(schools["kutaisi"]) as school:
        yield school


@pytest.fixture
def coordinator(schools):
    """Makes a browser of the coordinator of a school: `coordinator(data.KUTAISI)`."""

    def sign_in(each):
        client = Client()
        client.force_login(User.objects.get(email=address(each, each.people[0][1])))
        return client

    return sign_in


# The building school and its agreement with a college in Georgia


def test_the_agreement_with_modus_was_signed_at_a_distance_by_a_director_and_a_head_of_department(buvniecibas):
    agreement = Agreement.objects.get()
    ours, theirs = parties_of(agreement)

    assert agreement.signed == PartialDate(2020, 10, 9)
    assert (agreement.concluded, agreement.platform) == ("at_a_distance", "Zoom")
    assert agreement.areas == ["education", "upbringing", "culture", "sport"]
    assert [(each.wording("office", "en"), each.name) for each in ours.signatories.all()] == [
        ("Director of the school", data.BUVNIECIBAS.director)
    ]
    assert theirs.partner.name == "LEPL College “Modus”"
    assert [(each.wording("office", "en"), each.name) for each in theirs.signatories.all()] == [
        ("Head of the department for development of international relations", "")
    ]
    assert activities_of(agreement).count() == 5
    assert [each.wording("condition", "en") for each in activities_of(agreement)][-1] == "Once the epidemic allows it."


def test_both_teach_much_of_the_same(buvniecibas):
    own = {each.titles["en"] for each in StudyProgramme.objects.filter(partner=None)}
    theirs = {each.titles["en"] for each in StudyProgramme.objects.exclude(partner=None)}

    assert theirs - own == {"Landscaping"}
    assert own - theirs == set()


def test_the_page_of_the_agreement_answers_who_signed_with_modus(buvniecibas, coordinator):
    client, here = coordinator(data.BUVNIECIBAS), f"/{buvniecibas.slug}/agreements/"

    listed = client.get(f"{here}?q=modus").text
    page = client.get(f"{here}{Agreement.objects.get().pk}/").text

    assert "LEPL College “Modus”" in listed
    for told in ("9 October 2020", "Zoom", "Director of the school", "Head of the department for development"):
        assert told in page


# Daugavpils tehnikums


@pytest.mark.parametrize(
    ("reference", "role", "begins", "ends", "programme"),
    [
        ("2019-1-LV01-KA101-060158", "applicant", PartialDate(2019), PartialDate(2021), "Erasmus+ 2014–2020"),
        ("2019-1-LV01-KA116-060226", "applicant", PartialDate(2019), PartialDate(2021), "Erasmus+ 2014–2020"),
        *[
            (
                "2020-1-DE02-KA226-VET-008138",
                "partner",
                PartialDate(2021, 3),
                PartialDate(2023, 2),
                "Erasmus+ 2014–2020",
            )
        ],
        ("NFI/IC/VIAA/2020/4", "associated", PartialDate(2020), PartialDate(2023), "EEA and Norway Grants 2014–2021"),
    ],
)
def test_projects_have_their_references_roles_and_dates(daugavpils, reference, role, begins, ends, programme):
    project = Project.objects.get(reference=reference)

    assert (project.own_role, project.starts, project.ends) == (role, begins, ends)
    assert project.programme_name == programme


def test_artin_future_is_run_with_four_partners_of_three_countries_and_an_associated_company(daugavpils):
    organisations = organisations_of(Project.objects.get(title="ArtIn Future"))
    partners = [each.partner for each in organisations if each.role != "associated"]

    assert len(partners) == 4
    assert {each.country for each in partners} == {"DE", "AT", "ES"}
    assert [str(each.partner) for each in organisations if each.role == "associated"] == ["Accenture Latvia"]


def test_the_innovation_centre_costs_what_the_town_says_and_the_sums_are_rounded(daugavpils):
    project = Project.objects.get(reference="NFI/IC/VIAA/2020/4")

    assert (project.total_eur, project.grant_eur, project.cofinancing_eur) == (2_011_605, 1_810_444, 201_161)
    assert project.grant_percent == Decimal(90)
    assert money_of(project).verdict == "rounded"
    assert {str(each.partner) for each in organisations_of(project)} == {
        *("Daugavpils pašvaldība", "Daugavpils Inovāciju centrs", "Daugavpils Universitāte")
    }


def test_the_conference_of_2021_had_40_people_and_is_no_record_of_theirs(daugavpils):
    conference = PastActivity.objects.get(begins_on=date(2021, 6, 15))

    assert (conference.in_all, conference.learners, conference.staff) == (40, None, None)
    assert "6 partner organisations from Estonia, Italy, Spain, Portugal and Germany" in conference.wording(
        "notes", "en"
    )


def test_the_training_of_the_innovation_centre_is_told_with_its_hours(daugavpils):
    training = PastActivity.objects.get(partner__name="Daugavpils Inovāciju centrs")

    assert "8 sessions, 60 academic hours" in training.wording("notes", "en")
    assert "first of four stages" in training.wording("title", "en")
    assert training.project == Project.objects.get(reference="NFI/IC/VIAA/2020/4")


def test_what_was_reached_by_2017_is_told_as_stated_and_the_clash_is_shown(daugavpils):
    assert [(each.title, each.year) for each in Award.objects.all()] == [
        ("Ziemeļu gaisma 2016", 2016),
        ("Spārni 2015", 2015),
    ]
    charter = Accreditation.objects.get(applied_year=2017)
    assert (charter.wording("title", "en"), charter.state, charter.applied_year) == (
        "Erasmus+ VET Mobility Charter",
        "applied",
        2017,
    )
    strategy = Strategy.objects.get(from_year=2017)
    assert (strategy.from_year, strategy.to_year, strategy.approved_by) == (
        *(2017, 2021, "Izglītības un zinātnes ministrija"),
    )
    mobilities, projects, countries = StatedTotal.objects.all()
    assert (mobilities.number, mobilities.is_at_least) == (18, False)
    assert "18 projects" in mobilities.wording("clash", "en")
    assert (projects.number, projects.is_at_least) == (50, True)
    for language, last in (("lv", " un "), ("en", " and "), ("ka", " და ")):
        named = countries.wording("what", language).split(":")[1].replace(last, ", ").split(",")
        assert countries.number == len(named)
    courses = PastActivity.objects.filter(title__startswith="Pedagogu kursi un semināri ")
    assert {each.country for each in courses} == {"DE", "AT", "GB", "MT", "ES", "GR"}


def test_the_building_school_is_a_neighbour_with_two_other_places(daugavpils):
    school = Partner.objects.get(name="Daugavpils Būvniecības tehnikums")

    assert [site.town for site in school.sites.all()] == ["Dagda", "Višķi"]


# The college of Kutaisi


@pytest.mark.parametrize(
    ("begins", "direction", "country", "learners", "staff", "others"),
    [
        (PartialDate(2012, 5), "out", "EE", None, None, None),
        (PartialDate(2012, 5), "out", "PL", 20, 5, None),
        (PartialDate(2014), "in", "PL", None, None, None),
        (PartialDate(2015), "out", "PL", None, 15, None),
        (PartialDate(2016), "out", "EE", None, 2, None),
        (PartialDate(2017, 9, 2), "out", "PL", 10, 7, None),
        (PartialDate(2018), "in", "PL", None, None, 6),
        (PartialDate(2018), "in", "EE", 1, 1, None),
    ],
    ids=lambda value: str(value) if isinstance(value, PartialDate) else "",
)
def test_the_years_of_kutaisi_are_there_with_their_counts(kutaisi, begins, direction, country, learners, staff, others):
    found = [
        each for each in PastActivity.objects.filter(country=country, direction=direction) if each.begins == begins
    ]

    assert [(each.learners, each.staff, each.others) for each in found] == [(learners, staff, others)]


def test_the_years_of_kutaisi_hold_nothing_else(kutaisi):
    assert PastActivity.objects.count() == 8


def test_the_page_of_2017_answers_how_many_went_to_poland(kutaisi, coordinator):
    client, here = coordinator(data.KUTAISI), f"/{kutaisi.slug}/earlier/"
    client.cookies["django_language"] = "en"
    client.post("/language/setlang/", {"language": "en"})

    listed = client.get(f"{here}?country=PL&year=2017").text
    page = client.get(f"{here}{PastActivity.objects.get(learners=10).pk}/").text

    assert listed.count("<tr") == 2  # the head and the one
    assert "Exchange programme in Poznań" in listed
    for told in ("By competition", "Poznań", ">10<", ">7<"):
        assert told in page


def test_the_agreement_with_rakvere_plans_placements_and_traineeships(kutaisi):
    agreement = Agreement.objects.get()

    assert agreement.signed is None
    assert [(each.wording("text", "en"), each.wording("condition", "en")) for each in activities_of(agreement)] == [
        ("Placements of our learners in Rakvere", "3 to 5 weeks each."),
        ("Traineeships and retraining in Rakvere for our teachers of transport", ""),
    ]


def test_each_of_the_five_colleges_shows_what_was_done_with_the_five(kutaisi):
    colleges = Partner.objects.filter(groups__group__name="პოზნანის ხუთი კოლეჯი")

    assert colleges.count() == 5
    assert {tuple(each.begins_on.year for each in past_activities_with(college)) for college in colleges} == {
        (2018, 2015)
    }


@pytest.mark.parametrize("school", [each.slug for each in data.SCHOOLS])
@pytest.mark.parametrize("language", ["en", "lv", "ka"])
def test_what_a_school_tells_is_there_in_every_language(schools, school, language):
    with in_school(schools[school]):
        for model in django_apps.get_models():
            if issubclass(model, InLanguages) and not hasattr(model, "pgh_tracked_model"):
                for row in model.objects.all():
                    first = row.texts[model.WORDED[0]]
                    assert language in first or _is_a_name(row), (row, first)


def _is_a_name(row):
    """Official titles and prizes are called the same everywhere."""
    return isinstance(row, Project | Award)


# People


def test_no_name_of_the_pages_stands_anywhere_in_the_project():
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if files.returncode:
        pytest.skip("no checkout")
    found = set()
    for name in filter(None, files.stdout.split("\0")):
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue
        found |= {
            (name, *pair)
            for pair in pairwise(re.findall(r"[^\W\d_]+", text))
            if pair[0][0] != pair[0][0].lower() or ord(pair[0][0]) > 0x1000
        }

    assert [(name, a, b) for name, a, b in found if _mark(a, b) in NAMES] == []


def test_the_names_of_the_pages_are_recognised():
    assert len(NAMES) == 32
    assert _mark("Jānis", "Bērziņš") == _mark("janis", "berzins")


def _mark(a, b):
    return sha256(f"{search_key(a)} {search_key(b)}".encode()).hexdigest()[:16]


def test_the_home_page_has_a_flow_to_prepare_whenever_the_demo_is_set_up(daugavpils, coordinator):
    flow = Flow.objects.get(name=POZNAN["name"])

    page = coordinator(data.DAUGAVPILS).get(f"/{daugavpils.slug}/").text

    assert flow.starts_on > timezone.localdate()
    assert re.search(rf"“{flow.name}” begins in \d+ days, on [^:]+: \d+ things are missing\.", page)
