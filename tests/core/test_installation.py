"""Bringing an installation up: two roles, one that makes the tables and one that is bound by their policies."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from tests.core.data_folders import data_folder
from tilts.core.database import APP_ROLE, DATABASE, OWNER_ROLE
from tilts.core.embedded import Server, running_server
from tilts.core.installation import database_running, make_roles
from tilts.core.secrets import installation_secrets


@pytest.fixture(scope="module")
def installed() -> Iterator[tuple[Server, Path]]:
    """A server whose roles two processes made in the same moment, and then a third again."""
    with data_folder() as folder, running_server(folder, durable=False) as server:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda _: make_roles(server, folder), range(2)))
        make_roles(server, folder)
        yield server, folder


def connect(installed: tuple[Server, Path], role: str, password: str) -> psycopg.Connection:
    server, folder = installed
    return psycopg.connect(
        host=server.host, user=role, password=installation_secrets(folder)[password], dbname=DATABASE, autocommit=True
    )


def test_the_owner_may_make_databases_and_the_app_nothing_special(installed):
    with connect(installed, APP_ROLE, "app_password") as app:
        rights = app.execute(
            "select rolname, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolcanlogin "
            "from pg_roles where rolname like 'tilts%' order by rolname"
        ).fetchall()
        owner = app.execute(
            "select pg_get_userbyid(datdba) from pg_database where datname = current_database()"
        ).fetchone()

    assert rights == [
        (APP_ROLE, False, False, False, False, True),
        (OWNER_ROLE, False, True, False, False, True),
    ]
    assert owner == (OWNER_ROLE,)


def test_the_app_may_not_make_tables_nor_become_the_owner(installed):
    with connect(installed, APP_ROLE, "app_password") as app:
        for statement in ("create table mine (id int)", f"set role {OWNER_ROLE}"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute(statement)
    with connect(installed, OWNER_ROLE, "owner_password") as owner:
        owner.execute("create table theirs (id int)")
    with (
        connect(installed, APP_ROLE, "app_password") as app,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        app.execute("select * from theirs")


def test_each_role_has_a_password_of_its_own(installed):
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        connect(installed, OWNER_ROLE, "app_password")


def test_a_database_named_by_the_environment_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://app@db.example.org/tilts")

    with database_running(tmp_path / "data"):
        pass

    assert not (tmp_path / "data").exists()
