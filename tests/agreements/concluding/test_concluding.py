"""The signing session in both sides' calendars, and the way through the envelope into force."""

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from tilts.accounts.roles import Role
from tilts.agreements.concluding import actions, queries
from tilts.agreements.concluding.models import SigningSession
from tilts.agreements.drafting.actions import StillMissing, agree, propose, reopen
from tilts.agreements.drafting.content import content_of as content_of_rows
from tilts.agreements.drafting.models import SignedPaper, Version
from tilts.agreements.drafting.queries import coming, draft_of, in_force
from tilts.agreements.living.actions import renew
from tilts.agreements.models import Agreement, Signatory
from tilts.agreements.queries import agreements
from tilts.demo.agreements import signed_agreements
from tilts.files.queries import content_of
from tilts.files.scans import read_scan
from tilts.mail.actions import uid_of
from tilts.mail.entries import as_events, entries
from tilts.mail.models import OutgoingMail
from tilts.signing.actions import withdraw_envelope
from tilts.signing.by_hand import check_in
from tilts.signing.models import Counterpart, Envelope, Form, SignatureRecord, Signer, Way
from tilts.signing.recording import sign_by_click

CLICK = {1: Way.CLICK, 2: Way.CLICK}


@pytest.fixture
def session(agreed):
    """On 1 December 2036, noon in Riga."""
    return actions.plan_session(
        SigningSession(
            agreement=agreed,
            starts_at=datetime(2036, 12, 1, 10, tzinfo=UTC),
            platform="Zoom",
            url="https://zoom.example/j/1",
            agenda="Sveiciens",
            in_other_languages={"ka": {"agenda": "მისალმება"}},
        )
    )


def sent(agreement, **changed):
    told = {"form": Form.ONE_PDF, "ways": CLICK, "ends_at": timezone.now() + timedelta(days=21), "by": None}
    return actions.send_to_sign(agreement, **told | changed)


def all_sign(envelope):
    """Everybody clicks, one after the other; the pages on which they do are tried in the room of signing."""
    asked = Signer.objects.filter(counterpart__envelope=envelope, state__in=[Signer.State.ASKED, Signer.State.SEEN])
    while (signer := asked.select_related("counterpart").first()) is not None:
        sign_by_click(
            signer,
            shown=signer.counterpart.sha256,
            signed_as=signer.name,
            identified=SignatureRecord.Identified.LINK_AND_CODE,
        )


def change_of(agreement, **facts):
    """Agreed anew, with other facts."""
    again = reopen(agreement)
    Agreement.objects.filter(pk=again.pk).update(**facts)
    propose(again)
    agree(again, how="by mail", agreed_sides=frozenset(draft_of(again).sides))
    return Agreement.objects.get(pk=again.pk)


@pytest.fixture
def draft_of_tomorrow(agreed):
    """Agreed, and to begin tomorrow."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    Version.objects.all().delete()
    return change_of(agreed, valid_from=tomorrow)


# The session


def test_both_sides_get_the_calendar_file_in_their_language(session):
    mails = {mail.to: mail for mail in OutgoingMail.objects.all()}

    assert set(mails) == {"direktore@skola.example", "nino@modus.example"}
    georgian = mails["nino@modus.example"]
    calendar = content_of(georgian.attachments.get().file).decode().replace("\r\n ", "")
    assert "METHOD:REQUEST" in calendar
    assert "SUMMARY:ხელმოწერა: Agreement" in calendar
    assert "LOCATION:https://zoom.example/j/1" in calendar
    assert "\\n1. Skola" in calendar.replace(session.school.name, "Skola")
    assert "\\n2. Modus: Director\\, Nino Paraudze" in calendar
    assert "DTSTART;TZID=Europe/Riga:20361201T120000" in calendar
    assert "მისალმება" in calendar
    assert "ხელმოწერის შეხვედრა" in georgian.subject


def test_the_time_is_told_by_the_clocks_of_both_sides(session, school, browse):
    page = browse(Role.DIRECTOR).get(f"/{school.slug}/agreements/{session.agreement_id}/session/").text

    assert [(each.place, each.at.hour) for each in queries.local_times(session, "lv")] == [
        ("Latvija", 12),
        ("Gruzija", 14),
    ]
    assert re.findall(r"<dt>(Latvia|Georgia)</dt><dd><time datetime=\"([^\"]+)", page) == [
        ("Latvia", "2036-12-01T12:00:00+02:00"),
        ("Georgia", "2036-12-01T14:00:00+04:00"),
    ]


def test_who_is_asked_at_once_has_the_same_number(session, school, browse):
    Signatory.objects.update(position=1)

    page = browse().get(f"/{school.slug}/agreements/{session.agreement_id}/session/").text

    assert page.count('<li value="1">') == 2
    assert [line[:2] for line in queries.described(session, "en").splitlines()[-2:]] == ["1.", "1."]


def test_a_session_that_moves_is_the_same_in_calendars_and_higher(session, school, browse):
    told = {"day": "2036-12-02", "hour": "09:30", "minutes": 30, "platform": "Zoom", "agenda": "Sveiciens"}

    browse().post(f"/{school.slug}/agreements/{session.agreement_id}/session/change/", told)

    mails = OutgoingMail.objects.filter(to="nino@modus.example").order_by("pk")
    first, second = (content_of(mail.attachments.get().file).decode() for mail in mails)
    assert [re.search(r"SEQUENCE:(\d)", each)[1] for each in (first, second)] == ["0", "1"]
    assert re.search(r"UID:.+", first)[0] == re.search(r"UID:.+", second)[0]
    assert SigningSession.objects.get().starts_at == datetime(2036, 12, 2, 7, 30, tzinfo=UTC)


def test_a_session_called_off_goes_from_the_calendars(session, school, browse):
    browse().post(f"/{school.slug}/agreements/{session.agreement_id}/session/call-off/")

    last = OutgoingMail.objects.filter(to="nino@modus.example").order_by("-pk")[0]
    assert "METHOD:CANCEL" in content_of(last.attachments.get().file).decode()
    assert not SigningSession.objects.exists()


def test_a_session_in_the_past_is_refused(agreed, school, browse):
    told = {"day": "2020-12-02", "hour": "09:30", "minutes": 30, "platform": "Zoom"}

    page = browse().post(f"/{school.slug}/agreements/{agreed.pk}/session/change/", told)

    assert "This time is over already." in page.text


def test_the_calendar_file_is_had_from_the_page(session, school, browse):
    answer = browse(Role.TEACHER).get(f"/{school.slug}/agreements/{session.agreement_id}/session/calendar/")

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert b"BEGIN:VEVENT" in answer.content


def test_the_session_stands_in_the_calendar_of_the_school_at_its_hour_and_names_nobody(session):
    day = date(2036, 12, 1)

    found = [(kind.name, entry) for kind, entry in entries(day, day, lambda _permission: True)]

    ((name, entry),) = found
    (event,) = as_events([(SimpleNamespace(name=name, label=""), entry)])
    assert (event.title, event.starts, event.ends - event.starts, event.place) == (
        "Signing: Agreement",
        session.starts_at,
        timedelta(minutes=45),
        "https://zoom.example/j/1",
    )
    assert event.uid == uid_of("signing", session.pk)
    assert "2. Modus: Director" in event.text
    assert "Paraudze" not in event.text


def test_what_is_signed_anew_is_met_for_anew(session, school, browse):
    SigningSession.objects.update(starts_at=timezone.now() - timedelta(days=3))
    client, here = browse(), f"/{school.slug}/agreements/{session.agreement_id}/"
    told = {"day": "2036-12-02", "hour": "09:30", "minutes": 30, "platform": "Teams"}

    page = client.get(here).text
    client.post(f"{here}session/change/", told)

    assert "Plan a signing session" in page
    assert "Zoom" not in page
    (planned,) = SigningSession.objects.all()
    assert (planned.platform, planned.sequence, planned.pk == session.pk) == ("Teams", 0, False)


def test_a_session_still_ahead_was_for_what_is_signed_and_not_for_its_renewal(session, school, browse):
    all_sign(sent(session.agreement))
    client, here = browse(), f"/{school.slug}/agreements/{session.agreement_id}/"
    renew(Agreement.objects.get(), until=date(2041, 1, 1))

    page = client.get(here).text
    client.post(f"{here}session/change/", {"day": "2036-12-02", "hour": "09:30", "minutes": 30, "platform": "Teams"})

    assert "Plan a signing session" in page
    assert f'href="{here}session/"' not in page
    assert f'href="{here}session/"' in client.get(here).text
    assert SigningSession.objects.get().pk != session.pk
    assert OutgoingMail.objects.filter(intent=f"session:{session.pk}:1").exists()


# Sending to sign


def test_the_paper_sent_to_sign_is_the_agreed_version_with_its_hash(agreed):
    envelope = sent(agreed)

    agreed.refresh_from_db()
    version, paper = Version.objects.get(), envelope.papers.get()
    assert (agreed.state, paper.content_hash) == ("signing", version.content_hash)
    assert version.paper.sha256 == paper.file.sha256
    assert [(each.name, each.position, each.language) for each in Signer.objects.all()] == [
        ("Maija Paraudziņa", 1, "lv"),
        ("Nino Paraudze", 2, "ka"),
    ]


def test_without_authority_nothing_is_sent_and_the_page_says_why(agreed, school, browse):
    Signatory.objects.filter(email="nino@modus.example").update(basis="")
    told = {"form": "one_pdf", "ours": "click", "theirs": "click", "ends_on": "2036-12-01"}

    with pytest.raises(StillMissing, match="authority"):
        sent(agreed)
    here = f"/{school.slug}/agreements/{agreed.pk}/"
    page = browse().post(f"{here}sign/", told | {"ends_on": "2036-12-05", "theirs": "hand"})
    not_asked = browse().get(f"{here}sign/").text

    assert "say by what authority" in page.text
    assert "2036-12-05" in page.text  # what was typed is kept
    assert "say by what authority" in not_asked
    assert "To be signed until" not in not_asked  # no form to fill in for nothing
    assert f"{here}sign/" not in browse().get(here).text  # and no button that leads to it
    assert Agreement.objects.get().state == "agreed"


def test_an_authority_is_printed_and_goes_to_the_signing(agreed):
    Signatory.objects.filter(email="nino@modus.example").update(
        basis="order",
        authority="2026. gada 2. marta rīkojums Nr. 5",
        in_other_languages={"en": {"office": "Head", "authority": "Order 5 of 2 March 2026"}},
    )

    sent(agreed)

    assert Signer.objects.get(email="nino@modus.example").authority == "Order 5 of 2 March 2026"


def test_ways_are_mixed_only_in_counterparts(agreed):
    mixed = {1: Way.CLICK, 2: Way.HAND}

    with pytest.raises(ValidationError):
        sent(agreed, ways=mixed)
    sent(Agreement.objects.get(), ways=mixed, form=Form.COUNTERPARTS)

    assert [each.way for each in Counterpart.objects.order_by("position")] == ["click", "hand"]


def test_the_form_of_signing_is_chosen_on_the_page(agreed, school, browse):
    told = {"form": "one_pdf", "ours": "click", "theirs": "click", "ends_on": "2036-12-01"}

    refused = browse().post(f"/{school.slug}/agreements/{agreed.pk}/sign/", told | {"theirs": "hand"})
    answer = browse().post(f"/{school.slug}/agreements/{agreed.pk}/sign/", told)

    assert "never mixed" in refused.text
    assert (answer.status_code, Agreement.objects.get().state) == (302, "signing")


def test_who_may_not_send_to_sign_is_refused(agreed, school, browse):
    assert browse(Role.DIRECTOR).get(f"/{school.slug}/agreements/{agreed.pk}/sign/").status_code == 403


def test_the_paper_is_called_in_both_its_languages_whoever_sends_it(agreed, browse, school):
    envelope = sent(agreed)

    assert envelope.title == "Līgums / Agreement"
    assert [each.side for each in Signer.objects.order_by("position")] == [school.name, "Koledža “Modus” / Modus"]


def test_each_reader_sees_title_and_sides_in_their_own_language(agreed):
    envelope = sent(agreed)
    partner = Signer.objects.order_by("position").last()

    told = []
    for language in ("lv", "en"):
        with override(language):
            told.append((str(envelope), partner.side_here))

    assert told == [("Līgums", "Koledža “Modus”"), ("Agreement", "Modus")]


def test_the_page_of_signing_leads_back_to_the_agreement_by_its_title(agreed, browse, school):
    envelope = sent(agreed)

    page = browse().get(f"/{school.slug}/signing/{envelope.pk}/").text

    assert re.findall(r"Back to [^<\n]+", page) == ["Back to Agreement"]


def test_a_session_is_planned_once_everybody_can_be_asked(agreed, browse, school):
    here = f"/{school.slug}/agreements/{agreed.pk}/"
    offered = "Plan a signing session" in browse().get(here).text
    Signatory.objects.filter(position=2).update(email="")

    assert (offered, "Plan a signing session" in browse().get(here).text) == (True, False)


# Its end


def test_once_all_have_signed_it_is_in_force_with_the_sealed_file(session, school, browse):
    agreement = session.agreement
    all_sign(sent(agreement))

    agreement.refresh_from_db()
    version, today = Version.objects.get(), timezone.localdate()
    assert (agreement.state, agreement.signed_on, agreement.concluded, agreement.platform) == (
        *("in_force", today, "at_a_distance", "Zoom"),
    )
    assert (version.signed_on, version.in_force_on) == (today, today)
    assert (version.valid_from, version.valid_until) == (None, date(2029, 12, 31))
    assert content_of(version.sealed).startswith(content_of(version.paper))
    page = browse(Role.DIRECTOR).get(f"/{school.slug}/agreements/{agreement.pk}/").text
    assert "In force" in page


def test_the_first_day_that_was_agreed_stays_and_is_waited_for(draft_of_tomorrow):
    tomorrow = timezone.localdate() + timedelta(days=1)
    all_sign(sent(draft_of_tomorrow))

    agreement, version = Agreement.objects.get(), Version.objects.get()
    assert (agreement.valid_from, version.valid_from, version.in_force_on) == (tomorrow, tomorrow, tomorrow)
    assert (agreement.signed_on, in_force(agreement), coming(agreement)) == (timezone.localdate(), None, version)
    assert in_force(agreement, tomorrow) == version
    assert content_of_rows(agreement) == version.content


def test_a_first_day_in_the_past_is_not_overwritten_by_the_day_of_signing(agreed):
    before = change_of(agreed, valid_from=date(2026, 1, 1))
    all_sign(sent(before))

    agreement, version = Agreement.objects.get(), Version.objects.order_by("-position")[0]
    assert (agreement.valid_from, version.valid_from) == (date(2026, 1, 1), date(2026, 1, 1))
    assert version.in_force_on == timezone.localdate()
    assert content_of_rows(agreement) == version.content


def test_the_version_in_force_holds_until_the_first_day_of_the_next(agreed, school, browse):
    later = timezone.localdate() + timedelta(days=30)
    all_sign(sent(agreed))
    all_sign(sent(change_of(agreed, valid_from=later)))

    agreement = Agreement.objects.get()
    client, here = browse(), f"/{school.slug}/agreements/{agreement.pk}/"
    versions = Version.objects.order_by("position")
    assert [in_force(agreement, day).position for day in (later - timedelta(days=1), later)] == [1, 2]
    assert [(each.is_in_force, each.is_coming) for each in versions] == [(True, False), (False, True)]
    assert "until then version 1 does" in client.get(here).text
    assert "Signed, in force from" in client.get(f"{here}versions/").text


def test_page_and_spreadsheet_say_since_when_where_no_first_day_was_agreed(agreed, school, browse):
    all_sign(sent(agreed))
    client, today = browse(), timezone.localdate()

    page = client.get(f"/{school.slug}/agreements/{agreed.pk}/").text

    assert f"{date_format(today, 'DATE_FORMAT')} – 31 December 2029" in page
    assert [each.holds_since for each in agreements()] == [today]


def test_a_change_leaves_the_day_on_which_it_was_first_signed(agreed):
    all_sign(sent(agreed))
    Agreement.objects.update(signed_on=date(2025, 3, 1))
    Version.objects.update(in_force_on=date(2025, 3, 1), signed_on=date(2025, 3, 1))
    all_sign(sent(change_of(agreed, valid_until=date(2035, 12, 31))))

    last = Version.objects.get(position=2)
    assert (Agreement.objects.get().signed_on, last.signed_on) == (date(2025, 3, 1), timezone.localdate())


def test_a_paper_signed_by_hand_counts_by_the_day_on_it_and_is_not_told_to_be_at_a_distance(agreed, member):
    envelope = sent(agreed, form=Form.COUNTERPARTS, ways={1: Way.HAND, 2: Way.HAND})
    Envelope.objects.update(created_at=timezone.now() - timedelta(days=9))
    days = [timezone.localdate() - timedelta(days=4), timezone.localdate() - timedelta(days=2)]
    for counterpart, day in zip(envelope.counterparts.all(), days, strict=True):
        check_in(counterpart, read_scan(b"%PDF-1.7\n%%EOF"), original_at="Folder 1", by=member(), signed_on=day)

    agreement, version = Agreement.objects.get(), Version.objects.get()
    assert (agreement.state, agreement.concluded) == ("in_force", "on_paper")
    assert (agreement.signed_on, version.signed_on, version.in_force_on) == (days[1], days[1], days[1])


def test_every_counterpart_is_kept_with_its_side_and_shown(agreed, school, browse):
    all_sign(sent(agreed, form=Form.COUNTERPARTS))
    client, here = browse(), f"/{school.slug}/agreements/{agreed.pk}/"
    papers, version = list(SignedPaper.objects.all()), Version.objects.get()

    pages = [client.get(f"{here}{page}").text for page in ("", "versions/", f"versions/{version.pk}/")]

    assert [each.side for each in papers] == [school.name, "Koledža “Modus” / Modus"]
    assert len({each.file.sha256 for each in papers}) == 2
    for page in pages:
        for each in papers:
            assert f"/files/{each.file.pk}/" in page
            assert each.side in unescape(page)


def test_the_demo_writes_every_counterpart(agreed, school):
    all_sign(sent(agreed, form=Form.COUNTERPARTS))

    written = signed_agreements([school])

    number = f"{school.slug}-S{agreed.pk}-1"
    assert written == {
        f"{number}-side-{each.position}.pdf": content_of(each.file) for each in SignedPaper.objects.all()
    }


def test_what_is_withdrawn_is_agreed_again_and_can_be_sent_anew(agreed):
    withdraw_envelope(sent(agreed), "A word is wrong.", None)

    agreed.refresh_from_db()
    state = agreed.state
    sent(agreed)

    assert (state, Agreement.objects.get().state) == ("agreed", "signing")


def test_a_new_version_takes_the_place_of_the_one_in_force_once_it_is_signed(agreed):
    all_sign(sent(agreed))
    renew(agreed, until=date(2035, 12, 31))
    agreed.refresh_from_db()
    while_proposed = in_force(agreed).position
    agree(agreed, how="by mail", agreed_sides=frozenset(draft_of(agreed).sides))
    all_sign(sent(Agreement.objects.get()))

    assert (while_proposed, in_force(agreed).position) == (1, 2)
    assert Version.objects.get(position=1).replaced_on == timezone.localdate()
    assert Version.objects.get(position=1).sealed is not None


def test_the_director_is_asked_on_a_school_page_and_not_by_a_link(agreed, member):
    director = member(Role.DIRECTOR)
    Signatory.objects.filter(email="direktore@skola.example").update(email=director.email)

    sent(agreed)

    assert Signer.objects.get(position=1).user == director


def test_who_signs_is_settled_once_it_is_sent(agreed, school, browse):
    sent(agreed)
    client, here = browse(), f"/{school.slug}/agreements/{agreed.pk}/"
    nino = Signatory.objects.get(email="nino@modus.example")

    client.post(f"{here}signatories/{nino.pk}/remove/")
    page = client.get(here).text

    assert Signatory.objects.filter(pk=nino.pk).exists()
    assert "signatories/" not in page


@pytest.mark.parametrize("is_signed", [False, True])
def test_what_is_being_signed_or_was_signed_is_not_removed_and_the_page_says_why(agreed, school, browse, is_signed):
    envelope = sent(agreed)
    if is_signed:
        all_sign(envelope)

    page = browse().post(f"/{school.slug}/agreements/{agreed.pk}/remove/", {"typed": "Agreement"}, follow=True).text

    assert "What is being signed or was signed here can’t be removed." in page
    assert Agreement.objects.filter(pk=agreed.pk).exists()


def test_what_is_in_force_without_an_envelope_here_has_no_empty_panel_of_its_signing(session, school, browse):
    here = f"/{school.slug}/agreements/{session.agreement_id}/"
    before = browse().get(here).text
    Agreement.objects.update(state="in_force")

    assert ('id="signing"' in before, 'id="signing"' in browse().get(here).text) == (True, False)
