"""Writes: starting work, doing it, saying how far it is."""

import logging
from collections.abc import Callable, Sequence

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone, translation

from tilts.accounts.models import School, User
from tilts.accounts.schools import current_school
from tilts.jobs.models import Work
from tilts.web.rendering import Linked

logger = logging.getLogger(__name__)

Handler = Callable[[Work], None]
_handlers: dict[str, Handler] = {}
Subject = Callable[[int], Linked | None]
_subjects: dict[str, Subject] = {}


class WorkProblem(Exception):
    """The work can't be done, for a reason that the message tells a person, in their language."""


def register_handler(
    kind: str, handler: Handler, subject: Callable[[int], Linked | None] = lambda number: None
) -> None:
    """Name who does work of this kind, and how the record that its page leads back to is found by its number.

    A handler may be called again after a kill: it does what is left, and writes what must appear
    together in one transaction.
    """
    _handlers[kind], _subjects[kind] = handler, subject


def subject_of(work: Work) -> Linked | None:
    """The record that the work is about; None where it is gone."""
    find = _subjects.get(work.kind)
    return find(work.subject_id) if find else None


@transaction.atomic
def start_work(kind: str, *, subject_id: int, permission: str, by: User | None, **options: str) -> Work:
    """Have work done in the background, begun once this transaction is kept.

    While the same work on the same subject is under way, that one is given back: two clicks make one.
    """
    from tilts.jobs.tasks import work_job

    school = current_school()
    options.setdefault("language", translation.get_language() or "en")
    # Held to the end of the transaction: of two clicks in the same moment the second waits here.
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    open_states = [Work.State.WAITING, Work.State.RUNNING]
    under_way = Work.objects.filter(kind=kind, subject_id=subject_id, options=options, state__in=open_states).first()
    if under_way:
        return under_way
    work = Work.objects.create(kind=kind, subject_id=subject_id, options=options, permission=permission, created_by=by)
    work_job.defer(school_id=school.pk, work_id=work.pk)
    return work


def do_work(work: Work) -> None:
    """Do what is left of a piece of work; nothing where it is finished.

    Raises what the handler raises, the work then marked as failed; where the database has gone away
    the work stays as it is, for the job to be tried again.
    """
    if not work.is_open:
        return
    work.state = Work.State.RUNNING
    work.save(update_fields=["state"])
    with translation.override(work.options.get("language", "en")):
        try:
            _handlers[work.kind](work)
        except WorkProblem as problem:
            _finish(work, Work.State.FAILED, str(problem))
        except Exception:
            if not connection.is_usable():
                raise
            logger.exception("work %s (%s) failed", work.pk, work.kind)
            _finish(work, Work.State.FAILED, translation.gettext("Something went wrong here. Please try again."))
            raise
        else:
            _finish(work, Work.State.DONE, "")


def note(work: Work, sentences: Callable[[], Sequence[str]]) -> None:
    """Add to the notes of a piece of work what `sentences` says in every language, so that each reader has the own."""
    notes = dict(work.notes)
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            notes[code] = [*notes.get(code, ()), *sentences()]
    work.notes = notes
    work.save(update_fields=["notes"])


def tell_progress(work: Work, done: int, total: int) -> None:
    """Say how far the work is; seen at once, so call it outside a transaction."""
    work.steps_done, work.steps_total = done, total
    work.save(update_fields=["steps_done", "steps_total"])


def _finish(work: Work, state: Work.State, problem: str) -> None:
    work.state, work.problem, work.finished_at = state, problem, timezone.now()
    work.save(update_fields=["state", "problem", "finished_at"])
