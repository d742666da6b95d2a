"""Which database, as which role.

Two roles: the owner makes and changes tables, the app reads and writes rows and owns nothing, so
that row security binds it.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from tilts.core.embedded import socket_folder
from tilts.core.secrets import installation_secrets

OWNER_ROLE = "tilts_owner"
APP_ROLE = "tilts_app"
DATABASE = "tilts"


def is_embedded() -> bool:
    """Is the database the embedded one, and not a server named by DATABASE_URL?"""
    return not os.environ.get("DATABASE_URL")


def app_settings(folder: Path) -> dict[str, Any]:
    """Django's settings of the connection as the app role."""
    if not is_embedded():
        return _from_url("DATABASE_URL")
    return _embedded(folder, APP_ROLE, "app_password")


def owner_settings(folder: Path) -> dict[str, Any]:
    """Django's settings of the connection as the owner role; raises KeyError where none is named."""
    if not is_embedded():
        return _from_url("DATABASE_OWNER_URL")
    return _embedded(folder, OWNER_ROLE, "owner_password")


@contextmanager
def as_owner(alias: str = "default") -> Iterator[None]:
    """Inside the block the connection `alias` works as the owner of the tables."""
    from django.conf import settings

    if settings.DATABASE_OWNER is None:
        raise ImproperlyConfigured("DATABASE_OWNER_URL must name the owner of the tables to set up or change them.")
    connection = connections[alias]
    app = {name: connection.settings_dict[name] for name in ("USER", "PASSWORD")}
    connection.close()
    connection.settings_dict.update({name: settings.DATABASE_OWNER[name] for name in app})
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(app)


def _embedded(folder: Path, role: str, password: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": DATABASE,
        "USER": role,
        "PASSWORD": installation_secrets(folder)[password],
        "HOST": str(socket_folder(folder)),
    }


def _from_url(variable: str) -> dict[str, Any]:
    url = urlsplit(os.environ[variable])
    # What stands behind the question mark is for the driver, for example sslmode=require.
    options = dict(parse_qsl(url.query))
    if url.scheme not in {"postgres", "postgresql"} or not url.path.strip("/"):
        raise ValueError(f"{variable} must be like postgresql://role:password@host:5432/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.strip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": unquote(url.hostname or ""),
        "PORT": str(url.port or ""),
        **({"OPTIONS": options} if options else {}),
    }
