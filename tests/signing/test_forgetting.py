"""Names of who signed are given out and forgotten; what shows that they signed stays."""

import io

import pytest
from django.db.models import Q
from django.test import Client
from pypdf import PdfReader

from tests.factories import PersonFactory
from tests.signing.envelopes import ILZE, NINO, click, let_in, link_of, new_signer, sent, two_sides
from tilts.accounts.roles import Role
from tilts.files.queries import content_of
from tilts.mail.models import OutgoingMail
from tilts.people.privacy import ErasureRefused, erase_person, export_person
from tilts.signing.actions import NewSide, withdraw_envelope
from tilts.signing.models import Envelope, SignatureRecord, SignatureTrace, Signer
from tilts.signing.queries import by_public_number, sealed_file


def test_the_office_erases_names_of_what_is_closed_and_the_sealed_paper_stays(school, browse):
    envelope = sent(two_sides()[:1])
    page, client = f"/{school.slug}/signing/{envelope.pk}/forget/", browse()
    too_early = client.post(page, follow=True).text
    link = link_of(ILZE)
    click(ILZE, "Ilze Liepa")

    asked = client.get(page).text
    client.post(page)

    signer = Signer.objects.get()
    sealed = PdfReader(io.BytesIO(content_of(sealed_file(Envelope.objects.get()))))
    assert "once this is closed" in too_early
    assert "go for good" in asked
    assert (signer.name, signer.email, signer.signed_as, signer.office) == ("", "", "", "director")
    assert (SignatureRecord.objects.count(), SignatureTrace.objects.count()) == (1, 0)
    assert "Ilze Liepa" in "".join(each.extract_text() for each in sealed.pages)
    assert [each.name for each in by_public_number(envelope.number).signatures] == [""]
    assert Client().get(link).status_code == 410


def test_who_may_not_send_erases_nothing(school, browse):
    envelope = sent(two_sides()[:1])
    click(ILZE, "Ilze Liepa")

    assert browse(Role.DIRECTOR).post(f"/{school.slug}/signing/{envelope.pk}/forget/").status_code == 403
    assert Signer.objects.get().name == "Ilze Liepa"


def test_what_a_person_signed_is_in_their_export_and_goes_with_them(school, member):
    person = PersonFactory(email=ILZE.upper())
    sent(two_sides()[:1])
    click(ILZE, "Ilze Liepa")

    told = export_person(person)["signatures"]
    erase_person(person)

    assert [(each["name"], each["state"]) for each in told] == [("Ilze Liepa", "signed")]
    assert Signer.objects.get().name == ""


def test_reasons_and_mails_that_name_who_refused_are_erased_with_the_names(school, member, browse):
    envelope = sent(two_sides(position=1), by=member())
    client, link = let_in(NINO)
    client.post(link, {"step": "refuse", "reason": "Nino Beridze is ill"})
    told = OutgoingMail.objects.filter(body__contains="Nino Beridze is ill").count()

    browse().post(f"/{school.slug}/signing/{envelope.pk}/forget/")

    assert (told, OutgoingMail.objects.count(), Envelope.objects.get().reason) == (1, 0, "")


def test_with_one_person_go_the_reason_they_gave_and_the_mails_about_them_and_no_others(school, member):
    person = PersonFactory(email=NINO)
    envelope = sent(two_sides(position=1), by=member())
    withdrawn = sent(subject_id=2)
    withdraw_envelope(withdrawn, "A mistake", by=None)
    client, link = let_in(NINO)
    client.post(link, {"step": "refuse", "reason": "Nino Beridze is ill"})

    erase_person(person)

    assert not OutgoingMail.objects.filter(Q(to=NINO) | Q(body__contains="Nino")).exists()
    assert OutgoingMail.objects.filter(to=ILZE).exists()
    assert [Envelope.objects.get(pk=each.pk).reason for each in (envelope, withdrawn)] == ["", "A mistake"]


def test_words_in_other_languages_that_name_a_person_are_erased_too(school, browse):
    words = {"office": {"ka": "დირექტორი"}, "authority": {"ka": "ნინო ბერიძის მინდობილობა"}}
    envelope = sent([NewSide("Kutaisi", "click", [new_signer("Nino Beridze", NINO, worded=words)])])
    withdraw_envelope(envelope, "", by=None)

    browse().post(f"/{school.slug}/signing/{envelope.pk}/forget/")

    assert Signer.objects.get().worded == {"office": {"ka": "დირექტორი"}, "side": {}}


def test_nobody_is_erased_while_something_waits_for_their_signature(school):
    person = PersonFactory(email=ILZE)
    sent()

    with pytest.raises(ErasureRefused) as refused:
        erase_person(person)

    assert "is being signed" in refused.value.reasons[0]
