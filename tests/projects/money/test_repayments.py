"""Money that people pay back: how much, of what, and what the budget, the papers and the pages tell then."""

import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from python_calamine import CalamineWorkbook

from tests.projects.money.records import due_of, prepare_all, promise_all, trip
from tests.projects.money.test_payments import TODAY, approve_all, export_all
from tilts.accounts.roles import Role
from tilts.mobilities.models import Mobility
from tilts.people.privacy import export_person
from tilts.projects.models import Commitment, Payment, Repayment
from tilts.projects.money import actions, queries
from tilts.projects.money.repayments import actions as repayments


def paid_trip(finance, director, **settings):
    """One person whose first instalment (1 228 EUR of 1 535) has left the school."""
    project, (mobility,) = trip(1, **settings)
    promise_all(project)
    prepare_all(project, finance)
    approve_all(project, director)
    actions.confirm_paid(export_all(project, finance), TODAY)
    return project, mobility


@pytest.fixture
def finance(member):
    return member(Role.FINANCE)


@pytest.fixture
def director(member):
    return member(Role.DIRECTOR)


def cancel(mobility):
    mobility.state = Mobility.State.CANCELLED
    mobility.save()


def back(project, school, finance, amount):
    """So much came back of the only promise."""
    new = Repayment(
        commitment=Commitment.objects.get(), amount_eur=Decimal(amount), returned_on=TODAY, note="By transfer"
    )
    return repayments.record(project, school, new, by=finance)


def asked_back(project, school):
    return [(each.paid, each.owed, each.amount) for each in queries.to_ask_back(queries.sheet_of(project, school))]


def spent(project, school):
    return {line.category: line.spent for line in queries.sheet_of(project, school).budget.lines if line.spent}


def test_of_a_cancelled_stay_all_that_was_paid_comes_back(school, finance, director):
    project, mobility = paid_trip(finance, director)
    assert asked_back(project, school) == []
    cancel(mobility)

    assert asked_back(project, school) == [(Decimal("1228.00"), Decimal(0), Decimal("1228.00"))]
    back(project, school, finance, "1000")
    assert asked_back(project, school) == [(Decimal("228.00"), Decimal(0), Decimal("228.00"))]
    back(project, school, finance, "228")

    assert (asked_back(project, school), spent(project, school)) == ([], {})
    assert Commitment.objects.get().total == 0
    assert (queries.sheet_of(project, school).promises.gone, due_of(project)) == ((), [])


def test_of_a_shorter_stay_the_days_that_were_paid_too_much_come_back(school, finance, director):
    project, mobility = paid_trip(finance, director)
    mobility.own_ends_on = date(2022, 5, 10)  # 275 of travel and 11 days at 60
    mobility.save()
    actions.promise(project, school, {f"mobility/{mobility.pk}"}, by=finance)
    paid = spent(project, school)

    assert asked_back(project, school) == [(Decimal("1228.00"), Decimal("935.00"), Decimal("293.00"))]
    back(project, school, finance, "293")

    assert spent(project, school) == {"travel": paid["travel"], "individual_support": Decimal("1008.00") - 293}
    assert (asked_back(project, school), due_of(project)) == ([], [])


def test_no_more_comes_back_than_was_paid(school, finance, director):
    project, mobility = paid_trip(finance, director)
    cancel(mobility)

    with pytest.raises(actions.Refused, match=r"1,228\.00"):
        back(project, school, finance, "1228.01")

    assert Repayment.objects.count() == 0


def test_what_is_not_paid_yet_can_not_come_back(school, finance):
    project, (mobility,) = trip(1)
    promise_all(project)
    prepare_all(project, finance)
    cancel(mobility)

    assert asked_back(project, school) == []
    with pytest.raises(actions.Refused):
        back(project, school, finance, "1")


def test_a_payment_whose_money_came_back_is_not_withdrawn(school, finance, director):
    project, (mobility,) = trip(1)
    promise_all(project)
    prepare_all(project, finance)
    approve_all(project, director)
    export_all(project, finance)
    cancel(mobility)
    back(project, school, finance, "100")

    with pytest.raises(actions.Refused, match="come back already"):
        actions.withdraw(project, Payment.objects.get(), "Sent back", by=finance)


def test_the_pages_ask_it_back_record_it_and_take_a_slip_away(browse, school, finance, director):
    project, mobility = paid_trip(finance, director)
    cancel(mobility)
    commitment = Commitment.objects.get()
    base = f"/{school.slug}/projects/{project.pk}/money/"
    record = f"{base}promises/{commitment.pk}/repaid/"
    client = browse(Role.FINANCE)

    assert "1,228.00\u00a0EUR are to be asked back" in browse(Role.DIRECTOR).get(base).text
    assert 'value="1228.00"' in client.get(record).text
    typed = {"amount_eur": "1228", "returned_on": timezone.localdate().isoformat(), "note": "By transfer"}
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    assert "lies ahead" in client.post(record, typed | {"returned_on": tomorrow}).text
    assert "Only 1,228.00" in client.post(record, typed | {"amount_eur": "2000"}).text
    assert browse(Role.DIRECTOR).post(record, typed).status_code == 403
    assert client.get(f"{base}payments/").text.count("The stay is cancelled or taken out of its flow.") == 1
    page = client.post(record, typed, follow=True).text
    assert ("It came back" in page, "Paid back by participants" in page) == (False, True)

    sheet = client.get(f"{base}payments/sheet/")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(sheet.content)).get_sheet_by_index(0).to_python()
    assert sum(row[5] for row in rows[1:]) == 0
    assert "paid back 1,228.00" in client.get(f"/{school.slug}{mobility.person.get_absolute_url()}").text
    assert export_person(mobility.person)["repayments"][0]["amount_eur"] == "1228.00"
    remove = f"{base}repayments/{Repayment.objects.get().pk}/remove/"
    assert "Remove for good" in client.get(remove).text
    client.post(remove)
    assert Repayment.objects.count() == 0


# Provisional grants


def test_a_provisional_grant_is_told_at_approval_and_its_last_instalment_waits(browse, school, finance, monkeypatch):
    project, (mobility,) = trip(1)
    promise_all(project)
    monkeypatch.setattr("tilts.funding.rules.Grant.status", "provisional")
    page = f"/{school.slug}/projects/{project.pk}/money/payments/"
    assert "provisional" in browse(Role.FINANCE).get(page).text
    prepare_all(project, finance)

    told = browse(Role.DIRECTOR).get(page).text

    assert "1 payment rests on figures that nobody has confirmed" in told
    mobility.state, mobility.attended_from, mobility.attended_until = "done", date(2022, 5, 2), date(2022, 5, 20)
    mobility.save()
    assert [each.missing for each in due_of(project)] == [("Confirm the figures of the grant agreement first.",)]
