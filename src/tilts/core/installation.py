"""Bringing an installation up: the two roles, the tables, the policies. Each step may run again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from psycopg import sql

from tilts.core.database import APP_ROLE, DATABASE, OWNER_ROLE, as_owner, is_embedded
from tilts.core.embedded import Server, running_server
from tilts.core.migrating import missing_columns
from tilts.core.secrets import installation_secrets

#: Any number that nothing else locks in the database `postgres`.
_ROLES_LOCK = 71175


@contextmanager
def database_running(folder: Path, *, durable: bool = True) -> Iterator[None]:
    """The database in reach while the block lasts: the embedded one with its roles made, or the named one."""
    if not is_embedded():
        yield
        return
    with running_server(folder, durable=durable) as server:
        make_roles(server, folder)
        yield


def make_roles(server: Server, folder: Path) -> None:
    """The owner role, the app role and the database, on the embedded server."""
    passwords = installation_secrets(folder)
    with server.connect() as connection:
        # Of two processes on a fresh installation the second waits here, to the end of the first one's session.
        connection.execute("select pg_advisory_lock(%s)", [_ROLES_LOCK])
        known = {name for (name,) in connection.execute("select rolname from pg_roles")}
        for role, password, rights in (
            # The owner makes the tests' databases; the app role may not, or it would own their tables.
            (OWNER_ROLE, passwords["owner_password"], "createdb"),
            (APP_ROLE, passwords["app_password"], "nocreatedb"),
        ):
            if role not in known:
                connection.execute(
                    sql.SQL("create role {role} login nosuperuser nocreaterole {rights} password {password}").format(
                        role=sql.Identifier(role), rights=sql.SQL(rights), password=sql.Literal(password)
                    )
                )
        if not connection.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchone():
            connection.execute(
                sql.SQL("create database {name} owner {owner}").format(
                    name=sql.Identifier(DATABASE), owner=sql.Identifier(OWNER_ROLE)
                )
            )


def set_up() -> None:
    """Tables, rights and policies as this version wants them; Django must be set up, the database running.

    Raises ImproperlyConfigured where the tables are of a version that this one can't bring up to date.
    """
    with as_owner():
        if missing := missing_columns():
            raise ImproperlyConfigured(
                f"The tables here were made by a Tilts of before 25 November 2026 and are not up to date: {missing[0]}"
                f" and {len(missing) - 1} other columns are missing. docs/running.md tells how to bring them up."
            )
        call_command("migrate", interactive=False, verbosity=0)
