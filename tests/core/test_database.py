"""Which database: the embedded one, or the one that the environment names."""

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from tilts.core.database import app_settings, as_owner, is_embedded, owner_settings

POSTGRESQL = "django.db.backends.postgresql"


def rows(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def test_without_an_address_it_is_the_embedded_database_with_two_roles(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "")

    app, owner = app_settings(tmp_path), owner_settings(tmp_path)

    assert is_embedded()
    assert (app["USER"], owner["USER"]) == ("tilts_app", "tilts_owner")
    assert app["PASSWORD"] != owner["PASSWORD"]
    assert {name: app[name] for name in ("NAME", "HOST")} == {name: owner[name] for name in ("NAME", "HOST")}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "postgresql://app:s%40fe%2F@db.example.org:5433/tilts",
            {"NAME": "tilts", "USER": "app", "PASSWORD": "s@fe/", "HOST": "db.example.org", "PORT": "5433"},
        ),
        ("postgres:///tilts", {"NAME": "tilts", "USER": "", "PASSWORD": "", "HOST": "", "PORT": ""}),
        (
            "postgresql://app@%2Fvar%2Frun%2Fpostgresql/tilts",
            {"NAME": "tilts", "USER": "app", "PASSWORD": "", "HOST": "/var/run/postgresql", "PORT": ""},
        ),
        (
            "postgresql://app@db/tilts?sslmode=verify-full&connect_timeout=5",
            {"NAME": "tilts", "USER": "app", "PASSWORD": "", "HOST": "db", "PORT": ""}
            | {"OPTIONS": {"sslmode": "verify-full", "connect_timeout": "5"}},
        ),
    ],
    ids=["whole", "shortest", "socket", "driver-options"],
)
def test_an_address_names_another_server(tmp_path, monkeypatch, url, expected):
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("DATABASE_OWNER_URL", url)

    assert not is_embedded()
    assert app_settings(tmp_path) == owner_settings(tmp_path) == {"ENGINE": POSTGRESQL, **expected}


@pytest.mark.parametrize(
    "url",
    ["mysql://app:secret@db/tilts", "postgresql://app:secret@db", "postgresql://app:secret@db/", "tilts"],
    ids=["other-kind", "no-name", "empty-name", "no-address"],
)
def test_an_address_that_is_none_is_refused_without_telling_its_password(tmp_path, monkeypatch, url):
    monkeypatch.setenv("DATABASE_URL", url)

    with pytest.raises(ValueError, match="DATABASE_URL must be like postgresql://") as refused:
        app_settings(tmp_path)

    assert "secret" not in str(refused.value)


def test_the_owner_of_another_server_must_be_named(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://app@db/tilts")
    monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)

    with pytest.raises(KeyError, match="DATABASE_OWNER_URL"):
        owner_settings(tmp_path)


@pytest.mark.django_db(transaction=True)
def test_as_owner_lasts_for_the_block_even_when_it_fails():
    with as_owner():
        inside = rows("select current_user")
    with pytest.raises(ZeroDivisionError), as_owner():
        1 / 0  # noqa: B018 - any fall will do

    assert inside == [("tilts_owner",)]
    assert rows("select current_user") == [("tilts_app",)]


def test_as_owner_says_when_no_owner_is_known(monkeypatch):
    monkeypatch.setattr(settings, "DATABASE_OWNER", None)

    with pytest.raises(ImproperlyConfigured, match="DATABASE_OWNER_URL"), as_owner():
        pass
