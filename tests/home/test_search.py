"""One search over all subjects, each as far as the person may see it."""

import re

import pytest

from tests.factories import FlowFactory, PartnerFactory, PastActivityFactory, PersonFactory, ProjectFactory
from tilts.accounts.roles import Role
from tilts.agreements.actions import keep_agreement
from tilts.agreements.models import Agreement


@pytest.fixture
def records(school):
    """One of each kind; all begin with Zar."""
    partner = PartnerFactory(name="Zaragoza Escuela", town="Zaragoza")
    project = ProjectFactory(title="Zarnu projekts", reference="")
    return [
        FlowFactory(name="Zaragoza, May", partner=partner, project=project),
        project,
        partner,
        PersonFactory(given_names="Ilze", family_name="Zariņa"),
    ]


def found(html: str) -> list[str]:
    return re.findall(r'<li><a href="[^"]+">([^<]+)</a>', html)


@pytest.mark.parametrize("typed", ["Zar", "zar", " ZAR  "], ids=["as-written", "small", "capitals"])
def test_everything_that_begins_so_is_found_in_its_group(school, browse, records, typed):
    html = browse().get(f"/{school.slug}/search/", {"q": typed}).text

    assert found(html) == ["Zaragoza, May", "Zarnu projekts", "Zaragoza Escuela", "Ilze Zariņa"]


def test_nothing_is_found_that_one_may_not_see(school, browse, records):
    html = browse(Role.EDITOR).get(f"/{school.slug}/search/", {"q": "zar"}).text

    assert found(html) == ["Zarnu projekts", "Zaragoza Escuela"]


def test_nothing_found_and_nothing_typed_say_so(school, browse):
    client = browse()

    assert "Nothing begins with “zzz”." in client.get(f"/{school.slug}/search/", {"q": "zzz"}).text
    assert "all that you may see" in client.get(f"/{school.slug}/search/").text


def test_every_page_has_the_field_and_the_page_asks_each_subject_once(
    school, browse, records, django_assert_max_num_queries
):
    client = browse()

    assert f'action="/{school.slug}/search/"' in client.get(f"/{school.slug}/partners/").text
    with django_assert_max_num_queries(30):
        client.get(f"/{school.slug}/search/", {"q": "zar"})


def test_agreements_and_earlier_activities_are_found_by_their_partner(school, browse):
    partner = PartnerFactory(name="Modus")
    keep_agreement(Agreement(title="Cooperation with Georgia"), [partner])
    PastActivityFactory(title="Visit of 2017", partner=partner)

    assert found(browse(Role.EDITOR).get(f"/{school.slug}/search/", {"q": "modus"}).text) == [
        *("Visit of 2017", "Modus", "Cooperation with Georgia"),
    ]


def test_a_country_finds_whom_and_what_there_is_in_it(school, browse):
    host = PartnerFactory(name="Szkoła Mostowa", country="PL", town="Poznań")
    FlowFactory(name="May", partner=host)
    PastActivityFactory(title="Exchange of 2017", country="PL", partner=None)
    PastActivityFactory(title="Visit of 2016", country="EE", partner=None)

    assert found(browse().get(f"/{school.slug}/search/", {"q": "polija"}).text) == [
        *("May", "Exchange of 2017", "Szkoła Mostowa"),
    ]
