"""The way of an agreement: what each step needs, and what the task list says."""

from dataclasses import replace
from datetime import date

import pytest

from tilts.agreements.rules import STEPS, Draft, NotPossible, Signing, after, missing_for, steps_from, tasks
from tilts.agreements.sentences import MISSING, TASKS

TODAY = date(2026, 11, 25)
OURS = Signing("Skola", "head", has_authority=False, valid_until=None, has_file=False, has_address=True)
THEIRS = Signing("Modus", "power", True, date(2027, 1, 1), has_file=True, has_address=True)
READY = Draft(
    state="draft",
    kind="bilateral",
    partners=1,
    has_framework=False,
    framework_is_in_force=False,
    clauses=9,
    texts_missing=0,
    has_term=True,
    renews_without_length=False,
    planned=3,
    is_proposed_as_it_is=False,
    sides=("Skola", "Modus"),
    agreed_sides=frozenset({"Skola"}),
    signatories=(OURS, THEIRS),
)


def test_the_whole_way_leads_from_a_draft_into_force_and_out_of_it():
    state = "draft"
    for step in ("propose", "agree", "sign", "complete", "terminate"):
        state = after(state, step)

    assert state == "terminated"


@pytest.mark.parametrize("step", STEPS)
def test_a_recorded_agreement_goes_no_way(step):
    with pytest.raises(NotPossible):
        after("recorded", step)

    assert tasks(replace(READY, state="recorded"), TODAY) == []


@pytest.mark.parametrize(
    ("changed", "step", "missing"),
    [
        ({}, "propose", ()),
        ({"partners": 0}, "propose", ("partner",)),
        ({"kind": "multilateral"}, "propose", ("second_partner",)),
        ({"kind": "annex"}, "propose", ("framework",)),
        ({"kind": "annex", "has_framework": True}, "propose", ("framework_in_force",)),
        ({"kind": "annex", "has_framework": True, "framework_is_in_force": True}, "propose", ()),
        ({"clauses": 0, "texts_missing": 1}, "propose", ("empty", "texts")),
        ({"has_term": False}, "propose", ("term",)),
        ({"renews_without_length": True}, "propose", ("renewal_length",)),
        ({"state": "proposed"}, "agree", ("new_wording",)),
        ({"state": "proposed", "is_proposed_as_it_is": True}, "agree", ("agreement_of_others",)),
        (
            {"state": "proposed", "is_proposed_as_it_is": True, "agreed_sides": frozenset({"Skola", "Modus"})},
            "agree",
            (),
        ),
        ({}, "sign", ()),
        ({"signatories": (OURS,)}, "sign", ("signatory",)),
        ({"signatories": (OURS, replace(THEIRS, has_address=False))}, "sign", ("address",)),
        ({"offices_missing": 1}, "sign", ("offices",)),
        ({"offices_missing": 1}, "propose", ()),
        ({"signatories": (OURS, replace(THEIRS, basis=""))}, "sign", ("authority",)),
        ({"signatories": (OURS, replace(THEIRS, basis="order", has_authority=False))}, "sign", ("authority",)),
        ({"signatories": (OURS, replace(THEIRS, basis="order", has_file=False))}, "sign", ()),
        ({"signatories": (OURS, replace(THEIRS, has_file=False))}, "sign", ("power_file",)),
        ({"signatories": (OURS, replace(THEIRS, valid_until=date(2026, 11, 24)))}, "sign", ("authority_expired",)),
    ],
)
def test_a_step_needs_what_it_needs(changed, step, missing):
    assert missing_for(step, replace(READY, **changed), TODAY) == missing


def test_a_head_of_department_is_asked_by_what_authority_and_the_list_says_so():
    draft = replace(READY, signatories=(OURS, replace(THEIRS, basis="", has_authority=False, has_file=False)))

    told = {task.code: (task.state, task.missing) for task in tasks(draft, TODAY)}

    assert told["authority"] == ("todo", ("authority",))
    assert told["propose"] == ("todo", ())


def test_by_what_authority_is_not_done_before_it_is_said_who_signs():
    told = {task.code: (task.state, task.missing) for task in tasks(replace(READY, signatories=(OURS,)), TODAY)}

    assert told["authority"] == ("later", ("who_signs",))


def test_a_plan_is_worth_having_and_holds_nothing_up():
    told = {task.code: (task.state, task.missing) for task in tasks(replace(READY, planned=0), TODAY)}

    assert (told["plan"], told["propose"]) == (("optional", ("no_plan",)), ("todo", ()))


@pytest.mark.parametrize(
    ("changed", "possible"),
    [
        ({}, ["propose"]),
        ({"has_term": False}, []),
        (
            {"state": "proposed", "is_proposed_as_it_is": True, "agreed_sides": frozenset({"Modus"})},
            ["agree", "reopen"],
        ),
        ({"state": "proposed"}, ["propose", "reopen"]),
        ({"state": "agreed"}, ["sign", "reopen"]),
        ({"state": "agreed", "signatories": (OURS,)}, ["reopen"]),
    ],
    ids=["ready", "no-term", "proposed", "changed-since", "agreed", "nobody-signs"],
)
def test_a_step_is_offered_once_nothing_is_missing(changed, possible):
    found = steps_from(replace(READY, **changed), TODAY)

    assert [step for step, missing in found.items() if not missing] == possible


def test_a_text_that_changed_after_it_was_proposed_must_be_proposed_anew():
    draft = replace(READY, state="proposed", agreed_sides=frozenset({"Skola", "Modus"}))

    told = {task.code: task.state for task in tasks(draft, TODAY)}

    assert (told["propose"], told["agree"], told["sign"]) == ("mend", "waiting", "later")


def test_every_task_and_everything_missing_has_its_words():
    assert {task.code for task in tasks(READY, TODAY)} == set(TASKS)
    assert len(MISSING) == len(set(MISSING.values()))
