"""How the school stands: awards, accreditations, strategies and totals that pages state."""

import re
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import ProjectFactory
from tilts.accounts.roles import Role
from tilts.projects.models import Accreditation, Award, StatedTotal, Strategy
from tilts.projects.standing.queries import running_out

PARTS = {
    "awards": {"title": "Spārni", "year": "2015", "giver": "An agency"},
    "accreditations": {"title": "VET Charter", "state": "applied", "applied_year": "2017"},
    "totals": {"number": "18", "what": "mobilities", "clash": "The headline says 18 projects."},
}


def test_each_part_is_entered_shown_changed_removed_and_put_back(school, browse):
    client, here = browse(), f"/{school.slug}/projects/standing/"
    strategy = {"title": "Going abroad", "from_year": "2017", "to_year": "2021", "approved_by": "A ministry"}
    client.post(f"/{school.slug}/projects/strategies/new/", strategy)
    for part, values in PARTS.items():
        assert client.post(f"{here}{part}/new/", values).url == here

    page = client.get(here).text
    for told in ("Spārni", "given by: An agency", "VET Charter", "Applied for", "applied for in 2017", "2017–2021"):
        assert told in page
    assert 'approved by: <span lang="lv">A ministry</span>' in page
    assert "The headline says 18 projects." in page

    client.post(f"{here}awards/{Award.objects.get().pk}/", PARTS["awards"] | {"year": "2016"})
    assert Award.objects.get().year == 2016

    models = (Award, Accreditation, StatedTotal, Strategy)
    for part, model in zip([*PARTS, "strategies"], models, strict=True):
        record = model.objects.get()
        gone = client.post(f"{here}{part}/{record.pk}/remove/", follow=True).text
        assert not model.objects.exists()

        client.post(f"/{school.slug}/undo/", {"undo": re.search(r'name="undo" value="([^"]+)"', gone)[1]})
        assert model.objects.get() == record


@pytest.mark.parametrize(
    ("part", "wrong", "sentence"),
    [
        ("awards", {"year": "215"}, "Ensure this value is greater than or equal to 1950."),
        ("accreditations", {"number": "2020-1-LV01-KA120"}, "A number and days of validity come with the grant."),
        ("totals", {"number": "-1"}, "Ensure this value is greater than or equal to 0."),
    ],
)
def test_bad_input_is_told_and_nothing_is_kept(school, browse, part, wrong, sentence):
    page = browse().post(f"/{school.slug}/projects/standing/{part}/new/", PARTS[part] | wrong)

    assert page.status_code == 200
    assert sentence in page.text
    assert [model.objects.count() for model in (Award, Accreditation, StatedTotal)] == [0] * 3


def test_what_is_applied_for_is_not_valid(school):
    with pytest.raises(IntegrityError), transaction.atomic():
        Accreditation.objects.create(title="VET Charter", state="applied", valid_from=date(2017, 1, 1))


def test_an_accreditation_runs_out_by_itself_and_asks_in_time_to_be_renewed(school, browse):
    today = timezone.localdate()
    old = Accreditation.objects.create(
        title="Old", state="granted", sectors=["vet"], valid_until=today - timedelta(days=1)
    )
    soon = Accreditation.objects.create(title="Soon", state="granted", valid_until=today + timedelta(days=300))
    Accreditation.objects.create(title="Late", state="granted", valid_until=today + timedelta(days=900))
    client, here = browse(), f"/{school.slug}/projects/standing/"

    assert [each.state_on(today) for each in (old, soon)] == ["expired", "granted"]
    assert running_out(today) == [soon]

    form = client.get(f"{here}accreditations/new/?renews={old.pk}").text
    assert 'value="Old"' in form
    assert re.search(r'value="vet"[^>]*checked', form)
    client.post(
        f"{here}accreditations/new/", {"title": "Next", "state": "applied", "renews": soon.pk, "sectors": ["vet"]}
    )
    assert running_out(today) == []
    assert "renews Soon" in client.get(here).text


def test_an_award_outlives_its_project(school):
    project = ProjectFactory()
    award = Award.objects.create(title="Spārni", year=2015, project=project)

    project.delete()

    award.refresh_from_db()
    assert award.project is None


def test_the_page_asks_the_database_as_often_for_three_as_for_one(school, browse):
    client, counts = browse(), []
    for more in (1, 2):
        for _ in range(more):
            Award.objects.create(title="Spārni", year=2015, project=ProjectFactory())
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/{school.slug}/projects/standing/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


@pytest.mark.parametrize("part", PARTS)
def test_a_director_sees_and_changes_nothing(school, browse, part):
    client = browse(Role.DIRECTOR)

    assert client.get(f"/{school.slug}/projects/standing/").status_code == 200
    assert client.post(f"/{school.slug}/projects/standing/{part}/new/", PARTS[part]).status_code == 403


def test_there_are_no_other_parts(school, browse):
    assert browse().get(f"/{school.slug}/projects/standing/guessed/new/").status_code == 404
