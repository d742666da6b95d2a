"""What no class list holds, asked by a personal link."""

import io
import re
from datetime import date

import pytest
from django.test import Client
from pypdf import PdfReader

from tests.factories import FlowFactory, MobilityFactory
from tilts.accounts.models import PersonalLink
from tilts.accounts.roles import Role
from tilts.mail.models import OutgoingMail
from tilts.mobilities.asking import ask_by_mail, groups_for, link_for, slips, take_links_back, waiting
from tilts.mobilities.models import Mobility
from tilts.people.models import BankAccount, Guardian, TravelDocument

GROWN_UP, MINOR = date(2003, 1, 5), date(2005, 1, 5)
ANSWERS = {
    "iban": "LV80 BANK 0000 4351 9500 1",
    "payee": "person",
    "document_kind": "passport",
    "document_number": "LV1234567",
    "document_country": "LV",
    "document_expires_on": "2099-05-01",
    "emergency_name": "Māra Liepa",
    "emergency_phone": "+371 26100100",
}


@pytest.fixture
def flow(school):
    return FlowFactory(name="Dresden")


@pytest.fixture
def mobility(flow):
    return MobilityFactory(flow=flow, person__born_on=GROWN_UP, person__email="ilze@example.org")


def opened(link: str) -> str:
    return link.removeprefix("http://127.0.0.1:8000")


def test_a_grown_up_is_written_to_and_the_mail_leads_to_the_questions(mobility, flow):
    asked = ask_by_mail(flow)

    mail = OutgoingMail.objects.get()
    link = re.search(r"http://127\.0\.0\.1:8000(/p/\S+)", mail.body)
    assert (asked.mails, asked.without_address, mail.to) == (1, (), "ilze@example.org")
    assert link is not None
    assert Client().get(link[1]).status_code == 200


def test_for_a_minor_the_guardians_are_written_to_in_their_language(flow):
    mobility = MobilityFactory(flow=flow, person__born_on=MINOR, person__email="learner@example.org")
    Guardian.objects.create(person=mobility.person, name="Māra", email="mara@example.org", language="en")
    Guardian.objects.create(person=mobility.person, name="Juris", phone="+37126100100")

    asked = ask_by_mail(flow)

    assert asked.mails == 1
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.subject) == ("mara@example.org", "Dresden: a few questions before the trip")


def test_who_has_no_address_is_named(flow):
    mobility = MobilityFactory(flow=flow)

    assert ask_by_mail(flow).without_address == (mobility,)


def test_asking_twice_on_a_day_writes_one_mail(mobility, flow):
    ask_by_mail(flow)
    ask_by_mail(flow)

    assert OutgoingMail.objects.count() == 1


def test_a_minor_is_also_asked_who_answers_for_them(flow):
    grown_up, minor = (MobilityFactory(flow=flow, person__born_on=day) for day in (GROWN_UP, MINOR))

    assert set(groups_for(minor)) - set(groups_for(grown_up)) == {"guardian"}


def test_answers_by_the_link_are_kept_and_the_flow_sees_it(mobility, flow):
    address = opened(link_for(mobility))

    response = Client().post(address, ANSWERS)

    mobility.refresh_from_db()
    assert "Thank you" in response.text
    assert mobility.answered_at is not None
    assert waiting(flow) == []
    assert BankAccount.objects.get(person=mobility.person).iban == "LV80BANK0000435195001"
    assert TravelDocument.objects.get(person=mobility.person).number == "LV1234567"


def test_a_wrong_account_number_is_told_and_nothing_is_kept(mobility):
    address = opened(link_for(mobility))

    response = Client().post(address, ANSWERS | {"iban": "LV81 BANK 0000 4351 9500 1"})

    mobility.refresh_from_db()
    assert response.context["form"].errors.keys() == {"iban"}
    assert mobility.answered_at is None
    assert not BankAccount.objects.exists()


def test_nothing_answered_is_no_answer_and_is_told_so(mobility):
    response = Client().post(opened(link_for(mobility)), {"payee": "person"})

    mobility.refresh_from_db()
    assert mobility.answered_at is None
    assert "Nothing is filled in yet." in response.text
    assert "Thank you" not in response.text


def test_the_thanks_name_what_the_school_still_needs(flow):
    mobility = MobilityFactory(flow=flow, person__born_on=MINOR)
    account = {name: ANSWERS[name] for name in ("iban", "payee")}

    page = Client().post(opened(link_for(mobility)), account).text
    for more in ({"guardian_name": "Māra"}, ANSWERS):
        rest = Client().post(opened(link_for(mobility)), more).text

    assert [name for name in ("account", "document", "contact", "guardian") if f"{name}</li>" in page] == [
        *("document", "contact", "guardian")
    ]
    assert "The school still needs" not in rest


@pytest.mark.parametrize(("expires_on", "is_warned"), [("2022-05-20", True), ("2022-05-21", False)])
def test_who_gives_a_document_that_ends_before_the_journey_is_told(mobility, monkeypatch, expires_on, is_warned):
    # The stay ends on 20 May 2022 and the way home takes a day more.
    monkeypatch.setattr("tilts.people.forms.timezone.localdate", lambda: date(2022, 1, 1))

    page = Client().post(opened(link_for(mobility)), ANSWERS | {"document_expires_on": expires_on}).text

    assert ("Your travel document is valid only to the end of this day" in page) == is_warned


def test_what_the_school_has_of_a_person_is_not_asked_as_if_it_had_none(mobility):
    form = Client().get(opened(link_for(mobility))).context["form"]

    assert form.fields["email"].help_text == "The school has one. Write only if it is another now."
    assert not form.fields["phone"].help_text


def test_the_schools_own_country_stands_first(mobility):
    form = Client().get(opened(link_for(mobility))).context["form"]

    assert [code for code, _name in form.fields["document_country"].choices[:3]] == ["", "LV", "AF"]


def test_the_page_shows_nothing_of_what_was_answered_before(mobility):
    address = opened(link_for(mobility))
    Client().post(address, ANSWERS)

    page = Client().get(address).text

    assert "You answered on" in page
    assert "LV80BANK0000435195001" not in page
    assert "LV1234567" not in page


def test_the_link_of_a_cancelled_stay_opens_nothing(mobility):
    address = opened(link_for(mobility))
    mobility.state = Mobility.State.CANCELLED
    mobility.save()

    assert Client().get(address).status_code == 404


def test_links_are_taken_back(mobility):
    address = opened(link_for(mobility))

    assert take_links_back(mobility) == 1
    assert Client().get(address).status_code == 410


def test_slips_hold_a_code_and_a_link_for_each_who_has_not_answered(flow, school):
    for family_name in ("Alksne", "Bite", "ხიდელი"):
        MobilityFactory(flow=flow, person__family_name=family_name)

    pdf = PdfReader(io.BytesIO(slips(flow, school, "lv")))

    text = "".join(page.extract_text() for page in pdf.pages)
    assert [name in text for name in ("Alksne", "Bite", "ხიდელი")] == [True] * 3
    assert PersonalLink.objects.count() == 3


def test_the_flow_page_asks_mails_prints_and_shows_a_link(mobility, flow, school, browse):
    client, page = browse(), f"/{school.slug}/flows/{flow.pk}/"

    assert "1 has not answered" in client.get(page).text
    assert "1 mail is written." in client.post(f"{page}questions/mail/", follow=True).text
    assert client.post(f"{page}questions/slips/").content.startswith(b"%PDF")
    shown = client.post(f"{page}people/{mobility.pk}/link/")
    assert "/p/" in shown.text
    assert "<svg" in shown.text
    assert "no-store" in shown["Cache-Control"]


def test_who_may_not_change_flows_may_not_ask(mobility, flow, school, browse):
    client, page = browse(Role.DIRECTOR), f"/{school.slug}/flows/{flow.pk}/"

    assert "Questions to participants" not in client.get(page).text
    for address in ("questions/mail/", "questions/slips/", f"people/{mobility.pk}/link/"):
        assert client.post(page + address).status_code == 403
    assert not PersonalLink.objects.exists()
