"""Drafts: from the form to an agreed version, on pages and on paper."""

import io
import re
from datetime import date

import pytest
from pypdf import PdfReader

from tests.factories import PartnerFactory
from tilts.accounts.roles import Role
from tilts.agreements.actions import keep_agreement
from tilts.agreements.drafting import actions, queries
from tilts.agreements.drafting.content import clauses_of, content_of
from tilts.agreements.drafting.models import Conditions, Version
from tilts.agreements.drafting.rules import content_hash
from tilts.agreements.models import Agreement, PlannedActivity, Signatory

NEW = {
    "title": "Līgums par sadarbību",
    "title_en": "Agreement on cooperation",
    "kind": "bilateral",
    "first_language": "lv",
    "second_language": "en",
    "areas": ["education", "sport"],
    "valid_until": "2029-12-31",
    "renewal": "none",
    "notice_months": "3",
}


# From the form to the clauses


def test_a_draft_is_begun_with_the_head_of_the_school_as_who_signs(school, browse):
    partner = PartnerFactory()

    answer = browse().post(f"/{school.slug}/agreements/draft/", NEW | {"partners": partner.pk})

    agreement = Agreement.objects.get()
    assert (answer.status_code, agreement.state, agreement.partners) == (302, "draft", [partner])
    assert [(str(each), each.basis) for each in Signatory.objects.all()] == [("Director", "head")]


def test_who_signs_on_our_side_is_not_on_the_other_as_well(school, browse):
    ally, partner = PartnerFactory(), PartnerFactory()
    here = f"/{school.slug}/agreements/draft/"

    refused = browse().post(here, NEW | {"partners": [partner.pk, ally.pk], "allies": [ally.pk]})
    browse().post(here, NEW | {"partners": [partner.pk], "allies": [ally.pk]})

    assert f"{ally} is on the other side already." in refused.text
    assert [(each["side"], each["names"]["lv"]) for each in content_of(Agreement.objects.get())["parties"]] == [
        (1, school.name),
        (1, ally.name),
        (2, partner.name),
    ]


def test_clauses_say_the_conditions_in_both_languages(draft, school):
    texts = {each.key: each.texts for each in clauses_of(draft)}

    assert "3–5 weeks" in texts["placements"]["en"]
    assert "3–5 nedēļas" in texts["placements"]["lv"]
    assert texts["seats"]["en"].splitlines()[:2] == [
        f"{school.name} → Modus: learners a year: 10.",
        f"Modus → {school.name}: teachers a year: 2.",
    ]
    assert "Koledža “Modus”" in texts["seats"]["lv"]
    assert "training" not in texts


def test_a_clause_is_worded_anew_left_out_put_back_and_added(draft, school, browse):
    client, here = browse(), f"/{school.slug}/agreements/{draft.pk}/text/"
    worded = {"title_lv": "Nolūks", "title_en": "Aim", "text_lv": "Viens.\n\nDivi. ", "text_en": "One.\nTwo."}

    client.post(f"{here}purpose/", worded)
    client.post(f"{here}data/leave-out/")
    client.post(f"{here}new/", worded | {"position": 1})
    texts = {each.key: each for each in clauses_of(draft)}

    assert texts["purpose"].texts == {"lv": "Viens.\nDivi.", "en": "One.\nTwo."}
    assert list(texts)[1] == "own-1"
    assert "data" not in {each["key"] for each in content_of(draft)["clauses"]}

    client.post(f"{here}data/put-back/")
    client.post(f"{here}own-1/leave-out/")

    texts = {each.key: each for each in clauses_of(draft)}
    assert (texts["data"].is_left_out, "own-1" in texts) == (False, False)


def test_a_clause_that_neither_the_template_nor_the_agreement_has_is_not_found(draft, school, browse):
    assert browse().get(f"/{school.slug}/agreements/{draft.pk}/text/own-9/").status_code == 404


def test_who_signs_on_our_side_is_asked_for_folded_until_somebody_does(draft, school, browse):
    here = f"/{school.slug}/agreements/{draft.pk}/draft/"
    first = browse().get(here).text
    ally = PartnerFactory(name="Municipality")
    keep_agreement(draft, draft.partners, allies=[ally])

    then = browse().get(here).text

    assert first.index("form-folded") < first.index('name="allies"')
    assert then.index("form-folded") > then.index('name="allies"')


# Versions


def test_the_hash_is_over_what_is_agreed_and_not_over_who_signs(draft):
    before = content_hash(content_of(draft))

    Signatory.objects.update(name="Kāds Cits", email="cits@skola.example")
    same = content_hash(content_of(draft))
    Conditions.objects.update(weeks_to=6)

    assert same == before
    assert content_hash(content_of(draft)) != before


def test_proposing_twice_makes_a_version_only_of_what_has_changed(draft):
    first, again = actions.propose(draft), actions.propose(draft)
    Conditions.objects.update(weeks_to=6)
    second = actions.propose(draft)

    assert (again, second.position) == (first, 2)
    draft.refresh_from_db()
    assert (draft.state, draft.number) == ("proposed", f"S{draft.pk}")


def test_what_is_missing_is_told_and_nothing_is_proposed(draft, school, browse):
    Agreement.objects.update(valid_until=None)

    page = browse().post(f"/{school.slug}/agreements/{draft.pk}/propose/", follow=True)

    assert "Give the last day, or say that there is no end." in page.text
    assert not Version.objects.exists()


def test_a_text_changed_after_it_was_proposed_is_not_agreed(draft):
    actions.propose(draft)
    Conditions.objects.update(weeks_to=6)

    with pytest.raises(actions.StillMissing, match="new_wording"):
        actions.agree(draft, how="by mail", agreed_sides=frozenset(queries.draft_of(draft).sides))


def test_the_other_side_agreed_to_the_version_that_the_office_had_before_it(draft, school, browse):
    first = actions.propose(draft)
    Conditions.objects.update(weeks_to=6)
    second = actions.propose(draft)
    client, here = browse(), f"/{school.slug}/agreements/{draft.pk}/"

    form = client.get(f"{here}agree/").text
    refused = client.post(f"{here}agree/", {"how": "by mail", "shown": first.content_hash}, follow=True).text
    state = Agreement.objects.get().state
    client.post(f"{here}agree/", {"how": "by mail", "shown": second.content_hash})

    assert second.content_hash in form
    assert "Another version is proposed meanwhile." in refused
    assert (state, Agreement.objects.get().state) == ("proposed", "agreed")
    assert [bool(each.agreed_at) for each in Version.objects.order_by("position")] == [False, True]


def test_an_agreed_text_is_not_changed_until_it_is_taken_back(agreed, school, browse):
    client, here = browse(), f"/{school.slug}/agreements/{agreed.pk}/"

    refused = client.post(f"{here}conditions/", {"weeks_from": 1, "weeks_to": 2}, follow=True)
    kept = Conditions.objects.get().weeks_to
    client.post(f"{here}reopen/")
    client.post(f"{here}conditions/", {"weeks_from": 1, "weeks_to": 2})

    assert "This text is agreed or recorded." in refused.text
    assert (kept, Conditions.objects.get().weeks_to) == (5, 2)
    assert Version.objects.get().content["conditions"]["weeks_to"] == 5


def test_the_page_of_a_version_shows_the_words_that_came_and_went(draft, school, browse):
    actions.propose(draft)
    Conditions.objects.update(weeks_to=6)
    second = actions.propose(draft)

    page = browse(Role.TEACHER).get(f"/{school.slug}/agreements/{draft.pk}/versions/{second.pk}/").text

    assert "<del>3–5</del><ins>3–6</ins>" in page
    assert second.content_hash in page


def test_the_page_tells_the_way_with_what_is_missing(draft, school, browse):
    page = browse().get(f"/{school.slug}/agreements/{draft.pk}/").text

    assert "For one of the parties nobody is named who signs." in page
    assert "Propose it to the other side" in page


def test_the_parties_are_named_in_the_reader_s_language(draft, school, browse):
    school.in_other_languages = {"lv": {"name": "Skola pie tilta"}}
    school.language = "en"
    school.save()
    client = browse()
    client.cookies["django_language"] = "lv"

    page = client.get(f"/{school.slug}/agreements/{draft.pk}/").text

    assert "<strong>Skola pie tilta</strong>" in page
    assert ">Koledža “Modus”</a>" in page


def test_no_word_of_a_georgian_form_begins_with_a_capital(draft, school, browse):
    client = browse()
    client.cookies["django_language"] = "ka"

    page = client.get(f"/{school.slug}/agreements/{draft.pk}/draft/").text

    assert "ხელშეკრულების" in page
    assert re.findall("[\u1c90-\u1cbf]", page) == []


def test_who_is_not_named_yet_stands_last_in_the_order_of_signing(draft):
    Signatory.objects.update(position=3)

    assert [who and who.name for _party, who in queries.who_signs(draft)] == ["Maija Paraudziņa", None]


# The paper


def test_the_paper_stands_in_both_languages_with_who_signs_and_by_what_authority(draft, school, browse):
    theirs = queries.parties_in_order(draft)[1]
    Signatory.objects.create(
        party=theirs,
        name="Nino Paraudze",
        office="Head of the department",
        basis="power",
        authority="Power of attorney 12/3",
        authority_until=date(2027, 1, 31),
    )

    answer = browse(Role.DIRECTOR).get(f"/{school.slug}/agreements/{draft.pk}/paper/")

    text = " ".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages).split())
    for told in (
        *("Plan of action", "Rīcības plāns", "Vizītes", "Maija Paraudziņa"),
        *("Nino Paraudze", "Power of attorney 12/3, valid until 31 Jan 2027", "Koledža “Modus”"),
    ):
        assert told in text, told


def pages_of(client, agreement):
    answer = client.get(f"/{agreement.school.slug}/agreements/{agreement.pk}/paper/")
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return [" ".join(page.extract_text().replace("\u200b", "").split()) for page in pages]


def test_the_paper_bears_the_number_and_the_fingerprint_of_what_is_agreed(draft, browse):
    version = actions.propose(draft)
    digest = version.content_hash

    text = " ".join(pages_of(browse(), draft))

    assert " ".join(digest[place : place + 4] for place in (0, 4, 8, 12)) in text
    assert digest in text.replace(" ", "")
    assert Agreement.objects.get().number in text


def test_the_plan_stands_after_the_last_clause_and_the_signatures_and_names_its_clause(draft, browse):
    keys = [each["key"] for each in content_of(draft)["clauses"]]

    text = " ".join(pages_of(browse(), draft))

    title = f"Annex to clause {keys.index('plan') + 1}: Plan of action"
    assert text.index(f"{len(keys)}. ") < text.index("Maija Paraudziņa") < text.index(title) < text.index("Vizītes")

    actions.leave_out(draft, "plan")
    assert "Annex: Plan of action" in " ".join(pages_of(browse(), draft))


def test_no_row_of_the_plan_is_split_over_pages(draft, browse):
    words = " ".join(["vārds"] * 40)
    for number in range(30):
        PlannedActivity.objects.create(agreement=draft, text=f"Sākums{number} {words} Beigas{number}")

    pages = pages_of(browse(), draft)

    starts, ends = (
        [next(place for place, text in enumerate(pages) if f"{word}{number} " in f"{text} ") for number in range(30)]
        for word in ("Sākums", "Beigas")
    )
    assert starts == ends
    assert len(set(starts)) > 1


def test_a_power_of_attorney_is_kept_as_a_file_and_named_with_its_day(draft, school, browse):
    theirs = queries.parties_in_order(draft)[1]
    here = f"/{school.slug}/agreements/{draft.pk}/signatories/new/"
    told = {"party": theirs.pk, "office": "Head", "basis": "power", "position": 1, "email": "head@modus.example"}
    scan = io.BytesIO(b"%PDF-1.7\n%%EOF")
    scan.name = "power.pdf"

    refused = browse().post(here, told)
    browse().post(here, told | {"authority": "Power of attorney 12/3", "power": scan})

    assert "Name the order or the power of attorney, with its day." in refused.text
    assert Signatory.objects.get(party=theirs).authority_file.name == "power.pdf"


# Who may


@pytest.mark.parametrize("address", ["draft/", "conditions/", "text/new/", "reopen/"])
def test_who_may_not_change_agreements_drafts_none(draft, school, browse, address):
    assert browse(Role.DIRECTOR).get(f"/{school.slug}/agreements/{draft.pk}/{address}").status_code == 403
