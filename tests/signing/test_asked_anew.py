"""Who is asked anew: at a mended address, at an earlier one, or by a reminder."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.signing.envelopes import ILZE, NINO, click, link_of, new_signer, sent, signer, two_sides
from tests.signing.test_by_link import text_of
from tests.signing.test_envelope_pages import PASSWORD, signed_in
from tilts.accounts.roles import Role
from tilts.files.queries import content_of
from tilts.mail.models import OutgoingMail
from tilts.signing import asking
from tilts.signing.actions import NewSide, withdraw_envelope
from tilts.signing.models import Envelope, Signer
from tilts.signing.queries import sealed_file
from tilts.signing.recording import CannotSign, change_address
from tilts.signing.upkeep import look_after


def states(envelope: Envelope) -> list[str]:
    return list(Signer.objects.filter(counterpart__envelope=envelope).values_list("state", flat=True))


def test_a_mended_address_ends_the_old_link_and_asks_anew(school, member):
    envelope = sent()
    old = link_of(ILZE)

    change_address(signer(envelope, "Ilze"), "liepa@example.org", by=member())
    click("liepa@example.org", "Ilze Liepa")

    assert Client().get(old).status_code == 410
    assert states(envelope) == ["signed", "asked"]
    with pytest.raises(CannotSign, match="changed any more"):
        change_address(signer(envelope, "Ilze"), "other@example.org", by=member())


@pytest.mark.parametrize("addresses", [[ILZE], ["liepa@example.org", ILZE]])
def test_who_is_asked_at_an_earlier_address_gets_a_link_that_opens(school, member, addresses):
    envelope = sent()
    old = link_of(ILZE)

    for address in addresses:
        change_address(signer(envelope, "Ilze"), address, by=member())

    assert OutgoingMail.objects.filter(to=ILZE).count() == 2
    assert [Client().get(link).status_code for link in (old, link_of(ILZE))] == [410, 200]


def test_the_paper_tells_who_changed_an_address_and_where_link_and_code_went(school, member):
    sarmite = member()
    envelope = sent()

    change_address(signer(envelope, "Ilze"), "own@example.lv", by=sarmite)
    click("own@example.lv", "Ilze Liepa")
    click(NINO, "Nino Beridze")

    # Without blanks: where a line ends, a word may be parted.
    pages = "".join(text_of(content_of(sealed_file(Envelope.objects.get()))).split())
    changed = f"{sarmite} changed the e-mail address of Ilze Liepa, i…@example.org → o…@example.lv"
    assert changed.replace(" ", "") in pages
    assert "Linkandcodewenttoo…@example.lv" in pages
    assert "own@example.lv" not in pages


def test_the_page_of_the_envelope_tells_it_too(school, browse, member):
    envelope = sent()
    change_address(signer(envelope, "Ilze"), "own@example.lv", by=member())
    click("own@example.lv", "Ilze Liepa")

    page = browse(Role.COORDINATOR).get(f"/{school.slug}/signing/{envelope.pk}/").content.decode()

    assert "i…@example.org → o…@example.lv" in page
    assert "Link and code went to o…@example.lv" in page


def test_after_an_asking_anew_each_reminder_goes_out_anew(school, member):
    envelope = sent()
    first = asking.remind_by_hand(envelope, signer(envelope, "Ilze"))
    change_address(signer(envelope, "Ilze"), ILZE, by=member())

    again = [asking.remind_by_hand(envelope, signer(envelope, "Ilze")) for _each in range(2)]

    assert (first, again) == (True, [True, False])


def test_no_mail_says_the_same_again_within_a_day_whoever_asks_for_it(school):
    envelope = sent()
    Signer.objects.filter(name__startswith="Ilze").update(asked_at=timezone.now() - timedelta(days=3))

    reminded = [asking.remind_by_hand(envelope, signer(envelope, "Ilze")), look_after(), look_after()]

    assert (reminded[0], OutgoingMail.objects.filter(to=ILZE, subject__startswith="Still").count()) == (True, 1)


def test_an_address_that_is_saved_as_it_was_sends_nothing_and_keeps_the_link(school, browse):
    envelope = sent()
    link = link_of(ILZE)
    address = f"/{school.slug}/signing/{envelope.pk}/signers/{signer(envelope, 'Ilze').pk}/address/"

    page = browse(Role.COORDINATOR).post(address, {"email": ILZE.upper()}, follow=True)

    assert "no mail was sent" in page.text
    assert (OutgoingMail.objects.filter(to=ILZE).count(), Client().get(link).status_code) == (1, 200)


def test_who_signs_for_two_is_told_for_whom_each_link_is_and_once_how_it_ended(school):
    mother = {"email": ILZE, "office": "", "position": 1}
    children = [
        new_signer(name, f"{name.lower()}@example.org", is_minor=True, position=1) for name in ("Jānis", "Anna")
    ]
    guardians = [new_signer("Ilze Liepa", guardian_of=each.name, **mother) for each in children]
    envelope = sent([NewSide("Daugavpils", "click", [*children, *guardians])])

    withdraw_envelope(envelope, "A mistake", by=None)

    told = list(OutgoingMail.objects.filter(to=ILZE).order_by("pk").values_list("body", flat=True))
    assert [body.splitlines()[0] for body in told[:2]] == [
        "Ilze Liepa, Guardian of Jānis",
        "Ilze Liepa, Guardian of Anna",
    ]
    assert len(told) == 3


def test_a_reminder_ends_the_link_before_it(school):
    envelope = sent()
    old = link_of(ILZE)

    asking.remind_by_hand(envelope, signer(envelope, "Ilze"))

    assert [Client().get(link).status_code for link in (old, link_of(ILZE))] == [410, 200]


def test_who_is_shown_a_paper_before_another_signs_can_read_and_sign_it_anew(school, member):
    director = member(Role.DIRECTOR)
    own = NewSide("Daugavpils", "click", [new_signer("Baiba Paraudziņa", director.email, user=director)])
    envelope = sent([own, two_sides()[1]])
    baiba = signer(envelope, "Baiba")
    page = f"/{school.slug}/signing/{envelope.pk}/signers/{baiba.pk}/sign/"
    client = signed_in(director, PASSWORD)

    answer = client.post(page, {"shown": "0" * 64, "is_read": "on", "signed_as": "Baiba Paraudziņa"}, follow=True)
    shown = answer.context["form"].initial["shown"]

    assert "Please read it again" in answer.text
    assert 'value="' + shown + '"' in answer.text


def test_of_two_who_remind_at_the_same_time_the_second_waits_for_the_first(school):
    envelope = sent()

    with CaptureQueriesContext(connection) as queries:
        asking.remind_by_hand(envelope, signer(envelope, "Ilze"))

    held, looked = (
        next(place for place, each in enumerate(queries) if what in each["sql"])
        for what in ("FOR UPDATE", 'FROM "mail_outgoingmail"')
    )
    assert held < looked
