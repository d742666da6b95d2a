"""Which papers there can't be, and which have gaps."""

from collections import Counter
from collections.abc import Collection

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from tilts.accounts.models import School
from tilts.mobilities.models import Flow
from tilts.mobilities.papers.kinds import FOR_THE_WAY, OF_THE_SENDING_SIDE, Kind
from tilts.mobilities.papers.records import OrderRecord, Role
from tilts.mobilities.printing.desk import Desk, lay_ready


def left_out(flow: Flow, school: School, kinds: Collection[Kind] = tuple(Kind)) -> list[str]:
    """Which of the papers are not printed, or have gaps, and why: sentences in the active language, without names."""
    desk = lay_ready(flow, school, get_language() or "en", OrderRecord(), timezone.localdate())
    if not desk.people:
        return [_("Nobody is in this flow.")]
    sentences = []
    for kind in Kind:
        if kind in kinds:
            reasons = [reason] if (reason := makes_no_sense(kind, flow)) else _gaps(kind, flow, desk)
            sentences += [f"{kind.label}: {reason}" for reason in reasons]
    return sentences


def makes_no_sense(kind: Kind, flow: Flow) -> str:
    """Why there is no such paper for any flow of this sort; empty where there is."""
    if flow.is_incoming and kind in OF_THE_SENDING_SIDE:
        return _("not printed, because the organisation that sends the group makes them.")
    if flow.mode == Flow.Mode.VIRTUAL and kind in FOR_THE_WAY:
        return _("not printed, because nobody travels to a virtual stay.")
    if kind == Kind.GRANT and not flow.is_funded_here:
        return _("not printed, because the project of your school pays no grants for this stay.")
    return ""


def _gaps(kind: Kind, flow: Flow, desk: Desk) -> list[str]:
    learners = [each for each in desk.participants if each.person.role == Role.LEARNER]
    match kind:
        case Kind.GRANT:
            return _grants_without_sum(desk)
        case Kind.LEARNING:
            return _missing_texts(desk)
        case Kind.CONSENT if learners and not any(each.is_minor for each in learners):
            return [_("none is needed, because nobody is a minor on the day of travel.")]
        case Kind.SHEET if learners and not desk.accompanying:
            return [_("not printed, because nobody accompanies the group yet.")]
        case _:
            return []


def _grants_without_sum(desk: Desk) -> list[str]:
    reasons = Counter(" ".join(each.row.problems) for each in desk.travellers if each.row.problems)
    return [
        ngettext(
            "not printed for %(count)s person, whose grant has no sum. %(reason)s",
            "not printed for %(count)s people, whose grants have no sum. %(reason)s",
            count,
        )
        % {"count": count, "reason": reason}
        for reason, count in reasons.items()
    ]


def _missing_texts(desk: Desk) -> list[str]:
    names = {
        "learning_outcomes": _("learning outcomes"),
        "programme": _("programme"),
        "insurance": _("insurance"),
    }
    missing = [
        label
        for name, label in names.items()
        if any(not str(getattr(each.flow, name)).strip() for each in desk.participants)
    ]
    if not missing:
        return []
    return [_("printed with lines to write on, because a text is missing: %(texts)s.") % {"texts": ", ".join(missing)}]
