"""What was done before Tilts: known by its counts, never added to records."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from tests.factories import FlowFactory, MobilityFactory, PartnerFactory, PastActivityFactory
from tilts.accounts.roles import Role
from tilts.core.partial_dates import PartialDate
from tilts.mobilities.past import queries
from tilts.mobilities.past.models import PastActivity
from tilts.partners.models import PartnerGroup, PartnerGroupMember

NEW = {
    "title": "Exchange programme in Poznań",
    "kind": "exchange",
    "direction": "out",
    "begins_on": "2.9.2017",
    "ends_on": "22.10.2017",
    "learners": "10",
    "staff": "7",
    "how_chosen": "By competition",
}


@pytest.fixture
def poznan(school):
    group = PartnerGroup.objects.create(name="The five colleges")
    for _ in range(2):
        PartnerGroupMember.objects.create(group=group, partner=PartnerFactory(country="PL", town="Poznań"))
    return group


# What is recorded


def test_a_form_keeps_the_days_and_takes_the_place_from_the_partner(school, browse):
    partner = PartnerFactory(country="PL", town="Poznań")

    answer = browse().post(f"/{school.slug}/earlier/new/", NEW | {"partner": partner.pk, "country": "DE"})

    activity = PastActivity.objects.get()
    assert answer.status_code == 302
    assert (activity.begins, activity.ends) == (PartialDate(2017, 9, 2), PartialDate(2017, 10, 22))
    assert (activity.learners, activity.staff, activity.others) == (10, 7, None)
    assert (activity.country, activity.town) == ("PL", "Poznań")


def test_a_year_alone_ends_with_its_last_day(school, browse):
    browse().post(f"/{school.slug}/earlier/new/", NEW | {"country": "PL", "begins_on": "2016", "ends_on": "2017"})

    activity = PastActivity.objects.get()
    assert (activity.begins_on, activity.ends_on) == (date(2016, 1, 1), date(2017, 12, 31))
    assert (activity.begins, activity.ends) == (PartialDate(2016), PartialDate(2017))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"country": ""}, "Give the partner, a group of partners, or the country at least."),
        ({"begins_on": "", "country": "PL"}, "This field is required."),
        ({"begins_on": "2018", "country": "PL"}, "The last day lies before the first day."),
        ({"learners": "-1", "country": "PL"}, "Ensure this value is greater than or equal to 0."),
        ({"staff": "many", "country": "PL"}, "Enter a whole number."),
    ],
    ids=["nowhere", "no-beginning", "ends-too-early", "negative", "no-number"],
)
def test_bad_input_is_told_and_nothing_is_kept(school, browse, wrong, sentence):
    page = browse().post(f"/{school.slug}/earlier/new/", NEW | wrong)

    assert page.status_code == 200
    assert sentence in page.text
    assert not PastActivity.objects.exists()


def test_one_partner_and_a_group_are_not_both_named(school, browse, poznan):
    page = browse().post(f"/{school.slug}/earlier/new/", NEW | {"partner": PartnerFactory().pk, "group": poznan.pk})

    assert "Give one partner or a group of partners, not both." in page.text


def test_the_database_keeps_no_activity_that_was_nowhere(school):
    with pytest.raises(IntegrityError), transaction.atomic():
        PastActivityFactory(partner=None)


# What is shown


def test_the_page_tells_counts_by_role_and_what_is_not_known(school, browse):
    activity = PastActivityFactory(learners=10, staff=None, source_title="The partners' page")

    page = browse().get(f"/{school.slug}/earlier/{activity.pk}/").text

    assert '<dd class="num">10</dd>' in page.replace("fact-value ", "")
    assert "not known" in page
    assert "The partners" in page
    assert "never added to the records of flows" in page


def test_a_stated_total_is_not_added_to_the_people_of_flows(school, browse):
    flow = FlowFactory()
    MobilityFactory(flow=flow)
    PastActivityFactory(partner=flow.partner, learners=10, begins_on=date(2022, 2, 1))

    page = browse().get(f"/{school.slug}/partners/{flow.partner.pk}/").text

    by_year = page.partition("By year")[2]
    assert re.findall(r">(\d+ (?:participants?|learners?))<", by_year) == ["1 participant", "10 learners"]


def test_a_partner_of_a_group_shows_what_was_done_with_the_group(school, browse, poznan):
    PastActivityFactory(partner=None, group=poznan, country="PL", title="Visit to five colleges")
    member = poznan.members.first().partner

    page = browse().get(f"/{school.slug}/partners/{member.pk}/").text

    assert "Visit to five colleges" in page


def test_years_come_newest_first_with_flows_and_stated_ones_apart(school):
    flow = FlowFactory(starts_on=date(2022, 5, 2), ends_on=date(2022, 5, 20))
    old, older = PastActivityFactory(begins_on=date(2022, 1, 1)), PastActivityFactory(begins_on=date(2012, 5, 1))

    years = queries.by_year([flow], [old, older])

    assert [(each.year, each.flows, each.past) for each in years] == [(2022, (flow,), (old,)), (2012, (), (older,))]


def test_the_list_is_found_by_title_or_partner_and_narrowed(school, browse, poznan):
    PastActivityFactory(title="First", partner=None, group=poznan, country="PL")
    PastActivityFactory(title="Second", country="EE", begins_on=date(2016, 1, 1), kind="conference")
    client = browse()

    def found(query):
        page = client.get(f"/{school.slug}/earlier/?{query}").text
        return [title for title in ("First", "Second") if f">{title}</span></a>" in page]

    assert found("") == ["First", "Second"]
    assert found("q=poz") == ["First"]
    assert found("q=sec") == ["Second"]
    assert found("year=2017&country=PL") == ["First"]
    assert found("kind=conference") == ["Second"]
    assert found("q=Igaunija") == ["Second"]
    assert found("q=_") == []


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"in_all": 40, "learners": 20}, "40"),
        ({"learners": 20, "staff": 5}, "at least 25"),
        ({"learners": 20, "staff": 5, "others": 0}, "25"),
        ({}, "—"),
    ],
    ids=["stated", "parts", "all-parts", "unknown"],
)
def test_the_list_adds_what_is_known_and_says_where_that_may_not_be_all(school, browse, counts, told):
    PastActivityFactory(**{"learners": None, "staff": None, "others": None, "in_all": None} | counts)

    page = browse().get(f"/{school.slug}/earlier/").text

    cell = re.findall(r"<td[^>]*>([^<]*)</td>", page)[-1]
    assert cell.strip() == told


def test_the_list_is_had_as_a_spreadsheet_of_numbers(school, browse):
    PastActivityFactory(title="First", learners=10, staff=7)

    answer = browse().get(f"/{school.slug}/earlier/export/")

    head, row = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    told = dict(zip(head, row, strict=True))
    assert (told["What it was"], told["Learners"], told["Teachers"], told["Others"]) == ("First", 10, 7, "")


@pytest.mark.parametrize(("precision", "said"), [("day", date(2017, 9, 2)), ("month", "2017-09"), ("year", "2017")])
def test_a_spreadsheet_says_no_day_that_nobody_knows(school, browse, precision, said):
    PastActivityFactory(begins_on=date(2017, 9, 2), begins_precision=precision, ends_on=None)

    answer = browse().get(f"/{school.slug}/earlier/export/")

    head, row = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert dict(zip(head, row, strict=True))["Begins"] == said


def test_the_list_asks_the_database_as_often_for_three_as_for_one(school, browse):
    client, counts = browse(), []
    for more in (1, 2):
        for _ in range(more):
            PastActivityFactory()
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/{school.slug}/earlier/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_what_was_removed_comes_back_as_it_was(school, browse):
    activity, client = PastActivityFactory(learners=10, begins_precision="year"), browse()

    gone = client.post(f"/{school.slug}/earlier/{activity.pk}/remove/", follow=True)
    assert not PastActivity.objects.exists()
    client.post(f"/{school.slug}/undo/", {"undo": re.search(r'name="undo" value="([^"]+)"', gone.text)[1]})

    assert PastActivity.objects.filter(pk=activity.pk).values().get() == {
        name: value for name, value in vars(activity).items() if name != "_state"
    }


# Who may


@pytest.mark.parametrize("address", ["new/", "{pk}/change/"])
def test_an_editor_sees_earlier_activities_and_changes_none(school, browse, address):
    activity, client = PastActivityFactory(), browse(Role.EDITOR)

    assert client.get(f"/{school.slug}/earlier/{address.format(pk=activity.pk)}").status_code == 403
    assert client.get(f"/{school.slug}/earlier/{activity.pk}/").status_code == 200


def test_an_editor_sees_no_flow_on_a_partners_page(school, browse):
    flow = FlowFactory(name="Dresden, May")
    PastActivityFactory(partner=flow.partner, title="Visit of 2017")

    page = browse(Role.EDITOR).get(f"/{school.slug}/partners/{flow.partner.pk}/").text

    assert "Visit of 2017" in page
    assert "Dresden, May" not in page
