"""Who changed what: told from the events that the database writes."""

from datetime import timedelta

import pghistory
import pytest
from django.utils import timezone
from django.utils.translation import override

from tests.factories import FlowFactory, PartnerFactory, ProjectFactory, UserFactory
from tilts.core.history import FieldChange, changes_of
from tilts.partners.models import Partner
from tilts.projects.models import ProjectRate


def told(record) -> list[tuple]:
    return [(change.kind, change.by, change.fields) for change in changes_of(record)]


def save(record, **values) -> None:
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


def test_changes_are_told_newest_first_with_who_made_them(school):
    user = UserFactory(first_name="Līga", last_name="Paraudziņa")
    project = ProjectFactory(title="Prakse")
    with pghistory.context(user=user.pk):
        save(project, title="Prakse Eiropā")

    changes = changes_of(project)

    assert told(project) == [
        ("update", "Līga Paraudziņa", (FieldChange("title", "Prakse", "Prakse Eiropā"),)),
        ("insert", "", ()),
    ]
    assert timezone.now() - changes[0].at < timedelta(minutes=1)


def test_a_change_by_somebody_whose_account_is_gone_is_told_without_a_name(school):
    user = UserFactory()
    project = ProjectFactory()
    with pghistory.context(user=user.pk):
        save(project, title="Prakse Eiropā 2")
    user.delete()

    assert [(change.kind, change.by) for change in changes_of(project)] == [("update", ""), ("insert", "")]


def test_values_are_told_as_a_person_reads_them(school):
    rate = ProjectRate.objects.create(
        project=ProjectFactory(), participant="learner", country_group="2", eur_per_day="57.00", source="II, 3"
    )
    save(rate, participant="staff", is_example=True, eur_per_day="1061.50", source="")

    with override("en"):
        fields = {change.name: (change.before, change.after) for change in changes_of(rate)[0].fields}

    fields.pop("entered at")
    assert fields == {
        "for whom": ("Learners", "Staff and accompanying persons"),
        "example": ("no", "yes"),
        "EUR per day": ("57.00", "1061.50"),
        "where it stands": ("II, 3", ""),
    }


def test_a_record_that_was_named_and_is_gone_is_told_as_such(school):
    before = PartnerFactory(name="Berufsschule Alt")
    after = PartnerFactory(name="Berufsschule Neu")
    flow = FlowFactory(partner=before)
    save(flow, partner=after)
    assert [(f.before, f.after) for f in changes_of(flow)[0].fields] == [("Berufsschule Alt", "Berufsschule Neu")]

    before.delete()

    assert [(f.before, f.after) for f in changes_of(flow)[0].fields] == [("no longer there", "Berufsschule Neu")]


def test_a_removed_record_ends_its_history(school):
    partner = PartnerFactory()
    number = partner.pk
    partner.delete()

    assert told(Partner(pk=number)) == [("delete", "", ()), ("insert", "", ())]


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 20])
def test_only_the_latest_changes_are_told_each_with_what_it_changed(school, limit):
    flow = FlowFactory(seats=1)
    for seats in (2, 3):
        save(flow, seats=seats)
    whole = [
        ("update", (FieldChange("seats", "2", "3"),)),
        ("update", (FieldChange("seats", "1", "2"),)),
        ("insert", ()),
    ]

    assert [(change.kind, change.fields) for change in changes_of(flow, limit)] == whole[:limit]


def test_many_changes_are_told_with_few_queries(school, django_assert_max_num_queries):
    flow = FlowFactory(seats=1)
    for seats in range(2, 12):
        with pghistory.context(user=UserFactory().pk):
            save(flow, seats=seats)

    with django_assert_max_num_queries(2):
        assert len(changes_of(flow)) == 11
