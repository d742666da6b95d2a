"""What makes the database itself keep schools apart, installed after every migration.

For each school-owned table: row security with one policy for the app role, a unique constraint over
(id, school_id), and for each foreign key to another school-owned table a constraint over both
columns with an index that begins with the school. History tables included; from those, and from
models that say `append_only`, the app may read and add, not change. Tables of rows between two schools
have four policies instead: see `owned.BetweenSchools`.
`tests/accounts/test_row_security.py` holds the catalogue against this.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connections, models
from psycopg import sql

from tilts.accounts.owned import BetweenSchools, SchoolForeignKey, SchoolOwned
from tilts.accounts.schools import SETTING

POLICY = "own_school"
#: Of a row between two schools: for what, and who may; {own} is the school that is set.
POLICIES_BETWEEN = {
    "either_reads": "for select to {app} using (receiver_id = {own} or sender = {own_slug})",
    "sender_adds": "for insert to {app} with check (sender = {own_slug})",
    "receiver_changes": "for update to {app} using (receiver_id = {own}) with check (receiver_id = {own})",
    "receiver_removes": "for delete to {app} using (receiver_id = {own})",
}

#: Tables without a school, each with the reason why it needs none.
TABLES_WITHOUT_SCHOOL = {
    "accounts_school": "found by its short name before a school is entered",
    "accounts_user": "one person may work for several schools",
    "accounts_user_groups": "made by Django with the user; unused",
    "accounts_user_user_permissions": "made by Django with the user; unused",
    "accounts_personallink": "its hash leads to the school; no personal data",
    "accounts_membership": "tells which schools a user may enter",
    "account_emailaddress": "sign-in: belongs to a user",
    "account_emailconfirmation": "sign-in: belongs to a user",
    "mfa_authenticator": "sign-in: a user's second steps, before a school is entered; its secrets are sealed",
    "sign_in_cache": "sign-in: how often was tried, which codes are used; no school's data",
    "usersessions_usersession": "sign-in: where a user is signed in",
    "auth_group": "made by Django; unused",
    "auth_group_permissions": "made by Django; unused",
    "auth_permission": "made by Django; names of models only",
    "django_content_type": "names of models only",
    "django_migrations": "which migrations ran",
    "django_session": "sign-in: read before a school is entered",
    "partners_directoryentry": "open data on organisations, the same for every school; the app only reads it",
    "partners_directoryword": "the words of those organisations; the app only reads it",
    "pghistory_context": "made by the history library; unused, the context stands in each event",
    "signing_publicnumber": "the number on a signed paper leads to the school that keeps it; no personal data",
    "procrastinate_jobs": "the queue: numbers of a school and of a piece of work, no personal data",
    "procrastinate_events": "the queue",
    "procrastinate_periodic_defers": "the queue",
    "procrastinate_workers": "the queue",
}

#: Tables that the app reads and never writes: what stands there is the owner's.
READ_ONLY_TABLES = ("django_migrations", "partners_directoryentry", "partners_directoryword")


def school_owned_models() -> Iterator[type[models.Model]]:
    """Every model with a table of rows of schools, history events included."""
    for model in apps.get_models(include_auto_created=True):
        tracked = getattr(model, "pgh_tracked_model", model)
        if issubclass(tracked, SchoolOwned) and model._meta.managed and not model._meta.proxy:
            yield model


def between_schools_models() -> Iterator[type[models.Model]]:
    """Every model whose rows one school writes and another takes over."""
    return (model for model in apps.get_models() if issubclass(model, BetweenSchools))


def install_after_migrate(using: str = "default", **_signal: Any) -> None:
    """Brings the catalogue to what the models say; needs the owner's rights."""
    with connections[using].cursor() as cursor:
        _grant(cursor)
        # After a migration of single apps the models may be ahead of the tables; the next one goes on.
        there = {
            model: columns for model in school_owned_models() if (columns := _columns(cursor, model._meta.db_table))
        }
        for model in there:
            _secure(cursor, model)
        for model in between_schools_models():
            if _columns(cursor, model._meta.db_table):
                _secure_between(cursor, model._meta.db_table)
        # What is pointed at has its constraint by now, in whatever order the models stand.
        for model, columns in there.items():
            if not hasattr(model, "pgh_tracked_model"):
                _tie(cursor, model, columns)


def _grant(cursor: Any) -> None:
    app = sql.Identifier(settings.TILTS_APP_ROLE)
    for statement in (
        "grant usage on schema public to {app}",
        "grant select, insert, update, delete on all tables in schema public to {app}",
        "grant usage, select on all sequences in schema public to {app}",
    ):
        cursor.execute(sql.SQL(statement).format(app=app))
    cursor.execute(
        "select tablename from pg_tables where schemaname = 'public' and tablename = any(%s)", [list(READ_ONLY_TABLES)]
    )
    for (table,) in cursor.fetchall():
        for statement in ("revoke all on {table} from {app}", "grant select on {table} to {app}"):
            cursor.execute(sql.SQL(statement).format(table=sql.Identifier(table), app=app))


def _columns(cursor: Any, table: str) -> set[str]:
    cursor.execute("select column_name from information_schema.columns where table_name = %s", [table])
    return {name for (name,) in cursor.fetchall()}


def _secure(cursor: Any, model: type[models.Model]) -> None:
    table = model._meta.db_table
    key = model._meta.pk.column
    names = {"table": sql.Identifier(table), "key": sql.Identifier(key), "app": sql.Identifier(settings.TILTS_APP_ROLE)}

    _enable(cursor, table)
    own = sql.SQL("school_id = {own}").format(own=_OWN)
    _add_policy(cursor, table, POLICY, sql.SQL("to {app} using ({own}) with check ({own})").format(own=own, **names))
    _add_constraint(cursor, table, f"{table}_id_school_uniq", sql.SQL("unique (school_id, {key})").format(**names))

    if hasattr(model, "pgh_tracked_model"):
        cursor.execute(sql.SQL("revoke update, delete, truncate on {table} from {app}").format(**names))
        _add_index(cursor, table, "pgh_obj_id")
    if getattr(model, "append_only", False):
        cursor.execute(sql.SQL("revoke update, delete, truncate on {table} from {app}").format(**names))


#: The sub-select is evaluated once a query, not once a row.
_OWN = sql.SQL("(select current_setting({setting})::bigint)").format(setting=sql.Literal(SETTING))


def _secure_between(cursor: Any, table: str) -> None:
    """What a school wrote stands with its short name, so that a row has the shape of a message."""
    app = sql.Identifier(settings.TILTS_APP_ROLE)
    slug = sql.SQL("(select slug from accounts_school where id = {own})").format(own=_OWN)
    _enable(cursor, table)
    for name, rule in POLICIES_BETWEEN.items():
        _add_policy(cursor, table, name, sql.SQL(rule).format(app=app, own=_OWN, own_slug=slug))


def _enable(cursor: Any, table: str) -> None:
    cursor.execute("select relrowsecurity from pg_class where oid = %s::regclass", [table])
    if not cursor.fetchone()[0]:
        cursor.execute(sql.SQL("alter table {table} enable row level security").format(table=sql.Identifier(table)))


def _add_policy(cursor: Any, table: str, name: str, definition: sql.Composable) -> None:
    cursor.execute("select 1 from pg_policies where tablename = %s and policyname = %s", [table, name])
    if not cursor.fetchone():
        cursor.execute(
            sql.SQL("create policy {name} on {table} {definition}").format(
                name=sql.Identifier(name), table=sql.Identifier(table), definition=definition
            )
        )


def _tie(cursor: Any, model: type[models.Model], columns: set[str]) -> None:
    table = model._meta.db_table
    for field in model._meta.get_fields():
        if isinstance(field, SchoolForeignKey) and field.column in columns:
            target = field.related_model._meta
            _add_index(cursor, table, field.column)
            _add_constraint(
                cursor,
                table,
                f"{table}_{field.column}_school_fk"[:63],
                sql.SQL(
                    "foreign key (school_id, {column}) references {target} (school_id, {target_key}) "
                    "deferrable initially deferred"
                ).format(
                    column=sql.Identifier(field.column),
                    target=sql.Identifier(target.db_table),
                    target_key=sql.Identifier(target.pk.column),
                ),
            )


def _add_constraint(cursor: Any, table: str, name: str, definition: sql.Composable) -> None:
    cursor.execute("select 1 from pg_constraint where conrelid = %s::regclass and conname = %s", [table, name])
    if not cursor.fetchone():
        cursor.execute(
            sql.SQL("alter table {table} add constraint {name} {definition}").format(
                table=sql.Identifier(table), name=sql.Identifier(name), definition=definition
            )
        )


def _add_index(cursor: Any, table: str, column: str) -> None:
    cursor.execute(
        sql.SQL("create index if not exists {name} on {table} (school_id, {column})").format(
            name=sql.Identifier(f"{table}_school_{column}"[:63]),
            table=sql.Identifier(table),
            column=sql.Identifier(column),
        )
    )
