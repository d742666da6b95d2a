"""Two guests sign by their links, and what else they, and others, may try there."""

import hashlib
import io
from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from tests.signing.envelopes import ILZE, NINO, TITLE, TOLD, click, code_of, let_in, link_of, sent, signer, two_sides
from tilts.files.queries import content_of
from tilts.mail.models import OutgoingMail
from tilts.signing.actions import withdraw_envelope
from tilts.signing.checking import check, trust_in
from tilts.signing.models import (
    Counterpart,
    Envelope,
    EnvelopeNote,
    SignatureRecord,
    SignatureTrace,
    Signer,
    SignerCode,
)
from tilts.signing.queries import by_public_number, sealed_file
from tilts.signing.recording import change_address


@pytest.fixture(autouse=True)
def _nothing_told():
    TOLD.clear()


def states(envelope: Envelope) -> list[str]:
    return list(Signer.objects.filter(counterpart__envelope=envelope).values_list("state", flat=True))


def text_of(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


# The whole way


def test_two_guests_sign_one_after_the_other_and_the_paper_is_sealed(school):
    envelope = sent()
    paper = content_of(Counterpart.objects.get(envelope=envelope).current)

    click(ILZE, "Ilze Liepa")
    in_between = (Envelope.objects.get().state, states(envelope), by_public_number(envelope.number).sealed)
    _client, page = click(NINO, "Nino Beridze")

    envelope = Envelope.objects.get()
    sealed = content_of(sealed_file(envelope))
    assert in_between == ("open", ["signed", "asked"], ())
    assert (envelope.state, states(envelope), TOLD) == ("complete", ["signed"] * 2, [("completed", TITLE)])
    assert sealed.startswith(paper)
    trust = trust_in(settings.TILTS_DATA)
    assert [check(each, trust=trust).outcome for each in (sealed, sealed[:-9] + b" " + sealed[-9:])] == [
        "genuine",
        "altered",
    ]
    assert "All have signed" in page.text
    pages = text_of(sealed)
    assert [word in pages for word in ("Ilze Liepa", "Nino Beridze", envelope.number, "UTC")] == [True] * 4
    assert hashlib.sha256(paper).hexdigest() in pages


def test_the_second_is_asked_once_the_first_has_signed(school):
    sent()
    before = set(OutgoingMail.objects.values_list("to", flat=True))

    click(ILZE, "Ilze Liepa")

    assert (before, set(OutgoingMail.objects.values_list("to", flat=True))) == ({ILZE}, {ILZE, NINO})


def test_who_has_the_same_place_in_the_order_is_asked_at_once(school):
    sent(two_sides(position=1))

    assert set(OutgoingMail.objects.values_list("to", flat=True)) == {ILZE, NINO}


def test_what_is_kept_of_a_signature_has_no_name_and_cannot_be_changed(school):
    sent()
    click(ILZE, "Ilze Liepa")
    record = SignatureRecord.objects.get()

    assert (record.way, record.identified, record.sha256) == (
        "click",
        "link_and_code",
        record.counterpart.sha256,
    )
    assert "Liepa" not in str(vars(record))
    with pytest.raises(Exception, match="permission denied"):
        SignatureRecord.objects.update(way="hand")


def test_the_address_of_who_signs_is_kept_apart_and_not_in_the_paper(school):
    sent(two_sides()[:1])

    click(ILZE, "Ilze Liepa")

    assert SignatureTrace.objects.get().address == "127.0.0.1"
    assert "127.0.0.1 " not in text_of(content_of(sealed_file(Envelope.objects.get())))


def test_the_number_on_the_paper_tells_who_signed_only_once_all_have(school):
    envelope = sent()
    click(ILZE, "Ilze Liepa")
    before = by_public_number(envelope.number)

    click(NINO, "Nino Beridze")
    after = by_public_number(envelope.number.lower().replace("-", " "))

    assert (before.state, before.title, before.signatures) == ("open", "", ())
    assert [(each.name, each.side) for each in after.signatures] == [
        ("Ilze Liepa", "Daugavpils"),
        ("Nino Beridze", "Kutaisi"),
    ]
    assert after.sealed == (sealed_file(Envelope.objects.get()).sha256,)
    assert by_public_number("AAAAA-AAAAA") is None


# The link and the code


def test_opening_the_link_sends_nothing_and_shows_no_paper(school):
    sent()

    client, link = Client(), link_of(ILZE)
    page = client.get(link)
    file = client.get(f"{link}?file=paper")

    assert (mail.outbox, states(Envelope.objects.get())) == ([], ["asked", "waiting"])
    assert "Ilze Liepa" not in page.text
    assert "i…@example.org" in page.text
    assert not file.content.startswith(b"%PDF")


def test_the_code_goes_past_the_outbox_and_is_kept_as_a_digest_alone(school):
    sent()

    client, link = Client(), link_of(ILZE)
    client.post(link, {"step": "send"})

    code = code_of(ILZE)
    assert [code in each.body for each in OutgoingMail.objects.all()] == [False]
    assert code not in str(vars(SignerCode.objects.get()))


def test_a_wrong_code_opens_nothing_and_after_five_tries_the_right_one_neither(school):
    sent()
    client, link = Client(), link_of(ILZE)
    client.post(link, {"step": "send"})
    right = code_of(ILZE)
    wrong = f"{(int(right) + 1) % 1_000_000:06}"

    pages = [client.post(link, {"step": "code", "code": wrong}).text for _ in range(5)]
    last = client.post(link, {"step": "code", "code": right})

    assert ["not the code" in page for page in pages] == [True] * 4 + [False]
    assert "does not hold any more" in last.text
    assert not client.get(f"{link}?file=paper").content.startswith(b"%PDF")


def test_a_code_holds_ten_minutes_and_once(school):
    sent()
    client, link = let_in(ILZE)
    again = Client().post(link, {"step": "code", "code": code_of(ILZE)})
    SignerCode.objects.update(expires_at=timezone.now() - timedelta(seconds=1), tries=0)
    late = Client().post(link, {"step": "code", "code": code_of(ILZE)})

    assert client.get(f"{link}?file=paper").content.startswith(b"%PDF")
    assert ["does not hold any more" in page.text for page in (again, late)] == [True, True]


def test_codes_are_sent_once_a_minute_and_five_an_hour(school):
    sent()
    client, link = Client(), link_of(ILZE)

    pages = []
    for _ in range(6):
        pages.append(client.post(link, {"step": "send"}).text)
        pages.append(client.post(link, {"step": "send"}).text)
        SignerCode.objects.update(sent_at=timezone.now() - timedelta(minutes=2))

    assert len(mail.outbox) == 5
    assert "a moment ago" in pages[1]
    assert "wait an hour" in pages[-1]


def test_after_twenty_codes_none_follows_until_the_office_mends_the_address(school, member, monkeypatch):
    monkeypatch.setattr("tilts.signing.identity.BETWEEN_CODES", timedelta(0))
    monkeypatch.setattr("tilts.signing.identity.MOST_AN_HOUR", 100)
    envelope, client = sent(), Client()
    link = link_of(ILZE)

    pages = [client.post(link, {"step": "send"}).content.decode() for _each in range(21)]

    assert [("none follows" in page) for page in pages] == [False] * 20 + [True]
    assert [each.to for each in mail.outbox] == [[ILZE]] * 20
    change_address(signer(envelope, "Ilze"), ILZE, by=member())
    client.post(link_of(ILZE), {"step": "send"})
    assert len(mail.outbox) == 21


def test_who_opens_the_link_once_more_finds_the_field_for_the_code(school):
    sent()
    client, link = Client(), link_of(ILZE)
    before = client.get(link).content.decode()

    client.post(link, {"step": "send"})

    assert 'name="code"' not in before
    assert 'name="code"' in client.get(link).content.decode()


def test_a_code_of_one_opens_nothing_for_another(school):
    sent(two_sides(position=1))
    let_in(ILZE)

    other = Client()
    other.post(link_of(NINO), {"step": "code", "code": code_of(ILZE)})

    assert not other.get(f"{link_of(NINO)}?file=paper").content.startswith(b"%PDF")


def test_a_guessed_link_is_no_page(school):
    assert Client().get("/p/guessed/").status_code == 404


def test_a_mail_server_that_does_not_answer_is_told(school, monkeypatch):
    sent()

    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("tilts.signing.identity._sender", fail)

    assert "could not be sent just now" in Client().post(link_of(ILZE), {"step": "send"}).text


# Signing


def test_without_the_tick_or_with_another_name_nothing_is_signed(school):
    sent()

    _client, unticked = click(ILZE, "Ilze Liepa", is_read="")
    SignerCode.objects.all().delete()
    _client, stranger = click(ILZE, "Baiba Kalniņa")

    assert states(Envelope.objects.get()) == ["seen", "waiting"]
    assert set(unticked.context["form"].errors) == {"is_read"}
    assert "The signature of Ilze Liepa is asked for" in stranger.text


def test_a_name_in_other_letters_is_the_same(school):
    sent(two_sides(position=1))

    click(NINO, "ნინო ბერიძე")

    assert (signer(Envelope.objects.get(), "Nino").signed_as, states(Envelope.objects.get())) == (
        "ნინო ბერიძე",
        ["asked", "signed"],
    )


def test_signing_twice_signs_once_and_the_link_shows_the_result(school):
    sent()
    client, _page = click(ILZE, "Ilze Liepa")
    link = link_of(ILZE)

    again = client.post(link, {"step": "sign", "shown": "x", "is_read": "on", "signed_as": "Ilze Liepa"})

    assert SignatureRecord.objects.count() == 1
    assert "You signed on" in again.text


def test_whose_turn_it_is_not_cannot_sign(school):
    envelope = sent()
    OutgoingMail.objects.all().delete()
    from tilts.signing.asking import address_for

    link = address_for(envelope, signer(envelope, "Nino")).removeprefix("http://127.0.0.1:8000")
    client = Client()
    client.post(link, {"step": "send"})
    page = client.post(link, {"step": "sign", "shown": "x", "is_read": "on", "signed_as": "Nino Beridze"})

    assert "Others sign first" in page.text
    assert not SignatureRecord.objects.exists()


def test_a_file_that_was_changed_in_the_storage_is_not_signed(school):
    envelope = sent()
    client, link = let_in(ILZE)
    shown = client.get(link).context["form"].initial["shown"]
    file = Counterpart.objects.get(envelope=envelope).current
    content = content_of(file)
    default_storage.delete(file.path)
    default_storage.save(file.path, ContentFile(content.replace(b"%PDF-1.7", b"%PDF-1.6")))

    page = client.post(link, {"step": "sign", "shown": shown, "is_read": "on", "signed_as": "Ilze Liepa"}, follow=True)

    assert "The file of this paper was changed" in page.text
    assert not SignatureRecord.objects.exists()


def test_what_was_shown_must_be_what_is_kept(school):
    sent()

    _client, page = click(ILZE, "Ilze Liepa", shown="0" * 64)

    assert "has changed since you opened it" in page.text
    assert not SignatureRecord.objects.exists()


# Ending otherwise


def test_who_refuses_ends_it_for_all_and_says_why(school, member):
    sent(two_sides(position=1), by=member())
    client, link = let_in(ILZE)

    client.post(link, {"step": "refuse", "reason": "The seats are wrong."})

    envelope = Envelope.objects.get()
    assert (envelope.state, envelope.reason, TOLD) == ("refused", "The seats are wrong.", [("refused", TITLE)])
    assert "was refused" in Client().get(link_of(NINO)).text
    assert "The seats are wrong." in OutgoingMail.objects.filter(to=envelope.created_by.email)[0].body


def test_a_withdrawn_paper_is_not_signed_and_the_link_says_so(school):
    envelope = sent()
    client, link = let_in(ILZE)
    shown = client.get(link).context["form"].initial["shown"]
    withdraw_envelope(envelope, "A mistake", by=None)

    page = client.post(link, {"step": "sign", "shown": shown, "is_read": "on", "signed_as": "Ilze Liepa"})

    assert "has withdrawn the paper" in page.text
    assert (SignatureRecord.objects.exists(), TOLD) == (False, [("withdrawn", TITLE)])


def test_after_its_time_the_link_says_that_it_is_too_late(school):
    envelope = sent()
    link = link_of(ILZE)
    Envelope.objects.filter(pk=envelope.pk).update(ends_at=timezone.now() - timedelta(minutes=1))

    assert "The time to sign was over" in Client().get(link).text


def test_what_happened_is_kept_in_order_without_names(school):
    sent(two_sides()[:1])
    click(ILZE, "Ilze Liepa")

    verbs = list(EnvelopeNote.objects.order_by("pk").values_list("verb", flat=True))

    assert verbs == ["opened", "asked", "code_sent", "seen", "signed", "completed"]
    assert "Liepa" not in str(list(EnvelopeNote.objects.values()))
