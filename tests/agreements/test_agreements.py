"""Agreements: what is recorded, what is shown, who may."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from tests.factories import AgreementFactory, PartnerFactory
from tilts.accounts.roles import Role
from tilts.agreements import actions, queries
from tilts.agreements.models import Agreement, Party, PlannedActivity, Signatory
from tilts.agreements.sentences import term_sentence
from tilts.core.history import history_of
from tilts.core.partial_dates import PartialDate
from tilts.files.scans import read_scan

NEW = {
    "title": "Cooperation with a college",
    "signed_on": "9.10.2020",
    "concluded": "at_a_distance",
    "platform": "Zoom",
    "areas": ["education", "sport"],
    "other_areas": "gardening",
}


def agreed(*partners, **fields):
    return actions.keep_agreement(AgreementFactory.build(**fields), partners)


# What is recorded


def test_the_school_itself_is_the_first_party(school):
    partner = PartnerFactory()

    agreement = agreed(partner)

    assert [str(party) for party in queries.parties_of(agreement)] == [school.name, partner.name]


def test_a_party_that_is_no_longer_named_goes_and_the_others_keep_who_signed(school):
    kept, gone = PartnerFactory(), PartnerFactory()
    agreement = agreed(kept, gone)
    for party in queries.parties_of(agreement):
        Signatory.objects.create(party=party, office="Director")

    actions.keep_agreement(agreement, [kept])

    assert list(queries.partners_of(agreement)) == [kept]
    assert [str(each.party) for each in queries.signatories_of(agreement)] == [school.name, kept.name]


@pytest.mark.parametrize("partner", [None, "same"], ids=["the-school", "a-partner"])
def test_nobody_is_a_party_twice(school, partner):
    partner = partner and PartnerFactory()
    agreement = agreed(*([partner] if partner else []))

    with pytest.raises(IntegrityError), transaction.atomic():
        Party.objects.create(agreement=agreement, partner=partner)


def test_a_partner_of_an_agreement_is_not_removed(school, browse):
    partner = PartnerFactory()
    agreed(partner)

    page = browse().post(f"/{school.slug}/partners/{partner.pk}/remove/", {"typed": partner.name}, follow=True)

    assert "is in use elsewhere" in page.text


@pytest.mark.parametrize(
    ("written", "known"),
    [("9.10.2020", PartialDate(2020, 10, 9)), ("10.2020", PartialDate(2020, 10)), ("2020", PartialDate(2020))],
)
def test_a_form_takes_the_day_of_signing_as_far_as_it_is_known(school, browse, written, known):
    partner = PartnerFactory()

    answer = browse().post(f"/{school.slug}/agreements/new/", NEW | {"signed_on": written, "partners": partner.pk})

    agreement = Agreement.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/{school.slug}/agreements/{agreement.pk}/")
    assert agreement.signed == known
    assert agreement.area_names == ["Education", "Sport", "gardening"]
    assert agreement.partners == [partner]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"signed_on": "31.02.2020"}, "“31.02.2020” is no date."),
        ({"partners": []}, "This field is required."),
        ({"areas": ["war"]}, "war is not one of the available choices."),
        ({"valid_from": "2021-01-01", "valid_until": "2020-01-01"}, "The last day lies before the first day."),
        ({"is_open_ended": "on", "valid_until": "2020-01-01"}, "An agreement without an end has no last day."),
        ({"source_url": "javascript:alert(1)"}, "Enter a valid URL."),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_bad_input_is_told_and_nothing_is_kept(school, browse, wrong, sentence):
    page = browse().post(f"/{school.slug}/agreements/new/", NEW | {"partners": PartnerFactory().pk} | wrong)

    assert page.status_code == 200
    assert sentence in page.text
    assert not Agreement.objects.exists()


def test_who_signs_must_sign_for_a_party_of_this_agreement(school, browse):
    agreement, other = agreed(PartnerFactory()), agreed(PartnerFactory())

    page = browse().post(
        f"/{school.slug}/agreements/{agreement.pk}/signatories/new/",
        {"party": queries.parties_of(other)[1].pk, "office": "Director"},
    )

    assert page.status_code == 200
    assert not Signatory.objects.exists()


# What is shown


def test_the_page_says_who_signed_when_and_how_and_what_is_planned(school, browse):
    partner = PartnerFactory(name="Modus")
    agreement = agreed(partner, signed_on=date(2020, 10, 9), concluded="at_a_distance", platform="Zoom")
    ours, theirs = queries.parties_of(agreement)
    client = browse()
    here = f"/{school.slug}/agreements/{agreement.pk}/"
    client.post(f"{here}signatories/new/", {"party": ours.pk, "office": "Director"})
    client.post(f"{here}signatories/new/", {"party": theirs.pk, "office": "Head of a department", "authority": "Order"})
    client.post(f"{here}activities/new/", {"text": "Visits", "condition": "once one may travel"})

    page = client.get(here).text

    for told in ("9 October 2020", "At a distance: Zoom", "Director", "Head of a department", "Order", "Modus"):
        assert told in page
    assert "Visits" in page
    assert "once one may travel" in page


def test_names_of_who_signed_are_seen_by_those_who_see_contacts(school, browse):
    agreement = agreed(PartnerFactory())
    Signatory.objects.create(party=queries.parties_of(agreement)[0], office="Director", name="Maija Paraudziņa")

    seen = {role: browse(role).get(f"/{school.slug}/agreements/{agreement.pk}/").text for role in Role}

    assert {role for role, page in seen.items() if "Maija Paraudziņa" in page} == {
        *(Role.COORDINATOR, Role.DIRECTOR, Role.FINANCE, Role.TEACHER)
    }
    assert all("Director" in page for page in seen.values())


def test_history_keeps_no_name_of_who_signed(school):
    Signatory.objects.create(party=queries.parties_of(agreed())[0], office="Director", name="Maija Paraudziņa")

    with connection.cursor() as cursor:
        cursor.execute("select e::text from agreements_signatoryevent e")
        told = cursor.fetchall()

    assert len(told) == 1
    assert "Maija" not in told[0][0]


def test_the_list_is_found_by_title_or_partner_and_narrowed(school, browse):
    partner = PartnerFactory(name="Modus")
    agreed(partner, title="First", areas=["sport"])
    agreed(PartnerFactory(), title="Second", areas=["culture"], concluded="orally")
    client = browse()

    def found(query):
        page = client.get(f"/{school.slug}/agreements/?{query}").text
        return [title for title in ("First", "Second") if f">{title}</span></a>" in page]

    assert found("") == ["First", "Second"]
    assert found("q=modu") == ["First"]
    assert found("q=seco") == ["Second"]
    assert found("area=sport") == ["First"]
    assert found("concluded=orally") == ["Second"]
    assert found("q=%25") == []


def test_the_list_is_had_as_a_spreadsheet(school, browse):
    agreed(PartnerFactory(name="Modus"), title="First", areas=["sport"], signed_on=date(2020, 10, 9))

    answer = browse().get(f"/{school.slug}/agreements/export/")

    head, row = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    told = dict(zip(head, row, strict=True))
    assert (told["Title"], told["Partners"], told["Signed"], told["Areas"]) == (
        *("First", "Modus", date(2020, 10, 9), "Sport"),
    )


def test_an_agreement_is_drafted_from_the_page_of_the_partner_by_who_may(school, browse):
    partner = PartnerFactory(name="Modus")
    here, draft = f"/{school.slug}/partners/{partner.pk}/", f"/{school.slug}/agreements/draft/?partner={partner.pk}"

    assert f'href="{draft}"' in browse().get(here).text
    assert "agreements/draft" not in browse(Role.TEACHER).get(here).text
    chosen = re.search(rf'<input[^>]*name="partners"[^>]*value="{partner.pk}"[^>]*>', browse().get(draft).text)
    assert " checked" in chosen.group()


def test_the_partners_page_tells_how_a_draft_stands(draft, school, browse):
    partner = draft.parties.exclude(partner=None).get().partner

    page = browse().get(f"/{school.slug}/partners/{partner.pk}/").text

    assert "<span>Draft</span>" in page
    assert "day of signing not known" not in page


def test_the_partners_page_names_its_agreements_alone(school, browse):
    partner = PartnerFactory()
    agreed(partner, title="Ours")
    agreed(PartnerFactory(), title="Another")

    page = browse().get(f"/{school.slug}/partners/{partner.pk}/").text

    assert ">Ours</span></a>" in page
    assert "Another" not in page


def test_the_list_asks_the_database_as_often_for_three_as_for_one(school, browse):
    client, counts = browse(), []
    for more in (1, 2):
        for _ in range(more):
            agreed(PartnerFactory(), PartnerFactory())
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/{school.slug}/agreements/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


# Who may


@pytest.mark.parametrize("address", ["new/", "{pk}/change/", "{pk}/signatories/new/", "{pk}/activities/new/"])
def test_a_director_sees_agreements_and_changes_none(school, browse, address):
    agreement, client = agreed(PartnerFactory()), browse(Role.DIRECTOR)

    assert client.get(f"/{school.slug}/agreements/{address.format(pk=agreement.pk)}").status_code == 403
    page = client.get(f"/{school.slug}/agreements/{agreement.pk}/")
    assert page.status_code == 200
    assert "<form" not in page.text.partition("<main")[2].partition("</main")[0]


def test_an_agreement_is_removed_with_its_parts_by_the_coordinator_alone(school, browse):
    agreement = agreed(PartnerFactory())
    PlannedActivity.objects.create(agreement=agreement, text="Visits")

    here, typed = f"/{school.slug}/agreements/{agreement.pk}/remove/", {"typed": agreement.title}

    refused, done = browse(Role.DIRECTOR).post(here, typed), browse().post(here, typed)

    assert (refused.status_code, done.status_code) == (403, 302)
    assert not Agreement.objects.exists()
    assert not PlannedActivity.objects.exists()


def test_an_agreement_stays_until_its_title_is_typed(school, browse):
    agreement, client = agreed(PartnerFactory(), title="Cooperation"), browse()
    here = f"/{school.slug}/agreements/{agreement.pk}/"

    asked, slipped = client.get(f"{here}remove/"), client.post(f"{here}remove/", {"typed": "Corporation"})

    assert "The agreement goes for good" in asked.text
    assert "This is not “Cooperation”. Nothing was changed." in slipped.text
    assert f'href="{here}remove/"' in client.get(f"{here}change/").text
    assert Agreement.objects.get() == agreement


def test_who_signed_is_asked_about_before_it_goes_and_waits_nowhere_with_a_name(school, browse):
    agreement, client = agreed(PartnerFactory()), browse()
    signatory = Signatory.objects.create(
        party=queries.parties_of(agreement)[0], office="Director", name="Maija Paraudziņa"
    )
    remove = f"/{school.slug}/agreements/{agreement.pk}/signatories/{signatory.pk}/remove/"

    asked = client.get(remove)
    there = Signatory.objects.exists()
    client.post(remove)

    assert ("Remove Director?" in asked.text, there, Signatory.objects.exists()) == (True, True, False)
    assert "Maija" not in str(dict(client.session))


def test_what_is_planned_is_taken_away_and_back_again(school, browse):
    agreement, client = agreed(PartnerFactory()), browse()
    activity = PlannedActivity.objects.create(agreement=agreement, text="Visits", condition="once one may travel")

    gone = client.post(f"/{school.slug}/agreements/{agreement.pk}/activities/{activity.pk}/remove/", follow=True)
    assert not PlannedActivity.objects.exists()
    client.post(f"/{school.slug}/undo/", {"undo": re.search(r'name="undo" value="([^"]+)"', gone.text)[1]})

    assert list(PlannedActivity.objects.values_list("pk", "text", "condition")) == [
        (activity.pk, "Visits", "once one may travel")
    ]


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"state": "draft", "valid_until": date(2029, 12, 31)}, "from the last signature until 31 Dec 2029"),
        ({"state": "draft", "is_open_ended": True}, "from the last signature, without an end"),
        ({"valid_until": date(2029, 12, 31)}, "until 31 Dec 2029"),
        ({"valid_from": date(2026, 1, 1)}, "from 1 Jan 2026"),
        ({"valid_from": date(2026, 1, 1), "is_open_ended": True}, "1 January 2026 – without an end"),
        ({}, ""),
    ],
)
def test_how_long_it_holds_has_no_empty_beginning(school, facts, told):
    assert term_sentence(Agreement(**facts)) == told


def test_who_changed_what_tells_of_the_plan_the_figures_and_who_signs_and_names_nobody(school, browse):
    agreement, client = agreed(PartnerFactory()), browse()
    ours = queries.parties_of(agreement)[0]
    here = f"/{school.slug}/agreements/{agreement.pk}/"
    client.post(f"{here}activities/new/", {"text": "Visits"})
    activity = PlannedActivity.objects.get()
    client.post(f"{here}activities/{activity.pk}/", {"text": "Visits", "by_on": "2027-05-01"})
    client.post(f"{here}activities/{activity.pk}/remove/")
    client.post(f"{here}signatories/new/", {"party": ours.pk, "office": "Director", "name": "Maija Paraudziņa"})
    client.post(f"{here}signatories/{Signatory.objects.get().pk}/remove/")

    told = [(each.of, each.kind, [(f.before, f.after) for f in each.fields]) for each in history_of(agreement)]

    assert told[1:] == [  # all in one moment here: part by part, the latest first
        ("Plan of action: Visits", "delete", []),
        ("Plan of action: Visits", "update", [("", "1 May 2027")]),
        ("Plan of action: Visits", "insert", []),
        ("Who signs: Director", "delete", []),
        ("Who signs: Director", "insert", []),
    ]
    page = client.get(here).text.partition("Who changed what")[2]
    assert "Plan of action: Visits" in page
    assert "Maija" not in page


def test_the_page_asks_for_three_powers_of_attorney_as_often_as_for_one(school, browse, member):
    agreement, by = agreed(PartnerFactory()), member()
    client, here = browse(), f"/{school.slug}/agreements/{agreement.pk}/"
    asked = []
    for number in range(3):
        signatory = Signatory(party=queries.parties_of(agreement)[number % 2], office="Head", authority="Power 1")
        actions.keep_signatory(signatory, power=("power.pdf", read_scan(b"%PDF-1.7\n%%EOF")), by=by)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(here).text.count(">power.pdf</a>") == number + 1
        asked.append(len(captured))

    assert asked[0] == asked[2]
