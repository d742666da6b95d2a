"""A paper of somebody under age: the guardian signs with them, by a link of their own."""

import dataclasses

import pytest
from django.core.exceptions import ValidationError

from tests.factories import PersonFactory
from tests.signing.envelopes import click, let_in, new_signer, sent, signer
from tests.signing.test_by_link import text_of
from tilts.files.queries import content_of
from tilts.mail.models import OutgoingMail
from tilts.people.privacy import erase_person
from tilts.signing import recording
from tilts.signing.actions import NewSide
from tilts.signing.models import Envelope, Signer, Way
from tilts.signing.privacy import forget_signers
from tilts.signing.queries import sealed_file
from tilts.signing.recording import Proposed

pytestmark = pytest.mark.django_db

JANIS = new_signer("Jānis Upīte", "janis@example.org", office="learner", is_minor=True)
ANNA = new_signer("Anna Upīte", "anna@example.org", office="mother", guardian_of="Jānis Upīte")


def family(*signers: object) -> list[NewSide]:
    return [NewSide("Family", Way.CLICK, list(signers))]


def test_a_guardian_signs_after_the_child_and_the_paper_says_for_whom(school):
    envelope = sent(family(JANIS, ANNA))

    click("janis@example.org", "Jānis Upīte")
    click("anna@example.org", "Anna Upīte")

    envelope.refresh_from_db()
    assert envelope.state == Envelope.State.COMPLETE
    pages = " ".join(text_of(content_of(sealed_file(envelope))).split())
    assert "Anna Upīte Likumiskais pārstāvis personai Jānis Upīte mother Family Guardian of Jānis Upīte" in pages


@pytest.mark.parametrize(
    "signers",
    [
        (JANIS,),
        (JANIS, new_signer("Ilze Liepa", "ilze@example.org")),
        (JANIS, dataclasses.replace(ANNA, guardian_of="Pēteris Upīte")),
        (JANIS, dataclasses.replace(ANNA, is_minor=True)),
    ],
    ids=["alone", "no-guardian", "of-another-child", "guardian-under-age"],
)
def test_who_is_under_age_never_signs_without_a_guardian(school, signers):
    with pytest.raises(ValidationError, match="is under age: a guardian has to sign, too"):
        sent(family(*signers))

    assert not Envelope.objects.exists()


def test_nobody_is_their_own_guardian(school):
    with pytest.raises(ValidationError, match="can’t be their own guardian"):
        sent(family(dataclasses.replace(ANNA, guardian_of="anna upite")))


def test_a_guardian_is_told_for_whom_they_sign_and_passes_it_on_to_nobody(school):
    envelope = sent(family(ANNA))
    anna = signer(envelope, "Anna")

    client, link = let_in(anna.email)
    page = client.get(link).content.decode()

    assert "As guardian of" in page
    assert "Somebody else should sign" not in page
    with pytest.raises(recording.CannotSign, match="can’t pass it on"):
        recording.propose(anna, Proposed("Ilze Liepa", "aunt", "ilze@example.org"), reason="")


def test_the_name_of_the_child_is_erased_with_that_of_the_guardian(school):
    envelope = sent(family(ANNA))
    click(ANNA.email, ANNA.name)
    envelope.refresh_from_db()

    forget_signers(envelope, by=None)

    assert Signer.objects.values_list("name", "guardian_of").get() == ("", "")


def test_the_name_of_a_child_that_is_erased_goes_at_the_guardian_too(school):
    child = PersonFactory(given_names="Jānis", family_name="Upīte", email="janis@example.org")
    envelope = sent(family(JANIS, ANNA))
    click("janis@example.org", "Jānis Upīte")
    click("anna@example.org", "Anna Upīte")
    told = OutgoingMail.objects.filter(to=ANNA.email, body__contains="Jānis Upīte").count()

    erase_person(child)

    assert Signer.objects.filter(counterpart__envelope=envelope).values_list("name", "guardian_of").last() == (
        "Anna Upīte",
        "",
    )
    assert (told, OutgoingMail.objects.filter(body__contains="Jānis Upīte").count()) == (1, 0)
