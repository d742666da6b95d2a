"""The module's own export comes back: what differs is settled one way or the other."""

import io

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.exchange.module.templates import HEADS, template
from tests.exchange.module.test_module_pages import saved, send, told
from tests.factories import FlowFactory, MobilityFactory
from tilts.accounts.roles import Role
from tilts.exchange.models import ModuleFinding, ModuleNumber, ModuleReturn
from tilts.exchange.sandbox import read_safely
from tilts.mobilities.models import Mobility
from tilts.people.models import Need, Person
from tilts.people.privacy import export_person

ALL = (*HEADS, "E-mail address", "Mobility status")


def export(rows, heads=ALL):
    """The file as the module would give it back: days in its own way, texts for the rest."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Mobility activities")
        sheet.write_row(0, 0, heads)
        for number, row in enumerate(rows, start=1):
            for place, head in enumerate(heads):
                sheet.write_string(number, place, row.get(head, ""))
    return file.getvalue()


def bring(client, address, content, name="export.xlsx"):
    return client.post(f"{address}return/", {"file": SimpleUploadedFile(name, content)}, follow=True)


def state():
    """Everything a comparison may write, but the day of the last one."""
    return (
        list(ModuleFinding.objects.order_by("pk").values()),
        list(ModuleNumber.objects.order_by("pk").values("mobility", "number")),
        list(Mobility.objects.order_by("pk").values()),
        list(Person.objects.order_by("pk").values()),
    )


def findings():
    return [(each.kind, each.field, each.ours, each.theirs) for each in ModuleFinding.objects.all()]


def settle(client, address, how, **wanted):
    finding = ModuleFinding.objects.get(**wanted)
    return client.post(f"{address}findings/{finding.pk}/", {"settle": how}, follow=True)


@pytest.fixture
def client(browse):
    return browse()


@pytest.fixture
def rows(client, address, flow):
    """What the filled file said, with the module's own numbers."""
    send(client, address, template(ALL))
    found = saved(client, address)
    for number, row in enumerate(found, start=1):
        row |= {"Mobility activity ID": f"LM-{number:05}", "Mobility status": "Complete"}
    return found


def test_an_export_that_agrees_leaves_nothing_to_do_and_its_numbers_are_kept(client, address, rows):
    page = bring(client, address, export(rows))

    assert told(page) == ["The module has everything as Tilts has it."]
    assert findings() == []
    assert [row["Mobility activity ID"] for row in saved(client, address)] == ["LM-00001", "LM-00002"]
    assert ModuleReturn.objects.get().rows == 2


def test_the_same_file_twice_changes_nothing(client, address, rows):
    rows[0] |= {"End Date": "21/05/2022", "Individual support": "1000,00", "Mobility status": "Draft"}
    content = export([*rows[:1], {**rows[1], "Family name": "Cits", "Mobility activity ID": "LM-9"}])
    bring(client, address, content)
    settle(client, address, "there", kind="amount")
    before = state()

    page = bring(client, address, content)

    assert told(page) == ["The file says nothing new: nothing has changed."]
    assert state() == before
    assert sorted({each.kind for each in ModuleFinding.objects.all()}) == [
        "amount",
        "different",
        "draft",
        "only_here",
        "only_there",
    ]


def test_blanks_erase_nothing(client, address, rows):
    before = state()
    keep = {"Mobility activity ID", "Given names", "Family name", "Date of birth", "Start Date", "End Date"}

    bring(client, address, export([{head: text for head, text in row.items() if head in keep} for row in rows]))

    assert findings() == []
    assert state()[2:] == before[2:]


def test_their_value_is_taken_over_with_one_click(client, address, rows):
    rows[0] |= {"E-mail address": "new@example.org", "End Date": "21/05/2022", "Gender": "Male", "Nationality": "EE"}
    bring(client, address, export(rows))

    for field in ("email", "end_date", "gender", "nationality"):
        settle(client, address, "here", field=field)

    mobility = Mobility.objects.get(person__given_names="Anna")
    person = mobility.person
    assert (person.email, person.gender, person.nationality) == ("new@example.org", "male", "EE")
    assert str(mobility.own_ends_on) == "2022-05-21"
    # A day more: the grant is another now, and the next comparison says so.
    assert findings() == []
    bring(client, address, export(rows))
    assert {field for _kind, field, _ours, _theirs in findings()} == {
        "individual_support",
        "funded_days",
    }


def test_days_go_into_the_attended_ones_once_the_stay_took_place(client, address, rows):
    Mobility.objects.update(state="done", attended_from="2022-05-02", attended_until="2022-05-20")
    rows[0] |= {"Start Date": "2022-05-03"}
    bring(client, address, export(rows))

    settle(client, address, "here", field="start_date")

    mobility = Mobility.objects.get(person__given_names="Anna")
    assert (str(mobility.attended_from), mobility.own_starts_on) == ("2022-05-03", None)


@pytest.mark.parametrize(
    ("head", "text", "sentence"),
    [
        ("Start Date", "2022-06-30", "The last day would lie before the first day. Take the other day over first."),
        ("E-mail address", "not an address", "Enter a valid email address."),
        ("End Date", "soon", "“soon” can't be read."),
    ],
)
def test_a_value_that_can_not_be_is_refused_and_stays_open(client, address, rows, head, text, sentence):
    bring(client, address, export(rows))
    rows[0] |= {head: text}
    bring(client, address, export(rows))
    before = state()

    page = settle(client, address, "here", kind="different")

    assert told(page) == [sentence]
    assert state() == before


def test_ours_is_right_goes_on_a_list_that_can_be_saved_and_empties_by_itself(client, address, rows):
    wrong = [rows[0] | {"Individual support": "900.00", "Travel Days": "1"}, rows[1]]
    bring(client, address, export(wrong))

    settle(client, address, "there", kind="amount")
    settle(client, address, "there", field="travel_days")

    book = read_safely(client.get(f"{address}todo/").content)
    assert [cells for _, cells in book.sheets[0].rows][1:] == [
        ("LM-00001", "Anna Ābola", "Individual support", "1,078.00\xa0EUR", "900.00\xa0EUR"),
        ("LM-00001", "Anna Ābola", "Travel days", "2", "1"),
    ]
    page = bring(client, address, export(rows))
    assert told(page) == ["The module has everything as Tilts has it."]
    assert not ModuleFinding.objects.exists()


def test_the_first_page_tells_what_the_module_has_otherwise_until_it_is_settled(client, address, rows, school, browse):
    home = f"/{school.slug}/"
    rows[0]["Individual support"] = "900,00"
    bring(client, address, export(rows))

    assert "in 1 place the module has something else" in client.get(home).text
    assert "the module has something else" not in browse(Role.TEACHER).get(home).text
    settle(client, address, "there", kind="amount")
    assert "1 thing is to be typed in the module" in client.get(home).text
    ModuleFinding.objects.all().delete()
    assert "is to be typed in the module" not in client.get(home).text


def test_all_of_a_kind_go_on_the_list_at_once_and_one_comes_off_again(client, address, rows):
    bring(client, address, export([row | {"Individual support": "900.00"} for row in rows]))

    client.post(f"{address}findings/", {"all_of": "amount"})

    assert ModuleFinding.objects.filter(is_to_type=True).count() == 2
    first = ModuleFinding.objects.first()
    client.post(f"{address}findings/{first.pk}/", {"settle": "open"})
    assert ModuleFinding.objects.filter(is_to_type=True).count() == 1


def test_a_row_that_tilts_does_not_know_is_taken_into_the_flow_it_must_belong_to(client, address, rows, flow):
    stranger = rows[0] | {
        "Given names": "Marta",
        "Family name": "Kalniņa",
        "Date of birth": "01/02/2004",
        "Mobility activity ID": "LM-00077",
        "End Date": "19/05/2022",
    }
    page = bring(client, address, export([*rows, stranger]))
    assert [kind.shown[0].take for kind in page.context["shown"].kinds] == ["Take into “Dresden, May”"]

    settle(client, address, "here", kind="only_there")

    mobility = Mobility.objects.get(person__given_names="Marta")
    assert (mobility.flow, str(mobility.own_ends_on), mobility.own_starts_on) == (flow, "2022-05-19", None)
    assert (mobility.person.kind, mobility.person.gender) == ("learner", "female")
    assert ModuleNumber.objects.get(mobility=mobility).number == "LM-00077"
    assert not ModuleFinding.objects.exists()


def test_where_two_flows_could_be_meant_nothing_is_offered(client, address, rows, flow):
    FlowFactory(project=flow.project, partner=flow.partner, name="Another")
    page = bring(client, address, export([*rows, rows[0] | {"Given names": "Marta", "Mobility activity ID": "X"}]))

    assert [item.take for kind in page.context["shown"].kinds for item in kind.shown] == [""]
    page = settle(client, address, "here", kind="only_there")
    assert told(page) == ["It can't be told who this is, or which flow it belongs to: take the person in by hand."]


def test_a_stay_that_the_module_lacks_is_cancelled_or_entered_there(client, address, rows, flow):
    bring(client, address, export(rows[:1]))

    settle(client, address, "here", kind="only_here")

    assert Mobility.objects.get(person__given_names="Jānis").state == "cancelled"
    assert told(bring(client, address, export(rows[:1]))) == ["The module has everything as Tilts has it."]


def test_a_draft_is_found_and_can_only_be_completed_there(client, address, rows):
    rows[1] |= {"Mobility status": "Draft"}

    page = bring(client, address, export(rows))

    (kind,) = page.context["shown"].kinds
    assert (kind.kind, [(item.who, item.take) for item in kind.shown]) == ("draft", [("Jānis Zariņš", "")])


def test_what_is_sensitive_is_not_kept_of_a_file(client, address, rows):
    Need.objects.create(
        person=Person.objects.get(given_names="Anna"), kind="other", text="qxw", has_fewer_opportunities=True
    )
    heads = (*ALL, "Health", "Barrier type")
    rows[0] |= {"Fewer opportunities": "No", "Health": "qxwasthma", "Barrier type": "qxwpoor"}

    bring(client, address, export(rows, heads))

    assert "qxw" not in str(state()[0])
    assert findings() == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (export([], ["Start Date", "End Date", "Start date"]), "stands twice"),
        (template(merged="B1:D1"), "“Together” stands twice"),
        (export([], ["Start Date", "End Date", "Gender"]), "The file can't be compared"),
        (export([{"Grant Agreement No.": "2019-1-LV01-KA102-060000"}]), "The file is of another project"),
        (b"PK\x03\x04 no zip", "The file is damaged"),
    ],
    ids=["twice", "merged", "no-key", "other-project", "damaged"],
)
def test_a_bad_export_changes_nothing_and_says_why(client, address, rows, content, sentence):
    rows[0] |= {"Individual support": "900.00"}
    bring(client, address, export(rows))
    before = state()

    page = bring(client, address, content)

    assert [sentence in each for each in told(page)][:1] == [True]
    assert (state(), ModuleReturn.objects.count()) == (before, 1)


def test_heads_chosen_for_the_template_serve_the_export_too(client, address, flow):
    heads = ["Tunnus", "Etunimi", "Sukunimi", "Alkaa"]
    send(client, address, template(heads))
    choice = {f"field-{n}": name for n, name in enumerate(["mobility_id", "given_names", "family_name", "start_date"])}
    client.post(f"{address}columns/", {**choice, "date_style": "dots"})
    rows = saved(client, address)

    bring(client, address, export([rows[0] | {"Alkaa": "03.05.2022"}, rows[1]], heads))

    assert findings() == [("different", "start_date", "2022-05-02", "03.05.2022")]


def test_the_page_asks_as_often_for_two_findings_as_for_one(client, address, rows):
    counts = []
    for changed in (1, 2):
        wrong = [row | {"Individual support": f"{changed}.00"} for row in rows[:changed]]
        bring(client, address, export(wrong + rows[changed:]))
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{address}findings/")
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_two_clicks_settle_once(client, address, rows):
    rows[0] |= {"E-mail address": "new@example.org"}
    bring(client, address, export(rows))
    finding = ModuleFinding.objects.get()

    answers = [client.post(f"{address}findings/{finding.pk}/", {"settle": "here"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 404]
    assert told(answers[1]) == ["This is settled already."]

    assert Person.objects.get(given_names="Anna").email == "new@example.org"


def test_a_stranger_to_the_flow_is_another_stay(client, address, rows, flow):
    """Somebody else of the school, with the same names but born another day, is not confused."""
    MobilityFactory(flow=flow, person__family_name="Ābola", person__given_names="Anna", person__born_on="2005-01-01")

    bring(client, address, export(rows))

    assert [each[0] for each in findings()] == ["only_here"]


def test_a_persons_export_holds_what_is_kept_of_the_module(client, address, rows):
    rows[0] |= {"E-mail address": "new@example.org"}
    bring(client, address, export(rows))

    told = export_person(Person.objects.get(given_names="Anna"))["beneficiary_module"]

    assert told == [
        {"number": "LM-00001"},
        {"field": "email", "here": "a@example.org", "in_the_module": "new@example.org"},
    ]
