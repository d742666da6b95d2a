"""Possible partners: an organisation of the directory before it is a partner, and what helps to find one."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import PartnerFactory
from tilts.accounts.roles import Role
from tilts.agreements.models import Agreement, Party
from tilts.partners.models import DirectoryEntry, PartnerName, PartnerNumber, StudyProgramme
from tilts.partners.possible.queries import find, partners_among, told_by_name
from tilts.partners.rules.titles import begins_of, tells_of
from tilts.projects.strategy.models import Strategy, StrategyRegion


def test_an_organisation_of_the_directory_is_seen_as_a_possible_partner(school, browse):
    StudyProgramme.objects.create(titles={"lv": "Namu būvniecība"}, isced_code="0732", eqf_level=4)
    strategy = Strategy.objects.create(title="Stratēģija", from_year=2021)
    StrategyRegion.objects.create(strategy=strategy, name="Kaimiņi", countries=["AT"])
    ended = Strategy.objects.create(title="Vecā", from_year=2010, to_year=2013)
    StrategyRegion.objects.create(strategy=ended, name="Sen", countries=["AT"])
    entry = DirectoryEntry.objects.get(name="HTL Mödling")
    builders = DirectoryEntry.objects.get(name="Rigas Buvniecibas koledza")

    page = browse().get(f"/{school.slug}/partners/directory/{entry.pk}/").text
    guessed = browse().get(f"/{school.slug}/partners/directory/{builders.pk}/").text

    assert "Would be your first partner in this country: Austria" in page
    assert "In a priority region of the strategy 2021–…:" in page
    assert "Sen" not in page
    assert f'href="/{school.slug}/partners/new/?directory={entry.pk}"' in page
    assert "its name tells of nothing that you teach" in page
    assert ["Which programme can pay" in each for each in (page, guessed)] == [True, False]  # the second one is at home
    assert ("Namu būvniecība" in guessed, "Its name says: Buvniecibas" in guessed) == (True, True)


def test_what_is_a_partner_already_says_so_and_is_not_offered_twice(school, browse):
    entry = DirectoryEntry.objects.get(name="HTL Mödling")
    partner = PartnerFactory(name="Höhere Schule", country="AT")
    PartnerNumber.objects.create(partner=partner, kind="accreditation", number=entry.accreditation)
    PartnerName.objects.create(partner=PartnerFactory(name="Tilti", country="LV"), text="Ogres tehnikums")

    page = browse().get(f"/{school.slug}/partners/directory/{entry.pk}/").text
    listed = browse().get(f"/{school.slug}/partners/directory/", {"q": "tehnikums"}).text

    assert "It is your partner already:" in page
    assert "?directory=" not in page
    assert 'Your partner<span class="visually-hidden">: Tilti</span>' in listed


def test_the_name_of_an_organisation_elsewhere_is_no_partner(school):
    entry = DirectoryEntry.objects.get(name="HTL Mödling")
    PartnerFactory(name="HTL Mödling", country="DE")

    assert partners_among([entry]) == {}


def test_the_directory_is_narrowed_by_country_and_kind(school, browse):
    rows = (
        browse().get(f"/{school.slug}/partners/directory/", {"country": "NO", "kind": "school"}).context["table"].rows
    )

    assert {(row.record.country, row.record.kind) for row in rows} == {("NO", "school")}


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ({"q": "ogres qqqqqq"}, ["?q=ogres"]),
        ({"q": "ogres", "country": "NO"}, ["?q=ogres"]),
        ({"q": "qqqqqq"}, []),
    ],
    ids=["one-word-less", "other-countries", "nothing"],
)
def test_who_finds_nothing_is_told_what_would_be_found(school, browse, asked, offered):
    page = browse().get(f"/{school.slug}/partners/directory/", asked).text

    assert re.findall(r'<li><a href="(\?q=[^"]*)"', page) == offered


def test_the_directory_asks_the_database_as_often_for_three_rows_as_for_one(school, browse):
    client, address = browse(), f"/{school.slug}/partners/directory/"
    client.get(address)

    counts = []
    for search in ("modling", "tehnikums"):
        with CaptureQueriesContext(connection) as queries:
            client.get(address, {"q": search})
        counts.append(len(queries))

    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("name", "is_told"),
    [("mediju", True), ("medicinas", False), ("tehnikums", False), ("buvniecibaskolledz", True), ("muzikas", False)],
    ids=["an-ending", "another-word", "every-school", "part-of-a-longer-word", "something-else"],
)
def test_a_name_tells_of_what_we_teach_by_words_that_not_every_school_has(name, is_told):
    begins = begins_of("Media techniques", "Informācijas tehnoloģijas", "Būvniecība")

    assert any(tells_of(name, each) for each in begins) == is_told


def test_a_school_is_not_told_by_the_word_for_its_kind(school):
    StudyProgramme.objects.create(titles={"lv": "Datortehnika", "en": "Techniques of media"}, isced_code="0211")

    assert not {"tehnikums", "medicinas"} & {word.lower() for each in told_by_name() for word in each.words}


def test_the_first_partner_in_a_country_stays_the_first_when_others_follow(school, browse):
    first, second = PartnerFactory(name="Modus", country="GE"), PartnerFactory(name="Kutaisi", country="GE")
    for partner, signed_on in ((first, date(2020, 10, 9)), (second, date(2024, 5, 1))):
        agreement = Agreement.objects.create(title="Līgums", state="in_force", signed_on=signed_on)
        Party.objects.create(agreement=agreement, partner=partner)

    pages = [browse().get(f"/{school.slug}/partners/{each.pk}/").text for each in (first, second)]

    assert ["Your first partner in this country: Georgia" in page for page in pages] == [True, False]


def test_what_both_teach_is_two_clicks_from_the_list_even_where_nothing_is_known(school, browse):
    partner = PartnerFactory(name="Modus", country="GE")

    listed = browse().get(f"/{school.slug}/partners/").text
    page = browse().get(f"/{school.slug}/partners/{partner.pk}/").text

    assert f'href="/{school.slug}/partners/possible/"' in listed
    assert f'href="/{school.slug}/partners/{partner.pk}/both-teach/"' in page


def test_the_search_of_the_house_finds_who_is_no_partner_yet(school, browse):
    entry = DirectoryEntry.objects.get(name="HTL Mödling")
    client, here = browse(), f"/{school.slug}/search/"

    assert f'href="/{school.slug}/partners/directory/{entry.pk}/"' in client.get(here, {"q": "htl modl"}).text
    PartnerFactory(name="HTL Mödling", country="AT")
    assert "partners/directory/" not in client.get(here, {"q": "htl modl"}).text


def test_a_letter_or_two_are_not_looked_for_in_the_whole_directory(school):
    assert (find("ht", 5), [each.label for each in find("htl", 5)]) == ([], ["HTL Mödling"])


def test_who_tells_nothing_of_what_it_teaches_is_named_with_the_way_to_enter_it(school, browse):
    StudyProgramme.objects.create(titles={"lv": "Būvniecība"}, isced_code="0732")
    silent, telling = PartnerFactory(name="Silent"), PartnerFactory(name="Telling")
    StudyProgramme.objects.create(partner=telling, titles={"lv": "Pavārs"}, isced_code="1013")
    PartnerFactory(name="Company", kind="company")
    PartnerFactory(name="Gone", successor=telling)

    pages = [browse(role).get(f"/{school.slug}/partners/possible/") for role in (Role.COORDINATOR, Role.DIRECTOR)]

    add = f'href="/{school.slug}/partners/{silent.pk}/programmes/new/"'
    assert [each.name for each in pages[0].context["unknown"]] == ["Silent"]
    assert [add in page.text for page in pages] == [True, False]
