"""A change that is dropped: who was asked to read it is told, and the page behind the link says what holds."""

import re
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from tests.agreements.negotiating.conftest import post
from tilts.agreements.drafting.actions import reopen
from tilts.agreements.drafting.content import content_of
from tilts.agreements.drafting.models import Version
from tilts.agreements.living.actions import look_after, renew
from tilts.agreements.models import Agreement
from tilts.agreements.negotiating import actions
from tilts.agreements.negotiating.models import Negotiator
from tilts.mail.models import OutgoingMail


@pytest.fixture
def living(agreed):
    """In force since 2025, with somebody of the college who reads Georgian."""
    Agreement.objects.update(state="in_force", signed_on=date(2025, 1, 1))
    signed = {"signed_on": date(2025, 1, 1), "in_force_on": date(2025, 1, 1)}
    Version.objects.update(**signed, content=content_of(Agreement.objects.get()))
    party = agreed.parties.exclude(partner=None).get()
    Negotiator.objects.create(agreement=agreed, party=party, name="Nino", email="nino@modus.example", language="ka")
    return Agreement.objects.get()


@pytest.fixture
def renewed(living):
    renew(living, until=date(2041, 1, 1))
    return Agreement.objects.get()


def dropped():
    return OutgoingMail.objects.filter(intent__startswith="dropped:")


def test_who_was_asked_is_told_in_their_language_that_a_change_is_dropped_and_what_holds(renewed, browse):
    browse().post(f"/{renewed.school.slug}/agreements/{renewed.pk}/drop/")

    mail = dropped().get()
    assert (mail.to, mail.subject.endswith("ცვლილება გაუქმებულია")) == ("nino@modus.example", True)
    assert "რედაქცია 2 ხელმოწერილი არ არის. კვლავ მოქმედებს რედაქცია 1 " in mail.body
    page = Client(headers={"accept-language": "en"}).get(re.search(r"/p/\S+", mail.body).group()).text
    assert "რედაქცია 2 ხელმოწერილი არ არის." in page
    assert "2041" not in page.partition('id="course"')[0]


def test_the_page_of_a_dropped_change_shows_what_was_signed_and_takes_no_answer(renewed, school):
    Negotiator.objects.update(language="en")
    link = re.search(r"/p/\S+", OutgoingMail.objects.get().body).group()
    actions.drop_for_all(renewed)

    page = Client().get(link).text

    assert (
        "The change was dropped: version 2 is not signed. Version 1, signed on 1 January 2025, holds as before." in page
    )
    assert f'value="{Version.objects.get(position=2).content_hash}"' not in page
    assert "Nothing can be changed here any more." in post(link, school, step="agree")


def test_where_what_was_signed_has_ended_meanwhile_nothing_is_said_to_hold(renewed):
    Version.objects.filter(position=1).update(valid_until=date(2025, 12, 31))
    look_after(date(2026, 1, 1))

    actions.drop_for_all(renewed)

    assert "რედაქცია 1 (ხელმოწერის დღე: 1 იანვარი, 2025) აღარ მოქმედებს." in dropped().get().body


def test_who_had_agreed_to_a_dropped_change_is_bound_no_more(renewed):
    Negotiator.objects.update(agreed_to=Version.objects.get(position=2), agreed_at=timezone.now())

    actions.drop_for_all(renewed)

    assert Negotiator.objects.values_list("agreed_to", "agreed_at").get() == (None, None)


def test_nobody_is_told_of_a_change_that_was_not_proposed(living):
    reopen(living)

    actions.drop_for_all(living)

    assert not OutgoingMail.objects.exists()


def test_who_was_asked_only_after_the_proposal_was_taken_back_is_told_nothing(renewed):
    again = reopen(renewed)
    party = Negotiator.objects.get().party
    actions.invite(Negotiator(agreement=again, party=party, email="late@modus.example", language="en"))

    actions.drop_for_all(renewed)

    assert [each.to for each in dropped()] == ["nino@modus.example"]


def test_what_is_proposed_again_as_it_was_is_told_again_and_so_is_that_it_is_dropped_again(renewed):
    for times in (1, 2):
        actions.drop_for_all(Agreement.objects.get())
        renew(Agreement.objects.get(), until=date(2041, 1, 1))
        actions.propose_to_all(Agreement.objects.get())  # as it is: nothing new to tell

        assert (dropped().count(), OutgoingMail.objects.count()) == (times, 2 * times + 1)

    assert Version.objects.count() == 2
