"""From the empty template of a project to its filled file."""

import csv
import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.exchange.module.templates import HEADS, LISTS, template
from tests.factories import FlowFactory, MobilityFactory, PartnerFactory, ProjectFactory
from tilts.accounts.roles import Role
from tilts.exchange.models import ModuleMatch, ModuleTemplate
from tilts.exchange.records import Layout
from tilts.exchange.sandbox import read_safely
from tilts.mobilities.models import Flow, Mobility
from tilts.people.models import BankAccount, Need


def send(client, address, content, name="template.xlsx"):
    return client.post(f"{address}template/", {"file": SimpleUploadedFile(name, content)}, follow=True)


def told(response):
    return [str(message) for message in response.context["messages"]]


def saved(client, address):
    """The filled file as rows of texts by head."""
    content = client.get(f"{address}file/").content
    (_number, heads), *rows = read_safely(content).sheets[0].rows
    assert all(isinstance(cell, str) for _, cells in rows for cell in cells)  # text cells alone
    return [dict(zip(heads, cells, strict=True)) for _, cells in rows]


def test_a_template_is_filled_without_a_choice(browse, address, flow):
    client = browse()

    page = send(client, address, template(lists=LISTS))

    assert page.redirect_chain == [(address, 302)]  # every head is known: no page of columns in between
    anna, janis = saved(client, address)
    assert (anna["Family name"], janis["Family name"]) == ("Ābola", "Zariņš")
    assert anna == {
        **dict.fromkeys(HEADS, ""),
        "Grant Agreement No.": "2021-1-LV01-KA121-VET-000012345",
        "Mobility activity ID": f"T{Mobility.objects.get(person__given_names='Anna').pk}",
        "Activity type": "LM-SHORT-VET - Short-term learning mobility of VET learners",
        "Given names": "Anna",
        "Family name": "Ābola",
        "Gender": "Female",
        "Date of birth": "2004-03-09",
        "Nationality": "LV",
        "Fewer opportunities": "No",
        "Accompanying Person": "No",
        "Receiving Organisation name": "Elbtal GmbH",
        "Receiving Organisation address": "Hafenstraße 7, 01067",
        "Receiving country": "DE - Germany",
        "Receiving city": "Dresden",
        "Distance band": "500 - 1999 km",
        "Green travel": "No",
        "Start Date": "2022-05-02",
        "End Date": "2022-05-20",
        "Travel Days": "2",
        "Funded duration including travel days (in days)": "21",
        "Individual support": "1078.00",
        "Travel support": "275.00",
    }


def test_what_is_missing_is_told_with_where_to_mend_it(browse, address, flow, school):
    partner = PartnerFactory(name="No Address Ltd")
    MobilityFactory(flow=FlowFactory(project=flow.project, partner=partner), person__gender="")
    client = browse()

    page = send(client, address, template(marks={"Nationality": "Mandatory"}))

    gaps = page.context["gaps"]
    where = {name: gap for gap in gaps.rows for name, _ in gap.places}
    assert where["No Address Ltd"].places == (("No Address Ltd", f"/{school.slug}/partners/{partner.pk}/change/"),)
    assert [head for head, _, _ in where["No Address Ltd"].cells] == ["Receiving Organisation address"]
    person = next(gap for gap in gaps.rows if gap.places[0][1].startswith(f"/{school.slug}/people/"))
    assert [(head, needed) for head, _, needed in person.cells] == [("Gender", False), ("Nationality", True)]
    assert {gap.head for gap in gaps.columns} == {
        "Force majeure flag",
        "Force Majeure explanations (always EMPTY on export)",
    }


def test_heads_in_another_language_are_chosen_by_hand_and_remembered_for_action_and_call(browse, address, flow):
    client = browse()
    heads = ["Etunimi", "Sukunimi", "Alkamispäivä (pp.kk.vvvv)", "Ala"]
    page = send(client, address, template(heads))
    assert page.redirect_chain == [(f"{address}columns/", 302)]

    choice = {"field-0": "given_names", "field-1": "family_name", "field-2": "start_date", "text-3": "0612"}
    client.post(f"{address}columns/", {**choice, "date_style": "dots"})

    assert [row["Sukunimi"] for row in saved(client, address)] == ["Ābola", "Zariņš"]
    assert saved(client, address)[0] == dict(zip(heads, ["Anna", "Ābola", "02.05.2022", "0612"], strict=True))
    other = ProjectFactory(reference="2021-1-LV01-KA121-VET-000099999")
    again = send(client, address.replace(f"/{flow.project_id}/", f"/{other.pk}/"), template([*reversed(heads)]))
    assert [match.field for match in again.context["sheet"].matches] == [
        "constant",
        "start_date",
        "family_name",
        "given_names",
    ]


def test_one_field_can_not_be_chosen_twice(browse, address, flow):
    client = browse()
    send(client, address, template(["Etunimi", "Sukunimi", "Maa"]))

    page = client.post(f"{address}columns/", {"field-0": "given_names", "field-1": "given_names", "date_style": "iso"})

    assert page.context["form"].errors == {"field-1": ["“Given names” is already chosen for “Etunimi”."]}
    assert not ModuleMatch.objects.exists()


def test_texts_stay_what_they_are_on_the_way_out_and_back(browse, address, flow):
    client = browse()
    Mobility.objects.first().person.__class__.objects.update(given_names="=1+1", programme="00612")
    flow.partner.address = "+371 67 000 000"
    flow.partner.save()
    send(client, address, template(["Given names", "Receiving Organisation address", "Field of education"]))
    client.post(
        f"{address}columns/",
        {"field-0": "given_names", "field-1": "receiving_address", "text-2": "0061", "date_style": "iso"},
    )

    assert [tuple(row.values()) for row in saved(client, address)] == [("=1+1", "+371 67 000 000", "0061")] * 2


def test_a_csv_template_comes_back_as_csv(browse, address, flow):
    client = browse()
    send(client, address, b"Given names;Family name;Start Date\r\n", "template.csv")

    answer = client.get(f"{address}file/")

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert answer["Content-Type"].startswith("text/csv")
    assert rows == [
        ["Given names", "Family name", "Start Date"],
        ["Anna", "Ābola", "2022-05-02"],
        ["Jānis", "Zariņš", "2022-05-02"],
    ]


def test_nothing_sensitive_leaves_but_yes_or_no(browse, address, flow):
    person = Mobility.objects.get(person__given_names="Anna").person
    Need.objects.create(person=person, kind="health", text="qxwasthma", has_fewer_opportunities=True)
    Need.objects.create(person=person, kind="diet", text="qxwvegan")
    BankAccount.objects.create(person=person, iban="LV80BANK0000435195001")
    heads = [
        *HEADS,
        "Health",
        "Dietary needs",
        "Ethnic origin",
        "Barriers",
        "Special needs",
        "Bank account",
        "Comments",
    ]
    client = browse()
    send(client, address, template(heads))
    sensitive = {f"field-{heads.index(head)}": "constant" for head in heads[-7:-2]}
    texts = {f"text-{heads.index(head)}": "qxwtyped" for head in heads[-7:-2]}
    known = {f"field-{place}": name for place, name in [(heads.index("Fewer opportunities"), "fewer_opportunities")]}
    client.post(f"{address}columns/", {**known, **sensitive, **texts, "date_style": "iso"})

    rows = saved(client, address)

    assert [row["Fewer opportunities"] for row in rows] == ["Yes", "No"]
    assert "qxw" not in str(rows)
    assert "LV80" not in str(rows)


def test_only_physical_stays_that_the_project_pays_for_are_rows(browse, address, flow):
    FlowFactory(project=flow.project, name="Guests", direction=Flow.Direction.IN)
    MobilityFactory(flow=flow, state=Mobility.State.CANCELLED)
    client = browse()

    page = send(client, address, template())

    assert [each.name for each in page.context["left_out"]] == ["Guests"]
    assert len(page.context["sheet"].entries) == 2


def test_of_a_group_mobility_one_row_is_the_whole_group_by_action_and_call(browse, school):
    client = browse()
    for year, rows in ((2023, ["Ābola", "Zariņš"]), (2025, [""])):
        project = ProjectFactory(
            reference=f"{year}-1-LV01-KA121-SCH-000012345", starts_on=date(year, 9, 1), ends_on=date(year + 1, 8, 31)
        )
        flow = FlowFactory(project=project, activity="group_mobility_pupils")
        for family in ("Ābola", "Zariņš"):
            MobilityFactory(flow=flow, person__family_name=family)
        MobilityFactory(flow=flow, role=Mobility.Role.ACCOMPANYING, person__kind="staff", person__family_name="Ziediņa")
        address = f"/{school.slug}/module/{project.pk}/"

        send(client, address, template(["Family name", "Number of participants", "Number of accompanying persons"]))

        found = saved(client, address)
        assert [row["Family name"] for row in found] == (rows if year == 2025 else [*rows, "Ziediņa"])
        if year == 2025:
            assert found[0]["Number of participants"] == "2"
            assert found[0]["Number of accompanying persons"] == "1"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (template(merged="B1:D1"), "In row 1 the heads of columns B to D are merged into one."),
        (template(["Start Date", "End Date", "Start date"]), "“Start date” stands twice, in columns A and C"),
        (template(formula="A1"), "The head in A1 is a formula."),
        (b"%PDF-1.7", "This is a PDF, not a spreadsheet"),
        (b"Given names;Family name;Start Date\n" + b"a;b;c\n" * 40_000, "The file has more than 20000 filled rows."),
        (b"", "Please choose a file"),
    ],
    ids=["merged", "twice", "formula", "pdf", "40-000-rows", "empty"],
)
def test_a_bad_template_leaves_the_one_before_and_says_why(browse, address, flow, content, sentence):
    client = browse()
    send(client, address, template())
    before = ModuleTemplate.objects.values().get()

    page = send(client, address, content, "bad.xlsx")

    assert len(told(page)) == 1
    if content:
        assert sentence in told(page)[0]
    assert ModuleTemplate.objects.values().get() == before


def test_the_layout_of_a_sheet_is_read_only_where_it_is_asked_for():
    assert read_safely(template(merged="B1:D1")).layouts == {}
    assert read_safely(template(merged="B1:D1"), with_layout=True).layouts == {
        "Mobilities": Layout(1, ((1, 2, 1, 4),), (), ())
    }


@pytest.mark.parametrize("role", [role for role in Role if role != Role.COORDINATOR])
def test_only_the_coordinator_may(browse, address, flow, role):
    client = browse(role)

    assert client.get(address).status_code == 403
    assert client.get(f"{address}file/").status_code == 403


def test_the_project_page_leads_there(browse, school, address, flow):
    assert address in browse().get(f"/{school.slug}/projects/{flow.project_id}/").content.decode()
    assert address not in browse(Role.DIRECTOR).get(f"/{school.slug}/projects/{flow.project_id}/").content.decode()


def test_a_page_without_a_template_asks_for_one(browse, address, flow):
    client = browse()

    assert client.get(f"{address}file/").status_code == 302
    assert client.get(f"{address}columns/").status_code == 302
    assert "No real template for vocational education was to be had" in client.get(address).content.decode()
