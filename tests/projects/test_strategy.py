"""A strategy: its priorities, what it plans for each year, and the records that its figures count."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import FlowFactory, MobilityFactory, PartnerFactory, ProjectFactory
from tilts.accounts.roles import Role
from tilts.agreements.models import Agreement, Party
from tilts.partners.models import StudyProgramme
from tilts.people.models import Person
from tilts.projects.models import Award, Goal, Indicator, ProjectStep, Strategy, StrategyRegion, Target
from tilts.projects.strategy.queries import records_of, scope_of, shown_by_goal
from tilts.projects.strategy.rules import by_year
from tilts.projects.strategy.sources import source

TODAY = date(2021, 6, 1)


@pytest.fixture
def strategy(school):
    return Strategy.objects.create(title="Going abroad", from_year=2019, to_year=2021)


@pytest.fixture
def here(school, strategy):
    return f"/{school.slug}{strategy.get_absolute_url()}"


def counted(strategy: Strategy, name: str) -> dict[int, int]:
    return by_year(source(name).find(scope_of(strategy, TODAY)), (2019, 2020, 2021), TODAY.year)


def stay(flow, kind=Person.Kind.LEARNER, **values):
    done = {"state": "done", "attended_from": flow.starts_on, "attended_until": flow.ends_on}
    return MobilityFactory(flow=flow, person__kind=kind, **done | values)


def test_a_strategy_is_entered_whole_and_shown(school, browse):
    client, here = browse(), f"/{school.slug}/projects/strategies/"
    paper = SimpleUploadedFile("Strategy.pdf", b"%PDF-1.7 approved %%EOF", "application/pdf")

    added = client.post(
        f"{here}new/",
        {
            "title": "Going abroad",
            "from_year": 2017,
            "to_year": 2021,
            "isced_codes": "0732, 07",
            "approved_by": "A ministry",
            "approved_on": "05.2017",
            "paper": paper,
        },
    )
    strategy = Strategy.objects.get()
    client.post(f"{added.url}regions/new/", {"name": "Neighbours", "countries": "Igaunija, lithuania\nPL"})
    client.post(f"{added.url}goals/new/", {"title": "More stays"})
    client.post(
        f"{added.url}indicators/new/",
        {"title": "Awards won", "goal": Goal.objects.get().pk, "source": "awards", "adds": "up", "planned_2018": 2},
    )
    Award.objects.create(title="A label", year=2018)

    page = client.get(added.url).text
    assert (strategy.isced_codes, StrategyRegion.objects.get().countries) == (["07", "0732"], ["EE", "LT", "PL"])
    assert [(each.year, each.planned) for each in Target.objects.all()] == [(2018, 2)]
    for told in ("2017–2021", "A ministry", "May 2017", "Strategy.pdf", "0732 Building", "More stays", "Awards won"):
        assert told in page
    assert "Estonia, Lithuania, Poland" in page
    assert re.search(rf'href="{added.url}indicators/\d+/2018/">1</a>', page)
    assert "not reached" in page
    assert client.get(f"/{school.slug}/files/{strategy.approval_id}/").content == b"%PDF-1.7 approved %%EOF"


def test_an_indicator_by_hand_keeps_its_figures_and_says_where_they_stand(browse, strategy, here):
    client = browse()
    values = {"title": "Hours of English", "unit": "hours", "adds": "not", "evidence": "Report of 2020"}

    client.post(f"{here}indicators/new/", values | {"planned_2020": 60, "achieved_2020": 64, "planned_2021": 80})
    indicator = Indicator.objects.get()
    client.post(f"{here}indicators/{indicator.pk}/", values | {"planned_2020": 60, "achieved_2020": 66})

    assert list(Target.objects.values_list("year", "planned", "achieved")) == [(2020, 60, 66)]
    assert "Report of 2020" in client.get(here).text
    assert client.get(f"{here}indicators/{indicator.pk}/2020/").status_code == 404


@pytest.mark.parametrize(
    ("part", "values", "sentence"),
    [
        ("regions", {"name": "Far", "countries": "Atlantis"}, "“Atlantis” is no country that Tilts knows."),
        ("regions", {"name": "Nowhere"}, "Name one country at least, or tick all outside the European Union."),
        ("goals", {"title": ""}, "This field is required."),
        ("indicators", {"title": "A", "source": "guessed", "adds": "up"}, "Select a valid choice."),
        ("indicators", {"title": "A", "adds": "up", "planned_2019": "-1"}, "greater than or equal to 0"),
    ],
)
def test_bad_parts_are_told_and_not_kept(browse, here, part, values, sentence):
    page = browse().post(f"{here}{part}/new/", values)

    assert sentence in page.text
    assert [model.objects.count() for model in (StrategyRegion, Goal, Indicator)] == [0, 0, 0]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"isced_codes": "9999"}, "ISCED-F has no field “9999”."),
        ({"to_year": 2001}, "The last year lies before the first year."),
        ({"approved_on": "soon"}, "“soon” is no date."),
        ({"paper": SimpleUploadedFile("a.pdf", b"MZ")}, "This is no PDF, JPEG or PNG that can be read."),
    ],
)
def test_a_bad_strategy_is_told_and_not_kept(school, browse, wrong, sentence):
    page = browse().post(f"/{school.slug}/projects/strategies/new/", {"title": "A", "from_year": 2017} | wrong)

    assert sentence in page.text
    assert not Strategy.objects.exists()


def test_what_is_removed_can_be_put_back_and_an_indicator_asks_first(school, browse, strategy, here):
    client = browse()
    goal = Goal.objects.create(strategy=strategy, title="More stays")
    indicator = Indicator.objects.create(strategy=strategy, goal=goal, title="Stays")

    gone = client.post(f"{here}goals/{goal.pk}/remove/", follow=True).text
    assert Indicator.objects.get().goal is None
    client.post(f"/{school.slug}/undo/", {"undo": re.search(r'name="undo" value="([^"]+)"', gone)[1]})
    asked = client.get(f"{here}indicators/{indicator.pk}/remove/").text
    assert ("go with it" in asked, Indicator.objects.exists(), Goal.objects.get()) == (True, True, goal)
    client.post(f"{here}indicators/{indicator.pk}/remove/")

    assert not Indicator.objects.exists()


def test_stays_count_in_the_year_they_began_by_who_went_where(strategy):
    StrategyRegion.objects.create(strategy=strategy, name="East", countries=["GE"])
    dresden = FlowFactory(starts_on=date(2020, 3, 2), ends_on=date(2020, 3, 13))
    kutaisi = FlowFactory(partner__country="GE", name="Kutaisi", starts_on=date(2021, 3, 1), ends_on=date(2021, 3, 5))
    guests = FlowFactory(direction="in", starts_on=date(2019, 3, 2), ends_on=date(2019, 3, 13))
    stay(dresden), stay(dresden), stay(kutaisi), stay(guests)
    stay(kutaisi, Person.Kind.STAFF)
    stay(dresden, role="accompanying"), stay(dresden, state="planned")

    assert counted(strategy, "learners_abroad") == {2019: 0, 2020: 2, 2021: 1}
    assert counted(strategy, "staff_abroad") == {2019: 0, 2020: 0, 2021: 1}
    assert counted(strategy, "guests") == {2019: 1, 2020: 0, 2021: 0}
    assert counted(strategy, "participants_in_priority_regions") == {2019: 0, 2020: 0, 2021: 2}
    indicator = Indicator.objects.create(strategy=strategy, title="Learners", source="learners_abroad")
    (record,) = records_of(indicator, 2020, TODAY)
    assert (record.label, record.url, record.number) == ("Dresden, May", dresden.get_absolute_url(), 2)


def test_partners_and_countries_count_from_the_first_thing_done_together(strategy):
    StrategyRegion.objects.create(strategy=strategy, name="East", is_outside_eu=True)
    georgian, german, _unknown = PartnerFactory(country="GE"), PartnerFactory(), PartnerFactory(country="FR")
    agreement = Agreement.objects.create(title="With Kutaisi", signed_on=date(2020, 10, 9))
    Party.objects.create(agreement=agreement, partner=georgian)
    FlowFactory(partner=german, starts_on=date(2018, 3, 2), ends_on=date(2018, 3, 13))

    assert counted(strategy, "partners") == {2019: 1, 2020: 2, 2021: 2}
    assert counted(strategy, "partners_in_priority_regions") == {2019: 0, 2020: 1, 2021: 1}
    assert counted(strategy, "countries") == {2019: 1, 2020: 2, 2021: 2}


def test_agreements_are_in_force_from_their_first_to_their_last_day(strategy):
    Agreement.objects.create(title="Short", signed_on=date(2019, 2, 1), valid_until=date(2020, 11, 30))
    Agreement.objects.create(title="Open", signed_on=date(2019, 2, 1), valid_from=date(2020, 1, 1))
    Agreement.objects.create(title="Not signed")
    Agreement.objects.create(title="Not agreed yet", state="draft", valid_from=date(2019, 1, 1))

    assert counted(strategy, "agreements_in_force") == {2019: 1, 2020: 1, 2021: 1}
    assert counted(strategy, "agreements_signed") == {2019: 2, 2020: 0, 2021: 0}


def test_projects_count_on_the_day_of_their_grant_or_else_when_they_begin(strategy):
    told = ProjectFactory(state="running", starts_on=date(2021, 9, 1))
    ProjectStep.objects.create(project=told, state="granted", since=date(2020, 6, 1))
    ProjectStep.objects.create(project=told, state="applied", since=date(2020, 2, 1))
    ProjectFactory(state="closed", starts_on=date(2019, 9, 1))
    ProjectFactory(state="refused", starts_on=date(2019, 9, 1))

    assert counted(strategy, "projects_granted") == {2019: 1, 2020: 1, 2021: 0}
    assert counted(strategy, "projects_applied") == {2019: 0, 2020: 1, 2021: 0}


def test_the_page_of_a_partner_names_the_strategy_that_puts_it_first(school, browse, strategy):
    strategy.isced_codes = ["07"]
    strategy.save()
    StrategyRegion.objects.create(strategy=strategy, name="Neighbours", countries=["EE"])
    near, builder, other = PartnerFactory(country="EE"), PartnerFactory(), PartnerFactory()
    StudyProgramme.objects.create(partner=builder, titles={"en": "Construction"}, isced_code="0732")
    client = browse()

    pages = [client.get(f"/{school.slug}{partner.get_absolute_url()}").text for partner in (near, builder, other)]

    assert ["In a priority region of the strategy 2019–2021" in page for page in pages] == [True, False, False]
    assert ["Teaches a priority field of the strategy 2019–2021" in page for page in pages] == [False, True, False]

    Strategy.objects.update(from_year=None, to_year=None)
    assert "In a priority region of the strategy:" in client.get(f"/{school.slug}{near.get_absolute_url()}").text


def test_every_source_can_be_shown_and_its_figures_are_the_sum_of_its_records(strategy):
    flow = FlowFactory(starts_on=date(2020, 3, 2), ends_on=date(2020, 3, 13))
    stay(flow), stay(flow)
    for name in ("learners_abroad", "partners", "projects_granted"):
        Indicator.objects.create(strategy=strategy, title=name, source=name)

    ((_goal, shown),) = shown_by_goal(strategy, TODAY)

    for each in shown:
        for cell in each.row.cells:
            assert cell.achieved == sum(one.number for one in records_of(each.indicator, cell.year, TODAY))


@pytest.mark.parametrize(("role", "status"), [(Role.DIRECTOR, 200), (Role.TEACHER, 403)])
def test_who_may_not_see_flows_sees_the_figure_and_not_its_records(browse, strategy, here, role, status):
    indicator = Indicator.objects.create(strategy=strategy, title="Learners", source="learners_abroad")
    client = browse(role)

    pages = [here, f"{here}indicators/{indicator.pk}/2020/"]
    assert [client.get(page).status_code for page in pages] == [200, status]


@pytest.mark.parametrize(("role", "status"), [(Role.COORDINATOR, 200), (Role.DIRECTOR, 403)])
def test_only_who_may_change_projects_changes_a_strategy(browse, here, role, status):
    client = browse(role)

    assert [client.get(f"{here}{page}").status_code for page in ("change/", "goals/new/", "indicators/new/")] == [
        status
    ] * 3


def test_the_page_asks_the_database_as_often_for_three_regions_and_goals_as_for_one(browse, strategy, here):
    client, counts = browse(), []
    for more in (1, 2):
        for number in range(more):
            StrategyRegion.objects.create(strategy=strategy, name=f"R{number}", countries=["EE"])
            goal = Goal.objects.create(strategy=strategy, title="Goal")
            Indicator.objects.create(strategy=strategy, goal=goal, title="By hand")
        with CaptureQueriesContext(connection) as asked:
            client.get(here)
        counts.append(len(asked))

    assert counts[0] == counts[1]
