"""Which school's rows are in reach: the database shows one school at a time, or none.

Each school-owned table has a policy for the app role that compares `school_id` with the session
setting `tilts.school` (see `row_security`). The setting belongs to the session, not to the
transaction: a lazy queryset and an `on_commit` still find it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from django.core.exceptions import ImproperlyConfigured
from django.db import Error, connection
from django.db.transaction import TransactionManagementError

if TYPE_CHECKING:
    from tilts.accounts.models import School

SETTING = "tilts.school"
_current: ContextVar[School | None] = ContextVar("current_school", default=None)


class NoSchool(ImproperlyConfigured):
    """Rows of a school were asked for outside `in_school`."""


@contextmanager
def in_school(school: School) -> Iterator[School]:
    """Inside the block this thread's connection sees and writes the rows of `school` alone."""
    before = _current.get()
    token = _current.set(school)
    try:
        _tell_database(school)
        yield school
    finally:
        _current.reset(token)
        try:
            _tell_database(before)
        except (Error, TransactionManagementError):
            # A transaction that has failed takes the setting back with its rollback to where it was before; without
            # one the session must not live on with the setting.
            if not connection.in_atomic_block:
                connection.close()


def current_school() -> School:
    """The school whose rows are in reach; raises NoSchool."""
    school = _current.get()
    if school is None:
        raise NoSchool("no school is set: wrap the call in in_school(school)")
    return school


def current_school_id() -> int:
    """The default of every `school` field."""
    return current_school().pk


def _tell_database(school: School | None) -> None:
    with connection.cursor() as cursor:
        # An empty setting is no number: a query on rows is then an error, never an empty answer.
        cursor.execute("select set_config(%s, %s, false)", [SETTING, str(school.pk) if school else ""])
