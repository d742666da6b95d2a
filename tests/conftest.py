"""Tests run as the app role, against databases that the owner role makes: row security holds here as it does in use."""

from collections.abc import Callable, Iterator

import hypothesis
import pytest
from django.conf import settings
from django.db import connection, connections
from django.test import Client, TransactionTestCase
from django.test.utils import setup_databases
from django.utils import translation

from tests.factories import SchoolFactory, UserFactory
from tilts.accounts.models import Membership, School, User
from tilts.accounts.roles import Role
from tilts.accounts.schools import in_school
from tilts.core.database import as_owner
from tilts.core.installation import database_running

# How long an example takes says more about the machine than about us: speed is measured in benchmarks.
hypothesis.settings.register_profile("tilts", deadline=None)
hypothesis.settings.load_profile("tilts")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object | None:
    """All walks through a browser on one worker, so that the installation they walk through is made once.

    The mark `xdist_group` would say so, but does nothing from pytest 9.2 on: pytest-xdist issue 1386.
    """
    if config.getvalue("dist") != "loadgroup":
        return None
    from xdist.scheduler import LoadScopeScheduling

    class WalksTogether(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return "browser" if nodeid.startswith("tests/browser/") else nodeid

    return WalksTogether(config, log)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_blocker: pytest.FixtureRequest,
    django_db_modify_db_settings: None,
) -> Iterator[None]:
    """The embedded server and, made by the owner, the tests' database."""
    with database_running(settings.TILTS_DATA, durable=False):
        with django_db_blocker.unblock(), as_owner():
            made = setup_databases(verbosity=0, interactive=False, serialized_aliases=[])
        yield
        with django_db_blocker.unblock(), as_owner():
            for each, name, destroy in made:
                if destroy:
                    each.creation.destroy_test_db(name, verbosity=0)
        connections.close_all()


@pytest.fixture(autouse=True, scope="session")
def _flush_as_owner() -> Iterator[None]:
    """Emptying tables after a test with real transactions is the owner's: the app role may not truncate.

    For the whole session: a test's own patches are gone before its tables are emptied. The queue's tables are not
    made by Django, which leaves them as they are.
    """
    teardown = TransactionTestCase._fixture_teardown

    def teardown_as_owner(case: TransactionTestCase) -> None:
        with as_owner():
            teardown(case)
            with connection.cursor() as cursor:
                cursor.execute(
                    "truncate procrastinate_jobs, procrastinate_workers, procrastinate_periodic_defers cascade"
                )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", teardown_as_owner)
        yield


@pytest.fixture(autouse=True)
def _language_apart() -> Iterator[None]:
    """What a page or a mail speaks in one test is nothing to the next."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _files_apart(tmp_path_factory: pytest.TempPathFactory, settings: object) -> None:
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("files")  # type: ignore[attr-defined]


@pytest.fixture
def school(db: None) -> Iterator[School]:
    """A school, whose rows are in reach during the test."""
    school = SchoolFactory()
    with in_school(school):
        yield school


@pytest.fixture
def other_school(db: None) -> School:
    """Another school, for trying what its people may not see."""
    return SchoolFactory()


@pytest.fixture
def member(school: School) -> Callable[..., User]:
    """Makes somebody who works for the school: `member(Role.FINANCE)`."""

    def make(*roles: Role, at: School | None = None) -> User:
        user = UserFactory()
        for role in roles or (Role.COORDINATOR,):
            Membership.objects.create(school=at or school, user=user, role=role)
        return user

    return make


@pytest.fixture
def browse(member: Callable[..., User]) -> Callable[..., Client]:
    """Makes a signed-in client: `browse(Role.FINANCE).get("/daugava/flows/")`."""

    def make(*roles: Role, at: School | None = None) -> Client:
        client = Client()
        client.force_login(member(*roles, at=at))
        return client

    return make
