"""Every text of a paper stands in each of its languages before it is proposed and signed."""

import pytest
from django.utils.translation import override

from tilts.agreements.concluding.actions import send_to_sign
from tilts.agreements.drafting.actions import StillMissing, add_clause, propose
from tilts.agreements.drafting.models import Conditions
from tilts.agreements.drafting.texts import offices_missing, texts_missing
from tilts.agreements.models import Agreement, PlannedActivity, Signatory


def test_a_draft_in_both_languages_lacks_nothing(draft):
    assert (texts_missing(draft), offices_missing(draft)) == ([], [])


def test_each_text_that_a_language_lacks_is_named_with_its_field(draft):
    draft.in_other_languages, draft.other_areas = {}, "mūzika"
    draft.save()
    Conditions.objects.update(has_training=True, training="metināšana", costs="Katrs savas.")
    PlannedActivity.objects.update(in_other_languages={"en": {"text": "Visits"}})
    add_clause(draft, {"lv": "Sports", "en": ""}, {"lv": "Kopā.", "en": "Together."}, 1)

    found = [(each.label, each.page[0].split(":", 1)[1], each.field) for each in texts_missing(draft)]

    assert found == [
        ("Title (English)", "drafting:change", "id_title_en"),
        ("Other areas (English)", "drafting:change", "id_other_areas_en"),
        ("Training in what (English)", "drafting:conditions", "id_training_en"),
        ("Who bears which costs (English)", "drafting:conditions", "id_costs_en"),
        ("Sports (English)", "drafting:clause", "id_title_en"),
        ("On what condition: Visits (English)", "activity_change", "id_condition_en"),
    ]


def test_a_language_that_is_not_on_the_paper_lacks_nothing(draft):
    Agreement.objects.update(second_language="ka")

    assert {each.language for each in texts_missing(Agreement.objects.get())} == {"ka"}


def test_a_plan_in_one_language_is_not_proposed(draft):
    PlannedActivity.objects.update(in_other_languages={})

    with pytest.raises(StillMissing, match="texts") as refused:
        propose(draft)

    with override("en"):
        assert [each.label for each in refused.value.texts] == [
            "What is planned: Vizītes (English)",
            "On what condition: Vizītes (English)",
        ]


def test_an_office_in_one_language_is_not_signed(agreed):
    Signatory.objects.filter(position=2).update(in_other_languages={})

    with pytest.raises(StillMissing, match="offices"):
        send_to_sign(agreed, form="one_pdf", ways={1: "click", 2: "click"}, ends_at=None, by=None)


def test_the_page_leads_to_the_field_that_is_empty(draft, school, browse):
    PlannedActivity.objects.update(in_other_languages={"en": {"text": "Visits"}})
    planned = PlannedActivity.objects.get()
    client, here = browse(), f"/{school.slug}/agreements/{draft.pk}/"

    page = client.get(here).text
    form = client.get(f"{here}activities/{planned.pk}/").text

    place = f"{here}activities/{planned.pk}/#id_condition_en"
    assert f'<a href="{place}">On what condition: Visits (English)</a>' in page
    before_folded, _details, folded = form.partition("form-folded")
    assert "id_condition_en" in before_folded
    assert "id_condition_ka" in folded
    assert "On what condition (Latvian)" in before_folded
