"""What a school and a partner teach, side by side, and who else teaches it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from tests.factories import PartnerFactory, ProjectFactory
from tilts.accounts.roles import Role
from tilts.accounts.schools import in_school
from tilts.partners.models import Encounter, StudyProgramme
from tilts.partners.possible.queries import near_to, told_by_name
from tilts.partners.rules.matching import Reason, Why
from tilts.partners.teaching import priorities
from tilts.partners.teaching.forms import ProgrammeForm
from tilts.partners.teaching.queries import possible_partners, side_by_side
from tilts.partners.teaching.sentences import why_matched
from tilts.projects.models import ProjectOrganisation


def teach(partner, code, *titles, **facts):
    return StudyProgramme.objects.create(
        partner=partner,
        isced_code=code,
        titles=dict(zip(("lv", "en", "ka"), titles, strict=False)),
        **({"eqf_level": 4} | facts),
    )


@pytest.fixture
def modus(school):
    """A college that teaches what the college of Rustavi teaches, beside a school of builders."""
    partner = PartnerFactory(name="Modus", country="GE", town="Rustavi", latitude=41.55, longitude=45.01)
    for code, *titles in [("0732", "Būvdarbi", "Construction works"), ("0716", "Autotransports", "Motor vehicles")]:
        teach(None, code, *titles)
    teach(None, "1013", "Ēdināšana", "Catering")
    teach(partner, "0716", "", "", "საავტომობილო ტრანსპორტი")
    teach(partner, "0732", "Būvdarbi")
    teach(partner, "0812", "Apzaļumošanas darbi")
    return partner


def test_what_both_teach_stands_side_by_side(modus):
    found = side_by_side(modus)

    assert [(str(pair.ours), pair.score, pair.reached, pair.possible) for pair in found.pairs] == [
        ("Construction works", 100, 85, 85),
        ("Motor vehicles", 71, 60, 85),
    ]
    assert (list(map(str, found.only_ours)), list(map(str, found.only_theirs))) == (
        ["Catering"],
        ["Apzaļumošanas darbi"],
    )


def test_every_match_is_shown_when_asked_for(modus):
    teach(modus, "0732", "Ēku būvdarbi")

    once, every = side_by_side(modus), side_by_side(modus, is_each_once=False)

    assert (len(once.pairs), len(every.pairs)) == (2, 3)
    assert list(map(str, once.only_theirs)) == ["Apzaļumošanas darbi", "Ēku būvdarbi"]


def test_partners_stand_in_the_order_of_what_they_share(modus):
    little = PartnerFactory(name="Rakvere")
    teach(little, "0716", "Automehāniķis")
    teach(PartnerFactory(), "0915", "Fizioterapija")

    assert [(each.partner, each.titles) for each in possible_partners()] == [
        (modus, ["Construction works", "Motor vehicles"]),
        (little, ["Motor vehicles"]),
    ]


def test_programmes_of_another_school_are_no_partners(modus, other_school):
    with in_school(other_school):
        teach(None, "0732", "Būvdarbi")

        assert possible_partners() == []


def test_the_page_tells_why_two_go_together(modus, school, browse):
    page = browse(Role.TEACHER).get(f"/{school.slug}/partners/{modus.pk}/both-teach/").text

    for told in (
        "Taught there, too: 2 of your 3 study programmes.",
        "Construction works",
        "100 of 100",
        "The same field: 0716 Motor vehicles, ships and aircraft.",
        "The same level: EQF 4.",
        "No word of the titles is the same.",
        "Together, of 100: 71",
        "60 of 85",
    ):
        assert told in page


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        (False, True, "Enter what your own school teaches; then Tilts finds what both teach."),
        (True, False, "Enter what this partner teaches; then Tilts finds what both teach."),
        (True, True, "Nothing that the two teach goes together."),
    ],
    ids=["ours-missing", "theirs-missing", "nothing-in-common"],
)
def test_the_page_says_what_is_missing(school, browse, ours, theirs, told):
    partner = PartnerFactory()
    if ours:
        teach(None, "0732", "Būvdarbi")
    if theirs:
        teach(partner, "1013", "Ēdināšana", eqf_level=2)

    assert told in browse().get(f"/{school.slug}/partners/{partner.pk}/both-teach/").text


def test_the_page_of_possible_partners_leads_to_each(modus, school, browse):
    page = browse().get(f"/{school.slug}/partners/possible/").text

    assert f'<a href="/{school.slug}/partners/{modus.pk}/both-teach/">Modus</a>' in page
    assert "2 of 3" in page


def test_possible_partners_are_asked_for_in_the_same_number_of_queries(modus, school):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            possible_partners()
        return len(queries)

    first = asked()
    for _ in range(2):
        teach(PartnerFactory(), "0716", "Autotransports")

    assert asked() == first


def test_a_programme_keeps_what_is_taught_in_each_language(school):
    form = ProgrammeForm({"title_lv": "Tīkli", "units_lv": "Kabeļi\nDrošība", "outcomes_en": "Sets up a network"})

    programme = form.save()

    assert (programme.units, programme.outcomes) == ({"lv": "Kabeļi\nDrošība"}, {"en": "Sets up a network"})
    assert programme.content == {"lv": ["Kabeļi", "Drošība"], "en": ["Sets up a network"]}
    assert ProgrammeForm(instance=programme).initial["units_lv"] == "Kabeļi\nDrošība"


def test_what_is_taught_in_a_language_that_the_form_does_not_ask_for_stays(school):
    programme = StudyProgramme.objects.create(titles={"lv": "Tīkli"}, units={"pl": "Kable", "lv": "Kabeļi"})

    ProgrammeForm({"title_lv": "Tīkli"}, instance=programme).save()

    programme.refresh_from_db()
    assert programme.units == {"pl": "Kable"}


@pytest.mark.parametrize("why", list(Why), ids=[why.value for why in Why])
@pytest.mark.parametrize("language", ["en", "lv", "ka"])
def test_every_reason_has_its_sentence(why, language):
    values = {"field": "071", "ours": "A", "theirs": "B", "words": "c", "common": "2", "lines": "3"}

    with override(language):
        told = why_matched(Reason(why, 1, 1, values))

    assert told[-1] == "."
    assert "%(" not in told


def test_who_is_like_a_partner_stands_nearest_first(db, school, browse):
    ogre = PartnerFactory(name="Ogres skola", country="LV", town="Ogre", latitude=56.816, longitude=24.614)
    riga = PartnerFactory(name="Rīgas skola", country="LV", town="Rīga", latitude=56.946, longitude=24.106)
    PartnerFactory(name="Uzņēmums", kind="company", country="LV", town="Ogre", latitude=56.816, longitude=24.614)
    PartnerFactory(name="Liepājas skola", country="LV", town="Liepāja", latitude=56.505, longitude=21.011)
    PartnerFactory(
        name="Jelgavas Amatu vidusskola", country="LV", town="Jelgava", latitude=56.65, longitude=23.71, kind="company"
    )

    near = near_to(ogre)
    page = browse().get(f"/{school.slug}/partners/{ogre.pk}/both-teach/").text

    assert (near[0].partner, round(near[0].km)) == (riga, 34)
    assert {each.entry.town for each in near[1:]} == {"Riga", "Jūrmala", "Olaine"}
    assert [each.km for each in near] == sorted(each.km for each in near)
    assert "Jelgavas Amatu vidusskola" not in {str(each.entry) for each in near}
    assert ">Rīgas skola</a>" in page
    assert f"/partners/new/?directory={near[1].entry.pk}" in page


def test_the_pages_tell_what_ties_a_partner(modus, school, browse):
    told = "Your only partner in this country: Georgia"

    assert told in browse().get(f"/{school.slug}/partners/{modus.pk}/").text
    assert told in browse().get(f"/{school.slug}/partners/{modus.pk}/both-teach/").text
    PartnerFactory(country="GE")
    assert told not in browse().get(f"/{school.slug}/partners/{modus.pk}/").text


def test_what_was_done_before_stands_beside_what_both_teach(modus, school, browse):
    Encounter.objects.create(partner=modus, kind="meeting", what="Sarunas", on=date(2020, 9, 1))
    Encounter.objects.create(partner=modus, kind="visit_here", what="Vizīte", on=date(2090, 9, 1))
    project = ProjectFactory(title="Prakse Eiropā", state="running")
    ProjectOrganisation.objects.create(project=project, partner=modus)

    page = browse().get(f"/{school.slug}/partners/{modus.pk}/both-teach/").text

    assert "Sarunas" in page
    assert "Vizīte" not in page
    assert f'<a href="/{school.slug}{project.get_absolute_url()}" lang="lv">Prakse Eiropā</a>' in page


def test_schools_of_the_directory_are_told_by_their_names(modus, school, browse, monkeypatch):
    teach(None, "0215", "Mūzika")

    told = told_by_name()
    page = browse().get(f"/{school.slug}/partners/possible/").text

    assert {(str(each.entry), each.words) for each in told} >= {
        ("Rigas Buvniecibas koledza", ("Buvniecibas",)),
        ("MIKC Ventspils Muzikas vidusskola", ("Muzikas",)),
    }
    assert "Its name says: Buvniecibas" in page
    monkeypatch.setattr(priorities, "_sources", [lambda: frozenset({"EE"})])
    assert {each.entry.country for each in told_by_name()} <= {"EE"}


def test_a_partner_is_no_longer_told_by_its_name(modus):
    PartnerFactory(name="Rīgas Būvniecības koledža", country="LV")

    assert "Rigas Buvniecibas koledza" not in {str(each.entry) for each in told_by_name()}


def test_of_those_who_share_as_much_the_region_that_is_put_first_stands_first(school, monkeypatch):
    teach(None, "0716", "Autotransports")
    for country in ("EE", "GE"):
        teach(PartnerFactory(name=country, country=country), "0716", "Autotransports")
    monkeypatch.setattr(priorities, "_sources", [lambda: frozenset({"GE"})])

    assert [(each.partner.name, each.is_priority) for each in possible_partners()] == [("GE", True), ("EE", False)]
