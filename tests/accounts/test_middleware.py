"""How a request comes into its school, and what somebody sees who has no business there."""

import re

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, get_script_prefix, reverse

from tests.factories import PartnerFactory, SchoolFactory, UserFactory
from tilts.accounts.middleware import mounted_at
from tilts.accounts.models import RESERVED_SLUGS, Membership, not_reserved
from tilts.accounts.roles import MATRIX, Role
from tilts.accounts.schools import NoSchool, current_school, in_school
from tilts.mail import views as mail_views


def shown(response: HttpResponse, *words: str) -> tuple[int, dict[str, str], str]:
    """What came back, without the tokens that are new each time and without `words`."""
    body = re.sub(r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"\w+"', "", response.content.decode())
    headers = {name: value for name, value in response.headers.items() if name != "Content-Length"}
    for word in words:
        body = body.replace(word, "…")
    return response.status_code, headers, body


def test_a_member_is_in_their_school(browse, school):
    PartnerFactory(name="Berufsschule Dresden")

    response = browse().get(f"/{school.slug}/partners/")

    assert (response.status_code, response.wsgi_request.school) == (200, school)
    assert "Berufsschule Dresden" in response.content.decode()
    assert f'href="/{school.slug}/people/"' in response.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("rest", ["", "partners/", "partners/1/", "nothing/here", "%00/"])
def test_another_school_looks_like_an_address_that_nobody_knows(browse, school, other_school, method, rest):
    client = browse()

    theirs = getattr(client, method)(f"/{other_school.slug}/{rest}")
    nobodys = getattr(client, method)(f"/no-such-school/{rest}")

    assert shown(theirs, other_school.slug) == shown(nobodys, "no-such-school")
    assert theirs.status_code == 404
    assert other_school.name not in theirs.content.decode()


def test_somebody_not_signed_in_learns_nothing_and_is_asked_to_sign_in(client, school):
    answers = {slug: client.get(f"/{slug}/partners/3/?q=a") for slug in (school.slug, "no-such-school")}

    assert {slug: (answer.status_code, answer.headers["Location"]) for slug, answer in answers.items()} == {
        slug: (302, f"/account/login/?next=/{slug}/partners/3/%3Fq%3Da") for slug in answers
    }


def test_a_membership_that_ended_ends_the_way_in(browse, school):
    client = browse()
    before = client.get(f"/{school.slug}/partners/").status_code
    Membership.objects.all().delete()

    assert (before, client.get(f"/{school.slug}/partners/").status_code) == (200, 404)


def test_an_administrator_of_the_installation_sees_no_school_by_that_alone(client, school):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))

    assert client.get(f"/{school.slug}/").status_code == 404


def test_an_account_that_was_closed_is_not_signed_in(browse, school):
    client = browse()
    user = Membership.objects.get().user
    user.is_active = False
    user.save()

    assert client.get(f"/{school.slug}/").headers["Location"] == f"/account/login/?next=/{school.slug}/"


def test_a_page_of_a_school_does_not_exist_outside_one(browse, school):
    assert browse().get("/partners/").status_code == 404


def test_without_the_role_a_page_is_refused(browse, school):
    client = browse(Role.TEACHER)

    assert [client.get(f"/{school.slug}/{page}").status_code for page in ("partners/", "people/")] == [200, 403]


@pytest.mark.parametrize("path", ["/%00/", "/%00/partners/", "/ā ē/partners/", "/" + "x" * 3000 + "/"])
def test_an_address_that_can_be_no_school_is_not_found(browse, school, path):
    assert browse().get(path).status_code == 404


def test_addresses_made_inside_a_school_lead_into_it(school):
    with mounted_at(school):
        inside = reverse("partners:partner", args=[3])

    assert (inside, reverse("partners:partner", args=[3])) == (f"/{school.slug}/partners/3/", "/partners/3/")


@pytest.mark.parametrize(
    "rest", ["", "partners/", "flows/", "flows/export/", "people/", "people/export/", "accounts/users/"]
)
def test_no_cache_keeps_a_page_of_a_school(browse, school, rest):
    response = browse().get(f"/{school.slug}/{rest}")

    assert (response.status_code, "no-store" in response["Cache-Control"]) == (200, True)


def test_a_page_that_breaks_leaves_nothing_of_its_school_behind(db, monkeypatch):
    school = SchoolFactory()
    user = UserFactory()
    Membership.objects.create(school=school, user=user, role=Role.COORDINATOR)
    client = Client(raise_request_exception=False)
    client.force_login(user)

    class Broken:
        @property
        def objects(self) -> None:
            raise ValueError("broken on purpose")

    monkeypatch.setattr(mail_views, "OutgoingMail", Broken())

    response = client.get(f"/{school.slug}/mailbox/")

    assert response.status_code == 500
    assert get_script_prefix() == "/"
    with pytest.raises(NoSchool):
        current_school()


def test_every_first_part_of_an_address_is_no_name_for_a_school():
    first_parts = {str(each.pattern).partition("/")[0] for each in get_resolver().url_patterns}
    of_web = {str(each.pattern).partition("/")[0] for each in get_resolver("tilts.web.urls").url_patterns}
    taken = {part for part in {*first_parts, *of_web, settings.STATIC_URL.strip("/")} if part and "<" not in part}

    assert taken - RESERVED_SLUGS == set()
    assert len(taken) > 10
    with pytest.raises(ValidationError, match="“flows” is used by Tilts itself"):
        not_reserved("flows")


def test_a_person_with_two_schools_sees_each_by_itself(client, school, other_school):
    user = UserFactory()
    Membership.objects.create(school=school, user=user, role=Role.COORDINATOR)
    Membership.objects.create(school=other_school, user=user, role=Role.EDITOR)
    PartnerFactory(name="Berufsschule Dresden")
    with in_school(other_school):
        PartnerFactory(name="Szkoła Poznań")
    client.force_login(user)

    pages = {each: client.get(f"/{each.slug}/partners/").content.decode() for each in (school, other_school)}
    statuses = [client.get(f"/{each.slug}/people/").status_code for each in (school, other_school)]

    assert {each: re.findall("Berufsschule Dresden|Szkoła Poznań", page) for each, page in pages.items()} == {
        school: ["Berufsschule Dresden"],
        other_school: ["Szkoła Poznań"],
    }
    assert statuses == [200, 403]  # a role counts where it was given


def schools_offered(client: Client) -> list[str]:
    return re.findall(r'class="card-title" href="(/[^"]+/)"', client.get("/").content.decode())


def test_the_first_page_offers_a_person_their_schools_and_no_other(client, db):
    user = UserFactory()
    schools = [SchoolFactory(name=name) for name in ("B", "A", "C")]
    for school in schools[:2]:
        for role in (Role.COORDINATOR, Role.DIRECTOR):
            Membership.objects.create(school=school, user=user, role=role)
    client.force_login(user)

    assert schools_offered(client) == [f"/{schools[1].slug}/", f"/{schools[0].slug}/"]


def test_the_first_page_leads_a_person_with_one_school_into_it(browse, school):
    response = browse(Role.EDITOR).get("/")

    assert (response.status_code, response.headers["Location"]) == (302, f"/{school.slug}/")


def test_the_first_page_tells_a_person_without_a_school_whom_to_ask(client, db):
    client.force_login(UserFactory())

    assert "You belong to no school yet" in client.get("/").content.decode()


def test_the_first_page_asks_a_stranger_to_sign_in(client, db):
    assert client.get("/").headers["Location"] == "/account/login/?next=/"


def test_the_role_table_shows_every_permission_and_who_has_which_role_here(browse, school, other_school, member):
    somebody = member(Role.FINANCE)
    stranger = member(Role.DIRECTOR, at=other_school)

    body = browse(Role.COMMITTEE).get(f"/{school.slug}/accounts/roles/").content.decode()

    assert f'<th scope="row">{somebody}</th><td>Finance officer</td>' in body
    assert str(stranger) not in body
    row = re.search(r"<tr>\s*<th scope=\"row\">Enter the rates of a grant agreement</th>(.*?)</tr>", body, re.S)
    assert re.findall(r">(yes|no)<", row.group(1)) == ["yes", "no", "yes", "no", "no", "no"]
    assert body.count('<th scope="row">') == len(MATRIX) + 2  # and the two people of this school
