"""Somebody else signs instead: by what authority, shown to who decides and printed on the paper."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.mobilities.desk_check.scanned import PDF
from tests.signing.envelopes import LETTER, NINO, click, let_in, new_signer, sent, signer, two_sides
from tests.signing.test_by_link import text_of
from tests.signing.test_envelope_pages import PASSWORD, signed_in
from tilts.accounts.roles import Role
from tilts.files.models import StoredFile
from tilts.files.queries import content_of
from tilts.files.scans import read_scan
from tilts.mail.models import OutgoingMail
from tilts.signing import kinds
from tilts.signing.actions import NewSide
from tilts.signing.by_hand import check_in
from tilts.signing.models import Counterpart, Envelope, Signer, Way
from tilts.signing.privacy import forget_signers
from tilts.signing.queries import sealed_file
from tilts.signing.recording import CannotSign, Proposed, decide_proposal, propose

GIORGI = {"name": "Giorgi Lomidze", "office": "deputy director", "email": "giorgi@example.org", "reason": "Leave"}


@pytest.fixture(autouse=True)
def _needs_authority(monkeypatch):
    monkeypatch.setitem(kinds._kinds, LETTER.name, replace(LETTER, needs_authority=True))


@pytest.fixture
def envelope(school) -> Envelope:
    return sent(two_sides()[1:])


def in_a_year() -> str:
    return (timezone.localdate() + timedelta(days=365)).isoformat()


def by_power(**values: object) -> dict[str, object]:
    power = SimpleUploadedFile("power.pdf", PDF)
    return {**GIORGI, "basis": "power", "authority": "No. 7", "authority_until": in_a_year(), "power": power, **values}


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        (GIORGI, {"basis"}),
        ({**GIORGI, "basis": "order"}, {"authority"}),
        ({**GIORGI, "basis": "power"}, {"authority", "authority_until", "power"}),
        (by_power(authority_until="2020-01-01"), {"authority_until"}),
        (by_power(power=SimpleUploadedFile("power.pdf", b"hello")), {"power"}),
    ],
    ids=["no-basis", "order-unnamed", "power-without-all", "power-over", "no-paper"],
)
def test_what_is_missing_of_the_authority_is_named_and_nobody_is_proposed(envelope, values, missing):
    guest, link = let_in(NINO)

    page = guest.post(link, {"step": "delegate", **values})

    assert (set(page.context["form"].errors), Signer.objects.count()) == (missing, 1)


def test_a_power_of_attorney_is_read_by_who_decides_and_printed_with_its_last_day(school, envelope, browse):
    guest, link = let_in(NINO)
    guest.post(link, {"step": "delegate", **by_power()})
    other = signer(envelope, "Giorgi")
    office, page = browse(), f"/{school.slug}/signing/{envelope.pk}/"
    power = f"/{school.slug}/files/{other.power_id}/"

    seen = office.get(page).text
    opened = [client.get(power).status_code for client in (office, browse(Role.DIRECTOR))]
    office.post(f"{page}signers/{signer(envelope, 'Nino').pk}/delegation/", {"agreed": "yes"})
    click(GIORGI["email"], "Giorgi Lomidze")

    assert ["No. 7" in seen, power in seen, opened] == [True, True, [200, 404]]
    assert "No. 7, valid until" in text_of(content_of(sealed_file(Envelope.objects.get())))


def test_the_head_of_a_side_signs_by_office_alone(envelope):
    guest, link = let_in(NINO)

    guest.post(link, {"step": "delegate", **GIORGI, "basis": "head"})

    assert signer(envelope, "Giorgi").authority == "As the head, by office"


def test_a_kind_that_needs_no_authority_does_not_ask_for_one(envelope, monkeypatch):
    monkeypatch.setitem(kinds._kinds, LETTER.name, LETTER)
    guest, link = let_in(NINO)

    guest.post(link, {"step": "delegate", **GIORGI})

    assert signer(envelope, "Giorgi").state == "proposed"


def test_nobody_is_proposed_past_the_form_without_an_authority(envelope):
    with pytest.raises(CannotSign, match="by what authority Giorgi"):
        propose(signer(envelope, "Nino"), Proposed("Giorgi", "deputy", "giorgi@example.org"), reason="")


def test_by_a_power_of_attorney_that_is_over_nobody_signs(school):
    envelope = sent([NewSide("Kutaisi", Way.CLICK, [new_signer("Nino Beridze", NINO)])])
    Signer.objects.update(authority="No. 7", authority_until=timezone.localdate() - timedelta(days=1))

    _client, page = click(NINO, "Nino Beridze")

    assert "no longer valid" in page.text
    assert signer(envelope, "Nino").state == "seen"


def test_what_was_signed_by_hand_by_a_power_of_attorney_that_was_over_is_not_checked_in(school, member):
    sent(two_sides(Way.HAND)[:1])
    Signer.objects.update(authority="No. 7", authority_until=timezone.localdate() - timedelta(days=1))

    with pytest.raises(CannotSign, match="power of attorney of Ilze Liepa was over"):
        check_in(Counterpart.objects.get(), read_scan(PDF), original_at="Folder 1-9", by=member())

    assert (Counterpart.objects.get().scan, Signer.objects.get().state) == (None, Signer.State.ASKED)


def test_a_wish_that_is_taken_back_or_forgotten_leaves_no_power_of_attorney(envelope):
    guest, link = let_in(NINO)
    guest.post(link, {"step": "delegate", **by_power()})
    guest.post(link, {"step": "delegate", **by_power(name="Levan Kobalia")})
    kept = StoredFile.objects.filter(name__contains="Levan").count(), StoredFile.objects.count()
    guest.post(link, {"step": "refuse", "reason": "No"})

    assert (kept, StoredFile.objects.count()) == ((1, 2), 1)


def test_erasing_names_erases_the_power_of_attorney(envelope):
    guest, link = let_in(NINO)
    guest.post(link, {"step": "delegate", **by_power()})
    Signer.objects.filter(name="Giorgi Lomidze").update(state=Signer.State.WAITING)  # the office has agreed
    guest.post(link, {"step": "refuse", "reason": "No"})

    forget_signers(Envelope.objects.get(), by=None)

    assert (StoredFile.objects.count(), Signer.objects.exclude(power=None).count()) == (1, 0)


def test_the_director_passes_on_from_a_page_of_the_school(school, member):
    director = member(Role.DIRECTOR)
    envelope = sent([NewSide("Daugavpils", Way.CLICK, [new_signer("Baiba Kalna", "", user=director)])])
    client, page = signed_in(director, PASSWORD), f"/{school.slug}/signing/{envelope.pk}/signers/"
    here = f"{page}{signer(envelope, 'Baiba').pk}/"
    shown = client.get(f"{here}sign/").text

    asked = client.post(f"{here}pass-on/", by_power(), follow=True).text

    assert f"{here}pass-on/" in shown
    assert "The office is asked" in asked
    assert "Giorgi Lomidze signs instead" in asked
    assert signer(envelope, "Giorgi").state == "proposed"


@pytest.mark.parametrize(("role", "by_link"), [(Role.DIRECTOR, False), (Role.TEACHER, True)])
def test_who_works_for_the_school_and_may_sign_signs_signed_in(school, envelope, member, role, by_link):
    other = member(role)
    propose(signer(envelope, "Nino"), Proposed("Baiba", "deputy", other.email.upper(), "Order 7"), reason="Leave")

    decide_proposal(signer(envelope, "Nino"), is_agreed=True, by=member())

    asked = OutgoingMail.objects.get(to__iexact=other.email)
    assert ("/p/" in asked.body, signer(envelope, "Baiba").user) == (by_link, None if by_link else other)
