"""Partners on pages: other names, numbers, contacts, places, programmes, groups, look-alikes, export."""

import re
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from python_calamine import load_workbook

from tests.factories import FlowFactory, PartnerFactory
from tilts.accounts.roles import Role
from tilts.accounts.schools import in_school
from tilts.partners.forms import ContactForm, PartnerForm
from tilts.partners.models import (
    Partner,
    PartnerContact,
    PartnerGroup,
    PartnerGroupMember,
    PartnerName,
    PartnerNumber,
    PartnerSite,
    StudyProgramme,
)
from tilts.partners.queries import partners, partners_nearly, programmes_of
from tilts.partners.teaching.forms import ProgrammeForm

FILLED = {"name": "Rakvere Ametikool", "kind": "school", "country": "EE", "town": "Rakvere"}


@pytest.fixture
def kutaisi(school):
    partner = PartnerFactory(name="ქუთაისის კოლეჯი", country="GE", town="Kutaisi")
    PartnerName.objects.create(partner=partner, text="Kutaisi Public College", language="en", kind="official")
    PartnerName.objects.create(partner=partner, text="KPC", kind="short")
    PartnerNumber.objects.create(partner=partner, kind="oid", number="E10200001")
    PartnerSite.objects.create(
        partner=partner, name="Old Mill", country="GE", town="Batumi", latitude=41.6, longitude=41.6
    )
    return partner


@pytest.mark.parametrize(
    "typed",
    ["kutaisis", "ქუთ", "public", "College Kut", "kpc", "e102", "mill", "batumi", "Koleji, Public"],
    ids=["latin", "georgian", "middle", "any-order", "short", "oid", "site", "site-town", "two-names"],
)
def test_a_partner_is_found_by_any_word_of_any_name(kutaisi, typed):
    PartnerFactory(name="Rakvere Ametikool", country="EE", town="Rakvere")

    assert list(partners(typed)) == [kutaisi]


@pytest.mark.parametrize("typed", ["olleg", "kutaisi x", "–"], ids=["inside-a-word", "one-word-too-many", "sign"])
def test_a_partner_is_not_found_by_anything_else(kutaisi, typed):
    assert list(partners(typed)) == []


@pytest.mark.parametrize("typed", ["Gruzija", "საქართველო", "georg", "college georgia"])
def test_a_partner_is_found_by_its_country_in_any_language(kutaisi, typed):
    PartnerFactory(name="Rakvere Ametikool", country="EE", town="Rakvere")

    assert list(partners(typed)) == [kutaisi]


def test_a_partner_is_no_longer_found_by_what_was_taken_away(kutaisi):
    kutaisi.names.get(text="KPC").delete()
    kutaisi.name = "LEPL Kutaisi College"
    kutaisi.save()

    assert (list(partners("kpc")), list(partners("kutaisis")), list(partners("lepl"))) == ([], [], [kutaisi])


def test_names_of_another_school_find_nothing(kutaisi, other_school):
    with in_school(other_school):
        assert list(partners("kpc")) == []


@pytest.mark.parametrize(
    "typed",
    ["kutiasi public", "kutasi", "kuttaisi coll", "pubilc georgia", "კუტასი", "batmi"],
    ids=["swapped", "too-few", "too-many", "country", "georgian", "site-town"],
)
def test_a_misspelt_partner_is_found_nearly(kutaisi, typed):
    PartnerFactory(name="Rakvere Ametikool", country="EE", town="Rakvere")

    assert (list(partners(typed)), list(partners_nearly(typed))) == ([], [kutaisi])


@pytest.mark.parametrize("typed", ["", "–", "kpx", "E10200002", "kutasi rakvere"])
def test_what_is_near_no_partner_finds_none(kutaisi, typed):
    assert list(partners_nearly(typed)) == []


def test_a_misspelt_partner_of_another_school_is_not_found(kutaisi, other_school):
    with in_school(other_school):
        assert list(partners_nearly("kutasi")) == []


@pytest.mark.parametrize(("role", "leads_on"), [(Role.COORDINATOR, True), (Role.TEACHER, False)])
def test_the_list_says_that_it_shows_what_is_nearly_so(school, browse, role, leads_on):
    PartnerFactory(name="Rakvere Ametikool", country="EE", town="Rakvere")

    page = browse(role).get(f"/{school.slug}/partners/?q=Rakvre+Ametikool").text

    assert "Nothing is called “Rakvre Ametikool”. These are spelled nearly so:" in page
    assert ">Rakvere Ametikool</a>" in page
    assert (f'href="/{school.slug}/partners/directory/?q=Rakvre%20Ametikool"' in page) == leads_on


def test_the_longest_name_in_letters_that_grow_can_be_saved(school):
    partner = PartnerFactory(name="Щ" * 200)

    assert list(partners("Щ" * 200)) == [partner]


NUMBERS = {"oid": "e10012345", "pic": "999 012 345", "registration": "70003840"}


def test_numbers_are_kept_as_they_are_stored(school):
    accreditations = "2021-1-EE01-KA120-VET-000043425, 2021-1-EE01-KA120-SCH-000043426"

    partner = PartnerForm(FILLED | NUMBERS | {"accreditation": accreditations}).save()
    PartnerForm(FILLED | {"pic": "999012345", "oid": "E10012346"}, instance=partner).save()

    assert list(partner.numbers.values_list("kind", "number")) == [("oid", "E10012346"), ("pic", "999012345")]
    events = partner.numbers.model.pgh_event_model.objects.filter(pgh_label="insert")
    assert set(events.values_list("number", flat=True)) == {
        *("E10012345", "999012345", "70003840", "E10012346"),
        *("2021-1-EE01-KA120-VET-000043425", "2021-1-EE01-KA120-SCH-000043426"),
    }


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("oid", "10012345", "“10012345” is no OID. An OID is the letter E and 8 digits, like E10012345."),
        ("oid", "E10012345, E10012346", "“E10012345, E10012346” is no OID. An OID is the letter E and 8 digits, like "),
        ("pic", "99", "“99” is no PIC. A PIC has 9 digits, like 999012345."),
        ("accreditation", "VET", "“VET” is no reference of an Erasmus accreditation. One looks like "),
        ("accreditation", "2021-1-EE01-KA121-VET-000012345", "“2021-1-EE01-KA121-VET-000012345” is the number of a "),
        ("registration", "123", "“123” is no registration number of this country: Estonia has 8 digits."),
        ("website", "java script", "Enter a valid URL."),
    ],
    ids=["oid", "two-oids", "pic", "accreditation", "project", "registration", "website"],
)
def test_a_wrong_number_is_told_in_a_sentence(school, field, typed, sentence):
    (told,) = PartnerForm(FILLED | {field: typed}).errors[field]

    assert told.startswith(sentence)


def test_tags_and_priority_are_kept_found_and_narrow_the_list(school, browse):
    other = PartnerFactory(name="Bulduru tehnikums", tags=["dārzi"])
    partner = PartnerForm(FILLED | {"tags": "viesnīcas, 2027, Viesnīcas", "priority": "1"}).save()
    here = f"/{school.slug}/partners/"

    by_tag, by_priority = (browse().get(f"{here}?{narrowed}").text for narrowed in ("tag=viesnīcas", "priority=2"))

    assert (partner.tags, partner.priority) == (["2027", "viesnīcas"], Partner.Priority.HIGH)
    assert PartnerForm(instance=partner).initial["tags"] == "2027, viesnīcas"
    assert list(partners("viesn")) == [partner]
    assert (">Rakvere Ametikool<" in by_tag, ">Bulduru tehnikums<" in by_tag) == (True, False)
    assert (">Rakvere Ametikool<" in by_priority, ">Bulduru tehnikums<" in by_priority) == (False, True)
    shown = browse().get(f"{here}{partner.pk}/").text
    assert "High priority" in shown
    assert f'href="{here}?tag=viesn%C4%ABcas"' in shown
    assert other.priority == Partner.Priority.USUAL


@pytest.mark.parametrize(("role", "found"), [(Role.DIRECTOR, ["Modus"]), (Role.EDITOR, ["Modus", "Rakvere"])])
def test_who_sees_contacts_narrows_the_list_by_their_language(school, browse, role, found):
    for name, language in (("Modus", "ka"), ("Rakvere", "et")):
        PartnerContact.objects.create(partner=PartnerFactory(name=name), email="a@example.org", language=language)

    page = browse(role).get(f"/{school.slug}/partners/?contact_language=ka")

    assert [row.record.name for row in page.context["table"].rows] == found
    assert ("Georgian</option>" in page.text) == (role == Role.DIRECTOR)


def test_the_list_tells_tags_and_an_unusual_priority(school, browse):
    PartnerFactory(name="Bulduru tehnikums", tags=["dārzi", "2027"], priority=Partner.Priority.HIGH)
    PartnerFactory(name="Ogres tehnikums")

    rows = [
        " ".join(re.sub("<[^>]+>", " ", row.get_cell("name")).split())
        for row in browse().get(f"/{school.slug}/partners/").context["table"].rows
    ]

    assert rows == ["Bulduru tehnikums High priority dārzi · 2027", "Ogres tehnikums"]


@pytest.mark.parametrize("page", ["groups/", "programmes/", "directory/", "possible/"])
def test_a_page_below_the_partners_leads_back_to_them(school, browse, page):
    crumbs = re.search(r'<nav class="crumbs".*?</nav>', browse().get(f"/{school.slug}/partners/{page}").text, re.DOTALL)

    assert f'href="/{school.slug}/partners/"' in crumbs[0]


def test_a_list_without_tags_offers_none_and_an_unknown_one_finds_all(school, browse):
    PartnerFactory(name="Bulduru tehnikums")

    page = browse().get(f"/{school.slug}/partners/?tag=x").text

    assert "All tags" not in page
    assert ">Bulduru tehnikums<" in page


@pytest.mark.parametrize(
    ("wrong", "field"), [({"tags": "a, " + "b" * 41}, "tags"), ({"priority": "9"}, "priority")], ids=["long", "unknown"]
)
def test_a_tag_or_priority_that_can_not_be_is_refused(school, wrong, field):
    assert list(PartnerForm(FILLED | wrong).errors) == [field]


def test_a_second_copy_is_saved_only_when_asked_for(school, browse):
    client = browse()
    there = PartnerFactory(name="Rakvere Ametikool OÜ", country="EE", town="Rakvere")
    url = f"/{school.slug}/partners/new/"

    asked = client.post(url, FILLED)
    saved = client.post(url, FILLED | {"save_anyway": "1"})

    assert "This looks like one you have" in asked.text
    assert f'<a href="/{school.slug}/partners/{there.pk}/">Rakvere Ametikool OÜ</a>, Rakvere, Estonia.' in asked.text
    assert "It has the same name: Rakvere Ametikool OÜ." in asked.text
    assert saved.status_code == 302
    assert Partner.objects.count() == 2


def test_a_copy_is_known_by_another_name_and_by_its_number(kutaisi, browse, school):
    client, url = browse(), f"/{school.slug}/partners/new/"
    georgian = {"kind": "school", "country": "GE", "town": "Kutaisi"}

    by_name = client.post(url, georgian | {"name": "Kutaisi Publik College"})
    by_number = client.post(url, FILLED | {"oid": "E10200001"})

    assert "Its name is spelled nearly the same: Kutaisi Public College." in by_name.text
    assert "It has the same number: E10200001." in by_number.text


def test_a_partner_that_is_changed_does_not_look_like_itself(school, browse):
    partner = PartnerForm(FILLED | NUMBERS).save()

    response = browse().post(
        f"/{school.slug}/partners/{partner.pk}/change/", FILLED | NUMBERS | {"name": "Rakvere Ametikol"}
    )

    assert (response.status_code, Partner.objects.get().name) == (302, "Rakvere Ametikol")


def test_taking_over_does_not_lead_back(school):
    old, new = PartnerFactory(name="Old"), PartnerFactory(name="New")
    old.successor = new
    old.save()

    form = PartnerForm(FILLED | {"successor": old.pk}, instance=new)

    assert form.errors == {"successor": ["Old was itself taken over by this partner."]}


def test_a_contact_is_a_person_or_a_shared_mailbox(school):
    partner = PartnerFactory(country="LV")

    nobody = ContactForm({"role": "Office"}, instance=PartnerContact(partner=partner))
    mailbox = ContactForm(
        {"email": "erasmus@example.org", "phone": "67000000", "language": "lv"},
        instance=PartnerContact(partner=partner),
    ).save()

    assert nobody.errors == {"__all__": ["Give a name, or the e-mail address of a shared mailbox."]}
    assert (str(mailbox), mailbox.phone) == ("erasmus@example.org", "+371 67 000 000")


@pytest.mark.parametrize("typed", ["12", "call me", "+999 1234567"])
def test_a_phone_number_that_is_none_is_refused(school, typed):
    form = ContactForm({"name": "Līga Zariņa", "phone": typed}, instance=PartnerContact(partner=PartnerFactory()))

    assert form.errors["phone"] == [
        f"“{typed}” is no phone number. Write it with the code of its country, like +371 67 000 000."
    ]


def test_history_keeps_nothing_of_contacts():
    assert not hasattr(PartnerContact, "pgh_event_model")


@pytest.mark.parametrize(("role", "sees"), [(Role.TEACHER, True), (Role.EDITOR, False)], ids=["teacher", "editor"])
def test_contacts_are_shown_to_those_who_need_them(school, browse, role, sees):
    partner = PartnerFactory()
    PartnerContact.objects.create(partner=partner, name="Līga Zariņa", role="International office")

    assert ("Līga Zariņa" in browse(role).get(f"/{school.slug}/partners/{partner.pk}/").text) == sees


PARTS = {
    "names": {"text": "College No. 1", "kind": "former", "language": "en"},
    "contacts": {"name": "Līga Zariņa", "phone": "+371 67000000"},
    "sites": {"country": "DE", "town": "Leipzig"},
    "programmes": {"title_lv": "Pavārs", "isced_code": "1013", "eqf_level": "4"},
}


@pytest.mark.parametrize(
    ("part", "filled", "shown"),
    [
        ("names", PARTS["names"], "College No. 1"),
        ("contacts", PARTS["contacts"], "Līga Zariņa"),
        ("sites", PARTS["sites"], "Leipzig"),
        ("programmes", PARTS["programmes"], "1013 Hotel, restaurants and catering"),
    ],
    ids=list(PARTS),
)
def test_what_stands_on_a_partners_page_is_added_changed_and_removed(school, browse, part, filled, shown):
    client, partner = browse(), PartnerFactory()
    page = f"/{school.slug}/partners/{partner.pk}/"

    added = client.post(f"{page}{part}/new/", filled, follow=True)
    row = getattr(partner, part).get()
    form = client.get(f"{page}{part}/{row.pk}/")
    changed = client.post(f"{page}{part}/{row.pk}/", filled)
    asked = client.get(f"{page}{part}/{row.pk}/remove/").text
    was_there = getattr(partner, part).exists()
    removed = client.post(f"{page}{part}/{row.pk}/remove/", follow=True)

    assert (f"Remove {row}?" in asked, was_there) == (True, True)
    assert added.redirect_chain == [(page, 302)]
    assert shown in added.text
    assert form.status_code == 200
    assert (changed.status_code, changed.url) == (302, page)
    assert f"{row} is removed." in removed.text
    assert not getattr(partner, part).exists()


@pytest.mark.parametrize("part", PARTS)
def test_who_may_not_change_partners_adds_changes_and_removes_nothing(school, browse, part):
    client, partner = browse(Role.DIRECTOR), PartnerFactory()
    page = f"/{school.slug}/partners/{partner.pk}/"

    answers = [
        client.post(f"{page}{part}/new/", PARTS[part]),
        client.post(f"{page}{part}/1/", PARTS[part]),
        client.post(f"{page}{part}/1/remove/"),
        client.post(f"{page}remove/"),
    ]

    assert [answer.status_code for answer in answers] == [403] * 4
    assert "Add a" not in client.get(page).text


def test_an_unknown_part_and_a_part_of_another_partner_are_not_found(school, browse):
    client, partner, other = browse(), PartnerFactory(), PartnerFactory()
    name = PartnerName.objects.create(partner=other, text="Theirs")

    assert client.get(f"/{school.slug}/partners/{partner.pk}/words/new/").status_code == 404
    assert client.get(f"/{school.slug}/partners/{partner.pk}/names/{name.pk}/").status_code == 404


def test_the_same_name_is_told_and_not_saved_twice(school, browse):
    client, partner = browse(), PartnerFactory()
    url = f"/{school.slug}/partners/{partner.pk}/names/new/"

    client.post(url, PARTS["names"])
    again = client.post(url, PARTS["names"])

    assert "This name is already there." in again.text
    assert partner.names.count() == 1


def test_a_title_is_shown_in_the_readers_language_or_says_which_it_is_in(school, browse):
    partner = PartnerFactory()
    StudyProgramme.objects.create(partner=partner, titles={"pl": "Kucharz"}, eqf_level=4)

    page = browse().get(f"/{school.slug}/partners/{partner.pk}/").text

    assert '<span lang="pl">Kucharz</span> <span class="not-translated">(not yet translated: Polish)</span>' in page
    assert "EQF level 4" in page


def test_titles_in_several_languages_are_kept(school):
    programme = StudyProgramme(titles={"pl": "Kucharz", "ru": "Повар", "lv": "Pavārs"})
    programme.save()

    form = ProgrammeForm({"title_en": "Cook", "other_language": "pl", "other_title": "Kucharz"}, instance=programme)
    form.save()

    programme.refresh_from_db()
    assert programme.titles == {"pl": "Kucharz", "ru": "Повар", "en": "Cook"}
    with override("lv"):
        assert (programme.title, programme.title_language) == ("Cook", "en")


@pytest.mark.parametrize(
    ("filled", "errors"),
    [
        ({}, {"__all__": ["Give the title in one language at least."]}),
        (
            {"title_lv": "Pavārs", "other_title": "Kucharz"},
            {"other_language": ["Choose the language of this title."]},
        ),
        (
            {"title_lv": "Pavārs", "other_title": "Pavāre", "other_language": "lv"},
            {"other_language": ["There is a title in this language already."]},
        ),
        (
            {"title_lv": "Pavārs", "eqf_level": "9"},
            {"eqf_level": ["Select a valid choice. 9 is not one of the available choices."]},
        ),
    ],
    ids=["no-title", "no-language", "twice", "level-9"],
)
def test_a_programme_that_can_not_be_is_refused(school, filled, errors):
    assert ProgrammeForm(filled).errors == errors


def test_the_school_has_programmes_of_its_own(school, browse):
    client = browse()
    StudyProgramme.objects.create(partner=PartnerFactory(), titles={"en": "Theirs"})

    client.post(f"/{school.slug}/partners/programmes/new/", PARTS["programmes"])
    programme = programmes_of().get()
    shown = client.get(f"/{school.slug}/partners/programmes/").text
    client.post(f"/{school.slug}/partners/programmes/{programme.pk}/", PARTS["programmes"] | {"eqf_level": "5"})
    programme.refresh_from_db()
    exported = client.get(f"/{school.slug}/partners/programmes/export/")
    client.post(f"/{school.slug}/partners/programmes/{programme.pk}/remove/")

    assert "Pavārs" in shown
    assert "Theirs" not in shown
    assert sheet(exported)[1] == ["Pavārs", "1013 Hotel, restaurants and catering", 5.0]
    assert not programmes_of().exists()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("pav", True), ("COOK", True), ("1013", True), ("avā", False), ("–", False)],
    ids=["title", "other-language", "code", "inside-a-word", "sign"],
)
def test_programmes_are_searched_by_title_and_code(school, typed, found):
    programme = StudyProgramme.objects.create(titles={"lv": "Pavārs", "en": "Cook"}, isced_code="1013")

    assert list(programmes_of(search=typed)) == ([programme] if found else [])


def test_a_group_has_a_page_with_its_partners(school, browse):
    client = browse()
    one, two = PartnerFactory(name="Zespół A", town="Poznań"), PartnerFactory(name="Zespół B", town="Poznań")
    url = f"/{school.slug}/partners/groups/"

    made = client.post(f"{url}new/", {"name": "The two Poznań colleges", "members": [one.pk, two.pk]}, follow=True)
    group = PartnerGroup.objects.get()
    client.post(f"{url}{group.pk}/change/", {"name": group.name, "members": [two.pk]})
    listed = client.get(url, {"q": "the two poz"}).text
    twice = client.post(f"{url}new/", {"name": "The two Poznań colleges"}).text
    partner_page = client.get(f"/{school.slug}/partners/{two.pk}/").text
    client.post(f"{url}{group.pk}/remove/")

    assert "Zespół A" in made.text
    assert "The two Poznań colleges" in listed
    assert "The two Poznań colleges" in partner_page
    assert "There is already a group of this name." in twice
    assert (PartnerGroup.objects.count(), PartnerGroupMember.objects.count(), Partner.objects.count()) == (0, 0, 2)


def test_who_may_not_change_partners_makes_no_group_and_no_programme(school, browse):
    client = browse(Role.EDITOR)
    urls = [f"/{school.slug}/partners/{page}/new/" for page in ("groups", "programmes")]

    assert [client.get(url).status_code for url in urls] == [403, 403]
    assert client.get(f"/{school.slug}/partners/groups/").status_code == 200


def test_a_partner_that_flows_go_to_is_not_removed(school, browse):
    client, unused = browse(), PartnerFactory(name="Second copy")
    used = FlowFactory().partner
    PartnerName.objects.create(partner=unused, text="Another")

    kept = client.post(f"/{school.slug}/partners/{used.pk}/remove/", {"typed": used.name}, follow=True).text
    asked = client.get(f"/{school.slug}/partners/{unused.pk}/remove/").text
    slipped = client.post(f"/{school.slug}/partners/{unused.pk}/remove/", {"typed": "First copy"}).text
    gone = client.post(f"/{school.slug}/partners/{unused.pk}/remove/", {"typed": "second copy"}, follow=True).text

    assert "Remove Second copy?" in asked
    assert "This is not “Second copy”. Nothing was changed." in slipped

    assert f"{used} is in use elsewhere and can&#x27;t be removed." in kept
    assert "Second copy is removed." in gone
    assert list(Partner.objects.all()) == [used]


def sheet(response):
    return load_workbook(BytesIO(response.content)).get_sheet_by_index(0).to_python()


@pytest.fixture
def three(school):
    PartnerFactory(name="Alfa", country="DE", town="Dresden", kind="company")
    PartnerFactory(name="Beta", country="EE", town="Rakvere")
    PartnerFactory(name="Gamma", country="DE", town="Leipzig")


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["Alfa", "Beta", "Gamma"]),
        ({"kind": "company"}, ["Alfa"]),
        ({"country": "DE"}, ["Alfa", "Gamma"]),
        ({"country": "DE", "sort": "-name"}, ["Gamma", "Alfa"]),
        ({"country": "DE", "q": "leip"}, ["Gamma"]),
        ({"country": "DE", "q": "lepzig"}, ["Gamma"]),
        ({"country": "EE", "q": "lepzig"}, []),
        ({"country": "LV", "kind": "x", "sort": "y"}, ["Alfa", "Beta", "Gamma"]),
    ],
    ids=["all", "kind", "country", "sorted", "searched", "misspelt", "misspelt-elsewhere", "nonsense"],
)
def test_the_list_is_narrowed_sorted_and_exported_as_shown(three, school, browse, query, names):
    client = browse()

    shown = client.get(f"/{school.slug}/partners/", query)
    exported = sheet(client.get(f"/{school.slug}/partners/export/", query))

    assert [row.record.name for row in shown.context["table"].rows] == names
    assert [row[0] for row in exported] == ["Name", *names]


def test_the_export_has_texts_as_they_are(school, browse):
    partner = PartnerFactory(name="=Alfa", legal_form="GmbH", email="office@example.org")
    PartnerNumber.objects.create(partner=partner, kind="registration", number="007")

    assert sheet(browse().get(f"/{school.slug}/partners/export/")) == [
        [
            *(
                "Name",
                "Kind",
                "Town",
                "Country",
                "Priority",
                "Tags",
                "Legal form",
                "Address",
                "Website",
                "E-mail address",
            ),
            *("OID", "PIC", "Erasmus accreditation", "Registration number"),
        ],
        ["=Alfa", "School", "Dresden", "Germany", "Usual", "", "GmbH", "", "", "office@example.org", "", "", "", "007"],
    ]


def test_nothing_fits_a_choice_says_so(school, browse):
    PartnerFactory()

    assert "Nothing fits this choice." in browse().get(f"/{school.slug}/partners/", {"kind": "embassy"}).text


def queries_of(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as counted:
        assert client.get(url).status_code == 200
    return len(counted)


@pytest.mark.parametrize("page", ["", "export/", "groups/", "programmes/", "programmes/export/", "directory/"])
def test_a_list_asks_as_many_queries_for_one_row_as_for_three(school, browse, page):
    client, url = browse(), f"/{school.slug}/partners/{page}"

    def add(number):
        partner = PartnerFactory()
        PartnerNumber.objects.create(partner=partner, kind="oid", number=f"E1000000{number}")
        PartnerGroup.objects.create(name=f"Group {number}").members.create(partner=partner)
        StudyProgramme.objects.create(titles={"en": f"Programme {number}"}, isced_code="1013")

    add(1)
    for_one = queries_of(client, url)
    add(2)
    add(3)

    assert queries_of(client, url) == for_one


def test_a_partners_page_asks_as_many_queries_for_one_of_each_as_for_three(school, browse):
    client, partner = browse(), PartnerFactory()

    def add(number):
        PartnerName.objects.create(partner=partner, text=f"Name {number}")
        PartnerContact.objects.create(partner=partner, name=f"Anna {number}")
        PartnerSite.objects.create(partner=partner, town=f"Town {number}", country="DE", latitude=1, longitude=1)
        PartnerGroup.objects.create(name=f"Group {number}").members.create(partner=partner)
        StudyProgramme.objects.create(partner=partner, titles={"en": f"Programme {number}"}, isced_code="1013")
        PartnerFactory(name=f"Predecessor {number}", successor=partner)

    add(1)
    for_one = queries_of(client, f"/{school.slug}/partners/{partner.pk}/")
    add(2)
    add(3)

    assert queries_of(client, f"/{school.slug}/partners/{partner.pk}/") == for_one


def test_looking_for_look_alikes_takes_a_few_queries_however_many_there_are(school, django_assert_max_num_queries):
    from tilts.partners.queries import look_alikes
    from tilts.partners.rules import Organisation

    for number in range(5):
        PartnerFactory(name=f"Skola {number}", country="LV")

    with django_assert_max_num_queries(3):
        assert look_alikes(Organisation(0, "LV", ("Skola 7",), frozenset({("oid", "E10000001")}))) == []


def test_a_partner_in_no_group_shows_none(school, browse):
    partner = PartnerFactory()

    assert "In the groups" not in browse().get(f"/{school.slug}/partners/{partner.pk}/").text
