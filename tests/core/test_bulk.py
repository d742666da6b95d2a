"""Thousands of rows at once are written as one by one: same values, same order, same history, same row security."""

import gc
from datetime import date

import pghistory
import pytest
from django.db import ProgrammingError, transaction

from tests.factories import FlowFactory, PersonFactory
from tilts.accounts.schools import in_school
from tilts.core.bulk import insert_like, insert_many, many_objects
from tilts.exchange.models import Roster, RosterRow
from tilts.mobilities.models import Mobility, MobilityEvent
from tilts.people.models import Person


def person(number):
    made = Person(given_names="Žanete\t\\N", family_name=f"Šķēle {number}", born_on=date(2004, 3, 9))
    made.make_keys()
    return made


def test_insert_many_gives_the_objects_their_keys_in_order(school):
    people = [person(number) for number in range(3)]

    insert_many(people)

    assert [each.pk for each in people] == sorted(each.pk for each in people)
    assert {each.pk: each.family_name for each in Person.objects.all()} == {
        each.pk: each.family_name for each in people
    }


def test_insert_many_writes_what_save_writes(school):
    saved, copied = person(1), person(1)

    saved.save()
    insert_many([copied])

    columns = [field.attname for field in Person._meta.concrete_fields if field.attname != "id"]
    assert Person.objects.values(*columns).get(pk=copied.pk) == Person.objects.values(*columns).get(pk=saved.pk)


def test_insert_many_writes_json(school):
    roster = Roster.objects.create(flow=FlowFactory(), file_name="saraksts.xlsx", sha256="0" * 64)

    insert_many([RosterRow(roster=roster, number=5, raw={"family_name": 'Bērziņš "\\n'}, problems=[])])

    row = RosterRow.objects.get()
    assert (row.number, row.raw, row.problems) == (5, {"family_name": 'Bērziņš "\\n'}, [])


def test_insert_many_is_told_in_the_history(school):
    flow, someone = FlowFactory(), PersonFactory()
    mobility = Mobility(flow=flow, person=someone)

    insert_many([mobility])

    assert [event.pgh_label for event in mobility.history.all()] == ["insert"]


def test_insert_like_is_told_in_the_history_row_by_row_with_who_did_it(school):
    flow, people = FlowFactory(), PersonFactory.create_batch(2)

    with pghistory.context(user=7):
        insert_like(Mobility(flow=flow), ["person_id"], [[each.pk] for each in people])

    told = MobilityEvent.objects.order_by("pgh_id").values_list("person_id", "pgh_label", "school_id", "pgh_context")
    assert list(told) == [(each.pk, "insert", school.pk, {"user": 7}) for each in people]
    assert not pghistory.models.Context.objects.exists()


def test_insert_many_of_nothing_asks_nothing(school, django_assert_num_queries):
    with django_assert_num_queries(0):
        insert_many([])


def test_insert_many_refuses_another_schools_rows(school, other_school):
    people = [person(1)]

    with in_school(other_school), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        insert_many(people)


def test_insert_like_takes_what_is_not_named_from_the_template(school):
    flow, people = FlowFactory(), PersonFactory.create_batch(2)

    insert_like(Mobility(flow=flow, role=Mobility.Role.ACCOMPANYING), ["person_id"], [[each.pk] for each in people])

    written = Mobility.objects.filter(flow=flow).order_by("pk").values_list("person_id", "role", "school_id")
    assert list(written) == [(each.pk, "accompanying", school.pk) for each in people]


def test_insert_like_of_no_rows_writes_none(school):
    insert_like(Mobility(flow=FlowFactory()), ["person_id"], [])

    assert not Mobility.objects.exists()


def test_many_objects_collects_again_afterwards():
    with many_objects():
        inside = gc.isenabled()

    assert (inside, gc.isenabled()) == (False, True)


def test_many_objects_leaves_it_to_those_who_had_it_off():
    gc.disable()
    try:
        with many_objects():
            pass

        assert not gc.isenabled()
    finally:
        gc.enable()
