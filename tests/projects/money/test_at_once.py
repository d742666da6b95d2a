"""Two people at the same moment, each over a connection of their own."""

import threading
from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.utils import timezone

from tests.factories import SchoolFactory, UserFactory
from tests.projects.money.records import due_of, prepare_all, promise_all, trip
from tilts.accounts.schools import in_school
from tilts.projects.models import Commitment, Payment, PaymentExport, PlannedCost
from tilts.projects.money import actions

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def school(transactional_db: None) -> Iterator[object]:
    school = SchoolFactory()
    with in_school(school):
        yield school


def at_once(school, *steps: Callable[[], object]) -> list[object]:
    """What each step answered, or the sentence it was refused with."""
    start, answers = threading.Barrier(len(steps)), []

    def do(step: Callable[[], object]) -> None:
        try:
            with in_school(school):
                start.wait(10)
                answers.append(step())
        except actions.Refused as error:
            answers.append(str(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return answers


def test_a_project_is_not_over_committed_by_two_people(school):
    project, (first, second) = trip(travel=300, support=1500)  # enough for one
    PlannedCost.objects.filter(category="organisational_support").update(planned_eur=700)

    answers = at_once(
        school,
        lambda: actions.promise(project, school, {f"mobility/{first.pk}"}, by=None),
        lambda: actions.promise(project, school, {f"mobility/{second.pk}"}, by=None),
    )

    assert sorted(str(answer)[:7] for answer in answers) == ["1", "This is"]
    assert Commitment.objects.count() == 1


def test_an_instalment_is_prepared_once_by_two_people(school):
    project, _ = trip(1)
    promise_all(project)
    keys = {each.key for each in due_of(project)}
    one, other = UserFactory(), UserFactory()

    answers = at_once(
        school,
        lambda: actions.prepare(project, school, keys, by=one),
        lambda: actions.prepare(project, school, keys, by=other),
    )

    assert sorted(answers) == [0, 1]
    assert Payment.objects.count() == 1


def test_a_payment_goes_into_one_file_of_two_that_are_made_at_once(school):
    project, _ = trip(1)
    promise_all(project)
    one, other = UserFactory(), UserFactory()
    prepare_all(project, one)
    numbers = {payment.pk for payment in Payment.objects.all()}
    actions.approve(project, numbers, by=other, at=timezone.now())
    day, now = timezone.localdate(), timezone.now()

    def write() -> str:
        actions.export(project, numbers, carry_out_on=day, by=one, at=now)
        return "written"

    answers = at_once(school, write, write)

    assert sorted(answers) == ["Choose at least one approved payment.", "written"]
    assert PaymentExport.objects.count() == 1
