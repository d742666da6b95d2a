"""The other side reads, comments, rewords and agrees by its link; the office answers."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from tests.agreements.negotiating.conftest import post, version
from tilts.accounts.models import PersonalLink
from tilts.accounts.roles import Role
from tilts.accounts.schools import in_school
from tilts.agreements.drafting.content import clauses_of
from tilts.agreements.drafting.models import Conditions
from tilts.agreements.models import Agreement
from tilts.agreements.negotiating import actions
from tilts.agreements.negotiating.models import Negotiator, Remark
from tilts.mail.models import OutgoingMail

# By the link


def test_the_link_shows_both_languages_side_by_side_and_no_names_of_others(link, negotiator):
    page = Client().get(link).text

    assert 'lang="lv"' in page
    assert "Prakses ilgums: 3–5 nedēļas." in page
    assert "A placement lasts 3–5 weeks." in page
    assert version().content_hash in page
    assert Negotiator.objects.get().seen_at is not None


def test_the_page_is_in_the_language_of_who_was_asked(link):
    Negotiator.objects.update(language="ka")

    assert '<html lang="ka"' in Client().get(link).text


def test_a_comment_and_another_wording_reach_the_office_with_who_and_when(link, school, member, browse):
    coordinator = member(Role.COORDINATOR)
    wording = {"purpose-wording_lv": "Mērķis ir sports.", "purpose-wording_en": "The aim is sport."}

    post(link, school, key="purpose", **{"purpose-text": "Sport first!"}, **wording)

    remark = Remark.objects.get()
    assert (remark.text, remark.wording["en"], remark.by) == ("Sport first!", "The aim is sport.", "Modus")
    assert OutgoingMail.objects.filter(intent=f"remark:{remark.pk}", to=coordinator.email).count() == 1
    page = browse().get(f"/{school.slug}/agreements/{remark.agreement_id}/negotiation/").text
    assert "Sport first!" in page
    assert "Take this wording over" in page


def test_an_empty_remark_is_not_kept(link, school):
    text = next(each for each in version().content["clauses"] if each["key"] == "purpose")["text"]

    page = post(link, school, key="purpose", **{"purpose-wording_lv": text["lv"], "purpose-wording_en": text["en"]})

    assert "Write a comment, or change the wording." in page
    assert not Remark.objects.exists()


def test_a_clause_that_is_not_there_gets_no_remark(link):
    assert Client().post(link, {"key": "own-7", "own-7-text": "?"}).status_code == 404


def test_a_wording_taken_over_stands_in_the_draft_and_asks_for_a_new_proposal(link, school, browse, negotiator):
    post(link, school, key="purpose", **{"purpose-wording_lv": "Sports.", "purpose-wording_en": "Sport."})
    remark, client = Remark.objects.get(), browse()
    here = f"/{school.slug}/agreements/{remark.agreement_id}/"

    client.post(f"{here}negotiation/remarks/{remark.pk}/", {"do": "take", "answer": "Gladly."})

    purpose = next(each for each in clauses_of(remark.agreement) if each.key == "purpose")
    assert purpose.texts == {"lv": "Sports.", "en": "Sport."}
    remark.refresh_from_db()
    assert (remark.state, remark.answer) == ("taken", "Gladly.")
    assert "propose it anew" in client.get(here).text

    client.post(f"{here}propose/")

    assert version().position == 2
    assert OutgoingMail.objects.filter(to=negotiator.email).count() == 2
    assert "<ins>Sport.</ins>" in Client().get(link).text


def test_a_wording_taken_over_in_one_language_leads_to_the_other(link, school, browse):
    post(link, school, key="purpose", **{"purpose-wording_en": "Sport."})
    remark = Remark.objects.get()
    here = f"/{school.slug}/agreements/{remark.agreement_id}/"

    answer = browse().post(f"{here}negotiation/remarks/{remark.pk}/", {"do": "take"}, follow=True)

    assert answer.redirect_chain == [(f"{here}text/purpose/", 302)]
    assert "This text was not reworded: Latvian." in answer.text


def test_what_is_proposed_to_nobody_says_that_somebody_is_to_be_asked(draft, school, browse):
    page = browse().post(f"/{school.slug}/agreements/{draft.pk}/propose/", follow=True).text

    assert "Version 1 is proposed." in page
    assert "Nobody gets a mail yet" in page


def test_a_declined_wording_changes_nothing(link, school, browse):
    post(link, school, key="purpose", **{"purpose-wording_lv": "Sports.", "purpose-wording_en": "Sport."})
    remark = Remark.objects.get()

    browse().post(
        f"/{school.slug}/agreements/{remark.agreement_id}/negotiation/remarks/{remark.pk}/",
        {"do": "decline", "answer": "The law says otherwise."},
    )

    remark.refresh_from_db()
    assert remark.state == "declined"
    assert "The law says otherwise." in Client().get(link).text


def test_agreeing_by_the_link_makes_the_text_agreed(link, school, draft):
    page = post(link, school, step="agree", hash=version().content_hash)

    draft.refresh_from_db()
    assert "You have agreed to this text." in page
    assert (draft.state, version().agreed_how) == ("agreed", "ar personisku saiti")


def test_who_read_an_earlier_version_agrees_to_nothing(link, school, draft):
    old = version().content_hash
    Conditions.objects.update(weeks_to=6)
    actions.propose_to_all(draft)

    page = post(link, school, step="agree", hash=old)

    assert "The text has changed while you were reading." in page
    assert Agreement.objects.get().state == "proposed"


def test_a_text_that_the_office_rewords_meanwhile_is_not_agreed_yet(link, school):
    Conditions.objects.update(weeks_to=6)

    post(link, school, step="agree", hash=version().content_hash)

    assert Agreement.objects.get().state == "proposed"
    assert Negotiator.objects.get().agreed_to == version()


def test_who_only_reads_agrees_to_nothing_and_is_told_why(link, school):
    Negotiator.objects.update(may_agree=False)

    page = post(link, school, step="agree")

    assert "Somebody else of your side agrees to the text." in page
    assert "We agree to this text" not in page
    assert Negotiator.objects.get().agreed_to is None


def test_a_link_used_a_second_time_agrees_once(link, school):
    pages = [post(link, school, step="agree") for _time in range(2)]

    assert "You have agreed to this text." in pages[0]
    assert "Nothing can be changed here any more." in pages[1]


def test_a_link_past_its_time_says_so_and_agrees_to_nothing(link, school):
    PersonalLink.objects.update(expires_at=timezone.now())

    answer = Client().post(link, {"step": "agree", "hash": version().content_hash})

    assert (answer.status_code, "It worked until" in answer.text) == (410, True)
    assert Negotiator.objects.get().agreed_to is None


def test_a_link_that_is_withdrawn_says_so_and_takes_no_remark(link, school, negotiator):
    actions.end_talks_with(negotiator)

    answer = Client().post(link, {"key": "purpose", "hash": version().content_hash, "purpose-text": "Hm."})

    assert (answer.status_code, "has withdrawn it" in answer.text) == (410, True)
    assert not Remark.objects.exists()


def test_a_link_of_one_agreement_opens_no_other(link, negotiator, school):
    guessed = link[:-3] + ("A/" if link[-2] != "A" else "B/")

    answer = Client().get(guessed)

    assert (answer.status_code, "This link is not known" in answer.text) == (404, True)


def test_once_agreed_nothing_is_said_by_the_link_any_more(link, school, draft):
    post(link, school, step="agree", hash=version().content_hash)

    page = post(link, school, key="purpose", **{"purpose-text": "Wait!"})

    assert "Nothing can be changed here any more." in page
    assert not Remark.objects.exists()


def test_the_paper_is_read_by_the_link(link):
    answer = Client().get(f"{link}?file=paper")

    assert answer.content.startswith(b"%PDF-")


# The office


def test_a_link_is_shown_once_and_ends_when_the_person_is_asked_no_more(school, browse, negotiator):
    client, here = browse(), f"/{school.slug}/agreements/{negotiator.agreement_id}/negotiation/{negotiator.pk}/"
    address = re.search(r"/p/[\w-]+/", client.post(f"{here}link/").text).group()

    seen = Client().get(address).status_code
    client.post(f"{here}remove/")

    assert (seen, Client().get(address).status_code) == (200, 410)
    assert not PersonalLink.objects.filter(revoked_at=None, expires_at__gt=timezone.now()).exists()


def test_somebody_asked_before_the_proposal_gets_the_mail_with_it(draft, school, browse):
    party = draft.parties.exclude(partner=None).get()
    told = {"party": party.pk, "name": "Nino", "email": "nino@modus.example", "language": "ka", "may_agree": "on"}

    browse().post(f"/{school.slug}/agreements/{draft.pk}/negotiation/new/", told)
    before = OutgoingMail.objects.count()
    browse().post(f"/{school.slug}/agreements/{draft.pk}/propose/")

    assert (before, OutgoingMail.objects.get().to) == (0, "nino@modus.example")
    assert "რედაქცია 1" in OutgoingMail.objects.get().subject


def test_history_keeps_no_name_of_who_negotiates(negotiator):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select e::text from agreements_negotiatorevent e")
        told = cursor.fetchall()

    assert told
    assert not any("nino" in row.lower() for (row,) in told)


def test_another_school_reads_nothing_of_a_negotiation(negotiator, other_school):
    with in_school(other_school):
        assert not Negotiator.objects.exists()


@pytest.mark.parametrize("address", ["negotiation/new/", "negotiation/{pk}/remove/"])
def test_a_director_reads_the_negotiation_and_takes_no_part(negotiator, school, browse, address):
    client, here = browse(Role.DIRECTOR), f"/{school.slug}/agreements/{negotiator.agreement_id}/"

    assert client.get(f"{here}negotiation/").status_code == 200
    assert client.get(here + address.format(pk=negotiator.pk)).status_code == 403
