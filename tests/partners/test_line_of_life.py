"""One line of life of a partner: contacts, visits, agreements, projects, flows, in order and as a paper."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import AgreementFactory, FlowFactory, PartnerFactory, PersonFactory, ProjectFactory
from tilts.accounts.roles import Role, allowed
from tilts.agreements.models import Agreement, Party
from tilts.core.partial_dates import PartialDate
from tilts.mail.models import OutgoingMail
from tilts.mobilities.models import Mobility, PastActivity
from tilts.partners.life.forms import EncounterForm
from tilts.partners.life.sources import line_with
from tilts.partners.models import Encounter, PartnerContact, PartnerGroup, PartnerGroupMember
from tilts.partners.rules.life import Kind, Moment, line_of_life
from tilts.projects.models import Project, ProjectOrganisation


def moment(kind, *when, **facts):
    return Moment(kind, PartialDate(*when) if when else None, **facts)


def test_moments_stand_in_order_of_time_and_what_has_no_date_last():
    undated, year, month, day = (
        moment(Kind.AGREEMENT),
        moment(Kind.PROJECT, 2012),
        moment(Kind.EVENT, 2012, 5),
        moment(Kind.MEETING, 2012, 5, 24),
    )

    assert line_of_life([undated, day, year, month]) == [year, month, day, undated]


@pytest.mark.parametrize(
    ("moments", "kinds"),
    [
        ([(Kind.VISIT_THERE, 2012), (Kind.VISIT_HERE, 2014)], [Kind.VISIT_THERE, Kind.RETURN_VISIT_HERE]),
        ([(Kind.VISIT_HERE, 2012), (Kind.VISIT_THERE, 2014)], [Kind.VISIT_HERE, Kind.RETURN_VISIT_THERE]),
        (
            [(Kind.VISIT_THERE, 2012), (Kind.VISIT_HERE, 2014), (Kind.VISIT_HERE, 2015)],
            [Kind.VISIT_THERE, Kind.RETURN_VISIT_HERE, Kind.VISIT_HERE],
        ),
        ([(Kind.MOBILITY_THERE, 2012), (Kind.VISIT_HERE, 2014)], [Kind.MOBILITY_THERE, Kind.VISIT_HERE]),
    ],
    ids=["theirs", "ours", "once-only", "no-visit-before"],
)
def test_the_first_visit_back_is_a_return_visit(moments, kinds):
    assert [each.kind for each in line_of_life(moment(*each) for each in moments)] == kinds


def test_a_planned_visit_is_no_return_visit_yet():
    there, here = moment(Kind.VISIT_THERE, 2012), moment(Kind.VISIT_HERE, 2030, is_planned=True)

    assert line_of_life([there, here]) == [there, here]


@given(st.lists(st.builds(moment, st.sampled_from(list(Kind)), st.integers(1990, 2030)), max_size=9))
def test_nothing_is_lost_in_a_line_of_life(moments):
    told = line_of_life(moments)

    assert [each.when for each in told] == sorted((each.when for each in moments), key=str)


@pytest.fixture
def rakvere(school):
    """A partner of which every subject knows something."""
    partner = PartnerFactory(name="Rakvere Ametikool", country="EE", town="Rakvere")
    Encounter.objects.create(
        partner=partner,
        kind="first_contact",
        what="Gadatirgus Rīgā",
        in_other_languages={"ka": {"what": "ბაზრობა რიგაში"}},
        on=date(2011, 1, 1),
        on_precision="year",
        place="Rīga",
        who="direktore",
    )
    project = ProjectFactory(title="Atbalsts", starts_on=date(2012, 9, 1), ends_on=date(2015, 8, 31), state="closed")
    ProjectOrganisation.objects.create(project=project, partner=partner)
    agreement = AgreementFactory(title="Līgums", signed_on=None)
    Party.objects.create(agreement=agreement, partner=partner)
    PastActivity.objects.create(
        title="Delegācija", kind="delegation", direction="out", partner=partner, begins_on=date(2012, 5, 1), staff=3
    )
    PastActivity.objects.create(
        title="Viesi", kind="delegation", direction="in", partner=partner, begins_on=date(2014, 1, 1)
    )
    flow = FlowFactory(project=project, partner=partner, name="Rakvere, maijs")
    attended = {"attended_from": date(2022, 5, 2), "attended_until": date(2022, 5, 20)}
    Mobility.objects.create(flow=flow, person=PersonFactory(), state="done", **attended)
    Mobility.objects.create(flow=flow, person=PersonFactory(), state="planned")
    FlowFactory(project=project, partner=partner, starts_on=date(2090, 5, 2), ends_on=date(2090, 5, 20))
    return partner


def test_every_subject_tells_what_it_knows(rakvere):
    told = [(each.kind, str(each.when or ""), each.is_planned) for each in line_with(rakvere, lambda permission: True)]

    assert told == [
        (Kind.FIRST_CONTACT, "2011", False),
        (Kind.VISIT_THERE, "2012-05-01", False),
        (Kind.PROJECT, "2012-09-01", False),
        (Kind.RETURN_VISIT_HERE, "2014-01-01", False),
        (Kind.MOBILITY_THERE, "2022-05-02", False),
        (Kind.MOBILITY_THERE, "2090-05-02", True),
        (Kind.AGREEMENT, "", False),
    ]


def test_done_and_planned_are_told_apart(rakvere):
    (flow,) = (each for each in line_with(rakvere, lambda permission: True) if each.texts == {"lv": "Rakvere, maijs"})

    assert flow.facts == (
        "Short-term mobility of learners",
        "1 participant took part",
        "1 participant planned",
    )


def test_a_project_that_was_not_granted_is_no_part_of_the_line(rakvere):
    Project.objects.update(state="applied")

    assert Kind.PROJECT not in {each.kind for each in line_with(rakvere, lambda permission: True)}


def test_a_drafted_agreement_is_no_part_of_the_line(rakvere):
    Agreement.objects.update(state="draft")

    assert Kind.AGREEMENT not in {each.kind for each in line_with(rakvere, lambda permission: True)}


def test_a_trip_that_nobody_confirmed_is_not_planned_any_more(school, browse):
    flow = FlowFactory(name="Rakvere", starts_on=date(2022, 5, 2), ends_on=date(2022, 5, 20))
    Mobility.objects.create(flow=flow, person=PersonFactory(), state="planned")

    page = browse().get(f"/{school.slug}/partners/{flow.partner_id}/life/").text
    beside = browse().get(f"/{school.slug}/partners/{flow.partner_id}/both-teach/").text

    assert (">not confirmed yet<" in page, "planned so far" in page) == (True, False)
    assert "Together so far" not in beside


def test_an_activity_with_a_group_is_in_the_line_of_each_of_its_partners(school):
    partner, group = PartnerFactory(), PartnerGroup.objects.create(name="Poznaņas koledžas")
    PartnerGroupMember.objects.create(group=group, partner=partner)
    PastActivity.objects.create(title="Kursi", kind="training", group=group, begins_on=date(2015, 1, 1), staff=15)

    (told,) = line_with(partner, lambda permission: True)

    assert (told.kind, told.facts, told.is_stated) == (
        Kind.MOBILITY_THERE,
        ("15 teachers", "Poznaņas koledžas"),
        True,
    )


def test_who_may_not_see_flows_sees_the_rest(rakvere):
    told = line_with(rakvere, lambda permission: allowed({Role.EDITOR}, permission))

    assert [each.kind for each in told] == [
        *(Kind.FIRST_CONTACT, Kind.VISIT_THERE, Kind.PROJECT, Kind.RETURN_VISIT_HERE, Kind.AGREEMENT),
    ]


def test_the_page_shows_the_line_with_links_and_what_is_planned(rakvere, school, browse):
    page = browse().get(f"/{school.slug}/partners/{rakvere.pk}/life/").text

    for told in ("First contact", "2011", "Return visit", "Day not known", "planned", "as stated", "Rakvere, maijs"):
        assert told in page
    assert f'href="/{school.slug}/partners/{rakvere.pk}/life/paper/?language=ka"' in page


@pytest.mark.parametrize("language", ["ka", "xx"], ids=["theirs", "unknown-takes-the-readers"])
def test_either_side_can_print_it(rakvere, school, browse, language):
    paper = browse().get(f"/{school.slug}/partners/{rakvere.pk}/life/paper/?language={language}")

    assert (paper["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")
    assert "Rakvere Ametikool.pdf" in paper["Content-Disposition"]


def test_the_line_is_mailed_to_the_other_side_in_its_language_and_unchanged_once(rakvere, school, browse):
    kadri = PartnerContact.objects.create(partner=rakvere, name="Kadri", email="kadri@example.org", language="et")
    nino = PartnerContact.objects.create(partner=rakvere, role="birojs", email="nino@example.org", language="ka")
    client, here = browse(), f"/{school.slug}/partners/{rakvere.pk}/life/"

    assert "Send by mail" in client.get(here).text
    for contact in (kadri, nino, nino):
        client.post(f"{here}send/{contact.pk}/")
    Encounter.objects.create(partner=rakvere, kind="meeting", what="Saruna", on=date(2023, 1, 1))
    client.post(f"{here}send/{nino.pk}/")

    mails = [(mail.to, mail.attachments.count()) for mail in OutgoingMail.objects.order_by("pk")]
    assert mails == [("kadri@example.org", 1), ("nino@example.org", 1), ("nino@example.org", 1)]
    assert OutgoingMail.objects.first().subject.endswith("რა გვქონდა საერთო")


@pytest.mark.parametrize(("role", "status"), [(Role.COORDINATOR, 404), (Role.DIRECTOR, 403), (Role.EDITOR, 403)])
def test_who_may_not_change_partners_mails_no_line_and_nobody_mails_it_to_another_partners_contact(
    rakvere, school, browse, role, status
):
    other = PartnerContact.objects.create(partner=PartnerFactory(), name="Ilze", email="ilze@example.org")

    sent = browse(role).post(f"/{school.slug}/partners/{rakvere.pk}/life/send/{other.pk}/")

    assert (sent.status_code, OutgoingMail.objects.count()) == (status, 0)
    assert "Send by mail" not in browse(role).get(f"/{school.slug}/partners/{rakvere.pk}/life/").text


def test_an_empty_line_offers_its_first_step(school, browse):
    partner = PartnerFactory()
    add = f"/{school.slug}/partners/{partner.pk}/encounters/new/"

    assert add in browse().get(f"/{school.slug}/partners/{partner.pk}/life/").text
    assert add not in browse(Role.TEACHER).get(f"/{school.slug}/partners/{partner.pk}/life/").text


FILLED = {
    "kind": "visit_here",
    "on": "5.2014",
    "what": "Viesi no Rakveres",
    "place": "Daugavpils",
    "who": "3 skolotāji",
}


def test_a_visit_is_recorded_changed_and_taken_away(school, browse):
    partner, client = PartnerFactory(), browse()
    here = f"/{school.slug}/partners/{partner.pk}/"

    client.post(f"{here}encounters/new/", FILLED)
    visit = Encounter.objects.get()
    shown = client.get(here).text
    client.post(f"{here}encounters/{visit.pk}/", FILLED | {"on": "2014"})
    visit.refresh_from_db()

    assert "Viesi no Rakveres" in shown
    assert "May 2014" in shown
    assert str(visit.when) == "2014"
    assert EncounterForm(instance=visit).initial["on"] == PartialDate(2014)
    client.post(f"{here}encounters/{visit.pk}/remove/")
    assert not Encounter.objects.exists()


def test_who_may_not_change_partners_records_no_visit(school, browse):
    partner = PartnerFactory()

    assert browse(Role.TEACHER).post(f"/{school.slug}/partners/{partner.pk}/encounters/new/", FILLED).status_code == 403
    assert not Encounter.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"on": "31.02.2014"}, "on"), ({"on": ""}, "on"), ({"kind": "return_visit"}, "kind")],
    ids=["no-date", "no-day", "what-follows-from-the-order"],
)
def test_a_visit_that_can_not_be_is_refused(school, wrong, field):
    form = EncounterForm(FILLED | wrong, instance=Encounter(partner=PartnerFactory()))

    assert list(form.errors) == [field]
