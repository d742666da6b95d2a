"""Envelopes as those see them who work for the school: the list, one envelope, signing as the director."""

import time

import pytest
from django.test import Client

from tests.accounts.signing_in import with_app
from tests.signing.envelopes import NINO, TITLE, click, let_in, new_signer, sent, signer, two_sides
from tilts.accounts.roles import Role
from tilts.mail.models import OutgoingMail
from tilts.signing.actions import AlreadyOpen, NewSide
from tilts.signing.models import Envelope, Form, SignatureRecord, Signer, Way

PASSWORD, SECOND_STEP = {"method": "password"}, {"method": "mfa", "type": "totp"}


def signed_in(user, *methods: dict[str, str], ago: int = 0) -> Client:
    """A browser in which this user has shown who they are, so many seconds ago."""
    client = Client()
    client.force_login(user)
    session = client.session
    session["account_authentication_methods_user"] = str(user.pk)
    session["account_authentication_methods"] = [{**each, "at": time.time() - ago} for each in methods]
    session.save()
    return client


@pytest.fixture
def director(member):
    return member(Role.DIRECTOR)


@pytest.fixture
def envelope(school, director, member):
    """The director signs first, then Nino."""
    sides = two_sides()
    sides[0] = NewSide("Daugavpils", Way.CLICK, [new_signer("Baiba Paraudziņa", director.email, user=director)])
    return sent(sides, by=member())


def page_of(school, envelope, what: str = "") -> str:
    return f"/{school.slug}/signing/{envelope.pk}/{what}"


def sign_page_of(school, envelope) -> str:
    return page_of(school, envelope, f"signers/{signer(envelope, 'Baiba').pk}/sign/")


def yes(envelope) -> dict[str, str]:
    return {
        "shown": signer(envelope, "Baiba").counterpart.sha256,
        "is_read": "on",
        "signed_as": "Baiba Paraudziņa",
    }


def test_the_director_signs_on_a_page_of_the_school_and_the_first_page_asks_for_it(school, envelope, director):
    client = signed_in(director, PASSWORD)

    todo = client.get(f"/{school.slug}/").text
    mail = OutgoingMail.objects.get(to=director.email)
    page = client.post(sign_page_of(school, envelope), yes(envelope), follow=True).text

    assert f"“{TITLE}” waits for your signature" in todo
    assert sign_page_of(school, envelope) in mail.body
    assert "/p/" not in mail.body
    assert "You have signed" in page
    assert SignatureRecord.objects.get().identified == "password"
    assert "waits for your signature" not in client.get(f"/{school.slug}/").text


@pytest.mark.parametrize(
    ("methods", "ago", "ends_at"),
    [((PASSWORD,), 0, "/mfa/reauthenticate/"), ((PASSWORD, SECOND_STEP), 1000, "/mfa/reauthenticate/")],
    ids=["password-alone", "too-long-ago"],
)
def test_who_has_a_second_step_must_have_given_it_just_now(school, envelope, director, methods, ago, ends_at):
    with_app(director)
    client = signed_in(director, *methods, ago=ago)

    answer = client.post(sign_page_of(school, envelope), yes(envelope))

    assert answer.headers["Location"].startswith(f"/account{ends_at}?next=%2F{school.slug}%2Fsigning%2F")
    assert not SignatureRecord.objects.exists()


def test_the_second_step_is_told_with_the_signature(school, envelope, director):
    with_app(director)

    signed_in(director, PASSWORD, SECOND_STEP).post(sign_page_of(school, envelope), yes(envelope))

    assert SignatureRecord.objects.get().identified == "second_step"


def test_nobody_signs_for_another_user(school, envelope, member):
    other, coordinator = signed_in(member(Role.DIRECTOR), PASSWORD), signed_in(member(), PASSWORD)

    answers = [each.post(sign_page_of(school, envelope), yes(envelope)).status_code for each in (other, coordinator)]

    assert (answers, SignatureRecord.objects.exists()) == ([404, 403], False)


def test_the_director_refuses_and_the_office_reads_why(school, envelope, director):
    client = signed_in(director, PASSWORD)

    client.post(sign_page_of(school, envelope).replace("/sign/", "/refuse/"), {"reason": "Not before May."})

    page = client.get(page_of(school, envelope)).text
    assert "Not before May." in page
    assert Envelope.objects.get().state == "refused"


def test_the_list_shows_how_far_each_is_and_finds_by_title_and_number(school, envelope, browse):
    client = browse()
    sent(subject_id=2)

    pages = [
        client.get(f"/{school.slug}/signing/", {"q": text}).text
        for text in ("agreem", envelope.number.lower().replace("-", ""), "zzz")
    ]

    assert [page.count("0 of 2") for page in pages] == [2, 1, 0]


def test_the_list_takes_as_many_queries_for_three_as_for_one(school, browse, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = browse()
    sent(subject_id=1)
    client.get(f"/{school.slug}/signing/")
    with CaptureQueriesContext(connection) as few:
        client.get(f"/{school.slug}/signing/")
    for number in (2, 3):
        sent(subject_id=number)

    with django_assert_num_queries(len(few)):
        client.get(f"/{school.slug}/signing/")


def test_who_may_not_see_a_kind_of_paper_sees_no_envelope_of_it(school, envelope, browse, monkeypatch):
    from dataclasses import replace

    from tests.signing.envelopes import LETTER
    from tilts.signing import kinds

    monkeypatch.setitem(kinds._kinds, LETTER.name, replace(LETTER, view="people.bank"))

    director, coordinator = browse(Role.DIRECTOR), browse()

    assert [who.get(page_of(school, envelope)).status_code for who in (director, coordinator)] == [404, 200]
    assert TITLE not in director.get(f"/{school.slug}/signing/").text


def test_withdrawing_needs_a_reason_and_the_right_to_send(school, envelope, browse):
    coordinator, director = browse(), browse(Role.DIRECTOR)
    address = page_of(school, envelope, "withdraw/")

    without = coordinator.post(address, {"reason": ""})
    refused = director.post(address, {"reason": "x"})
    state_before = Envelope.objects.get().state
    coordinator.post(address, {"reason": "A mistake"})

    assert (set(without.context["form"].errors), refused.status_code, state_before) == ({"reason"}, 403, "open")
    assert Envelope.objects.get().state == "withdrawn"


def test_a_reminder_goes_out_once_a_day(school, envelope, browse, director):
    client = browse()
    address = page_of(school, envelope, f"signers/{signer(envelope, 'Baiba').pk}/remind/")

    first, second = (client.post(address, follow=True).text for _ in range(2))

    assert "is on its way" in first
    assert "reminded today already" in second
    assert OutgoingMail.objects.filter(to=director.email).count() == 2


def test_somebody_else_signs_once_the_office_agrees(school, browse, member):
    envelope = sent(two_sides()[1:], by=member())
    guest, link = let_in(NINO)
    other = {"name": "Giorgi Lomidze", "office": "deputy director", "email": "giorgi@example.org", "reason": "Leave"}
    guest.post(link, {"step": "delegate", **other})
    before = set(OutgoingMail.objects.values_list("to", flat=True))
    client = browse()
    page = client.get(page_of(school, envelope)).text

    client.post(page_of(school, envelope, f"signers/{signer(envelope, 'Nino').pk}/delegation/"), {"agreed": "yes"})
    click("giorgi@example.org", "Giorgi Lomidze")

    assert "giorgi@example.org" not in before
    assert "Giorgi Lomidze (deputy director)" in page
    assert [each.state for each in Signer.objects.order_by("pk")] == ["delegated", "signed"]
    assert Envelope.objects.get().state == "complete"
    assert "Giorgi Lomidze signs in your place" not in guest.get(link).text  # complete by now


def test_where_the_office_does_not_agree_the_first_still_signs(school, browse, member):
    envelope = sent(two_sides()[1:], by=member())
    guest, link = let_in(NINO)
    guest.post(
        link, {"step": "delegate", "name": "G", "office": "deputy", "email": "giorgi@example.org", "reason": "Leave"}
    )

    browse().post(page_of(school, envelope, f"signers/{signer(envelope, 'Nino').pk}/delegation/"), {"agreed": "no"})
    form = guest.get(link).context["form"]
    guest.post(link, {"step": "sign", "is_read": "on", "signed_as": "Nino Beridze", **form.initial})

    assert [each.state for each in Signer.objects.all()] == ["signed"]


# Sending


def test_the_same_subject_is_on_its_way_once(school):
    sent()

    with pytest.raises(AlreadyOpen, match="already on its way"):
        sent()


@pytest.mark.parametrize(
    ("form", "ways", "sentence"),
    [
        (Form.ONE_PDF, (Way.CLICK, Way.HAND), "never mixed"),
        (Form.ONE_CONTAINER, (Way.CONTAINER, Way.CLICK), "never mixed"),
        (Form.ONE_PDF, (Way.CONTAINER, Way.CONTAINER), "never mixed"),
    ],
)
def test_ways_are_never_mixed_on_the_same_bytes(school, form, ways, sentence):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError, match=sentence):
        sent(two_sides(*ways), form=form)


def test_who_cannot_be_asked_is_named(school):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError, match="Ilze Liepa has no e-mail address"):
        sent([NewSide("Daugavpils", Way.CLICK, [new_signer("Ilze Liepa", "")])])
