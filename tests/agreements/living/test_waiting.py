"""What agreements wait for, on the first page of the school."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.agreements.concluding.test_concluding import sent
from tilts.accounts.roles import Role
from tilts.agreements.drafting.models import Version
from tilts.agreements.living.waiting import waiting
from tilts.agreements.models import Agreement, Negotiator, Remark
from tilts.agreements.negotiating import actions
from tilts.signing.models import Signer
from tilts.signing.recording import refuse

TODAY = timezone.localdate()


@pytest.fixture
def proposed(draft):
    """Proposed to somebody of the college."""
    Negotiator.objects.create(
        agreement=draft, party=draft.parties.exclude(partner=None).get(), name="Nino", email="nino@modus.example"
    )
    actions.propose_to_all(draft)
    draft.refresh_from_db()
    return draft


def test_remarks_of_the_other_side_wait_for_an_answer(proposed, school, browse):
    said = {"clause_key": "purpose", "wording": {}, "negotiator": Negotiator.objects.get()}
    first = actions.say(Version.objects.get(), text="Why?", **said)
    actions.say(Version.objects.get(), text="When?", **said)

    two = browse().get(f"/{school.slug}/").text
    Remark.objects.filter(pk=first.pk).update(state=Remark.State.DECLINED)
    actions.end_talks_with(Negotiator.objects.get())  # what was said still waits

    assert "“Agreement”: 2 remarks of the other side wait for an answer." in two
    assert waiting(TODAY) == [
        (
            "“Agreement”: 1 remark of the other side waits for an answer.",
            f"/agreements/{proposed.pk}/negotiation/",
        )
    ]


def test_what_is_agreed_waits_to_be_sent(agreed, school, browse):
    told = "“Agreement” is agreed and waits to be sent to sign."

    assert [sentence for sentence, _url in waiting(TODAY)] == [told]
    assert told in browse().get(f"/{school.slug}/").text
    assert told not in browse(Role.TEACHER).get(f"/{school.slug}/").text


def test_what_somebody_refused_to_sign_says_so(agreed):
    refuse(Signer.objects.filter(counterpart__envelope=sent(agreed), state=Signer.State.ASKED).first(), "Too early.")

    assert waiting(TODAY) == [
        ("“Agreement” was refused by somebody who was to sign.", f"/agreements/{agreed.pk}/"),
    ]


def test_a_proposal_is_asked_after_once_nobody_has_answered_for_two_weeks(proposed):
    soon, later = (waiting(TODAY + timedelta(days=days)) for days in (13, 14))
    actions.say(
        Version.objects.get(), clause_key="purpose", text="Why?", wording={}, negotiator=Negotiator.objects.get()
    )
    Remark.objects.update(state=Remark.State.TAKEN)

    assert soon == []
    assert [sentence.split(" was ")[0] for sentence, _url in later] == ["“Agreement”"]
    assert waiting(TODAY + timedelta(days=14)) == []  # they have said something


def test_what_another_school_proposes_waits_for_this_one(proposed):
    Agreement.objects.update(is_copy=True)

    assert [sentence for sentence, _url in waiting(TODAY)] == ["“Agreement” is proposed to your school."]
