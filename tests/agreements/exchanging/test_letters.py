"""Letters between schools: who sees them, what papers they bring, the jobs that take them over."""

from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.test.utils import CaptureQueriesContext

from tests.agreements.concluding.test_concluding import all_sign, sent
from tests.factories import SchoolFactory
from tilts.accounts.schools import current_school, in_school
from tilts.agreements.drafting.models import Conditions, Version
from tilts.agreements.exchanging import papers
from tilts.agreements.exchanging.models import Correspondent, ReceivedPaper, SchoolLetter
from tilts.agreements.exchanging.taking import take_letters
from tilts.agreements.exchanging.writing import connect, tell
from tilts.agreements.models import Agreement
from tilts.agreements.negotiating import actions
from tilts.agreements.tasks import look_after_job, take_all_letters_job, take_letters_job
from tilts.files.models import StoredFile
from tilts.files.queries import content_of
from tilts.signing.models import Form, Way


@pytest.fixture
def waiting(shared):
    """A letter that the other school has not read."""
    Conditions.objects.update(weeks_to=6)
    actions.propose_to_all(shared)
    (letter,) = tell(Agreement.objects.get())
    return letter


# The database keeps them apart


def test_a_third_school_sees_no_letter(waiting):
    with in_school(SchoolFactory()):
        assert not SchoolLetter.objects.exists()


def test_the_sender_reads_what_it_wrote_and_changes_nothing(waiting):
    assert SchoolLetter.objects.filter(pk=waiting.pk).update(body={}) == 0
    assert SchoolLetter.objects.filter(pk=waiting.pk).delete()[0] == 0
    assert SchoolLetter.objects.get(pk=waiting.pk).body != {}


def test_the_receiver_takes_it_over_but_hands_it_on_to_nobody(waiting, school, other_school):
    with in_school(other_school):
        assert SchoolLetter.objects.filter(pk=waiting.pk).update(body={}) == 1
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            SchoolLetter.objects.filter(pk=waiting.pk).update(receiver=school)


def test_nobody_writes_in_anothers_name(waiting, other_school):
    waiting.pk, waiting.sender = None, other_school.slug

    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        waiting.save(force_insert=True)


def test_letters_without_a_school_set_are_an_error(waiting):
    with connection.cursor() as cursor:
        cursor.execute("select set_config('tilts.school', '', true)")

    with pytest.raises(Exception, match=r"bigint|tilts"), transaction.atomic():
        list(SchoolLetter.objects.all())


def test_nothing_personal_stays_in_a_letter_that_is_taken_over(waiting, other_school):
    assert "Maija Paraudziņa" in str(waiting.body)

    with in_school(other_school):
        take_letters()

        assert {(str(each.body), each.paper) for each in SchoolLetter.objects.all()} == {("{}", None)}


def test_two_who_tell_at_the_same_time_wait_for_each_other(shared):
    Agreement.objects.update(platform="Zoom")

    with CaptureQueriesContext(
        connection,
    ) as queries:
        tell(Agreement.objects.get())

    asked = [each["sql"] for each in queries if "agreements_correspondent" in each["sql"]]
    assert asked[0].endswith("FOR UPDATE")


# The signed papers


@pytest.fixture
def in_force(agreed):
    """Signed in two counterparts, one a side."""
    all_sign(sent(agreed, form=Form.COUNTERPARTS, ways={1: Way.CLICK, 2: Way.CLICK}))
    return Agreement.objects.get()


def keep_copy(agreement, other_school):
    connect(agreement, other_school, agreement.parties.exclude(partner=None).get(), may_agree=False)
    with in_school(other_school):
        take_letters()


@pytest.mark.parametrize("state", ["in_force", "ended"])
def test_every_signed_paper_comes_and_is_what_it_was(in_force, other_school, state):
    Agreement.objects.update(state=state)
    if state == "ended":  # connected when all is over
        Version.objects.update(replaced_on=in_force.signed_on)
    ours = [(each.sha256, content_of(each)) for each in papers.signed_papers(Version.objects.get())]

    keep_copy(Agreement.objects.get(), other_school)

    assert len(ours) == 2
    with in_school(other_school):
        kept = ReceivedPaper.objects.order_by("position")
        assert [(each.sha256, content_of(each.file)) for each in kept] == ours
        assert Version.objects.get().sealed == kept[0].file
        assert Version.objects.get().signed_on == in_force.signed_on
        assert {each.content_type for each in kept} == {"application/pdf"}
    assert tell(Agreement.objects.get()) == []


def test_a_paper_that_is_not_what_was_told_is_not_kept_and_the_page_says_so(in_force, other_school, member, client):
    connect(in_force, other_school, in_force.parties.exclude(partner=None).get(), may_agree=False)
    with in_school(other_school):
        first = SchoolLetter.objects.filter(kind="paper").first()
        first.paper = bytes(first.paper) + b" "
        first.save()
        take_letters()

        assert [each.file is None for each in ReceivedPaper.objects.order_by("position")] == [True, False]
        assert Version.objects.get().sealed is None
        assert StoredFile.objects.count() == 1
        copy = Agreement.objects.get()
    client.force_login(member("coordinator", at=other_school))
    page = client.get(f"/{other_school.slug}/agreements/{copy.pk}/").text
    assert "has not come yet" in page
    assert page.count("SHA-256: ") == 2


def test_a_paper_that_the_storage_has_lost_holds_up_nothing_else(in_force, other_school, caplog):
    default_storage.delete(Version.objects.get().sealed.path)

    keep_copy(in_force, other_school)

    assert "the storage has lost file" in caplog.text
    with in_school(other_school):
        assert [each.file is None for each in ReceivedPaper.objects.order_by("position")] == [True, False]


def test_a_paper_of_another_than_the_drafter_is_not_kept(in_force, other_school):
    connect(in_force, other_school, in_force.parties.exclude(partner=None).get(), may_agree=False)
    with in_school(other_school):
        SchoolLetter.objects.filter(kind="paper").update(sender="elsewhere")
        take_letters()

        assert not StoredFile.objects.exists()


def test_a_letter_that_the_database_does_not_accept_waits_and_holds_up_its_own_agreement_alone(waiting, other_school):
    def write(thread, kind, body):
        return SchoolLetter.objects.create(
            sender=waiting.sender, receiver=other_school, thread=thread, kind=kind, body=body
        )

    of_the_same = write(waiting.thread, "stopped", {})
    write(uuid4(), "standing", waiting.body)
    with in_school(other_school):
        SchoolLetter.objects.filter(pk=waiting.pk).update(body=waiting.body | {"platform": "Zoom" * 200})

        take_letters()

        left = SchoolLetter.objects.filter(taken_at=None)
        assert [each.pk for each in left] == [waiting.pk, of_the_same.pk]
        assert Agreement.objects.count() == 2


# The jobs


@pytest.fixture
def _own_connection(monkeypatch):
    monkeypatch.setattr("tilts.agreements.tasks.close_old_connections", lambda: None)  # the test's own


@pytest.mark.usefixtures("_own_connection")
def test_the_job_of_a_letter_takes_over_what_waits_for_its_school(waiting, other_school):
    take_letters_job(school_id=other_school.pk)

    with in_school(other_school):
        assert Version.objects.count() == 2


@pytest.mark.usefixtures("_own_connection")
def test_a_copy_of_before_gets_the_papers_that_letters_then_did_not_bring(in_force, other_school):
    keep_copy(in_force, other_school)
    with in_school(other_school):
        ReceivedPaper.objects.all().delete()
    Correspondent.objects.update(last_told="as it was told then", papers_told=[])

    look_after_job(timestamp=0)
    look_after_job(timestamp=0)

    assert SchoolLetter.objects.filter(taken_at=None).count() == 3
    with in_school(other_school):
        take_letters()
        assert ReceivedPaper.objects.exclude(file=None).count() == 2


@pytest.mark.usefixtures("_own_connection")
def test_the_job_of_all_schools_goes_on_where_one_is_in_trouble(waiting, school, other_school, monkeypatch, caplog):
    seen = []

    def take() -> int:
        seen.append(current_school())
        if current_school() == school:
            raise ValueError
        return take_letters()

    monkeypatch.setattr("tilts.agreements.tasks.take_letters", take)

    take_all_letters_job(timestamp=0)

    assert {school, other_school} <= set(seen)
    assert f"letters to {school.slug} are not taken over" in caplog.text
    with in_school(other_school):
        assert Version.objects.count() == 2


def test_a_change_is_told_by_the_school_it_was_made_in_though_that_was_left_before_it_was_kept(
    shared, other_school, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as callbacks:
        shared.platform = "Zoom"
        shared.save()

    with in_school(other_school):
        for callback in callbacks:
            callback()

    assert SchoolLetter.objects.filter(kind="standing").count() == 2
