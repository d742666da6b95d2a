"""Names of who signed are given out and forgotten; what shows that they signed stays."""

import io

from django.test import Client
from pypdf import PdfReader

from tests.factories import PersonFactory
from tests.signing.envelopes import ILZE, click, link_of, sent, two_sides
from tilts.accounts.roles import Role
from tilts.files.queries import content_of
from tilts.people.privacy import erase_person, export_person
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


def test_nobody_is_erased_while_something_waits_for_their_signature(school):
    import pytest

    from tilts.people.privacy import ErasureRefused

    person = PersonFactory(email=ILZE)
    sent()

    with pytest.raises(ErasureRefused) as refused:
        erase_person(person)

    assert "is being signed" in refused.value.reasons[0]
