"""What `tilts check` finds."""

import pytest
from django.db import connection, transaction

from tilts.core.database import as_owner
from tilts.core.health import findings

TOO_MUCH = "The app works with a role that may do too much: name a plain role in DATABASE_URL."
OWNS = "The app's role owns tables, so row security does not bind it: run `tilts setup` as the owner."
OLD_TABLES = "The tables are older than the program: run `tilts setup`."


@pytest.mark.django_db
def test_a_whole_installation_has_no_findings():
    assert findings() == []


@pytest.mark.django_db(transaction=True)
def test_every_fault_is_found_with_its_cure():
    with as_owner(), transaction.atomic(), connection.cursor() as cursor:
        as_the_owner = findings()
        cursor.execute("delete from django_migrations where app = 'mail'")
        with_old_tables = findings()
        transaction.set_rollback(True)

    assert as_the_owner == [TOO_MUCH, OWNS]
    assert with_old_tables == [TOO_MUCH, OWNS, OLD_TABLES]
