"""Notice of an agreement in force: who is told, when it ends, and going on after all."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from tests.agreements.concluding.test_concluding import all_sign, sent
from tilts.accounts.roles import Role
from tilts.agreements.drafting.actions import agree
from tilts.agreements.drafting.models import Version
from tilts.agreements.drafting.queries import draft_of
from tilts.agreements.living import actions
from tilts.agreements.living.queries import endings
from tilts.agreements.models import Agreement
from tilts.agreements.rules import NotPossible
from tilts.mail.models import OutgoingMail
from tilts.partners.models import PartnerContact

TODAY = timezone.localdate()


def test_notice_ends_the_agreement_on_its_day_and_the_other_side_is_told(living, school, browse):
    until = TODAY + timedelta(days=95)
    told = {"given_on": TODAY.isoformat(), "by_us": "1", "until": until.isoformat(), "reason": "The college closes."}

    browse().post(f"/{school.slug}/agreements/{living.pk}/notice/", told)
    mail = OutgoingMail.objects.get(to="nino@modus.example")
    living.refresh_from_db()
    state = living.state
    actions.look_after(until + timedelta(days=1))

    living.refresh_from_db()
    assert (state, living.state) == ("in_force", "terminated")
    assert "The college closes." in mail.body
    assert "გაფრთხილება" in mail.subject


def test_the_contact_of_the_other_side_is_told_of_notice_in_its_language(living):
    partner = living.parties.exclude(partner=None).get().partner
    PartnerContact.objects.create(partner=partner, role="Office", email="office@modus.example", language="ka")
    PartnerContact.objects.create(partner=partner, name="Nino", email="Nino@modus.example", language="lv")

    actions.give_notice(living, given_on=TODAY, until=TODAY + timedelta(days=99), by_us=True, reason="")

    mails = OutgoingMail.objects.filter(intent__startswith="notice:").order_by("to")
    assert [(mail.to, mail.subject) for mail in mails] == [
        ("nino@modus.example", "Agreement: გაფრთხილება შეწყვეტის შესახებ"),  # who signs, once
        ("office@modus.example", "Agreement: გაფრთხილება შეწყვეტის შესახებ"),
    ]


def test_notice_shorter_than_agreed_is_refused(living, school, browse):
    told = {"given_on": "2026-03-01", "by_us": "0", "until": "2026-05-31"}

    page = browse().post(f"/{school.slug}/agreements/{living.pk}/notice/", told)

    assert "The time of notice that was agreed ends on 1 June 2026." in page.text
    assert Agreement.objects.get().notice_until is None


def test_notice_past_the_last_day_that_was_agreed_is_refused(living, school, browse):
    last = TODAY + timedelta(days=20)
    Version.objects.update(valid_until=last)
    told = {"given_on": TODAY.isoformat(), "by_us": "1", "until": (TODAY + timedelta(days=120)).isoformat()}

    page = browse().post(f"/{school.slug}/agreements/{living.pk}/notice/", told)

    assert f"the last day that was agreed is {date_format(last, 'DATE_FORMAT')}." in page.text
    assert Agreement.objects.get().notice_until is None
    assert not OutgoingMail.objects.exists()


def test_notice_taken_back_lets_it_go_on(living, school, browse):
    actions.give_notice(living, given_on=TODAY, until=TODAY + timedelta(days=99), by_us=False, reason="")

    browse().post(f"/{school.slug}/agreements/{living.pk}/notice/take-back/")

    living.refresh_from_db()
    assert (living.notice_until, living.state) == (None, "in_force")
    assert not OutgoingMail.objects.exists()


def test_a_notice_given_anew_with_another_last_day_is_told_anew(living):
    days = [TODAY + timedelta(days=days) for days in (97, 99)]  # it ends by itself on the 100th
    for until in days:
        actions.give_notice(living, given_on=TODAY, until=until, by_us=True, reason="")
        actions.take_notice_back(living)

    bodies = OutgoingMail.objects.order_by("pk").values_list("body", flat=True)
    with override("ka"):
        told = [date_format(until, "DATE_FORMAT") for until in days]
    assert [day in body for day, body in zip(told, bodies, strict=True)] == [True, True]


def test_a_notice_is_not_taken_back_once_all_is_over(living):
    until = TODAY + timedelta(days=95)
    actions.give_notice(living, given_on=TODAY, until=until, by_us=False, reason="")
    actions.look_after(until + timedelta(days=1))
    Version.objects.update(replaced_on=TODAY)

    with pytest.raises(NotPossible):
        actions.take_notice_back(living)

    assert Agreement.objects.get().notice_until == until


def test_an_agreement_by_notice_holds_through_its_last_day(living):
    until = TODAY + timedelta(days=95)
    actions.give_notice(living, given_on=TODAY, until=until, by_us=False, reason="")

    states = []
    for day in (until, until + timedelta(days=1)):
        actions.look_after(day)
        states.append(Agreement.objects.get().state)

    assert states == ["in_force", "terminated"]
    assert Version.objects.get().replaced_on == until


def test_the_office_is_reminded_of_an_end_by_notice(living, member):
    member(Role.COORDINATOR)
    actions.give_notice(living, given_on=TODAY, until=TODAY + timedelta(days=95), by_us=False, reason="")

    actions.look_after(TODAY + timedelta(days=70))

    assert [each.reminder.days for each in endings(TODAY + timedelta(days=70))] == [30]
    assert OutgoingMail.objects.count() == 1


def test_a_new_version_that_is_signed_clears_the_notice_of_the_one_before(living):
    actions.give_notice(living, given_on=TODAY, until=TODAY + timedelta(days=99), by_us=False, reason="Costs.")
    actions.renew(living, until=date(2041, 1, 1))
    during = Agreement.objects.get().notice_until
    agree(living, how="by mail", agreed_sides=frozenset(draft_of(living).sides))
    all_sign(sent(Agreement.objects.get()))

    living.refresh_from_db()
    assert during == TODAY + timedelta(days=99)
    assert (living.state, living.notice_given_on, living.notice_until, living.notice_reason) == (
        *("in_force", None, None, ""),
    )
