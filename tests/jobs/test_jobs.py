"""Long work: started once, done or failed with a sentence, begun again after a kill, shown with its progress."""

import asyncio
import re
from collections.abc import Callable, Iterator

import pytest
from asgiref.sync import sync_to_async
from django.db import OperationalError, connection, connections, transaction
from django.utils import translation
from django.utils.translation import gettext_lazy
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.factories import SchoolFactory
from tilts.accounts.roles import Role
from tilts.accounts.schools import current_school, in_school
from tilts.files.actions import store_file
from tilts.jobs import actions
from tilts.jobs.actions import WorkProblem, do_work, register_handler, start_work, tell_progress
from tilts.jobs.models import Work, WorkFile
from tilts.jobs.tasks import STALLED_AFTER_SECONDS, retry_stalled_job
from tilts.jobs.working import work_off

KIND = "tests.work"
Handles = Callable[[Callable[[Work], None]], None]


@pytest.fixture
def handles(monkeypatch: pytest.MonkeyPatch) -> Handles:
    """Names who does the work of these tests: `handles(function)`."""
    monkeypatch.setattr(actions, "_handlers", dict(actions._handlers))
    return lambda handler: register_handler(KIND, handler)


def start(**values: object) -> Work:
    return start_work(KIND, **{"subject_id": 7, "permission": "mobilities.print", "by": None} | values)


def found(work: Work) -> tuple[str, str, bool]:
    work = Work.objects.get(pk=work.pk)
    return work.state, work.problem, work.finished_at is not None


def jobs() -> list[tuple]:
    return list(ProcrastinateJob.objects.order_by("pk").values_list("task_name", "status", "args"))


def fall(work: Work) -> None:
    raise ValueError("broken on purpose")


def kill(work: Work) -> None:
    raise SystemExit


# Starting


def test_work_is_started_once_while_it_is_under_way(school, member):
    user = member()
    first = start(by=user)
    again = start()
    other_subject, other_choice = start(subject_id=8), start(size="small")
    Work.objects.filter(pk=first.pk).update(state=Work.State.DONE)
    later = start()

    assert again == first
    assert len({first, other_subject, other_choice, later}) == 4
    assert (first.kind, first.subject_id, first.options, first.created_by) == (KIND, 7, {"language": "en"}, user)
    assert jobs() == [
        ("jobs.work", "todo", {"school_id": school.pk, "work_id": work.pk})
        for work in (first, other_subject, other_choice, later)
    ]


def test_work_speaks_the_language_of_who_started_it(school):
    with translation.override("lv"):
        latvian = start()
    with translation.override("ka"):
        chosen = start(language="en")

    assert (latvian.options["language"], chosen.options["language"]) == ("lv", "en")


@pytest.mark.django_db(transaction=True)
def test_the_job_appears_with_its_work_when_the_transaction_is_kept():
    with in_school(SchoolFactory()):
        with transaction.atomic():
            start()
            transaction.set_rollback(True)
        without = (Work.objects.count(), len(jobs()))
        with transaction.atomic():
            start()

        assert (without, (Work.objects.count(), len(jobs()))) == ((0, 0), (1, 1))


# Doing


def test_done_work_says_so_and_is_not_done_again(school, handles):
    seen = []
    handles(lambda work: seen.append((work.pk, work.state, current_school(), translation.get_language())))
    work = start(language="lv")

    do_work(work)
    do_work(Work.objects.get(pk=work.pk))

    assert seen == [(work.pk, "running", school, "lv")]
    assert found(work) == ("done", "", True)


def test_a_problem_is_told_in_the_language_of_who_waits(school, handles):
    def refuse(work: Work) -> None:
        raise WorkProblem(gettext_lazy("Monday"))

    handles(refuse)
    work = start(language="lv")

    do_work(work)

    assert found(work) == ("failed", "pirmdiena", True)


def test_a_fall_is_logged_and_told_calmly(school, handles, caplog):
    handles(fall)
    work = start()

    with pytest.raises(ValueError, match="broken on purpose"):
        do_work(work)

    assert found(work) == ("failed", "Something went wrong here. Please try again.", True)
    assert [record.getMessage() for record in caplog.records] == [f"work {work.pk} ({KIND}) failed"]


def test_work_of_a_kind_nobody_does_fails(school):
    work = start_work("nobodys.work", subject_id=1, permission="mobilities.print", by=None)

    with pytest.raises(KeyError, match=r"nobodys\.work"):
        do_work(work)

    assert found(work)[0] == "failed"


def test_after_a_failure_the_work_can_be_started_again(school, handles):
    handles(fall)
    work = start()
    with pytest.raises(ValueError, match="broken"):
        do_work(work)

    assert start() != work


def test_work_killed_in_the_middle_is_under_way_still_and_done_when_its_job_runs_again(school, handles):
    handles(kill)
    work = start()
    with pytest.raises(SystemExit):
        do_work(work)
    after_the_kill = (found(work), start() == work)
    handles(lambda work: tell_progress(work, 3, 3))

    do_work(Work.objects.get(pk=work.pk))

    assert after_the_kill == (("running", "", False), True)
    assert found(work) == ("done", "", True)


@pytest.mark.django_db(transaction=True)
def test_work_whose_database_goes_away_is_not_told_to_have_failed(handles):
    def lose_the_database(work: Work) -> None:
        with connection.cursor() as cursor:
            cursor.execute("select pg_terminate_backend(pg_backend_pid())")

    handles(lose_the_database)
    school = SchoolFactory()
    with in_school(school):
        work = start()
    with pytest.raises(OperationalError), in_school(school):
        do_work(work)

    with in_school(school):
        assert found(work) == ("running", "", False)


def test_progress_is_kept(school):
    work = start()
    work.problem = "of another process"

    tell_progress(work, 3, 21)

    work = Work.objects.get(pk=work.pk)
    assert (work.steps_done, work.steps_total, work.problem) == (3, 21, "")


# The queue


@pytest.fixture
def queue(transactional_db: None) -> Iterator[None]:
    """Real transactions; the worker's thread, which outlives the test, keeps no connection to its database."""
    yield
    asyncio.run(sync_to_async(connections.close_all)())


def take(work: Work, silent_for: int) -> None:
    """As if a worker had taken the job of the work, and then said nothing for so many seconds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_workers (last_heartbeat) values (now() - %s * interval '1 second') returning id",
            [silent_for],
        )
        cursor.execute(
            "update procrastinate_jobs set status = 'doing', worker_id = %s where (args->>'work_id')::bigint = %s",
            [cursor.fetchone()[0], work.pk],
        )


def test_a_worker_does_what_waits_each_in_its_school(queue, handles):
    seen = []
    handles(lambda work: seen.append((current_school().pk, work.pk)))
    started = []
    for school in SchoolFactory.create_batch(2):
        with in_school(school):
            started.append((school.pk, start().pk))

    asyncio.run(work_off(until_empty=True))

    assert sorted(seen) == sorted(started)
    assert [job for job in jobs() if job[0] == "jobs.work"] == []


def test_a_worker_goes_on_after_work_that_falls_and_does_not_repeat_it(queue, handles):
    seen = []

    def fall_once(work: Work) -> None:
        seen.append(work.subject_id)
        if work.subject_id == 1:
            fall(work)

    handles(fall_once)
    with in_school(SchoolFactory()):
        for subject in (1, 2):
            start(subject_id=subject)

        asyncio.run(work_off(until_empty=True))

        assert seen == [1, 2]
        assert list(Work.objects.order_by("subject_id").values_list("state", flat=True)) == ["failed", "done"]
        assert [status for name, status, _ in jobs() if name == "jobs.work"] == ["failed"]


def test_a_job_of_work_that_is_gone_does_nothing(queue, handles):
    handles(fall)
    with in_school(SchoolFactory()):
        start().delete()

    asyncio.run(work_off(until_empty=True))

    assert [job for job in jobs() if job[0] == "jobs.work"] == []


def test_a_job_of_a_killed_worker_is_given_back_and_done(queue, handles):
    """Another worker does it that lives; the job of a worker that still says something is left to it."""
    seen = []
    handles(lambda work: seen.append(work.subject_id))
    with in_school(SchoolFactory()):
        of_killed, of_living = start(subject_id=1), start(subject_id=2)
    take(of_killed, silent_for=STALLED_AFTER_SECONDS + 30)
    take(of_living, silent_for=0)
    retry_stalled_job.defer(timestamp=0)

    asyncio.run(work_off(until_empty=True))
    asyncio.run(work_off(until_empty=True))

    assert seen == [1]
    assert [status for name, status, _ in jobs() if name == "jobs.work"] == ["doing"]


# The page


@pytest.fixture
def work(school) -> Work:
    return start()


def page(client, work: Work, **headers: str) -> str:
    response = client.get(f"/{work.school.slug}/work/{work.pk}/", headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_of_open_work_shows_its_progress_and_looks_again(browse, work):
    tell_progress(work, 4, 20)

    body = page(browse(), work)

    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in body
    assert f'hx-get="/{work.school.slug}/work/{work.pk}/"' in body
    assert re.findall(r'<progress[^>]*value="(\d+)"[^>]*max="(\d+)"', body) == [("4", "20")]


def test_htmx_gets_the_part_that_changes(browse, work):
    body = page(browse(), work, hx_request="true")

    assert body.strip().startswith('<div id="work-status"')
    assert "<html" not in body


def test_the_page_of_done_work_offers_its_files_and_rests(browse, work):
    def make(name: str, is_pack: bool) -> WorkFile:
        file = store_file(b"x", name=name, content_type="application/pdf", permission="mobilities.print", by=None)
        return WorkFile.objects.create(work=work, file=file, is_pack=is_pack)

    made = [make("Visi.pdf", True), make("Saraksts.pdf", False), make("Līgums <Ābele>.pdf", False)]
    actions._finish(work, Work.State.DONE, "")

    body = page(browse(), work)

    assert re.findall(r'href="/[^/]+/files/(\d+)/"', body) == [str(each.file_id) for each in made]
    assert "Līgums &lt;Ābele&gt;.pdf" in body
    assert re.findall(r"hx-get|http-equiv=\"refresh\"", body) == []


def test_the_page_of_failed_work_tells_the_problem(browse, work):
    actions._finish(work, Work.State.FAILED, "This flow is no longer there.")

    body = page(browse(), work)

    assert "This flow is no longer there." in body
    assert re.findall(r"hx-get|http-equiv=\"refresh\"", body) == []


@pytest.mark.parametrize("role", list(Role))
def test_work_is_seen_by_who_has_the_permission_it_names(browse, work, role):
    status = browse(role).get(f"/{work.school.slug}/work/{work.pk}/").status_code

    assert status == (200 if role in {Role.COORDINATOR, Role.DIRECTOR} else 404)


def test_another_schools_work_is_not_there(browse, school, other_school):
    with in_school(other_school):
        theirs = start()

    assert browse().get(f"/{school.slug}/work/{theirs.pk}/").status_code == 404
