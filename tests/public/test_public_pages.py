"""What anybody sees: only what a school shows, and never a person."""

import re
from datetime import timedelta
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import FlowFactory, MobilityFactory, PartnerFactory, PersonFactory, ProjectFactory
from tilts.accounts.models import PersonalLink
from tilts.accounts.schools import in_school
from tilts.agreements.models import Agreement, Party, Signatory
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.past.models import PastActivity
from tilts.partners.models import Encounter, PartnerContact, PartnerName
from tilts.people.models import BankAccount, Guardian, Person
from tilts.projects.models import Project, ProjectOrganisation
from tilts.public import actions
from tilts.public.models import Site

LANGUAGES = ("en", "lv", "ka")


@pytest.fixture
def public(school):
    """The school with its public pages switched on."""
    school.is_public = True
    school.save()
    return school


def get(school, page="", language="en", **heads):
    return Client(headers=heads).get(f"/{school.slug}/{language}/{page}")


def words(response) -> str:
    """The words of a page, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def walk(school) -> dict[str, str]:
    """Every page of the school's sitemaps by its address, all three languages."""
    found = {}
    for language in LANGUAGES:
        sitemap = ElementTree.fromstring(get(school, "sitemap.xml", language).content)
        for address in (place.text for place in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")):
            path = re.sub(r"^https?://[^/]+", "", address)
            response = Client().get(path)
            assert response.status_code == 200, path
            found[path] = response.content.decode()
    return found


def everything(mark: str) -> Project:
    """A running project with all that an office knows, each private word with the mark."""
    project = ProjectFactory(title="Prakse Eiropā", programme="erasmus-2021")
    partner = PartnerFactory(name="Rakvere Ametikool", town="Rakvere", country="EE", email=f"{mark}1@example.org")
    ProjectOrganisation.objects.create(project=project, partner=partner)
    PartnerContact.objects.create(partner=partner, name=f"{mark}2", email=f"{mark}3@example.org", phone="+37253000000")
    today = timezone.localdate()
    for days, state in ((-400, Mobility.State.DONE), (-20, Mobility.State.PLANNED), (20, Mobility.State.PLANNED)):
        start = today + timedelta(days=days)
        flow = FlowFactory(
            project=project,
            partner=partner,
            name=f"{mark}4",
            starts_on=start,
            ends_on=start + timedelta(days=5),
            programme=f"{mark}5",
            insurance=f"{mark}6",
            journey=f"{mark}7",
            learning_outcomes=f"{mark}8",
        )
        person = PersonFactory(given_names=f"{mark}9", family_name=f"{mark}10", email=f"{mark}11@example.org")
        dates = {"attended_from": start, "attended_until": start} if state == Mobility.State.DONE else {}
        MobilityFactory(flow=flow, person=person, state=state, **dates)
    agreement = Agreement.objects.create(title="Cooperation", signed_on=today, reason=f"{mark}14", notes=f"{mark}15")
    party = Party.objects.create(agreement=agreement, partner=partner)
    Signatory.objects.create(party=party, office="Director of the college", name=f"{mark}16", authority=f"{mark}17")
    PastActivity.objects.create(
        title="Visit", kind="training", partner=partner, begins_on="2016-03-01", staff=2, notes=f"{mark}18"
    )
    Guardian.objects.create(person=Person.objects.first(), name=f"{mark}12")
    BankAccount.objects.create(person=Person.objects.first(), payee_name=f"{mark}13", iban="LV80BANK0000435195001")
    return project


# Who sees them


@pytest.mark.parametrize("page", ["", "partners/", "partners/years/", "projects/", "mobilities/", "sitemap.xml"])
def test_a_school_has_no_public_pages_until_it_switches_them_on(school, page):
    refused = get(school, page)

    assert refused.status_code == 404
    assert school.name not in refused.content.decode()
    assert get(school, page).status_code == Client().get(f"/there-is-no-such-school/en/{page}").status_code


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["", "partners/", "partners/years/", "projects/", "mobilities/"])
def test_a_public_school_without_records_has_calm_pages(public, page, language):
    response = get(public, page, language)

    assert response.status_code == 200
    assert f'<html lang="{language}">' in response.content.decode()


def test_nothing_private_leaves_on_any_page_in_any_language(public):
    everything("qxzprivate")

    pages = walk(public)

    assert len(pages) == 3 * (5 + 1 + 1)
    assert {path for path, html in pages.items() if "qxzprivate" in html.lower()} == set()
    assert {path for path, html in pages.items() if re.search(r"LV80|53000000|2004", html)} == set()
    assert any("Rakvere Ametikool" in html for html in pages.values())


def test_another_schools_data_never_shows_nor_do_its_numbers_lead_anywhere(public, other_school):
    other_school.is_public = True
    other_school.save()
    with in_school(other_school):
        project = everything("qxztheirs")
        Project.objects.filter(pk=project.pk).update(title="Qxzothers project")
        partner = project.organisations.first().partner
        partner.name = "Qxzothers school"
        partner.save()

    pages = walk(public)

    assert {path for path, html in pages.items() if "qxz" in html.lower()} == set()
    assert get(public, f"partners/{partner.pk}/").status_code == 404
    assert get(public, f"projects/{project.pk}/").status_code == 404
    assert get(other_school, f"partners/{partner.pk}/").status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_public_pages_are_only_read(public, method):
    assert getattr(Client(), method)(f"/{public.slug}/en/").status_code == 405


def test_who_is_signed_in_sees_what_everybody_sees(public, browse):
    everything("qxz")

    assert browse().get(f"/{public.slug}/en/").content == get(public).content


def test_a_link_to_a_person_is_no_public_page(public):
    assert Client().get("/p/en/").status_code == 404
    assert PersonalLink.objects.count() == 0


# What they show


@pytest.mark.parametrize(
    ("state", "is_shown"),
    [("idea", False), ("applied", False), ("refused", False), ("granted", True), ("running", True), ("closed", True)],
)
def test_projects_with_a_grant_are_shown_with_their_partners(public, state, is_shown):
    project = ProjectFactory(state=state)
    partner = FlowFactory(project=project).partner

    assert get(public, f"projects/{project.pk}/").status_code == (200 if is_shown else 404)
    assert get(public, f"partners/{partner.pk}/").status_code == (200 if is_shown else 404)
    assert (project.title in words(get(public, "projects/"))) is is_shown


def test_a_partner_that_nothing_joins_to_the_school_is_not_shown(public):
    partner = PartnerFactory(name="Only In The Address Book")

    assert get(public, f"partners/{partner.pk}/").status_code == 404
    assert partner.name not in words(get(public, "partners/"))


def test_the_school_shows_and_hides_against_the_rule(public):
    flow = FlowFactory()
    lonely = PartnerFactory()
    actions.choose_partner(lonely, True)
    actions.choose_partner(flow.partner, False)

    assert get(public, f"partners/{lonely.pk}/").status_code == 200
    assert get(public, f"partners/{flow.partner.pk}/").status_code == 404
    assert flow.partner.name not in "".join(walk(public).values())

    actions.choose_partner(flow.partner, None)
    actions.choose_project(flow.project, False)

    assert get(public, f"partners/{flow.partner.pk}/").status_code == 404  # nothing shown joins it any more
    assert get(public, f"projects/{flow.project.pk}/").status_code == 404


def test_planned_is_not_done(public):
    flow = FlowFactory(starts_on="2017-09-02", ends_on="2017-10-22")
    MobilityFactory.create_batch(
        2, flow=flow, state=Mobility.State.DONE, attended_from=flow.starts_on, attended_until=flow.ends_on
    )
    MobilityFactory(flow=flow)
    MobilityFactory(flow=flow, state=Mobility.State.CANCELLED)
    MobilityFactory(flow=flow, role=Mobility.Role.ACCOMPANYING)

    page = get(public, "mobilities/").content.decode()

    assert "2 stays took place, 1 stay planned (not confirmed yet)" in page
    row = re.search(r'<tr><th scope="row">2017</th>(.*?)</tr>', page)
    assert re.findall(r">(\d+)<", row[1]) == ["2", "1", "0", "0"]
    assert "<dt>stays that took place</dt><dd>2</dd>" in get(public).content.decode()


def test_a_coming_flow_tells_its_places(public):
    start = timezone.localdate() + timedelta(days=30)
    FlowFactory(starts_on=start, ends_on=start, seats=20)

    assert "20 places planned" in words(get(public))


def test_the_partner_page_tells_year_by_year_the_latest_first(public):
    partner = PartnerFactory()
    project = ProjectFactory(starts_on="2012-05-01", ends_on="2013-05-01")
    ProjectOrganisation.objects.create(project=project, partner=partner)
    FlowFactory(partner=partner, project=project, starts_on="2015-03-01", ends_on="2015-03-05")
    FlowFactory(
        partner=partner, project=project, starts_on="2018-03-01", ends_on="2018-03-05", direction=Flow.Direction.IN
    )

    page = get(public, f"partners/{partner.pk}/").content.decode()

    assert re.findall(r"<h3>(\d+)</h3>", page) == ["2018", "2015", "2012"]
    assert "to our school" in page


@pytest.mark.parametrize(
    ("fields", "is_marked"),
    [
        ({"state": "running", "programme": "erasmus-2021"}, True),
        ({"state": "closed", "programme": "erasmus-2014", "reference": "2019-1-LV01-KA116-060226"}, False),
        ({"state": "running", "programme": "eea-norway-2014", "reference": "NFI/IC/VIAA/2020/4"}, False),
        ({"state": "running", "programme": "erasmus-2021", "reference": ""}, False),
        ({"state": "applied", "programme": "erasmus-2021"}, False),
    ],
    ids=["granted", "no-confirmed-wording", "other-funder", "no-reference", "only-applied"],
)
def test_emblem_and_statement_stand_only_where_a_grant_is_recorded(public, fields, is_marked):
    project = ProjectFactory(**fields)
    actions.choose_project(project, True)

    page = get(public, f"projects/{project.pk}/").content.decode()

    assert ("emblem-eu.svg" in page) is is_marked
    assert ("Co-funded by the European Union" in page) is is_marked


@pytest.mark.parametrize(
    ("language", "statement"),
    [
        ("lv", "<span>Līdzfinansē Eiropas Savienība</span>"),
        ("ka", '<span lang="en">Co-funded by the European Union</span>'),
    ],
)
def test_the_statement_is_the_funders_own_in_the_language_where_it_has_one(public, language, statement):
    project = ProjectFactory(programme="erasmus-2021")

    assert statement in get(public, f"projects/{project.pk}/", language).content.decode()


@pytest.mark.parametrize("shows_money", [True, False])
def test_money_is_shown_only_where_the_school_wants_it(public, shows_money):
    Site.objects.create(shows_money=shows_money)
    project = ProjectFactory(total_eur=Decimal(2_011_605))

    assert ("2,011,605" in words(get(public, f"projects/{project.pk}/"))) is shows_money


def test_a_partners_name_in_the_readers_language_stands_beside_its_own(public):
    partner = FlowFactory().partner
    PartnerName.objects.create(partner=partner, text="Drēzdenes arodskola", language="lv")

    assert "Drēzdenes arodskola" in words(get(public, "partners/", "lv"))
    assert "Drēzdenes arodskola" not in words(get(public, "partners/", "en"))


def test_agreements_and_what_was_before_stand_on_the_partners_page(public):
    partner = PartnerFactory()
    agreement = Agreement.objects.create(
        title="Cooperation", signed_on="2020-10-09", concluded="at_a_distance", areas=["education", "sport"]
    )
    Signatory.objects.create(
        party=Party.objects.create(agreement=agreement, partner=partner), office="Head of a department", name="Anna Upe"
    )
    undated = Agreement.objects.create(title="Placements in Rakvere")
    undated.parties.create(partner=partner)
    undated.activities.create(text="Placements of learners", condition="3 to 5 weeks")
    PastActivity.objects.create(
        title="Exchange",
        kind="exchange",
        partner=partner,
        begins_on="2017-09-02",
        ends_on="2017-10-22",
        staff=7,
        learners=10,
        how_chosen="by competition",
    )

    page = get(public, f"partners/{partner.pk}/")

    assert "10 learners, 7 teachers or other staff" in words(page)
    assert "2 September 2017 – 22 October 2017 · by competition" in words(page)
    assert "9 October 2020 · At a distance · Education, Sport" in words(page)
    assert "Signed by: Head of a department (Berufsschule" in words(page)
    assert "Anna Upe" not in words(page)
    assert "Agreement : Placements in Rakvere (not yet translated: Latvian) day of signing not known" in words(page)
    assert "Planned: Placements of learners ( 3 to 5 weeks )" in words(page)  # each in a span of its language


def test_of_who_came_to_the_school_the_page_says_where_they_are_from(public):
    partner = PartnerFactory(name="Rakvere Ametikool")
    PastActivity.objects.create(
        title="Stay of a cook", kind="exchange", direction="in", partner=partner, begins_on="2018-01-01",
        begins_precision="year", town="Rakvere", country="EE", learners=1,
    )  # fmt: skip

    page = words(get(public, f"partners/{partner.pk}/"))

    assert "2018 · where the guests are from: Rakvere, Estonia" in page


def test_all_partners_stand_year_by_year_with_who_arranged_it_and_where(public):
    rakvere, hidden = PartnerFactory(name="Rakvere Ametikool"), PartnerFactory(name="Quiet school")
    PastActivity.objects.create(
        title="Visit to leading colleges",
        kind="other",
        country="PL",
        town="Poznań",
        begins_on="2012-05-01",
        begins_precision="month",
        learners=20,
        arranged_by="the city of Kutaisi",
    )
    PastActivity.objects.create(
        title="Stay of a cook", kind="exchange", partner=rakvere, begins_on="2018-01-01", staff=1
    )
    Encounter.objects.create(
        partner=rakvere, kind="visit_there", what="Workshops seen", on="2012-05-07", is_public=True
    )
    agreement = Agreement.objects.create(title="Three schools", signed_on="2019-02-01")
    for partner in (rakvere, hidden):
        party = Party.objects.create(agreement=agreement, partner=partner)
        Signatory.objects.create(party=party, office="Director", name="Anna Upe")
    PartnerName.objects.create(partner=rakvere, text="Rakveres arodskola", language="lv")
    undated = Agreement.objects.create(title="Placements in Rakvere")
    Party.objects.create(agreement=undated, partner=rakvere)
    actions.choose_partner(hidden, False)

    told = words(get(public, "partners/years/")).replace(" (not yet translated: Latvian)", "")

    assert re.findall(r" (20\d\d) (?=Agreement|Exchange|Visit)", told) == ["2019", "2018", "2012"]
    assert "Visit to leading colleges , from our school (20 learners) May 2012 · Poznań, Poland" in told
    assert "Poland · arranged by: the city of Kutaisi" in told
    assert "Workshops seen Rakvere Ametikool · 7 May 2012" in told
    assert "Three schools Rakvere Ametikool 1 February 2019" in told
    assert "Without a year Agreement : Placements in Rakvere Rakvere Ametikool day of signing not known" in told
    assert "Rakvere Ametikool (Rakveres arodskola)" in words(get(public, "partners/years/", "lv"))
    assert [name in told for name in ("Quiet school", "Anna Upe")] == [False, False]
    assert "Quiet school" not in words(get(public, f"partners/{rakvere.pk}/"))


def test_what_is_stated_is_never_added_to_what_is_recorded(public):
    partner = FlowFactory().partner
    PastActivity.objects.create(title="Exchange", kind="exchange", partner=partner, begins_on="2017-01-01", in_all=17)

    page = get(public, "mobilities/").content.decode()

    assert re.search(r'<th scope="row">2017</th><td class="num">–</td><td class="num">–</td>', page)
    assert "17 people in all" in page
    assert page.count(">17<") == 1


def test_an_earlier_activity_with_a_hidden_partner_is_hidden(public):
    partner = PartnerFactory()
    PastActivity.objects.create(title="Quiet visit", kind="training", partner=partner, begins_on="2017-01-01")
    actions.choose_partner(partner, False)

    assert "Quiet visit" not in words(get(public, "mobilities/"))


def test_a_mark_stands_with_its_own_project_alone(public):
    ProjectFactory(title="Paid by others", programme="eea-norway-2014", reference="NFI/IC/VIAA/2020/4")
    ProjectFactory(title="Paid by the Union", programme="erasmus-2021")

    cards = re.findall(r"<li><a (.*?)</li>", get(public).content.decode(), re.DOTALL)

    assert [("emblem" in card, "Union" in card) for card in cards if "Paid by" in card] == [
        (False, False),
        (True, True),
    ]


# Languages


def test_a_text_that_is_not_translated_says_so_and_in_which_language_it_is(public):
    Site.objects.create(introductions={"lv": "Mēs mācām amatu."})

    assert "untranslated" not in get(public, "", "lv").content.decode()
    page = get(public, "", "ka").content.decode()
    assert 'class="untranslated"' in page
    assert '<div class="prose" lang="lv"><p>Mēs mācām amatu.</p></div>' in page


def test_the_schools_name_and_address_are_those_of_the_language(public):
    public.in_other_languages = {"en": {"name": "Example Technical School", "address": "1 Example Street"}}
    public.email, public.director = "office@example.org", "Maruta Saulgrieze"
    public.save()

    assert "Example Technical School · 1 Example Street office@example.org" in words(get(public, "", "en"))
    assert (
        f'<a class="brand" href="/{public.slug}/ka/" lang="lv">{public.name}</a>'
        in get(public, "", "ka").content.decode()
    )
    assert public.director not in words(get(public))


def test_what_people_write_is_never_markup(public):
    public.in_other_languages = {"en": {"name": "<b>School</b>"}}
    public.save()
    Site.objects.create(introductions={"en": "<script>alert(1)</script>"})

    page = get(public).content.decode()

    assert "<script" not in page
    assert "<b>" not in page


def test_each_page_names_itself_in_the_other_languages(public):
    page = get(public, "partners/", "lv").content.decode()

    assert re.findall(r'hreflang="([\w-]+)" href="http[^"]+/(\w+)/partners/"', page) == [
        ("en", "en"),
        ("lv", "lv"),
        ("ka", "ka"),
        ("x-default", "lv"),
    ]
    assert f'<a href="/{public.slug}/ka/partners/" lang="ka"' in page
    assert "<title>Partneri – " in page
    assert '<meta name="description" content="' in page


def test_the_house_leads_to_the_one_public_school_and_lists_several(public, other_school):
    assert Client().get("/lv/").headers["Location"] == f"/{public.slug}/lv/"

    other_school.is_public = True
    other_school.save()

    assert {public.name, other_school.name} <= set(
        re.findall(r"<strong[^>]*>([^<]+)<", Client().get("/lv/").content.decode())
    )


def test_the_house_has_no_front_page_without_a_public_school(school):
    assert Client().get("/lv/").status_code == 404


# What goes over the line


def test_a_page_sets_no_cookie_and_may_be_kept_by_any_cache(public):
    response = get(public, cookie="sessionid=guessed; django_language=ka; tilts_theme=dark")

    assert response.cookies == {}
    assert response.headers["Cache-Control"] == "public, max-age=300"
    assert "Vary" not in response.headers
    assert response.headers["Content-Language"] == "en"
    assert "default-src 'self'" in response.headers["Content-Security-Policy"]


def test_an_unchanged_page_is_not_sent_again(public):
    first = get(public)
    again = get(public, if_none_match=first.headers["ETag"])
    FlowFactory()
    changed = get(public, if_none_match=first.headers["ETag"])

    assert (again.status_code, again.content) == (304, b"")
    assert changed.status_code == 200


def test_pages_load_nothing_from_elsewhere_and_hold_no_style_and_no_script(public):
    everything("qxz")

    for html in walk(public).values():
        assert re.findall(r"<script|<style|\sstyle=|\son\w+=|<iframe|url\(", html) == []
        assert {
            src for src in re.findall(r'(?:src|stylesheet" href)="([^"]+)', html) if not src.startswith("/static/")
        } == set()


@pytest.mark.parametrize("page", ["", "partners/", "partners/years/", "projects/", "mobilities/"])
def test_a_page_asks_as_much_for_one_row_as_for_many(public, page):
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert get(public, page).status_code == 200
        return len(asked)

    MobilityFactory()
    one = queries()
    MobilityFactory.create_batch(4)

    assert queries() == one <= 20


@pytest.mark.parametrize("number", ["2", "99999999999", "-1", "x", ""])
def test_the_pages_of_a_list_are_counted_and_capped(public, number):
    for count in range(51):
        FlowFactory(partner=PartnerFactory(name=f"Partner {count}"))

    response = get(public, f"partners/?page={number}")

    assert response.status_code == 200
    assert response.content.decode().count("<tr id=") in {1, 50}


def test_search_engines_are_told_what_they_may_read(public, other_school):
    robots = Client().get("/robots.txt").content.decode()
    sitemaps = Client().get("/sitemap.xml").content.decode()

    assert "Disallow: /\n" in robots
    assert "Allow: /*/lv/\n" in robots
    assert [f"/{public.slug}/{language}/sitemap.xml" in sitemaps for language in LANGUAGES] == [True, True, True]
    assert other_school.slug not in sitemaps


def test_a_visit_is_shown_only_where_the_school_says_so_and_once_it_was(public):
    partner = PartnerFactory()
    ProjectOrganisation.objects.create(project=ProjectFactory(), partner=partner)
    today = timezone.localdate()
    visit = {"partner": partner, "kind": "visit_here", "who": "qxw1", "note": "qxw2", "place": "Daugavpils"}
    Encounter.objects.create(what="Shown", on=today - timedelta(days=400), is_public=True, **visit)
    Encounter.objects.create(what="Kept", on=today - timedelta(days=400), **visit)
    Encounter.objects.create(what="Planned", on=today + timedelta(days=40), is_public=True, **visit)

    page = words(get(public, f"partners/{partner.pk}/"))

    assert "They visited us : Shown" in page
    assert not [kept for kept in ("qxw", "Kept", "Planned") if kept in page]


@pytest.mark.parametrize(("state", "status"), [("draft", 404), ("signing", 404), ("recorded", 200), ("in_force", 200)])
def test_a_partner_is_shown_for_an_agreement_once_it_is_concluded(public, state, status):
    partner = PartnerFactory()
    agreement = Agreement.objects.create(title="Līgums", state=state)
    Party.objects.create(agreement=agreement, partner=partner)

    assert get(public, f"partners/{partner.pk}/").status_code == status
