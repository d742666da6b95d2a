"""Two schools with one record of every kind, and somebody in every role: for whatever walks through all pages."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client

from tests.accounts.one_of_each import OURS, THEIRS, OneOfEach, make_school
from tilts.accounts.models import User
from tilts.accounts.roles import Role


@pytest.fixture(scope="module")
def schools(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[OneOfEach, OneOfEach]]:
    """Two schools with one of each; made once, taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield OneOfEach(make_school(OURS), OURS), OneOfEach(make_school(THEIRS), THEIRS)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def clients(schools: tuple[OneOfEach, OneOfEach]) -> dict[str, Client]:
    """A browser of somebody in each role of our school, of the other school's coordinator, and of nobody."""
    signed_in = {str(role): f"{OURS}.{role}@example.org" for role in Role}
    signed_in["stranger"] = f"{THEIRS}.{Role.COORDINATOR}@example.org"
    clients = {"anonymous": Client()}
    for who, email in signed_in.items():
        clients[who] = Client()
        clients[who].force_login(User.objects.get(email=email))
    return clients
