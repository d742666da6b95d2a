"""Which school is in reach: for each thread its own, and never longer than its block."""

import threading

import pytest
from django.db import DatabaseError, OperationalError, connection

from tests.factories import PartnerFactory, SchoolFactory
from tilts.accounts import schools
from tilts.accounts.schools import SETTING, NoSchool, current_school, current_school_id, in_school
from tilts.partners.models import Partner


def setting() -> str:
    with connection.cursor() as cursor:
        cursor.execute("select current_setting(%s, true)", [SETTING])
        return cursor.fetchone()[0] or ""


def test_outside_there_is_no_school(db):
    with pytest.raises(NoSchool, match="in_school"):
        current_school()
    with pytest.raises(NoSchool):
        current_school_id()


def test_the_innermost_school_counts_and_the_outer_one_comes_back(db):
    outer, inner = SchoolFactory.create_batch(2)
    seen = []
    with in_school(outer) as given:
        seen.append((current_school(), setting()))
        with in_school(inner):
            seen.append((current_school_id(), setting()))
        seen.append((current_school(), setting()))

    assert given is outer
    assert seen == [(outer, str(outer.pk)), (inner.pk, str(inner.pk)), (outer, str(outer.pk))]
    assert setting() == ""


def test_an_exception_ends_the_school_too(db):
    with pytest.raises(ZeroDivisionError), in_school(SchoolFactory()):
        1 / 0  # noqa: B018 - any fall will do

    with pytest.raises(NoSchool):
        current_school()
    assert setting() == ""


def test_a_school_that_could_not_be_entered_does_not_stay(db, monkeypatch):
    school = SchoolFactory()

    def refuse(_school: object) -> None:
        raise OperationalError("the database is away")

    monkeypatch.setattr(schools, "_tell_database", refuse)
    with pytest.raises(OperationalError), in_school(school):
        pass

    with pytest.raises(NoSchool):
        current_school()


@pytest.mark.django_db(transaction=True)
def test_a_session_whose_setting_could_not_be_taken_back_is_not_used_again():
    school = SchoolFactory()
    with pytest.raises(DatabaseError), in_school(school), connection.cursor() as cursor:
        cursor.execute("select pg_terminate_backend(pg_backend_pid())")

    with pytest.raises(NoSchool):
        current_school()
    assert setting() == ""


@pytest.mark.django_db(transaction=True)
def test_each_thread_sees_its_own_school():
    """All are inside at once: the barrier lets nobody look or leave before the others have entered."""
    many = SchoolFactory.create_batch(3)
    for school in many:
        with in_school(school):
            PartnerFactory(name=school.name)
    entered = threading.Barrier(len(many), timeout=10)
    seen: dict[str, list[str]] = {}

    def look(name: str, school: object) -> None:
        try:
            with in_school(school):
                entered.wait()
                seen[name] = list(Partner.objects.values_list("name", flat=True))
                entered.wait()
            seen[f"{name} left"] = [setting()]
        finally:
            connection.close()

    threads = [threading.Thread(target=look, args=(school.name, school)) for school in many]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert seen == {school.name: [school.name] for school in many} | {f"{school.name} left": [""] for school in many}
    assert setting() == ""
