"""Two people at the same moment, each over a connection of their own: nothing is agreed that nobody was shown."""

import threading

import pytest
from django.db import connection

from tests.factories import SchoolFactory
from tilts.accounts.schools import in_school
from tilts.agreements.actions import keep_activity, keep_agreement, keep_signatory
from tilts.agreements.drafting import actions, queries
from tilts.agreements.drafting.content import content_of
from tilts.agreements.drafting.models import Conditions, Version
from tilts.agreements.models import Agreement, PlannedActivity, Signatory
from tilts.agreements.rules import NotPossible

pytestmark = pytest.mark.django_db(transaction=True)

TEXTS = {"lv": "Cits.", "en": "Another."}

#: Everything that changes what is agreed, or who signs it.
EDITS = {
    "word_clause": lambda draft: actions.word_clause(draft, "purpose", TEXTS, TEXTS),
    "add_clause": lambda draft: actions.add_clause(draft, TEXTS, TEXTS, 1),
    "leave_out": lambda draft: actions.leave_out(draft, "data"),
    "as_in_template": lambda draft: actions.as_in_template(draft, "data"),
    "conditions": lambda draft: actions.keep_conditions(changed(Conditions.objects.get(), weeks_to=9)),
    "facts": lambda draft: keep_agreement(changed(draft, title="Cits"), draft.partners),
    "plan": lambda draft: keep_activity(changed(PlannedActivity.objects.get(), text="Cits")),
}


def changed(row, **values):
    for name, value in values.items():
        setattr(row, name, value)
    return row


@pytest.fixture
def school(transactional_db):
    school = SchoolFactory()
    with in_school(school):
        yield school


@pytest.fixture
def proposed(draft):
    actions.propose(draft)
    return Agreement.objects.get()


def everybody(draft):
    return frozenset(queries.draft_of(draft).sides)


@pytest.mark.parametrize("edit", EDITS)
def test_a_change_in_the_moment_of_agreeing_waits_and_is_refused(proposed, school, monkeypatch, edit):
    """The edit begins when agreeing has looked at everything and has not written yet: the narrowest gap there is."""
    began, answers, inside = threading.Event(), [], actions.take
    read = Agreement.objects.get()  # as the page of the one who edits was read

    def do():
        try:
            with in_school(school):
                began.set()
                EDITS[edit](read)
                answers.append("changed")
        except NotPossible:
            answers.append("refused")
        finally:
            connection.close()

    thread = threading.Thread(target=do)

    def take_and_wait(*args):
        inside(*args)
        thread.start()
        began.wait(10)
        thread.join(0.5)  # it is held up at the row; where nothing holds it, it is done by now

    monkeypatch.setattr(actions, "take", take_and_wait)
    version = actions.agree(proposed, how="by mail", agreed_sides=everybody(proposed))
    thread.join(30)

    assert answers == ["refused"]
    assert content_of(Agreement.objects.get()) == version.content


def test_what_is_agreed_is_the_version_that_was_shown_though_the_rows_say_something_else_by_then(proposed, monkeypatch):
    """What stands outside the agreement is not held with it, such as the name of a partner."""
    inside = actions.take

    def take_and_rename(*args):
        inside(*args)
        partner = proposed.partners[0]
        partner.town = "Tbilisi"
        partner.save()

    monkeypatch.setattr(actions, "take", take_and_rename)
    version = actions.agree(proposed, how="by mail", agreed_sides=everybody(proposed))

    assert (version.position, version.content["parties"][1]["town"]) == (1, "Rustavi")
    assert Version.objects.count() == 1


def test_who_signs_is_settled_whatever_page_was_read_before(agreed, school):
    signatory = Signatory.objects.select_related("party__agreement").get(email="nino@modus.example")
    Agreement.objects.update(state="signing")

    with pytest.raises(NotPossible, match="signing"):
        keep_signatory(signatory, power=None, by=None)
