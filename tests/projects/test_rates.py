"""Daily rates of a grant agreement: all of the annex on one page."""

from decimal import Decimal

import pytest

from tests.factories import ProjectFactory
from tilts.accounts.roles import Role
from tilts.projects import actions, queries
from tilts.projects.models import ProjectRate

RATE = {"participant": "learner", "country_group": "2", "from_day": "1", "eur_per_day": "54.50", "source": "Annex IV"}
ANNEX = {
    f"{participant}-{group}-{day}": str(rate + 10 * int(group) - day)
    for participant, rate in (("learner", 50), ("staff", 90))
    for group in ("1", "2", "3")
    for day in (1, 15)
}


@pytest.fixture
def project(school):
    return ProjectFactory()


@pytest.fixture
def address(school, project):
    return f"/{school.slug}/projects/{project.pk}/rates/"


def entered():
    return {
        f"{rate.participant}-{rate.country_group}-{rate.from_day}": (rate.eur_per_day, rate.source)
        for rate in ProjectRate.objects.all()
    }


def test_the_whole_annex_is_typed_in_one_go(browse, address, project):
    client = browse(Role.FINANCE)

    page = client.post(address, ANNEX | {"source": "Annex IV, page 3"}, follow=True).text

    assert entered() == {name: (Decimal(rate), "Annex IV, page 3") for name, rate in ANNEX.items()}
    assert {rate.entered_by for rate in ProjectRate.objects.all()} != {None}
    assert "12 rates are changed." in page


def test_empty_fields_are_no_rates_and_commas_are_read(browse, address):
    browse().post(address, {"learner-2-1": " 54,50 ", "learner-2-15": "", "source": "Annex IV"})

    assert entered() == {"learner-2-1": (Decimal("54.50"), "Annex IV")}


def test_what_is_entered_stands_in_its_field(browse, address):
    client = browse()
    client.post(address, {"learner-2-1": "54.50", "source": "Annex IV"})

    page = client.get(address).text

    assert 'name="learner-2-1" value="54.50"' in page
    assert 'value="Annex IV"' in page
    assert 'aria-label="Learners, country group 2, from day 1"' in page


def test_a_field_made_empty_takes_its_rate_back(browse, address):
    client = browse()
    client.post(address, {"learner-2-1": "54", "learner-3-1": "46", "source": "Annex IV"})

    client.post(address, {"learner-2-1": "", "learner-3-1": "46", "source": "Annex IV"})

    assert entered() == {"learner-3-1": (Decimal(46), "Annex IV")}


def test_a_touched_rate_is_an_example_no_longer(browse, address, project):
    for group in ("2", "3"):
        ProjectRate.objects.create(
            project=project,
            participant="learner",
            country_group=group,
            eur_per_day=50,
            source="Example",
            is_example=True,
        )

    browse().post(address, {"learner-2-1": "51", "learner-3-1": "50", "source": "Example"})

    assert {rate.country_group: rate.is_example for rate in ProjectRate.objects.all()} == {"2": False, "3": True}


def test_a_source_typed_anew_holds_for_all_rates(browse, address, project):
    ProjectRate.objects.create(
        project=project, participant="learner", country_group="2", eur_per_day=50, source="Example", is_example=True
    )

    browse().post(address, {"learner-2-1": "50", "source": "Annex IV, page 3"})

    assert [(rate.source, rate.is_example) for rate in ProjectRate.objects.all()] == [("Annex IV, page 3", False)]


def test_sources_that_differ_stay_where_nothing_is_typed(browse, address, project):
    for group, source in (("2", "Page 3"), ("3", "Page 4")):
        ProjectRate.objects.create(
            project=project, participant="learner", country_group=group, eur_per_day=50, source=source
        )

    page = browse().post(address, {"learner-2-1": "50", "learner-3-1": "50", "source": ""}, follow=True).text

    assert "Nothing has changed." in page
    assert {source for _, source in entered().values()} == {"Page 3", "Page 4"}


def test_the_project_s_page_shows_the_rates_as_small_tables(school, browse, address, project):
    client = browse()
    client.post(address, ANNEX | {"learner-3-15": "", "source": "Annex IV, page 3"})

    answer = client.get(f"/{school.slug}/projects/{project.pk}/")

    assert [(label, table.days, len(table.rows)) for label, table in answer.context["rate_tables"]] == [
        ("Learners", (1, 15), 3),
        ("Staff and accompanying persons", (1, 15), 3),
    ]
    assert answer.text.count("Annex IV, page 3") == 1
    assert "59.00\u00a0EUR" in answer.text


def test_an_example_says_in_the_reader_s_language_that_no_document_has_it(school, browse, project):
    ProjectRate.objects.create(
        project=project, participant="learner", country_group="2", eur_per_day=50, source="Piemērs", is_example=True
    )
    client, here = browse(), f"/{school.slug}/projects/{project.pk}/"

    english = client.get(here).text
    client.cookies["django_language"] = "ka"
    georgian = client.get(here).text

    assert "Where they stand: An example to try Tilts with, not of a grant agreement" in english
    assert "Piemērs" not in english + georgian
    assert "An example" not in georgian


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"learner-2-1": "54"}, "source", "Say where the rates stand, such as “Annex IV, page 3”."),
        ({"learner-2-1": "-1", "source": "A"}, "learner-2-1", "Ensure this value is greater than or equal to 0."),
        ({"learner-2-1": "many", "source": "A"}, "learner-2-1", "Enter a number."),
        ({"learner-2-1": "NaN", "source": "A"}, "learner-2-1", "Enter a number."),
        (
            {"learner-2-1": "54.505", "source": "A"},
            "learner-2-1",
            "Ensure that there are no more than 2 decimal places.",
        ),
        ({"learner-2-1": "54000", "source": "A"}, "learner-2-1", "Ensure this value is less than or equal to 9999."),
        ({"learner-2-1": "54", "source": "A" * 201}, "source", "Ensure this value has at most 200 characters"),
    ],
    ids=["no-source", "negative", "no-number", "not-a-number", "part-of-a-cent", "slip-of-the-finger", "long-source"],
)
def test_a_rate_that_is_none_is_refused_and_nothing_is_kept(browse, address, fields, field, sentence):
    answer = browse().post(address, {"staff-1-1": "90"} | fields)

    assert list(answer.context["form"].errors) == [field]
    assert sentence in answer.text
    assert entered() == {}


def test_a_source_taken_away_from_entered_rates_is_refused(browse, address, project):
    ProjectRate.objects.create(project=project, participant="learner", country_group="2", eur_per_day=50, source="A")

    answer = browse().post(address, {"learner-2-1": "50", "source": ""})

    assert list(answer.context["form"].errors) == ["source"]


@pytest.mark.parametrize(
    ("reference", "learner", "staff", "days"),
    [
        ("2021-1-LV01-KA121-VET-000000001", ["1", "2", "3"], ["1", "2", "3"], ((1, 15), (1, 15))),
        ("2016-1-LV01-KA116-000001", 33, ["A", "B", "C", "D"], ((1, 15, 61), (1, 15))),
        ("", ["1", "2", "3"], ["1", "2", "3"], ((1, 15), (1, 15))),
    ],
    ids=["groups", "countries", "call-not-known"],
)
def test_the_page_has_the_groups_and_days_of_the_call(school, reference, learner, staff, days):
    of_learners, of_staff = queries.rate_tables(ProjectFactory(reference=reference))

    groups = [row.group for row in of_learners.rows]
    assert (len(groups) if isinstance(learner, int) else groups) == learner
    assert [row.group for row in of_staff.rows] == staff
    assert (of_learners.days, of_staff.days) == days


def test_a_rate_entered_elsewhere_has_its_place_on_the_page(school, browse, project, address):
    client = browse()
    client.post(f"{address}new/", RATE | {"country_group": "9", "from_day": "31"})

    (of_learners, _) = queries.rate_tables(project)

    assert ([row.group for row in of_learners.rows], of_learners.days) == (["1", "2", "3", "9"], (1, 15, 31))
    assert 'name="learner-9-31" value="54.50"' in client.get(address).text


def test_published_rates_stand_beside_the_empty_fields(school, browse):
    project = ProjectFactory(reference="2021-1-ES01-KA121-VET-000000001")

    page = browse().get(f"/{school.slug}/projects/{project.pk}/rates/").text.replace("\u00a0", " ")

    assert "published: 66.00 EUR" in page
    assert "Denmark, Finland, Iceland" in page


def test_countries_of_the_first_calls_are_named(school, browse):
    project = ProjectFactory(reference="2016-1-LV01-KA116-000001")

    page = browse().get(f"/{school.slug}/projects/{project.pk}/rates/").text

    assert '<th scope="row">Finland</th>' in page


def test_keeping_twice_changes_nothing(school, project):
    rates = {("learner", "2", 1): Decimal(54)}
    changed = [actions.keep_rates(project, rates, source="A", is_for_all=True, by=None) for _ in range(2)]

    assert changed == [1, 0]


def test_an_entered_rate_can_be_taken_back_by_post_only(browse, address):
    client = browse()
    client.post(f"{address}new/", RATE)
    remove = f"{address}{ProjectRate.objects.get().pk}/remove/"

    assert client.get(remove).status_code == 405
    assert client.post(remove).status_code == 302
    assert entered() == {}


@pytest.mark.parametrize(
    ("field", "value"),
    [("eur_per_day", "-1"), ("eur_per_day", "many"), ("source", ""), ("from_day", "-1")],
    ids=["negative", "no-number", "no-source", "day-before-the-first"],
)
def test_another_rate_that_is_none_is_refused(browse, address, field, value):
    answer = browse().post(f"{address}new/", RATE | {field: value})

    assert list(answer.context["form"].errors) == [field]
    assert entered() == {}


@pytest.mark.parametrize("end", ["", "new/"])
def test_rates_are_not_for_the_accompanying_teacher(browse, address, end):
    answer = browse(Role.TEACHER).post(f"{address}{end}", RATE | {"learner-2-1": "50"})

    assert answer.status_code == 403
    assert entered() == {}
