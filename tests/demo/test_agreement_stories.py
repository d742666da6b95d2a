"""The demo’s agreements: one in each state, signed by click, kept by both schools, and written out."""

import pytest

from tilts.accounts.schools import in_school
from tilts.agreements.drafting.models import Conditions, Version
from tilts.agreements.exchanging.models import SchoolLetter
from tilts.agreements.living.queries import plan_of
from tilts.agreements.models import Agreement, Signatory
from tilts.demo import actions, data
from tilts.demo.agreements import signed_agreements
from tilts.demo.data import agreements as stories
from tilts.partners.models import Partner
from tilts.partners.teaching.queries import side_by_side

pytestmark = pytest.mark.django_db


@pytest.fixture
def buvniecibas():
    return actions.open_school(data.BUVNIECIBAS, "a long password")


@pytest.fixture
def kutaisi():
    return actions.open_school(data.KUTAISI, "a long password")


def test_both_schools_keep_the_agreement_with_the_same_content(buvniecibas, kutaisi):
    with in_school(buvniecibas):
        stories.of_buvniecibas()
        stories.keep_copy_in(kutaisi)
        ours = Agreement.objects.get(state="in_force")
        versions = list(Version.objects.order_by("position").values_list("content_hash", flat=True))
        signs = list(Signatory.objects.filter(party__agreement=ours).values_list("basis", flat=True))

    with in_school(kutaisi):
        copy = Agreement.objects.get(is_copy=True)
        copied = list(Version.objects.order_by("position").values_list("content_hash", flat=True))
        partners = [str(each) for each in copy.partners]
        copied_signs = list(Signatory.objects.filter(party__agreement=copy).values_list("basis", flat=True))
        figures = Conditions.objects.get(agreement=copy)
        sees_to_it = [each.responsible is None for each in copy.activities.all()]

    assert (copy.thread, copy.state, copied, partners) == (ours.thread, "in_force", versions, [buvniecibas.name])
    assert (len(versions), sorted(signs)) == (2, ["head", "order"])
    assert (sorted(copied_signs), figures.weeks_from, figures.has_training) == (["head", "order"], 2, True)
    assert sees_to_it == [False] * 5
    assert not SchoolLetter.objects.filter(taken_at=None).exists()
    assert list(signed_agreements([buvniecibas, kutaisi])) == [f"buvniecibas-{ours.number}-2.pdf"]


def test_each_of_the_two_schools_sees_what_both_teach_in_three_languages(buvniecibas, kutaisi):
    with in_school(buvniecibas):
        stories.of_buvniecibas()
        stories.keep_copy_in(kutaisi)
        college = Partner.objects.get(name="Kutaisi Community College")
        seen_from_latvia = {pair.ours.isced_code for pair in side_by_side(college).pairs}
        languages = {frozenset(each.titles) for each in college.programmes.all()}
    with in_school(kutaisi):
        technical_school = Partner.objects.get(name=buvniecibas.name)
        seen_from_georgia = {pair.ours.isced_code for pair in side_by_side(technical_school).pairs}
        languages |= {frozenset(each.titles) for each in technical_school.programmes.all()}

    assert seen_from_latvia == seen_from_georgia == {"0716", "0611"}
    assert languages == {frozenset({"lv", "en", "ka"})}


def test_the_college_has_an_agreement_in_each_state_and_rakvere_is_in_force(kutaisi):
    with in_school(kutaisi):
        stories.of_kutaisi()
        states = set(Agreement.objects.values_list("state", flat=True))
        rakvere = Agreement.objects.get(state="in_force", kind="bilateral")
        recorded = Agreement.objects.get(state="recorded")
        content = Version.objects.get(agreement=rakvere).content

        assert states == {"recorded", "draft", "proposed", "agreed", "signing", "in_force"}
        assert (content["conditions"]["weeks_from"], content["conditions"]["weeks_to"]) == (3, 5)
        assert "done" in {each.state for each in plan_of(recorded, rakvere.signed_on)}
        assert len(signed_agreements([kutaisi])) == 2
