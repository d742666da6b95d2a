"""Names in agreements: who sees them, what is given out of them, how they are forgotten."""

import json

import pytest
from django.test import Client
from django.utils import timezone

from tests.agreements.concluding.test_concluding import all_sign, sent
from tests.factories import PersonFactory
from tilts.accounts.roles import Role
from tilts.agreements.drafting import views
from tilts.agreements.drafting.models import Version
from tilts.agreements.models import Agreement, Signatory
from tilts.agreements.negotiating import actions
from tilts.agreements.negotiating.models import Negotiator, Remark
from tilts.agreements.negotiating.queries import open_remarks
from tilts.people.privacy import ErasureRefused, erase_person, export_person

NAME = "Nino Paraudze"
EMAIL = "nino@modus.example"


@pytest.mark.parametrize(("role", "sees"), [(Role.TEACHER, True), (Role.COMMITTEE, False), (Role.EDITOR, False)])
def test_the_paper_of_a_draft_names_who_signs_to_those_who_see_contacts(
    agreed, school, browse, monkeypatch, role, sees
):
    printed = []
    monkeypatch.setattr(views, "typeset", lambda paper: printed.append(paper) or b"%PDF-")

    browse(role).get(f"/{school.slug}/agreements/{agreed.pk}/paper/")

    assert (NAME in str(printed[0].data), "Direktore" in str(printed[0].data)) == (sees, True)


@pytest.fixture
def in_force(agreed):
    """Signed by both, with a remark that was made on the way."""
    party = agreed.parties.exclude(partner=None).get()
    asked = Negotiator.objects.create(agreement=agreed, party=party, name=NAME, email=EMAIL, language="ka")
    actions.say(Version.objects.get(), clause_key="purpose", text="Well.", negotiator=asked)
    all_sign(sent(agreed))
    return Agreement.objects.get()


@pytest.mark.parametrize(("role", "sees"), [(Role.TEACHER, True), (Role.COMMITTEE, False)])
def test_signed_papers_and_pages_name_who_signed_to_those_who_see_contacts(in_force, school, browse, role, sees):
    client, here, version = browse(role), f"/{school.slug}/agreements/{in_force.pk}/", Version.objects.get()
    pages = "".join(client.get(here + each).text for each in ("", "negotiation/", f"versions/{version.pk}/", "text/"))

    assert (NAME in pages, "The signed paper" in pages, EMAIL in pages) == (sees, sees, False)
    for file in (version.paper, version.sealed):
        assert client.get(f"/{school.slug}/files/{file.pk}/").status_code == (200 if sees else 404)


# Given out, and forgotten


def test_what_agreements_hold_of_a_person_is_given_out(in_force):
    exported = json.loads(json.dumps(export_person(PersonFactory(email=EMAIL.upper()))))["agreements"]

    assert [(each["agreement"], each["office"]) for each in exported["signs"]] == [("Agreement", "Direktore")]
    assert [(each["agreement"], each["name"]) for each in exported["reads"]] == [("Agreement", NAME)]
    assert [each["text"] for each in exported["remarks"]] == ["Well."]


def test_who_signed_without_an_address_is_found_by_the_whole_name(in_force):
    Signatory.objects.filter(name=NAME).update(email="")

    same = export_person(PersonFactory(given_names="Nino", family_name="Paraudze"))["agreements"]
    other = export_person(PersonFactory(given_names="Nino", family_name="Cita"))["agreements"]

    assert (len(same["signs"]), len(other["signs"])) == (1, 0)


def test_a_person_is_forgotten_and_what_they_said_stays(in_force):
    link = actions.link_for(Negotiator.objects.get()).partition("8000")[2]

    erase_person(PersonFactory(email=EMAIL))

    who = Signatory.objects.get(position=2)
    assert (who.name, who.email, who.office) == ("", "", "Direktore")
    assert (Negotiator.objects.exists(), Client().get(link).status_code) == (False, 410)
    remark = Remark.objects.get()
    assert (remark.text, remark.by, remark.negotiator, open_remarks(in_force)) == ("Well.", "Modus", None, 1)


def test_nobody_is_forgotten_whose_answer_is_waited_for(draft):
    party = draft.parties.exclude(partner=None).get()
    Negotiator.objects.create(agreement=draft, party=party, name=NAME, email=EMAIL, language="ka")
    actions.propose_to_all(draft)

    with pytest.raises(ErasureRefused) as refused:
        erase_person(PersonFactory(email=EMAIL))

    assert "is negotiated with them" in refused.value.reasons[0]
    assert Negotiator.objects.get().name == NAME


def test_nobody_is_forgotten_whom_a_paper_on_its_way_names(agreed):
    sent(agreed)

    with pytest.raises(ErasureRefused):
        erase_person(PersonFactory(email=EMAIL))

    assert Signatory.objects.get(position=2).name == NAME


def test_another_person_of_no_address_is_nobody_who_negotiates(in_force):
    Negotiator.objects.update(agreed_at=timezone.now())

    assert export_person(PersonFactory(email=""))["agreements"] == {"signs": [], "reads": [], "remarks": []}
