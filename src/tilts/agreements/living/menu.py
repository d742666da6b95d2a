"""What the life of agreements adds to the pages of the house."""

from typing import Any

from django.utils import timezone

from tilts.agreements.drafting.queries import in_force
from tilts.agreements.living.queries import endings, gaps_with, last_day_of, late_activities
from tilts.agreements.living.sentences import ending_sentence, gap_sentence
from tilts.agreements.living.waiting import waiting
from tilts.agreements.models import Agreement
from tilts.agreements.rules import may_be_ended, may_be_renewed
from tilts.partners.models import Partner
from tilts.web import slots

#: So many of each kind the first page of a school names.
_MOST = 8


def register() -> None:
    """Called once, when the app is ready."""
    slots.register(
        "home.todo",
        slots.template_part("agreements/living/todo.html", _todo),
        order=250,
        permission="agreements.change",
    )
    slots.register(
        "agreements.agreement.steps",
        slots.template_part("agreements/living/steps.html", _steps),
        order=900,
        permission="agreements.change",
    )
    slots.register(
        "partners.partner.panels",
        slots.template_part("agreements/living/gaps_panel.html", _gaps),
        order=21,
        permission="agreements.view",
    )


def _todo(_request: Any, _subject: object) -> dict[str, object] | None:
    today = timezone.localdate()
    items = waiting(today)[:_MOST] + [
        (ending_sentence(str(each.agreement), each.reminder), each.agreement.get_absolute_url())
        for each in endings(today)[:_MOST]
    ]
    late = late_activities(today)[:_MOST]
    return {"items": items, "late": late} if items or late else None


def _steps(_request: Any, agreement: Agreement) -> dict[str, object] | None:
    version, today = in_force(agreement), timezone.localdate()
    told = {"is_copy": agreement.is_copy, "holds": version is not None}
    last, state = last_day_of(agreement, today, version), agreement.stands
    may_renew = may_be_renewed(state, is_renewed=agreement.renewed_by.exists(), **told)
    return {
        "agreement": agreement,
        "may_renew": may_renew and (last is not None or agreement.is_recorded),
        "may_end": may_be_ended(state, **told) and (last is None or last >= today),
    }


def _gaps(_request: Any, partner: Partner) -> dict[str, object] | None:
    sentences = [gap_sentence(each) for each in gaps_with(partner, timezone.localdate())]
    return {"sentences": sentences} if sentences else None
