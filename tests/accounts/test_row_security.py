"""The catalogue of the database held against what keeps schools apart."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DataError, ProgrammingError

from tests.factories import FlowFactory, MobilityFactory, PartnerFactory, PersonFactory, ProjectFactory
from tilts.accounts.models import School
from tilts.accounts.row_security import (
    POLICIES_BETWEEN,
    POLICY,
    TABLES_WITHOUT_SCHOOL,
    between_schools_models,
    school_owned_models,
)
from tilts.accounts.schools import NoSchool, in_school
from tilts.core.database import APP_ROLE
from tilts.mobilities.models import Mobility
from tilts.partners.models import Partner

pytestmark = pytest.mark.django_db


def rows(sql: str, *values: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def owned_tables() -> set[str]:
    return {model._meta.db_table for model in school_owned_models()}


def tables_between() -> set[str]:
    return {model._meta.db_table for model in between_schools_models()}


def test_the_app_role_owns_nothing_and_may_do_nothing_special():
    assert rows("select current_user") == [(APP_ROLE,)]
    assert rows("select relname from pg_class join pg_roles r on r.oid = relowner where rolname = current_user") == []
    assert rows(
        "select rolsuper, rolcreatedb, rolcreaterole, rolbypassrls from pg_roles where rolname = current_user"
    ) == [(False, False, False, False)]


def test_every_table_belongs_to_a_school_or_stands_on_the_list_with_a_reason():
    tables = {name for (name,) in rows("select tablename from pg_tables where schemaname = 'public'")}

    assert tables == owned_tables() | tables_between() | set(TABLES_WITHOUT_SCHOOL)
    assert all(TABLES_WITHOUT_SCHOOL.values())


def test_every_school_owned_table_has_row_security_with_the_one_policy():
    secured = rows("select relname from pg_class where relrowsecurity and relkind = 'r'")
    policies = rows(
        "select tablename, policyname, roles::text, cmd, qual = with_check from pg_policies where tablename <> all(%s)",
        list(tables_between()),
    )

    assert {name for (name,) in secured} == owned_tables() | tables_between()
    assert sorted(policies) == sorted((table, POLICY, f"{{{APP_ROLE}}}", "ALL", True) for table in owned_tables())


def test_a_table_between_schools_has_a_policy_for_each_thing_that_may_be_done():
    found = rows(
        "select tablename, policyname, roles::text, cmd from pg_policies where tablename = any(%s)",
        list(tables_between()),
    )
    commands = dict(zip(POLICIES_BETWEEN, ["SELECT", "INSERT", "UPDATE", "DELETE"], strict=True))

    assert sorted(found) == sorted(
        (table, name, f"{{{APP_ROLE}}}", command) for table in tables_between() for name, command in commands.items()
    )


def test_every_unique_constraint_and_index_of_a_school_owned_table_begins_with_the_school():
    found = rows(
        """
        select t.relname, i.relname, a.attname
        from pg_index x
        join pg_class t on t.oid = x.indrelid
        join pg_class i on i.oid = x.indexrelid
        join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
        where not x.indisprimary and t.relname = any(%s)
        """,
        list(owned_tables()),
    )

    assert [row for row in found if row[2] != "school_id"] == []


def test_every_foreign_key_between_school_owned_tables_holds_the_school_too():
    found = rows(
        """
        select c.conrelid::regclass::text, c.conname, array_length(c.conkey, 1)
        from pg_constraint c
        where c.contype = 'f' and c.conrelid::regclass::text = any(%s) and c.confrelid::regclass::text = any(%s)
        """,
        list(owned_tables()),
        list(owned_tables()),
    )
    declared = [
        field
        for model in school_owned_models()
        if not hasattr(model, "pgh_tracked_model")
        for field in model._meta.get_fields()
        if field.many_to_one and field.related_model._meta.db_table in owned_tables()
    ]

    assert [row for row in found if row[2] != 2] == []
    assert len(found) == len(declared)


def test_the_app_may_read_and_add_history_but_not_change_it():
    tables = [model._meta.db_table for model in school_owned_models() if hasattr(model, "pgh_tracked_model")]
    rights = rows(
        "select table_name, privilege_type from information_schema.role_table_grants where table_name = any(%s)",
        tables,
    )

    assert set(rights) == {(table, right) for table in tables for right in ("SELECT", "INSERT")}


def test_a_school_sees_its_own_rows_alone(school, other_school):
    PartnerFactory(name="Ours")
    with in_school(other_school):
        PartnerFactory(name="Theirs")

        assert list(Partner.objects.values_list("name", flat=True)) == ["Theirs"]
    assert list(Partner.objects.values_list("name", flat=True)) == ["Ours"]


@pytest.mark.parametrize("by_index", ["on", "off"])
def test_rows_without_a_school_set_are_an_error_not_an_empty_answer(other_school, by_index):
    with in_school(other_school):
        PartnerFactory()  # without a row there is nothing to compare, and nothing that could be shown
    rows("select set_config('enable_indexscan', %s, true)", by_index)
    rows("select set_config('enable_bitmapscan', %s, true)", by_index)

    with pytest.raises((ProgrammingError, DataError)), transaction.atomic():
        list(Partner.objects.all())


def test_a_row_made_without_a_school_is_refused(db):
    with pytest.raises(NoSchool):
        Partner(name="Nobody's")


def test_the_database_refuses_a_row_written_for_another_school(school, other_school):
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        PartnerFactory(school=other_school)


def test_the_database_refuses_a_link_to_another_schools_row(school, other_school):
    with in_school(other_school):
        theirs = PersonFactory()
    flow = FlowFactory()

    Mobility.objects.create(flow=flow, person=theirs)  # checked when the transaction ends, so the test asks

    with pytest.raises(IntegrityError, match="school_fk"):
        connection.check_constraints()


def test_in_school_is_restored_after_nesting_and_after_a_failed_transaction(school, other_school):
    ours = ProjectFactory()
    with in_school(other_school):
        with pytest.raises(IntegrityError), transaction.atomic(), in_school(school):
            ProjectFactory(reference=ours.reference)

        assert rows("select current_setting('tilts.school')") == [(str(other_school.pk),)]
    assert rows("select current_setting('tilts.school')") == [(str(school.pk),)]


def test_history_records_what_changed_without_names(school):
    flow = FlowFactory(name="Dresden")
    flow.name = "Dresden, May"
    flow.save()
    MobilityFactory(flow=flow)

    assert list(flow.history.order_by("pgh_id").values_list("pgh_label", "name")) == [
        ("insert", "Dresden"),
        ("update", "Dresden, May"),
    ]
    columns = {
        column
        for (column,) in rows("select column_name from information_schema.columns where table_name like %s", "%event")
    }
    assert columns & {"family_name", "given_names", "born_on", "phone"} == set()


def test_a_school_is_found_without_being_in_one(other_school):
    assert School.objects.get(slug=other_school.slug) == other_school
