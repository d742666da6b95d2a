"""The way of a flow from the class list to the confirmed attendance: how far it is, and what comes next."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tilts.mobilities.checklist import Checklist
from tilts.mobilities.models import Mobility
from tilts.mobilities.rules import FlowTime


@dataclass(frozen=True)
class Step:
    """One step in words. `todo` says what to do, where it is this step's turn; empty while it has to wait."""

    label: str
    detail: str
    url: str
    is_done: bool
    todo: str = ""
    action: str = ""  # what the button says
    is_next: bool = False


def steps_of(found: Checklist, papers: int) -> list[Step]:
    """The steps of a flow in their order, at most one of them the next. papers: how many are printed."""
    steps = list(_steps(found, papers))
    upcoming = next((step for step in steps if step.todo), None)
    return [replace(step, is_next=step is upcoming) for step in steps]


def _steps(found: Checklist, papers: int) -> Iterator[Step]:
    flow = found.trip.flow
    yield _class_list(found)
    waiting = found.named("class_list")
    yield Step(
        _("Rows mended"),
        _("some wait") if waiting else _("nothing waits"),
        waiting[0].url if waiting else f"{flow.get_absolute_url()}#class-list",
        is_done=bool(found.trip.mobilities) and not waiting,
        todo=" ".join(point.sentence for point in waiting),
        action=_("Check the rows"),
    )
    if not flow.is_incoming:
        yield _questions(found)
    yield _papers(found, papers)
    yield _attendance(found)


def _class_list(found: Checklist) -> Step:
    people = sum(mobility.role == Mobility.Role.PARTICIPANT for mobility in found.trip.mobilities)
    is_waiting = bool(found.named("class_list"))
    return Step(
        _("Class list"),
        ngettext("%(count)s participant", "%(count)s participants", people) % {"count": people},
        f"{found.trip.flow.get_absolute_url()}#class-list",
        is_done=people > 0,
        todo="" if people or is_waiting else _("Drop the class list, or add people one by one."),
    )


def _questions(found: Checklist) -> Step:
    trip = found.trip
    asked = [each for each in trip.mobilities if each.state == Mobility.State.PLANNED or each.answered_at]
    answered = sum(each.answered_at is not None for each in asked)
    is_open = (
        bool(asked) and trip.time != FlowTime.OVER and not any(each.asked_at or each.answered_at for each in asked)
    )
    return Step(
        _("Questions"),
        _("%(answered)s of %(total)s answered") % {"answered": answered, "total": len(asked)},
        f"{trip.flow.get_absolute_url()}#questions",
        is_done=bool(asked) and answered == len(asked),
        todo=_("Ask the participants for what no class list holds.") if is_open else "",
        action=_("To the questions"),
    )


def _papers(found: Checklist, papers: int) -> Step:
    is_unprinted, is_stale = bool(found.named("papers")), bool(found.named("stale_papers"))
    if is_stale:
        detail, todo = (
            _("printed before a change"),
            _("Something changed since the papers were printed. Print them anew."),
        )
    elif papers:
        detail = ngettext("%(count)s paper printed", "%(count)s papers printed", papers) % {"count": papers}
        todo = _("Print the papers that are missing.") if is_unprinted else ""
    else:
        detail, todo = _("not printed"), _("Print the papers.") if found.trip.mobilities else ""
    return Step(
        _("Papers"),
        detail,
        f"{found.trip.flow.get_absolute_url()}#papers",
        is_done=papers > 0 and not is_stale and not is_unprinted,
        todo=todo,
        action=_("To the papers"),
    )


def _attendance(found: Checklist) -> Step:
    trip, is_over = found.trip, found.trip.time == FlowTime.OVER
    done = sum(each.state == Mobility.State.DONE for each in trip.mobilities)
    is_open = is_over and bool(found.named("attendance"))
    if done:
        detail = ngettext("%(count)s attended", "%(count)s attended", done) % {"count": done}
    elif is_over:
        detail = _("not confirmed")
    else:
        detail = _("after %(day)s") % {"day": date_format(trip.flow.ends_on, "SHORT_DATE_FORMAT")}
    return Step(
        _("Attendance"),
        detail,
        reverse("mobilities:attendance", args=[trip.flow.pk]),
        is_done=done > 0 and not any(each.state == Mobility.State.PLANNED for each in trip.mobilities),
        todo=_("The trip is over. Confirm who took part.") if is_open else "",
        action=_("Confirm attendance"),
    )
