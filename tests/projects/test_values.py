"""Figures of a grant agreement beyond daily rates: confirmed, replaced, exchanged between schools."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories import FlowFactory, MobilityFactory, ProjectFactory
from tilts.accounts.roles import Role
from tilts.files.models import StoredFile
from tilts.mobilities.queries import grants_of
from tilts.projects.actions import keep_rates
from tilts.projects.models import Project, ProjectRate, ProjectValue
from tilts.projects.values.actions import confirm_foreign, keep_values, take_over
from tilts.projects.values.queries import figure_tables, shared_of, tables_of
from tilts.projects.values.sharing import FileRefused, SharedRate, SharedValue, SharedValues, read, write

BAND = "travel.from_500_km.standard"
SHARED = SharedValues(
    2026,
    "KA121-VET",
    "LV01",
    (SharedValue(BAND, Decimal("309.00"), "Annex IV, page 3"),),
    (SharedRate("learner", "1", 1, Decimal("59.00"), "Annex IV, page 5"),),
)


@pytest.fixture
def project(school) -> Project:
    return ProjectFactory(reference="2026-1-LV01-KA121-VET-000012345")


def keep(project: Project, **told: object) -> int:
    values = {key.replace("__", "."): None if value is None else Decimal(str(value)) for key, value in told.items()}
    return keep_values(project, values, source="Annex IV, page 3", annex=None, by=None)


def band(project: Project) -> tuple[object, str]:
    standard = next(each.standard for each in tables_of(project).bands if each.from_km == 500)
    return standard.value, standard.status


def test_an_entered_figure_is_the_projects_own(project):
    assert band(project) == (309, "derived")

    assert keep(project, travel__from_500_km__standard=312) == 1

    assert band(project) == (312, "confirmed")
    assert band(ProjectFactory(reference="2026-1-LV01-KA121-VET-000012346")) == (309, "derived")


def test_an_empty_figure_is_taken_back(project):
    keep(project, travel__from_500_km__standard=312)

    assert keep(project, travel__from_500_km__standard=None) == 1

    assert band(project) == (309, "derived")


def test_with_all_figures_confirmed_a_grant_is_final(project, school):
    flow = FlowFactory(project=project)
    MobilityFactory(flow=flow)
    rates = {("learner", "1", day): Decimal(50) for day in (1, 15)}
    keep_rates(project, rates, source="Annex IV, page 5", is_for_all=False, by=None)
    (before,) = grants_of(flow, school).grants

    keep(project, travel__from_500_km__standard=309, travel_days__standard=2, country_groups=1)

    (after,) = grants_of(flow, school).grants
    assert (before.grant.status, after.grant.status) == ("provisional", "final")


def test_a_call_that_nothing_is_known_of_offers_the_newest_ones_figures(school):
    project = ProjectFactory(reference="2027-1-LV01-KA121-VET-000012345")

    (travel, *_others) = figure_tables(project)

    assert travel.subject == "travel"
    assert BAND in [figure.key for figure in travel.figures]
    assert {figure.published for figure in travel.figures} == {None}


def test_another_schools_values_are_to_be_confirmed(project):
    assert take_over(project, SHARED, by=None) == 2
    assert take_over(project, SHARED, by=None) == 0
    assert band(project) == (309, "recalled")
    assert [rate.is_foreign for rate in ProjectRate.objects.all()] == [True]
    assert shared_of(project).values == ()

    assert confirm_foreign(project, by=None) == 2

    assert band(project) == (309, "confirmed")
    assert shared_of(project) == SHARED


def test_what_a_school_has_itself_no_file_replaces(project):
    keep(project, travel__from_500_km__standard=312)

    assert take_over(project, SHARED, by=None) == 1
    assert band(project) == (312, "confirmed")


def test_a_rate_that_is_kept_again_is_the_schools_own(project):
    take_over(project, SHARED, by=None)

    keep_rates(project, {("learner", "1", 1): Decimal(59)}, source="", is_for_all=False, by=None)

    rate = ProjectRate.objects.get()
    assert (rate.is_foreign, rate.source) == (False, "Annex IV, page 5")


def test_a_file_is_read_as_it_was_written():
    assert read(write(SHARED).encode()) == SHARED


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        (b"\xff\xfe\x00", "unreadable", ""),
        (b"- [unclosed", "unreadable", ""),
        (b"!!python/object/apply:os.system ['true']", "unreadable", ""),
        (b"a: b", "another_file", ""),
        (b"x" * 200_001, "too_large", ""),
        (write(SHARED).replace("309.00", "-1").encode(), "malformed", "values, 1, value"),
        (write(SHARED).replace("309.00", "1e999").encode(), "malformed", "values, 1, value"),
        (write(SHARED).replace("from_day: 1", "from_day: 0").encode(), "malformed", "daily_rates, 1, from_day"),
        (write(SHARED).replace("learner", "pirate").encode(), "malformed", "daily_rates, 1, participant"),
        (write(SHARED).replace("call_year: 2026", "call_year: soon").encode(), "malformed", "call_year"),
    ],
    ids=["bytes", "no-yaml", "code", "other", "large", "negative", "endless", "day-0", "nobody", "no-year"],
)
def test_a_file_that_is_none_is_refused_by_its_place(content, code, place):
    with pytest.raises(FileRefused) as refused:
        read(content)

    assert (refused.value.code, refused.value.place) == (code, place)


def test_values_are_confirmed_and_replaced_on_a_page(project, school, browse):
    client = browse(Role.FINANCE)
    address = f"/{school.slug}/projects/{project.pk}/values/"
    annex = SimpleUploadedFile("annex.pdf", b"%PDF-1.7 annex")

    page = client.get(address).text
    client.post(
        address,
        {
            "travel-from_500_km-standard": "312,00",
            "all-travel": "on",
            "country_groups": "on",
            "expensive_travel-paid": "75",
            "source": "Annex IV, page 3",
            "annex": annex,
        },
    )

    assert "published" in page.lower()
    values = {each.key: each for each in ProjectValue.objects.all()}
    assert values[BAND].value == 312
    assert values["travel.from_100_km.standard"].value == 211
    assert values["expensive_travel.paid"].value == Decimal("0.75")
    assert values[BAND].entered_by is not None
    assert {each.file for each in values.values()} == {StoredFile.objects.get()}
    assert "annex.pdf" in client.get(address).text


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"travel-from_500_km-standard": "312"}, "Say where the figures stand"),
        ({"travel-from_500_km-standard": "-1", "source": "Annex"}, "greater than or equal to 0"),
        ({"expensive_travel-paid": "800", "source": "Annex"}, "less than or equal to 100"),
        ({"annex": SimpleUploadedFile("a.pdf", b"MZ")}, "This is no PDF."),
    ],
    ids=["no-source", "negative", "no-share", "no-pdf"],
)
def test_figures_that_are_none_are_told_in_words(project, school, browse, values, sentence):
    response = browse().post(f"/{school.slug}/projects/{project.pk}/values/", values)

    assert sentence in response.text
    assert not ProjectValue.objects.exists()


def test_values_go_from_school_to_school_as_a_file(project, school, browse):
    keep(project, travel__from_500_km__standard=309)
    client, address = browse(), f"/{school.slug}/projects/{project.pk}/values/"
    content = client.get(f"{address}export/").content
    other = ProjectFactory(reference="2026-1-LV01-KA121-VET-000012346")
    theirs = f"/{school.slug}/projects/{other.pk}/values/"

    client.post(f"{theirs}import/", {"file": SimpleUploadedFile("values.yaml", content)})
    assert "1 figure comes from another school" in client.get(theirs).text
    client.post(f"{theirs}confirm/")

    assert band(other) == (309, "confirmed")


@pytest.mark.parametrize(
    ("reference", "content", "sentence"),
    [
        ("2025-1-LV01-KA121-VET-000012345", write(SHARED).encode(), "The file is of 2026 · KA121-VET · LV01"),
        ("2026-1-LV01-KA121-VET-000012349", b"%PDF-1.7", "It must be the one that Tilts made, unchanged."),
    ],
    ids=["another-call", "no-values"],
)
def test_a_file_that_does_not_fit_is_told_in_words(school, browse, reference, content, sentence):
    project = ProjectFactory(reference=reference)
    address = f"/{school.slug}/projects/{project.pk}/values/import/"

    response = browse().post(address, {"file": SimpleUploadedFile("values.yaml", content)})

    assert sentence in response.text
    assert not ProjectValue.objects.exists()


def test_values_need_the_right_to_enter_rates(project, school, browse):
    address = f"/{school.slug}/projects/{project.pk}/values/"

    assert browse(Role.DIRECTOR).get(address).status_code == 403
    assert browse(Role.FINANCE).get(address).status_code == 200
