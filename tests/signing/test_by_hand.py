"""Papers that are signed by hand: the print with its code, the scan, checking it in."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pypdf import PdfReader

from tests.mobilities.desk_check.scanned import PDF, picture
from tests.signing.envelopes import NINO, click, let_in, letter, sent, signer, two_sides
from tilts.accounts.roles import Role
from tilts.files.models import StoredFile
from tilts.files.queries import content_of
from tilts.files.scans import read_scan
from tilts.mail.models import OutgoingMail
from tilts.signing.by_hand import check_in, counterpart_of
from tilts.signing.models import Counterpart, Envelope, Form, SignatureRecord, Way
from tilts.signing.printing import with_code
from tilts.signing.recording import CannotSign
from tilts.signing.upkeep import look_after


@pytest.fixture
def envelope(school):
    """Ilze signs by click, then Nino by hand, each their own counterpart."""
    return sent(two_sides(Way.CLICK, Way.HAND), form=Form.COUNTERPARTS)


@pytest.fixture
def by_hand(envelope) -> Counterpart:
    return Counterpart.objects.get(envelope=envelope, way=Way.HAND)


def upload(content: bytes = PDF, name: str = "scan.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def checked_in(client, school, counterpart, **values: object):
    values = {"code": counterpart.code, "scan": upload(), "original_at": "Folder 1-9", "is_looked_at": "on", **values}
    return client.post(f"/{school.slug}/signing/check-in/", values, follow=True)


def test_each_page_of_the_print_bears_the_code_and_the_paper_stays_below_it():
    content = letter("One.\n" * 200)

    pages = PdfReader(io.BytesIO(with_code(content, "K7M3Q-9XRD4-2"))).pages

    assert len(pages) > 1
    assert ["K7M3Q-9XRD4-2" in page.extract_text() for page in pages] == [True] * len(pages)
    assert "One." in pages[0].extract_text()


def test_one_side_by_click_and_one_by_hand_have_counterparts_of_their_own(envelope, by_hand, school, browse):
    click("ilze@example.org", "Ilze Liepa")
    page = checked_in(browse(), school, by_hand).text

    envelope.refresh_from_db()
    by_hand.refresh_from_db()
    sealed = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content_of(by_hand.sealed))).pages)
    assert "is checked in" in page
    assert envelope.state == "complete"
    assert [(each.way, each.identified) for each in SignatureRecord.objects.all()] == [
        ("click", "link_and_code"),
        ("hand", "on_paper"),
    ]
    assert Counterpart.objects.exclude(sealed=None).count() == 2
    assert ["Folder 1-9" in sealed, by_hand.code in sealed] == [True, False]
    assert by_hand.scan.sha256 in sealed


def test_the_signer_sends_the_scan_and_the_office_checks_it_in(envelope, by_hand, school, browse):
    click("ilze@example.org", "Ilze Liepa")
    guest, link = let_in(NINO)
    guest.post(link, {"step": "sign", "scan": upload(picture("PNG"), "scan.png")})
    before = Envelope.objects.get().state
    todo = browse().get(f"/{school.slug}/").text
    form_again = guest.get(link).text

    checked_in(browse(), school, by_hand, scan="")

    assert before == "open"
    assert f"check-in/?code={by_hand.code}" in todo
    assert "the office still has to check it in" in form_again
    assert Envelope.objects.get().state == "complete"


def test_the_code_is_found_as_it_is_typed(by_hand):
    code = by_hand.code

    found = [counterpart_of(typed) for typed in (code, code.lower(), code.replace("-", " "), "K7M3Q-9XRD4-9", "x")]

    assert [each.pk if each else None for each in found] == [by_hand.pk] * 3 + [None] * 2


def test_what_is_missing_is_told_and_nothing_is_signed(envelope, by_hand, school, browse, member):
    click("ilze@example.org", "Ilze Liepa")
    client = browse()

    unknown = checked_in(client, school, by_hand, code="K7M3Q-9XRD4-9")
    unseen = checked_in(client, school, by_hand, is_looked_at="")
    no_scan = checked_in(client, school, by_hand, scan="")
    no_pdf = checked_in(client, school, by_hand, scan=upload(b"hello"))

    assert [set(page.context["form"].errors) for page in (unknown, unseen, no_scan, no_pdf)] == [
        {"code"},
        {"is_looked_at"},
        {"__all__"},
        {"scan"},
    ]
    assert SignatureRecord.objects.count() == 1


@pytest.mark.parametrize(
    ("days", "why"), [(1, "This day is still to come."), (-2, "The paper was sent to sign later than this day.")]
)
def test_a_day_on_which_it_can_not_have_been_signed_is_refused(by_hand, school, browse, days, why):
    click("ilze@example.org", "Ilze Liepa")
    day = timezone.localdate() + timedelta(days=days)

    page = checked_in(browse(), school, by_hand, signed_on=day.isoformat())

    assert page.context["form"].errors == {"signed_on": [why]}


def test_it_is_not_checked_in_before_its_turn_nor_twice(envelope, by_hand, member):
    scan, by = read_scan(PDF), member()

    with pytest.raises(CannotSign, match="not the turn of this side"):
        check_in(by_hand, scan, original_at="here", by=by)
    click("ilze@example.org", "Ilze Liepa")
    check_in(by_hand, scan, original_at="here", by=by)
    with pytest.raises(CannotSign, match="Signed by all"):
        check_in(by_hand, scan, original_at="here", by=by)


def test_who_may_not_send_checks_nothing_in(by_hand, school, browse):
    assert checked_in(browse(Role.DIRECTOR), school, by_hand).status_code == 403


def test_a_click_does_not_sign_what_is_signed_by_hand(envelope, by_hand):
    click("ilze@example.org", "Ilze Liepa")
    guest, link = let_in(NINO)

    guest.post(link, {"step": "sign", "shown": by_hand.sha256, "is_read": "on", "signed_as": "Nino Beridze"})

    assert (signer(envelope, "Nino").state, SignatureRecord.objects.count()) == ("asked", 1)


def brought(school, sides) -> Envelope:
    """The first side's scan came in time; the office looks at it a week after the end."""
    envelope = sent(sides, form=Form.COUNTERPARTS)
    guest, link = let_in(sides[0].signers[0].email)
    guest.post(link, {"step": "sign", "scan": upload()})
    StoredFile.objects.filter(name__contains="scan").update(created_at=timezone.now() - timedelta(days=8))
    Envelope.objects.update(ends_at=timezone.now() - timedelta(days=7))
    return envelope


def test_a_scan_that_came_in_time_does_not_run_out_while_it_waits_for_the_office(school, browse):
    brought(school, two_sides(Way.HAND)[:1])

    look_after()
    waiting = Envelope.objects.get().state
    checked_in(browse(), school, Counterpart.objects.get(), scan="")

    assert (waiting, Envelope.objects.get().state) == ("open", "complete")


def test_who_signs_after_a_late_check_in_gets_the_days_of_the_wait(school, browse):
    envelope = brought(school, two_sides(Way.HAND, Way.CLICK))

    checked_in(browse(), school, envelope.counterparts.get(way=Way.HAND), scan="")
    look_after()

    left = Envelope.objects.get().ends_at - timezone.now()
    assert timedelta(hours=23) < left <= timedelta(days=1)
    _client, page = click(NINO, "Nino Beridze")
    assert Envelope.objects.get().state == "complete", page.text


def test_the_sender_is_told_that_a_scan_waits(school, member):
    sent(two_sides(Way.HAND)[:1], form=Form.COUNTERPARTS, by=member())
    guest, link = let_in("ilze@example.org")

    guest.post(link, {"step": "sign", "scan": upload()})

    assert "skenējums: reģistrējiet to" in OutgoingMail.objects.get(intent__contains=":scan:").body
