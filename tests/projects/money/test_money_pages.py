"""Pages of a project's money: what they show, whom they serve, what they refuse."""

import io
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from python_calamine import CalamineWorkbook

from tests.projects.money.pain_checker import read_pain
from tests.projects.money.records import due_of, prepare_all, project_with_money, promise_all, trip
from tilts.accounts.roles import Role
from tilts.demo.money import example_iban
from tilts.projects.models import (
    BudgetTransfer,
    CoFinancing,
    Commitment,
    FunderPayment,
    Payment,
    PaymentExport,
    PlannedCost,
    ProjectMoney,
    Receipt,
)

State = Payment.State


def address(project, page=""):
    return f"/{project.school.slug}/projects/{project.pk}/money/{page}"


# Overview and budget


def test_the_director_sees_what_is_free_what_goes_back_and_what_is_missing(browse, school):
    project, _ = trip(planned_participants=3)
    FunderPayment.objects.create(
        project=project, planned_eur=18_720, received_eur=18_720, received_on=timezone.localdate()
    )
    promise_all(project)

    page = browse(Role.DIRECTOR).get(address(project))

    assert page.context["budget"].free == Decimal(23_400) - 2 * (1535 + 350)
    assert page.context["balance"].back_if_nothing_more == 18_720
    assert page.context["balance"].back_if_as_committed == 18_720 - 2 * (1535 + 350)
    assert "Settings" not in page.text
    assert page.text.index("Participants") > 0


def test_a_project_without_a_budget_says_what_to_do_first(browse, school):
    project = project_with_money()
    PlannedCost.objects.all().delete()

    assert "Type the budget" in browse().get(address(project)).text


def test_the_whole_budget_is_typed_on_one_page(browse, school):
    project = project_with_money()
    typed = {"travel-planned": "8 000,50", "travel-code": "2120", "course_fees-planned": "400"}

    browse(Role.FINANCE).post(address(project, "budget/change/"), typed)

    assert {each.category: (each.planned_eur, each.code) for each in PlannedCost.objects.all()} == {
        "travel": (Decimal("8000.50"), "2120"),
        "course_fees": (Decimal(400), ""),
    }


@pytest.mark.parametrize("amount", ["-1", "many", "1e30", "99999999999999", "0,001"])
def test_a_budget_that_can_not_be_is_refused_and_nothing_is_kept(browse, school, amount):
    project = project_with_money()

    page = browse().post(address(project, "budget/change/"), {"travel-planned": amount, "course_fees-planned": "5"})

    assert page.status_code == 200
    assert page.context["form"].errors.keys() == {"travel-planned"}
    assert PlannedCost.objects.get(category="travel").planned_eur == 2000


def test_grants_are_promised_and_taken_back_on_the_page(browse, school):
    project, (mobility, _) = trip()
    client = browse(Role.FINANCE)
    sources = [f"mobility/{mobility.pk}", "mobility/999999", "nonsense"]

    page = client.post(address(project, "budget/promise/"), {"source": sources}, follow=True)

    assert "1 grant is promised." in page.text
    commitment = Commitment.objects.get()
    mobility.delete()
    assert "no longer travel" in client.get(address(project, "budget/")).text
    client.post(address(project, f"budget/promises/{commitment.pk}/release/"))
    assert Commitment.objects.count() == 0


def test_too_much_is_refused_with_a_sentence(browse, school):
    project, (mobility, _) = trip(travel=0, support=100)

    page = browse().post(address(project, "budget/promise/"), {"source": f"mobility/{mobility.pk}"}, follow=True)

    assert "more than the project has" in page.text
    assert Commitment.objects.count() == 0


def test_money_is_moved_with_day_and_reason_and_the_limit_is_told(browse, school):
    project = project_with_money(transfer_limit_percent=10)
    typed = {"from_category": "travel", "to_category": "course_fees", "moved_on": "2022-03-01", "reason": "Courses"}
    client = browse()

    refused = client.post(address(project, "budget/transfers/new/"), typed | {"amount_eur": "201"})
    client.post(address(project, "budget/transfers/new/"), typed | {"amount_eur": "200"})

    assert "Name the consent" in refused.text
    assert BudgetTransfer.objects.get().amount_eur == 200
    same = client.post(address(project, "budget/transfers/new/"), typed | {"amount_eur": "5", "to_category": "travel"})
    assert "two different categories" in same.text


# Settings


def test_settings_are_checked_and_kept_as_banks_write_them(browse, school):
    project = project_with_money()
    spaced = " ".join(example_iban(7)[start : start + 4] for start in range(0, 21, 4))
    typed = {"account_name": "Skola", "account_iban": spaced, "account_bic": "habalv22", "instalments": "70 / 30"}

    browse().post(address(project, "settings/"), typed | {"planned_participants": "20"})

    money = ProjectMoney.objects.get()
    assert (money.account_iban, money.account_bic, money.instalments) == (example_iban(7), "HABALV22", "70/30")
    assert money.planned_participants == 20


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("account_iban", "LV45DEMO0000000000001", "slip in this account number"),
        ("account_iban", "GE29NB0000000101904917", "need an account within its area"),
        ("account_bic", "DEMO", "no code of a bank"),
        ("instalments", "80/30", "shares that make 100"),
        ("transfer_limit_percent", "120", "100"),
        ("planned_participants", "-3", "0"),
    ],
)
def test_wrong_settings_are_told_in_a_sentence(browse, school, field, value, sentence):
    project = project_with_money()

    page = browse().post(address(project, "settings/"), {"instalments": "80/20", field: value})

    assert sentence in str(page.context["form"].errors[field])
    assert ProjectMoney.objects.get().account_iban == example_iban(1)


# Payments


def test_from_a_due_instalment_to_a_file_that_a_second_person_approved(browse, school):
    project, _ = trip(2)
    promise_all(project)
    finance, director = browse(Role.FINANCE), browse(Role.DIRECTOR)
    page = address(project, "payments/")

    told = finance.post(f"{page}prepare/", {"due": [each.key for each in due_of(project)]}, follow=True).text
    assert "2 payments are prepared" in told
    numbers = list(Payment.objects.values_list("pk", flat=True))
    told = finance.post(f"{page}approve/", {"payment": numbers}, follow=True).text
    assert "somebody else must approve" in told
    assert "2 payments are approved." in director.post(f"{page}approve/", {"payment": numbers}, follow=True).text
    assert director.post(f"{page}export/", {"payment": numbers}).status_code == 403
    day = timezone.localdate() + timedelta(days=2)
    finance.post(f"{page}export/", {"payment": numbers, "carry_out_on": day.isoformat()})

    made = PaymentExport.objects.get()
    first, again = (finance.get(f"/{school.slug}/files/{made.file_id}/").content for _ in range(2))
    assert first == again
    assert (read_pain(first).total, read_pain(first).carry_out_on) == (Decimal("2456.00"), day)
    assert director.get(f"/{school.slug}/files/{made.file_id}/").status_code == 404
    finance.post(f"{page}exports/{made.pk}/paid/", {"paid_on": timezone.localdate().isoformat()})
    assert {payment.state for payment in Payment.objects.all()} == {"paid"}


def test_the_page_shows_no_whole_account(browse, school, member):
    project, _ = trip(1)
    promise_all(project)
    prepare_all(project, member())

    page = browse(Role.DIRECTOR).get(address(project, "payments/")).text

    assert example_iban(10) not in page
    assert "…0010" in page


@pytest.mark.parametrize("days", [-1, None])
def test_a_day_that_is_over_or_none_makes_no_file(browse, school, member, days):
    project, _ = trip(1)
    promise_all(project)
    prepare_all(project, member())
    Payment.objects.update(state="approved", approved_by=member(), approved_at=timezone.now())
    day = "" if days is None else (timezone.localdate() + timedelta(days=days)).isoformat()

    page = browse(Role.FINANCE).post(
        address(project, "payments/export/"), {"payment": Payment.objects.get().pk, "carry_out_on": day}
    )

    assert page.context["form"].errors.keys() == {"carry_out_on"}
    assert PaymentExport.objects.count() == 0


@pytest.mark.parametrize("typed", ["", "x", "-1", "9" * 30, "0"])
def test_numbers_that_are_none_are_passed_over(browse, school, typed):
    project, _ = trip(1)

    page = browse(Role.FINANCE).post(address(project, "payments/approve/"), {"payment": typed}, follow=True)

    assert "Nothing was chosen" in page.text


def test_a_payment_of_another_project_is_not_touched(browse, school, member):
    project, _ = trip(1)
    promise_all(project)
    prepare_all(project, member())
    other = project_with_money()

    browse(Role.DIRECTOR).post(address(other, "payments/approve/"), {"payment": Payment.objects.get().pk})

    assert Payment.objects.get().state == "prepared"


def test_withdrawing_wants_a_reason(browse, school, member):
    project, _ = trip(1)
    promise_all(project)
    prepare_all(project, member())
    payment = Payment.objects.get()
    client = browse(Role.FINANCE)

    client.post(address(project, f"payments/{payment.pk}/withdraw/"), {"reason": ""})
    assert Payment.objects.get().state == "prepared"
    client.post(address(project, f"payments/{payment.pk}/withdraw/"), {"reason": "Typed too early"})
    assert (Payment.objects.get().state, Payment.objects.get().withdrawn_reason) == ("withdrawn", "Typed too early")


@pytest.mark.parametrize(
    ("role", "page", "status"),
    [
        (Role.DIRECTOR, "payments/prepare/", 403),
        (Role.DIRECTOR, "payments/export/", 403),
        (Role.DIRECTOR, "budget/promise/", 403),
        (Role.DIRECTOR, "payments/approve/", 302),
        (Role.FINANCE, "payments/prepare/", 302),
        (Role.TEACHER, "payments/approve/", 403),
    ],
)
def test_each_step_has_its_roles(browse, school, role, page, status):
    project = project_with_money()

    assert browse(role).post(address(project, page)).status_code == status


def test_the_sheet_has_a_line_for_each_category_with_the_schools_codes(browse, school, member):
    project, _ = trip(1)
    promise_all(project)
    prepare_all(project, member())
    Receipt.objects.create(
        project=project, category="travel", description="Coach", spent_on=timezone.localdate(), amount=480
    )

    answer = browse(Role.FINANCE).get(address(project, "payments/sheet/"))

    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    heads, *lines = rows
    assert heads[4:6] == ["Budget code", "Amount in EUR"]
    assert [(line[1], line[3], line[4], line[5]) for line in lines] == [
        ("Grant, instalment 1", "Travel", "22-tr", 220.0),
        ("Grant, instalment 1", "Individual support", "22-in", 1008.0),
        ("Coach", "Travel", "22-tr", 480.0),
    ]


# Income and receipts


RECEIPT = {"category": "exceptional_costs", "description": "Visa", "spent_on": "2022-04-01", "currency": "eur"}


def test_a_receipt_is_kept_with_its_paper(browse, school):
    project = project_with_money()
    paper = SimpleUploadedFile("visa.pdf", b"%PDF-1.7 visa")

    browse(Role.FINANCE).post(address(project, "receipts/new/"), RECEIPT | {"amount": "80,50", "paper": paper})

    receipt = Receipt.objects.get()
    assert (receipt.amount_eur, receipt.currency) == (Decimal("80.50"), "EUR")
    assert (receipt.file.name, receipt.file.permission) == ("visa.pdf", "money.view")


def test_another_currency_is_converted_by_the_rate_that_was_typed(browse, school):
    project = project_with_money()
    typed = RECEIPT | {"amount": "429.10", "currency": "PLN", "rate": "4,291", "rate_source": "ECB, May 2022"}

    browse().post(address(project, "receipts/new/"), typed)

    assert Receipt.objects.get().amount_eur == Decimal("100.00")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"amount": "0"}, "0.01"),
        ({"amount": "-5"}, "0.01"),
        ({"currency": "złoty"}, "3"),
        ({"currency": "12€"}, "three letters"),
        ({"currency": "PLN"}, "needs its rate"),
        ({"currency": "PLN", "rate": "4.2"}, "needs its rate"),
        ({"currency": "PLN", "rate": "0", "rate_source": "ECB"}, "above 0"),
        ({"rate": "4.2", "rate_source": "ECB"}, "needs its rate"),
        ({"paper": b"MZ\x90"}, "no PDF"),
    ],
)
def test_a_receipt_that_can_not_be_is_refused(browse, school, changed, sentence):
    project = project_with_money()
    if "paper" in changed:
        changed = {"paper": SimpleUploadedFile("visa.pdf", changed["paper"])}

    page = browse().post(address(project, "receipts/new/"), RECEIPT | {"amount": "5"} | changed)

    assert sentence in str(page.context["form"].errors)
    assert Receipt.objects.count() == 0


def test_what_the_funder_pays_is_planned_and_received(browse, school):
    project = project_with_money()
    client = browse()

    client.post(address(project, "funder/new/"), {"kind": "pre_financing", "planned_eur": "1000"})
    each = FunderPayment.objects.get()
    half = client.post(address(project, f"funder/{each.pk}/"), {"kind": "pre_financing", "received_eur": "1000"})
    assert "an amount and a day" in half.text
    client.post(
        address(project, f"funder/{each.pk}/"),
        {"kind": "pre_financing", "planned_eur": "1000", "received_eur": "990", "received_on": "2022-01-05"},
    )

    page = client.get(address(project, "income/"))
    assert page.context["income"].funder_received == 990
    client.post(address(project, f"funder/{each.pk}/remove/"))
    assert FunderPayment.objects.count() == 0


def test_co_financing_is_told_by_its_source_and_compared_with_the_project(browse, school):
    project = project_with_money()
    project.cofinancing_eur = 500
    project.save()

    client = browse()
    client.post(address(project, "cofinancing/new/"), {"source": "The town", "promised_eur": "400"})

    assert CoFinancing.objects.get().received_eur == 0
    assert "its sources promise" in client.get(address(project, "income/")).text


def test_there_is_no_other_part(browse, school):
    project = project_with_money()

    assert browse().get(address(project, "secrets/new/")).status_code == 404


def test_who_may_not_choose_sees_names_without_boxes(browse, school):
    project, _ = trip(1)
    director = browse(Role.DIRECTOR)

    assert 'type="checkbox"' not in director.get(address(project, "budget/")).text
    promise_all(project)
    page = director.get(address(project, "payments/")).text

    assert 'type="checkbox"' not in page
    assert "Ilze" in page
    assert 'type="checkbox"' in browse(Role.FINANCE).get(address(project, "payments/")).text
