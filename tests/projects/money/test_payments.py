"""Payments from an instalment that is due to a file at the bank: four eyes, never twice."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.projects.money.pain_checker import read_pain
from tests.projects.money.records import due_of, prepare_all, promise_all, trip
from tilts.accounts.roles import Role
from tilts.core.history import changes_of
from tilts.demo.money import example_iban
from tilts.files.queries import content_of
from tilts.jobs.models import WorkFile
from tilts.mobilities.presenting import flow_sheet
from tilts.mobilities.recording import grant_record
from tilts.people.models import BankAccount, Person
from tilts.people.privacy import ErasureRefused, erase_person, export_person
from tilts.projects.models import Payment, PaymentExport, ProjectMoney
from tilts.projects.money import actions
from tilts.projects.money.queries import agreed_shares

TODAY = date(2022, 4, 12)
State = Payment.State


@pytest.fixture
def finance(member):
    return member(Role.FINANCE)


@pytest.fixture
def director(member):
    return member(Role.DIRECTOR)


def approve_all(project, by):
    numbers = set(Payment.objects.filter(state=State.PREPARED).values_list("pk", flat=True))
    return actions.approve(project, numbers, by=by, at=timezone.now())


def export_all(project, by):
    numbers = set(Payment.objects.filter(state=State.APPROVED).values_list("pk", flat=True))
    return actions.export(project, numbers, carry_out_on=TODAY, by=by, at=timezone.now())


def states():
    return list(Payment.objects.order_by("pk").values_list("state", flat=True))


# What is due


def test_the_first_instalment_is_due_once_the_agreement_is_printed(school):
    project, (first, _) = trip()
    promise_all(project)
    WorkFile.objects.filter(key=f"G{first.pk}-0").delete()

    assert [(each.number, each.count, each.amount, each.missing) for each in due_of(project)] == [
        (1, 2, Decimal("1228.00"), ("The grant agreement is not printed.",)),
        (1, 2, Decimal("1228.00"), ()),
    ]


def test_the_last_instalment_waits_for_the_stay(school, finance):
    project, (mobility,) = trip(1)
    promise_all(project)
    prepare_all(project, finance)

    (due,) = due_of(project)
    assert (due.number, due.amount, due.missing) == (2, Decimal("307.00"), ("The stay is not confirmed yet.",))

    mobility.state, mobility.attended_from, mobility.attended_until = "done", date(2022, 5, 2), date(2022, 5, 20)
    mobility.save()
    assert [each.missing for each in due_of(project)] == [()]


def test_a_single_instalment_does_not_wait_for_the_stay(school):
    project, _ = trip(1, instalments="100")
    promise_all(project)

    assert [(each.amount, each.missing) for each in due_of(project)] == [(Decimal("1535.00"), ())]


@pytest.mark.parametrize(
    ("iban", "sentence"), [("", "No bank account"), ("GE29NB0000000101904917", "outside the area of SEPA")]
)
def test_without_an_account_that_can_be_reached_nothing_is_due(school, finance, iban, sentence):
    project, _ = trip(1)
    promise_all(project)
    account = BankAccount.objects.get()
    account.iban = iban
    account.save()

    (due,) = due_of(project)

    assert sentence in due.missing[0]
    assert actions.prepare(project, school, {due.key}, by=finance) == 0


def test_a_grant_that_changed_must_be_promised_anew_first(school):
    project, (mobility,) = trip(1)
    promise_all(project)
    mobility.own_ends_on = date(2022, 5, 10)
    mobility.save()

    assert "has changed since it was promised" in due_of(project)[0].missing[0]


def test_what_was_overpaid_is_to_be_asked_back(school, finance):
    project, (mobility,) = trip(1)
    promise_all(project)
    prepare_all(project, finance)
    mobility.own_ends_on = date(2022, 5, 3)  # 4 funded days: 275 + 240 EUR
    mobility.save()
    actions.promise(project, school, {f"mobility/{mobility.pk}"}, by=finance)

    (due,) = due_of(project)

    assert due.amount == Decimal("515.00") - Decimal("1228.00")
    assert "ask the difference back" in " ".join(due.missing)


# Prepared and approved


def test_a_payment_keeps_its_parts_its_account_and_its_payee(school, finance):
    project, _ = trip(1)
    BankAccount.objects.update(payee="guardian", payee_name="Dace Liepa")
    promise_all(project)

    assert prepare_all(project, finance) == 1

    payment = Payment.objects.get()
    assert (payment.iban, payment.payee_name, payment.prepared_by) == (example_iban(10), "Dace Liepa", finance)
    assert {part.category: part.amount_eur for part in payment.parts.all()} == {
        "travel": Decimal("220.00"),
        "individual_support": Decimal("1008.00"),
    }


def test_preparing_twice_prepares_once(school, finance):
    project, _ = trip(1)
    promise_all(project)
    (due,) = due_of(project)

    assert [actions.prepare(project, school, {due.key}, by=finance) for _ in range(2)] == [1, 0]


def test_the_database_takes_no_second_payment_of_an_instalment(school, finance):
    project, _ = trip(1)
    promise_all(project)
    prepare_all(project, finance)
    first = Payment.objects.get()

    with pytest.raises(IntegrityError, match="instalment_paid_once"), transaction.atomic():
        Payment.objects.create(commitment=first.commitment, person=first.person, number=1, amount_eur=1)


def test_nobody_approves_what_they_prepared(school, finance, director):
    project, _ = trip(2)
    promise_all(project)
    prepare_all(project, finance)

    assert approve_all(project, finance) == actions.Approved(done=0, own=2)
    assert states() == ["prepared", "prepared"]
    assert approve_all(project, director) == actions.Approved(done=2, own=0)
    assert {payment.approved_by for payment in Payment.objects.all()} == {director}


def test_the_database_itself_wants_a_second_person(school, finance):
    project, _ = trip(1)
    promise_all(project)
    prepare_all(project, finance)

    with pytest.raises(IntegrityError, match="second_person"), transaction.atomic():
        Payment.objects.update(state="approved", approved_by=finance, approved_at=timezone.now())


@pytest.mark.parametrize("until", ["prepared", "approved"])
def test_an_account_that_changed_meanwhile_stops_the_payment(school, finance, director, until):
    project, (mobility,) = trip(1)
    promise_all(project)
    prepare_all(project, finance)
    if until == "approved":
        approve_all(project, director)
    account = BankAccount.objects.get()
    account.iban = example_iban(99)
    account.save()

    step = approve_all if until == "prepared" else export_all
    with pytest.raises(actions.Refused, match=f"{mobility.person} has changed"):
        step(project, director)

    assert states() == [until]


# To the bank


def test_approved_payments_become_one_file_that_is_stored_with_its_hash(school, finance, director):
    project, _ = trip(2)
    promise_all(project)
    prepare_all(project, finance)
    approve_all(project, director)

    made = export_all(project, finance)

    found = read_pain(content_of(made.file))
    assert (found.message, found.account, found.carry_out_on) == (made.message, example_iban(1), TODAY)
    assert [(each.iban, each.amount) for each in found.transfers] == [
        (example_iban(10), Decimal("1228.00")),
        (example_iban(11), Decimal("1228.00")),
    ]
    assert (made.count, made.total_eur, made.file.permission) == (2, Decimal("2456.00"), "money.export")
    assert states() == ["exported", "exported"]


def test_what_is_at_the_bank_is_not_written_again(school, finance, director):
    project, _ = trip(1)
    promise_all(project)
    prepare_all(project, finance)
    approve_all(project, director)
    export_all(project, finance)

    with pytest.raises(actions.Refused, match="Choose at least one"):
        actions.export(
            project,
            set(Payment.objects.values_list("pk", flat=True)),
            carry_out_on=TODAY,
            by=finance,
            at=timezone.now(),
        )
    assert PaymentExport.objects.count() == 1


def test_what_is_not_approved_never_leaves(school, finance):
    project, _ = trip(1)
    promise_all(project)
    prepare_all(project, finance)

    with pytest.raises(actions.Refused):
        actions.export(project, {Payment.objects.get().pk}, carry_out_on=TODAY, by=finance, at=timezone.now())
    assert states() == ["prepared"]


def test_without_the_schools_account_there_is_no_file_and_no_half_done_step(school, finance, director):
    project, _ = trip(1)
    ProjectMoney.objects.update(account_iban="")
    promise_all(project)
    prepare_all(project, finance)
    approve_all(project, director)

    with pytest.raises(actions.Refused, match="account the school pays from"):
        export_all(project, finance)
    assert (states(), PaymentExport.objects.count()) == (["approved"], 0)


def test_a_file_is_paid_on_a_day_and_what_was_withdrawn_stays_so(school, finance, director):
    project, _ = trip(2)
    promise_all(project)
    prepare_all(project, finance)
    approve_all(project, director)
    made = export_all(project, finance)
    back, kept = Payment.objects.order_by("pk")
    actions.withdraw(project, back, "Account closed", by=finance)

    assert [actions.confirm_paid(made, TODAY), actions.confirm_paid(made, TODAY)] == [1, 0]
    assert states() == ["withdrawn", "paid"]
    kept.refresh_from_db()
    assert kept.paid_on == TODAY
    with pytest.raises(actions.Refused, match="paid already"):
        actions.withdraw(project, kept, "", by=finance)


def test_a_withdrawn_instalment_is_due_again(school, finance):
    project, _ = trip(1)
    promise_all(project)
    prepare_all(project, finance)

    actions.withdraw(project, Payment.objects.get(), "Typed too early", by=finance)

    assert [(each.number, each.missing) for each in due_of(project)] == [(1, ())]
    assert prepare_all(project, finance) == 1
    assert states() == ["withdrawn", "prepared"]


# Privacy


def test_the_history_of_a_payment_tells_its_states_and_nothing_personal(school, finance, director):
    project, _ = trip(1)
    promise_all(project)
    prepare_all(project, finance)
    approve_all(project, director)

    names = {field.name for field in Payment.history.rel.related_model._meta.concrete_fields}
    told = str([change.fields for change in changes_of(Payment.objects.get())])

    assert names & {"iban", "payee_name", "bic"} == set()
    assert "Approved" in told
    assert example_iban(10) not in told


def test_a_persons_export_holds_the_payments_and_erasing_waits_for_them(school, finance):
    project, (mobility,) = trip(1, instalments="100")
    promise_all(project)
    prepare_all(project, finance)
    person = Person.objects.get(pk=mobility.person_id)

    assert [each["amount_eur"] for each in export_person(person)["payments"]] == ["1535.00"]
    assert [each["amount_eur"] for each in export_person(person)["promises"]] == ["1535.00"]
    mobility.delete()
    with pytest.raises(ErasureRefused) as refused:
        erase_person(person)
    assert "accounts" in str(refused.value.reasons)


def test_a_promise_without_payments_goes_with_the_person(school, finance):
    project, (mobility,) = trip(1)
    promise_all(project)
    prepare_all(project, finance)
    actions.withdraw(project, Payment.objects.get(), "Not going", by=finance)
    mobility.delete()

    erase_person(Person.objects.get(pk=mobility.person_id))

    assert (Payment.objects.count(), Person.objects.count()) == (0, 0)


def test_the_page_costs_as_many_queries_for_three_people_as_for_one(school, browse, finance):
    client, counts = browse(Role.DIRECTOR), []
    for people in (1, 3):
        project, _ = trip(people)
        promise_all(project)
        prepare_all(project, finance)
        address = f"/{school.slug}/projects/{project.pk}/money/payments/"
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        counts.append(len(asked))

    assert counts[0] == counts[1]


# What others tell of it


def test_the_grant_agreement_names_the_instalments_that_are_paid(school):
    project, (mobility,) = trip(1)
    row = flow_sheet(mobility.flow, school).rows[0]

    record = grant_record(row, agreed_shares(project))

    assert [(each.amount, each.condition) for each in record.instalments] == [
        (Decimal("1228.00"), "Once this agreement is signed"),
        (Decimal("307.00"), "Once the stay is confirmed"),
    ]


def test_a_grant_agreement_of_a_project_without_settings_promises_no_instalments(school):
    project, (mobility,) = trip(1)
    ProjectMoney.objects.all().delete()

    assert grant_record(flow_sheet(mobility.flow, school).rows[0], agreed_shares(project)).instalments == ()


def test_the_first_page_tells_who_else_must_approve(school, browse, finance):
    project, _ = trip(2)
    promise_all(project)
    prepare_all(project, finance)
    preparer = Client()
    preparer.force_login(finance)

    page = browse(Role.DIRECTOR).get(f"/{school.slug}/").text

    assert "2 payments wait for your approval" in page
    assert f"/{school.slug}/projects/{project.pk}/money/payments/" in page
    assert "your approval" not in preparer.get(f"/{school.slug}/").text
    assert "your approval" not in browse(Role.TEACHER).get(f"/{school.slug}/").text


def test_a_persons_page_tells_the_payments(school, browse, finance):
    project, (mobility,) = trip(1)
    promise_all(project)
    prepare_all(project, finance)

    page = browse(Role.FINANCE).get(f"/{school.slug}/people/{mobility.person_id}/").text

    assert "instalment 1" in page
    assert "1,228.00" in page
