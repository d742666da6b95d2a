"""Many papers signed in one act."""

import pytest

from tests.signing.envelopes import new_signer, sent, signer, two_sides
from tests.signing.test_envelope_pages import PASSWORD, signed_in
from tilts.accounts.roles import Role
from tilts.files.queries import content_of
from tilts.signing.actions import NewSide, withdraw_envelope
from tilts.signing.checking import papers_in
from tilts.signing.models import Counterpart, Envelope, SignatureRecord, SignedPack, Way


@pytest.fixture
def director(member):
    return member(Role.DIRECTOR)


@pytest.fixture
def envelopes(school, director) -> list[Envelope]:
    """Three for the director: the first two need nobody else."""
    own = NewSide("Daugavpils", Way.CLICK, [new_signer("Baiba Paraudziņa", director.email, user=director)])
    return [sent([own], subject_id=1), sent([own], subject_id=2), sent([own, two_sides()[1]], subject_id=3)]


def sign_pack(school, client, envelopes, **values: object):
    signers = [signer(each, "Baiba") for each in envelopes]
    shown = {f"shown-{each.pk}": each.counterpart.sha256 for each in signers}
    numbers = [each.pk for each in signers]
    values = {"signers": numbers, "is_read": "on", "signed_as": "Baiba Paraudziņa", **shown, **values}
    return client.post(f"/{school.slug}/signing/pack/", values, follow=True)


def test_each_paper_is_sealed_by_itself_and_all_lie_in_one_pack(school, director, envelopes):
    client = signed_in(director, PASSWORD)

    page = sign_pack(school, client, envelopes).text

    pack = SignedPack.objects.get()
    inside = set(papers_in(content_of(pack.file)).values())
    kept = {content_of(each.sealed or each.current) for each in Counterpart.objects.select_related("sealed", "current")}
    assert "You have signed 3 papers." in page
    assert sorted(Envelope.objects.values_list("state", flat=True)) == ["complete", "complete", "open"]
    assert (inside, pack.papers) == (kept, 3)
    assert str(pack) in page


def test_only_what_is_ticked_is_signed(school, director, envelopes):
    sign_pack(school, signed_in(director, PASSWORD), envelopes[:1])

    assert [each.counterpart.envelope_id for each in SignatureRecord.objects.all()] == [envelopes[0].pk]


def test_one_that_cannot_be_signed_is_told_and_keeps_no_other_back(school, director, envelopes):
    page = sign_pack(
        school,
        signed_in(director, PASSWORD),
        envelopes,
        **{f"shown-{signer(envelopes[0], 'Baiba').pk}": "0" * 64},
    ).text

    assert "has changed since you opened it" in page
    assert "You have signed 2 papers." in page


def test_what_was_withdrawn_meanwhile_is_no_choice(school, director, envelopes):
    withdraw_envelope(envelopes[0], "A mistake", by=None)

    page = sign_pack(school, signed_in(director, PASSWORD), envelopes)

    assert (set(page.context["form"].errors), SignatureRecord.objects.count()) == ({"signers"}, 0)


def test_without_a_fresh_sign_in_nothing_is_signed(school, director, envelopes, browse):
    stale = signed_in(director, PASSWORD, ago=3600)

    answers = [
        each.post(f"/{school.slug}/signing/pack/", {"signers": [1], "is_read": "on", "signed_as": "x"}).status_code
        for each in (stale, browse())
    ]

    assert (answers, SignatureRecord.objects.count()) == ([302, 403], 0)
